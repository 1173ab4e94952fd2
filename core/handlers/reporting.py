"""The weekly report: put together and posted, when somebody asks and by itself every Monday at nine.

Monday's is a deadline like any other, so that it is posted once however many clocks run. A Monday on which nobody works
has its report on the next working day; after downtime the newest is posted, not one for each week.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from core import commands as c
from core.handlers import ladder
from core.handlers.spots import say, staff_channel
from core.notices.weekly import WeeklyReport
from core.people import Role
from core.permissions import Action, demand
from core.ports import Taken
from core.report import Answers, Kept, Week, middle, week
from core.timeline import Deadline, DeadlineKind, DeadlineState
from core.work import Work
from core.worktime import is_working_time, next_daily

SUBJECT = "staff-report"
REPORT_AT = time(9, 0)
WEEK = timedelta(days=7)
MOST_PARTNERS = 12

T = TypeVar("T")


def send_report(work: Work, _command: c.SendReport) -> WeeklyReport:
    """Post the report on the seven days that end now into the staff channel. Raises `NotAllowed`."""
    if work.actor.role is not Role.CLOCK:
        demand(work.actor, Action.SEE_REPORT)
    zone = ZoneInfo(work.house.staff_zone)
    return _post(work, _midnight(work.now.astimezone(zone).date() - WEEK, zone), work.now)


def ensure_report(work: Work) -> None:
    """Have exactly one weekly report ahead; its epoch is its Monday's number since the year 1."""
    if work.store.deadlines.find(subject=SUBJECT, state=DeadlineState.OPEN):
        return
    _plan_after(work, work.now)


def fire_report(work: Work, found: Deadline) -> Deadline | None:
    """Post the report that is due and plan the next; None when another clock did."""
    deadline = work.store.deadlines.lock(found.id)
    if deadline is None or deadline.state is not DeadlineState.OPEN or deadline.due_at > work.now:
        return None
    zone = ZoneInfo(work.house.staff_zone)
    resting = work.is_holiday_in(zone)
    if not is_working_time(work.now, zone, resting) or work.now.astimezone(zone).time() < REPORT_AT:
        # One that comes late, after downtime, wakes nobody at night.
        deadline.due_at = next_daily(work.now, zone, REPORT_AT, resting)
        work.store.deadlines.save(deadline)
        return deadline
    monday = _monday_of(work.now.astimezone(zone).date())
    _post(work, _midnight(monday - WEEK, zone), _midnight(monday, zone))
    deadline.state, deadline.fired_at = DeadlineState.FIRED, work.now
    work.store.deadlines.save(deadline)
    _plan_after(work, work.now)
    return deadline


def _plan_after(work: Work, now: datetime) -> None:
    """The first Monday's report that lies after this instant."""
    zone = ZoneInfo(work.house.staff_zone)
    monday = _monday_of(now.astimezone(zone).date())
    while (due := _due(work, monday, zone)) <= now:
        monday += WEEK
    if not work.store.deadlines.find(subject=SUBJECT, epoch=monday.toordinal()):
        with suppress(Taken):
            ladder.set_deadline(work, DeadlineKind.WEEKLY_REPORT, SUBJECT, monday.toordinal(), due)


def _due(work: Work, monday: date, zone: ZoneInfo) -> datetime:
    """Nine o'clock on that Monday, or on the first working day after it."""
    return next_daily(_midnight(monday, zone), zone, REPORT_AT, work.is_holiday_in(zone))


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), tzinfo=zone)


def _post(work: Work, since: datetime, until: datetime) -> WeeklyReport:
    found = week(work.store, since, until)
    cutr = middle(found.cutr)
    notice = WeeklyReport(
        "", since, until, _kept_lines(found), _answer_lines(found), _todo_lines(found),
        f"{round(cutr)}|{len(found.cutr)}" if cutr is not None else "", found.needing,
    )  # fmt: skip
    say(work, staff_channel(work), notice)
    return notice


def _kept_lines(found: Week) -> tuple[str, ...]:
    if not found.kept:
        return ()
    everybody = Kept("", sum(one.kept for one in found.kept), sum(one.of for one in found.kept))
    ranked = sorted(found.kept, key=lambda one: (one.kept / one.of, -one.of, found.names[one.partner_id]))
    return tuple(f"{one.kept}|{one.of}|{found.names.get(one.partner_id, '')}" for one in [everybody, *_most(ranked)])


def _answer_lines(found: Week) -> tuple[str, ...]:
    if not found.answers:
        return ()
    everybody = Answers("")
    for one in found.answers:
        everybody.offers += one.offers
        everybody.words += one.words
    ranked = sorted(found.answers, key=lambda one: -max(middle(one.words) or 0, middle(one.offers) or 0))
    return tuple(_answer_line(one, found.names.get(one.partner_id, "")) for one in [everybody, *_most(ranked)])


def _answer_line(one: Answers, name: str) -> str:
    return f"{_whole(one.offers)}|{len(one.offers)}|{_whole(one.words)}|{len(one.words)}|{name}"


def _whole(minutes: list[float]) -> str:
    found = middle(minutes)
    return "" if found is None else str(round(found))


def _todo_lines(found: Week) -> tuple[str, ...]:
    if not found.todos:
        return ()
    ranked = sorted(found.todos, key=lambda one: (-one.late, -one.open, found.names[one.partner_id]))
    lines = [f"{one.late}|{one.open}|{found.names[one.partner_id]}" for one in _most(ranked)]
    total = f"{sum(one.late for one in found.todos)}|{sum(one.open for one in found.todos)}|"
    return (total, *lines)


def _most(ranked: list[T]) -> list[T]:
    """Those that say most: a chart with more bars than that is not read."""
    return ranked[:MOST_PARTNERS]
