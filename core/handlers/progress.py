"""The steps of an order's life after assignment: Ready, Delivered, feedback, Approved, reopen, cancel, snooze.

`Order.status` itself is written by `core.lifecycle.move` alone; this module does what belongs to each step.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from core import commands as c
from core import events as e
from core import lifecycle
from core.handlers import check_ins, ladder
from core.handlers.fields import prose
from core.handlers.filing import lacking, rejected_files
from core.handlers.offering import close_offers
from core.lifecycle import Verb
from core.orders import Feedback, FeedbackCategory, Order, Remedy, Status, TaskKey, TaskState
from core.people import Role
from core.permissions import Action, demand
from core.refusals import AlreadyDone, BadValue, ReasonNeeded, TooLate, UploadsMissing, WrongStatus
from core.timeline import DeadlineKind, DeadlineState
from core.work import Work

FEEDBACK_WINDOW = timedelta(days=14)
HALFWAY = timedelta(days=7)
LAST_CALL = timedelta(days=12)
ARRIVING = timedelta(minutes=30)
"""How long a form with photos may be on its way here."""
WINDOW_KINDS = (DeadlineKind.FEEDBACK_HALFWAY, DeadlineKind.FEEDBACK_LAST_CALL, DeadlineKind.FEEDBACK_CLOSES)


def reason_given(what: str, text: str | None) -> str:
    """The reason, which may not be blank. Raises `ReasonNeeded`."""
    reason = prose("reason", text, 1000)
    if not reason:
        raise ReasonNeeded(what)
    return reason


def _step(
    work: Work,
    order: Order,
    verb: Verb,
    *,
    at: datetime | None = None,
    reason: str | None = None,
    target: Status | None = None,
    remedy: Remedy | None = None,
) -> None:
    """Make the step and tell it. Raises `AlreadyDone` when it has just been made, else as `lifecycle.check`."""
    _check(work, order, verb, target)
    old = lifecycle.move(order, verb, work.actor, target)
    work.store.orders.save(order)
    work.tell(e.StatusChanged(order, verb, old, order.status, at or work.now, reason, remedy or ""))


def _check(work: Work, order: Order, verb: Verb, target: Status | None = None) -> None:
    try:
        lifecycle.check(order, verb, work.actor, target)
    except WrongStatus:
        _say_who_did_it(work, order, verb)
        raise


def _say_who_did_it(work: Work, order: Order, verb: Verb) -> None:
    if order.status not in {s.target for s in lifecycle.LIFE if s.verb is verb}:
        return
    for entry in reversed(work.store.entries.find(order_id=order.id, event=verb)):
        if entry.new == order.status:
            raise AlreadyDone(verb, entry.actor_name, entry.at)


def _moment(work: Work, at: datetime | None, not_before: datetime | None) -> datetime:
    """When it happened: now, or a past instant that Cutr states for an order brought in."""
    if at is None:
        return work.now
    if not work.actor.is_cutr:
        raise BadValue("at", "not_yours_to_set")
    if at > work.now:
        raise BadValue("at", "in_the_future", at.isoformat())
    if not_before is not None and at < not_before:
        raise BadValue("at", "before_the_step_before", at.isoformat())
    return at


def _task(work: Work, order: Order, key: TaskKey, state: TaskState, at: datetime | None = None) -> None:
    for task in work.store.tasks.find(order_id=order.id, epoch=order.epoch, key=key):
        task.state, task.done_at = state, at
        task.done_by = work.actor.name if at else None
        work.store.tasks.save(task)


def mark_ready(work: Work, command: c.MarkReady) -> Order:
    """Packed, at the workshop. Open date to-dos do not hold it back (domain.md 17, case 4)."""
    order = work.order(command.order_id)
    _check(work, order, Verb.MARK_READY)
    override = prose("reason", command.override_reason, 1000)
    _demand_uploads(work, order, override)
    at = _moment(work, command.at, order.assigned_at)
    order.ready_at = at
    _step(work, order, Verb.MARK_READY, at=at, reason=override or None)
    _task(work, order, TaskKey.MARK_READY, TaskState.DONE, at)
    _task(work, order, TaskKey.MARK_DELIVERED, TaskState.OPEN)
    ladder.follow(work, order)
    check_ins.follow(work, order)
    return order


def _demand_uploads(work: Work, order: Order, override: str) -> None:
    """Required uploads are there and none is rejected, or Cutr says why it goes on without (domain.md 2.2, 6.2)."""
    missing, rejected = lacking(work, order), rejected_files(work, order)
    if (missing or rejected) and not (override and work.actor.is_cutr):
        raise UploadsMissing([str(kind) for kind in missing], [file.name for file in rejected])


def mark_delivered(work: Work, command: c.MarkDelivered) -> Order:
    """The customer has it; a new window of 14 x 24 hours opens. Raises `BadValue` without the signed slip."""
    order = work.order(command.order_id)
    _check(work, order, Verb.MARK_DELIVERED)
    if not command.signed_slip:
        raise BadValue("signed_slip", "not_confirmed")
    at = _moment(work, command.at, order.ready_at)
    _open_window(work, order, at)
    _step(work, order, Verb.MARK_DELIVERED, at=at)
    _task(work, order, TaskKey.MARK_DELIVERED, TaskState.DONE, at)
    check_ins.follow(work, order)
    return order


def _open_window(work: Work, order: Order, at: datetime) -> None:
    order.delivered_at, order.feedback_until, order.window = at, at + FEEDBACK_WINDOW, order.window + 1
    for kind, after in zip(WINDOW_KINDS, (HALFWAY, LAST_CALL, FEEDBACK_WINDOW), strict=True):
        ladder.set_deadline(work, kind, order.id, order.window, at + after)


def record_feedback(work: Work, command: c.RecordFeedback) -> Feedback:
    """Feedback from before the deadline stops the clock, whenever it arrives; later feedback is noted only.

    "All fine" closes an order that waits for it; it takes back neither a complaint nor an approval.
    """
    order = work.order(command.order_id)
    lifecycle.check(order, Verb.RECORD_FEEDBACK, work.actor)
    given_at = _given_at(work, command, order)
    late = order.feedback_until is not None and given_at >= order.feedback_until
    feedback = work.store.feedback.add(Feedback(
        work.house.new_id(), order.id, order.window, command.category, prose("text", command.text), given_at,
        work.now, work.actor.name, late, list(command.photos),
    ))  # fmt: skip
    if not late and command.category is not FeedbackCategory.FINE:
        order.approved_at = None
        _step(work, order, Verb.RECORD_FEEDBACK, at=given_at)
        _stop_window(work, order)
    elif not late and order.status is Status.DELIVERED:
        _approve(work, order, given_at, None)
    work.tell(e.FeedbackRecorded(order, feedback))
    return feedback


def _given_at(work: Work, command: c.RecordFeedback, order: Order) -> datetime:
    """A page's form counts from when it began to arrive: its photos may take minutes."""
    at = command.given_at
    if at is not None and work.actor.role is Role.CUSTOMER and work.now - ARRIVING <= at <= work.now:
        return at
    return _moment(work, at, order.delivered_at)


