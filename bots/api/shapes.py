"""What the API answers about orders and people, as a document says it: every field is always there, null where empty.

The answers themselves are made in `bots.api.answers`; tests hold them against these shapes.
"""

from __future__ import annotations

from datetime import date as calendar_date
from typing import Any

from pydantic import AwareDatetime, Field

from bots.api.shape import Shape
from core.chats import Audience, PlaceKind, PlaceState, Platform
from core.orders import DeclineReason, OfferState, Status, TaskKey, TaskState
from core.people import MemberRole
from core.timeline import DeadlineKind, DeadlineState


class Partner(Shape):
    """A production partner."""

    id: str
    name: str
    language: str
    time_zone: str
    self_billing: bool
    email: str | None
    telegram_chat_id: int | None


class Member(Shape):
    """A person at a partner."""

    id: str
    partner_id: str
    name: str
    role: MemberRole
    email: str | None
    telegram_user_id: int | None
    language: str | None


class InvitedMember(Member):
    """A person at a partner, right after being added."""

    invite_url: str = ""
    """A deep link that works once; only where no Telegram id was given."""


class Customer(Shape):
    """A customer."""

    id: str
    name: str
    email: str
    language: str


class Summary(Shape):
    """An order's own fields."""

    id: str
    reference: str
    title: str
    status: Status
    customer_id: str
    partner_id: str | None
    requested_delivery_date: calendar_date | None
    delivery_address: str | None
    price: str | None
    currency: str | None
    includes_installation: bool
    needs_kick_off: bool
    needs_production_drawings: bool
    needs_sample_pictures: bool
    customer_chat: bool
    aliases: bool
    folders: list[str]
    parts: list[dict[str, Any]]
    notes: str | None
    created_at: AwareDatetime
    assigned_at: AwareDatetime | None
    ready_at: AwareDatetime | None
    delivered_at: AwareDatetime | None
    feedback_until: AwareDatetime | None
    approved_at: AwareDatetime | None
    cancelled_at: AwareDatetime | None
    snoozed_until: AwareDatetime | None


class Task(Shape):
    """A to-do."""

    key: TaskKey
    state: TaskState
    value: dict[str, Any] | str | None
    due_at: AwareDatetime | None
    done_at: AwareDatetime | None
    done_by: str | None


class SetTask(Task):
    """A to-do that was just set."""

    order: str
    """The order's reference."""
    warnings: list[str] = Field(default=[])
    """What is odd about a date that was taken all the same."""


class Deadline(Shape):
    """Something the clock does: `base_at` is the instant the rule names, `due_at` when it happens."""

    kind: DeadlineKind
    state: DeadlineState
    base_at: AwareDatetime
    due_at: AwareDatetime
    fired_at: AwareDatetime | None


class Milestone(Shape):
    """A milestone."""

    key: str
    label: str
    date: calendar_date
    set_by: str
    set_at: AwareDatetime


class NoMilestone(Shape):
    """A milestone that was removed."""

    key: str
    date: None


class Offer(Shape):
    """An offer to one partner and what became of it."""

    id: str
    partner_id: str
    state: OfferState
    sent_at: AwareDatetime
    answer_until: AwareDatetime
    answered_at: AwareDatetime | None
    reason: DeclineReason | None
    note: str | None


class Offers(Shape):
    """The offers just made."""

    reference: str
    offers: list[Offer]


class Place(Shape):
    """Where a chat is on a platform."""

    platform: Platform
    kind: PlaceKind
    channel: str
    thread: str | None
    state: PlaceState


class Chat(Shape):
    """One of an order's two chats."""

    id: str
    audience: Audience
    closed_at: AwareDatetime | None
    places: list[Place]


class Order(Summary):
    """An order with everything that hangs on it."""

    customer: Customer
    tasks: list[Task]
    deadlines: list[Deadline]
    milestones: list[Milestone]
    offers: list[Offer]
    chats: list[Chat]
    customer_url: str


class Orders(Shape):
    """One page of orders, newest first."""

    orders: list[Summary]
    next_cursor: str | None
    total: int


class CustomerLink(Shape):
    """The customer's link that counts from now on."""

    reference: str
    customer_url: str
