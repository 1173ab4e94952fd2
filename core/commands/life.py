"""Commands that move an order through its life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.chats import Attachment
from core.orders import DeclineReason, FeedbackCategory, Remedy, Status


@dataclass(frozen=True, slots=True)
class CreateOrder:
    """A new order in draft; result: `Order`."""

    reference: str
    title: str
    customer_id: str
    requested_delivery_date: date | None = None
    delivery_address: str | None = None
    price: str | None = None
    currency: str | None = None
    includes_installation: bool = False
    needs_kick_off: bool = False
    needs_production_drawings: bool = False
    needs_sample_pictures: bool = False
    customer_chat: bool = True
    folders: tuple[str, ...] = ()
    parts: tuple[dict[str, object], ...] = ()
    notes: str | None = None
    label: str | None = None
    aliases: bool = False


@dataclass(frozen=True, slots=True)
class OfferOrder:
    """Offer the order to partners; result: list of `Offer`."""

    order_id: str
    partner_ids: tuple[str, ...]
    answer_within_hours: int = 24


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """A partner's admin accepts (`decline` None) or declines with one of the four reasons; result: `Offer`."""

    offer_id: str
    decline: DeclineReason | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AssignOrder:
    """Give the order to one partner; the 72 hours count from `assigned_at` (default now). Result: `Order`."""

    order_id: str
    partner_id: str
    assigned_at: datetime | None = None
    responsible: str | None = None


@dataclass(frozen=True, slots=True)
class MarkReady:
    """Packed and still at the workshop; `at` may lie in the past for an order brought in. Result: `Order`."""

    order_id: str
    at: datetime | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class MarkDelivered:
    """The customer has it and the packing slip is signed; opens the 14 days. Result: `Order`."""

    order_id: str
    signed_slip: bool
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordFeedback:
    """What the customer said; `given_at` is the time at its source. "All fine" in time approves. Result: `Feedback`.

    `photos` come from the customer's page only.
    """

    order_id: str
    category: FeedbackCategory
    text: str
    given_at: datetime | None = None
    photos: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Approve:
    """Close the order as approved; after feedback with a reason. Result: `Order`."""

    order_id: str
    reason: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    """Staff take a step back, always with a reason; `remedy` is what a complaint led to. Result: `Order`."""

    order_id: str
    target: Status
    reason: str
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class Cancel:
    """Staff end the order, always with a reason. Result: `Order`."""

    order_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """No reminders until the date, with a reason; `until` None wakes it. Result: `Order`."""

    order_id: str
    until: date | None
    reason: str
