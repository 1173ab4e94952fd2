"""Packing slips: another number of packages outdates the last one; upload links and what comes through them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core import commands as c
from core.file_views import valid_slip
from core.files import FileKind, SlipVersion
from core.orders import Status
from core.people import PLATFORM
from core.refusals import BadValue, NotAllowed, NotYourOrder, TooLate, UnknownThing, WrongStatus
from tests.support.desk import ANNA
from tests.unit.core.scenes import Scene, assigned, drafted, only


def slip(scene: Scene, boxes: int, pallets: int = 0) -> SlipVersion:
    return only(SlipVersion, scene.desk.do(c.MakeSlip(scene.order_id, boxes, pallets), scene.jan))


def test_the_same_number_gives_the_same_slip() -> None:
    scene = assigned()
    assert slip(scene, 3, 1).id == slip(scene, 3, 1).id
    assert scene.desk.events(scene.order).count("slip_made") == 1


def test_another_number_outdates_and_the_version_counts_up() -> None:
    scene = assigned()
    first, second = slip(scene, 3), slip(scene, 3, 1)
    assert (first.packages, second.packages, second.version) == (3, 4, 2)
    kept = only(SlipVersion, scene.desk.store.slips.get(first.id))
    assert kept.outdated_at == scene.desk.now
    assert valid_slip(scene.desk.store, scene.order_id) == second
    entry = scene.desk.store.entries.find(order_id=scene.order_id, event="slip_made")[-1]
    assert (entry.old, entry.new) == (3, {"version": 2, "packages": 4})


def test_back_to_the_first_number_is_a_third_version() -> None:
    scene = assigned()
    assert [slip(scene, 3).version, slip(scene, 4).version, slip(scene, 3).version] == [1, 2, 3]


@pytest.mark.parametrize(("boxes", "pallets"), [(0, 0), (-1, 3), (3, -1), (201, 0), (100, 101)])
def test_impossible_numbers(boxes: int, pallets: int) -> None:
    scene = assigned()
    with pytest.raises(BadValue, match="out_of_range"):
        slip(scene, boxes, pallets)


def test_who_makes_a_slip_and_when() -> None:
    scene = assigned()
    for nobody in (scene.guest, scene.customer):
        with pytest.raises(NotAllowed):
            scene.desk.do(c.MakeSlip(scene.order_id, 1), nobody)
    scene.go(Status.CANCELLED)
    with pytest.raises(WrongStatus):
        slip(scene, 1)
    early = drafted()
    with pytest.raises(WrongStatus):
        early.desk.do(c.MakeSlip(early.order_id, 1), ANNA)


def link(scene: Scene) -> c.UploadedFile:
    """A link of Jan's and a file that came in through it."""
    scene.desk.do(c.MakeUploadLink(scene.order_id), scene.jan)
    found = scene.desk.store.upload_links.find(order_id=scene.order_id)[-1]
    return c.UploadedFile(found.id, "../../Door.jpg", "blob1", "sha1", 5, "image/jpeg", FileKind.FINISHED_PHOTO)


def test_what_comes_through_a_link_is_filed_once_under_a_safe_name() -> None:
    scene = assigned()
    wish = link(scene)
    for _ in range(2):
        scene.desk.do(wish, scene.jan)
    scene.store_all()
    assert [(f.name, f.original_name, f.created_by) for f in scene.filed()] == [
        ("REF-1_finished-photo_001_door.jpg", "../../Door.jpg", scene.jan.id)
    ]


def test_files_of_one_kind_through_one_link_are_one_set() -> None:
    scene = assigned()
    wish = link(scene)
    for number in range(3):
        scene.desk.do(replace(wish, blob=f"blob{number}", sha256=f"sha{number}"), scene.jan)
    scene.desk.do(replace(wish, blob="plan", sha256="plan", kind=FileKind.PRODUCTION_DRAWING), scene.jan)
    assert len(scene.sets()) == 2


def test_a_link_ends_after_its_day() -> None:
    scene = assigned()
    wish = link(scene)
    with pytest.raises(UnknownThing):
        scene.desk.do(replace(wish, link_id="nonsense"), scene.jan)
    scene.desk.now += timedelta(days=1)
    with pytest.raises(TooLate):
        scene.desk.do(wish, scene.jan)


def test_somebody_who_left_has_no_link_any_more() -> None:
    scene = assigned()
    scene.desk.do(c.MakeUploadLink(scene.order_id), scene.piet)
    piets = scene.desk.store.upload_links.find(order_id=scene.order_id)[0]
    scene.desk.do(c.RemoveMember(scene.piet.member_id or ""), ANNA)
    with pytest.raises(NotYourOrder):
        scene.desk.do(replace(link(scene), link_id=piets.id), PLATFORM)


def test_a_cancelled_order_takes_nothing_through_a_link() -> None:
    scene = assigned()
    wish = link(scene)
    scene.go(Status.CANCELLED)
    with pytest.raises(WrongStatus):
        scene.desk.do(wish, scene.jan)