def _stop_window(work: Work, order: Order) -> None:
    for kind in WINDOW_KINDS:
        for deadline in work.store.deadlines.find(subject=order.id, kind=kind, state=DeadlineState.OPEN):
            deadline.state = DeadlineState.CANCELLED
            work.store.deadlines.save(deadline)


def approve(work: Work, command: c.Approve) -> Order:
    """Close as approved; after feedback Cutr says why."""
    order = work.order(command.order_id)
    _check(work, order, Verb.APPROVE)
    at = _moment(work, command.at, order.delivered_at)
    judged = order.status is Status.FEEDBACK_RECEIVED
    reason = reason_given("approve", command.reason) if judged else prose("reason", command.reason) or None
    _approve(work, order, at, reason)
    return order


def close_window(work: Work, order: Order, at: datetime) -> None:
    """The 14 days are over without feedback: approved, effective at the deadline's own instant."""
    if order.status is Status.DELIVERED:
        _approve(work, order, at, None)


def _approve(work: Work, order: Order, at: datetime, reason: str | None) -> None:
    _step(work, order, Verb.APPROVE, at=at, reason=reason)
    order.approved_at = at
    work.store.orders.save(order)
    _stop_window(work, order)


def reopen(work: Work, command: c.Reopen) -> Order:
    """Staff take a step back. An earlier window ends; a new Delivered opens a new one."""
    order = work.order(command.order_id)
    _check(work, order, Verb.REOPEN, command.target)
    reason = reason_given("reopen", command.reason)
    _step(work, order, Verb.REOPEN, reason=reason, target=command.target, remedy=command.remedy)
    _stop_window(work, order)
    order.delivered_at, order.feedback_until = None, None
    if order.status is Status.IN_PRODUCTION:
        order.ready_at = None
        _task(work, order, TaskKey.MARK_READY, TaskState.OPEN)
        _task(work, order, TaskKey.MARK_DELIVERED, TaskState.HIDDEN)
    elif order.status is Status.READY:
        _task(work, order, TaskKey.MARK_DELIVERED, TaskState.OPEN)
    else:
        # What the feedback was about is settled; the customer gets the full time again.
        _open_window(work, order, work.now)
    work.store.orders.save(order)
    ladder.follow(work, order)
    check_ins.follow(work, order)
    return order


def cancel(work: Work, command: c.Cancel) -> Order:
    """End it: all clocks stop, the chats become read only, the history stays."""
    order = work.order(command.order_id)
    _check(work, order, Verb.CANCEL)
    reason = reason_given("cancel", command.reason)
    order.cancelled_at, order.in_digest = work.now, False
    _step(work, order, Verb.CANCEL, reason=reason)
    ladder.cancel_all(work, order.id)
    check_ins.follow(work, order)
    close_offers(work, order)
    return order


def snooze(work: Work, command: c.Snooze) -> Order:
    """No reminders until the morning of that day; None wakes them."""
    demand(work.actor, Action.SNOOZE)
    order = work.order(command.order_id)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "snooze")
    reason = reason_given("snooze", command.reason) if command.until else prose("reason", command.reason)
    if command.until is None:
        order.snoozed_until = None
    else:
        zone = ZoneInfo(work.house.staff_zone)
        order.snoozed_until = datetime.combine(command.until, time(8, 0), zone).astimezone(work.now.tzinfo)
        if order.snoozed_until <= work.now:
            raise TooLate("snooze", order.snoozed_until)
    work.store.orders.save(order)
    ladder.rouse(work, order)
    work.tell(e.OrderSnoozed(order, command.until, reason))
    return order
