"""Sets: what is sent in one go is asked about once, filed once, moved and taken back; never for other readers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import commands as c
from core.chats import Audience, Place, Platform
from core.files import File, FileKind, ItemState, SetState, UploadSet
from core.handlers.filing import customer_sees
from core.outbox import Posting, PostingState
from core.outbox_kinds import REVIEW_SET, SHOW_SET, STORE_FILE
from core.refusals import BadValue, Stale, UploadsMissing
from tests.support.desk import ANNA, day
from tests.unit.core.scenes import DELIVERY, Scene, assigned, only, photo

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


def test_a_photo_is_asked_about_once_and_filed_where_the_answer_says() -> None:
    scene = assigned()
    upload = asked(scene, "a.jpg")
    assert upload.state is SetState.ASKED
    assert len(shown(scene)) == 1
    assert scene.filed() == []
    scene.desk.do(c.FileSet(upload.id, K.FINISHED_PHOTO), scene.jan)
    file = scene.filed()[0]
    assert (file.folder, file.original_name) == ("Production Files/Finished products", "a.jpg")
    assert file.name == "REF-1_finished-photo_001_a.jpg"


def test_a_caption_files_at_once_when_the_bytes_are_there() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg", caption="alles ingepakt")
    assert scene.filed() == []
    scene.store_all()
    assert [file.kind for file in scene.filed()] == [K.PACKED_PHOTO]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_an_album_is_one_set_in_whatever_order_its_items_come(order: tuple[int, ...]) -> None:
    scene = assigned()
    for number in order:
        caption = "packed" if number == 2 else ""
        scene.sends(scene.jan, topic(scene), str(501 + number), f"{number}.jpg", caption=caption, album="A")
    scene.store_all()
    assert the_set(scene).kind is K.PACKED_PHOTO
    assert {file.original_name for file in scene.filed()} == {"0.jpg", "1.jpg", "2.jpg", "3.jpg"}


def test_late_items_of_an_album_join_after_the_answer_also_much_later() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg", album="A")
    scene.store_all()
    scene.desk.do(c.FileSet(the_set(scene).id, K.PACKED_PHOTO), scene.jan)
    scene.desk.wait(hours=2)
    scene.sends(scene.jan, topic(scene), "502", "b.jpg", album="A")
    scene.store_all()
    the_set(scene)
    assert {file.kind for file in scene.filed()} == {K.PACKED_PHOTO}
    assert len(scene.filed()) == 2


def test_a_late_item_of_an_album_that_was_taken_back_is_asked_about_and_not_filed() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg", caption="packed", album="A")
    scene.store_all()
    scene.desk.do(c.UndoSet(the_set(scene).id), scene.jan)
    scene.sends(scene.jan, topic(scene), "502", "b.jpg", album="A")
    scene.store_all()
    assert scene.filed() == []
    assert [upload.state for upload in scene.sets()] == [SetState.UNDONE, SetState.ASKED]


@pytest.mark.parametrize(("seconds", "sets"), [(20, 1), (60, 1), (61, 2)])
def test_a_burst_is_one_set_for_a_minute(seconds: int, sets: int) -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg")
    scene.desk.wait(seconds=seconds)
    scene.sends(scene.jan, topic(scene), "502", "b.jpg")
    assert len(scene.sets()) == sets


def test_bursts_of_two_people_or_in_two_chats_are_their_own() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg")
    scene.sends(scene.piet, topic(scene), "502", "b.jpg")
    scene.sends(scene.jan, topic(scene, Audience.CUTR_ONLY), "503", "c.jpg")
    assert len(scene.sets()) == 3


def test_a_straggler_joins_the_answered_burst_but_new_photos_are_asked_about() -> None:
    scene = assigned()
    filed_as(scene, K.FINISHED_PHOTO, "a.jpg")
    scene.desk.wait(seconds=8)
    scene.sends(scene.jan, topic(scene), "502", "b.jpg")
    assert len(scene.sets()) == 1
    scene.desk.wait(seconds=30)
    scene.sends(scene.jan, topic(scene), "503", "c.jpg")
    assert [upload.state for upload in scene.sets()] == [SetState.FILED, SetState.ASKED]


def test_a_caption_that_names_another_kind_starts_its_own_set() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg", caption="finished")
    scene.sends(scene.jan, topic(scene), "502", "b.jpg", caption="packed")
    scene.store_all()
    assert [file.kind for file in scene.filed()] == [K.FINISHED_PHOTO, K.PACKED_PHOTO]


def take(scene: Scene, number: str, *names: str, **more: object) -> c.TakeFiles:
    place = topic(scene)
    origin = c.PlatformMessage(place.platform, place.channel, number, place.thread)
    return c.TakeFiles(scene.order_id, origin, tuple(photo(place.platform, number, n) for n in names), **more)  # type: ignore[arg-type]


def test_the_same_message_again_adds_nothing_and_asks_nothing() -> None:
    scene = assigned()
    upload = asked(scene, "a.jpg", number="501")
    again = scene.desk.do(take(scene, "501", "a.jpg"), scene.jan)
    assert only(UploadSet, again).id == upload.id
    assert len(states(scene)) == 1
    assert len(scene.sets()) == 1


def test_file_this_on_what_was_taken_back_asks_anew() -> None:
    scene = assigned()
    upload = filed_as(scene, K.PACKED_PHOTO, "a.jpg")
    scene.desk.do(c.UndoSet(upload.id), scene.jan)
    revived = only(UploadSet, scene.desk.do(take(scene, "501", "a.jpg"), scene.jan))
    assert revived.state is SetState.ASKED
    scene.desk.do(c.FileSet(upload.id, K.FINISHED_PHOTO), scene.jan)
    assert [file.kind for file in scene.filed()] == [K.FINISHED_PHOTO]


def test_the_same_bytes_again_are_recognised() -> None:
    scene = assigned()
    filed_as(scene, K.PACKED_PHOTO, "a.jpg", "a.jpg", number="501")
    scene.desk.wait(minutes=5)
    filed_as(scene, K.PACKED_PHOTO, "a.jpg", number="502")
    assert len(scene.filed()) == 1
    assert states(scene) == ["filed", "duplicate"]


def test_after_undo_the_same_bytes_are_new_again() -> None:
    scene = assigned()
    upload = filed_as(scene, K.PACKED_PHOTO, "a.jpg", number="501")
    scene.desk.do(c.UndoSet(upload.id), scene.jan)
    assert scene.filed() == []
    scene.desk.wait(minutes=5)
    filed_as(scene, K.PACKED_PHOTO, "a.jpg", number="502")
    assert len(scene.filed()) == 1


def test_bytes_of_the_other_chat_are_never_recognised() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene, Audience.CUTR_ONLY), "501", "a.jpg", caption="packed")
    scene.sends(scene.jan, topic(scene), "502", "a.jpg", caption="packed")
    scene.store_all()
    assert [file.audience for file in scene.filed()] == [Audience.CUTR_ONLY, SHARED]
    assert [customer_sees(file) for file in scene.filed()] == [False, True]


def test_move_takes_folder_and_name_along_and_keeps_the_number() -> None:
    scene = assigned()
    upload = filed_as(scene, K.FINISHED_PHOTO, "door.jpg")
    scene.desk.do(c.FileSet(upload.id, K.PACKED_PHOTO), scene.piet)
    file = scene.filed()[0]
    assert (file.kind, file.folder) == (K.PACKED_PHOTO, "Production Files/Packed products")
    assert file.name == "REF-1_packed-photo_001_door.jpg"
    assert scene.desk.events(scene.order)[-2:] == ["file_filed", "file_moved"]


def test_a_folder_of_the_order_gets_the_kind_as_subfolder_and_others_are_refused() -> None:
    scene = assigned(folders=("Kitchen",))
    upload = asked(scene, "a.jpg")
    with pytest.raises(BadValue, match="not_a_folder"):
        scene.desk.do(c.FileSet(upload.id, K.PACKED_PHOTO, "../Other"), scene.jan)
    scene.desk.do(c.FileSet(upload.id, K.PACKED_PHOTO, "Kitchen"), scene.jan)
    assert scene.filed()[0].folder == "Kitchen/Packed products"


def test_a_set_that_was_taken_back_can_not_be_moved() -> None:
    scene = assigned()
    upload = filed_as(scene, K.PACKED_PHOTO, "a.jpg")
    scene.desk.do(c.UndoSet(upload.id), scene.jan)
    with pytest.raises(Stale):
        scene.desk.do(c.FileSet(upload.id, K.FINISHED_PHOTO), scene.jan)


def test_bytes_that_come_after_undo_are_not_filed() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg", caption="packed")
    scene.desk.do(c.UndoSet(the_set(scene).id), scene.jan)
    scene.store_all()
    assert scene.filed() == []
    assert states(scene) == ["stored"]


def test_what_can_not_be_had_does_not_hold_the_others_up() -> None:
    scene = assigned()
    scene.sends(scene.jan, topic(scene), "501", "a.jpg", "b.jpg", caption="packed")
    first, _ = scene.desk.posted(STORE_FILE)
    scene.desk.send(first, "refused", error="file_gone")
    scene.store_all()
    assert states(scene) == ["lost", "filed"]
    assert len(shown(scene, REVIEW_SET)) == 1


def test_over_twenty_megabytes_of_telegram_is_not_even_tried() -> None:
    scene = assigned()
    big = replace(photo(Platform.TELEGRAM, "501", "a.jpg"), size=21 << 20)
    scene.desk.writes(scene.jan, topic(scene), "", "501", attachments=(big,))
    assert states(scene) == [ItemState.TOO_LARGE]
    assert scene.desk.posted(STORE_FILE) == []
    assert len(shown(scene)) == 1


@pytest.mark.parametrize(("delivery", "found"), [("2030-01-09", ["late"]), ("2030-01-10", []), (None, [])])
@pytest.mark.parametrize("source", ["schedule", "asked for"])
def test_finished_photos_less_than_three_days_before_delivery_are_late(
    delivery: str | None, found: list[str], source: str
) -> None:
    when = day(delivery) if delivery else None
    scene = assigned(requested_delivery_date=when if source == "asked for" else day("2030-03-01"))
    if when and source == "schedule":
        scene.desk.do(c.SetDelivery(scene.order_id, DELIVERY, when, confirmed=True), scene.jan)
    upload = filed_as(scene, K.FINISHED_PHOTO, "a.jpg")
    revision = scene.desk.store.revisions.find(order_id=scene.order_id)[0]
    assert revision.warnings == found
    scene.desk.do(c.FileSet(upload.id, K.PACKED_PHOTO), scene.jan)
    assert scene.desk.store.revisions.find(order_id=scene.order_id)[0].warnings == []


def test_what_the_checks_found_stays_beside_what_filing_found() -> None:
    scene = assigned(requested_delivery_date=day("2030-01-08"))
    scene.desk.seen["a.jpg"] = {"warnings": ["blurred"], "facts": {"width": 800}}
    filed_as(scene, K.FINISHED_PHOTO, "a.jpg")
    revision = scene.desk.store.revisions.find(order_id=scene.order_id)[0]
    assert (revision.warnings, revision.facts) == (["blurred", "late"], {"width": 800})


# -- Ready ---------------------------------------------------------------------------------------------------------


def test_ready_says_what_is_missing_and_staff_may_go_on_with_a_reason() -> None:
    scene = assigned(needs_production_drawings=True)
    filed_as(scene, K.FINISHED_PHOTO, "a.jpg")
    for who, reason in ((scene.jan, "no time"), (ANNA, ""), (ANNA, "  ")):
        with pytest.raises(UploadsMissing) as missing:
            scene.desk.do(c.MarkReady(scene.order_id, override_reason=reason), who)
        assert missing.value.kinds == ["packed_photo", "production_drawing"]
    scene.desk.do(c.MarkReady(scene.order_id, override_reason="seen on the phone"), ANNA)
    entry = scene.desk.store.entries.find(order_id=scene.order_id, event="mark_ready")[0]
    assert (entry.actor_id, entry.reason) == (ANNA.id, "seen on the phone")


def test_withdrawn_files_do_not_count() -> None:
    scene = assigned()
    filed_as(scene, K.FINISHED_PHOTO, "a.jpg", number="501")
    upload = filed_as(scene, K.PACKED_PHOTO, "b.jpg", number="502")
    scene.desk.do(c.UndoSet(upload.id), scene.jan)
    with pytest.raises(UploadsMissing):
        scene.desk.do(c.MarkReady(scene.order_id), scene.jan)


# -- whatever comes in whatever order ------------------------------------------------------------------------------

SENT = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["A", "B"]), st.integers(0, 3)), min_size=1, max_size=14)


@settings(max_examples=40, deadline=None)
@given(sent=SENT)
def test_no_item_is_lost_or_filed_twice_and_names_are_unique(sent: list[tuple[int, str, int]]) -> None:
    scene = assigned()
    for number, album, answer in sent:
        scene.sends(scene.jan, topic(scene), f"{album}{number}", f"{album}{number}.jpg", album=album)
        open_sets = [upload for upload in scene.sets() if upload.state is SetState.ASKED]
        if answer == 1 and open_sets:
            scene.desk.do(c.FileSet(open_sets[0].id, K.PACKED_PHOTO), scene.jan)
        if answer == 2:
            scene.store_all()
    scene.store_all()
    for upload in scene.sets():
        scene.desk.do(c.FileSet(upload.id, K.PACKED_PHOTO), scene.jan)
    files: list[File] = scene.filed()
    assert sorted(file.original_name for file in files) == sorted({f"{album}{n}.jpg" for n, album, _ in sent})
    assert len({file.name for file in files}) == len(files)
