"""No window closes over words that may still be on their way: the clock waits until every way in was read past it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from core import commands as c
from core.orders import FeedbackCategory, Status
from core.people import CLOCK
from core.timeline import DeadlineKind, DeadlineState
from tests.support.desk import MONDAY
from tests.unit.core.scenes import Scene, standing

UNTIL = MONDAY + timedelta(days=14)


def status(scene: Scene) -> Status:
    return scene.order.status


def read(scene: Scene, source: str, until: datetime) -> None:
    scene.desk.do(c.NoteInbound(source, until), CLOCK)


def closing(scene: Scene) -> DeadlineState:
    return scene.deadline(DeadlineKind.FEEDBACK_CLOSES).state


def delivered() -> Scene:
    """Delivered, with two ways in that were read while it was."""
    scene = standing(Status.DELIVERED)
    for source in ("page", "telegram"):
        read(scene, source, MONDAY)
    return scene


def test_the_window_stays_open_until_the_last_source_was_read_past_its_end() -> None:
    scene = delivered()
    scene.desk.wait(days=20)
    assert (status(scene), closing(scene)) == (Status.DELIVERED, DeadlineState.OPEN)
    read(scene, "page", UNTIL + timedelta(days=6))
    read(scene, "telegram", UNTIL - timedelta(microseconds=1))
    scene.desk.tick()
    assert status(scene) is Status.DELIVERED
    read(scene, "telegram", UNTIL)
    scene.desk.tick()
    assert status(scene) is Status.APPROVED
    assert scene.order.approved_at == UNTIL, "it counts from the deadline, whenever it was known"


def test_feedback_read_after_the_downtime_finds_the_window_open() -> None:
    scene = delivered()
    scene.desk.wait(days=20)
    wish = c.RecordFeedback(scene.order_id, FeedbackCategory.FINISH, "a scratch", UNTIL - timedelta(hours=1))
    scene.desk.do(wish)
    for source in ("page", "telegram"):
        read(scene, source, scene.desk.now)
    scene.desk.wait(days=1)
    assert status(scene) is Status.FEEDBACK_RECEIVED
    assert "approve" not in scene.desk.events(scene.order)


def test_without_any_source_the_clock_does_not_wait() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=14)
    assert status(scene) is Status.APPROVED


def test_a_mark_never_goes_back() -> None:
    scene = delivered()
    read(scene, "page", UNTIL)
    read(scene, "page", MONDAY)
    assert {m.id: m.read_until for m in scene.desk.store.inbound_marks.find()} == {"page": UNTIL, "telegram": MONDAY}


@pytest.mark.parametrize("kind", [DeadlineKind.FEEDBACK_HALFWAY, DeadlineKind.FEEDBACK_LAST_CALL])
def test_reminders_do_not_wait_for_it(kind: DeadlineKind) -> None:
    scene = delivered()
    scene.desk.wait(days=7)
    scene.desk.wait(days=5)
    assert scene.deadline(kind).state is DeadlineState.FIRED
