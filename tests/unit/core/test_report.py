"""The week in numbers, and that Monday's report is posted once: after downtime, on holidays, with several clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core import commands as c
from core.chats import Audience, Platform
from core.handlers.reporting import SUBJECT, ensure_report
from core.notices.weekly import WeeklyReport
from core.orders import DeliveryMethod, TaskKey
from core.people import CLOCK, Role
from core.refusals import NotAllowed
from core.report import week
from core.timeline import Deadline, DeadlineKind, DeadlineState
from core.work import Work
from tests.support.desk import ANNA, Desk
from tests.unit.core.scenes import Scene, only, running

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEXT_MONDAY = datetime(2030, 1, 14, 8, 0, tzinfo=UTC)
"""Nine o'clock in Amsterdam."""


def reports(desk: Desk) -> list[dict[str, object]]:
    return [posting.body for posting in desk.store.outbox.find(kind="WeeklyReport")]


def seed(desk: Desk) -> None:
    ensure_report(Work(desk.store, desk.dispatcher.house, CLOCK, desk.now))


def ahead(desk: Desk) -> Deadline:
    return only(Deadline, desk.store.deadlines.find(subject=SUBJECT, state=DeadlineState.OPEN)[0])


def tick(desk: Desk, at: datetime) -> None:
    """Every clock that runs finds the report due at this instant."""
    desk.now = at
    due = [d.id for d in desk.store.deadlines.find(subject=SUBJECT) if d.due_at <= at]
    for _ in range(3):
        for deadline_id in due:
            desk.do(c.FireDeadline(deadline_id), CLOCK)
        seed(desk)


def test_it_comes_on_monday_at_nine_and_once() -> None:
    desk = Desk()
    desk.now = NEXT_MONDAY - 3 * DAY
    seed(desk)
    seed(desk)
    assert ahead(desk).due_at == NEXT_MONDAY
    tick(desk, NEXT_MONDAY - HOUR)
    assert reports(desk) == []
    tick(desk, NEXT_MONDAY)
    tick(desk, NEXT_MONDAY + HOUR)
    assert [(told["since"], told["until"]) for told in reports(desk)] == [
        ("2030-01-07T00:00:00+01:00", "2030-01-14T00:00:00+01:00")
    ]
    assert ahead(desk).due_at == NEXT_MONDAY + 7 * DAY


def test_a_holiday_moves_it_to_the_next_working_day() -> None:
    desk = Desk()
    free = {date(2030, 1, 14), date(2030, 1, 15)}
    desk.dispatcher.house = replace(desk.dispatcher.house, is_holiday=lambda day, _zone: day in free)
    desk.now = NEXT_MONDAY - DAY
    seed(desk)
    assert ahead(desk).due_at == NEXT_MONDAY + 2 * DAY
    tick(desk, NEXT_MONDAY + 2 * DAY)
    assert len(reports(desk)) == 1
    assert ahead(desk).due_at == NEXT_MONDAY + 7 * DAY


def test_after_three_weeks_of_downtime_there_is_one_and_not_at_night() -> None:
    desk = Desk()
    desk.now = NEXT_MONDAY - DAY
    seed(desk)
    night = NEXT_MONDAY + 16 * DAY + 14 * HOUR
    tick(desk, night)
    assert reports(desk) == []
    tick(desk, night + 10 * HOUR)
    assert [told["until"] for told in reports(desk)] == ["2030-01-28T00:00:00+01:00"]
    assert ahead(desk).due_at == NEXT_MONDAY + 21 * DAY


def test_staff_may_ask_for_it_and_others_may_not() -> None:
    scene = running()
    made = only(WeeklyReport, scene.desk.do(c.SendReport(), ANNA))
    assert made.until == scene.desk.now
    assert made.since == datetime(2029, 12, 30, 23, 0, tzinfo=UTC)
    for role, actor in scene.actors().items():
        if role not in {Role.STAFF, Role.PLATFORM, Role.CLOCK}:
            with pytest.raises(NotAllowed):
                scene.desk.do(c.SendReport(), actor)
    assert len(reports(scene.desk)) == 1


def test_it_goes_to_the_staff_channel_and_never_to_customers() -> None:
    desk = Desk()
    desk.do(c.SendReport(), ANNA)
    posting = desk.store.outbox.find(kind="WeeklyReport")[0]
    place = desk.store.places.get(posting.place_id)
    assert place is not None
    assert (place.platform, place.channel, posting.audience) == (Platform.SLACK, "CORDERS", Audience.CUTR_ONLY)


def _dated(scene: Scene, completion: date, delivery: date) -> None:
    scene.desk.do(c.SetDate(scene.order_id, TaskKey.COMPLETION_DATE, completion, confirmed=True), scene.jan)
    scene.desk.do(c.SetDelivery(scene.order_id, DeliveryMethod.DELIVERY, delivery, confirmed=True), scene.jan)


def test_a_promised_day_counts_once_in_the_week_in_which_it_is_met_or_passes() -> None:
    scene = running()
    desk, monday = scene.desk, scene.desk.now
    _dated(scene, monday.date() + DAY, monday.date() + 3 * DAY)
    desk.now = monday + 8 * DAY

    def kept(since: datetime, until: datetime) -> list[tuple[int, int]]:
        return [(one.kept, one.of) for one in week(desk.store, since, until).kept]

    assert kept(monday, monday + 7 * DAY) == [(0, 1)]
    desk.do(c.MarkReady(scene.order_id, None, "no photos"), ANNA)
    assert kept(monday + 7 * DAY, monday + 14 * DAY) == []


def test_who_answers_how_fast() -> None:
    scene = running()
    desk, start = scene.desk, scene.desk.now
    staff = scene.place(Audience.CUTR_ONLY, Platform.SLACK)
    maker = scene.place(Audience.CUTR_ONLY, Platform.TELEGRAM)
    for number, (actor, place, minutes) in enumerate([
        (ANNA, staff, 1), (ANNA, staff, 5), (scene.jan, maker, 31), (scene.jan, maker, 35), (ANNA, staff, 41),
    ]):  # fmt: skip
        desk.now = start + timedelta(minutes=minutes)
        scene.says(actor, place, "words", str(number))
    found = week(desk.store, start, start + DAY)
    assert [(one.partner_id, one.words) for one in found.answers] == [(scene.partner.id, [30.0])]
    assert found.cutr == [10.0]


def test_open_to_dos_say_how_many_are_late() -> None:
    scene = running()
    scene.desk.now += 4 * DAY
    made = only(WeeklyReport, scene.desk.do(c.SendReport(), ANNA))
    total, *partners = made.todos
    late, count, _ = total.split("|")
    assert int(late) == int(count) > 2
    assert partners == [f"{late}|{count}|{scene.partner.name}"]
    assert made.needing == 1


def test_the_kind_of_the_deadline_is_known() -> None:
    desk = Desk()
    seed(desk)
    assert ahead(desk).kind is DeadlineKind.WEEKLY_REPORT
