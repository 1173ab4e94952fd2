"""Events tell what has happened to an order: `core.journal` makes the timeline of them, `core.announce` notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.check_ins import CheckIn, CheckInAnswer
from core.files import File, Review, SlipVersion
from core.orders import Feedback, KickOff, Offer, Order, Status, Task


@dataclass(frozen=True, slots=True)
class OrderCreated:
    """A draft exists."""

    order: Order


@dataclass(frozen=True, slots=True)
class OrderOffered:
    """One partner was asked."""

    order: Order
    offer: Offer


@dataclass(frozen=True, slots=True)
class OfferAnswered:
    """A partner accepted or declined."""

    order: Order
    offer: Offer


@dataclass(frozen=True, slots=True)
class OfferEnded:
    """Time ran out, or somebody else got the order."""

    order: Order
    offer: Offer


@dataclass(frozen=True, slots=True)
class OrderAssigned:
    """A partner has the order; `previous_partner_id` when it was taken from another."""

    order: Order
    previous_partner_id: str | None
    first_for_partner: bool


@dataclass(frozen=True, slots=True)
class TaskChanged:
    """A to-do got a value, another value, or lost it."""

    order: Order
    task: Task
    old: object
    new: object
    reason: str | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliveryDateChanged:
    """The customer hears of it: set for the first time (`old` None) or moved with a reason."""

    order: Order
    old: date | None
    new: date
    method: str
    reason: str | None
    cause: str = ""


@dataclass(frozen=True, slots=True)
class DelayReported:
    """A partner says that a date will not hold."""

    order: Order
    task_key: str
    old: date | None
    new: date
    reason: str
    remedy: str
    cause: str = "other"


@dataclass(frozen=True, slots=True)
class CheckInAsked:
    """The clock put a question to the partner."""

    order: Order
    check_in: CheckIn


@dataclass(frozen=True, slots=True)
class CheckInReplied:
    """Somebody answered one."""

    order: Order
    check_in: CheckIn
    answer: CheckInAnswer


@dataclass(frozen=True, slots=True)
class CheckInSilent:
    """Nobody answered within a working day."""

    order: Order
    check_in: CheckIn


@dataclass(frozen=True, slots=True)
class MilestoneChanged:
    """Cutr set, moved or (`new` None) removed a milestone."""

    order: Order
    key: str
    label: str
    old: date | None
    new: date | None


@dataclass(frozen=True, slots=True)
class KickOffProposed:
    """Cutr proposed instants."""

    order: Order
    kick_off: KickOff


@dataclass(frozen=True, slots=True)
class KickOffPicked:
    """The partner chose one."""

    order: Order
    kick_off: KickOff


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """A step of the life was made; `effective_at` is when it counts from, `remedy` what a complaint led to."""

    order: Order
    verb: str
    old: Status
    new: Status
    effective_at: datetime
    reason: str | None = None
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class FeedbackRecorded:
    """The customer spoke; `late` changes no status."""

    order: Order
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class OrderSnoozed:
    """Reminders rest until the date (None: they are awake again)."""

    order: Order
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class PartnerReminded:
    """A rung of the ladder fired; `level` is the deadline's kind, `missing` the open to-dos' keys."""

    order: Order
    level: str
    missing: tuple[str, ...]
    due_at: datetime
    effective_at: datetime


@dataclass(frozen=True, slots=True)
class StaffEscalated:
    """Day 6 and still open."""

    order: Order
    missing: tuple[str, ...]
    effective_at: datetime


@dataclass(frozen=True, slots=True)
class MilestonesMissing:
    """A kick-off order without milestones: staff's own reminder."""

    order: Order
    effective_at: datetime


@dataclass(frozen=True, slots=True)
class FeedbackWindowNoted:
    """Day 7 or day 12 of the feedback window."""

    order: Order
    level: str
    effective_at: datetime


@dataclass(frozen=True, slots=True)
class StaffTaskDone:
    """Staff ticked a task of theirs."""

    order: Order
    kind: str


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message was edited, retracted, moved, vouched for or dropped; `what` says which."""

    order: Order
    message_id: str
    what: str
    old: object = None
    new: object = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FileChanged:
    """A file was filed, revised, moved or withdrawn; `old` and `new` are folders."""

    order: Order
    file_id: str
    name: str
    what: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class FileReviewed:
    """A reviewer judged a file's newest revision."""

    order: Order
    file: File
    old: Review
    new: Review
    note: str


@dataclass(frozen=True, slots=True)
class SlipMade:
    """A packing slip was made; `outdated` is the number of packages of the one it replaces."""

    order: Order
    slip: SlipVersion
    outdated: int | None


@dataclass(frozen=True, slots=True)
class CustomerLinkChanged:
    """Earlier links to the page work no more; `what` is `renewed` (the customer gets the new one) or `revoked`."""

    order: Order
    what: str


Event = (
    OrderCreated | OrderOffered | OfferAnswered | OfferEnded | OrderAssigned | TaskChanged | DeliveryDateChanged
    | DelayReported | MilestoneChanged | KickOffProposed | KickOffPicked | StatusChanged | FeedbackRecorded
    | OrderSnoozed | PartnerReminded | StaffEscalated | MilestonesMissing | FeedbackWindowNoted | StaffTaskDone
    | MessageChanged
    | FileChanged
    | FileReviewed
    | SlipMade
    | CustomerLinkChanged
    | CheckInAsked
    | CheckInReplied
    | CheckInSilent
)  # fmt: skip
