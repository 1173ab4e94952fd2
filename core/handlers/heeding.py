"""What people answer to a warning about their photos: keep them, or take them back and send new ones (never a refusal).

The warnings stay on the revisions, where reviewers read them; a set's items lose theirs once they were heard.
"""

from __future__ import annotations

from core import commands as c
from core import events as e
from core.files import ItemState, SetState, UploadItem, UploadSet
from core.handlers.shelving import items_of, show, show_review
from core.orders import Order
from core.permissions import Action, demand
from core.refusals import NotAllowed, Stale, UnknownThing, WrongStatus
from core.work import Work


def keep(work: Work, command: c.KeepSet) -> UploadSet:
    """The warnings are heard. Raises `UnknownThing`, `Stale`, `NotAllowed`."""
    upload, order = _warned_set(work, command.set_id)
    for item in _warned(work, upload, order):
        item.warnings = []
        work.store.upload_items.save(item)
    show(work, upload)
    return upload


def retake(work: Work, command: c.RetakeSet) -> UploadSet:
    """Withdraw what was warned of; the bytes and the history stay. Raises `UnknownThing`, `Stale`, `NotAllowed`."""
    upload, order = _warned_set(work, command.set_id)
    for item in _warned(work, upload, order):
        file = work.store.files.lock(item.file_id) if item.file_id else None
        if file is not None and file.withdrawn_at is None and upload.revises is None:
            file.withdrawn_at = work.now
            work.store.files.save(file)
            work.tell(e.FileChanged(order, file.id, file.name, "withdrawn", file.folder, None))
        item.warnings = []
        work.store.upload_items.save(item)
    if upload.revises is None and not any(_counts(work, item) for item in items_of(work, upload)):
        upload.state = SetState.UNDONE
        work.store.upload_sets.save(upload)
    show(work, upload)
    if upload.review_card is not None:
        show_review(work, upload)
    return upload


def _warned_set(work: Work, set_id: str) -> tuple[UploadSet, Order]:
    upload = work.store.upload_sets.lock(set_id)
    if upload is None:
        raise UnknownThing("upload", set_id)
    order = work.order(upload.order_id)
    demand(work.actor, Action.UPLOAD, order)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "file")
    if work.actor.party is not upload.party and not work.actor.is_cutr:
        raise NotAllowed(Action.UPLOAD)
    return upload, order


def _warned(work: Work, upload: UploadSet, order: Order) -> list[UploadItem]:
    # That photos came late can not be mended by taking them again.
    found = [item for item in items_of(work, upload) if set(item.warnings) - {"late"}]
    if upload.state is not SetState.FILED or not found:
        raise Stale(order.reference)
    return found


def _counts(work: Work, item: UploadItem) -> bool:
    """Whether anything of the set is still there, or on its way."""
    if item.state in {ItemState.WANTED, ItemState.STORED, ItemState.DUPLICATE}:
        return True
    file = work.store.files.get(item.file_id) if item.file_id else None
    return file is not None and file.withdrawn_at is None
