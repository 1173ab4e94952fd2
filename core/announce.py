"""What is said to whom when something has happened: one branch per event. Wording and rendering are the front ends'.

The audience is in the notice's type: `to_customer` takes a `SharedNotice` only, and `core.handlers.spots.post` and the
schema refuse the rest.
"""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from core import events as e
from core import notices as n
from core.chats import Audience, Place, PlaceState
from core.files import Review
from core.handlers.progress_notices import announce_status
from core.handlers.shelving import show, show_review
from core.handlers.spots import (
    admins,
    customer_mail,
    mailbox,
    partner_places,
    places_of,
    refresh_cards,
    say_all,
    shows_order,
    shows_todos,
    staff_channel,
    staff_places,
)
from core.orders import FeedbackCategory, OfferState, Order, TaskKey
from core.people import Party, Role
from core.work import Work

QUIET = (
    e.MessageChanged, e.OrderAssigned, e.DelayReported, e.CheckInAsked, e.CheckInReplied, e.CheckInSilent,
    e.CustomerLinkChanged,
)  # fmt: skip
"""Events after which no card looks different, or that are followed by another event that refreshes them."""


def announce(work: Work, event: e.Event) -> None:  # noqa: PLR0912, PLR0915, C901 - one row per event, exhaustive on purpose
    """Queue every notice that this event calls for, and bring the cards up to date."""
    match event:
        case e.OrderCreated():
            pass
        case e.OrderOffered():
            _offered(work, event)
        case e.OfferAnswered():
            _offer_answered(work, event)
        case e.OfferEnded():
            _offer_ended(work, event)
        case e.OrderAssigned():
            _assigned(work, event)
        case e.TaskChanged():
            _task_changed(work, event)
        case e.DeliveryDateChanged():
            _delivery_date(work, event)
        case e.DelayReported(order, key, old, new, reason, remedy, cause):
            notice = n.DelayNotice(order.reference, key, old, new, reason, remedy, work.actor.name, cause)
            told = partner_places(work, order) if work.actor.is_cutr else []
            say_all(work, [*staff_places(work, order), *told], notice, order)
        case e.MilestoneChanged(order, _, label, old, new):
            milestone = n.MilestoneNotice(order.reference, order.id, label, old, new)
            say_all(work, [*partner_places(work, order), *staff_places(work, order)], milestone, order)
        case e.KickOffProposed(order, kick_off):
            options = n.KickOffOptions(order.reference, order.id, tuple(kick_off.proposed))
            say_all(work, partner_places(work, order), options, order)
        case e.KickOffPicked():
            _kick_off_picked(work, event)
        case e.StatusChanged():
            announce_status(work, event)
        case e.FeedbackRecorded():
            _feedback(work, event)
        case e.PartnerReminded():
            _reminded(work, event)
        case e.StaffEscalated():
            _escalated(work, event)
        case e.MilestonesMissing(order, _):
            wanted = n.MilestonesWanted(order.reference, order.id, order.title)
            say_all(work, staff_places(work, order), wanted, order)
        case e.FeedbackWindowNoted():
            _window_noted(work, event)
        case e.FileReviewed():
            _reviewed(work, event)
        case e.CheckInAsked(order, check_in):
            question = n.CheckInQuestion(order.reference, order.id, order.title, check_in.key, check_in.day)
            say_all(work, _reached(work, order), question, order)
        case e.CheckInReplied(order, check_in, answer):
            answered = n.CheckInAnswered(order.reference, check_in.key, check_in.day, answer, work.actor.name)
            say_all(work, staff_places(work, order), answered, order)
        case e.CustomerLinkChanged(order, what):
            if what == "renewed":
                _customer_link(work, order)
        case (
            e.CheckInSilent()
            | e.OrderSnoozed()
            | e.StaffTaskDone()
            | e.MessageChanged()
            | e.FileChanged()
            | e.SlipMade()
        ):
            pass
        case _:
            assert_never(event)
    if not isinstance(event, QUIET):
        refresh_cards(work, event.order, shows_todos if _is_inward(event) else shows_order)


