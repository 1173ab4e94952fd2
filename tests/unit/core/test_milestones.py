"""Milestones are Cutr's alone; the partner is told of each change and staff of their absence."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from core import commands as c
from core.chats import Place
from core.orders import Milestone, Status
from core.refusals import BadValue, NotAllowed, UnknownThing, WrongStatus
from tests.support.desk import ANNA, MONDAY, day
from tests.unit.core.scenes import Scene, only, running, standing


def set_to(scene: Scene, text: str | None, label: str = "Measure-up") -> None:
    scene.desk.do(c.SetMilestone(scene.order_id, "measure_up", label, day(text) if text else None))


def told(scene: Scene) -> list[tuple[object, object]]:
    of_partner = [p for p in scene.desk.posted("MilestoneNotice") if p.party == "partner"]
    return [(p.body["old"], p.body["new"]) for p in of_partner]


def test_setting_moving_and_removing_are_told_with_old_and_new() -> None:
    scene = running()
    for text in ("2030-01-15", "2030-01-16", None):
        set_to(scene, text)
    assert told(scene) == [(None, "2030-01-15"), ("2030-01-15", "2030-01-16"), ("2030-01-16", None)]
    assert scene.desk.store.milestones.find(order_id=scene.order_id) == []


def test_the_same_again_is_no_event() -> None:
    scene = running()
    set_to(scene, "2030-01-15")
    before = scene.desk.events(scene.order)
    set_to(scene, "2030-01-15")
    assert scene.desk.events(scene.order) == before


def test_who_set_it_and_when_is_kept() -> None:
    scene = running()
    set_to(scene, "2030-01-15")
    found = only(Milestone, scene.desk.store.milestones.find(order_id=scene.order_id)[0])
    assert (found.label, found.date, found.set_by, found.set_at) == ("Measure-up", day("2030-01-15"), "Anna", MONDAY)


def test_the_partner_can_not_change_one() -> None:
    scene = running()
    set_to(scene, "2030-01-15")
    for actor in (scene.jan, scene.piet, scene.guest):
        with pytest.raises(NotAllowed):
            scene.desk.do(c.SetMilestone(scene.order_id, "measure_up", "Later", day("2030-03-01")), actor)
    assert scene.desk.store.milestones.find(order_id=scene.order_id)[0].date == day("2030-01-15")


@pytest.mark.parametrize(("key", "label"), [("Measure up", "x"), ("", "x"), ("a" * 41, "x"), ("ok", "  ")])
def test_bad_keys_and_labels(key: str, label: str) -> None:
    scene = running()
    with pytest.raises(BadValue):
        scene.desk.do(c.SetMilestone(scene.order_id, key, label, day("2030-01-15")))


def test_removing_what_is_not_there() -> None:
    scene = running()
    with pytest.raises(UnknownThing):
        set_to(scene, None)


def test_a_closed_order_has_fixed_milestones() -> None:
    scene = standing(Status.CANCELLED)
    with pytest.raises(WrongStatus):
        set_to(scene, "2030-01-15")


def test_a_kick_off_order_without_milestones_is_staffs_reminder_once() -> None:
    scene = running(needs_kick_off=True)
    scene.complete()
    for _ in range(12):
        scene.desk.wait(days=1)
    wanted = scene.desk.posted("MilestonesWanted")
    assert [p.party for p in wanted] == ["staff"]
    assert wanted[0].created_at == MONDAY + timedelta(days=7)


def test_with_a_milestone_nobody_is_reminded() -> None:
    scene = running(needs_kick_off=True)
    set_to(scene, "2030-02-15")
    scene.desk.wait(days=8)
    assert scene.desk.posted("MilestonesWanted") == []


def test_after_downtime_the_reminder_waits_for_the_morning() -> None:
    scene = running(needs_kick_off=True)
    scene.complete()
    scene.desk.wait(days=9, hours=13)  # Wednesday 23:00 in Amsterdam
    assert scene.desk.posted("MilestonesWanted") == []
    scene.desk.wait(hours=9)
    assert [p.created_at for p in scene.desk.posted("MilestonesWanted")] == [
        datetime.fromisoformat("2030-01-17T07:00+00:00")]  # fmt: skip


def test_a_milestone_reaches_the_partners_cutr_only_chat_alone() -> None:
    scene = running()
    scene.desk.do(c.SetMilestone(scene.order_id, "drawing_ready", "Drawings", day("2030-01-20")), ANNA)
    places = [only(Place, scene.desk.store.places.get(p.place_id)) for p in scene.desk.posted("MilestoneNotice")]
    assert {p.audience for p in places} == {"cutr_only"}
