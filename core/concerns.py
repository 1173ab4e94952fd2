"""What makes an order need staff: written down when it begins and removed when it ends, so that asking costs little.

Data and the port that asks for it; which concerns an order has is decided in `core.handlers.concerns`, what they mean
for staff in `core.attention` and `core.report`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Why(StrEnum):
    """The concerns. Of these `UNREACHABLE` and `FAILED` are never rows: they are seen in places and the outbox."""

    TODOS = "todos"
    DATE = "date"
    REJECTED = "rejected"
    FEEDBACK = "feedback"
    CLOSING = "closing"
    MILESTONES = "milestones"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"


@dataclass(slots=True)
class Concern:
    """An order needs staff from `since` (UTC) on, which may lie ahead: then it is due soon. One per order and kind."""

    id: str
    order_id: str
    why: Why
    since: datetime


@dataclass(frozen=True, slots=True)
class Trouble:
    """One answer to "what needs staff?". `about` is a partner's or message's id, or blank.

    `order_id` is blank where a partner who has no open order can't be reached.
    """

    order_id: str
    why: Why
    since: datetime
    about: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """That somebody of a side wrote in an order's present chat, for answer times. `partner_id` is the order's."""

    chat_id: str
    partner_id: str
    party: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenTodos:
    """How many to-dos a partner has open, and how many of them are late."""

    partner_id: str
    open: int
    late: int


class Overview(Protocol):
    """Questions over all orders for staff, each answered from an index over what is asked for."""

    def troubles(self, until: datetime, failed_since: datetime, most: int) -> list[Trouble]:
        """Concerns that have begun by `until`, who can't be reached, sends that failed since then; open orders only."""
        ...

    def done(self, since: datetime, until: datetime) -> list[str]:
        """Ids of the orders that became Ready or were delivered from `since` to before `until`."""
        ...

    def answered(self, since: datetime, until: datetime) -> list[tuple[str, datetime, datetime]]:
        """Offers answered in that time: partner's id, when it was sent, when it was answered."""
        ...

    def said(self, since: datetime, until: datetime, most: int) -> list[Said]:
        """Who wrote when in that time in chats of today's partners, by chat and time; the newest `most`."""
        ...

    def open_todos(self, now: datetime) -> list[OpenTodos]:
        """The to-dos that orders in production still have open, by partner."""
        ...
