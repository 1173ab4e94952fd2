"""Notices between Cutr and the partner about reminders, steps and trouble."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.notices.families import CutrOnlyNotice


@dataclass(frozen=True, slots=True)
class TodosNudge(CutrOnlyNotice):
    """Day 2, friendly: what is open, with one button each."""

    order_id: str
    title: str
    missing: tuple[str, ...]
    due_at: datetime


@dataclass(frozen=True, slots=True)
class TodosOverdue(CutrOnlyNotice):
    """72 hours and after: exactly what is missing. `count` is the number of the reminder, from 1."""

    order_id: str
    title: str
    missing: tuple[str, ...]
    due_at: datetime
    count: int


@dataclass(frozen=True, slots=True)
class TodosDigest(CutrOnlyNotice):
    """The staff digest: one line per order, each `REF|partner|missing keys by comma|late days`."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TodosEscalated(CutrOnlyNotice):
    """Day 6: to the responsible person in the staff channel. `responsible` is a Slack user id or blank."""

    order_id: str
    title: str
    partner: str
    missing: tuple[str, ...]
    assigned_at: datetime
    responsible: str


@dataclass(frozen=True, slots=True)
class MilestonesWanted(CutrOnlyNotice):
    """To staff: a kick-off order has no milestones yet; never the partner's fault."""

    order_id: str
    title: str


@dataclass(frozen=True, slots=True)
class OrderReopened(CutrOnlyNotice):
    """Staff took a step back; `remedy` is what a complaint led to (`remake`, `repair`) or blank."""

    order_id: str
    old: str
    new: str
    reason: str
    by: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class OrderCancelled(CutrOnlyNotice):
    """The order has ended with a reason."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class OrderTakenAway(CutrOnlyNotice):
    """To the partner who no longer has it."""

    title: str


@dataclass(frozen=True, slots=True)
class FeedbackNotice(CutrOnlyNotice):
    """To staff: the customer's words and what can be done. `late` is after the window, `fine` asks for nothing.

    A complaint comes with the pictures that speak for and against it (`Parcel.evidence`).
    """

    order_id: str
    category: str
    text: str
    late: str
    feedback_id: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackHeard(CutrOnlyNotice):
    """To the partner: the clock has stopped, Cutr is in touch."""

    category: str


@dataclass(frozen=True, slots=True)
class StepNotice(CutrOnlyNotice):
    """To staff: a step of the life, by whom, and what was still open (`missing`)."""

    status: str
    by: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuestHeld(CutrOnlyNotice):
    """Somebody who is not a member wrote where the customer reads: vouch or drop."""

    message_id: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class SendFailed(CutrOnlyNotice):
    """To the sender: this message did not arrive, with Retry."""

    message_id: str
    author: str
    excerpt: str
    error: str


@dataclass(frozen=True, slots=True)
class StaffAlert(CutrOnlyNotice):
    """To staff: something needs a hand; `key` picks the words, `detail` fills them."""

    key: str
    detail: str
    order_id: str
    message_id: str


@dataclass(frozen=True, slots=True)
class MemberWelcome(CutrOnlyNotice):
    """To a member who has just linked: what the bot does and how."""

    name: str
    partner: str