def _offered(work: Work, event: e.OrderOffered) -> None:
    order, offer = event.order, event.offer
    partner = work.partner(offer.partner_id)
    notice = n.OfferSent(
        order.reference, offer.id, order.title, order.price or "", order.currency or "",
        order.requested_delivery_date, order.delivery_address or "", order.notes or "", offer.answer_until,
    )  # fmt: skip
    readers = admins(work, partner)
    say_all(work, readers, notice, order)
    if not readers:
        alert = n.StaffAlert(order.reference, "no_admin_linked", partner.name, order.id, "")
        say_all(work, [staff_channel(work)], alert, order)


def _offer_answered(work: Work, event: e.OfferAnswered) -> None:
    offer, order = event.offer, event.order
    partner = work.partner(offer.partner_id)
    notice = n.OfferAnsweredNotice(order.reference, partner.name, offer.state, offer.reason or "", offer.note or "")
    say_all(work, [staff_channel(work)], notice, order)


def _offer_ended(work: Work, event: e.OfferEnded) -> None:
    order, offer = event.order, event.offer
    closed = n.OfferClosed(order.reference, order.title, offer.state)
    partner = work.partner(offer.partner_id)
    say_all(work, admins(work, partner), closed, order)
    if offer.state is OfferState.EXPIRED:
        silent = n.OfferAnsweredNotice(order.reference, partner.name, offer.state, "", "")
        say_all(work, [staff_channel(work)], silent, order)


def _assigned(work: Work, event: e.OrderAssigned) -> None:
    order = event.order
    partner = work.partner(order.partner_id or "")
    due = next((t.due_at for t in work.store.tasks.find(order_id=order.id, epoch=order.epoch) if t.due_at), None)
    mail = n.AssignedMail(order.reference, order.title, partner.name, due)
    addresses = {partner.email: partner.language}
    for member in work.store.members.find(partner_id=partner.id, role="admin", removed_at=None):
        addresses.setdefault(member.email, member.language or partner.language)
    for address, language in addresses.items():
        say_all(work, mailbox(work, address, Party.PARTNER, language), mail, order)
    if event.previous_partner_id is None:
        _customer_link(work, order)
    if event.previous_partner_id:
        previous = work.partner(event.previous_partner_id)
        say_all(work, admins(work, previous), n.OrderTakenAway(order.reference, order.title), order)
    for task in work.store.staff_tasks.find(order_id=order.id, done_at=None, kind="check_in"):
        wanted = n.CheckInWanted(order.reference, partner.name, task.id)
        say_all(work, staff_places(work, order), wanted, order)


def _customer_link(work: Work, order: Order) -> None:
    customer = work.store.customers.get(order.customer_id)
    if customer is not None:
        link = n.CustomerLink(order.reference, order.id, order.title, customer.name)
        say_all(work, customer_mail(work, order), link, order)


def _task_changed(work: Work, event: e.TaskChanged) -> None:
    order = event.order
    notice = n.TaskNotice(
        order.reference, event.task.key, _shown(event.old), _shown(event.new), work.actor.name, event.reason or "",
        event.warnings,
    )  # fmt: skip
    say_all(work, staff_places(work, order), notice, order)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return str(value) if value is not None else ""


def _delivery_date(work: Work, event: e.DeliveryDateChanged) -> None:
    order = event.order
    notice = n.DeliveryDateNotice(
        order.reference,
        order.id,
        order.title,
        event.old,
        event.new,
        event.method,
        event.reason or "",
        event.cause,
    )
    to_customer(work, order, notice)


def to_customer(work: Work, order: Order, notice: n.AnyShared) -> None:
    """To everybody who reads the chat with the customer: the customer by mail, staff and partner in their threads."""
    say_all(work, customer_mail(work, order), notice, order)
    if order.customer_chat:
        say_all(work, staff_places(work, order, Audience.WITH_CUSTOMER), notice, order)
        say_all(work, places_of(work, order, Audience.WITH_CUSTOMER, Party.PARTNER), notice, order)


