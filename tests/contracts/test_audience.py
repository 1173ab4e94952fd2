"""Reliability.md I18: whatever the code does, the database ties nothing of the Cutr-only chat to the customer.

Rows are planted behind the application's back, on a migrated database of each kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from core.chats import Audience, Place, PlaceKind, Platform
from core.files import File, Revision, UploadSet
from core.people import Party
from core.ports import Store
from storage import schema, schema_files
from storage.collections import Shape
from storage.database import SqlDatabase
from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.outbox import POSTINGS
from storage.schema_traffic import outbox
from tests.support.samples import (
    a_file,
    a_message,
    a_place,
    a_posting,
    a_revision,
    an_upload_set,
    keep_chat,
    keep_order,
)

SECRET, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
MAILBOX = Place("mail", Platform.MAIL, PlaceKind.MAILBOX, Party.CUSTOMER, SHARED, "ada@example.org", chat_id="shared")
PLACES = Shape(Place, schema.places)
SETS = Shape(UploadSet, schema_files.upload_sets)
FILES = Shape(File, schema_files.files)
REVISIONS = Shape(Revision, schema_files.revisions)


@pytest.fixture
def connection(database_url: str) -> Iterator[sa.Connection]:
    url = parsed(database_url)
    engine = sqlite_engine(url) if url.get_backend_name() == "sqlite" else postgres_engine(url, pool_size=1)
    with engine.connect() as connected:
        yield connected
    engine.dispose()


@pytest.fixture(autouse=True)
async def _two_chats(sql: SqlDatabase) -> None:
    def fill(store: Store) -> None:
        keep_chat(store, SECRET, "secret")
        keep_chat(store, SHARED, "shared")
        store.places.add(MAILBOX)
        store.places.add(a_place("topic", chat_id="secret"))
        store.places.add(a_place("shared topic", chat_id="shared", audience=SHARED))
        store.messages.add(a_message("note", chat_id="secret"))
        store.messages.add(a_message("word", chat_id="shared", audience=SHARED))
        store.upload_sets.add(an_upload_set(place_id="topic"))
        store.files.add(a_file())
        keep_order(store, "o2")

    await sql.run(fill)


def _place(**more: Any) -> sa.Insert:
    row = PLACES.params(replace(MAILBOX, id="planted", channel="b@example.org")) | more
    return sa.insert(schema.places).values({name: row[name] for name in PLACES.names})


def _posting(**more: Any) -> sa.Insert:
    fine = a_posting("planted", place_id="mail", message_id="word", audience=SHARED, party=Party.CUSTOMER)
    row = POSTINGS.params(fine) | {"place_audience": "with_customer"} | more
    return sa.insert(outbox).values({name: row[name] for name in [*POSTINGS.names, "place_audience"] if name != "seq"})


def _upload_set(**more: Any) -> sa.Insert:
    row = SETS.params(an_upload_set("planted", place_id="topic")) | more
    return sa.insert(schema_files.upload_sets).values({name: row[name] for name in SETS.names})


def _file(**more: Any) -> sa.Insert:
    row = FILES.params(a_file("planted")) | more
    return sa.insert(schema_files.files).values({name: row[name] for name in FILES.names})


def _revision(**more: Any) -> sa.Insert:
    row = REVISIONS.params(a_revision("planted")) | more
    return sa.insert(schema_files.revisions).values({name: row[name] for name in REVISIONS.names})


def _refused(connection: sa.Connection, change: sa.Executable) -> bool:
    try:
        with connection.begin():
            connection.execute(change)
    except sa.exc.IntegrityError:
        return True
    return False


def test_the_planted_rows_would_fit_if_they_leaked_nothing(connection: sa.Connection) -> None:
    assert not _refused(connection, _place())
    assert not _refused(connection, _posting())
    assert not _refused(connection, _upload_set())
    assert not _refused(connection, _file())
    assert not _refused(connection, _revision())


@pytest.mark.parametrize(
    "leak",
    [
        pytest.param(_place(chat_id="secret"), id="the customer's box on the Cutr-only chat"),
        pytest.param(_place(chat_id="secret", audience="cutr_only"), id="the same, honestly labelled"),
        pytest.param(_place(chat_id=None, audience="cutr_only"), id="a Cutr-only place of the customer"),
        pytest.param(
            _place(id="page-o1", platform="page", kind="page", chat_id=None, audience="cutr_only"),
            id="a page of the customer for Cutr-only words",
        ),
        pytest.param(_posting(kind="ChatMail", message_id="note"), id="a Cutr-only message in the chat's mail"),
        pytest.param(_place(chat_id="secret", party="partner"), id="a shared place on the Cutr-only chat"),
        pytest.param(_posting(message_id="note"), id="a Cutr-only message posted as shared"),
        pytest.param(_posting(message_id="note", audience="cutr_only"), id="the same, honestly labelled"),
        pytest.param(_posting(audience="cutr_only", message_id=None), id="a Cutr-only notice to the customer"),
        pytest.param(
            _posting(audience="cutr_only", message_id=None, party="partner"), id="the same, as if for the partner"
        ),
        pytest.param(
            _posting(audience="cutr_only", message_id="note", party="partner", place_id="shared topic"),
            id="a Cutr-only message into the topic the customer reads",
        ),
        pytest.param(
            _posting(
                audience="cutr_only", message_id="note", party="partner", place_id="shared topic",
                place_audience="cutr_only",
            ),
            id="the same, with a lie about the topic",
        ),
        pytest.param(
            sa.update(schema.messages).where(schema.messages.c.id == "note").values(audience="with_customer"),
            id="a message that changes its audience",
        ),
        pytest.param(
            sa.update(schema.chats).where(schema.chats.c.id == "secret").values(audience="with_customer", epoch=2),
            id="a chat that changes its audience",
        ),
        pytest.param(
            sa.update(schema.places).where(schema.places.c.id == "mail").values(chat_id="secret"),
            id="the customer's box moved to the Cutr-only chat",
        ),
        pytest.param(_upload_set(audience="everybody"), id="a set for readers that there are not"),
        pytest.param(_file(audience="with_customer"), id="a Cutr-only set's file labelled as shared"),
        pytest.param(_file(audience="everybody"), id="a file for readers that there are not"),
        pytest.param(_file(order_id="o2"), id="a file of one order in another's"),
        pytest.param(_revision(order_id="o2"), id="a revision of one order's file in another's"),
        pytest.param(
            sa.update(schema_files.files).where(schema_files.files.c.id == "fi1").values(audience="with_customer"),
            id="a file that changes its audience",
        ),
        pytest.param(
            sa.update(schema_files.upload_sets).where(schema_files.upload_sets.c.id == "us1")
            .values(audience="with_customer"),
            id="a set that changes its audience",
        ),
    ],
)  # fmt: skip
def test_the_database_refuses_a_leak(connection: sa.Connection, leak: sa.Executable) -> None:
    assert _refused(connection, leak)


async def test_the_outbox_tells_the_truth_about_a_place(sql: SqlDatabase) -> None:
    def post(store: Store) -> None:
        store.outbox.post(a_posting("leak", place_id="shared topic", message_id="note"))

    with pytest.raises(Exception, match="ck_outbox_audience"):
        await sql.run(post)
