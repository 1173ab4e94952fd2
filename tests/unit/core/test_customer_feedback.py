"""The customer's own word on the delivery: fine approves, a complaint stops the clock, late is said in the chat."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Audience, Platform
from core.files import CustomerPhoto, FileKind
from core.handlers.progress import ARRIVING
from core.orders import Feedback, FeedbackCategory, Remedy, Status
from core.parcels import parcel_for
from core.refusals import BadValue, NotAllowed, NotYourOrder, ReasonNeeded
from tests.support.desk import ANNA, MONDAY
from tests.unit.core.scenes import STRANGER, Scene, only, photo, standing

UNTIL = MONDAY + timedelta(days=14)
SHARED = Audience.WITH_CUSTOMER


def status(scene: Scene) -> Status:
    return scene.order.status


def says(
    scene: Scene, category: FeedbackCategory = FeedbackCategory.FINISH, text: str = "a scratch", **more: object
) -> Feedback:
    wish = c.RecordFeedback(scene.order_id, category, text, **more)  # type: ignore[arg-type]
    return only(Feedback, scene.desk.do(wish, scene.customer))


def test_all_fine_approves_at_once() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=2)
    says(scene, FeedbackCategory.FINE, "")
    assert status(scene) is Status.APPROVED
    assert scene.order.approved_at == scene.desk.now
    scene.desk.wait(days=20)
    assert scene.desk.events(scene.order).count("approve") == 1
    assert scene.desk.posted("FeedbackHeard") == []
    assert [p.body["late"] for p in scene.desk.posted("FeedbackNotice")] == ["fine"]


def test_all_fine_takes_back_neither_a_complaint_nor_an_approval() -> None:
    scene = standing(Status.FEEDBACK_RECEIVED)
    says(scene, FeedbackCategory.FINE, "")
    assert status(scene) is Status.FEEDBACK_RECEIVED
    scene = standing(Status.APPROVED)
    says(scene, FeedbackCategory.FINE, "")
    assert status(scene) is Status.APPROVED
    assert scene.desk.events(scene.order).count("approve") == 1


def test_a_complaint_stops_the_clock() -> None:
    scene = standing(Status.DELIVERED)
    says(scene)
    scene.desk.wait(days=30)
    assert status(scene) is Status.FEEDBACK_RECEIVED
    assert len(scene.desk.posted("FeedbackHeard")) == 1


def test_feedback_that_began_to_arrive_in_time_wins_over_an_approval_made_meanwhile() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=14, minutes=3)
    assert status(scene) is Status.APPROVED
    given = says(scene, given_at=UNTIL - timedelta(seconds=1))
    assert not given.late
    assert status(scene) is Status.FEEDBACK_RECEIVED
    assert scene.order.approved_at is None


@pytest.mark.parametrize("back", [ARRIVING + timedelta(seconds=1), timedelta(days=1), -timedelta(seconds=1)])
def test_nobody_dates_their_feedback_back_further_than_a_form_takes(back: timedelta) -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=3)
    with pytest.raises(BadValue):
        says(scene, given_at=scene.desk.now - back)


def test_late_feedback_is_said_in_the_chat_and_changes_nothing() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=15)
    picture = photo(Platform.PAGE, "1", "a.jpg")
    given = says(scene, text="the oil comes off", photos=(picture,))
    assert given.late
    assert status(scene) is Status.APPROVED
    (message,) = scene.desk.store.messages.find(order_id=scene.order_id)
    assert (message.audience, message.author_name, message.body.plain()) == (SHARED, "Carla", "the oil comes off")
    assert message.attachments == [picture]
    assert [p.body["late"] for p in scene.desk.posted("FeedbackNotice")] == ["late"]


@pytest.mark.parametrize("text", ["", "the oil comes off"])
def test_late_feedback_without_words_or_chat_is_staffs_notice_alone(text: str) -> None:
    scene = standing(Status.DELIVERED)
    order = scene.order
    if text:
        for chat in scene.desk.store.chats.find(order_id=order.id, audience=SHARED):
            chat.closed_at = scene.desk.now
            scene.desk.store.chats.save(chat)
    scene.desk.wait(days=15)
    says(scene, text=text)
    assert scene.desk.store.messages.find(order_id=order.id) == []
    assert len(scene.desk.posted("FeedbackNotice")) == 1


def test_what_staff_write_down_late_is_no_message() -> None:
    scene = standing(Status.DELIVERED)
    scene.desk.wait(days=15)
    scene.desk.do(c.RecordFeedback(scene.order_id, FeedbackCategory.FINISH, "they called"), ANNA)
    assert scene.desk.store.messages.find(order_id=scene.order_id) == []


def test_it_is_their_own_order_or_none() -> None:
    scene = standing(Status.DELIVERED)
    for other, refusal in ((STRANGER, NotYourOrder), (scene.jan, NotAllowed), (scene.guest, NotAllowed)):
        with pytest.raises(refusal):
            scene.desk.do(c.RecordFeedback(scene.order_id, FeedbackCategory.FINE, ""), other)
    assert status(scene) is Status.DELIVERED


def test_a_complaint_comes_with_the_customers_pictures_and_those_of_finished_and_packed_goods() -> None:
    scene = standing(Status.DELIVERED)
    store = scene.desk.store
    for revision in store.revisions.find(order_id=scene.order_id):
        revision.preview, revision.facts = f"small-{revision.file_id}", {"preview_sha256": "sha"}
        store.revisions.save(revision)
    mine = photo(Platform.PAGE, "1", "broken.jpg")
    store.customer_photos.add(CustomerPhoto(
        "cp1", scene.order_id, "broken.jpg", mine.file_id, mine.unique_id, 9, "small-own", "own", scene.desk.now
    ))  # fmt: skip
    says(scene, photos=(mine,))
    (notice,) = scene.desk.posted("FeedbackNotice")
    shown = parcel_for(store, notice, uncertain=False).evidence
    assert shown[0].blob == "small-own"
    names = [file.name for file in scene.filed() if file.kind in {FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO}]
    assert [one.name for one in shown[1:]] == names


@pytest.mark.parametrize("remedy", list(Remedy))
def test_a_remedy_is_a_step_back_with_a_reason_that_says_which(remedy: Remedy) -> None:
    scene = standing(Status.FEEDBACK_RECEIVED)
    with pytest.raises(ReasonNeeded):
        scene.desk.do(c.Reopen(scene.order_id, Status.IN_PRODUCTION, " ", remedy))
    scene.desk.do(c.Reopen(scene.order_id, Status.IN_PRODUCTION, "too short", remedy))
    assert status(scene) is Status.IN_PRODUCTION
    (entry,) = scene.desk.store.entries.find(order_id=scene.order_id, event="reopen")
    assert entry.reason == f"{remedy}: too short"
    told = scene.desk.posted("OrderReopened")
    assert {(p.body["remedy"], p.body["reason"]) for p in told} == {(remedy, "too short")}
    assert {p.audience for p in told} == {Audience.CUTR_ONLY}
