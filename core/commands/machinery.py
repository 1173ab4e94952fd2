"""Commands of the machinery: outcomes of sends, deadlines, updates set aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.chats import Platform
from core.people import Party


@dataclass(frozen=True, slots=True)
class SettlePosting:
    """What became of one send. `outcome` is one of `sent`, `later`, `refused`, `unknown`.

    `retry_at` for `later`; `external_ids` and `thread` (a place that was opened) for `sent`; `error` is a stable key
    or the platform's own error text.
    """

    posting_id: str
    fence: int
    outcome: str
    external_ids: tuple[str, ...] = ()
    thread: str | None = None
    words: str | None = None
    error: str | None = None
    retry_at: datetime | None = None
    breaks_place: bool = False
    new_channel: str | None = None


@dataclass(frozen=True, slots=True)
class FireDeadline:
    """The clock found this deadline due."""

    deadline_id: str


@dataclass(frozen=True, slots=True)
class NoteInbound:
    """Everything that came to this source before `read_until` has had its effect. Result: `InboundMark`."""

    source: str
    read_until: datetime


@dataclass(frozen=True, slots=True)
class MarkWaiting:
    """The clock found words that have not arrived after some seconds: their author sees that they are on their way."""

    message_id: str


@dataclass(frozen=True, slots=True)
class KeepAside:
    """An update whose handling raised: kept with payload and reference, shown to staff. Result: the reference."""

    receipt_key: str
    natural_key: str | None
    platform: Platform
    payload: dict[str, object]
    reference: str
    error: str


@dataclass(frozen=True, slots=True)
class ReplayHooks:
    """Send webhooks again: these `ids`, or all that were given up, or (with `since`) everything from then on.

    Result: the postings. The receiver sees the ids that it may have seen before.
    """

    ids: tuple[str, ...] = ()
    order_id: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class SendReport:
    """Post the report of the last seven days to staff. Result: the `WeeklyReport`."""


@dataclass(frozen=True, slots=True)
class AlertStaff:
    """Something an operator or staff must know: a stable key and fields for the words."""

    key: str
    detail: str = ""
    order_id: str | None = None
    party: Party = Party.STAFF
