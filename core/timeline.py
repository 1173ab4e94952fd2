"""The diary of an order: entries that are only ever added, chained by hash, and deadlines that are rows.

Which entry an event makes is in `core.journal`; when deadlines fire is in `core.handlers.clock`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(slots=True)
class Entry:
    """One change: `at` is when it was recorded, `effective_at` when it counts from; both UTC.

    `chain` is the SHA-256 over this entry and the one before it in the same order (reliability.md I42).
    """

    id: str
    order_id: str
    at: datetime
    effective_at: datetime
    actor_id: str
    actor_name: str
    actor_role: str
    event: str
    old: object = None
    new: object = None
    reason: str | None = None
    source: str | None = None
    seq: int = 0
    chain: str = ""

    def chained_to(self, previous: str) -> str:
        """The chain value of this entry after one whose chain value is `previous`."""
        told = [
            previous, self.order_id, self.at.isoformat(), self.effective_at.isoformat(), self.actor_id, self.actor_name,
            self.actor_role, self.event, self.old, self.new, self.reason, self.source,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


class DeadlineKind(StrEnum):
    """Everything the clock can do."""

    OFFER_CLOSES = "offer_closes"
    TODO_NUDGE = "todo_nudge"
    TODO_REMINDER = "todo_reminder"
    TODO_REPEAT_1 = "todo_repeat_1"
    TODO_REPEAT_2 = "todo_repeat_2"
    TODO_REPEAT_3 = "todo_repeat_3"
    TODO_DIGEST = "todo_digest"
    TODO_ESCALATION = "todo_escalation"
    MILESTONES_MISSING = "milestones_missing"
    FEEDBACK_HALFWAY = "feedback_halfway"
    FEEDBACK_LAST_CALL = "feedback_last_call"
    FEEDBACK_CLOSES = "feedback_closes"
    STAFF_DIGEST = "staff_digest"
    WEEKLY_REPORT = "weekly_report"
    WORDS_WAITING = "words_waiting"
    CHECK_MATERIAL = "check_material"
    CHECK_STARTED = "check_started"
    CHECK_COMPLETION = "check_completion"
    CHECK_FINISHED = "check_finished"
    CHECK_DELIVERY = "check_delivery"
    CHECK_SILENT = "check_silent"


class DeadlineState(StrEnum):
    """`SKIPPED`: a later rung of the same ladder was due as well, so this one would only have been noise."""

    OPEN = "open"
    FIRED = "fired"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


@dataclass(slots=True)
class Deadline:
    """Something that happens at `due_at` (UTC) unless cancelled. Unique by (kind, subject, epoch).

    `base_at` is the instant the rule names (e.g. 72 h after assignment); `due_at` may lie later, in working hours.
    """

    id: str
    kind: DeadlineKind
    subject: str
    epoch: int
    base_at: datetime
    due_at: datetime
    state: DeadlineState = DeadlineState.OPEN
    fired_at: datetime | None = None
