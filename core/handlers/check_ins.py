"""Check-ins: planned when a date is set, asked by the clock, answered in one tap, missed after a working day.

Asked at 09:00 in the partner's zone on a working day: "material in?" on the material date, "started?" on the working
day after it, "finished?" on the completion date, "on time?" two days before completion and delivery (domain.md, what
the best have, 2). A date that moves takes its question along; what lies behind when a date is set is not asked.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core import commands as c
from core import events as e
from core import notices as n
from core.check_ins import DEADLINE_OF, KEY_OF, UNANSWERED, WAITING, CheckIn, CheckInAnswer, CheckInKey, CheckInState
from core.handlers.spots import say_all, staff_channel
from core.orders import Order, Status, TaskKey
from core.permissions import Action, demand
from core.refusals import AlreadyDone, Stale, WrongStatus
from core.timeline import Deadline, DeadlineKind, DeadlineState
from core.work import Work
from core.worktime import IsHoliday, is_working_day, next_slot, nth_working_day_after

ASK_AT = time(9, 0)
AGAIN_AT = time(15, 0)
ON_TIME_BEFORE = timedelta(days=2)
ON_TIME = frozenset({CheckInKey.COMPLETION, CheckInKey.DELIVERY})
DONE_FOR_GOOD = frozenset({CheckInKey.MATERIAL, CheckInKey.STARTED})
"""A date that moves afterwards does not undo these."""
MOST_LINES = 40


# -- planning ----------------------------------------------------------------------------------------------------------


def follow(work: Work, order: Order) -> None:
    """Bring the questions in line with the order's dates and status; called wherever one of these changes."""
    wanted = _wanted(work, order)
    for key in CheckInKey:
        _plan(work, order, key, wanted.get(key))
    for old in work.store.check_ins.find(order_id=order.id, state=WAITING):
        if old.epoch != order.epoch:
            _drop(work, old)
    _arm_silence(work, order)


def _wanted(work: Work, order: Order) -> dict[CheckInKey, date]:
    tasks = work.store.tasks.find(order_id=order.id, epoch=order.epoch)
    dates = {task.key: task.date for task in tasks}
    days: dict[CheckInKey, date | None] = {}
    if order.status in {Status.IN_PRODUCTION, Status.READY}:
        days[CheckInKey.DELIVERY] = dates.get(TaskKey.DELIVERY_SCHEDULE)
    if order.status is Status.IN_PRODUCTION:
        material, completion = dates.get(TaskKey.MATERIAL_DATE), dates.get(TaskKey.COMPLETION_DATE)
        days[CheckInKey.MATERIAL] = material
        days[CheckInKey.STARTED] = _start_after(work, order, material, completion)
        days[CheckInKey.COMPLETION] = days[CheckInKey.FINISHED] = completion
    return {key: day for key, day in days.items() if day is not None}


def _start_after(work: Work, order: Order, material: date | None, completion: date | None) -> date | None:
    if material is None:
        return None
    zone = work.zone_of(order)
    day = _working_day(material + timedelta(days=1), work.is_holiday_in(zone), 1)
    return day if completion is None or day < completion else None


def _plan(work: Work, order: Order, key: CheckInKey, day: date | None) -> None:
    found = work.store.check_ins.find(order_id=order.id, epoch=order.epoch, key=key)
    check_in = found[0] if found else None
    if day is None:
        if check_in is not None and check_in.state in WAITING:
            _drop(work, check_in)
        return
    if check_in is not None and _stands(check_in, day):
        return
    at = asked_at(key, day, work.zone_of(order), work.is_holiday_in(work.zone_of(order)))
    if at <= work.now:
        if check_in is not None and check_in.state in WAITING:
            _drop(work, check_in)
        return
    if check_in is None:
        work.store.check_ins.add(CheckIn(work.house.new_id(), order.id, order.epoch, key, day))
    else:
        _begin_anew(work, check_in, day)
    _set(work, order, DEADLINE_OF[key], at, at)


def _stands(check_in: CheckIn, day: date) -> bool:
    """Whether nothing is to change: the same date as before, or answered once and for all."""
    if check_in.state is CheckInState.YES and check_in.key in DONE_FOR_GOOD:
        return True
    return check_in.day == day and check_in.state is not CheckInState.CANCELLED


def _begin_anew(work: Work, check_in: CheckIn, day: date) -> None:
    check_in.day, check_in.state = day, CheckInState.PLANNED
    check_in.asked_at = check_in.silent_at = check_in.answered_at = check_in.answered_by = None
    work.store.check_ins.save(check_in)


