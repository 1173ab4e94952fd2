"""A database with many orders, each as full as a running one: ten messages in two chats, files, a diary, letters out.

One order goes through the real door and is given what people would say in it; the others are its copies.
"""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from benchmarks.copies import NUMBER, Numbered, multiply
from bots.app.house import hash_code, new_code
from bots.app.workdays import is_holiday
from core import commands as c
from core.chats import Attachment, Audience, Copy, MediaKind, Message, Place, PlaceState, Platform
from core.dispatch import Dispatcher
from core.files import File, FileKind, Review, Revision, UploadItem, UploadSet
from core.outbox import Posting, PostingState, Priority
from core.outbox_kinds import DELIVER
from core.people import Actor, Customer, MemberRole, Partner, Party, Role
from core.ports import House, Store
from core.richtext import RichText
from storage import schema, schema_files
from storage.database import SqlDatabase, open_database
from storage.engines import parsed, sqlite_engine
from storage.migrating import migrate
from storage.paces import Paces
from storage.schema_traffic import outbox

REFERENCE = "B"
WORDS = "The panels are cut and the first coat is on them; the second follows tomorrow, then we pack on Thursday."
MESSAGES_IN_EACH_CHAT = 5
ASSIGNED = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)
STAFF = Actor(Role.STAFF, "slack:U0ANNA", "Anna")
PARTIES = (Party.CUSTOMER, Party.STAFF, Party.PARTNER)
HOUR = timedelta(hours=1) // timedelta(microseconds=1)

_NUMBERED: Numbered = {
    schema.customers: ("id",),
    schema.orders: ("id", "reference", "customer_id"),
    schema.tasks: ("id", "order_id"),
    schema.milestones: ("id", "order_id"),
    schema.chats: ("id", "order_id"),
    schema.places: ("id", "order_id", "chat_id", "thread"),
    schema.messages: ("id", "order_id", "chat_id", "origin_place_id"),
    schema.copies: ("id", "message_id", "place_id", "external_id"),
    schema.deadlines: ("id", "subject"),
    schema.entries: ("id", "order_id"),
    schema_files.upload_sets: ("id", "order_id"),
    schema_files.files: ("id", "order_id", "set_id"),
    schema_files.revisions: ("id", "order_id", "file_id"),
    schema_files.upload_items: ("id", "order_id", "set_id", "file_id", "origin"),
    outbox: ("id", "message_id", "order_id", "place_id", "strand"),
}


def fill(path: Path, orders: int) -> str:
    """A new database at `path` with so many orders, ten messages each; the first order's id, whose copies are asked."""
    url = f"sqlite:///{path}"
    migrate(url)
    order_id = asyncio.run(_one(url))
    engine = sqlite_engine(parsed(url))
    with engine.connect() as connection:
        # A file that is thrown away needs no journal, and copies point where the first rows did.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -400000"):
            connection.exec_driver_sql(f"PRAGMA {setting}")
        connection.exec_driver_sql("BEGIN")
        created = schema.orders.c.created_at
        multiply(connection, _NUMBERED, orders, {created: created + NUMBER * HOUR})
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("ANALYZE")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    engine.dispose()
    return order_id


async def _one(url: str) -> str:
    database = open_database(url, Paces())
    try:
        order_id = await _through_the_door(database)
        await database.run(lambda store: _talk(store, order_id))
        await database.run(lambda store: _file(store, order_id))
        return order_id
    finally:
        await database.close()


async def _through_the_door(database: SqlDatabase) -> str:
    numbers = itertools.count(1)
    house = House("C0ORDERS", lambda: f"i{next(numbers)}", new_code, hash_code, is_holiday, mail_enabled=False)
    dispatcher = Dispatcher(database, house, lambda: ASSIGNED)
    partner = await dispatcher.dispatch(c.AddPartner("W", "en", "Europe/Amsterdam", True, "w@example.com", -100), STAFF)
    assert isinstance(partner, Partner)
    await dispatcher.dispatch(c.AddMember(partner.id, "Jan", MemberRole.ADMIN, telegram_user_id=5), STAFF)
    customer = await dispatcher.dispatch(c.AddCustomer("Ann", "ann@example.com"), STAFF)
    assert isinstance(customer, Customer)
    order = await dispatcher.dispatch(c.CreateOrder(REFERENCE, "Oak kitchen", customer.id), STAFF)
    order_id = str(order.id)  # type: ignore[attr-defined]
    await dispatcher.dispatch(c.AssignOrder(order_id, partner.id), STAFF)
    return order_id


