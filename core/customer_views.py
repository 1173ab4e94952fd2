"""What the customer may see of an order, and nothing else: the page is made of this alone.

Only the chat with the customer, only files that are theirs to see, and of reviewers' notes only their own
(domain.md 4 and 6), read through the store's `shared_…` collections, which hold no more. Nothing here depends on what
stands in the Cutr-only chat: no count, number, name or order of things, so that a page tells nothing of it (I17).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from core.chats import Attachment, Audience, Chat, Message, Platform
from core.files import CustomerPhoto, File, FileKind, Revision, UploadItem
from core.orders import Feedback, Milestone, Order, Status, TaskKey
from core.outbox import UNFINISHED, Posting, PostingState
from core.outbox_kinds import DELIVER
from core.people import Customer, Partner, Party
from core.ports import Store

UNDO_FOR = timedelta(seconds=10)
"""How long Cutr's words to the customer can be taken back before anybody reads them (product.md "Slack")."""
RECENT = 60
"""As many messages are shown at first; the earlier ones on request."""
ON_ITS_WAY, DELIVERED, FAILED = "on_its_way", "delivered", "failed"


@dataclass(slots=True)
class DateChange:
    """One setting of the delivery date or method, at `at` (UTC)."""

    at: datetime
    before: date | None
    after: date
    method: str | None
    reason: str
    cause: str = ""
    """Of the list of `core.orders.DelayReason`; blank where none was chosen."""


@dataclass(slots=True)
class SeenFile:
    """A file that is the customer's to see, its versions newest first, and the notes they gave with a verdict."""

    file: File
    versions: list[Revision]
    own_notes: dict[str, str] = field(default_factory=dict)
    """By a version's id: what the customer said with their verdict."""

    @property
    def newest(self) -> Revision:
        """The version that counts."""
        return self.versions[0]


Picture = UploadItem | CustomerPhoto


@dataclass(slots=True)
class SeenMessage:
    """A message of the chat with the customer. `mark` is what became of the customer's own words, else blank.

    `pictures` are clean copies of what came with it; `others` is what else did.
    """

    message: Message
    mark: str = ""
    pictures: list[Picture] = field(default_factory=list)
    others: list[Attachment] = field(default_factory=list)


@dataclass(slots=True)
class CustomerView:
    """One order as its customer sees it. `chat` is where they can write now; `earlier` counts messages left out."""

    order: Order
    customer: Customer
    partner: Partner | None
    milestones: list[Milestone]
    method: str | None
    day: date | None
    changes: list[DateChange]
    files: list[SeenFile]
    chat: Chat | None
    messages: list[SeenMessage]
    earlier: int
    feedback: list[Feedback]

    @property
    def drawings(self) -> list[SeenFile]:
        """Drawings, which the customer judges."""
        return [one for one in self.files if one.file.kind is FileKind.PRODUCTION_DRAWING]

    @property
    def photos(self) -> list[SeenFile]:
        """Photos of the goods."""
        return [one for one in self.files if one.file.kind is not FileKind.PRODUCTION_DRAWING]

    def takes_feedback(self, now: datetime) -> bool:
        """Whether what the customer says now still counts as feedback on this delivery."""
        until = self.order.feedback_until
        given = self.order.status in {Status.DELIVERED, Status.FEEDBACK_RECEIVED}
        return given and until is not None and now < until


def customer_view(store: Store, order_id: str, now: datetime, most: int | None = RECENT) -> CustomerView | None:
    """One order for its customer at this instant (UTC), with at most so many messages; None: no such order."""
    order = store.orders.get(order_id)
    customer = store.customers.get(order.customer_id) if order is not None else None
    if order is None or customer is None:
        return None
    chats = store.chats.find(order_id=order.id, audience=Audience.WITH_CUSTOMER)
    written = readable(store, chats, now)
    shown = written if most is None else written[-most:]
    method, day = _delivery(store, order)
    open_now = [chat for chat in chats if chat.epoch == order.epoch and chat.closed_at is None]
    return CustomerView(
        order=order,
        customer=customer,
        partner=store.partners.get(order.partner_id) if order.partner_id else None,
        milestones=sorted(store.milestones.find(order_id=order.id), key=lambda one: (one.date, one.key)),
        method=method,
        day=day,
        changes=_changes(store, order),
        files=_files(store, order),
        chat=open_now[-1] if open_now and order.status is not Status.CANCELLED else None,
        messages=_dressed(store, order, shown),
        earlier=len(written) - len(shown),
        feedback=store.feedback.find(order_id=order.id),
    )


def readable(store: Store, chats: Iterable[Chat], now: datetime) -> list[Message]:
    """What can be read in these chats, oldest first: all but Cutr's words that can still be taken back."""
    ids = frozenset(chat.id for chat in chats)
    live = store.shared_messages.find(chat_id=ids) if ids else []
    fresh = [one for one in live if one.party is Party.STAFF and now < one.recorded_at + UNDO_FOR]
    held = {one.id for one in fresh if not _sent_now(store, one, now)}
    return sorted((one for one in live if one.id not in held), key=lambda one: (one.sent_at, one.recorded_at))


def _sent_now(store: Store, message: Message, now: datetime) -> bool:
    """Whether somebody has pressed *Send now*."""
    postings = store.outbox.find(message_id=message.id, kind=DELIVER)
    return any(one.state is PostingState.SENT or one.not_before <= now for one in postings)


