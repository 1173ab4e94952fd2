"""The kick-off: staff propose, the partner picks, both are told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core import commands as c
from core.orders import KickOff, Status
from core.people import StaffTask
from core.refusals import AlreadyDone, BadValue, NotAllowed, Stale, WrongStatus
from tests.support.desk import MONDAY
from tests.unit.core.scenes import Scene, only, running, standing

TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)


def proposed(*options: datetime) -> Scene:
    scene = running(needs_kick_off=True)
    scene.desk.do(c.ProposeKickOff(scene.order_id, options or (THURSDAY, TUESDAY)))
    return scene


def test_the_partner_is_given_the_instants_in_order() -> None:
    scene = proposed()
    sent = scene.desk.posted("KickOffOptions")
    assert [(p.party, p.body["options"]) for p in sent] == [
        ("partner", ["2030-01-08T09:00+00:00", "2030-01-10T09:00+00:00"])]  # fmt: skip


def test_picking_is_told_to_both_sides() -> None:
    scene = proposed()
    made = only(KickOff, scene.desk.do(c.PickKickOff(scene.order_id, TUESDAY), scene.piet))
    assert (made.picked, made.picked_by) == ("2030-01-08T09:00+00:00", "Piet")
    assert sorted(p.party for p in scene.desk.posted("KickOffPickedNotice")) == ["partner", "staff"]


def test_picking_the_same_twice_says_so() -> None:
    scene = proposed()
    scene.desk.do(c.PickKickOff(scene.order_id, TUESDAY), scene.piet)
    with pytest.raises(AlreadyDone) as told:
        scene.desk.do(c.PickKickOff(scene.order_id, TUESDAY), scene.jan)
    assert told.value.by == "Piet"
    assert len(scene.desk.posted("KickOffPickedNotice")) == 2


def test_an_option_of_an_earlier_proposal_is_stale() -> None:
    scene = proposed()
    scene.desk.do(c.ProposeKickOff(scene.order_id, (THURSDAY,)))
    with pytest.raises(Stale):
        scene.desk.do(c.PickKickOff(scene.order_id, TUESDAY), scene.jan)


def test_the_same_instant_said_in_another_zone_is_the_same_option() -> None:
    amsterdam = datetime.fromisoformat("2030-01-08T10:00+01:00")
    scene = proposed(amsterdam)
    made = only(KickOff, scene.desk.do(c.PickKickOff(scene.order_id, amsterdam.astimezone(UTC)), scene.jan))
    assert made.picked == "2030-01-08T09:00+00:00"


def test_nothing_proposed_nothing_to_pick() -> None:
    scene = running(needs_kick_off=True)
    with pytest.raises(Stale):
        scene.desk.do(c.PickKickOff(scene.order_id, TUESDAY), scene.jan)


@pytest.mark.parametrize(
    "options", [(), (MONDAY - timedelta(days=1), TUESDAY), tuple(MONDAY + timedelta(days=n) for n in range(1, 8))]
)
def test_none_past_or_too_many_options_are_refused(options: tuple[datetime, ...]) -> None:
    scene = running(needs_kick_off=True)
    with pytest.raises(BadValue):
        scene.desk.do(c.ProposeKickOff(scene.order_id, options))


def test_the_partner_does_not_propose_and_a_guest_does_not_pick() -> None:
    scene = proposed()
    with pytest.raises(NotAllowed):
        scene.desk.do(c.ProposeKickOff(scene.order_id, (THURSDAY,)), scene.jan)
    with pytest.raises(NotAllowed):
        scene.desk.do(c.PickKickOff(scene.order_id, TUESDAY), scene.guest)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.CANCELLED])
def test_without_a_partner_or_after_the_end_there_is_none(status: Status) -> None:
    scene = standing(status)
    with pytest.raises(WrongStatus):
        scene.desk.do(c.ProposeKickOff(scene.order_id, (TUESDAY,)))


def test_a_staff_task_is_ticked_once() -> None:
    scene = proposed()
    task = scene.desk.store.staff_tasks.find(kind="kick_off")[0]
    made = only(StaffTask, scene.desk.do(c.DoStaffTask(task.id)))
    assert (made.done_by, made.done_at) == ("Anna", MONDAY)
    with pytest.raises(AlreadyDone):
        scene.desk.do(c.DoStaffTask(task.id))