def _kick_off_picked(work: Work, event: e.KickOffPicked) -> None:
    order, picked = event.order, event.kick_off.picked
    if picked:
        notice = n.KickOffPickedNotice(order.reference, datetime.fromisoformat(picked), work.actor.name)
        say_all(work, [*partner_places(work, order), *staff_places(work, order)], notice, order)


def _feedback(work: Work, event: e.FeedbackRecorded) -> None:
    order, feedback = event.order, event.feedback
    fine = "fine" if feedback.category is FeedbackCategory.FINE else ""
    late = "late" if feedback.late else fine
    notice = n.FeedbackNotice(order.reference, order.id, feedback.category, feedback.text, late, feedback.id)
    say_all(work, staff_places(work, order), notice, order)
    if not feedback.late and feedback.category is not FeedbackCategory.FINE:
        say_all(work, partner_places(work, order), n.FeedbackHeard(order.reference, feedback.category), order)


def _reminded(work: Work, event: e.PartnerReminded) -> None:
    order = event.order
    if event.level == "todo_nudge":
        nudge = n.TodosNudge(order.reference, order.id, order.title, event.missing, event.due_at)
        say_all(work, _reached(work, order), nudge, order)
        return
    count = 1 if event.level == "todo_reminder" else 1 + int(event.level[-1])
    overdue = n.TodosOverdue(order.reference, order.id, order.title, event.missing, event.due_at, count)
    say_all(work, _reached(work, order), overdue, order)


def _reached(work: Work, order: Order) -> list[Place]:
    """Where the partner will read a reminder: else by mail, and staff hear that nobody does (domain.md 17, case 23)."""
    places = [place for place in partner_places(work, order) if place.state is not PlaceState.BROKEN]
    if places:
        return places
    partner = work.partner(order.partner_id or "")
    alert = n.StaffAlert(order.reference, "unreachable", partner.name, order.id, "")
    say_all(work, staff_places(work, order), alert, order)
    return mailbox(work, partner.email, Party.PARTNER, partner.language)


def _escalated(work: Work, event: e.StaffEscalated) -> None:
    order = event.order
    partner = work.partner(order.partner_id or "")
    notice = n.TodosEscalated(
        order.reference, order.id, order.title, partner.name, event.missing, order.assigned_at or work.now,
        order.responsible or "",
    )  # fmt: skip
    say_all(work, [staff_channel(work)], notice, order)


def _window_noted(work: Work, event: e.FeedbackWindowNoted) -> None:
    order = event.order
    until = order.feedback_until or work.now
    last = event.level == "feedback_last_call"
    kind = n.FeedbackLastCall if last else n.FeedbackHalfway
    notice = kind(order.reference, order.id, order.title, until)
    if last:
        say_all(work, customer_mail(work, order), notice, order)
    readers = Audience.WITH_CUSTOMER if order.customer_chat else Audience.CUTR_ONLY
    say_all(work, staff_places(work, order, readers), notice, order)


def _is_inward(event: e.Event) -> bool:
    """Whether only the cards that show to-dos and files look different after it."""
    if isinstance(event, e.TaskChanged):
        return event.task.key is not TaskKey.DELIVERY_SCHEDULE
    return isinstance(event, e.FileChanged | e.FileReviewed | e.SlipMade)


def _reviewed(work: Work, event: e.FileReviewed) -> None:
    order, file = event.order, event.file
    # A file stands on the cards of its own set and of every set that has revised it.
    for set_id in dict.fromkeys([file.set_id, *(i.set_id for i in work.store.upload_items.find(file_id=file.id))]):
        upload = work.store.upload_sets.get(set_id)
        if upload is not None:
            show(work, upload)
            show_review(work, upload)
    if work.actor.role is Role.CUSTOMER:
        judged = n.DrawingJudged(order.reference, file.name, event.new, event.note)
        readers = partner_places(work, order) if event.new is Review.APPROVED else []
        say_all(work, [*staff_places(work, order), *readers], judged, order)
