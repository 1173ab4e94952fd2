"""Parcels: a posting together with everything its renderer needs, read in the transaction that claims it.

Adapters get parcels and nothing else: they have no store and take no decision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.chats import Copy, Message, Place
from core.file_views import UploadView, upload_view
from core.files import File, FileKind, SlipVersion, UploadItem
from core.notice_data import CLASSES, from_data
from core.notices import ChatMail, FeedbackNotice, MissedMail, Notice
from core.orders import Order
from core.outbox import Posting
from core.outbox_kinds import DELIVER, EDIT, MARK, RECAP, RETRACT
from core.people import Partner
from core.ports import Store
from core.recaps import missed_words, recalled
from core.views import OrderView, order_view

UNDO_FOR = timedelta(seconds=10)
"""Cutr's words are not shown to the customer before that."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A message that the customer has not seen, and the workshop whose words it is."""

    message: Message
    partner: Partner | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture in the file store under a name."""

    name: str
    blob: str
    sha256: str


@dataclass(slots=True)
class Parcel:
    """`reply_to` is the external id, in this place, of the message that is answered, and `answered` that message.

    `order` comes with the customer's words: it says whether their name does too.
    `copies` are this place's copies, `marks_before` (on Slack) the marks that the message has carried so far.
    `recap` are the last words of a chat that was opened anew, `missed` those for a digest mail, each with its order.
    `unread` is what a `ChatMail` tells: oldest first, empty when there is nothing to tell any more.
    `evidence` are the pictures beside a complaint: the customer's, then what was photographed finished and packed.
    `zone` and `language` are the reader's. `uncertain` is set when an earlier attempt may have arrived.
    """

    posting: Posting
    place: Place
    view: OrderView | None = None
    order: Order | None = None
    message: Message | None = None
    notice: Notice | None = None
    copies: list[Copy] = field(default_factory=list)
    reply_to: str | None = None
    answered: Message | None = None
    author_partner: Partner | None = None
    upload: UploadView | None = None
    item: UploadItem | None = None
    slip: SlipVersion | None = None
    marks_before: frozenset[str] = frozenset()
    recap: list[Message] = field(default_factory=list)
    missed: list[tuple[Order, Message]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    evidence: list[Picture] = field(default_factory=list)
    zone: str = "Europe/Amsterdam"
    language: str = "en"
    uncertain: bool = False


def parcel_for(store: Store, posting: Posting, *, uncertain: bool, staff_zone: str = "Europe/Amsterdam") -> Parcel:
    """Everything for sending this posting now."""
    place = store.places.get(posting.place_id)
    assert place is not None, "the schema keeps a posting's place"
    parcel = Parcel(posting, place, zone=staff_zone, language=place.language, uncertain=uncertain)
    if place.partner_id and place.party == "partner" and posting.kind not in {DELIVER, EDIT, RETRACT, MARK}:
        # Words of people carry no dates of ours: nobody's zone is asked for.
        partner = store.partners.get(place.partner_id)
        parcel.zone = partner.time_zone if partner else staff_zone
    if posting.message_id and posting.kind in {DELIVER, EDIT, RETRACT, MARK}:
        _add_message(store, parcel, posting.message_id)
    elif posting.order_id:
        parcel.view = order_view(store, posting.order_id)
    _add_file_side(store, parcel)
    if posting.kind == RECAP:
        parcel.recap, parcel.author_partner = recalled(store, place), parcel.view.partner if parcel.view else None
    elif posting.kind == MissedMail.__name__:
        parcel.missed = missed_words(store, posting)
    if posting.kind == ChatMail.__name__:
        _add_unread(store, parcel)
    elif posting.kind == FeedbackNotice.__name__ and not posting.body.get("late"):
        _add_evidence(store, parcel)
    if posting.kind in CLASSES:
        parcel.notice = from_data(posting.kind, posting.body)
    return parcel


def _add_message(store: Store, parcel: Parcel, message_id: str) -> None:
    if parcel.posting.kind != DELIVER:
        parcel.copies = store.copies.find(message_id=message_id, place_id=parcel.place.id)
    if parcel.posting.kind == MARK:
        # A mark shows no words: who wrote them and what they answer is not asked for.
        if parcel.place.platform == "slack":
            parcel.marks_before = _marks_before(store, message_id)
        return
    message = parcel.message = store.messages.get(message_id)
    if message is None:
        return
    if parcel.place.kind == "private" or parcel.place.state == "wanted":
        parcel.view = order_view(store, message.order_id)
    if message.reply_to_id:
        answered = store.copies.find(message_id=message.reply_to_id, place_id=parcel.place.id)
        parcel.reply_to = answered[0].external_id if answered else None
        parcel.answered = _in_same_chat(store.messages.get(message.reply_to_id), message)
    if message.party == "partner":
        parcel.author_partner = _partner_of(store, message)
    elif message.party == "customer":
        parcel.order = store.orders.get(message.order_id)


def _add_unread(store: Store, parcel: Parcel) -> None:
    """What is still to be read of the messages that the mail was queued for; taken back ones are not among them."""
    if parcel.view is None:
        return
    order, ids = parcel.view.order, parcel.posting.body["messages"]
    assert isinstance(ids, list), "the notice's messages"
    found = store.shared_messages.find(id=frozenset(map(str, ids)), order_id=order.id)
    fresh = [one for one in found if order.customer_seen_at is None or order.customer_seen_at < _shown_from(one)]
    fresh.sort(key=lambda one: (one.sent_at, one.recorded_at))
    parcel.unread = [Unread(one, _partner_of(store, one) if one.party == "partner" else None) for one in fresh]


def _shown_from(message: Message) -> datetime:
    return message.recorded_at + UNDO_FOR if message.party == "staff" else message.recorded_at


def _add_evidence(store: Store, parcel: Parcel) -> None:
    given = store.feedback.get(str(parcel.posting.body.get("feedback_id") or ""))
    keys = frozenset(photo.file_id for photo in given.photos) if given else frozenset()
    for photo in store.customer_photos.find(blob=keys) if keys else []:
        parcel.evidence.append(Picture(photo.name, photo.preview, photo.preview_sha256))
    for file in parcel.view.files if parcel.view else []:
        if file.kind in {FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO}:
            parcel.evidence += _preview(store, file)


def _preview(store: Store, file: File) -> list[Picture]:
    newest = store.revisions.find(file_id=file.id, number=file.revision)
    return [Picture(file.name, one.preview, str(one.facts.get("preview_sha256"))) for one in newest if one.preview]


def _marks_before(store: Store, message_id: str) -> frozenset[str]:
    earlier = store.outbox.find(message_id=message_id, kind=MARK)
    return frozenset(str(one.body.get("mark")) for one in earlier if one.attempts or one.state == "sent")


def _partner_of(store: Store, message: Message) -> Partner | None:
    """Whose words these are: the partner it was written at, or the order's when it was moved here."""
    origin = store.places.get(message.origin_place_id) if message.origin_place_id else None
    found = origin.partner_id if origin else None
    if found is None:
        order = store.orders.get(message.order_id)
        found = order.partner_id if order else None
    return store.partners.get(found) if found else None


def _in_same_chat(answered: Message | None, message: Message) -> Message | None:
    """A quote never crosses from one chat into another (reliability.md T2)."""
    return answered if answered is not None and answered.chat_id == message.chat_id else None


def _add_file_side(store: Store, parcel: Parcel) -> None:
    body = parcel.posting.body
    if "set" in body:
        parcel.upload = upload_view(store, str(body["set"]))
    elif "item" in body:
        parcel.item = store.upload_items.get(str(body["item"]))
    elif "slip" in body:
        parcel.slip = store.slips.get(str(body["slip"]))