def _drop(work: Work, check_in: CheckIn) -> None:
    check_in.state = CheckInState.CANCELLED
    work.store.check_ins.save(check_in)
    _unset(work, check_in.order_id, check_in.epoch, DEADLINE_OF[check_in.key])


def asked_at(key: CheckInKey, day: date, zone: ZoneInfo, is_holiday: IsHoliday) -> datetime:
    """When the question about this date is asked (UTC): 09:00 there, on a working day.

    "On time?" comes two days before, or on the last working day before that; the others on the day or the next one.
    """
    asked = _working_day(day - ON_TIME_BEFORE, is_holiday, -1) if key in ON_TIME else _working_day(day, is_holiday, 1)
    return datetime.combine(asked, ASK_AT, zone).astimezone(UTC)


def _working_day(day: date, is_holiday: IsHoliday, step: int) -> date:
    for _ in range(370):
        if is_working_day(day, is_holiday):
            return day
        day += timedelta(days=step)
    raise ValueError(f"no working day near {day}")


def _set(work: Work, order: Order, kind: DeadlineKind, base_at: datetime, due_at: datetime) -> None:
    """One row per question and assignment, used again when its date moves."""
    found = work.store.deadlines.find(subject=order.id, kind=kind, epoch=order.epoch)
    if not found:
        new = Deadline(work.house.new_id(), kind, order.id, order.epoch, base_at, due_at)
        work.store.deadlines.add(new)
        return
    deadline = found[0]
    deadline.base_at, deadline.due_at, deadline.state = base_at, due_at, DeadlineState.OPEN
    work.store.deadlines.save(deadline)


def _unset(work: Work, order_id: str, epoch: int, kind: DeadlineKind) -> None:
    for deadline in work.store.deadlines.find(subject=order_id, kind=kind, epoch=epoch, state=DeadlineState.OPEN):
        deadline.state = DeadlineState.CANCELLED
        work.store.deadlines.save(deadline)


# -- asking ------------------------------------------------------------------------------------------------------------


def to_ask(work: Work, order: Order, deadline: Deadline) -> CheckIn | None:
    """The question of this due deadline, if it is still one: not when its day has gone by and a later one is due."""
    key = KEY_OF[deadline.kind]
    found = work.store.check_ins.find(order_id=order.id, epoch=order.epoch, key=key, state=CheckInState.PLANNED)
    if not found:
        return None
    is_over = found[0].day < work.today(order)
    if is_over and (key in ON_TIME or (found[0].asked_at is None and _later_question_due(work, order, key))):
        # After downtime or a snooze only what can still be answered is asked (invariant I28).
        return None
    return found[0]


def _later_question_due(work: Work, order: Order, key: CheckInKey) -> bool:
    order_of_keys = list(CheckInKey)
    later = frozenset(order_of_keys[order_of_keys.index(key) + 1 :]) - {CheckInKey.DELIVERY}
    kinds = frozenset(DEADLINE_OF[one] for one in later)
    due = work.store.deadlines.find(subject=order.id, epoch=order.epoch, kind=kinds)
    return any(one.due_at <= work.now and one.state is not DeadlineState.CANCELLED for one in due)


def skip(work: Work, order: Order, deadline: Deadline) -> None:
    """The question is not asked any more."""
    key = KEY_OF[deadline.kind]
    for check_in in work.store.check_ins.find(
        order_id=order.id, epoch=order.epoch, key=key, state=CheckInState.PLANNED
    ):
        check_in.state = CheckInState.CANCELLED
        work.store.check_ins.save(check_in)


def put(work: Work, order: Order, check_in: CheckIn) -> None:
    """Ask it; silence counts from the same time on the next working day."""
    zone = work.zone_of(order)
    clock = work.now.astimezone(zone).time().replace(tzinfo=None)
    check_in.state, check_in.asked_at = CheckInState.ASKED, work.now
    check_in.silent_at = nth_working_day_after(work.now, 1, zone, work.is_holiday_in(zone), clock)
    work.store.check_ins.save(check_in)
    _arm_silence(work, order)
    work.tell(e.CheckInAsked(order, check_in))


# -- silence -----------------------------------------------------------------------------------------------------------


def _arm_silence(work: Work, order: Order) -> None:
    """Have the clock come back when the first question still waiting counts as unanswered."""
    waiting = work.store.check_ins.find(order_id=order.id, epoch=order.epoch, state=CheckInState.ASKED)
    moments = [one.silent_at for one in waiting if one.silent_at is not None]
    if moments:
        _set(work, order, DeadlineKind.CHECK_SILENT, min(moments), min(moments))
    else:
        _unset(work, order.id, order.epoch, DeadlineKind.CHECK_SILENT)


