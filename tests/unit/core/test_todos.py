"""The to-dos: what counts as a change, what needs a reason or a second look, and who hears of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Audience, Place
from core.orders import DeliveryMethod, Status, TaskKey, TaskState
from core.refusals import BadValue, ConfirmNeeded, ReasonNeeded, WrongStatus
from tests.support.desk import ANNA, MONDAY, day
from tests.unit.core.scenes import DELIVERY, Scene, only, running, standing

MATERIAL, COMPLETION = TaskKey.MATERIAL_DATE, TaskKey.COMPLETION_DATE


def delivered_on(scene: Scene, text: str, reason: str | None = None, *, method: DeliveryMethod = DELIVERY) -> None:
    scene.desk.do(c.SetDelivery(scene.order_id, method, day(text), reason), scene.jan)


def readers(scene: Scene, kind: str) -> list[tuple[str, str]]:
    places = [only(Place, scene.desk.store.places.get(p.place_id)) for p in scene.desk.posted(kind)]
    return sorted((place.party, place.channel) for place in places)


def test_a_date_is_kept_and_told_to_staff() -> None:
    scene = running()
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-15")), scene.piet)
    task = scene.task(MATERIAL)
    assert (task.state, task.value, task.done_at, task.done_by) == (TaskState.DONE, "2030-01-15", MONDAY, "Piet")
    assert readers(scene, "TaskNotice") == [("staff", "CORDERS")]


@pytest.mark.parametrize("key", [MATERIAL, COMPLETION])
def test_the_same_date_again_is_no_event(key: TaskKey) -> None:
    scene = running()
    scene.desk.do(c.SetDate(scene.order_id, key, day("2030-01-15")), scene.jan)
    before = (scene.desk.events(scene.order), len(scene.desk.store.outbox.rows))
    scene.desk.now += timedelta(hours=1)
    scene.desk.do(c.SetDate(scene.order_id, key, day("2030-01-15"), "why not"), scene.piet)
    assert (scene.desk.events(scene.order), len(scene.desk.store.outbox.rows)) == before
    assert scene.task(key).done_by == "Jan"


def test_the_same_delivery_again_needs_no_reason_and_is_no_event() -> None:
    scene = running()
    delivered_on(scene, "2030-01-20")
    before = scene.desk.events(scene.order)
    delivered_on(scene, "2030-01-20")
    assert scene.desk.events(scene.order) == before
    assert len(scene.desk.posted("DeliveryDateNotice")) == 3


def test_the_first_delivery_date_goes_to_everybody_without_a_reason() -> None:
    scene = running()
    delivered_on(scene, "2030-01-20", "as agreed")
    assert readers(scene, "DeliveryDateNotice") == [
        ("customer", "carla@example.com"), ("partner", "-100777"), ("staff", "CORDERS"),
    ]  # fmt: skip
    assert {p.body["reason"] for p in scene.desk.posted("DeliveryDateNotice")} == {""}


@pytest.mark.parametrize("blank", [None, "", "   ", "\n", "\u200b", "\u00a0"])
def test_a_moved_delivery_date_needs_a_reason(blank: str | None) -> None:
    scene = running()
    delivered_on(scene, "2030-01-20")
    with pytest.raises(ReasonNeeded):
        delivered_on(scene, "2030-01-21", blank)
    assert scene.task(TaskKey.DELIVERY_SCHEDULE).date == day("2030-01-20")


def test_three_moves_are_three_reasons_three_mails_and_three_entries() -> None:
    scene = running()
    delivered_on(scene, "2030-01-20")
    for number, text in enumerate(("2030-01-21", "2030-01-22", "2030-01-23")):
        delivered_on(scene, text, f"reason {number}")
    entries = scene.desk.store.entries.find(order_id=scene.order_id, event="delivery_date_changed")
    assert [(e.old, e.reason) for e in entries] == [
        (None, None), ("2030-01-20", "reason 0"), ("2030-01-21", "reason 1"), ("2030-01-22", "reason 2"),
    ]  # fmt: skip
    assert readers(scene, "DeliveryDateNotice").count(("customer", "carla@example.com")) == 4


def test_another_method_on_the_same_day_needs_no_reason_and_is_no_news_to_the_customer() -> None:
    scene = running()
    delivered_on(scene, "2030-01-20")
    told = len(scene.desk.posted("DeliveryDateNotice"))
    delivered_on(scene, "2030-01-20", method=DeliveryMethod.PICK_UP)
    assert scene.task(TaskKey.DELIVERY_SCHEDULE).value == {"method": "pick_up", "date": "2030-01-20"}
    assert len(scene.desk.posted("DeliveryDateNotice")) == told


def test_without_a_customer_chat_the_customer_is_told_by_mail_only() -> None:
    scene = running(customer_chat=False)
    delivered_on(scene, "2030-01-20")
    assert readers(scene, "DeliveryDateNotice") == [("customer", "carla@example.com")]


def test_implausible_dates_warn_and_go_through_when_confirmed() -> None:
    scene = running(requested_delivery_date=day("2030-02-01"))
    scene.desk.do(c.SetDate(scene.order_id, COMPLETION, day("2030-01-20")), scene.jan)
    cases: list[tuple[c.Command, c.Command, list[str]]] = [
        (c.SetDate(scene.order_id, MATERIAL, day("2030-01-21")),
         c.SetDate(scene.order_id, MATERIAL, day("2030-01-21"), confirmed=True), ["material_after_completion"]),
        (c.SetDelivery(scene.order_id, DELIVERY, day("2030-01-19")),
         c.SetDelivery(scene.order_id, DELIVERY, day("2030-01-19"), confirmed=True), ["delivery_before_completion"]),
        (c.SetDelivery(scene.order_id, DELIVERY, day("2030-02-02"), "saw broke"),
         c.SetDelivery(scene.order_id, DELIVERY, day("2030-02-02"), "saw broke", confirmed=True),
         ["delivery_after_requested"]),
        (c.SetDate(scene.order_id, MATERIAL, day("2030-01-06")),
         c.SetDate(scene.order_id, MATERIAL, day("2030-01-06"), confirmed=True), ["past_date"]),
    ]  # fmt: skip
    for asked, confirmed, warnings in cases:
        with pytest.raises(ConfirmNeeded) as told:
            scene.desk.do(asked, scene.jan)
        assert told.value.warnings == warnings
        scene.desk.do(confirmed, scene.jan)
    assert scene.desk.posted("TaskNotice")[-1].body["warnings"] == ["past_date"]


def test_today_is_the_partners_today() -> None:
    scene = running(MONDAY.replace(hour=23, minute=30))  # Tuesday in Amsterdam
    with pytest.raises(ConfirmNeeded):
        scene.desk.do(c.SetDate(scene.order_id, MATERIAL, MONDAY.date()), scene.jan)
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-08")), scene.jan)


def test_a_date_far_beyond_is_no_date() -> None:
    scene = running()
    with pytest.raises(BadValue):
        scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2999-01-01"), confirmed=True), scene.jan)


def test_clearing_opens_the_to_do_again() -> None:
    scene = running()
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-15")), scene.jan)
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, None), scene.jan)
    task = scene.task(MATERIAL)
    assert (task.state, task.value, task.done_at, task.done_by) == (TaskState.OPEN, None, None, None)
    assert task.due_at == MONDAY + timedelta(hours=72)


def test_reference_and_no_reference_exclude_each_other() -> None:
    scene, key = running(), TaskKey.INVOICE_REFERENCE
    scene.desk.do(c.SetInvoiceReference(scene.order_id, None), scene.jan)
    assert scene.task(key).value == {"no_reference": True}
    scene.desk.do(c.SetInvoiceReference(scene.order_id, "  PO 7\n8 "), scene.jan)
    assert scene.task(key).value == {"reference": "PO 7 8"}
    scene.desk.do(c.SetInvoiceReference(scene.order_id, None), scene.jan)
    assert (scene.task(key).value, scene.task(key).state) == ({"no_reference": True}, TaskState.DONE)


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "x" * 101])
def test_a_reference_must_be_one(text: str) -> None:
    scene = running()
    with pytest.raises(BadValue):
        scene.desk.do(c.SetInvoiceReference(scene.order_id, text), scene.jan)
    assert scene.task(TaskKey.INVOICE_REFERENCE).state is TaskState.OPEN


def test_who_does_not_bill_themselves_has_no_reference() -> None:
    scene = running(self_billing=False)
    with pytest.raises(BadValue) as told:
        scene.desk.do(c.SetInvoiceReference(scene.order_id, "PO"), scene.jan)
    assert told.value.problem == "not_self_billing"


@pytest.mark.parametrize("status", [Status.DELIVERED, Status.APPROVED, Status.CANCELLED])
def test_dates_are_fixed_after_delivery(status: Status) -> None:
    scene = standing(status)
    for command in (c.SetDate(scene.order_id, MATERIAL, day("2030-01-15")),
                    c.SetDelivery(scene.order_id, DELIVERY, day("2030-01-15")),
                    c.ReportDelay(scene.order_id, COMPLETION, day("2030-01-15"), "late")):  # fmt: skip
        with pytest.raises(WrongStatus):
            scene.desk.do(command, scene.jan)


def test_dates_may_still_change_when_ready() -> None:
    scene = standing(Status.READY)
    delivered_on(scene, "2030-01-15")
    assert scene.task(TaskKey.DELIVERY_SCHEDULE).state is TaskState.DONE


def test_a_delay_is_told_at_once_with_reason_and_remedy() -> None:
    scene = running()
    delivered_on(scene, "2030-01-20")
    scene.desk.do(c.ReportDelay(scene.order_id, TaskKey.DELIVERY_SCHEDULE, day("2030-01-25"), "saw broke", "rented"),
                  scene.piet)  # fmt: skip
    notice = scene.desk.posted("DelayNotice")[0].body
    assert (notice["old"], notice["new"], notice["reason"], notice["remedy"], notice["by"]) == (
        "2030-01-20", "2030-01-25", "saw broke", "rented", "Piet")  # fmt: skip
    assert readers(scene, "DelayNotice") == [("staff", "CORDERS")]
    assert {p.audience for p in scene.desk.posted("DelayNotice")} == {Audience.CUTR_ONLY}
    assert scene.desk.posted("DeliveryDateNotice")[-1].body["reason"] == "saw broke"


@pytest.mark.parametrize(("text", "reason"), [("2030-01-20", "saw broke"), ("2030-01-19", "saw broke")])
async def test_a_delay_that_is_none_is_refused(text: str, reason: str) -> None:
    scene = running()
    delivered_on(scene, "2030-01-20")
    wish = c.ReportDelay(scene.order_id, TaskKey.DELIVERY_SCHEDULE, day(text), reason)
    with pytest.raises(BadValue):
        await scene.desk.dispatcher.dispatch(wish, scene.jan)
    assert scene.desk.posted("DelayNotice") == []


def test_a_delay_needs_its_reason() -> None:
    scene = running()
    with pytest.raises(ReasonNeeded):
        scene.desk.do(c.ReportDelay(scene.order_id, COMPLETION, day("2030-01-25"), " "), scene.jan)


def test_staff_may_set_on_behalf_and_stand_in_the_timeline() -> None:
    scene = running()
    scene.desk.do(c.SetDate(scene.order_id, MATERIAL, day("2030-01-15")), ANNA)
    entry = scene.desk.store.entries.find(order_id=scene.order_id, event="task_material_date")[0]
    assert (entry.actor_id, entry.actor_role, entry.old, entry.new) == ("slack:UANNA", "staff", None, "2030-01-15")
