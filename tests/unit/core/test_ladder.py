"""The reminder ladder of domain.md 3: when each rung speaks, what stops it, and that none speaks twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core import commands as c
from core.chats import Audience, Place, Platform
from core.dispatch import Dispatcher
from core.orders import Status, TaskKey, TaskState
from core.outbox import Posting
from core.people import CLOCK
from core.refusals import NotAllowed, Refusal, TooLate
from core.timeline import DeadlineKind, DeadlineState
from tests.support.desk import ANNA, MONDAY, day
from tests.unit.core.scenes import Scene, broken, drafted, only, running, standing

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TO_PARTNER = ("TodosNudge", "TodosOverdue")
RUNGS = ("todo_nudge", "todo_reminder", "todo_repeat_1", "todo_repeat_2", "todo_repeat_3", "todo_digest",
         "todo_escalation")  # fmt: skip


def let_run(scene: Scene, **time: float) -> None:
    """Hour by hour, as a clock that is up all the time would find it."""
    until = scene.desk.now + timedelta(**time)
    while scene.desk.now < until:
        scene.desk.wait(hours=1)


def spoken(scene: Scene) -> list[Posting]:
    """What the ladder said to the partner."""
    return [p for kind in TO_PARTNER for p in scene.desk.posted(kind)]


def local(posting: Posting) -> str:
    return posting.created_at.astimezone(AMSTERDAM).strftime("%a %d %H:%M")


def test_the_whole_ladder_of_an_untouched_list() -> None:
    scene = running()  # Monday 7 January 2030, 10:00 in Amsterdam
    let_run(scene, days=12)
    assert [local(p) for p in scene.desk.posted("TodosNudge")] == ["Wed 09 10:00"]
    assert [(local(p), p.body["count"]) for p in scene.desk.posted("TodosOverdue")] == [
        ("Thu 10 10:00", 1), ("Fri 11 09:00", 2), ("Mon 14 09:00", 3), ("Tue 15 09:00", 4),
    ]  # fmt: skip
    assert [local(p) for p in scene.desk.posted("TodosEscalated")] == ["Mon 14 08:00"]
    assert [local(p) for p in scene.desk.posted("TodosDigest")] == [
        "Mon 14 09:00", "Tue 15 09:00", "Wed 16 09:00", "Thu 17 09:00", "Fri 18 09:00",
    ]  # fmt: skip


def test_one_message_per_order_names_exactly_what_is_missing() -> None:
    scene = running()
    scene.desk.do(c.SetDate(scene.order_id, TaskKey.MATERIAL_DATE, day("2030-01-15")), scene.jan)
    let_run(scene, days=3)
    reminder = scene.desk.posted("TodosOverdue")
    assert [p.body["missing"] for p in reminder] == [["completion_date", "delivery_schedule", "invoice_reference"]]
    assert reminder[0].body["due_at"] == (MONDAY + timedelta(hours=72)).isoformat()


def test_it_is_said_in_the_chat_with_cutr_only() -> None:
    scene = running()
    let_run(scene, days=12)
    topic = scene.place(Audience.CUTR_ONLY, Platform.TELEGRAM)
    assert {p.place_id for p in spoken(scene)} == {topic.id}
    assert {p.audience for p in spoken(scene)} == {Audience.CUTR_ONLY}


def test_hidden_to_dos_do_not_count() -> None:
    scene = running(self_billing=False)
    let_run(scene, days=3)
    missing = scene.desk.posted("TodosOverdue")[0].body["missing"]
    assert missing == ["material_date", "completion_date", "delivery_schedule"]


def test_completion_stops_everything_at_once() -> None:
    scene = running()
    let_run(scene, days=4)
    scene.complete()
    said = len(spoken(scene))
    let_run(scene, days=14)
    assert len(spoken(scene)) == said
    assert scene.desk.posted("TodosEscalated") == []
    assert scene.desk.posted("TodosDigest") == []


def test_leaving_production_stops_it() -> None:
    scene = running()
    let_run(scene, days=3)
    scene.desk.do(c.MarkReady(scene.order_id), scene.jan)
    said = len(spoken(scene))
    let_run(scene, days=10)
    assert len(spoken(scene)) == said
    assert scene.desk.posted("TodosDigest") == []


def test_undone_before_day_3_goes_on_as_if_never_done() -> None:
    scene = running()
    scene.complete()
    let_run(scene, days=2, hours=12)
    assert spoken(scene) == []
    scene.desk.do(c.SetDate(scene.order_id, TaskKey.MATERIAL_DATE, None), scene.jan)
    let_run(scene, hours=12)
    assert [(local(p), p.body["missing"]) for p in spoken(scene)] == [("Thu 10 10:00", ["material_date"])]


def test_undone_after_day_6_reminds_once_and_stands_in_digest_and_escalation() -> None:
    scene = running()
    scene.complete()
    let_run(scene, days=9)  # Wednesday 16 January, 10:00
    scene.desk.do(c.SetDate(scene.order_id, TaskKey.MATERIAL_DATE, None), scene.jan)
    let_run(scene, days=2)
    assert [local(p) for p in spoken(scene)] == ["Wed 16 11:00"]
    assert [local(p) for p in scene.desk.posted("TodosEscalated")] == ["Wed 16 11:00"]
    assert [local(p) for p in scene.desk.posted("TodosDigest")] == ["Thu 17 09:00", "Fri 18 09:00"]


def test_done_and_undone_after_the_digest_began_is_in_the_digest_again() -> None:
    scene = running()
    let_run(scene, days=7, hours=2)
    scene.complete()
    let_run(scene, days=1)
    digests = len(scene.desk.posted("TodosDigest"))
    scene.desk.do(c.SetDate(scene.order_id, TaskKey.COMPLETION_DATE, None), scene.jan)
    let_run(scene, days=1)
    after = scene.desk.posted("TodosDigest")[digests:]
    assert [line for p in after for line in only(list, p.body["lines"])] == ["REF-1|Houtbouw BV|completion_date|5"]


def test_no_rung_speaks_twice_however_often_the_list_changes() -> None:
    scene = running()
    for _ in range(60):
        scene.complete()
        scene.desk.wait(hours=3)
        scene.desk.do(c.SetDate(scene.order_id, TaskKey.MATERIAL_DATE, None), scene.jan)
        scene.desk.wait(hours=3)
    fired = [e for e in scene.desk.events(scene.order) if e in RUNGS]
    assert len(fired) == len(set(fired))


def test_snoozed_until_a_day_then_only_the_highest_rung_speaks() -> None:
    scene = running()
    scene.desk.do(c.Snooze(scene.order_id, day("2030-01-16"), "supplier is on holiday"), ANNA)
    let_run(scene, days=8, hours=21)  # Wednesday 16 January, 07:00
    assert spoken(scene) == []
    assert scene.desk.posted("TodosDigest") == []
    assert scene.desk.posted("TodosEscalated") == []
    let_run(scene, days=1)
    assert [(local(p), p.body["count"]) for p in spoken(scene)] == [("Wed 16 08:00", 4)]
    assert [local(p) for p in scene.desk.posted("TodosEscalated")] == ["Wed 16 08:00"]


def test_the_deadline_itself_does_not_move_with_a_snooze() -> None:
    scene = running()
    scene.desk.do(c.Snooze(scene.order_id, day("2030-01-16"), "holiday"), ANNA)
    assert scene.task(TaskKey.MATERIAL_DATE).due_at == MONDAY + timedelta(hours=72)


def test_woken_early_it_goes_on_at_once() -> None:
    scene = running()
    scene.desk.do(c.Snooze(scene.order_id, day("2030-02-16"), "holiday"), ANNA)
    let_run(scene, days=4)
    scene.desk.do(c.Snooze(scene.order_id, None, ""), ANNA)
    let_run(scene, days=1)
    assert [local(p) for p in spoken(scene)] == ["Fri 11 11:00"]


@pytest.mark.parametrize(("until", "reason"), [("2030-01-20", " "), ("2030-01-20", ""), ("2030-01-06", "why")])
def test_a_snooze_needs_a_reason_and_a_day_to_come(until: str, reason: str) -> None:
    scene = running()
    with pytest.raises(Refusal):
        scene.desk.do(c.Snooze(scene.order_id, day(until), reason), ANNA)
    assert scene.order.snoozed_until is None


def test_only_staff_snooze() -> None:
    scene = running()
    with pytest.raises(NotAllowed):
        scene.desk.do(c.Snooze(scene.order_id, day("2030-01-20"), "tired"), scene.jan)


def test_too_late_is_said_with_the_instant() -> None:
    scene = running()
    with pytest.raises(TooLate) as told:
        scene.desk.do(c.Snooze(scene.order_id, MONDAY.date(), "today"), ANNA)
    assert told.value.until == datetime(2030, 1, 7, 7, tzinfo=UTC)


# --- calendar -------------------------------------------------------------------------------------------------------


def test_assigned_on_friday_evening_reminds_on_monday_or_after_and_keeps_the_due_time() -> None:
    friday = datetime(2030, 1, 11, 19, 30, tzinfo=UTC)
    scene = running(friday)
    let_run(scene, days=7)
    assert [local(p) for p in spoken(scene)][:3] == ["Mon 14 08:30", "Tue 15 08:30", "Wed 16 09:30"]
    assert scene.task(TaskKey.MATERIAL_DATE).due_at == friday + timedelta(hours=72)


def test_when_the_nudge_would_fall_on_the_reminder_there_is_no_nudge() -> None:
    scene = running(datetime(2030, 1, 10, 9, 0, tzinfo=UTC))  # Thursday: day 2 and day 3 are the weekend
    let_run(scene, days=7)
    assert scene.desk.posted("TodosNudge") == []
    assert local(scene.desk.posted("TodosOverdue")[0]) == "Mon 14 08:00"


def test_holidays_of_the_zone_are_no_working_days() -> None:
    scene = drafted()
    free = {date(2030, 1, 10), date(2030, 1, 11)}
    house = replace(scene.desk.dispatcher.house, is_holiday=lambda when, _zone: when in free)
    scene.desk.dispatcher = Dispatcher(scene.desk.database, house, lambda: scene.desk.now)
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    scene.desk.open_all()
    let_run(scene, days=9)
    assert [local(p) for p in spoken(scene)] == ["Wed 09 10:00", "Mon 14 08:00", "Tue 15 09:00", "Wed 16 09:00"]
    assert [local(p) for p in scene.desk.posted("TodosDigest")] == ["Mon 14 09:00", "Tue 15 09:00", "Wed 16 09:00"]


@pytest.mark.parametrize(
    ("start", "first"),
    [
        (datetime(2030, 3, 28, 13, 0, tzinfo=UTC), "Mon 01 08:00"),  # the clocks go forward on Sunday 31 March
        (datetime(2030, 3, 29, 13, 0, tzinfo=UTC), "Mon 01 08:00"),
        (datetime(2030, 10, 25, 13, 0, tzinfo=UTC), "Mon 28 08:00"),  # and back on Sunday 27 October
    ],
)
def test_summer_time_shifts_no_working_hour(start: datetime, first: str) -> None:
    scene = running(start)
    let_run(scene, days=8)
    assert local(spoken(scene)[0]) == first
    assert all(in_office_hours(p) for p in spoken(scene))
    assert scene.task(TaskKey.MATERIAL_DATE).due_at == start + timedelta(hours=72)


def in_office_hours(posting: Posting) -> bool:
    when = posting.created_at.astimezone(AMSTERDAM)
    return when.weekday() < 5 and 8 <= when.hour < 18


def test_the_hours_are_the_partners_not_ours() -> None:
    scene = drafted()
    partner = replace(scene.partner, time_zone="America/New_York")
    scene.desk.store.partners.save(partner)
    scene.desk.do(c.AssignOrder(scene.order_id, partner.id))
    scene.desk.open_all()
    let_run(scene, days=9)
    new_york = [p.created_at.astimezone(ZoneInfo("America/New_York")) for p in spoken(scene)]
    assert [w.strftime("%a %H:%M") for w in new_york] == [
        "Wed 08:00", "Thu 08:00", "Fri 09:00", "Mon 09:00", "Tue 09:00"]  # fmt: skip
    assert [local(p) for p in scene.desk.posted("TodosEscalated")] == ["Mon 14 08:00"]


# --- downtime, several clocks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", range(1, 31))
@pytest.mark.parametrize("hour", [1, 13])
def test_after_downtime_only_the_highest_rung_speaks_and_none_twice(days: int, hour: int) -> None:
    scene = running()
    scene.desk.now += timedelta(days=days, hours=hour)
    scene.desk.tick()
    let_run(scene, days=5)
    fired = [e for e in scene.desk.events(scene.order) if e in RUNGS]
    assert len(fired) == len(set(fired))
    assert all(in_office_hours(p) for p in [*spoken(scene), *scene.desk.posted("TodosEscalated"),
                                            *scene.desk.posted("TodosDigest")])  # fmt: skip
    same_moment = [p.created_at for p in spoken(scene)]
    assert len(same_moment) == len(set(same_moment))
    if days >= 8:
        assert [p.body["count"] for p in spoken(scene)] == [4]
    digests = [p.created_at.date() for p in scene.desk.posted("TodosDigest")]
    assert len(digests) == len(set(digests))


def test_a_running_order_brought_in_ten_days_late_speaks_once() -> None:
    scene = drafted()
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id, MONDAY - timedelta(days=10)))
    scene.desk.open_all()
    let_run(scene, days=2)
    assert [(local(p), p.body["count"]) for p in spoken(scene)] == [("Mon 07 11:00", 4)]
    assert len(scene.desk.posted("TodosEscalated")) == 1
    assert only(list, scene.desk.posted("TodosDigest")[0].body["lines"])[0].startswith("REF-1|Houtbouw BV|")


def test_three_clocks_at_the_same_instant_say_it_once() -> None:
    scene = running()
    scene.desk.now += timedelta(days=9)
    due = scene.desk.due()
    for _clock in range(3):
        for deadline in due:
            scene.desk.do(c.FireDeadline(deadline.id), CLOCK)
    assert len(spoken(scene)) == 1
    assert len(scene.desk.posted("TodosEscalated")) == 1


def test_whatever_order_the_due_ones_are_fired_in_one_speaks() -> None:
    scene = running()
    scene.desk.now += timedelta(days=9)
    for deadline in reversed(scene.desk.due()):
        scene.desk.do(c.FireDeadline(deadline.id), CLOCK)
    scene.desk.tick()
    assert [p.body.get("count") for p in spoken(scene)] == [4]


def test_a_deadline_does_not_fire_before_its_time() -> None:
    scene = running()
    deadline = scene.deadline(DeadlineKind.TODO_NUDGE)
    assert scene.desk.do(c.FireDeadline(deadline.id), CLOCK) is None
    assert scene.deadline(DeadlineKind.TODO_NUDGE).state is DeadlineState.OPEN


def test_the_digest_lists_each_order_once_a_day() -> None:
    scene = running()
    scene.desk.assigned(scene.partner, "REF-2")
    let_run(scene, days=9)
    lines = [only(list, p.body["lines"]) for p in scene.desk.posted("TodosDigest")]
    assert [sorted(str(line).split("|")[0] for line in day_lines) for day_lines in lines] == [["REF-1", "REF-2"]] * 3
    assert {only(Place, scene.desk.store.places.get(p.place_id)).channel for p in scene.desk.posted("TodosDigest")} == {
        "CORDERS"}  # fmt: skip


def test_a_digest_missed_at_night_comes_at_nine_and_the_next_a_day_later() -> None:
    scene = running()
    let_run(scene, days=7)  # Monday 14 January, 10:00: the first digest is out
    scene.desk.now += timedelta(days=1, hours=13)  # down until Tuesday 23:00
    scene.desk.tick()
    let_run(scene, days=2)
    assert [local(p) for p in scene.desk.posted("TodosDigest")] == ["Mon 14 09:00", "Wed 16 09:00", "Thu 17 09:00"]


# --- nobody there ---------------------------------------------------------------------------------------------------


def test_a_reminder_that_nobody_can_read_goes_by_mail_and_staff_are_told() -> None:
    scene = running()
    broken(scene, scene.place(Audience.CUTR_ONLY, Platform.TELEGRAM))
    let_run(scene, days=2)
    nudge = scene.desk.posted("TodosNudge")
    assert [only(Place, scene.desk.store.places.get(p.place_id)).channel for p in nudge] == ["hout@x.nl"]
    assert [(p.body["key"], p.body["detail"]) for p in scene.desk.posted("StaffAlert")] == [
        ("unreachable", "Houtbouw BV")]  # fmt: skip


def test_a_reopened_order_with_open_to_dos_is_reminded_again() -> None:
    scene = running()
    scene.desk.do(c.MarkReady(scene.order_id), scene.jan)
    let_run(scene, days=9)
    assert spoken(scene) == []
    scene.desk.do(c.Reopen(scene.order_id, Status.IN_PRODUCTION, "not finished"))
    let_run(scene, days=1)
    assert len(spoken(scene)) == 1


def test_a_cancelled_order_is_silent() -> None:
    scene = running()
    scene.desk.do(c.Cancel(scene.order_id, "customer left"))
    let_run(scene, days=10)
    assert spoken(scene) == []
    assert scene.desk.due() == []
    assert scene.desk.store.deadlines.find(subject=scene.order_id, state="open") == []


def test_a_done_to_do_of_a_ready_order_wakes_nothing() -> None:
    scene = standing(Status.READY)
    scene.desk.do(c.SetDate(scene.order_id, TaskKey.MATERIAL_DATE, day("2030-01-15")), scene.jan)
    scene.desk.do(c.SetDate(scene.order_id, TaskKey.MATERIAL_DATE, None), scene.jan)
    let_run(scene, days=10)
    assert scene.task(TaskKey.MATERIAL_DATE).state is TaskState.OPEN
    assert spoken(scene) == []