def fall_silent(work: Work, order: Order) -> datetime | None:
    """Note the questions that have waited for a working day; the instant at which the next one will have."""
    waiting = work.store.check_ins.find(order_id=order.id, epoch=order.epoch, state=CheckInState.ASKED)
    for check_in in [one for one in waiting if one.silent_at is not None and one.silent_at <= work.now]:
        check_in.state = CheckInState.SILENT
        work.store.check_ins.save(check_in)
        work.tell(e.CheckInSilent(order, check_in))
    moments = [one.silent_at for one in waiting if one.state is CheckInState.ASKED and one.silent_at is not None]
    return min(moments, default=None)


def say_digest(work: Work) -> None:
    """Staff's list of questions without an answer, on the mornings that have any; paused orders rest."""
    silent = work.store.check_ins.find(state=CheckInState.SILENT)
    # Those that fall silent at this very tick: the clock may take the digest first.
    silent += [one for one in work.store.check_ins.find(state=CheckInState.ASKED)
               if one.silent_at is not None and one.silent_at <= work.now]  # fmt: skip
    lines = [line for check_in in silent if (line := _line(work, check_in))]
    if lines:
        more = (f"+{len(lines) - MOST_LINES}",) if len(lines) > MOST_LINES else ()
        say_all(work, [staff_channel(work)], n.CheckInsDigest("", (*lines[:MOST_LINES], *more)))


def _line(work: Work, check_in: CheckIn) -> str:
    order = work.store.orders.get(check_in.order_id)
    if order is None or (order.snoozed_until is not None and order.snoozed_until > work.now):
        return ""
    partner = work.store.partners.get(order.partner_id) if order.partner_id else None
    return "|".join([order.reference, partner.name if partner else "", check_in.key, check_in.day.isoformat()])


# -- answering ---------------------------------------------------------------------------------------------------------


def answer(work: Work, command: c.AnswerCheckIn) -> CheckIn:
    """Write the answer down and tell staff. Raises `Stale` for a question about another date, `AlreadyDone`."""
    order = work.order(command.order_id)
    demand(work.actor, Action.ANSWER_CHECK_IN, order)
    if order.status not in {Status.IN_PRODUCTION, Status.READY}:
        raise WrongStatus(order.reference, order.status, "check_in")
    found = work.store.check_ins.find(order_id=order.id, epoch=order.epoch, key=command.key)
    check_in = found[0] if found else None
    if check_in is None or check_in.day != command.day or check_in.state in {
        CheckInState.PLANNED, CheckInState.CANCELLED
    }:  # fmt: skip
        raise Stale(order.reference)
    if check_in.state is CheckInState.NOT_YET and command.answer is CheckInAnswer.NOT_YET:
        # Said before: the way into reporting the delay stays open.
        return check_in
    if check_in.state not in UNANSWERED and command.answer is not CheckInAnswer.YES:
        raise AlreadyDone("check_in", check_in.answered_by or "", check_in.answered_at or work.now)
    if check_in.state is CheckInState.YES:
        raise AlreadyDone("check_in", check_in.answered_by or "", check_in.answered_at or work.now)
    _take(work, order, check_in, command.answer)
    work.tell(e.CheckInReplied(order, check_in, command.answer))
    return check_in


def _take(work: Work, order: Order, check_in: CheckIn, given: CheckInAnswer) -> None:
    if given is CheckInAnswer.LATER:
        _put_off(work, order, check_in)
    else:
        check_in.state = CheckInState.YES if given is CheckInAnswer.YES else CheckInState.NOT_YET
        check_in.answered_at, check_in.answered_by = work.now, work.actor.name
        work.store.check_ins.save(check_in)
    _arm_silence(work, order)


def _put_off(work: Work, order: Order, check_in: CheckIn) -> None:
    """The question comes again this afternoon, or on the next working morning."""
    zone = work.zone_of(order)
    resting = work.is_holiday_in(zone)
    afternoon = datetime.combine(work.today(order), AGAIN_AT, zone)
    if work.now + timedelta(hours=1) <= afternoon:
        at = next_slot(afternoon, zone, resting)
    else:
        at = nth_working_day_after(work.now, 1, zone, resting, ASK_AT)
    check_in.state = CheckInState.PLANNED
    work.store.check_ins.save(check_in)
    _set(work, order, DEADLINE_OF[check_in.key], at, at)
