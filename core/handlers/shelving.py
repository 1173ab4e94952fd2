"""Putting away what has come in: items become files and revisions, duplicates are recognised, cards are shown.

What people ask for is in `core.handlers.filing`; this is what follows when bytes arrive or a kind is known.
"""

from __future__ import annotations

import json
from datetime import date, timedelta

from core import commands as c
from core import events as e
from core import filing
from core.chats import Audience, Place, PlaceKind, Platform
from core.files import File, FileKind, ItemState, Review, Revision, SetState, UploadItem, UploadSet
from core.handlers.sameness import same_bytes, warn_alike
from core.handlers.spots import post, staff_places
from core.orders import Order, TaskKey
from core.outbox import Posting, Priority
from core.outbox_kinds import REVIEW_SET, SEND_SLIP, SHOW_SET, STORE_FILE
from core.people import Party
from core.work import Work

FILE_KINDS = frozenset({STORE_FILE, SHOW_SET, REVIEW_SET, SEND_SLIP})
"""Kinds of posting that are about files."""
ASK_AFTER = timedelta(seconds=2)
PHOTOS_BEFORE_DELIVERY = timedelta(days=3)
LATE = "late"
"""Warning of a finished photo that came later than that (domain.md 7)."""


def cupboard(work: Work, order_id: str) -> Place:
    """The order's place in the file store, as somewhere that the worker brings things to."""
    place_id = f"files-{order_id}"
    found = work.store.places.get(place_id)
    if found is not None:
        return found
    return work.store.places.add(Place(
        place_id, Platform.FILES, PlaceKind.CUPBOARD, Party.STAFF, Audience.CUTR_ONLY, order_id, order_id=order_id,
    ))  # fmt: skip


def items_of(work: Work, upload: UploadSet) -> list[UploadItem]:
    """The set's items, first sent first."""
    return work.store.upload_items.find(set_id=upload.id)


def stored(work: Work, item: UploadItem) -> None:
    """The worker has put an item's bytes away (or says why it could not): file it if the kind is known."""
    work.store.upload_items.save(item)
    upload = work.store.upload_sets.lock(item.set_id)
    if upload is not None:
        settle_set(work, upload)


def brought(work: Work, posting: Posting, command: c.SettlePosting) -> None:
    """A posting about files went well: bytes are in the store, or a card stands where it was sent."""
    if posting.kind == STORE_FILE:
        item = work.store.upload_items.lock(str(posting.body["item"]))
        if item is not None and item.state is ItemState.WANTED:
            _put_in(item, json.loads(command.words or "{}"))
            stored(work, item)
        return
    upload = work.store.upload_sets.lock(str(posting.body.get("set", "")))
    if upload is None or not command.external_ids:
        return
    if posting.kind == SHOW_SET and upload.card is None:
        upload.card = command.external_ids[0]
    elif posting.kind == REVIEW_SET and upload.review_card is None:
        upload.review_card = command.external_ids[0]
    work.store.upload_sets.save(upload)


def _put_in(item: UploadItem, told: dict[str, object]) -> None:
    """What the one who put the bytes away tells about them; its keys are the item's fields."""
    item.state, item.blob, item.sha256 = ItemState.STORED, str(told["blob"]), str(told["sha256"])
    item.size, item.mime = int(str(told["size"])), str(told["mime"])
    item.preview = str(told["preview"]) if told.get("preview") else None
    item.copy = str(told["copy"]) if told.get("copy") else None
    facts, warnings = told.get("facts"), told.get("warnings")
    item.facts = dict(facts) if isinstance(facts, dict) else {}
    item.warnings = [str(one) for one in warnings] if isinstance(warnings, list) else []


def lost(work: Work, posting: Posting, error: str) -> None:
    """An item's bytes could not be had for good; the others of its set go on."""
    item = work.store.upload_items.lock(str(posting.body["item"]))
    if item is not None and item.state is ItemState.WANTED:
        item.state, item.trouble = ItemState.LOST, error
        stored(work, item)


def settle_set(work: Work, upload: UploadSet) -> None:
    """File what can be filed, bring the answer line up to date, and show reviewers a complete set."""
    order = work.store.orders.lock(upload.order_id)
    if order is None:
        return
    items = items_of(work, upload)
    if upload.state is SetState.FILED:
        for item in items:
            if item.state is ItemState.STORED:
                _file(work, order, upload, item)
    show(work, upload)
    waiting = any(item.state in {ItemState.WANTED, ItemState.STORED} for item in items)
    if upload.state is SetState.FILED and not waiting and any(item.file_id for item in items):
        show_review(work, upload)


