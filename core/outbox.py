"""Postings: what is to leave, to which place, in which order. How they are claimed and sent is not here.

A posting holds the notice's class and fields, not its words (house-style principle 6).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from core.chats import Audience
from core.people import Party


class Priority(IntEnum):
    """Who goes first when a lane's budget is tight: people's words before cards, edits of cards last (decision 7)."""

    OPENING = 0
    WORDS = 1
    NOTICE = 2
    CARD = 3
    TOUCH = 4


class PostingState(StrEnum):
    """`UNKNOWN`: the platform may or may not have taken it. `SUPERSEDED`: a newer one with the same key replaced it."""

    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


UNFINISHED = frozenset({PostingState.QUEUED, PostingState.SENDING, PostingState.UNKNOWN})


@dataclass(slots=True)
class Posting:
    """One thing to send to one place.

    Within a `strand` (one place) postings go one after another by (priority, position, seq); `lane` is the shared
    budget. `position` is the source's time in microseconds, so that what was written first goes first whatever came
    in first. A queued posting with the same `only_newest` key is superseded by a newer one. The store gives `seq`.
    """

    id: str
    kind: str
    place_id: str
    strand: str
    lane: str
    audience: Audience
    party: Party
    priority: Priority
    position: int
    not_before: datetime
    created_at: datetime
    body: dict[str, object] = field(default_factory=dict)
    order_id: str | None = None
    message_id: str | None = None
    only_newest: str | None = None
    state: PostingState = PostingState.QUEUED
    attempts: int = 0
    fence: int = 0
    error: str | None = None
    external_ids: list[str] = field(default_factory=list)
    words: str | None = None
    sent_at: datetime | None = None
    seq: int = 0
