"""Commands about to-dos, milestones and the kick-off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.check_ins import CheckInAnswer, CheckInKey
from core.orders import DelayReason, DeliveryMethod, TaskKey


@dataclass(frozen=True, slots=True)
class SetDate:
    """Material or completion date; `day` None clears it. Result: `Task`.

    Implausible dates raise `ConfirmNeeded` unless `confirmed`.
    """

    order_id: str
    key: TaskKey
    day: date | None
    reason: str | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class SetDelivery:
    """Delivery method and date; a changed date needs a reason and is told to the customer. Result: `Task`.

    The reason is one of the list (`cause`), words, or both; `OTHER` needs words.
    """

    order_id: str
    method: DeliveryMethod
    day: date
    reason: str | None = None
    confirmed: bool = False
    cause: DelayReason = DelayReason.OTHER


@dataclass(frozen=True, slots=True)
class SetInvoiceReference:
    """Reference text, or None for the box "No reference"; each clears the other. Result: `Task`."""

    order_id: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class ReportDelay:
    """A delay: reason, the new date of `key`, what is done about it; staff hear at once. Result: `Task`.

    `cause` is from the list, `reason` the words, which only `OTHER` needs.
    """

    order_id: str
    key: TaskKey
    day: date
    reason: str
    remedy: str = ""
    cause: DelayReason = DelayReason.OTHER


@dataclass(frozen=True, slots=True)
class AnswerCheckIn:
    """The answer to a check-in about `day`, the date that the question named. Result: `CheckIn`."""

    order_id: str
    key: CheckInKey
    day: date
    answer: CheckInAnswer


@dataclass(frozen=True, slots=True)
class SetMilestone:
    """Set or move a milestone; `day` None removes it. Result: `Milestone | None`."""

    order_id: str
    key: str
    label: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ProposeKickOff:
    """Offer the partner instants (UTC) for the online meeting. Result: `KickOff`."""

    order_id: str
    options: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class PickKickOff:
    """The partner picks one of the proposed instants. Result: `KickOff`."""

    order_id: str
    option: datetime


@dataclass(frozen=True, slots=True)
class DoStaffTask:
    """Staff tick off a check-in or another task of theirs. Result: `StaffTask`."""

    task_id: str
