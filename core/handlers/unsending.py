"""What becomes of filed things when the message that brought them is taken back or moved to another chat.

A photo that stays on file for readers from whom its message was taken would be the leak that taking back prevents.
"""

from __future__ import annotations

from core import events as e
from core.chats import Message
from core.files import ItemState, Review, SetState, UploadItem, UploadSet
from core.handlers.shelving import items_of, show, show_review
from core.work import Work

TAKEN_BACK = "taken_back"
GONE = frozenset({ItemState.LOST, ItemState.DUPLICATE, ItemState.TOO_LARGE})


def take_back_files(work: Work, message: Message, what: str) -> None:
    """Withdraw what the message brought; what reviewers have judged stays, unless the message went elsewhere."""
    for set_id in dict.fromkeys(item.set_id for item in _items(work, message)):
        upload = work.store.upload_sets.lock(set_id)
        if upload is not None:
            _take_back(work, upload, _items(work, message), what)


def _items(work: Work, message: Message) -> list[UploadItem]:
    copies = work.store.copies.find(message_id=message.id, origin=True) if message.attachments else []
    origins = frozenset(
        f"{copy.platform}:{copy.channel}:{copy.external_id}:{one.unique_id}"
        for copy in copies
        for one in message.attachments
    )
    return work.store.upload_items.find(origin=origins) if origins else []


def _take_back(work: Work, upload: UploadSet, items: list[UploadItem], what: str) -> None:
    for item in items:
        if item.set_id == upload.id and (item.file_id is None or _withdraw(work, item.file_id, what)):
            item.state, item.trouble = ItemState.LOST, TAKEN_BACK
            work.store.upload_items.save(item)
    if all(item.state in GONE for item in items_of(work, upload)):
        upload.state = SetState.UNDONE
        work.store.upload_sets.save(upload)
    show(work, upload)
    show_review(work, upload)


def _withdraw(work: Work, file_id: str, what: str) -> bool:
    file = work.store.files.lock(file_id)
    order = work.store.orders.get(file.order_id) if file else None
    if file is None or order is None or (file.review is not Review.PENDING and what != "moved"):
        return False
    if file.withdrawn_at is None and file.revision == 1:
        file.withdrawn_at = work.now
        work.store.files.save(file)
        work.tell(e.FileChanged(order, file.id, file.name, "withdrawn", file.folder, None))
    return True
