"""Which set something belongs to: its album's, the burst's that is still going on, or a new one; and reviving a set.

Pure decisions over rows; what is done with a set afterwards is `core.handlers.filing`.
"""

from __future__ import annotations

from datetime import timedelta

from core import commands as c
from core import filing
from core.chats import Attachment, Audience, Place
from core.files import ItemState, SetState, UploadItem, UploadSet
from core.orders import Order
from core.refusals import UnknownThing
from core.work import Work

BURST = timedelta(seconds=60)
TRAIL = timedelta(seconds=10)
"""How long what comes after the answer, and names no kind of its own, still belongs to the same burst."""


def origin_of(command: c.TakeFiles, one: Attachment) -> str:
    """What makes an item unique: where it was sent, and which file of that message it is."""
    return f"{command.origin.platform}:{command.origin.channel}:{command.origin.external_id}:{one.unique_id}"


def set_for(work: Work, order: Order, command: c.TakeFiles, place: Place | None) -> UploadSet:
    """The set that these files join, or a new one."""
    place_id = place.id if place else None
    for known in reversed(work.store.upload_sets.find(order_id=order.id, author_id=work.actor.id, place_id=place_id)):
        if known.state is not SetState.UNDONE and (_same_album(known, command) or _same_burst(work, known, command)):
            return known
    return work.store.upload_sets.add(UploadSet(
        work.house.new_id(), order.id, _audience(work, order, command, place), place_id, work.actor.id,
        work.actor.name, work.actor.party, work.now, work.now, album=command.album, revises=command.revises,
    ))  # fmt: skip


def _same_album(known: UploadSet, command: c.TakeFiles) -> bool:
    return command.album is not None and known.album == command.album and known.revises == command.revises


def _same_burst(work: Work, known: UploadSet, command: c.TakeFiles) -> bool:
    if command.album is not None or known.album is not None or known.revises != command.revises:
        return False
    package = command.package or filing.package_named(command.caption)
    if package is not None and package != known.package:
        return False
    if known.state is SetState.ASKED:
        return work.now - known.touched_at <= BURST
    kind = command.kind or filing.decided_by(command.caption)
    same = kind in {None, known.kind} and package == known.package
    return same and work.now - known.touched_at <= TRAIL


def _audience(work: Work, order: Order, command: c.TakeFiles, place: Place | None) -> Audience:
    """Who may come to see it: the readers of the file it revises, or of the chat it was sent in.

    Outside the order's chats no label said that the customer reads, so only what was sent for a stated purpose (such
    as a package's photo) is for them.
    """
    revised = revised_file(work, order, command.revises)
    if revised is not None:
        return revised
    if place is not None and place.order_id == order.id:
        return place.audience
    return Audience.WITH_CUSTOMER if order.customer_chat and command.kind is not None else Audience.CUTR_ONLY


def revised_file(work: Work, order: Order, file_id: str | None) -> Audience | None:
    """Who reads the file that is to be revised. Raises `UnknownThing` unless it is one of this order's."""
    if file_id is None:
        return None
    file = work.store.files.get(file_id)
    if file is None or file.order_id != order.id or file.withdrawn_at is not None:
        raise UnknownThing("file", file_id)
    return file.audience


def known_items(work: Work, command: c.TakeFiles, wanted: list[Attachment]) -> list[UploadItem]:
    """The items that these very files are already."""
    origins = [origin_of(command, one) for one in wanted]
    return [item for origin in origins for item in work.store.upload_items.find(origin=origin)]


def revive(work: Work, upload: UploadSet) -> None:
    """Ask anew about a set that was taken back: its bytes are still there, what was withdrawn stays history."""
    for item in work.store.upload_items.find(set_id=upload.id):
        if item.state in {ItemState.FILED, ItemState.DUPLICATE}:
            item.state, item.file_id, item.duplicate_of = ItemState.STORED, None, None
            work.store.upload_items.save(item)
    upload.state, upload.kind, upload.folder, upload.touched_at = SetState.ASKED, None, None, work.now
    work.store.upload_sets.save(upload)
