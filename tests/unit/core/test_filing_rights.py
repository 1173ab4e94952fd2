"""Who may file what, for whom it is then to see, and what becomes of it when its message goes elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Audience, Place, Platform
from core.files import FileKind, SetState, UploadSet
from core.handlers.filing import customer_sees
from core.orders import Status
from core.outbox import Posting, PostingState
from core.outbox_kinds import REVIEW_SET, SHOW_SET
from core.people import Actor
from core.refusals import NotAllowed, NotYourOrder, UploadsMissing, WrongStatus
from tests.support.desk import ANNA
from tests.unit.core.scenes import Scene, assigned, photo

K = FileKind
SHARED = Audience.WITH_CUSTOMER


def topic(scene: Scene, audience: Audience = SHARED) -> Place:
    return scene.place(audience, Platform.TELEGRAM)


def the_set(scene: Scene) -> UploadSet:
    found = scene.sets()
    assert len(found) == 1
    return found[0]


def asked(scene: Scene, *photos: str, number: str = "501") -> UploadSet:
    """A set of its own that waits for its answer, its bytes stored."""
    scene.desk.now += timedelta(minutes=2)
    scene.sends(scene.jan, topic(scene), number, *photos)
    scene.store_all()
    return scene.sets()[-1]


def filed_as(scene: Scene, kind: FileKind, *photos: str, number: str = "501") -> UploadSet:
    upload = asked(scene, *photos, number=number)
    scene.desk.do(c.FileSet(upload.id, kind), scene.jan)
    return upload


def shown(scene: Scene, kind: str = SHOW_SET) -> list[Posting]:
    return scene.desk.store.outbox.find(kind=kind, state=PostingState.QUEUED)


def states(scene: Scene) -> list[str]:
    return [str(item.state) for item in scene.desk.store.upload_items.find(order_id=scene.order_id)]


def take(scene: Scene, number: str, *names: str, **more: object) -> c.TakeFiles:
    place = topic(scene)
    origin = c.PlatformMessage(place.platform, place.channel, number, place.thread)
    return c.TakeFiles(scene.order_id, origin, tuple(photo(place.platform, number, n) for n in names), **more)  # type: ignore[arg-type]


def test_guests_send_words_not_files() -> None:
    scene = assigned()
    scene.sends(scene.guest, topic(scene), "501", "a.jpg", caption="packed")
    assert scene.sets() == []
    for nobody in (scene.guest, scene.customer):
        with pytest.raises(NotAllowed):
            scene.desk.do(take(scene, "502", "b.jpg"), nobody)


def other_workshop(scene: Scene) -> tuple[str, Actor]:
    partner = scene.desk.partner("Anders BV", group=-100888)
    return partner.id, scene.desk.member(partner, "Kees", "admin", 77)


def test_other_workshops_touch_nothing() -> None:
    scene = assigned()
    _, kees = other_workshop(scene)
    upload = filed_as(scene, K.PACKED_PHOTO, "a.jpg")
    wishes: list[c.Command] = [
        take(scene, "502", "b.jpg"), c.FileSet(upload.id, K.OTHER), c.UndoSet(upload.id),
        c.NamePart(scene.filed()[0].id, "door"), c.MakeSlip(scene.order_id, 1), c.MakeUploadLink(scene.order_id),
    ]  # fmt: skip
    for wish in wishes:
        with pytest.raises(NotYourOrder):
            scene.desk.do(wish, kees)
    assert len(scene.filed()) == 1


def test_after_another_assignment_the_old_photos_neither_count_nor_are_the_new_workshops_to_move() -> None:
    scene = assigned()
    old = filed_as(scene, K.FINISHED_PHOTO, "a.jpg", number="501")
    filed_as(scene, K.PACKED_PHOTO, "b.jpg", number="502")
    partner_id, kees = other_workshop(scene)
    scene.desk.wait(hours=1)
    scene.desk.do(c.AssignOrder(scene.order_id, partner_id))
    with pytest.raises(UploadsMissing) as missing:
        scene.desk.do(c.MarkReady(scene.order_id), kees)
    assert missing.value.kinds == ["finished_photo", "packed_photo"]
    for who in (kees, scene.jan):
        with pytest.raises(NotYourOrder):
            scene.desk.do(c.UndoSet(old.id), who)


@pytest.mark.parametrize("end", [Status.CANCELLED, Status.APPROVED])
def test_a_finished_order_takes_no_files(end: Status) -> None:
    scene = assigned()
    upload = filed_as(scene, K.FINISHED_PHOTO, "a.jpg", number="501")
    filed_as(scene, K.PACKED_PHOTO, "b.jpg", number="502")
    scene.go(*([end] if end is Status.CANCELLED else [Status.READY, Status.DELIVERED, end]))
    wishes: list[c.Command] = [take(scene, "503", "c.jpg"), c.UndoSet(upload.id), c.FileSet(upload.id, K.OTHER)]
    for wish in wishes:
        with pytest.raises(WrongStatus):
            scene.desk.do(wish, ANNA)
    assert len(scene.filed()) == 2


def test_staff_file_in_their_thread_and_nobody_is_asked_to_review_it() -> None:
    scene = assigned()
    scene.sends(ANNA, scene.place(SHARED, Platform.SLACK), "1.1", "plan.pdf", caption="production drawing")
    scene.store_all()
    assert [file.kind for file in scene.filed()] == [K.PRODUCTION_DRAWING]
    assert shown(scene, REVIEW_SET) == []
    with pytest.raises(NotAllowed):
        scene.desk.do(c.UndoSet(the_set(scene).id), scene.jan)


def test_a_message_that_is_taken_back_takes_its_files_along() -> None:
    scene = assigned()
    slack = scene.place(SHARED, Platform.SLACK)
    scene.sends(ANNA, slack, "1.1", "a.jpg", caption="packed")
    scene.store_all()
    message = scene.desk.store.messages.find(order_id=scene.order_id)[0]
    scene.desk.do(c.DeleteMessage(message.id), ANNA)
    assert scene.filed() == []
    assert the_set(scene).state is SetState.UNDONE


def test_a_message_that_is_moved_to_cutr_only_leaves_nothing_for_the_customer() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg", caption="packed")
    scene.store_all()
    scene.desk.do(c.ReviewFile(scene.filed()[0].id, approve=True))
    message = scene.desk.store.messages.find(order_id=scene.order_id)[0]
    scene.desk.do(c.MoveMessage(message.id, scene.order_id, Audience.CUTR_ONLY, "wrong chat"), ANNA)
    assert [file for file in scene.filed() if customer_sees(file)] == []


def test_outside_the_orders_chats_only_what_has_a_purpose_is_for_the_customer() -> None:
    scene = assigned()
    private = c.PlatformMessage(Platform.TELEGRAM, "11", "601")
    one = (photo(Platform.TELEGRAM, "601", "a.jpg"),)
    scene.desk.do(c.TakeFiles(scene.order_id, private, one, kind=K.PACKED_PHOTO, package=2), scene.jan)
    later = replace(private, external_id="602")
    scene.desk.do(c.TakeFiles(scene.order_id, later, (photo(Platform.TELEGRAM, "602", "b.jpg"),)), scene.jan)
    assert [(s.audience, s.package) for s in scene.sets()] == [(SHARED, 2), (Audience.CUTR_ONLY, None)]


def test_photos_of_two_packages_are_two_sets() -> None:
    scene = assigned()
    for number, package in (("601", 1), ("602", 2), ("603", 2)):
        scene.desk.do(take(scene, number, f"{number}.jpg", kind=K.PACKED_PHOTO, package=package), scene.jan)
    scene.store_all()
    assert [file.package for file in scene.filed()] == [1, 2, 2]
    assert len(scene.sets()) == 2
