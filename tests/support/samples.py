"""Complete little things to store, each with the ids of what it hangs on: an order with its chats, places, postings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from core.chats import Attachment, Audience, Chat, MediaKind, Message, Place, PlaceKind, Platform
from core.files import File, FileKind, Review, Revision, UploadItem, UploadSet
from core.orders import Order
from core.outbox import Posting, Priority
from core.people import Customer, Partner, Party
from core.ports import Store
from core.richtext import RichText
from core.timeline import Entry

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def keep_order(store: Store, order_id: str = "o1", **more: Any) -> Order:
    """A stored order with its customer and partner."""
    if store.customers.get("cu1") is None:
        store.customers.add(Customer("cu1", "Ada Żółć", "ada@example.org"))
        store.partners.add(Partner("pa1", "Houtbouw BV"))
    return store.orders.add(replace(Order(order_id, f"REF-{order_id}", "Table", "cu1", NOON), **more))


def keep_chat(store: Store, audience: Audience = Audience.CUTR_ONLY, chat_id: str = "ch1") -> Chat:
    """A stored chat, of order `o1`."""
    if store.orders.get("o1") is None:
        keep_order(store)
    return store.chats.add(Chat(chat_id, "o1", 1, audience))


def a_place(place_id: str = "pl1", **more: Any) -> Place:
    """A partner's Telegram topic."""
    place = Place(
        place_id, Platform.TELEGRAM, PlaceKind.TOPIC, Party.PARTNER, Audience.CUTR_ONLY, "-100", thread=place_id
    )
    return replace(place, **more)


def a_message(message_id: str = "m1", **more: Any) -> Message:
    """A partner's words in chat `ch1`."""
    message = Message(
        message_id,
        "ch1",
        "o1",
        Audience.CUTR_ONLY,
        Party.PARTNER,
        "telegram:7",
        "Jan",
        RichText.of("Hello"),
        NOON,
        NOON,
    )
    return replace(message, **more)


def a_posting(posting_id: str = "po1", **more: Any) -> Posting:
    """Words for place `pl1`, due at noon."""
    place = more.get("place_id", "pl1")
    posting = Posting(
        id=posting_id, kind="DeliverMessage", place_id=place, strand=f"place:{place}", lane="telegram:-100",
        audience=Audience.CUTR_ONLY, party=Party.PARTNER, priority=Priority.WORDS, position=0,
        not_before=NOON, created_at=NOON,
    )  # fmt: skip
    return replace(posting, **more)


def an_entry(entry_id: str, order_id: str = "o1", **more: Any) -> Entry:
    """A line of the diary."""
    return replace(Entry(entry_id, order_id, NOON, NOON, "slack:U1", "Eva", "staff", "order_assigned"), **more)


def an_upload_set(set_id: str = "us1", **more: Any) -> UploadSet:
    """What Jan sent in one go, in no place of ours."""
    made = UploadSet(set_id, "o1", Audience.CUTR_ONLY, None, "telegram:7", "Jan", Party.PARTNER, NOON, NOON)
    return replace(made, **more)


def an_upload_item(item_id: str = "ui1", **more: Any) -> UploadItem:
    """A photo of set `us1`."""
    photo = Attachment(MediaKind.PHOTO, Platform.TELEGRAM, "f1", "u1", "a.jpg", "image/jpeg", 12)
    return replace(UploadItem(item_id, "us1", "o1", f"telegram:7:1:{item_id}", photo, NOON), **more)


def a_file(file_id: str = "fi1", **more: Any) -> File:
    """A finished photo of set `us1`."""
    made = File(
        file_id, "o1", FileKind.FINISHED_PHOTO, "Production Files/Finished products", f"{file_id}.jpg", "IMG_1.jpg",
        Audience.CUTR_ONLY, "us1", 1, Review.PENDING, NOON, "telegram:7", "Jan", Party.PARTNER,
    )  # fmt: skip
    return replace(made, **more)


def a_revision(revision_id: str = "rv1", **more: Any) -> Revision:
    """The first version of file `fi1`."""
    made = Revision(
        revision_id, "fi1", "o1", 1, "ab/0", "sha", 12, "image/jpeg", NOON, "telegram:7", "Jan", "ab/1", "ab/2",
    )  # fmt: skip
    return replace(made, **more)
