"""The same photo twice: a re-compressed copy is filed and warned of, for the same readers only; Keep or Retake."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Audience, Platform
from core.file_views import upload_view
from core.files import ItemState, UploadItem, UploadSet
from core.likeness import ALIKE, are_alike, likeness
from core.refusals import Stale
from tests.unit.core.scenes import Scene, assigned, only, photo

DOOR = 0x279FF8106C2040FC854F4E26366CACB8
CUTR_ONLY, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


def looks(scene: Scene, name: str, fingerprint: int | None) -> None:
    """What the filer will see in the photo of this name."""
    number = str(501 + len(scene.desk.store.upload_items.find()))
    unique = photo(Platform.TELEGRAM, number, name).unique_id
    facts = {} if fingerprint is None else {"fingerprint": f"{fingerprint:032x}"}
    scene.desk.seen[unique] = {"facts": facts}


def sent(scene: Scene, name: str, fingerprint: int | None, audience: Audience = SHARED) -> UploadSet:
    """A photo in a set of its own, filed."""
    scene.desk.now += timedelta(minutes=2)
    looks(scene, name, fingerprint)
    number = str(501 + len(scene.desk.store.upload_items.find()))
    scene.sends(scene.jan, scene.place(audience, Platform.TELEGRAM), number, name, caption="finished")
    scene.store_all()
    return scene.sets()[-1]


def item_of(scene: Scene, upload: UploadSet) -> UploadItem:
    return scene.desk.store.upload_items.find(set_id=upload.id)[0]


def test_a_copy_in_another_quality_is_filed_and_the_first_one_named() -> None:
    scene = assigned()
    sent(scene, "a.jpg", DOOR)
    again = sent(scene, "b.jpg", DOOR ^ 0b111)
    assert item_of(scene, again).state is ItemState.FILED
    assert item_of(scene, again).warnings == ["alike"]
    shown = upload_view(scene.desk.store, again.id)
    assert shown is not None
    assert shown.known_as == {item_of(scene, again).id: "REF-1_finished-photo_001_a.jpg"}
    assert scene.desk.store.revisions.find()[-1].warnings == ["alike"]


def test_of_two_in_one_set_the_second_is_warned_of() -> None:
    scene = assigned()
    for name in ("a.jpg", "b.jpg"):
        looks(scene, name, DOOR)
    scene.sends(scene.jan, scene.place(SHARED, Platform.TELEGRAM), "501", "a.jpg", "b.jpg", caption="finished")
    scene.store_all()
    assert [item.warnings for item in scene.desk.store.upload_items.find()] == [[], ["alike"]]


@pytest.mark.parametrize("flipped", [ALIKE + 1, 64])
def test_other_photos_are_not_warned_of(flipped: int) -> None:
    scene = assigned()
    sent(scene, "a.jpg", DOOR)
    other = sent(scene, "b.jpg", DOOR ^ ((1 << flipped) - 1))
    assert item_of(scene, other).warnings == []


@pytest.mark.parametrize("fingerprint", [None, 0, 1, (1 << 128) - 1])
def test_what_shows_nothing_is_like_nothing(fingerprint: int | None) -> None:
    scene = assigned()
    sent(scene, "a.jpg", fingerprint)
    assert item_of(scene, sent(scene, "b.jpg", fingerprint)).warnings == []


def test_what_the_other_readers_hold_is_never_told() -> None:
    scene = assigned()
    sent(scene, "a.jpg", DOOR, CUTR_ONLY)
    other = sent(scene, "b.jpg", DOOR, SHARED)
    assert (item_of(scene, other).warnings, item_of(scene, other).duplicate_of) == ([], None)


def test_what_was_taken_back_is_not_on_file() -> None:
    scene = assigned()
    scene.desk.do(c.UndoSet(sent(scene, "a.jpg", DOOR).id), scene.jan)
    assert item_of(scene, sent(scene, "b.jpg", DOOR)).warnings == []


def test_a_revision_may_look_like_what_it_replaces() -> None:
    scene = assigned()
    sent(scene, "a.jpg", DOOR)
    (file,) = scene.filed()
    scene.desk.now += timedelta(minutes=2)
    looks(scene, "b.jpg", DOOR)
    place = scene.place(SHARED, Platform.TELEGRAM)
    origin = c.PlatformMessage(place.platform, place.channel, "502", place.thread)
    photos = (photo(place.platform, "502", "b.jpg"),)
    made = scene.desk.do(c.TakeFiles(scene.order_id, origin, photos, revises=file.id), scene.jan)
    scene.store_all()
    assert item_of(scene, only(UploadSet, made)).warnings == []


def test_keep_leaves_both_and_retake_takes_the_second_back() -> None:
    scene = assigned()
    sent(scene, "a.jpg", DOOR)
    kept = sent(scene, "b.jpg", DOOR)
    scene.desk.do(c.KeepSet(kept.id), scene.jan)
    assert len(scene.filed()) == 2
    with pytest.raises(Stale):
        scene.desk.do(c.RetakeSet(kept.id), scene.jan)
    retaken = sent(scene, "c.jpg", DOOR)
    scene.desk.do(c.RetakeSet(retaken.id), scene.jan)
    assert [file.original_name for file in scene.filed()] == ["a.jpg", "b.jpg"]


def test_likeness_counts_different_bits() -> None:
    assert likeness(f"{DOOR:032x}", f"{DOOR ^ 0b1011:032x}") == 3
    assert not are_alike("00", None)
