"""Verdicts: who may give them, what they need, and that only the newest version of a file counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Audience, Platform
from core.file_views import file_view, files_of, upload_view
from core.files import File, FileKind, Review, UploadSet
from core.notices import FileRejected
from core.orders import Status
from core.outbox import Posting, PostingState
from core.outbox_kinds import REVIEW_SET
from core.people import Actor, Party, Role
from core.refusals import AlreadyDone, NotAllowed, ReasonNeeded, Stale, UnknownThing, UploadsMissing, WrongStatus
from tests.support.desk import ANNA
from tests.unit.core.scenes import Scene, assigned, only, photo

K = FileKind
BEN = Actor(Role.STAFF, "slack:UBEN", "Ben")
CUTR_ONLY, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


def sent(scene: Scene, caption: str, *names: str, by: Actor | None = None, audience: Audience = SHARED) -> UploadSet:
    """A filed set of its own."""
    scene.desk.now += timedelta(minutes=2)
    by = by or scene.jan
    platform = Platform.SLACK if by.party is Party.STAFF else Platform.TELEGRAM
    number = str(501 + len(scene.desk.store.upload_items.find()))
    scene.sends(by, scene.place(audience, platform), number, *names, caption=caption)
    scene.store_all()
    return scene.sets()[-1]


def revise(scene: Scene, file: File, *names: str, caption: str = "") -> UploadSet:
    scene.desk.now += timedelta(minutes=2)
    place = scene.place(CUTR_ONLY, Platform.TELEGRAM)
    number = str(801 + len(scene.desk.store.upload_items.find()))
    origin = c.PlatformMessage(place.platform, place.channel, number, place.thread)
    photos = tuple(photo(place.platform, number, name) for name in names)
    made = scene.desk.do(c.TakeFiles(scene.order_id, origin, photos, caption, revises=file.id), scene.jan)
    scene.store_all()
    return only(UploadSet, scene.desk.store.upload_sets.get(only(UploadSet, made).id))


def reject(scene: Scene, file: File, note: str = "too dark", by: Actor = ANNA) -> None:
    scene.desk.do(c.ReviewFile(file.id, approve=False, note=note), by)


def reviews(scene: Scene) -> list[Posting]:
    return scene.desk.store.outbox.find(kind=REVIEW_SET, state=PostingState.QUEUED)


def test_a_new_set_reaches_the_thread_of_its_chat_once_complete() -> None:
    scene = assigned()
    scene.sends(scene.jan, scene.place(SHARED, Platform.TELEGRAM), "501", "a.jpg", "b.jpg", caption="packed")
    assert reviews(scene) == []
    scene.store_all()
    assert [posting.place_id for posting in reviews(scene)] == [scene.place(SHARED, Platform.SLACK).id]


def test_one_verdict_judges_the_whole_set() -> None:
    scene = assigned()
    upload = sent(scene, "packed", "a.jpg", "b.jpg")
    scene.desk.do(c.ReviewSet(upload.id, approve=True), ANNA)
    assert {file.review for file in scene.filed()} == {Review.APPROVED}
    with pytest.raises(Stale):
        scene.desk.do(c.ReviewSet(upload.id, approve=False, note="no"), BEN)


@pytest.mark.parametrize("note", ["", "   ", "\u200b", "\n"])
def test_rejecting_needs_a_note(note: str) -> None:
    scene = assigned()
    upload = sent(scene, "packed", "a.jpg")
    wishes: list[c.Command] = [
        c.ReviewSet(upload.id, approve=False, note=note), c.ReviewFile(scene.filed()[0].id, approve=False, note=note)
    ]  # fmt: skip
    for wish in wishes:
        with pytest.raises(ReasonNeeded):
            scene.desk.do(wish, ANNA)
    assert scene.filed()[0].review is Review.PENDING


def test_the_partner_hears_what_is_wrong_where_only_they_and_cutr_read() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    reject(scene, scene.filed()[0], "the corner is not visible")
    told = scene.desk.posted(FileRejected.__name__)
    assert [posting.place_id for posting in told] == [scene.place(CUTR_ONLY, Platform.TELEGRAM).id]
    assert told[0].body["note"] == "the corner is not visible"


def test_a_rejected_set_is_told_once_with_all_its_files() -> None:
    scene = assigned()
    upload = sent(scene, "packed", "a.jpg", "b.jpg", "c.jpg")
    scene.desk.do(c.ReviewSet(upload.id, approve=False, note="too dark"), ANNA)
    (told,) = scene.desk.posted(FileRejected.__name__)
    assert told.body["names"] == [file.name for file in scene.filed()]
    assert told.body["files"] == [file.id for file in scene.filed()]
    assert scene.desk.events(scene.order).count("file_rejected") == 3


def test_nobody_judges_their_own_upload() -> None:
    scene = assigned()
    upload = sent(scene, "production drawing", "plan.pdf", by=ANNA)
    file = scene.filed()[0]
    wishes: list[c.Command] = [
        c.ReviewFile(file.id, approve=True), c.ReviewSet(upload.id, approve=True),
        c.ReviewFile(file.id, approve=False, note="no"),
    ]  # fmt: skip
    for wish in wishes:
        with pytest.raises(NotAllowed, match="review_own"):
            scene.desk.do(wish, ANNA)
    scene.desk.do(c.ReviewFile(file.id, approve=True, note="the customer agreed by phone"), BEN)
    revision = scene.desk.store.revisions.find(file_id=file.id)[0]
    assert (revision.reviewed_by, revision.review_note) == ("Ben", "the customer agreed by phone")


@pytest.mark.parametrize("role", [Role.ADMIN, Role.COLLABORATOR, Role.GUEST, Role.CLOCK])
def test_workshops_judge_nothing(role: Role) -> None:
    scene = assigned()
    upload = sent(scene, "packed", "a.jpg", by=scene.piet)
    with pytest.raises(NotAllowed):
        scene.desk.do(c.ReviewSet(upload.id, approve=True), scene.actors()[role])


@pytest.mark.parametrize(
    ("caption", "audience"), [("production drawing", CUTR_ONLY), ("packed", SHARED), ("finished", SHARED)]
)
def test_the_customer_judges_nothing_but_drawings_that_are_theirs_to_see(caption: str, audience: Audience) -> None:
    scene = assigned()
    sent(scene, caption, "a.pdf", audience=audience)
    with pytest.raises(NotAllowed):
        scene.desk.do(c.ReviewFile(scene.filed()[0].id, approve=True), scene.customer)


def test_the_customer_may_approve_the_drawings_they_see() -> None:
    scene = assigned()
    sent(scene, "production drawing", "a.pdf")
    scene.desk.do(c.ReviewFile(scene.filed()[0].id, approve=True), scene.customer)
    assert scene.filed()[0].review is Review.APPROVED


def test_a_revision_makes_a_rejected_file_pending_and_keeps_every_version_with_its_note() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    file = scene.filed()[0]
    reject(scene, file, "too dark")
    upload = revise(scene, file, "a2.jpg", caption="with more light")
    view = file_view(scene.desk.store, file.id)
    assert view is not None
    assert view.file.review is Review.PENDING
    versions = [(r.number, r.review, r.review_note, r.note) for r in view.revisions]
    assert versions == [
        (2, Review.PENDING, None, "with more light"),
        (1, Review.REJECTED, "too dark", "packed"),
    ]
    assert (upload.audience, len(scene.filed())) == (SHARED, 1)


def test_a_new_version_of_an_approved_file_is_pending_again() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    file = scene.filed()[0]
    scene.desk.do(c.ReviewFile(file.id, approve=True), ANNA)
    revise(scene, file, "a2.jpg")
    assert scene.filed()[0].review is Review.PENDING


def test_an_old_card_judges_nothing_that_it_does_not_show() -> None:
    scene = assigned()
    first = sent(scene, "packed", "a.jpg")
    file = scene.filed()[0]
    second = revise(scene, file, "a2.jpg")
    with pytest.raises(Stale):
        scene.desk.do(c.ReviewSet(first.id, approve=True), ANNA)
    scene.desk.do(c.ReviewSet(second.id, approve=True), ANNA)
    view = file_view(scene.desk.store, file.id)
    assert view is not None
    assert [r.review for r in view.revisions] == [Review.APPROVED, Review.PENDING]


def test_what_comes_along_with_a_revision_is_filed_beside_it() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    file = scene.filed()[0]
    revise(scene, file, "a2.jpg", "b.jpg")
    assert [(f.revision, f.kind) for f in scene.filed()] == [(2, K.PACKED_PHOTO), (1, K.PACKED_PHOTO)]


def test_a_revision_stays() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    upload = revise(scene, scene.filed()[0], "a2.jpg")
    with pytest.raises(NotAllowed, match="undo_revision"):
        scene.desk.do(c.UndoSet(upload.id), scene.jan)


def test_only_files_of_the_same_order_can_be_revised() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    foreign = scene.filed()[0]
    other = scene.desk.assigned(scene.partner, "REF-2")
    place = scene.desk.place(other, CUTR_ONLY, Platform.TELEGRAM)
    origin = c.PlatformMessage(place.platform, place.channel, "901", place.thread)
    wish = c.TakeFiles(other.id, origin, (photo(place.platform, "901", "x.jpg"),), revises=foreign.id)
    with pytest.raises(UnknownThing):
        scene.desk.do(wish, scene.jan)


def test_the_rejected_bytes_again_are_no_revision() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    file = scene.filed()[0]
    reject(scene, file)
    revise(scene, file, "a.jpg")
    assert (scene.filed()[0].review, scene.filed()[0].revision) == (Review.REJECTED, 1)


def test_rejected_blocks_ready_and_pending_does_not() -> None:
    scene = assigned()
    sent(scene, "finished", "a.jpg")
    sent(scene, "packed", "b.jpg", "c.jpg")
    reject(scene, scene.filed()[1])
    with pytest.raises(UploadsMissing) as missing:
        scene.desk.do(c.MarkReady(scene.order_id), scene.jan)
    assert (missing.value.kinds, missing.value.rejected) == ([], [scene.filed()[1].name])
    revise(scene, scene.filed()[1], "b2.jpg")
    scene.desk.do(c.MarkReady(scene.order_id), scene.jan)
    assert scene.order.status is Status.READY


def test_a_rejection_after_ready_leaves_the_status_and_asks_the_partner() -> None:
    scene = assigned()
    sent(scene, "finished", "a.jpg")
    sent(scene, "packed", "b.jpg")
    scene.desk.do(c.MarkReady(scene.order_id), scene.jan)
    reject(scene, scene.filed()[0])
    assert scene.order.status is Status.READY
    assert len(scene.desk.posted(FileRejected.__name__)) == 1


def test_a_verdict_can_be_changed_and_the_same_again_says_who_gave_it() -> None:
    scene = assigned()
    sent(scene, "packed", "a.jpg")
    file = scene.filed()[0]
    reject(scene, file)
    with pytest.raises(AlreadyDone) as known:
        reject(scene, file, "again", BEN)
    assert known.value.by == "Anna"
    scene.desk.do(c.ReviewFile(file.id, approve=True), BEN)
    events = scene.desk.events(scene.order)
    assert events[-2:] == ["file_rejected", "file_approved"]


def test_withdrawn_files_and_finished_orders_are_not_judged() -> None:
    scene = assigned()
    upload = sent(scene, "packed", "a.jpg")
    file = scene.filed()[0]
    scene.desk.do(c.UndoSet(upload.id), scene.jan)
    with pytest.raises(UnknownThing):
        reject(scene, file)
    assert files_of(scene.desk.store, scene.order_id) == []
    sent(scene, "packed", "b.jpg")
    scene.go(Status.CANCELLED)
    with pytest.raises(WrongStatus):
        reject(scene, scene.filed()[0])


def test_the_review_card_follows_undo_and_verdicts_of_later_versions() -> None:
    scene = assigned()
    upload = sent(scene, "packed", "a.jpg")
    for posting in reviews(scene):
        scene.desk.send(posting, external_ids=("9.1",))
    reject(scene, scene.filed()[0])
    assert [posting.body["set"] for posting in reviews(scene)] == [upload.id]
    kept = upload_view(scene.desk.store, upload.id)
    assert kept is not None
    assert kept.upload.review_card == "9.1"