def _talk(store: Store, order_id: str) -> None:
    """Everything that was queued has been sent, every place is open, and people have spoken in both chats."""
    for posting in store.outbox.find(order_id=order_id):
        store.outbox.save(_sent(posting))
    for chat in store.chats.find(order_id=order_id):
        places = store.places.find(chat_id=chat.id)
        for place in places:
            place.state, place.thread, place.card = PlaceState.OPEN, place.id, place.id
            store.places.save(place)
        for number in range(MESSAGES_IN_EACH_CHAT):
            party = PARTIES[number % 3] if chat.audience is Audience.WITH_CUSTOMER else PARTIES[1 + number % 2]
            _say(store, Message(
                f"{chat.id}m{number}", chat.id, order_id, chat.audience, party, f"{party}:5", "Jan",
                RichText.of(WORDS), ASSIGNED + timedelta(hours=number), ASSIGNED + timedelta(hours=number),
                origin_place_id=places[0].id, attachments=[_picture(f"{order_id}f1")] if number == 0 else [],
            ), places[-1])  # fmt: skip


def _say(store: Store, message: Message, place: Place) -> None:
    store.messages.add(message)
    store.copies.add(Copy(f"{message.id}c", message.id, place.id, place.platform, place.channel, message.id))
    store.outbox.post(_sent(Posting(
        f"{message.id}p", DELIVER, place.id, place.id, place.lane, message.audience, place.party, Priority.WORDS, 0,
        ASSIGNED, ASSIGNED, order_id=message.order_id, message_id=message.id,
    )))  # fmt: skip


def _sent(posting: Posting) -> Posting:
    posting.state, posting.sent_at = PostingState.SENT, ASSIGNED
    return posting


def _file(store: Store, order_id: str) -> None:
    """A drawing to judge and a photo of the goods, both the customer's to see."""
    shared = Audience.WITH_CUSTOMER
    for number, kind in enumerate((FileKind.PRODUCTION_DRAWING, FileKind.FINISHED_PHOTO)):
        one = f"{order_id}f{number}"
        store.upload_sets.add(UploadSet(
            one, order_id, shared, None, "telegram:5", "Jan", Party.PARTNER, ASSIGNED, ASSIGNED,
        ))  # fmt: skip
        store.files.add(File(
            one, order_id, kind, "Production Files", f"{one}.jpg", "a.jpg", shared, one, 1, Review.PENDING, ASSIGNED,
            "telegram:5", "Jan", Party.PARTNER,
        ))  # fmt: skip
        store.revisions.add(Revision(
            one, one, order_id, 1, "ab/0", "sha", 12, "image/jpeg", ASSIGNED, "telegram:5", "Jan", "ab/1", "ab/2",
        ))  # fmt: skip
        store.upload_items.add(UploadItem(one, one, order_id, one, _picture(one), ASSIGNED, file_id=one))


def _picture(one: str) -> Attachment:
    return Attachment(MediaKind.PHOTO, Platform.TELEGRAM, one, one, "a.jpg", "image/jpeg", 12)


def rows(path: Path) -> dict[str, int]:
    """How many orders and messages there are."""
    engine = sqlite_engine(parsed(f"sqlite:///{path}"))
    with engine.connect() as connection:
        found = {
            name: int(
                connection.execute(sa.select(sa.func.count()).select_from(schema.metadata.tables[name])).scalar_one()
            )
            for name in ("orders", "messages")
        }
    engine.dispose()
    return found
