"""The 14 x 24 hours after Delivered: notices, the end exactly on time, and feedback that wins by its own time."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core import commands as c
from core.chats import Place
from core.orders import Feedback, FeedbackCategory, Status, TaskKey, TaskState
from core.people import CLOCK
from core.refusals import BadValue, NotAllowed, ReasonNeeded
from core.timeline import DeadlineKind, DeadlineState, Entry
from tests.support.desk import ANNA, MONDAY
from tests.unit.core.scenes import Scene, only, running, standing

UNTIL = MONDAY + timedelta(days=14)


def feedback(scene: Scene, given_at: datetime | None = None) -> Feedback:
    wish = c.RecordFeedback(scene.order_id, FeedbackCategory.FINISH, "a scratch on the door", given_at)
    return only(Feedback, scene.desk.do(wish, ANNA))


def approvals(scene: Scene) -> list[Entry]:
    return scene.desk.store.entries.find(order_id=scene.order_id, event="approve")


def told(scene: Scene, kind: str) -> list[str]:
    return sorted(only(Place, scene.desk.store.places.get(p.place_id)).channel for p in scene.desk.posted(kind))


def test_notices_at_delivered_day_7_day_12_and_the_end() -> None:
    scene = standing(Status.DELIVERED)
    for _ in range(15 * 24):
        scene.desk.wait(hours=1)
    when = {kind: {p.created_at for p in scene.desk.posted(kind)}
            for kind in ("OrderDelivered", "FeedbackHalfway", "FeedbackLastCall", "OrderApproved")}  # fmt: skip
    assert when == {
        "OrderDelivered": {MONDAY}, "FeedbackHalfway": {MONDAY + timedelta(days=7)},
        "FeedbackLastCall": {MONDAY + timedelta(days=12)}, "OrderApproved": {UNTIL},
    }  # fmt: skip


def test_the_customer_is_mailed_at_delivered_last_call_and_the_end_with_the_last_day() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=7)
    scene.desk.wait(days=5)
    scene.desk.wait(days=2)
    for kind in ("OrderDelivered", "FeedbackLastCall", "OrderApproved"):
        assert told(scene, kind).count("carla@example.com") == 1
    assert "carla@example.com" not in told(scene, "FeedbackHalfway")
    assert scene.desk.posted("OrderDelivered")[0].body["feedback_until"] == UNTIL.isoformat()


@pytest.mark.parametrize("late", [timedelta(0), timedelta(hours=9), timedelta(days=30)])
def test_the_end_counts_from_the_deadline_however_late_the_clock_looks(late: timedelta) -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.now = UNTIL + late
    scene.desk.tick()
    assert scene.order.status is Status.APPROVED
    assert scene.order.approved_at == UNTIL
    assert [(e.at, e.effective_at, e.actor_id) for e in approvals(scene)] == [(UNTIL + late, UNTIL, "clock")]
    assert scene.desk.posted("FeedbackHalfway") == []
    assert scene.desk.posted("FeedbackLastCall") == []


def test_the_end_does_not_wait_for_working_hours() -> None:
    scene = running()
    scene.go(Status.READY)
    scene.desk.now = datetime(2030, 1, 12, 22, 0, tzinfo=MONDAY.tzinfo)  # a Saturday night
    scene.go(Status.DELIVERED)
    scene.desk.wait(days=14)
    assert scene.order.status is Status.APPROVED


def test_a_moment_before_the_end_nothing_closes() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.now = UNTIL - timedelta(microseconds=1)
    scene.desk.tick()
    assert scene.order.status is Status.DELIVERED


@pytest.mark.parametrize(("month", "hours"), [(3, 14 * 24 + 1), (10, 14 * 24 - 1)])
def test_fourteen_times_24_hours_also_when_the_clocks_change(month: int, hours: int) -> None:
    """In local time the end lies an hour later in spring and an hour earlier in autumn."""
    start = datetime(2030, month, 25, 9, 0, tzinfo=MONDAY.tzinfo)
    scene = running(start)
    scene.go(Status.READY, Status.DELIVERED)
    until = only(datetime, scene.order.feedback_until)
    assert until - start == timedelta(days=14)
    zone = ZoneInfo("Europe/Amsterdam")
    wall = until.astimezone(zone).replace(tzinfo=None) - start.astimezone(zone).replace(tzinfo=None)
    assert wall == timedelta(hours=hours)


def test_feedback_stops_the_clock() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=3)
    feedback(scene)
    scene.desk.wait(days=30)
    assert scene.order.status is Status.FEEDBACK_RECEIVED
    assert approvals(scene) == []
    assert scene.desk.posted("FeedbackLastCall") == []


def test_feedback_from_before_the_end_wins_when_the_clock_has_not_looked_yet() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.now = UNTIL + timedelta(hours=5)
    made = feedback(scene, UNTIL - timedelta(seconds=1))
    scene.desk.tick()
    assert (made.late, scene.order.status) == (False, Status.FEEDBACK_RECEIVED)
    entry = scene.desk.store.entries.find(order_id=scene.order_id, event="record_feedback")[0]
    assert entry.effective_at == UNTIL - timedelta(seconds=1)


def test_feedback_from_before_the_end_wins_also_after_the_approval() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=16)
    assert len(approvals(scene)) == 1
    feedback(scene, UNTIL - timedelta(seconds=1))
    assert (scene.order.status, scene.order.approved_at) == (Status.FEEDBACK_RECEIVED, None)
    scene.desk.wait(days=30)
    assert scene.order.status is Status.FEEDBACK_RECEIVED


@pytest.mark.parametrize("after", [timedelta(0), timedelta(microseconds=1), timedelta(days=3)])
@pytest.mark.parametrize("clock", ["has looked", "has not looked"])
def test_at_the_end_or_later_is_late_and_changes_nothing(after: timedelta, clock: str) -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.now = UNTIL + timedelta(days=4)
    if clock == "has looked":
        scene.desk.tick()
    before = scene.order.status
    made = feedback(scene, UNTIL + after)
    assert (made.late, scene.order.status) == (True, before)
    scene.desk.tick()
    assert (scene.order.status, scene.order.approved_at) == (Status.APPROVED, UNTIL)
    assert scene.desk.posted("FeedbackNotice")[0].body["late"] == "late"
    assert scene.desk.posted("FeedbackHeard") == []


def test_reopened_and_delivered_again_opens_a_new_window_and_the_old_one_never_fires() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=10)
    scene.desk.do(c.Reopen(scene.order_id, Status.IN_PRODUCTION, "door is missing"))
    assert scene.order.feedback_until is None
    scene.go(Status.READY, Status.DELIVERED)
    second = scene.desk.now
    scene.desk.now = second + timedelta(days=13)
    scene.desk.tick()
    assert scene.order.status is Status.DELIVERED
    scene.desk.wait(days=1)
    assert scene.order.approved_at == second + timedelta(days=14)
    fired = scene.desk.store.deadlines.find(subject=scene.order_id, state=DeadlineState.FIRED)
    assert {d.epoch for d in fired if d.kind is DeadlineKind.FEEDBACK_CLOSES} == {2}


def test_an_old_windows_deadline_that_slipped_through_does_nothing() -> None:
    scene = standing(Status.DELIVERED)
    old = scene.deadline(DeadlineKind.FEEDBACK_CLOSES)
    scene.desk.wait(days=10)
    scene.desk.do(c.Reopen(scene.order_id, Status.READY, "not arrived"))
    scene.go(Status.DELIVERED)
    old.state = DeadlineState.OPEN
    scene.desk.store.deadlines.save(old)
    scene.desk.wait(days=5)
    assert scene.order.status is Status.DELIVERED


def test_settled_feedback_is_delivered_again_with_full_time() -> None:
    scene = standing(Status.FEEDBACK_RECEIVED)
    scene.desk.wait(days=5)
    scene.desk.do(c.Reopen(scene.order_id, Status.DELIVERED, "hinge replaced on site"))
    assert scene.order.feedback_until == MONDAY + timedelta(days=19)
    assert told(scene, "OrderDelivered").count("carla@example.com") == 2
    scene.desk.wait(days=14)
    assert (scene.order.status, scene.order.approved_at) == (Status.APPROVED, MONDAY + timedelta(days=19))


def test_reopening_brings_the_buttons_back() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.do(c.Reopen(scene.order_id, Status.READY, "not arrived"))
    assert (scene.task(TaskKey.MARK_READY).state, scene.task(TaskKey.MARK_DELIVERED).state) == (
        TaskState.DONE, TaskState.OPEN)  # fmt: skip
    scene.desk.do(c.Reopen(scene.order_id, Status.IN_PRODUCTION, "not even packed"))
    assert (scene.task(TaskKey.MARK_READY).state, scene.task(TaskKey.MARK_DELIVERED).state) == (
        TaskState.OPEN, TaskState.HIDDEN)  # fmt: skip


def test_approving_after_feedback_needs_a_reason() -> None:
    scene = standing(Status.FEEDBACK_RECEIVED)
    with pytest.raises(ReasonNeeded):
        scene.desk.do(c.Approve(scene.order_id, " "))
    scene.desk.do(c.Approve(scene.order_id, "refund agreed"))
    assert approvals(scene)[0].reason == "refund agreed"


def test_an_order_brought_in_that_was_delivered_twenty_days_ago_closes_at_its_own_time() -> None:
    then = MONDAY - timedelta(days=20)
    scene = running()
    order = scene.order
    order.assigned_at = then - timedelta(days=20)
    scene.desk.store.orders.save(order)
    scene.go(Status.READY, at=then - timedelta(days=1))
    scene.go(Status.DELIVERED, at=then)
    scene.desk.tick()
    assert (scene.order.status, scene.order.approved_at) == (Status.APPROVED, then + timedelta(days=14))
    assert scene.desk.posted("FeedbackLastCall") == []


def test_steps_do_not_lie_before_the_steps_before() -> None:
    scene = standing(Status.READY)
    with pytest.raises(BadValue):
        scene.go(Status.DELIVERED, at=MONDAY - timedelta(seconds=1))
    with pytest.raises(BadValue):
        scene.desk.do(c.MarkDelivered(scene.order_id, signed_slip=True, at=MONDAY), scene.jan)


def test_the_customer_can_not_date_their_feedback_back_and_a_partner_gives_none() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=15)
    wish = c.RecordFeedback(scene.order_id, FeedbackCategory.FINISH, "late", UNTIL - timedelta(days=1))
    with pytest.raises(BadValue):
        scene.desk.do(wish, scene.customer)
    with pytest.raises(NotAllowed):
        scene.desk.do(wish, scene.jan)


def test_a_second_clock_closes_nothing_twice() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.now = UNTIL
    due = scene.desk.due()
    for _clock in range(3):
        for deadline in due:
            scene.desk.do(c.FireDeadline(deadline.id), CLOCK)
    assert len(approvals(scene)) == 1


def test_a_cancelled_delivered_order_is_never_approved() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.do(c.Cancel(scene.order_id, "returned"))
    scene.desk.wait(days=20)
    assert scene.order.status is Status.CANCELLED