def _delivery(store: Store, order: Order) -> tuple[str | None, date | None]:
    """How and when the goods come, once somebody has said so."""
    for task in store.tasks.find(order_id=order.id, epoch=order.epoch, key=TaskKey.DELIVERY_SCHEDULE):
        if isinstance(task.value, dict):
            return str(task.value.get("method") or "") or None, task.date
    return None, None


def _changes(store: Store, order: Order) -> list[DateChange]:
    found: list[DateChange] = []
    for entry in store.shared_changes.find(order_id=order.id):
        new = entry.new if isinstance(entry.new, dict) else {}
        before = date.fromisoformat(entry.old) if isinstance(entry.old, str) else None
        method = str(new.get("method") or "") or None
        after, cause = date.fromisoformat(str(new["date"])), str(new.get("cause") or "")
        found.append(DateChange(entry.at, before, after, method, entry.reason or "", cause))
    return found


def _files(store: Store, order: Order) -> list[SeenFile]:
    theirs = sorted(store.shared_files.find(order_id=order.id), key=lambda one: one.created_at)
    notes = _own_notes(store, order) if theirs else {}
    seen: list[SeenFile] = []
    for file in theirs:
        versions = sorted(store.shared_revisions.find(file_id=file.id), key=lambda one: -one.number)
        own = {one.id: notes[file.id, one.reviewed_at] for one in versions if (file.id, one.reviewed_at) in notes}
        seen += [SeenFile(file, versions, own)] if versions else []
    return seen


def _own_notes(store: Store, order: Order) -> dict[tuple[str, datetime | None], str]:
    """What the customer said with a verdict, by file and instant; what Cutr noted is not theirs to read."""
    given = store.shared_verdicts.find(order_id=order.id)
    return {(str(one.new["file"]), one.at): one.reason or "" for one in given if isinstance(one.new, dict)}


def _dressed(store: Store, order: Order, messages: list[Message]) -> list[SeenMessage]:
    own = frozenset(one.id for one in messages if one.party is Party.CUSTOMER)
    postings: dict[str | None, list[Posting]] = {}
    for posting in store.outbox.find(message_id=own, kind=DELIVER) if own else []:
        postings.setdefault(posting.message_id, []).append(posting)
    pictures = _pictures(store, order) if any(one.attachments for one in messages) else {}
    return [_with_pictures(one, pictures, _mark(postings.get(one.id, [])) if one.id in own else "")
            for one in messages]  # fmt: skip


def _mark(postings: list[Posting]) -> str:
    states = {one.state for one in postings}
    if states & UNFINISHED or not states:
        return ON_ITS_WAY
    return FAILED if PostingState.FAILED in states else DELIVERED


def _pictures(store: Store, order: Order) -> dict[Attachment | str, Picture]:
    """Clean copies of what came with messages: by what it is on its platform, or the key of the customer's own."""
    found: dict[Attachment | str, Picture] = {}
    for item in store.shared_items.find(order_id=order.id):
        if item.copy is not None and item.mime.startswith("image/"):
            found[item.source] = item
    return found | {photo.blob: photo for photo in store.customer_photos.find(order_id=order.id)}


def _with_pictures(message: Message, pictures: dict[Attachment | str, Picture], mark: str) -> SeenMessage:
    seen = SeenMessage(message, mark)
    for one in message.attachments:
        picture = pictures.get(one.file_id if one.platform is Platform.PAGE else one)
        if picture is not None:
            seen.pictures.append(picture)
        else:
            seen.others.append(one)
    return seen


@dataclass(frozen=True, slots=True)
class Stored:
    """A clean copy in the file store: its key, its SHA-256 in hex, its media type."""

    key: str
    sha256: str
    mime: str


def stored_behind(store: Store, order_id: str, handle: str, now: datetime) -> Stored | None:
    """The clean copy behind an address of the page, `KIND-ID-SIZE`; None for whatever is not this customer's to see."""
    kind, _, rest = handle.partition("-")
    name, _, size = rest.rpartition("-")
    if size not in {"small", "full"}:
        return None
    if kind == "version":
        version = store.shared_revisions.get(name)
        return _copy_of(version, size) if version is not None and version.order_id == order_id else None
    view = customer_view(store, order_id, now, most=None)
    pictures = [one for message in view.messages for one in message.pictures] if view is not None else []
    for picture in pictures:
        if kind == "item" and isinstance(picture, UploadItem) and picture.id == name:
            return _copy_of(picture, size)
        if kind == "sent" and isinstance(picture, CustomerPhoto) and picture.id == name:
            small = size == "small"
            key, sha256 = (picture.preview, picture.preview_sha256) if small else (picture.blob, picture.sha256)
            return Stored(key, sha256, "image/jpeg")
    return None


def _copy_of(one: Revision | UploadItem, size: str) -> Stored | None:
    """The preview is always a picture; the copy is one unless it was made of something else."""
    key, sha256 = (one.preview, "preview_sha256") if size == "small" else (one.copy, "copy_sha256")
    mime = "image/jpeg" if size == "small" or one.mime.startswith("image/") else one.mime
    return Stored(key, str(one.facts[sha256]), mime) if key and sha256 in one.facts else None
