"""What the API answers, as a document says it: every field is always there, null where it is empty.

The answers themselves are made in `bots.api.answers`; tests hold them against these shapes.
"""

from __future__ import annotations

from datetime import date as calendar_date
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from core.chats import Audience, MediaKind, MessageState, PlaceKind, PlaceState, Platform
from core.files import FileKind, ItemState, Review
from core.orders import DeclineReason, OfferState, Status, TaskKey, TaskState
from core.people import MemberRole, Party, Role
from core.timeline import DeadlineKind, DeadlineState


class Shape(BaseModel):
    """An answer with exactly these names."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


def told(shape: Any, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route says about its answer in the document; the answer itself is not pressed through it."""
    return {status: {"model": shape, "description": "Done." if status < 300 else "Problem"}}


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
    warnings: list[str] = []
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


class Who(Shape):
    """Somebody by the platform's stable id."""

    id: str
    name: str


class Acting(Who):
    """Somebody in a role."""

    role: Role


class Entry(Shape):
    """One line of the timeline; `chain` is the SHA-256 over it and the one before."""

    seq: int
    at: AwareDatetime
    effective_at: AwareDatetime
    actor: Acting
    event: str
    old: Any
    new: Any
    reason: str | None
    source: str | None
    chain: str


class Attachment(Shape):
    """What a message carries besides words."""

    kind: MediaKind
    name: str
    mime: str
    size: int


class Message(Shape):
    """A message of a chat."""

    id: str
    chat: Audience
    party: Party
    author: Who
    guest: bool
    text: str
    attachments: list[Attachment]
    state: MessageState
    reply_to: str | None
    sent_at: AwareDatetime
    edited_at: AwareDatetime | None


class Uploader(Who):
    """Who filed it."""

    party: Party


class File(Shape):
    """A file as its newest revision."""

    id: str
    kind: FileKind
    folder: str
    name: str
    original_name: str
    sha256: str
    size: int
    mime: str
    review: Review
    review_note: str | None
    part_side: str | None
    package: int | None
    revision: int
    uploaded_by: Uploader
    at: AwareDatetime
    warnings: list[str]
    customer_sees: bool


class Received(Shape):
    """A file that was just taken."""

    id: str
    name: str
    kind: FileKind
    sha256: str
    size: int
    state: ItemState


class Upload(Shape):
    """What was taken of a form."""

    reference: str
    received: list[Received]


class Webhook(Shape):
    """A webhook on its way or given up; `id` is its `webhook-id`, `seq` null for a message."""

    id: str
    type: str
    seq: int | None
    reference: str
    at: AwareDatetime
    state: Literal["failed", "waiting"]
    attempts: int
    next_attempt_at: AwareDatetime | None
    error: str | None


class Webhooks(Shape):
    """One page of webhooks, oldest first."""

    webhooks: list[Webhook]
    next_cursor: str | None
    total: int


class Replayed(Shape):
    """How many go out again."""

    replayed: int
