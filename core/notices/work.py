"""Notices between Cutr and the partner about offers, dates and milestones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.notices.families import CutrOnlyNotice


@dataclass(frozen=True, slots=True)
class OfferSent(CutrOnlyNotice):
    """To a partner's admins, privately: the offer with its price and buttons."""

    offer_id: str
    title: str
    price: str
    currency: str
    requested_delivery_date: date | None
    delivery_address: str
    notes: str
    answer_until: datetime


@dataclass(frozen=True, slots=True)
class OfferAnsweredNotice(CutrOnlyNotice):
    """To staff: who answered what."""

    partner: str
    answer: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class OfferClosed(CutrOnlyNotice):
    """To a partner's admins: `outcome` is `awarded`, `not_chosen` or `expired`."""

    title: str
    outcome: str


@dataclass(frozen=True, slots=True)
class AssignedMail(CutrOnlyNotice):
    """The separate assignment mail to the partner."""

    title: str
    partner: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class CheckInWanted(CutrOnlyNotice):
    """To staff on a partner's first order."""

    partner: str
    task_id: str


@dataclass(frozen=True, slots=True)
class KickOffOptions(CutrOnlyNotice):
    """To the partner: pick one; `options` are ISO instants (UTC)."""

    order_id: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KickOffPickedNotice(CutrOnlyNotice):
    """To staff and partner: the meeting's instant."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class MilestoneNotice(CutrOnlyNotice):
    """To partner and staff: a milestone was set, moved or removed."""

    order_id: str
    label: str
    old: date | None
    new: date | None


@dataclass(frozen=True, slots=True)
class TaskNotice(CutrOnlyNotice):
    """To staff: a to-do changed. `old` and `new` are words as stored (ISO dates, text or blank)."""

    key: str
    old: str
    new: str
    by: str
    reason: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DelayNotice(CutrOnlyNotice):
    """To staff at once: reason, new date, remedy."""

    key: str
    old: date | None
    new: date
    reason: str
    remedy: str
    by: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class DrawingJudged(CutrOnlyNotice):
    """To staff, and to the partner when it is good: the customer's verdict (approved or rejected) on a drawing."""

    name: str
    verdict: str
    note: str


@dataclass(frozen=True, slots=True)
class FileRejected(CutrOnlyNotice):
    """To the partner, once per verdict: what is wrong with these files, each with *Upload revision*.

    `by` is blank for an unnamed customer.
    """

    files: tuple[str, ...]
    names: tuple[str, ...]
    count: int
    note: str
    by: str
