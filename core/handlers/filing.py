"""How what people send becomes filed: sets, items, one question, one answer line.

An item is unique by its origin, so nothing is filed twice whatever comes again; a late item joins its set, also after
a restart, because sets and items are rows (edge cases 17-26). Bytes are fetched by the worker through the outbox; what
it brings back arrives in `stored`.
"""

from __future__ import annotations

from core import commands as c
from core import events as e
from core import filing
from core.chats import Attachment, Audience, Place, PlaceKind, PlaceState, Platform
from core.file_views import counts, kinds_lacking
from core.files import (
    CUSTOMER_SEES,
    File,
    FileKind,
    ItemState,
    Review,
    SetState,
    UploadItem,
    UploadSet,
)
from core.handlers.gathering import known_items, origin_of, revive, set_for
from core.handlers.shelving import cupboard, items_of, refile, settle_set, show, show_review
from core.handlers.spots import post
from core.orders import Order
from core.outbox import Priority
from core.outbox_kinds import STORE_FILE
from core.permissions import Action, demand, may
from core.ports import Taken
from core.refusals import BadValue, NotAllowed, NotYourOrder, Stale, UnknownThing, WrongStatus
from core.work import Work

TELEGRAM_LIMIT = 20 << 20


def take(work: Work, command: c.TakeFiles, place: Place | None) -> UploadSet | None:
    """Add what was sent to its set, opening one where none fits. None when there is nothing to file."""
    order = work.order(command.order_id)
    demand(work.actor, Action.UPLOAD, order)
    wanted = filing.worth_filing(command.attachments)
    if not wanted or not order.is_open:
        return None
    known = known_items(work, command, wanted)
    if len(known) >= len(wanted):
        # Nothing is new: an empty set would ask about nothing.
        return work.store.upload_sets.lock(known[0].set_id)
    upload = set_for(work, order, command, place)
    for one in wanted:
        _add_item(work, upload, command, one)
    _decide(work, upload, command)
    upload.touched_at = work.now
    work.store.upload_sets.save(upload)
    show(work, upload)
    return upload


def take_from_chat(work: Work, order: Order, place: Place, command: c.RelayMessage) -> None:
    """Files that a member or Cutr sends in an order's chat are offered for filing; guests' and strangers' are not."""
    if may(work.actor, Action.UPLOAD) and command.attachments:
        words = command.body.plain()
        take(work, c.TakeFiles(order.id, command.origin, command.attachments, words, album=command.album), place)


def take_here(work: Work, command: c.TakeFiles) -> UploadSet | None:
    """Files sent to the bot for a purpose it knows: a revision, a package's photo, *File this*. Raises `WrongStatus`.

    Files that were taken back before are asked about anew; others that are known already stay where they are.
    """
    order = work.order(command.order_id)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "file")
    upload = take(work, command, _place_here(work, command))
    if upload is not None and upload.state is SetState.UNDONE and upload.order_id == order.id:
        revive(work, upload)
        _decide(work, upload, command)
        settle_set(work, upload)
    return upload


def _place_here(work: Work, command: c.TakeFiles) -> Place | None:
    """The order's place it was sent in, else the sender's private chat, which belongs to no order."""
    origin = command.origin
    found = work.store.places.find(platform=origin.platform, channel=origin.channel, thread=origin.thread)
    open_ones = [place for place in found if place.state is PlaceState.OPEN]
    here = [place for place in open_ones if place.order_id == command.order_id]
    return next(iter([*here, *(place for place in open_ones if place.kind is PlaceKind.DIRECT)]), None)


