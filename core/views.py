"""Pictures of an order for people and machines: plain data put together from the store, without wording.

Used by every front end (cards, lists, REST, App Home). Money is left out for whoever may not see it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from core.chats import Audience, Chat, Copy, Message, Place
from core.check_ins import CheckIn
from core.file_views import counts, lacking_of
from core.files import File, FileKind, Review
from core.lifecycle import Verb, verbs_now
from core.orders import Feedback, KickOff, Milestone, Offer, Order, Task, TaskState
from core.people import Actor, Customer, Member, Partner, StaffTask
from core.permissions import Action, may
from core.ports import Store
from core.timeline import Deadline, DeadlineState


@dataclass(slots=True)
class OrderView:
    """One order with everything that hangs on it in its current epoch."""

    order: Order
    customer: Customer
    partner: Partner | None
    members: list[Member] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    kick_off: KickOff | None = None
    offers: list[tuple[Offer, Partner]] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    staff_tasks: list[StaffTask] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    chats: list[Chat] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    """What is on file, without what was taken back."""

    @property
    def lacking(self) -> list[FileKind]:
        """The kinds of files that Ready still asks for."""
        return lacking_of(self.order, self.files)

    @property
    def rejected(self) -> list[File]:
        """What waits for a revision."""
        return [one for one in self.files if one.review is Review.REJECTED and counts(self.order, one)]

    @property
    def open_tasks(self) -> list[Task]:
        """The to-dos that count for the three days: open, with a due time."""
        return [task for task in self.tasks if task.state is TaskState.OPEN and task.due_at is not None]

    @property
    def due_at(self) -> datetime | None:
        """When the to-dos are due (UTC)."""
        return min((task.due_at for task in self.tasks if task.due_at), default=None)

    @property
    def upcoming(self) -> list[Deadline]:
        """What the clock will do, soonest first."""
        return sorted((d for d in self.deadlines if d.state is DeadlineState.OPEN), key=lambda d: d.due_at)

    def place(self, audience: Audience, platform: str) -> Place | None:
        """The first place of this chat on that platform."""
        return next((p for p in self.places if p.audience is audience and p.platform == platform), None)

    def verbs(self, actor: Actor) -> list[Verb]:
        """What this actor can do with it now."""
        return verbs_now(self.order, actor)

    def shows_money_to(self, actor: Actor) -> bool:
        """Whether price and billing may be shown."""
        return may(actor, Action.SEE_MONEY)


def order_view(store: Store, order_id: str) -> OrderView | None:
    """The picture of one order, or None."""
    order = store.orders.get(order_id)
    if order is None:
        return None
    customer = store.customers.get(order.customer_id)
    assert customer is not None, "the schema keeps an order's customer"
    partner = store.partners.get(order.partner_id) if order.partner_id else None
    chats = store.chats.find(order_id=order.id, epoch=order.epoch)
    kick_offs = store.kick_offs.find(order_id=order.id, epoch=order.epoch)
    offers = [(offer, store.partners.get(offer.partner_id)) for offer in store.offers.find(order_id=order.id)]
    return OrderView(
        order=order,
        customer=customer,
        partner=partner,
        members=store.members.find(partner_id=partner.id, removed_at=None) if partner else [],
        tasks=store.tasks.find(order_id=order.id, epoch=order.epoch),
        milestones=sorted(store.milestones.find(order_id=order.id), key=lambda m: m.date),
        kick_off=kick_offs[-1] if kick_offs else None,
        offers=[(offer, who) for offer, who in offers if who is not None],
        deadlines=store.deadlines.find(subject=order.id),
        feedback=store.feedback.find(order_id=order.id),
        staff_tasks=store.staff_tasks.find(order_id=order.id),
        check_ins=store.check_ins.find(order_id=order.id, epoch=order.epoch),
        chats=chats,
        places=store.places.find(chat_id=frozenset(chat.id for chat in chats)) if chats else [],
        files=store.files.find(order_id=order.id, withdrawn_at=None),
    )


def view_by_reference(store: Store, reference: str) -> OrderView | None:
    """The order with this reference, whatever the case and the blanks around it; None if there is none."""
    found = store.orders.find(reference=reference.strip()) or store.orders.find(reference=reference.strip().upper())
    return order_view(store, found[0].id) if found else None


@dataclass(slots=True)
class MessageView:
    """A message with its map, for marks, Retry, Move and the REST list."""

    message: Message
    copies: list[Copy]
    unfinished: int
    failed: list[str]


def message_view(store: Store, message_id: str) -> MessageView | None:
    """The message and what became of its copies, or None."""
    message = store.messages.get(message_id)
    if message is None:
        return None
    postings = store.outbox.find(message_id=message_id, kind="DeliverMessage")
    waiting = [p for p in postings if p.state in {"queued", "sending", "unknown"}]
    failed = [p.error or "" for p in postings if p.state == "failed"]
    return MessageView(message, store.copies.find(message_id=message_id), len(waiting), failed)
