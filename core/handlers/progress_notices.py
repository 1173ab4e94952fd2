"""What is said when an order makes a step of its life: Ready, Delivered, Approved, reopened, cancelled."""

from __future__ import annotations

from core import notices as n
from core.chats import Audience
from core.events import StatusChanged
from core.handlers.spots import admins, customer_mail, partner_places, places_of, say_all, staff_places
from core.lifecycle import Verb
from core.orders import DATE_TASKS, Order, Status, TaskState
from core.people import CLOCK, Party
from core.work import Work


def announce_status(work: Work, event: StatusChanged) -> None:
    """Queue the notices of one step."""
    order = event.order
    if event.verb == Verb.MARK_READY:
        _step(work, order, event.new)
        _shared(work, order, n.OrderReady(order.reference, order.id, order.title))
    elif event.verb == Verb.MARK_DELIVERED:
        _step(work, order, event.new)
        until = order.feedback_until or work.now
        _shared(work, order, n.OrderDelivered(order.reference, order.id, order.title, until))
    elif event.verb == Verb.APPROVE:
        how = "window_over" if work.actor is CLOCK else "decided"
        _shared(work, order, n.OrderApproved(order.reference, order.id, order.title, how))
        _step(work, order, event.new)
    elif event.verb == Verb.REOPEN:
        notice = n.OrderReopened(
            order.reference, order.id, event.old, event.new, event.reason or "", work.actor.name, event.remedy
        )
        say_all(work, [*partner_places(work, order), *staff_places(work, order)], notice, order)
        if order.feedback_until is not None:
            again = n.OrderDelivered(order.reference, order.id, order.title, order.feedback_until)
            _shared(work, order, again)
    elif event.verb == Verb.CANCEL:
        _cancelled(work, order, event.reason or "")


def _step(work: Work, order: Order, status: Status) -> None:
    tasks = work.store.tasks.find(order_id=order.id, epoch=order.epoch)
    missing = tuple(t.key for t in tasks if t.key in DATE_TASKS and t.state is TaskState.OPEN)
    notice = n.StepNotice(order.reference, status, work.actor.name, missing)
    say_all(work, [*staff_places(work, order), *partner_places(work, order)], notice, order)


def _shared(work: Work, order: Order, notice: n.OrderReady | n.OrderDelivered | n.OrderApproved) -> None:
    say_all(work, customer_mail(work, order), notice, order)
    for party in (Party.STAFF, Party.PARTNER):
        say_all(work, places_of(work, order, Audience.WITH_CUSTOMER, party), notice, order)


def _cancelled(work: Work, order: Order, reason: str) -> None:
    notice = n.OrderCancelled(order.reference, order.title, reason)
    say_all(work, staff_places(work, order), notice, order)
    if order.partner_id:
        readers = partner_places(work, order) or admins(work, work.partner(order.partner_id))
        say_all(work, readers, notice, order)
