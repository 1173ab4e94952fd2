"""Packing slips and upload links: the number of packages is stated, an earlier slip with another number is outdated."""

from __future__ import annotations

from datetime import timedelta

from core import commands as c
from core import events as e
from core.chats import Attachment, Audience, MediaKind, Platform
from core.files import (
    File,
    FileKind,
    ItemState,
    SetState,
    SlipVersion,
    UploadItem,
    UploadLink,
    UploadSet,
)
from core.handlers import shelving
from core.handlers.fields import one_line
from core.handlers.spots import post
from core.orders import RUNNING_STATUSES, Order
from core.outbox import Priority
from core.outbox_kinds import STORE_FILE
from core.permissions import Action, demand
from core.refusals import BadValue, NotYourOrder, TooLate, UnknownThing, WrongStatus
from core.work import Work

MOST_PACKAGES = 200
LINK_LASTS = timedelta(days=3)


def make_slip(work: Work, command: c.MakeSlip) -> SlipVersion:
    """The slip for so many packages; the same numbers again give the slip that is there. Raises `BadValue`."""
    order = work.order(command.order_id)
    demand(work.actor, Action.UPLOAD, order)
    if order.status not in RUNNING_STATUSES:
        raise WrongStatus(order.reference, order.status, "slip")
    if command.boxes < 0 or command.pallets < 0 or not 1 <= command.boxes + command.pallets <= MOST_PACKAGES:
        raise BadValue("packages", "out_of_range", str(command.boxes + command.pallets))
    slips = work.store.slips.find(order_id=order.id)
    valid = [slip for slip in slips if slip.outdated_at is None]
    if valid and (valid[-1].boxes, valid[-1].pallets) == (command.boxes, command.pallets):
        return valid[-1]
    for slip in valid:
        slip.outdated_at = work.now
        work.store.slips.save(slip)
    made = work.store.slips.add(SlipVersion(
        work.house.new_id(), order.id, len(slips) + 1, command.boxes, command.pallets, work.now, work.actor.name,
    ))  # fmt: skip
    work.tell(e.SlipMade(order, made, valid[-1].packages if valid else None))
    return made


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
    link = work.store.upload_links.lock(command.link_id)
    if link is None:
        raise UnknownThing("link", "")
    if link.expires_at <= work.now:
        raise TooLate("link", link.expires_at)
    order = work.order(link.order_id)
    _demand_uploader(work, order, link)
    kind = command.kind or link.kind
    origin = f"link:{link.id}:{command.blob}"
    known = work.store.upload_items.find(origin=origin)
    if known:
        return known[0]
    upload = _set_of_link(work, link, kind)
    source = Attachment(MediaKind.DOCUMENT, Platform.FILES, command.blob, command.blob, command.name, command.mime,
                        command.size)  # fmt: skip
    item = work.store.upload_items.add(UploadItem(
        work.house.new_id(), upload.id, order.id, origin, source, work.now,
        ItemState.WANTED, command.blob, command.sha256, command.size, command.mime,
    ))  # fmt: skip
    # The bytes are in the store; the worker still looks at them, as at everything else that comes in.
    post(
        work,
        shelving.cupboard(work, order.id),
        STORE_FILE,
        audience=upload.audience,
        priority=Priority.WORDS,
        body={"item": item.id},
        order_id=order.id,
    )
    return item


def _demand_uploader(work: Work, order: Order, link: UploadLink) -> None:
    """The order still takes files, and whoever got the link still works for who makes it."""
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "file")
    member = work.store.members.get(link.member_id) if link.member_id else None
    if member is not None and (member.removed_at is not None or member.partner_id != order.partner_id):
        raise NotYourOrder


def _set_of_link(work: Work, link: UploadLink, kind: FileKind | None) -> UploadSet:
    known = work.store.upload_sets.find(order_id=link.order_id, album=f"link:{link.id}:{kind}")
    live = [upload for upload in known if upload.state is not SetState.UNDONE]
    if live:
        return live[0]
    return work.store.upload_sets.add(UploadSet(
        work.house.new_id(), link.order_id, Audience.WITH_CUSTOMER, None, link.actor_id, link.actor_name,
        work.actor.party, work.now, work.now, f"link:{link.id}:{kind}", SetState.FILED, kind or FileKind.OTHER,
    ))  # fmt: skip


def name_part(work: Work, command: c.NamePart) -> File:
    """Part and side, where the photo's name does not say (domain.md 7)."""
    file = work.store.files.lock(command.file_id)
    if file is None:
        raise UnknownThing("file", command.file_id)
    demand(work.actor, Action.UPLOAD, work.order(file.order_id))
    file.part_side = one_line("part_side", command.part_side, 60)
    work.store.files.save(file)
    return file
