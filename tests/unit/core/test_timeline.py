"""The diary: an entry for every event, with who, when, effective when, old, new, why and what caused it; chained."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from core import commands as c
from core import events as e
from core.chats import Audience, Platform
from core.check_ins import CheckInAnswer, CheckInKey
from core.dispatch import DUPLICATE
from core.orders import DeclineReason, FeedbackCategory, Order, Status, TaskKey
from core.people import CLOCK
from core.ports import Receipt
from core.refusals import WrongStatus
from core.richtext import RichText
from core.timeline import Entry
from tests.support.desk import ANNA, MONDAY, day
from tests.unit.core.scenes import DELIVERY, Scene, drafted, offer_to, running

NAMES = {
    e.OrderCreated: "order_created", e.OrderOffered: "order_offered", e.OfferAnswered: "offer_answered",
    e.OfferEnded: "offer_ended", e.OrderAssigned: "order_assigned", e.TaskChanged: "task_material_date",
    e.DeliveryDateChanged: "delivery_date_changed", e.DelayReported: "delay_reported",
    e.MilestoneChanged: "milestone_changed", e.KickOffProposed: "kick_off_proposed",
    e.KickOffPicked: "kick_off_picked", e.StatusChanged: "mark_ready", e.FeedbackRecorded: "feedback_recorded",
    e.OrderSnoozed: "reminders_snoozed", e.PartnerReminded: "todo_reminder", e.StaffEscalated: "todo_escalation",
    e.MilestonesMissing: "milestones_missing", e.FeedbackWindowNoted: "feedback_halfway",
    e.StaffTaskDone: "staff_task_done", e.MessageChanged: "message_deleted", e.FileChanged: "file_filed",
    e.FileReviewed: "file_approved", e.SlipMade: "slip_made", e.CustomerLinkChanged: "customer_link_renewed",
    e.CheckInAsked: "check_in_asked", e.CheckInReplied: "check_in_answered", e.CheckInSilent: "check_in_silent",
}  # fmt: skip


def a_full_life() -> Scene:
    """An order to which everything happens that can."""
    scene = drafted(needs_kick_off=True)
    do, jan, order_id = scene.desk.do, scene.jan, scene.order_id
    do(c.OfferOrder(order_id, (scene.partner.id,)))
    do(c.AnswerOffer(offer_to(scene, scene.partner).id), jan)
    do(c.AssignOrder(order_id, scene.partner.id))
    scene.desk.open_all()
    for _ in range(8 * 24):
        scene.desk.wait(hours=1)
    do(c.RenewCustomerLink(order_id))
    do(c.SetDate(order_id, TaskKey.MATERIAL_DATE, day("2030-01-18"), "as the supplier says"), jan)
    do(c.SetDelivery(order_id, DELIVERY, day("2030-01-20")), jan)
    do(c.ReportDelay(order_id, TaskKey.DELIVERY_SCHEDULE, day("2030-01-25"), "saw broke", "rented one"), jan)
    do(c.SetMilestone(order_id, "measure_up", "Measure-up", day("2030-01-15")))
    do(c.ProposeKickOff(order_id, (scene.desk.now + timedelta(days=1),)))
    do(c.PickKickOff(order_id, scene.desk.now + timedelta(days=1)), jan)
    do(c.DoStaffTask(scene.desk.store.staff_tasks.find(kind="check_in")[0].id))
    for _ in range(6 * 24):
        scene.desk.wait(hours=1)
    do(c.AnswerCheckIn(order_id, CheckInKey.STARTED, day("2030-01-21"), CheckInAnswer.YES), jan)
    do(c.Snooze(order_id, day("2030-01-22"), "agreed by phone"))
    message = scene.says(jan, scene.place(Audience.CUTR_ONLY, Platform.TELEGRAM), "oops", "501")
    do(c.DeleteMessage(message.id), jan)
    topic = scene.place(Audience.WITH_CUSTOMER, Platform.TELEGRAM)
    scene.sends(jan, topic, "502", "a.jpg", caption="finished")
    scene.sends(jan, topic, "503", "b.jpg", caption="packed")
    scene.store_all()
    do(c.ReviewFile(scene.filed()[0].id, approve=True))
    do(c.MakeSlip(order_id, 2), jan)
    scene.go(Status.READY, Status.DELIVERED)
    scene.desk.wait(days=7)
    do(c.RecordFeedback(order_id, FeedbackCategory.FINISH, "a scratch"))
    return scene


def entries(scene: Scene) -> list[Entry]:
    return scene.desk.store.entries.find(order_id=scene.order_id)


def one(scene: Scene, event: str) -> Entry:
    return next(entry for entry in entries(scene) if entry.event == event)


def test_the_list_of_names_is_complete() -> None:
    assert set(NAMES) == set(get_args(e.Event))


def test_every_kind_of_event_leaves_its_entry() -> None:
    assert set(NAMES.values()) <= {entry.event for entry in entries(a_full_life())}


def test_every_entry_says_who_and_when() -> None:
    for entry in entries(a_full_life()):
        assert entry.actor_id
        assert entry.actor_name
        assert entry.actor_role
        assert entry.at.tzinfo is UTC
        assert MONDAY <= entry.effective_at <= entry.at


@pytest.mark.parametrize(
    ("event", "actor", "old", "new", "reason"),
    [
        ("order_assigned", "slack:UANNA", None, "id000001", None),
        ("task_material_date", "telegram:11", None, "2030-01-18", "as the supplier says"),
        ("delay_reported", "telegram:11", "2030-01-20",
         {"task": "delivery_schedule", "date": "2030-01-25", "remedy": "rented one"}, "saw broke"),
        ("milestone_changed", "slack:UANNA", None,
         {"key": "measure_up", "label": "Measure-up", "date": "2030-01-15"}, None),
        ("reminders_snoozed", "slack:UANNA", None, "2030-01-22", "agreed by phone"),
        ("mark_ready", "slack:UANNA", "in_production", "ready", None),
        ("todo_reminder", "clock", None,
         ["material_date", "completion_date", "delivery_schedule", "invoice_reference"], None),
    ],
)  # fmt: skip
def test_old_new_and_reason(event: str, actor: str, old: object, new: object, reason: str | None) -> None:
    entry = one(a_full_life(), event)
    assert (entry.actor_id, entry.old, entry.new, entry.reason) == (actor, old, new, reason)


def test_a_moved_delivery_keeps_both_dates_and_the_reason() -> None:
    moved = [entry for entry in entries(a_full_life()) if entry.event == "delivery_date_changed"][1]
    assert (moved.old, moved.new, moved.reason) == (
        "2030-01-20", {"date": "2030-01-25", "method": "delivery"}, "saw broke")  # fmt: skip


def test_a_late_reminder_is_effective_when_it_was_due() -> None:
    scene = running()
    scene.desk.now += timedelta(days=3, hours=2)
    scene.desk.tick()
    entry = one(scene, "todo_reminder")
    assert (entry.at, entry.effective_at) == (scene.desk.now, MONDAY + timedelta(hours=72))


def test_a_step_in_the_past_keeps_both_times() -> None:
    scene = running()
    scene.desk.now += timedelta(days=2)
    then = datetime(2030, 1, 8, 12, 0, tzinfo=UTC)
    scene.desk.do(c.MarkReady(scene.order_id, then), ANNA)
    assert (one(scene, "mark_ready").at, one(scene, "mark_ready").effective_at) == (scene.desk.now, then)


def test_the_decline_is_kept_with_reason_and_note() -> None:
    scene = drafted()
    scene.desk.do(c.OfferOrder(scene.order_id, (scene.partner.id,)))
    scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id, DeclineReason.UNFIT_MACHINE, "too long"), scene.jan)
    entry = one(scene, "offer_answered")
    assert entry.new == {"partner_id": scene.partner.id, "answer": "declined", "why": "unfit_machine"}
    assert entry.reason == "too long"


async def test_the_source_is_the_update_that_caused_it_and_a_second_one_changes_nothing() -> None:
    scene = running()
    receipt = Receipt("telegram:7:1001", Platform.TELEGRAM, "-100777:501")
    wish = c.MarkReady(scene.order_id)
    made = await scene.desk.dispatcher.dispatch(wish, scene.jan, receipt)
    assert isinstance(made, Order)
    assert one(scene, "mark_ready").source == "telegram:7:1001"
    before = (len(entries(scene)), len(scene.desk.store.outbox.rows))
    for again in (receipt, replace(receipt, key="telegram:7:1002")):
        assert await scene.desk.dispatcher.dispatch(wish, scene.jan, again) is DUPLICATE
    assert (len(entries(scene)), len(scene.desk.store.outbox.rows)) == before


async def test_a_refused_update_leaves_no_entry_and_counts_as_handled() -> None:
    scene = running()
    receipt = Receipt("slack:1", Platform.SLACK, "trigger-1")
    wish = c.MarkDelivered(scene.order_id, signed_slip=True)
    before = entries(scene)
    with pytest.raises(WrongStatus):
        await scene.desk.dispatcher.dispatch(wish, scene.jan, receipt)
    assert entries(scene) == before
    assert await scene.desk.dispatcher.dispatch(wish, scene.jan, receipt) is DUPLICATE


async def test_an_update_whose_handling_raises_is_not_counted_as_handled() -> None:
    scene = running()
    receipt = Receipt("slack:2", Platform.SLACK)
    nonsense = c.RelayMessage(c.PlatformMessage(Platform.SLACK, "C", "1", "2"), RichText.of("x"), scene.desk.now)
    broken = replace(nonsense, origin=None)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        await scene.desk.dispatcher.dispatch(broken, ANNA, receipt)
    made = await scene.desk.dispatcher.dispatch(c.MarkReady(scene.order_id), ANNA, receipt)
    assert isinstance(made, Order)


def test_the_chain_verifies_and_shows_tampering() -> None:
    chain, diary = "", entries(a_full_life())
    for number, entry in enumerate(diary, start=1):
        assert (entry.seq, entry.chain) == (number, entry.chained_to(chain))
        for forged in (replace(entry, reason="never said"), replace(entry, actor_id="slack:UEVIL"),
                       replace(entry, actor_name="Somebody else"), replace(entry, new="forged"),
                       replace(entry, effective_at=entry.effective_at - timedelta(days=1))):  # fmt: skip
            assert forged.chained_to(chain) != entry.chain
        chain = entry.chain


def test_the_clock_stands_in_the_diary_as_the_clock() -> None:
    scene = running()
    scene.desk.wait(days=3)
    assert one(scene, "todo_reminder").actor_id == CLOCK.id
