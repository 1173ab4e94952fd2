"""Milestones and the kick-off meeting: Cutr's dates, of which the partner is told; and staff's own small tasks."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from core import commands as c
from core import events as e
from core.handlers.fields import one_line
from core.orders import KickOff, Milestone, Order
from core.people import StaffTask
from core.permissions import Action, demand
from core.refusals import AlreadyDone, BadValue, Stale, UnknownThing, WrongStatus
from core.timeline import DeadlineKind, DeadlineState
from core.work import Work

KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
MOST_OPTIONS = 6


def set_milestone(work: Work, command: c.SetMilestone) -> Milestone | None:
    """Set, move or remove one; the same date again is no event. Only Cutr may."""
    demand(work.actor, Action.SET_MILESTONE)
    order = _open(work, command.order_id, "milestone")
    if not KEY.fullmatch(command.key):
        raise BadValue("key", "not_a_key", command.key[:40])
    found = work.store.milestones.find(order_id=order.id, key=command.key)
    milestone = found[0] if found else None
    if command.day is None:
        _remove(work, order, milestone, command)
        return None
    label = one_line("label", command.label, 80)
    if milestone is not None and (milestone.date, milestone.label) == (command.day, label):
        return milestone
    old = milestone.date if milestone else None
    if milestone is None:
        milestone = work.store.milestones.add(Milestone(
            work.house.new_id(), order.id, command.key, label, command.day, work.actor.name, work.now,
        ))  # fmt: skip
    else:
        milestone.label, milestone.date = label, command.day
        milestone.set_by, milestone.set_at = work.actor.name, work.now
        work.store.milestones.save(milestone)
    _tell(work, order, milestone, old)
    return milestone


def _tell(work: Work, order: Order, milestone: Milestone, old: date | None) -> None:
    work.tell(e.MilestoneChanged(order, milestone.key, milestone.label, old, milestone.date))
    for deadline in work.store.deadlines.find(subject=order.id, kind=DeadlineKind.MILESTONES_MISSING, state="open"):
        deadline.state = DeadlineState.CANCELLED
        work.store.deadlines.save(deadline)


def _remove(work: Work, order: Order, milestone: Milestone | None, command: c.SetMilestone) -> None:
    if milestone is None:
        raise UnknownThing("milestone", command.key)
    work.store.milestones.remove(milestone.id)
    work.tell(e.MilestoneChanged(order, milestone.key, milestone.label, milestone.date, None))


def _open(work: Work, order_id: str, verb: str) -> Order:
    order = work.order(order_id)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, verb)
    return order


def propose_kick_off(work: Work, command: c.ProposeKickOff) -> KickOff:
    """Offer instants; a new proposal replaces an unanswered one. Raises `BadValue`."""
    demand(work.actor, Action.PROPOSE_KICK_OFF)
    order = _open(work, command.order_id, "kickoff")
    if order.partner_id is None:
        raise WrongStatus(order.reference, order.status, "kickoff")
    options = sorted(set(command.options))
    if not 1 <= len(options) <= MOST_OPTIONS:
        raise BadValue("options", "out_of_range", str(len(options)))
    if options[0] < work.now - timedelta(minutes=5):
        raise BadValue("options", "in_the_past", options[0].isoformat())
    words = [_as_words(option) for option in options]
    found = work.store.kick_offs.find(order_id=order.id, epoch=order.epoch)
    if found:
        kick_off = found[-1]
        kick_off.proposed, kick_off.proposed_at, kick_off.picked = words, work.now, None
        work.store.kick_offs.save(kick_off)
    else:
        kick_off = work.store.kick_offs.add(KickOff(work.house.new_id(), order.id, order.epoch, words, work.now))
    work.tell(e.KickOffProposed(order, kick_off))
    return kick_off


def _as_words(instant: datetime) -> str:
    """As it is stored and stands in buttons; the same instant said in another zone is the same option."""
    return instant.astimezone(UTC).isoformat(timespec="minutes")


def pick_kick_off(work: Work, command: c.PickKickOff) -> KickOff:
    """The partner picks one. Raises `Stale` for an option of an earlier proposal, `AlreadyDone`."""
    order = _open(work, command.order_id, "kickoff")
    demand(work.actor, Action.PICK_KICK_OFF, order)
    found = work.store.kick_offs.find(order_id=order.id, epoch=order.epoch)
    wish = _as_words(command.option)
    if not found or wish not in found[-1].proposed:
        raise Stale(order.reference)
    kick_off = found[-1]
    if kick_off.picked == wish:
        raise AlreadyDone("kickoff", kick_off.picked_by or "", work.now)
    kick_off.picked, kick_off.picked_by = wish, work.actor.name
    work.store.kick_offs.save(kick_off)
    work.tell(e.KickOffPicked(order, kick_off))
    return kick_off


def do_staff_task(work: Work, command: c.DoStaffTask) -> StaffTask:
    """Tick it. Raises `AlreadyDone`, `UnknownThing`."""
    demand(work.actor, Action.DO_STAFF_TASK)
    task = work.store.staff_tasks.lock(command.task_id)
    order = work.store.orders.get(task.order_id) if task else None
    if task is None or order is None:
        raise UnknownThing("task", command.task_id)
    if task.done_at is not None:
        raise AlreadyDone(f"staff_task_{task.kind}", task.done_by or "", task.done_at)
    task.done_at, task.done_by = work.now, work.actor.name
    work.store.staff_tasks.save(task)
    work.tell(e.StaffTaskDone(order, task.kind))
    return task
