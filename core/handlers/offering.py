"""From a draft to an assigned order: creating, offering, answering, assigning."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from core import commands as c
from core import events as e
from core import lifecycle
from core.handlers import check_ins, ladder
from core.handlers.fields import one_line, prose, reference
from core.handlers.spots import close_places, open_chats
from core.lifecycle import Verb
from core.orders import Offer, OfferState, Order, Task, TaskKey, TaskState
from core.people import Partner, StaffTask
from core.permissions import Action, demand
from core.ports import Taken
from core.refusals import AlreadyDone, BadValue, NotYourOrder, TooLate, UnknownThing
from core.timeline import DeadlineKind
from core.work import Work
from core.worktime import next_slot

MOST_HOURS = 24 * 30
MILESTONES_WITHIN = timedelta(days=7)


def create_order(work: Work, command: c.CreateOrder) -> Order:
    """A draft. Raises `BadValue` (`taken` for a reference in use), `UnknownThing` for the customer."""
    demand(work.actor, Action.CREATE_ORDER)
    if work.store.customers.get(command.customer_id) is None:
        raise UnknownThing("customer", command.customer_id)
    order = Order(
        id=work.house.new_id(), reference=reference(command.reference), title=one_line("title", command.title),
        customer_id=command.customer_id, created_at=work.now,
        requested_delivery_date=command.requested_delivery_date,
        delivery_address=prose("delivery_address", command.delivery_address, 500) or None,
        price=_money(command.price), currency=one_line("currency", command.currency, 3).upper()
        if command.currency else None,
        includes_installation=command.includes_installation, needs_kick_off=command.needs_kick_off,
        needs_production_drawings=command.needs_production_drawings,
        needs_sample_pictures=command.needs_sample_pictures, customer_chat=command.customer_chat,
        folders=[one_line("folders", folder) for folder in command.folders], parts=list(command.parts),
        notes=prose("notes", command.notes) or None,
        label=one_line("label", command.label, 60) if command.label else None, aliases=command.aliases,
    )  # fmt: skip
    try:
        work.store.orders.add(order)
    except Taken:
        raise BadValue("reference", "taken", order.reference) from None
    work.tell(e.OrderCreated(order))
    return order


def _money(price: str | None) -> str | None:
    if price is None or not str(price).strip():
        return None
    try:
        amount = Decimal(str(price).strip().replace(",", "."))
    except InvalidOperation:
        raise BadValue("price", "not_a_number", str(price)[:40]) from None
    if not amount.is_finite() or amount < 0 or amount >= Decimal("1e12"):
        raise BadValue("price", "not_a_number", str(price)[:40])
    return format(amount.quantize(Decimal("0.01")), "f")


def offer_order(work: Work, command: c.OfferOrder) -> list[Offer]:
    """Offer to each partner who does not already have an open offer. Raises `BadValue`, `UnknownThing`."""
    order = work.order(command.order_id)
    lifecycle.check(order, Verb.OFFER, work.actor)
    if not command.partner_ids:
        raise BadValue("partners", "blank")
    if not 0 < command.answer_within_hours <= MOST_HOURS:
        raise BadValue("answer_within_hours", "out_of_range", str(command.answer_within_hours))
    lifecycle.move(order, Verb.OFFER, work.actor)
    work.store.orders.save(order)
    made = [_offer(work, order, work.partner(partner_id), command.answer_within_hours)
            for partner_id in dict.fromkeys(command.partner_ids)]  # fmt: skip
    return [offer for offer in made if offer is not None]


def _offer(work: Work, order: Order, partner: Partner, hours: int) -> Offer | None:
    if work.store.offers.find(order_id=order.id, partner_id=partner.id, state=OfferState.OPEN):
        return None
    until = work.now + timedelta(hours=hours)
    offer = work.store.offers.add(Offer(work.house.new_id(), order.id, partner.id, work.now, until))
    ladder.set_deadline(work, DeadlineKind.OFFER_CLOSES, offer.id, 0, until)
    work.tell(e.OrderOffered(order, offer))
    return offer


def answer_offer(work: Work, command: c.AnswerOffer) -> Offer:
    """Accept or decline. Raises `NotAllowed` for collaborators, `TooLate`, `AlreadyDone`."""
    demand(work.actor, Action.ANSWER_OFFER)
    offer = locked_offer(work, command.offer_id)
    if offer is None:
        raise UnknownThing("offer", command.offer_id)
    if offer.partner_id != work.actor.partner_id:
        raise NotYourOrder
    order = work.store.orders.get(offer.order_id)
    assert order is not None
    if offer.answered_at is not None:
        raise AlreadyDone(f"offer_{offer.state}", offer.answered_by or "", offer.answered_at)
    if work.now >= offer.answer_until or offer.state is OfferState.EXPIRED:
        raise TooLate("offer", offer.answer_until)
    if offer.state is not OfferState.OPEN:
        raise TooLate("offer_gone", work.now)
    offer.state = OfferState.DECLINED if command.decline else OfferState.ACCEPTED
    offer.reason, offer.note = command.decline, prose("note", command.note, 500) or None
    offer.answered_at, offer.answered_by = work.now, work.actor.name
    work.store.offers.save(offer)
    ladder.cancel_all(work, offer.id)
    work.tell(e.OfferAnswered(order, offer))
    return offer


def locked_offer(work: Work, offer_id: str) -> Offer | None:
    """The offer, held together with its order: who awards holds the order and writes all its offers."""
    found = work.store.offers.get(offer_id)
    if found is None:
        return None
    work.store.orders.lock(found.order_id)
    return work.store.offers.lock(offer_id)


def close_offer(work: Work, offer: Offer) -> None:
    """The time to answer is over."""
    order = work.store.orders.get(offer.order_id)
    if offer.state is OfferState.OPEN and order is not None:
        offer.state = OfferState.EXPIRED
        work.store.offers.save(offer)
        work.tell(e.OfferEnded(order, offer))


def assign_order(work: Work, command: c.AssignOrder) -> Order:
    """Give the order to a partner: status, to-dos, chats, ladder, mails, all in this transaction."""
    order = work.order(command.order_id)
    partner = work.partner(command.partner_id)
    assigned_at = command.assigned_at or work.now
    if assigned_at > work.now:
        raise BadValue("assigned_at", "in_the_future", assigned_at.isoformat())
    lifecycle.check(order, Verb.ASSIGN, work.actor)
    previous = order.partner_id
    if previous == partner.id:
        raise AlreadyDone("assigned", partner.name, order.assigned_at or work.now)
    if previous is not None:
        close_places(work, order)
    lifecycle.move(order, Verb.ASSIGN, work.actor)
    ladder.cancel_all(work, order.id)
    order.partner_id, order.epoch, order.assigned_at = partner.id, order.epoch + 1, assigned_at
    order.responsible = command.responsible or order.responsible
    order.in_digest, order.snoozed_until = False, None
    first = not [o for o in work.store.orders.find(partner_id=partner.id) if o.id != order.id]
    work.store.orders.save(order)
    _settle_offers(work, order)
    _make_tasks(work, order, partner)
    _make_staff_tasks(work, order, first_for_partner=first)
    ladder.plan(work, order)
    check_ins.follow(work, order)
    open_chats(work, order, partner)
    work.tell(e.OrderAssigned(order, previous, first))
    return order


def _settle_offers(work: Work, order: Order) -> None:
    for offer in work.store.offers.find(order_id=order.id):
        if offer.partner_id == order.partner_id and offer.state in {OfferState.OPEN, OfferState.ACCEPTED}:
            offer.state = OfferState.AWARDED
        elif offer.state in {OfferState.OPEN, OfferState.ACCEPTED}:
            offer.state = OfferState.NOT_CHOSEN
        else:
            continue
        work.store.offers.save(offer)
        ladder.cancel_all(work, offer.id)
        work.tell(e.OfferEnded(order, offer))


def _make_tasks(work: Work, order: Order, partner: Partner) -> None:
    assert order.assigned_at is not None
    due = order.assigned_at + ladder.TODOS_DUE
    for key in TaskKey:
        state, until = TaskState.OPEN, due
        if key is TaskKey.INVOICE_REFERENCE and not partner.self_billing:
            state = TaskState.HIDDEN
        if key is TaskKey.MARK_DELIVERED:
            state = TaskState.HIDDEN
        timed = key not in {TaskKey.MARK_READY, TaskKey.MARK_DELIVERED}
        work.store.tasks.add(
            Task(work.house.new_id(), order.id, order.epoch, key, state, due_at=until if timed else None)
        )


def _make_staff_tasks(work: Work, order: Order, *, first_for_partner: bool) -> None:
    for old in work.store.staff_tasks.find(order_id=order.id, done_at=None):
        # They were about the partner who had the order before.
        work.store.staff_tasks.remove(old.id)
    if first_for_partner:
        work.store.staff_tasks.add(StaffTask(work.house.new_id(), order.id, "check_in", work.now))
    if order.wants_kick_off:
        work.store.staff_tasks.add(StaffTask(work.house.new_id(), order.id, "kick_off", work.now))
        zone = ZoneInfo(work.house.staff_zone)
        base = work.now + MILESTONES_WITHIN
        due = next_slot(base, zone, work.is_holiday_in(zone))
        ladder.set_deadline(work, DeadlineKind.MILESTONES_MISSING, order.id, order.epoch, base, due)


def close_offers(work: Work, order: Order) -> None:
    """A cancelled order has no open offers; who was asked, or waits for the award, is told."""
    waiting = frozenset({OfferState.OPEN, OfferState.ACCEPTED})
    for offer in work.store.offers.find(order_id=order.id, state=waiting):
        ladder.cancel_all(work, offer.id)
        offer.state = OfferState.NOT_CHOSEN
        work.store.offers.save(offer)
        work.tell(e.OfferEnded(order, offer))
