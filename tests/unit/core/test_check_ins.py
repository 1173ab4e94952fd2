"""Check-ins: when each question is asked, what moves and stops it, what an answer does, and what silence does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core import commands as c
from core.check_ins import CheckIn, CheckInAnswer, CheckInKey, CheckInState
from core.handlers.check_ins import asked_at
from core.orders import DelayReason, Status, TaskKey
from core.outbox import Posting
from core.people import CLOCK
from core.refusals import AlreadyDone, NotAllowed, NotYourOrder, ReasonNeeded, Refusal, Stale, WrongStatus
from tests.support.desk import ANNA, day
from tests.unit.core.scenes import DELIVERY, Scene, only, running

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MATERIAL, COMPLETION, SCHEDULE = TaskKey.MATERIAL_DATE, TaskKey.COMPLETION_DATE, TaskKey.DELIVERY_SCHEDULE


def planned() -> Scene:
    """Monday 7 January 2030: material on Tuesday 15th, completion on Friday 25th, delivery on Wednesday 30th."""
    scene = running()
    scene.desk.do(c.SetInvoiceReference(scene.order_id, None), scene.jan)
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-15")), scene.jan)
    scene.desk.do(c.SetDate(scene.order_id, COMPLETION, day("2030-01-25")), scene.jan)
    scene.desk.do(c.SetDelivery(scene.order_id, DELIVERY, day("2030-01-30")), scene.jan)
    return scene


def let_run(scene: Scene, until: str) -> None:
    """Hour by hour, until that moment in Amsterdam."""
    end = datetime.fromisoformat(until).replace(tzinfo=AMSTERDAM).astimezone(UTC)
    while scene.desk.now < end:
        scene.desk.now = min(scene.desk.now + timedelta(hours=1), end)
        scene.desk.tick()


def asked(scene: Scene) -> list[tuple[str, str]]:
    """Which questions were put, and when."""
    return [(str(p.body["key"]), _local(p)) for p in scene.desk.posted("CheckInQuestion")]


def _local(posting: Posting) -> str:
    return posting.created_at.astimezone(AMSTERDAM).strftime("%a %d %H:%M")


def of(scene: Scene, key: CheckInKey) -> CheckIn:
    return scene.desk.store.check_ins.find(order_id=scene.order_id, epoch=scene.order.epoch, key=key)[0]


def answers(scene: Scene, key: CheckInKey, answer: CheckInAnswer = CheckInAnswer.YES) -> CheckIn:
    command = c.AnswerCheckIn(scene.order_id, key, of(scene, key).day, answer)
    return only(CheckIn, scene.desk.do(command, scene.jan))


def answer_all(scene: Scene) -> None:
    for check_in in scene.desk.store.check_ins.find(order_id=scene.order_id, state=CheckInState.ASKED):
        answers(scene, check_in.key)


def test_every_question_comes_at_nine_on_its_day() -> None:
    scene = planned()
    let_run(scene, "2030-02-05 12:00")
    assert asked(scene) == [
        ("material", "Tue 15 09:00"), ("started", "Wed 16 09:00"), ("completion", "Wed 23 09:00"),
        ("finished", "Fri 25 09:00"), ("delivery", "Mon 28 09:00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "about", "moment"),
    [
        (CheckInKey.MATERIAL, "2030-01-19", "2030-01-21T08:00"),  # a Saturday: the Monday after
        (CheckInKey.FINISHED, "2030-01-18", "2030-01-18T08:00"),
        (CheckInKey.COMPLETION, "2030-01-21", "2030-01-18T08:00"),  # a Monday: two days before is Saturday
        (CheckInKey.DELIVERY, "2030-01-24", "2030-01-22T08:00"),
        (CheckInKey.DELIVERY, "2030-07-11", "2030-07-09T07:00"),  # summer time
    ],
)
def test_the_moment_of_a_question(key: CheckInKey, about: str, moment: str) -> None:
    found = asked_at(key, date.fromisoformat(about), AMSTERDAM, lambda _: False)
    assert found == datetime.fromisoformat(f"{moment}+00:00")


def test_a_holiday_is_no_day_for_questions() -> None:
    found = asked_at(CheckInKey.COMPLETION, day("2030-01-24"), AMSTERDAM, {day("2030-01-22")}.__contains__)
    assert found == datetime(2030, 1, 21, 8, tzinfo=UTC)


def test_a_date_that_moves_takes_its_question_along() -> None:
    scene = planned()
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-17")), scene.jan)
    let_run(scene, "2030-01-16 12:00")
    assert asked(scene) == []
    let_run(scene, "2030-01-18 12:00")
    assert asked(scene) == [("material", "Thu 17 09:00"), ("started", "Fri 18 09:00")]


def test_a_date_that_moves_after_the_question_asks_again() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    answers(scene, CheckInKey.MATERIAL, CheckInAnswer.NOT_YET)
    scene.desk.do(c.ReportDelay(scene.order_id, MATERIAL, day("2030-01-21"), "", cause=DelayReason.MATERIAL), scene.jan)
    let_run(scene, "2030-01-21 12:00")
    assert [key for key, _ in asked(scene)] == ["material", "material"]


def test_material_that_is_in_stays_in() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    answers(scene, CheckInKey.MATERIAL)
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-21"), confirmed=True), scene.jan)
    let_run(scene, "2030-01-22 08:00")
    assert [key for key, _ in asked(scene)] == ["material"]


def test_what_lies_behind_is_not_asked() -> None:
    scene = running()
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-03"), confirmed=True), scene.jan)
    scene.desk.do(c.SetDate(scene.order_id, COMPLETION, day("2030-01-08"), confirmed=True), scene.jan)
    let_run(scene, "2030-01-08 08:00")
    assert asked(scene) == []
    let_run(scene, "2030-01-08 12:00")
    assert asked(scene) == [("finished", "Tue 08 09:00")]


def test_a_cleared_date_asks_nothing() -> None:
    scene = planned()
    for key in (MATERIAL, COMPLETION):
        scene.desk.do(c.SetDate(scene.order_id, key, None), scene.jan)
    let_run(scene, "2030-02-05 12:00")
    assert [key for key, _ in asked(scene)] == ["delivery"]


def test_ready_ends_the_questions_about_the_work_and_delivered_the_last() -> None:
    scene = planned()
    scene.go(Status.READY)
    let_run(scene, "2030-01-28 08:00")
    assert asked(scene) == []
    scene.go(Status.DELIVERED)
    let_run(scene, "2030-02-05 12:00")
    assert asked(scene) == []


def test_ready_goods_are_asked_about_their_delivery() -> None:
    scene = planned()
    scene.go(Status.READY)
    let_run(scene, "2030-02-05 12:00")
    assert asked(scene) == [("delivery", "Mon 28 09:00")]


@pytest.mark.parametrize("status", [Status.CANCELLED])
def test_a_cancelled_order_asks_nothing(status: Status) -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    scene.go(status)
    let_run(scene, "2030-02-05 12:00")
    assert [key for key, _ in asked(scene)] == ["material"]
    assert {one.state for one in scene.desk.store.check_ins.find()} == {CheckInState.CANCELLED}
    assert scene.desk.posted("CheckInsDigest") == []


def test_another_partner_is_not_asked_for_the_first_ones_dates() -> None:
    scene = planned()
    other = scene.desk.partner("Bos", group=-100888)
    scene.desk.do(c.AssignOrder(scene.order_id, other.id))
    let_run(scene, "2030-02-05 12:00")
    assert asked(scene) == []


def test_snoozed_questions_rest_and_come_once() -> None:
    scene = planned()
    scene.desk.do(c.Snooze(scene.order_id, day("2030-01-24"), "trade fair"), ANNA)
    let_run(scene, "2030-01-23 23:00")
    assert asked(scene) == []
    let_run(scene, "2030-01-24 12:00")
    assert asked(scene) == [("completion", "Thu 24 08:00")]


def test_after_downtime_only_what_can_still_be_answered_is_asked() -> None:
    scene = planned()
    scene.desk.wait(days=19)  # Saturday 26 January
    let_run(scene, "2030-01-28 12:00")
    assert [key for key, _ in asked(scene)] == ["finished", "delivery"]


def test_each_is_asked_once_however_often_the_clock_looks() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 09:00")
    row = scene.desk.store.deadlines.find(subject=scene.order_id, kind="check_material")[0]
    for _ in range(3):
        assert scene.desk.do(c.FireDeadline(row.id), CLOCK) is None
    assert len(asked(scene)) == 1


# -- answers -----------------------------------------------------------------------------------------------------------


def test_the_answer_goes_to_timeline_and_staff() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    answers(scene, CheckInKey.MATERIAL)
    told = scene.desk.posted("CheckInAnswered")
    assert [(p.party, p.body["key"], p.body["answer"], p.body["by"]) for p in told] == [
        ("staff", "material", "yes", "Jan"),
    ]  # fmt: skip
    entry = scene.desk.store.entries.find(order_id=scene.order_id, event="check_in_answered")[0]
    assert (entry.new, entry.actor_name) == ("yes", "Jan")
    assert scene.desk.store.entries.find(order_id=scene.order_id, event="check_in_asked")


def test_later_asks_again_in_the_afternoon_and_then_next_morning() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    answers(scene, CheckInKey.MATERIAL, CheckInAnswer.LATER)
    let_run(scene, "2030-01-15 16:00")
    answers(scene, CheckInKey.MATERIAL, CheckInAnswer.LATER)
    let_run(scene, "2030-01-16 12:00")
    material = [when for key, when in asked(scene) if key == "material"]
    assert material == ["Tue 15 09:00", "Tue 15 15:00", "Wed 16 09:00"]


def test_a_second_answer_is_told_who_was_first_and_a_yes_after_not_yet_counts() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    answers(scene, CheckInKey.MATERIAL, CheckInAnswer.NOT_YET)
    answers(scene, CheckInKey.MATERIAL, CheckInAnswer.NOT_YET)
    with pytest.raises(AlreadyDone):
        answers(scene, CheckInKey.MATERIAL, CheckInAnswer.LATER)
    answers(scene, CheckInKey.MATERIAL)
    with pytest.raises(AlreadyDone):
        answers(scene, CheckInKey.MATERIAL)
    assert [p.body["answer"] for p in scene.desk.posted("CheckInAnswered")] == ["not_yet", "yes"]


def test_an_answer_to_a_question_about_another_date_is_stale() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    for about in ("2030-01-14", "2030-01-16"):
        wish = c.AnswerCheckIn(scene.order_id, CheckInKey.MATERIAL, day(about), CheckInAnswer.YES)
        with pytest.raises(Stale):
            scene.desk.do(wish, scene.jan)
    with pytest.raises(Stale):
        answers(scene, CheckInKey.DELIVERY)


def test_who_may_answer() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    wish = c.AnswerCheckIn(scene.order_id, CheckInKey.MATERIAL, day("2030-01-15"), CheckInAnswer.YES)
    for actor in (scene.guest, CLOCK):
        with pytest.raises(Refusal) as told:
            scene.desk.do(wish, actor)
        assert isinstance(told.value, NotAllowed | NotYourOrder)
    other = scene.desk.member(scene.desk.partner("Bos", group=-100888), "Kees", telegram=77)
    with pytest.raises(NotYourOrder):
        scene.desk.do(wish, other)
    scene.desk.do(wish, scene.piet)


def test_nothing_is_answered_once_delivered() -> None:
    scene = planned()
    let_run(scene, "2030-01-15 10:00")
    scene.go(Status.READY, Status.DELIVERED)
    with pytest.raises(WrongStatus):
        answers(scene, CheckInKey.MATERIAL)


# -- silence -----------------------------------------------------------------------------------------------------------


def test_a_working_day_without_an_answer_puts_it_on_staffs_list() -> None:
    scene = planned()
    let_run(scene, "2030-01-16 08:30")
    assert scene.desk.posted("CheckInsDigest") == []
    let_run(scene, "2030-01-16 10:00")
    assert [p.body["lines"] for p in scene.desk.posted("CheckInsDigest")] == [
        ["REF-1|Houtbouw BV|material|2030-01-15"],
    ]  # fmt: skip
    assert of(scene, CheckInKey.MATERIAL).state is CheckInState.SILENT
    assert len(scene.desk.store.entries.find(order_id=scene.order_id, event="check_in_silent")) == 1


def test_a_question_of_friday_waits_until_monday() -> None:
    scene = planned()
    let_run(scene, "2030-01-24 12:00")
    answer_all(scene)
    for check_in in scene.desk.store.check_ins.find(state=CheckInState.SILENT):
        answers(scene, check_in.key)
    said = len(scene.desk.posted("CheckInsDigest"))
    let_run(scene, "2030-01-28 08:30")
    assert len(scene.desk.posted("CheckInsDigest")) == said
    let_run(scene, "2030-01-28 10:00")
    assert scene.desk.posted("CheckInsDigest")[-1].body["lines"] == ["REF-1|Houtbouw BV|finished|2030-01-25"]


def test_a_late_answer_takes_it_off_the_list() -> None:
    scene = planned()
    let_run(scene, "2030-01-16 10:00")
    answers(scene, CheckInKey.MATERIAL)
    answers(scene, CheckInKey.STARTED)
    said = len(scene.desk.posted("CheckInsDigest"))
    let_run(scene, "2030-01-18 12:00")
    assert len(scene.desk.posted("CheckInsDigest")) == said


def test_two_open_questions_fall_silent_each_in_its_turn() -> None:
    scene = planned()
    let_run(scene, "2030-01-17 12:00")
    assert [p.body["lines"] for p in scene.desk.posted("CheckInsDigest")] == [
        ["REF-1|Houtbouw BV|material|2030-01-15"],
        ["REF-1|Houtbouw BV|material|2030-01-15", "REF-1|Houtbouw BV|started|2030-01-16"],
    ]  # fmt: skip


# -- reasons out of the list -------------------------------------------------------------------------------------------


def test_a_reason_of_the_list_needs_no_words_but_another_one_does() -> None:
    scene = planned()
    with pytest.raises(ReasonNeeded):
        scene.desk.do(c.ReportDelay(scene.order_id, SCHEDULE, day("2030-02-04"), ""), scene.jan)
    wish = c.ReportDelay(scene.order_id, SCHEDULE, day("2030-02-04"), "", "second shift", DelayReason.ILLNESS)
    scene.desk.do(wish, scene.jan)
    told = scene.desk.posted("DelayNotice")
    assert [(p.party, p.body["cause"], p.body["old"], p.body["new"]) for p in told] == [
        ("staff", "illness", "2030-01-30", "2030-02-04"),
    ]  # fmt: skip
    shared = [p for p in scene.desk.posted("DeliveryDateNotice") if p.body["old"]]
    assert {(p.party, p.body["cause"]) for p in shared} == {
        ("customer", "illness"), ("staff", "illness"), ("partner", "illness"),
    }  # fmt: skip


def test_staff_who_report_a_delay_tell_the_partner() -> None:
    scene = planned()
    scene.desk.do(c.ReportDelay(scene.order_id, COMPLETION, day("2030-01-28"), "saw broke"), ANNA)
    assert sorted(str(p.party) for p in scene.desk.posted("DelayNotice")) == ["partner", "staff"]
    assert [p for p in scene.desk.posted("DeliveryDateNotice") if p.body["old"]] == []


def test_a_moved_delivery_takes_a_reason_of_the_list() -> None:
    scene = planned()
    wish = c.SetDelivery(scene.order_id, DELIVERY, day("2030-02-01"), cause=DelayReason.TRANSPORT)
    scene.desk.do(wish, scene.jan)
    entry = scene.desk.store.entries.find(order_id=scene.order_id, event="delivery_date_changed")[-1]
    assert entry.new == {"date": "2030-02-01", "method": "delivery", "cause": "transport"}
