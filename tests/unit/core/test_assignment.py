"""Assignment: one transaction with all that belongs to it, and giving the order to somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Audience, Place, PlaceKind, PlaceState, Platform
from core.orders import Status, TaskKey, TaskState
from core.outbox import Posting, PostingState
from core.outbox_kinds import OPEN_PLACE, SHOW_CARD
from core.people import MemberRole, Partner
from core.refusals import AlreadyDone, BadValue, ClosedChat, NotYourOrder
from tests.support.desk import ANNA, MONDAY
from tests.unit.core.scenes import Scene, drafted, only, running, waiting

BOTH = [Audience.CUTR_ONLY, Audience.WITH_CUSTOMER]


def test_the_to_dos_are_due_in_72_hours() -> None:
    scene = running()
    due = MONDAY + timedelta(hours=72)
    tasks = {t.key: (t.state, t.due_at) for t in scene.desk.store.tasks.find(order_id=scene.order_id)}
    assert tasks == {
        TaskKey.MATERIAL_DATE: (TaskState.OPEN, due), TaskKey.COMPLETION_DATE: (TaskState.OPEN, due),
        TaskKey.DELIVERY_SCHEDULE: (TaskState.OPEN, due), TaskKey.INVOICE_REFERENCE: (TaskState.OPEN, due),
        TaskKey.MARK_READY: (TaskState.OPEN, None), TaskKey.MARK_DELIVERED: (TaskState.HIDDEN, None),
    }  # fmt: skip


def test_the_invoice_reference_is_for_self_billing_partners_only() -> None:
    scene = running(self_billing=False)
    assert scene.task(TaskKey.INVOICE_REFERENCE).state is TaskState.HIDDEN


def test_both_chats_with_a_thread_and_a_topic_each() -> None:
    scene = drafted()
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    places = scene.desk.store.places.find(order_id=scene.order_id)
    assert sorted((p.platform, p.kind, p.audience, p.channel) for p in places) == sorted(
        (platform, kind, audience, channel) for audience in BOTH
        for platform, kind, channel in ((Platform.SLACK, PlaceKind.THREAD, "CORDERS"),
                                        (Platform.TELEGRAM, PlaceKind.TOPIC, "-100777")))  # fmt: skip
    assert {p.state for p in places} == {PlaceState.WANTED}
    assert sorted(p.place_id for p in scene.desk.posted(OPEN_PLACE)) == sorted(p.id for p in places)


def test_the_welcome_card_follows_the_opened_topic() -> None:
    scene = running()
    cards = {only(Place, scene.desk.store.places.get(p.place_id)).audience for p in scene.desk.posted(SHOW_CARD)}
    assert cards == set(BOTH)


def test_an_order_without_customer_chat_has_one_chat_only() -> None:
    scene = running(customer_chat=False)
    assert [chat.audience for chat in scene.desk.store.chats.find(order_id=scene.order_id)] == [Audience.CUTR_ONLY]
    assert all(p.audience is Audience.CUTR_ONLY for p in scene.desk.store.places.find(order_id=scene.order_id))


def test_a_partner_without_group_reads_in_each_members_private_chat() -> None:
    scene = running(group=None)
    spots = scene.desk.store.places.find(order_id=scene.order_id, platform=Platform.TELEGRAM)
    assert sorted((p.channel, p.kind, p.audience) for p in spots) == sorted(
        (channel, PlaceKind.PRIVATE, audience) for channel in ("11", "12") for audience in BOTH)  # fmt: skip


def test_the_mails_and_the_customers_link() -> None:
    scene = drafted()
    scene.desk.do(c.AddMember(scene.partner.id, "Kees", MemberRole.ADMIN, email="kees@x.nl"))
    scene.desk.do(c.AddMember(scene.partner.id, "Loes", MemberRole.COLLABORATOR, email="loes@x.nl"))
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    assert sorted(addresses(scene, "AssignedMail")) == ["hout@x.nl", "kees@x.nl"]
    assert addresses(scene, "CustomerLink") == ["carla@example.com"]


def addresses(scene: Scene, kind: str) -> list[str]:
    return [only(Place, scene.desk.store.places.get(p.place_id)).channel for p in scene.desk.posted(kind)]


def test_the_first_order_of_a_partner_gets_a_check_in_the_second_none() -> None:
    scene = running()
    second = scene.desk.assigned(scene.partner, "REF-2")
    assert [t.order_id for t in scene.desk.store.staff_tasks.find(kind="check_in")] == [scene.order_id]
    assert [p.order_id for p in scene.desk.posted("CheckInWanted")] == [scene.order_id]
    assert second.id != scene.order_id


@pytest.mark.parametrize("why", ["needs_kick_off", "includes_installation"])
def test_a_kick_off_is_for_staff_to_prepare(why: str) -> None:
    scene = running(**{why: True})  # type: ignore[arg-type]
    assert [t.kind for t in scene.desk.store.staff_tasks.find(order_id=scene.order_id)] == ["check_in", "kick_off"]


def test_a_past_assignment_counts_from_then() -> None:
    scene, then = drafted(), MONDAY - timedelta(days=10)
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id, then))
    assert scene.order.assigned_at == then
    assert scene.task(TaskKey.MATERIAL_DATE).due_at == then + timedelta(hours=72)
    entry = scene.desk.store.entries.find(order_id=scene.order_id, event="order_assigned")[0]
    assert (entry.at, entry.effective_at) == (MONDAY, then)


def test_the_future_is_refused() -> None:
    scene = drafted()
    with pytest.raises(BadValue):
        scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id, MONDAY + timedelta(seconds=1)))
    assert scene.order.status is Status.DRAFT


def test_the_same_partner_again_is_refused() -> None:
    scene = running()
    with pytest.raises(AlreadyDone):
        scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    assert scene.order.epoch == 1


class Given:
    """An order that was taken from Houtbouw and given to Smid two days later."""

    def __init__(self) -> None:
        self.scene = running()
        desk = self.desk = self.scene.desk
        self.smid: Partner = desk.partner("Smid", group=-100999)
        self.sara = desk.member(self.smid, "Sara", "admin", 21)
        self.old_topic = self.scene.place(Audience.CUTR_ONLY, Platform.TELEGRAM)
        self.old_thread = self.scene.place(Audience.CUTR_ONLY, Platform.SLACK)

    def over(self) -> None:
        self.desk.now += timedelta(days=2)
        self.desk.do(c.AssignOrder(self.scene.order_id, self.smid.id))


def test_a_new_partner_gets_new_to_dos_clocks_and_chats() -> None:
    given = Given()
    given.scene.complete()
    given.over()
    order = given.scene.order
    assert (order.epoch, order.partner_id, order.assigned_at) == (2, given.smid.id, given.desk.now)
    assert given.scene.task(TaskKey.MATERIAL_DATE).state is TaskState.OPEN
    assert given.scene.task(TaskKey.MATERIAL_DATE).due_at == given.desk.now + timedelta(hours=72)
    open_ones = given.desk.store.deadlines.find(subject=order.id, state="open")
    assert open_ones
    assert {d.epoch for d in open_ones} == {2}
    channels = {p.channel for p in given.desk.store.places.find(order_id=order.id) if p.state != "closed"}
    assert channels == {"CORDERS", "-100999"}


def test_the_old_partner_is_told_and_shut_out() -> None:
    given = Given()
    given.over()
    assert addresses(given.scene, "OrderTakenAway") == ["11"]
    with pytest.raises((ClosedChat, NotYourOrder)):
        given.desk.writes(given.scene.jan, given.old_topic, "are you there?", "77")
    with pytest.raises(NotYourOrder):
        given.desk.do(c.MarkReady(given.scene.order_id), given.scene.jan)
    with pytest.raises(ClosedChat):
        given.desk.writes(ANNA, given.old_thread, "still you?", "78")


def test_what_was_queued_for_the_old_chats_does_not_leave() -> None:
    given = Given()
    given.desk.writes(ANNA, given.old_thread, "the key is under the mat", "79")
    assert waiting(given.scene, given.old_topic)
    given.over()
    assert waiting(given.scene, given.old_topic) == []


@pytest.mark.parametrize("outcome", ["later", "unknown", "moved", "sent"])
def test_a_send_under_way_during_the_hand_over_reaches_nobody_again(outcome: str) -> None:
    given = Given()
    given.desk.writes(ANNA, given.old_thread, "the key is under the mat", "79")
    posting = next(p for p in waiting(given.scene, given.old_topic) if p.kind == "DeliverMessage")
    posting.state, posting.fence = PostingState.SENDING, 5
    given.desk.store.outbox.save(posting)
    given.over()
    new = "-100778" if outcome == "moved" else None
    given.desk.do(c.SettlePosting(posting.id, 5, outcome, external_ids=("44",), new_channel=new))
    settled = only(Posting, given.desk.store.outbox.get(posting.id))
    assert settled.state in {PostingState.SENT, PostingState.CANCELLED}
    assert waiting(given.scene, given.old_topic) == []


def test_a_topic_that_opens_after_the_hand_over_stays_closed_and_shows_no_card() -> None:
    scene = drafted()
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    topic = scene.desk.store.places.find(order_id=scene.order_id, platform=Platform.TELEGRAM)[0]
    opening = scene.desk.store.outbox.find(place_id=topic.id, kind=OPEN_PLACE)[0]
    opening.state, opening.fence = PostingState.SENDING, 3
    scene.desk.store.outbox.save(opening)
    scene.desk.do(c.AssignOrder(scene.order_id, scene.desk.partner("Smid", group=-100999).id))
    scene.desk.do(c.SettlePosting(opening.id, 3, "sent", external_ids=("9",), thread="9"))
    assert only(Place, scene.desk.store.places.get(topic.id)).state is PlaceState.CLOSED
    assert waiting(scene, topic) == []


def test_staff_tasks_about_the_old_partner_are_gone() -> None:
    given = Given()
    given.over()
    assert len(given.desk.store.staff_tasks.find(order_id=given.scene.order_id)) == 1
    assert [p.body["partner"] for p in given.desk.posted("CheckInWanted")] == ["Houtbouw BV", "Smid"]


def test_the_customer_is_not_sent_the_link_twice() -> None:
    given = Given()
    given.over()
    assert len(given.desk.posted("CustomerLink")) == 1