def _add_item(work: Work, upload: UploadSet, command: c.TakeFiles, one: Attachment) -> None:
    item = UploadItem(
        work.house.new_id(), upload.id, upload.order_id, origin_of(command, one), one, work.now, size=one.size
    )
    if one.platform is Platform.TELEGRAM and one.size > TELEGRAM_LIMIT:
        item.state = ItemState.TOO_LARGE
    try:
        work.store.upload_items.add(item)
    except Taken:
        return
    if item.state is ItemState.WANTED:
        post(
            work,
            cupboard(work, upload.order_id),
            STORE_FILE,
            audience=upload.audience,
            priority=Priority.WORDS,
            body={"item": item.id},
            order_id=upload.order_id,
        )


def _decide(work: Work, upload: UploadSet, command: c.TakeFiles) -> None:
    if upload.state is not SetState.ASKED:
        return
    revised = work.store.files.get(upload.revises) if upload.revises else None
    kind = revised.kind if revised else command.kind or filing.decided_by(command.caption)
    if command.caption and not upload.note:
        upload.note = command.caption
    if kind is not None:
        upload.kind, upload.state = kind, SetState.FILED
    upload.package = upload.package or command.package or filing.package_named(command.caption)


def choose(work: Work, command: c.FileSet) -> UploadSet:
    """The kind is known now, or another one than before. Raises `UnknownThing`, `Stale`, `NotAllowed`."""
    upload = _own_set(work, command.set_id)
    if upload.state is SetState.UNDONE or upload.revises is not None:
        raise Stale("")
    if command.folder is not None:
        order = work.order(upload.order_id)
        if command.folder not in order.folders:
            raise BadValue("folder", "not_a_folder", command.folder[:40])
    upload.kind, upload.folder, upload.state = command.kind, command.folder, SetState.FILED
    upload.package = command.package or upload.package
    work.store.upload_sets.save(upload)
    for item in items_of(work, upload):
        if item.file_id is not None:
            refile(work, upload, item)
    settle_set(work, upload)
    return upload


def _own_set(work: Work, set_id: str) -> UploadSet:
    upload = work.store.upload_sets.lock(set_id)
    if upload is None:
        raise UnknownThing("upload", set_id)
    order = work.order(upload.order_id)
    demand(work.actor, Action.UPLOAD, order)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "file")
    if work.actor.party is not upload.party and not work.actor.is_cutr:
        raise NotAllowed(Action.UPLOAD)
    place = work.store.places.get(upload.place_id) if upload.place_id else None
    if not work.actor.is_cutr and place is not None and place.partner_id not in {None, work.actor.partner_id}:
        # Sent by the workshop that had the order before.
        raise NotYourOrder
    return upload


def undo(work: Work, command: c.UndoSet) -> UploadSet:
    """Withdraw the set's files; the bytes and the history stay. Raises `NotAllowed` for a revision, which stays."""
    upload = _own_set(work, command.set_id)
    if upload.revises is not None:
        raise NotAllowed("undo_revision")
    order = work.order(upload.order_id)
    for item in items_of(work, upload):
        file = work.store.files.get(item.file_id) if item.file_id else None
        if file is not None and file.withdrawn_at is None:
            file.withdrawn_at = work.now
            work.store.files.save(file)
            work.tell(e.FileChanged(order, file.id, file.name, "withdrawn", file.folder, None))
    upload.state = SetState.UNDONE
    work.store.upload_sets.save(upload)
    show(work, upload)
    show_review(work, upload)
    return upload


def customer_sees(file: File) -> bool:
    """Whether the customer may see this file: its kind is theirs to see, and it was not sent in the Cutr-only chat."""
    return file.kind in CUSTOMER_SEES and file.withdrawn_at is None and file.audience is Audience.WITH_CUSTOMER


def lacking(work: Work, order: Order) -> list[FileKind]:
    """The required kinds that are still missing."""
    return kinds_lacking(work.store, order)


def rejected_files(work: Work, order: Order) -> list[File]:
    """Files whose newest revision was rejected: they block Ready until a revision comes."""
    found = work.store.files.find(order_id=order.id, withdrawn_at=None, review=Review.REJECTED)
    return [file for file in found if counts(order, file)]