def _file(work: Work, order: Order, upload: UploadSet, item: UploadItem) -> None:
    assert upload.kind is not None
    assert item.blob is not None
    same = same_bytes(work, upload, item)
    if same is not None:
        item.state, item.duplicate_of = ItemState.DUPLICATE, same.id
        work.store.upload_items.save(item)
        return
    _warn_late(work, order, upload, item)
    warn_alike(work, upload, item)
    file = _revised(work, upload)
    if file is None:
        file = _new_file(work, order, upload, item)
    else:
        file.revision, file.review = file.revision + 1, Review.PENDING
        work.store.files.save(file)
    work.store.revisions.add(Revision(
        work.house.new_id(), file.id, order.id, file.revision, item.blob, item.sha256 or "", item.size, item.mime,
        work.now, upload.author_id, upload.author_name, item.preview, item.copy, dict(item.facts),
        list(item.warnings), upload.note,
    ))  # fmt: skip
    item.state, item.file_id = ItemState.FILED, file.id
    work.store.upload_items.save(item)
    what = "filed" if file.revision == 1 else "revised"
    work.tell(e.FileChanged(order, file.id, file.name, what, None, file.folder))


def _revised(work: Work, upload: UploadSet) -> File | None:
    """The file that this set revises, for its first item; what came along with it is filed beside."""
    if upload.revises is None or any(item.file_id == upload.revises for item in items_of(work, upload)):
        return None
    file = work.store.files.lock(upload.revises)
    return file if file is not None and file.withdrawn_at is None else None


def _warn_late(work: Work, order: Order, upload: UploadSet, item: UploadItem) -> None:
    """Finished photos belong on file three days before delivery, so that what is wrong can still be put right."""
    item.warnings = [one for one in item.warnings if one != LATE]
    day = _delivery_day(work, order)
    if upload.kind is FileKind.FINISHED_PHOTO and day is not None and day - work.today(order) < PHOTOS_BEFORE_DELIVERY:
        item.warnings.append(LATE)


def _delivery_day(work: Work, order: Order) -> date | None:
    """The day of the delivery schedule, else the one that the customer asked for."""
    planned = work.store.tasks.find(order_id=order.id, epoch=order.epoch, key=TaskKey.DELIVERY_SCHEDULE)
    return (planned[0].date if planned else None) or order.requested_delivery_date


def _new_file(work: Work, order: Order, upload: UploadSet, item: UploadItem) -> File:
    assert upload.kind is not None
    number = len(work.store.files.find(order_id=order.id)) + 1
    original = item.source.name
    return work.store.files.add(File(
        work.house.new_id(), order.id, upload.kind, filing.folder_for(upload.kind, upload.folder),
        filing.safe_name(order.reference, upload.kind, number, original, item.mime), original, upload.audience,
        upload.id, 1, Review.PENDING, work.now, upload.author_id, upload.author_name, upload.party,
        filing.part_side(original), upload.package,
    ))  # fmt: skip


def refile(work: Work, upload: UploadSet, item: UploadItem) -> None:
    """Put a filed item where its set belongs now; the name's kind goes along, its number stays."""
    file = work.store.files.lock(item.file_id or "")
    order = work.store.orders.get(upload.order_id)
    if file is None or order is None or upload.kind is None or file.withdrawn_at is not None:
        return
    old = file.folder
    file.name = filing.renamed(file.name, file.kind, upload.kind)
    file.kind, file.folder = upload.kind, filing.folder_for(upload.kind, upload.folder)
    file.package = upload.package
    work.store.files.save(file)
    _warn_late(work, order, upload, item)
    work.store.upload_items.save(item)
    for revision in work.store.revisions.find(file_id=file.id, number=file.revision):
        revision.warnings = list(item.warnings)
        work.store.revisions.save(revision)
    if old != file.folder:
        work.tell(e.FileChanged(order, file.id, file.name, "moved", old, file.folder))


def show(work: Work, upload: UploadSet) -> None:
    """Have the question or the answer line shown where the set was sent; only the newest wish counts."""
    place = work.store.places.get(upload.place_id) if upload.place_id else None
    if place is not None:
        post(
            work,
            place,
            SHOW_SET,
            audience=upload.audience,
            priority=Priority.NOTICE,
            body={"set": upload.id},
            order_id=upload.order_id,
            not_before=work.now + (ASK_AFTER if upload.card is None else timedelta(0)),
            only_newest=f"set:{upload.id}",
        )


def show_review(work: Work, upload: UploadSet) -> None:
    """Have the set's contact sheet and verdict shown to staff: not of Cutr's own, nor of what was undone unseen."""
    unseen = upload.review_card is None and upload.state is not SetState.FILED
    order = work.store.orders.get(upload.order_id)
    if upload.party is Party.STAFF or unseen or order is None:
        return
    for place in staff_places(work, order, upload.audience):
        post(
            work,
            place,
            REVIEW_SET,
            audience=upload.audience,
            priority=Priority.NOTICE,
            body={"set": upload.id},
            order_id=upload.order_id,
            only_newest=f"review:{upload.id}",
        )
