"""Reliability.md I18 on the reading side: whatever is asked of the customer's views, nothing else is in them.

The questions here leave out every check that the code makes: they ask by ids that a bug could hand over.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from core.chats import Audience, Message, MessageState
from core.customer_views import customer_view, readable, stored_behind
from core.files import File, FileKind, SetState
from core.ports import Database, Store
from core.richtext import RichText
from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.schema_shared import drop_views, make_views, views
from tests.support.samples import (
    NOON,
    a_file,
    a_message,
    a_revision,
    an_entry,
    an_upload_item,
    an_upload_set,
    keep_chat,
)

SECRET, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
CANARY = "canary-4711"


def fill(store: Store) -> None:
    """Two chats with the same things in both; what is not the customer's carries the canary."""
    for audience, chat in ((SECRET, "secret"), (SHARED, "shared")):
        words = CANARY if audience is SECRET else "hello"
        keep_chat(store, audience, chat)
        message = a_message(chat, chat_id=chat, audience=audience, body=RichText.of(words))
        store.messages.add(message)
        for state in (MessageState.HELD, MessageState.RETRACTED):
            store.messages.add(replace(message, id=f"{chat}-{state}", state=state, body=RichText.of(CANARY)))
        _file(store, audience, chat, FileKind.FINISHED_PHOTO)
    _file(store, SHARED, "sample", FileKind.SAMPLE_PHOTO)
    _file(store, SHARED, "gone", FileKind.PACKED_PHOTO, withdrawn=True)
    store.upload_sets.add(an_upload_set("undone", audience=SHARED, state=SetState.UNDONE))
    store.upload_items.add(an_upload_item("undone", set_id="undone"))
    store.entries.add(an_entry("e1", event="message_edited", old=CANARY))
    store.entries.add(an_entry("e2", event="delivery_date_changed", new={"date": "2030-01-20"}, reason="told"))


def _file(store: Store, audience: Audience, name: str, kind: FileKind, *, withdrawn: bool = False) -> File:
    store.upload_sets.add(an_upload_set(name, audience=audience, state=SetState.FILED))
    gone = NOON if withdrawn else None
    file = a_file(name, audience=audience, kind=kind, set_id=name, withdrawn_at=gone, original_name=CANARY)
    store.files.add(file)
    facts: dict[str, object] = {"preview_sha256": "p", "copy_sha256": "c"}
    store.revisions.add(a_revision(name, file_id=name, facts=facts, preview=f"{name}/p", copy=f"{name}/c"))
    store.upload_items.add(an_upload_item(name, set_id=name, file_id=name))
    return file


@pytest.fixture(autouse=True)
async def _filled(database: Database) -> None:
    await database.run(fill)


async def test_a_view_holds_what_the_customer_may_read_and_no_more(database: Database) -> None:
    def ids(store: Store) -> dict[str, list[str]]:
        return {
            "messages": [one.id for one in store.shared_messages.find()],
            "files": [one.id for one in store.shared_files.find()],
            "revisions": [one.id for one in store.shared_revisions.find()],
            "items": sorted(one.id for one in store.shared_items.find()),
            "changes": [one.id for one in store.shared_changes.find()],
        }

    assert await database.read(ids) == {
        "messages": ["shared"], "files": ["shared"], "revisions": ["shared"], "items": ["gone", "sample", "shared"],
        "changes": ["e2"],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["secret", "secret-held", "shared-held", "shared-retracted", "gone", "sample", "e1"])
async def test_no_id_opens_what_is_not_theirs(database: Database, name: str) -> None:
    def look(store: Store) -> list[object]:
        shelves = (store.shared_messages, store.shared_files, store.shared_revisions, store.shared_changes)
        return [found for shelf in shelves for found in (shelf.get(name), *shelf.find(id=name)) if found is not None]

    assert await database.read(look) == []


async def test_the_right_questions_about_the_wrong_chat_are_answered_with_nothing(database: Database) -> None:
    def look(store: Store) -> list[Message]:
        secret = store.chats.get("secret")
        assert secret is not None
        found = store.shared_messages.find(chat_id=secret.id, audience=SECRET)
        return [*readable(store, [secret], NOON), *found, *store.shared_messages.find(chat_id=frozenset({"secret"}))]

    assert await database.read(look) == []


async def test_the_customers_picture_of_the_order_knows_no_secret(database: Database) -> None:
    def look(store: Store) -> str:
        view = customer_view(store, "o1", NOON, None)
        assert view is not None
        shown = (view.messages, view.changes, [one.newest.copy for one in view.files], view.feedback, view.milestones)
        return repr(shown)

    told = await database.read(look)
    assert "hello" in told
    assert "told" in told
    assert CANARY not in told


@pytest.mark.parametrize("name", ["version-secret", "version-gone", "version-sample", "item-secret", "item-undone"])
@pytest.mark.parametrize("size", ["small", "full"])
async def test_no_address_of_the_page_leads_to_a_file_that_is_not_theirs(
    database: Database, name: str, size: str
) -> None:
    assert await database.read(lambda store: stored_behind(store, "o1", f"{name}-{size}", NOON)) is None
    kept = await database.read(lambda store: stored_behind(store, "o1", f"version-shared-{size}", NOON))
    assert kept is not None
    assert kept.key == ("shared/p" if size == "small" else "shared/c")


def test_the_views_can_be_taken_away_for_a_step_and_made_again(database_url: str) -> None:
    where = parsed(database_url)
    engine = sqlite_engine(where) if where.get_backend_name() == "sqlite" else postgres_engine(where, pool_size=1)
    with engine.begin() as connection:
        made = set(sa.inspect(connection).get_view_names())
        assert made == set(views.tables)
        drop_views(connection)
        drop_views(connection)
        assert sa.inspect(connection).get_view_names() == []
        connection.execute(sa.text("ALTER TABLE messages ADD COLUMN later TEXT"))
        make_views(connection)
        columns = {column["name"] for column in sa.inspect(connection).get_columns("shared_messages")}
    engine.dispose()
    assert "later" in columns
