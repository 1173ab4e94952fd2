"""The upload page's side of filing: links, whole files, and large ones that come in pieces and can be gone on with.

A link is good for one session: until its holder says *Done*, or a day is over. Bytes are in the file store before a
command names them; the worker still looks at them, as at everything else that comes in.
"""

from __future__ import annotations

from datetime import timedelta

from core import commands as c
from core.chats import Attachment, Audience, MediaKind, Platform
from core.files import FileKind, ItemState, SetState, UploadItem, UploadLink, UploadSet
from core.handlers import shelving
from core.handlers.fields import one_line
from core.handlers.spots import post
from core.orders import Order
from core.outbox import Priority
from core.outbox_kinds import STORE_FILE
from core.permissions import Action, demand
from core.pieces import add_piece, pieces_of, received
from core.refusals import BadValue, NotYourOrder, Stale, TooLate, UnknownThing, WrongStatus
from core.shelf import Kept
from core.work import Work

LINK_LASTS = timedelta(days=1)
LONGEST_KEY = 200


def make_link(work: Work, command: c.MakeUploadLink) -> str:
    """A one-time code of the upload page for this person and order."""
    order = work.order(command.order_id)
    demand(work.actor, Action.UPLOAD, order)
    code = work.house.new_code()
    work.store.upload_links.add(UploadLink(
        work.house.new_id(), work.house.hash_code(code), order.id, work.actor.member_id, work.actor.id,
        work.actor.name, work.now, work.now + LINK_LASTS, command.kind,
    ))  # fmt: skip
    return code


def uploaded(work: Work, command: c.UploadedFile) -> UploadItem:
    """The upload page has put a file into the store: it joins the link's set. Raises `UnknownThing`, `TooLate`."""
    link, order = _open_link(work, command.link_id)
    origin = f"link:{link.id}:{command.blob}"
    known = work.store.upload_items.find(origin=origin)
    if known:
        return known[0]
    item = _new_item(work, link, order, command.kind, origin, command.name)
    item.blob, item.sha256, item.size, item.mime = command.blob, command.sha256, command.size, command.mime
    return _complete(work, item)


def begin(work: Work, command: c.BeginUpload) -> UploadItem:
    """A place for the pieces of a file, or the one that it has already. Raises as `_open_link` does, and `BadValue`."""
    link, order = _open_link(work, command.link_id)
    if command.size < 1:
        raise BadValue("file", "empty", command.name[:60])
    key = one_line("file", command.key, LONGEST_KEY)
    origin = f"link:{link.id}:{_set_of_link(work, link, order, command.kind).id}:{command.size}:{key}"
    known = work.store.upload_items.find(origin=origin)
    if known and known[0].state is not ItemState.LOST:
        return known[0]
    if known:
        item = known[0]
        item.state, item.facts, item.blob, item.trouble, item.size = ItemState.ARRIVING, {}, None, None, command.size
        work.store.upload_items.save(item)
        return item
    item = _new_item(work, link, order, command.kind, origin, command.name)
    item.size = command.size
    work.store.upload_items.save(item)
    return item


def take_piece(work: Work, command: c.AddPiece) -> UploadItem:
    """Write the next bytes down. Raises `Stale` when they are not the next ones, `UnknownThing`, `BadValue`."""
    link, order = _open_link(work, command.link_id)
    item = work.store.upload_items.lock(command.item_id)
    if item is None or not item.origin.startswith(f"link:{link.id}:"):
        raise UnknownThing("upload", "")
    if item.state is not ItemState.ARRIVING or command.offset != received(item):
        raise Stale(order.reference)
    if command.offset + command.size > item.size:
        raise BadValue("file", "too_long")
    add_piece(item, Kept(command.blob, command.sha256, command.size))
    if command.offset == 0:
        item.mime = command.mime
    if received(item) < item.size:
        work.store.upload_items.save(item)
        return item
    pieces = pieces_of(item)
    if len(pieces) == 1:
        item.blob, item.sha256 = pieces[0].key, pieces[0].sha256
    return _complete(work, item)


def close(work: Work, command: c.CloseUploads) -> UploadLink:
    """The holder is done. Saying so twice changes nothing. Raises `UnknownThing`."""
    link = work.store.upload_links.lock(command.link_id)
    if link is None:
        raise UnknownThing("link", "")
    if link.used_at is None:
        link.used_at = work.now
        work.store.upload_links.save(link)
    return link


def _open_link(work: Work, link_id: str) -> tuple[UploadLink, Order]:
    """The link and its order, if it still takes files and whoever got it still works for who makes the order."""
    link = work.store.upload_links.lock(link_id)
    if link is None:
        raise UnknownThing("link", "")
    if link.used_at is not None:
        raise TooLate("link_done", link.used_at)
    if link.expires_at <= work.now:
        raise TooLate("link", link.expires_at)
    order = work.order(link.order_id)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "file")
    member = work.store.members.get(link.member_id) if link.member_id else None
    if member is not None and (member.removed_at is not None or member.partner_id != order.partner_id):
        raise NotYourOrder
    return link, order


def _new_item(work: Work, link: UploadLink, order: Order, kind: FileKind | None, origin: str, name: str) -> UploadItem:
    upload = _set_of_link(work, link, order, kind)
    source = Attachment(MediaKind.DOCUMENT, Platform.FILES, origin, origin, name)
    return work.store.upload_items.add(UploadItem(
        work.house.new_id(), upload.id, order.id, origin, source, work.now, ItemState.ARRIVING,
    ))  # fmt: skip


def _complete(work: Work, item: UploadItem) -> UploadItem:
    """All bytes are there: have them looked at, and made one file of."""
    item.state = ItemState.WANTED
    work.store.upload_items.save(item)
    upload = work.store.upload_sets.get(item.set_id)
    assert upload is not None, "the schema keeps an item's set"
    post(
        work,
        shelving.cupboard(work, item.order_id),
        STORE_FILE,
        audience=upload.audience,
        priority=Priority.WORDS,
        body={"item": item.id},
        order_id=item.order_id,
    )
    return item


def _set_of_link(work: Work, link: UploadLink, order: Order, wanted: FileKind | None) -> UploadSet:
    """The link's set of this kind; without a customer's chat no customer reads what is uploaded."""
    kind = wanted or link.kind
    known = work.store.upload_sets.find(order_id=link.order_id, album=f"link:{link.id}:{kind}")
    live = [upload for upload in known if upload.state is not SetState.UNDONE]
    if live:
        return live[0]
    audience = Audience.WITH_CUSTOMER if order.customer_chat else Audience.CUTR_ONLY
    return work.store.upload_sets.add(UploadSet(
        work.house.new_id(), link.order_id, audience, None, link.actor_id, link.actor_name,
        work.actor.party, work.now, work.now, f"link:{link.id}:{kind}", SetState.FILED, kind or FileKind.OTHER,
    ))  # fmt: skip
