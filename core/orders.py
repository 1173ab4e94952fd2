"""The order and what hangs on it: offers, to-dos, milestones, kick-off, feedback.

Only data and the small questions about it; the life of an order is `core.lifecycle`, the rules are in `core.handlers`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.chats import Attachment


class Status(StrEnum):
    """Where an order is (product.md "Statuses")."""

    DRAFT = "draft"
    OFFERED = "offered"
    IN_PRODUCTION = "in_production"
    READY = "ready"
    DELIVERED = "delivered"
    FEEDBACK_RECEIVED = "feedback_received"
    APPROVED = "approved"
    CANCELLED = "cancelled"


OPEN_STATUSES = frozenset(Status) - {Status.APPROVED, Status.CANCELLED}
RUNNING_STATUSES = frozenset({Status.IN_PRODUCTION, Status.READY, Status.DELIVERED, Status.FEEDBACK_RECEIVED})


@dataclass(slots=True)
class Order:
    """A manufacturing order. `epoch` counts assignments; deadlines and to-dos belong to one epoch.

    With `aliases` partner and customer do not learn who the other is. `customer_seen_at` is when the customer last
    looked at the page.
    """

    id: str
    reference: str
    title: str
    customer_id: str
    created_at: datetime
    status: Status = Status.DRAFT
    partner_id: str | None = None
    epoch: int = 0
    window: int = 0
    requested_delivery_date: date | None = None
    delivery_address: str | None = None
    price: str | None = None
    currency: str | None = None
    includes_installation: bool = False
    needs_kick_off: bool = False
    needs_production_drawings: bool = False
    needs_sample_pictures: bool = False
    customer_chat: bool = True
    folders: list[str] = field(default_factory=list)
    parts: list[dict[str, object]] = field(default_factory=list)
    notes: str | None = None
    label: str | None = None
    slack_channel: str | None = None
    responsible: str | None = None
    customer_link_version: int = 1
    assigned_at: datetime | None = None
    ready_at: datetime | None = None
    delivered_at: datetime | None = None
    feedback_until: datetime | None = None
    approved_at: datetime | None = None
    cancelled_at: datetime | None = None
    snoozed_until: datetime | None = None
    in_digest: bool = False
    aliases: bool = False
    customer_seen_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.status in OPEN_STATUSES

    @property
    def wants_kick_off(self) -> bool:
        """A kick-off is for orders that need one and for installations (domain.md 5)."""
        return self.needs_kick_off or self.includes_installation


class OfferState(StrEnum):
    """What became of an offer to one partner."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    AWARDED = "awarded"
    NOT_CHOSEN = "not_chosen"


class DeclineReason(StrEnum):
    """The four reasons of domain.md 2.1."""

    NO_CAPACITY = "no_capacity"
    UNFIT_TOOLING = "unfit_tooling"
    UNFIT_MACHINE = "unfit_machine"
    OTHER = "other"


@dataclass(slots=True)
class Offer:
    """The order offered to one partner; `answer_until` is when answering ends."""

    id: str
    order_id: str
    partner_id: str
    sent_at: datetime
    answer_until: datetime
    state: OfferState = OfferState.OPEN
    answered_at: datetime | None = None
    answered_by: str | None = None
    reason: DeclineReason | None = None
    note: str | None = None


class TaskKey(StrEnum):
    """The to-dos of domain.md 3."""

    MATERIAL_DATE = "material_date"
    COMPLETION_DATE = "completion_date"
    DELIVERY_SCHEDULE = "delivery_schedule"
    INVOICE_REFERENCE = "invoice_reference"
    MARK_READY = "mark_ready"
    MARK_DELIVERED = "mark_delivered"


class DelayReason(StrEnum):
    """Why a date does not hold; `OTHER` is said in words."""

    MATERIAL = "material"
    MACHINE = "machine"
    ILLNESS = "illness"
    CAPACITY = "capacity"
    QUALITY = "quality"
    TRANSPORT = "transport"
    CUSTOMER = "customer"
    OTHER = "other"


DATE_TASKS = (TaskKey.MATERIAL_DATE, TaskKey.COMPLETION_DATE, TaskKey.DELIVERY_SCHEDULE)


class TaskState(StrEnum):
    """A hidden to-do is not required and not shown."""

    OPEN = "open"
    DONE = "done"
    HIDDEN = "hidden"


@dataclass(slots=True)
class Task:
    """One to-do. `value` is what REST shows: a date string, a mapping, or None."""

    id: str
    order_id: str
    epoch: int
    key: TaskKey
    state: TaskState = TaskState.OPEN
    value: dict[str, object] | str | None = None
    due_at: datetime | None = None
    done_at: datetime | None = None
    done_by: str | None = None

    @property
    def date(self) -> date | None:
        """The date this to-do holds, if it holds one."""
        raw = self.value.get("date") if isinstance(self.value, dict) else self.value
        if self.key not in DATE_TASKS or not isinstance(raw, str):
            return None
        return date.fromisoformat(raw)


class DeliveryMethod(StrEnum):
    """How the goods reach the customer (domain.md C11)."""

    DELIVERY = "delivery"
    PICK_UP = "pick_up"
    INSTALLATION = "installation"
    OTHER = "other"


@dataclass(slots=True)
class Milestone:
    """An agreed project date that only Cutr sets."""

    id: str
    order_id: str
    key: str
    label: str
    date: date
    set_by: str
    set_at: datetime


@dataclass(slots=True)
class KickOff:
    """The online meeting: staff propose instants (UTC, ISO strings), the partner picks one."""

    id: str
    order_id: str
    epoch: int
    proposed: list[str]
    proposed_at: datetime
    picked: str | None = None
    picked_by: str | None = None


class FeedbackCategory(StrEnum):
    """What the customer says about the delivery (domain.md 10)."""

    FINE = "fine"
    TRANSPORT_DAMAGE = "transport_damage"
    WRONG_OR_MISSING = "wrong_or_missing"
    FINISH = "finish"
    DIMENSIONS = "dimensions"
    INSTALLATION = "installation"
    OTHER = "other"


class Remedy(StrEnum):
    """What a complaint leads to besides approval: the goods are made again, or repaired."""

    REMAKE = "remake"
    REPAIR = "repair"


@dataclass(slots=True)
class Feedback:
    """One piece of feedback; `given_at` is the time at its source, `late` if after the window.

    `photos` are the customer's, in our own file store.
    """

    id: str
    order_id: str
    window: int
    category: FeedbackCategory
    text: str
    given_at: datetime
    recorded_at: datetime
    recorded_by: str
    late: bool = False
    photos: list[Attachment] = field(default_factory=list)
