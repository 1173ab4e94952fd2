"""The reminder ladder: which rungs an assignment gets, when, and how the list of open to-dos switches them.

Nudge on day 2, reminder at 72 hours, one each working day for three days, digest from day 4, escalation on day 6
(issue text and domain.md 3). Rungs to people wait for working hours; the to-dos' own due time never moves.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.check_ins import KEY_OF
from core.orders import Order, Status, Task, TaskState
from core.timeline import Deadline, DeadlineKind, DeadlineState
from core.work import Work
from core.worktime import next_slot, nth_working_day_after

TODOS_DUE = timedelta(hours=72)
NUDGE_AFTER = timedelta(hours=48)
DIGEST_AFTER = timedelta(hours=96)
ESCALATION_AFTER = timedelta(hours=144)
STAFF_HEAR_AFTER = timedelta(hours=1)
"""How long held words wait for their writer's answer before staff see that they do."""
REPEATS = (DeadlineKind.TODO_REPEAT_1, DeadlineKind.TODO_REPEAT_2, DeadlineKind.TODO_REPEAT_3)
TO_PARTNER = (DeadlineKind.TODO_NUDGE, DeadlineKind.TODO_REMINDER, *REPEATS)
LADDER = (*TO_PARTNER, DeadlineKind.TODO_DIGEST, DeadlineKind.TODO_ESCALATION)
PUT_OFF = (*LADDER, DeadlineKind.MILESTONES_MISSING, *KEY_OF)
REPEAT_AT = time(9, 0)


def set_deadline(
    work: Work, kind: DeadlineKind, subject: str, epoch: int, base_at: datetime, due_at: datetime | None = None
) -> None:
    """Write a deadline; `due_at` defaults to the base."""
    work.store.deadlines.add(Deadline(work.house.new_id(), kind, subject, epoch, base_at, due_at or base_at))


def plan(work: Work, order: Order) -> None:
    """Write all rungs for a fresh assignment."""
    assert order.assigned_at is not None
    start, zone = order.assigned_at, work.zone_of(order)
    staff = ZoneInfo(work.house.staff_zone)
    resting, staff_resting = work.is_holiday_in(zone), work.is_holiday_in(staff)
    reminder = next_slot(start + TODOS_DUE, zone, resting)
    nudge = next_slot(start + NUDGE_AFTER, zone, resting)
    if nudge < reminder:
        set_deadline(work, DeadlineKind.TODO_NUDGE, order.id, order.epoch, start + NUDGE_AFTER, nudge)
    set_deadline(work, DeadlineKind.TODO_REMINDER, order.id, order.epoch, start + TODOS_DUE, reminder)
    for number, kind in enumerate(REPEATS, start=1):
        due = nth_working_day_after(reminder, number, zone, resting, REPEAT_AT)
        set_deadline(work, kind, order.id, order.epoch, due)
    set_deadline(work, DeadlineKind.TODO_DIGEST, order.id, order.epoch, start + DIGEST_AFTER)
    escalation = start + ESCALATION_AFTER
    due = next_slot(escalation, staff, staff_resting)
    set_deadline(work, DeadlineKind.TODO_ESCALATION, order.id, order.epoch, escalation, due)


def counted_tasks(work: Work, order: Order) -> list[Task]:
    """The to-dos of the three-day rule."""
    tasks = work.store.tasks.find(order_id=order.id, epoch=order.epoch)
    return [task for task in tasks if task.due_at is not None and task.state is not TaskState.HIDDEN]


def missing_tasks(work: Work, order: Order) -> tuple[str, ...]:
    """Keys of the to-dos of the three-day rule that are open."""
    return tuple(task.key for task in counted_tasks(work, order) if task.state is TaskState.OPEN)


def follow(work: Work, order: Order) -> None:
    """Switch the rungs to the state of the list: complete or not in production stops them, undone wakes them."""
    rungs = [d for d in work.store.deadlines.find(subject=order.id, epoch=order.epoch) if d.kind in LADDER]
    if order.status is not Status.IN_PRODUCTION or not missing_tasks(work, order):
        _switch(work, rungs, DeadlineState.OPEN, DeadlineState.CANCELLED)
        order.in_digest = False
        work.store.orders.save(order)
        return
    # A nudge that lies behind stays asleep: who has just cleared a date needs none. Of the other rungs that lie behind
    # only the highest will speak, and none that has spoken before.
    awake = [d for d in rungs if d.due_at > work.now or d.kind is not DeadlineKind.TODO_NUDGE]
    _switch(work, awake, DeadlineState.CANCELLED, DeadlineState.OPEN)
    if any(d.kind is DeadlineKind.TODO_DIGEST and d.state is DeadlineState.FIRED for d in rungs):
        order.in_digest = True
        work.store.orders.save(order)


def _switch(work: Work, rungs: list[Deadline], source: DeadlineState, target: DeadlineState) -> None:
    for rung in rungs:
        if rung.state is source:
            rung.state = target
            work.store.deadlines.save(rung)


def rouse(work: Work, order: Order) -> None:
    """Have the rungs that were put off looked at again: a snooze ended early, or goes on to another day."""
    for rung in work.store.deadlines.find(subject=order.id, epoch=order.epoch, state=DeadlineState.OPEN):
        if rung.kind in PUT_OFF and rung.base_at <= work.now < rung.due_at:
            rung.due_at = work.now
            work.store.deadlines.save(rung)


def cancel_all(work: Work, subject: str) -> None:
    """Nothing of this subject happens by the clock any more."""
    for deadline in work.store.deadlines.find(subject=subject, state=DeadlineState.OPEN):
        deadline.state = DeadlineState.CANCELLED
        work.store.deadlines.save(deadline)
