"""Check-ins: short questions to the partner by the clock ("Is the material in?"), and what came of each.

Not to be mixed up with the meeting on a partner's first order, which is a task of staff (`core.people.StaffTask`).
When each is asked and what an answer does is in `core.handlers.check_ins`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.orders import TaskKey
from core.timeline import DeadlineKind


class CheckInKey(StrEnum):
    """The questions, in the order in which they come up."""

    MATERIAL = "material"
    STARTED = "started"
    COMPLETION = "completion"
    FINISHED = "finished"
    DELIVERY = "delivery"


class CheckInState(StrEnum):
    """`PLANNED` waits for its time, `ASKED` for an answer; `SILENT` has had none for a working day."""

    PLANNED = "planned"
    ASKED = "asked"
    SILENT = "silent"
    YES = "yes"
    NOT_YET = "not_yet"
    CANCELLED = "cancelled"


class CheckInAnswer(StrEnum):
    """What can be answered in one tap; `LATER` has the question come again."""

    YES = "yes"
    NOT_YET = "not_yet"
    LATER = "later"


WAITING = frozenset({CheckInState.PLANNED, CheckInState.ASKED, CheckInState.SILENT})
"""Something may still come of it."""
UNANSWERED = frozenset({CheckInState.ASKED, CheckInState.SILENT})

DEADLINE_OF = {
    CheckInKey.MATERIAL: DeadlineKind.CHECK_MATERIAL, CheckInKey.STARTED: DeadlineKind.CHECK_STARTED,
    CheckInKey.COMPLETION: DeadlineKind.CHECK_COMPLETION, CheckInKey.FINISHED: DeadlineKind.CHECK_FINISHED,
    CheckInKey.DELIVERY: DeadlineKind.CHECK_DELIVERY,
}  # fmt: skip
KEY_OF = {kind: key for key, kind in DEADLINE_OF.items()}
CHECK_KINDS = frozenset({*KEY_OF, DeadlineKind.CHECK_SILENT})
DELAYS = {
    CheckInKey.MATERIAL: TaskKey.MATERIAL_DATE, CheckInKey.STARTED: TaskKey.COMPLETION_DATE,
    CheckInKey.COMPLETION: TaskKey.COMPLETION_DATE, CheckInKey.FINISHED: TaskKey.COMPLETION_DATE,
    CheckInKey.DELIVERY: TaskKey.DELIVERY_SCHEDULE,
}  # fmt: skip
"""Which date is in doubt when the answer is "not yet"."""


@dataclass(slots=True)
class CheckIn:
    """One question about one date of one assignment; unique by (order, epoch, key).

    `day` is the date it is about, in the partner's zone. Instants are UTC; `silent_at` is when no answer counts as
    silence.
    """

    id: str
    order_id: str
    epoch: int
    key: CheckInKey
    day: date
    state: CheckInState = CheckInState.PLANNED
    asked_at: datetime | None = None
    silent_at: datetime | None = None
    answered_at: datetime | None = None
    answered_by: str | None = None
