"""How what people send becomes filed: sets, items, one question, one answer line.

An item is unique by its origin, so nothing is filed twice whatever comes again; a late item joins its set, also after
a restart, because sets and items are rows (edge cases 17-26). Bytes are fetched by the worker through the outbox; what
it brings back arrives in `stored`.
"""

from __future__ import annotations

from datetime import timedelta

from core import commands as c
from core import events as e
from core import filing
from core.chats import FILE_KINDS as MEDIA_FILES
from core.chats import Attachment, Audience, MediaKind, Place, PlaceState, Platform
from core.file_views import kinds_lacking
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
from core.handlers.shelving import cupboard, items_of, refile, settle_set, show
from core.handlers.spots import post
from core.orders import Order
from core.outbox import Priority
from core.outbox_kinds import STORE_FILE
from core.permissions import Action, demand, may
from core.ports import Taken
from core.refusals import BadValue, NotAllowed, Stale, UnknownThing, WrongStatus
from core.work import Work

BURST = timedelta(seconds=60)
TELEGRAM_LIMIT = 20 << 20
FILED_KINDS = MEDIA_FILES - {MediaKind.VOICE, MediaKind.STICKER, MediaKind.VIDEO_NOTE}


def worth_filing(attachments: tuple[Attachment, ...]) -> list[Attachment]:
    """What of a message is a file to keep: photos, documents, films; not voices and stickers."""
    return [one for one in attachments if one.kind in FILED_KINDS]


def take(work: Work, command: c.TakeFiles, place: Place | None) -> UploadSet | None:
    """Add what was sent to its set, opening one where none fits. None when there is nothing to file."""
    order = work.order(command.order_id)
    demand(work.actor, Action.UPLOAD, order)
    wanted = worth_filing(command.attachments)
    if not wanted or not order.is_open:
        return None
    upload = _set_for(work, order, command, place)
    fresh = [item for item in (_add_item(work, upload, command, one) for one in wanted) if item is not None]
    if not fresh:
        return upload
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
    """Files sent to the bot for a purpose it knows: a revision, a package's photo, *File this*."""
    origin = command.origin
    found = work.store.places.find(platform=origin.platform, channel=origin.channel, thread=origin.thread)
    here = [place for place in found if place.order_id == command.order_id and place.state is PlaceState.OPEN]
    return take(work, command, here[0] if here else None)


def _set_for(work: Work, order: Order, command: c.TakeFiles, place: Place | None) -> UploadSet:
    for known in reversed(work.store.upload_sets.find(order_id=order.id, author_id=work.actor.id)):
        here = known.place_id == (place.id if place else None) and known.state is not SetState.UNDONE
        same_album = command.album is not None and known.album == command.album
        burst = (
            command.album is None and known.album is None and known.state is SetState.ASKED
            and work.now - known.touched_at <= BURST and known.revises == command.revises
        )  # fmt: skip
        if here and (same_album or burst):
            return known
    audience = place.audience if place else Audience.WITH_CUSTOMER
    return work.store.upload_sets.add(UploadSet(
        work.house.new_id(), order.id, audience, place.id if place else None, work.actor.id, work.actor.name,
        work.actor.party, work.now, work.now, album=command.album, revises=command.revises,
    ))  # fmt: skip


def _add_item(work: Work, upload: UploadSet, command: c.TakeFiles, one: Attachment) -> UploadItem | None:
    origin = f"{command.origin.platform}:{command.origin.channel}:{command.origin.external_id}:{one.unique_id}"
    item = UploadItem(work.house.new_id(), upload.id, upload.order_id, origin, one, work.now, size=one.size)
    if one.platform is Platform.TELEGRAM and one.size > TELEGRAM_LIMIT:
        item.state = ItemState.TOO_LARGE
    try:
        work.store.upload_items.add(item)
    except Taken:
        return None
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
    return item


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
            refile(work, upload, item.file_id)
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
    return upload


def undo(work: Work, command: c.UndoSet) -> UploadSet:
    """Withdraw the set's files; the bytes and the history stay."""
    upload = _own_set(work, command.set_id)
    order = work.order(upload.order_id)
    for item in items_of(work, upload):
        file = work.store.files.get(item.file_id) if item.file_id else None
        if file is not None and file.withdrawn_at is None and upload.revises is None:
            file.withdrawn_at = work.now
            work.store.files.save(file)
            work.tell(e.FileChanged(order, file.id, file.name, "withdrawn", file.folder, None))
    upload.state = SetState.UNDONE
    work.store.upload_sets.save(upload)
    show(work, upload)
    return upload


def customer_sees(file: File) -> bool:
    """Whether the customer may see this file: its kind is theirs to see, and it was not sent in the Cutr-only chat."""
    return file.kind in CUSTOMER_SEES and file.withdrawn_at is None and file.audience is Audience.WITH_CUSTOMER


def lacking(work: Work, order: Order) -> list[FileKind]:
    """The required kinds that are still missing."""
    return kinds_lacking(work.store, order)


def rejected_files(work: Work, order: Order) -> list[File]:
    """Files whose newest revision was rejected: they block Ready until a revision comes."""
    return work.store.files.find(order_id=order.id, withdrawn_at=None, review=Review.REJECTED)
