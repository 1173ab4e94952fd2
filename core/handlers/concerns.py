"""Keeps the rows of `core.concerns` true: after every event of an order they are what its state says.

Called by the dispatcher in the transaction of the event. What can't be reached or did not arrive has no row here.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from core import events as e
from core.check_ins import CheckInState
from core.concerns import Concern, Why
from core.file_views import counts
from core.files import Review
from core.handlers.ladder import counted_tasks
from core.orders import RUNNING_STATUSES, Order, Status, Task, TaskKey, TaskState
from core.timeline import DeadlineKind, DeadlineState
from core.work import Work

CLOSING_BEFORE = timedelta(hours=48)
"""How long before its end a feedback window counts as closing: day 12, with the customer's last call."""


def keep_concerns(work: Work) -> None:
    """Bring the concerns of every order that something has happened to up to date."""
    changed = dict.fromkeys(event.order.id for event in work.events if not isinstance(event, e.MessageChanged))
    for order_id in changed:
        order = work.store.orders.get(order_id)
        if order is not None:
            _keep(work, order)


def _keep(work: Work, order: Order) -> None:
    there = {concern.why: concern for concern in work.store.concerns.find(order_id=order.id)}
    wanted = concerns_of(work, order)
    for why, concern in there.items():
        if why not in wanted:
            work.store.concerns.remove(concern.id)
    for why, since in wanted.items():
        known = there.get(why)
        if known is None:
            made = Concern(f"{order.id}-{why}", order.id, why, since or work.now)
            work.store.concerns.add(made)
        elif since is not None and since != known.since:
            known.since = since
            work.store.concerns.save(known)


def concerns_of(work: Work, order: Order) -> dict[Why, datetime | None]:
    """Why this order needs staff, now or later, and from when on; None is "since it was first seen"."""
    if not order.is_open:
        return {}
    found: dict[Why, datetime | None] = {}
    for why, at in ((Why.TODOS, _todos_due(work, order)), (Why.DATE, _date_over(work, order))):
        if at is not None:
            found[why] = max(at, order.snoozed_until or at)
    if order.status in RUNNING_STATUSES and _has_rejected(work, order):
        found[Why.REJECTED] = None
    if order.status is Status.FEEDBACK_RECEIVED:
        found[Why.FEEDBACK] = None
    if order.status is Status.DELIVERED and order.feedback_until is not None:
        found[Why.CLOSING] = order.feedback_until - CLOSING_BEFORE
    unanswered = _unanswered_since(work, order)
    if unanswered is not None:
        found[Why.SILENT] = max(unanswered, order.snoozed_until or unanswered)
    if order.wants_kick_off and _lacks_milestones(work, order):
        found[Why.MILESTONES] = None
    return found


def _unanswered_since(work: Work, order: Order) -> datetime | None:
    silent = work.store.check_ins.find(order_id=order.id, epoch=order.epoch, state=CheckInState.SILENT)
    return min((one.silent_at for one in silent if one.silent_at is not None), default=None)


def _todos_due(work: Work, order: Order) -> datetime | None:
    if order.status is not Status.IN_PRODUCTION:
        return None
    waiting = [task for task in counted_tasks(work, order) if task.state is TaskState.OPEN]
    return min((task.due_at for task in waiting if task.due_at), default=None)


def _date_over(work: Work, order: Order) -> datetime | None:
    """The end of the day, at the workshop, by which the next step was promised."""
    tasks = {task.key: task for task in work.store.tasks.find(order_id=order.id, epoch=order.epoch)}
    task = promised(order.status, tasks)
    if task is None or task.date is None:
        return None
    return datetime.combine(task.date + timedelta(days=1), time(0), tzinfo=work.zone_of(order))


def promised(status: Status, tasks: dict[TaskKey, Task]) -> Task | None:
    """The to-do whose date is the next to be kept: completion in production, delivery once Ready."""
    if status is Status.IN_PRODUCTION:
        done = tasks.get(TaskKey.COMPLETION_DATE)
        return done if done is not None and done.date is not None else tasks.get(TaskKey.DELIVERY_SCHEDULE)
    return tasks.get(TaskKey.DELIVERY_SCHEDULE) if status is Status.READY else None


def _has_rejected(work: Work, order: Order) -> bool:
    found = work.store.files.find(order_id=order.id, review=Review.REJECTED, withdrawn_at=None)
    return any(counts(order, file) for file in found)


def _lacks_milestones(work: Work, order: Order) -> bool:
    asked = work.store.deadlines.find(
        subject=order.id, epoch=order.epoch, kind=DeadlineKind.MILESTONES_MISSING, state=DeadlineState.FIRED
    )
    return bool(asked) and not work.store.milestones.find(order_id=order.id)
