"""One check in the code taken away: the next one, in the end the schema, still lets nothing inner through (I18).

Each test removes one guard, as a bug would, and then tries what it stood against, on each kind of database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from bots.customer import letters
from bots.customer.display import Sheet
from bots.outgoing import SendRefused
from core import notices as n
from core.chats import Attachment, Audience, MediaKind, Message, Place, PlaceKind, Platform
from core.customer_views import customer_view
from core.files import FileKind
from core.handlers import spots
from core.notice_data import as_data
from core.outbox import Posting, Priority
from core.parcels import parcel_for
from core.people import CLOCK, Party, Role
from core.ports import Store
from core.richtext import RichText
from core.work import Work
from storage.database import SqlDatabase
from tests.contracts.test_shared_views import CANARY, fill
from tests.support.desk import a_house
from tests.support.samples import NOON, a_file, a_message, a_revision, an_entry, an_upload_set

SECRET, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
MAILBOX = Place("mail", Platform.MAIL, PlaceKind.MAILBOX, Party.CUSTOMER, SHARED, "ada@example.org")
INNER = n.TodosNudge("REF-o1", "o1", CANARY, (CANARY,), NOON)
LATER = NOON + timedelta(hours=1)


def link(_order: object) -> str:
    return "https://orders.cutr.example/c/x"


@pytest.fixture(autouse=True)
async def _two_chats(sql: SqlDatabase) -> None:
    def more(store: Store) -> None:
        fill(store)
        store.places.add(MAILBOX)
        order = store.orders.lock("o1")
        assert order is not None
        order.notes, order.price = CANARY, CANARY
        store.orders.save(order)
        store.entries.add(an_entry("e3", event="file_rejected", new={"file": "plan"}, reason=CANARY))
        store.entries.add(an_entry("e4", event="file_rejected", new={"file": "plan"}, reason="too small",
                                   actor_role=Role.CUSTOMER))  # fmt: skip
        sent = Attachment(MediaKind.PHOTO, Platform.PAGE, "blob", "sha", "a.jpg", "image/jpeg", 12)
        store.messages.add(
            a_message("own", chat_id="shared", audience=SHARED, party=Party.CUSTOMER, attachments=[sent])
        )
        store.upload_sets.add(an_upload_set("plan", audience=SHARED))
        plan = a_file("plan", kind=FileKind.PRODUCTION_DRAWING, audience=SHARED, set_id="plan", original_name=CANARY)
        store.files.add(plan)
        store.revisions.add(a_revision("plan", file_id="plan", reviewed_at=NOON, review_note=CANARY))

    await sql.run(more)


def at_work(store: Store) -> Work:
    return Work(store, a_house(), CLOCK, NOON)


def unguarded(work: Work, place: Place, kind: str, *, audience: Audience, **more: Any) -> None:
    """`spots.post` without its check."""
    work.store.outbox.post(Posting(
        "leak", kind, place.id, place.id, place.lane, audience, place.party, Priority.NOTICE, 0, NOON, NOON,
        more.get("body") or {}, more.get("order_id"), more.get("message_id"),
    ))  # fmt: skip


async def refused(sql: SqlDatabase, job: Callable[[Store], object], why: str) -> None:
    """Fails unless the database refuses, and keeps nothing of it."""
    with pytest.raises(Exception, match=why):
        await sql.run(job)
    assert await sql.read(lambda store: [one for one in store.outbox.find() if one.id == "leak"]) == []


async def test_without_the_check_in_post(sql: SqlDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(spots.WrongAudience):
        await sql.run(lambda store: spots.say(at_work(store), MAILBOX, INNER))
    monkeypatch.setattr(spots, "post", unguarded)
    await refused(sql, lambda store: spots.say(at_work(store), MAILBOX, INNER), "ck_outbox_")


async def test_with_a_place_that_lies_about_its_reader(sql: SqlDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spots, "post", unguarded)
    lying = Place("mail", Platform.MAIL, PlaceKind.MAILBOX, Party.PARTNER, SECRET, "ada@example.org")
    await refused(sql, lambda store: spots.say(at_work(store), lying, INNER), "(?i)foreign|ck_outbox_")


async def test_without_the_family_of_a_notice(sql: SqlDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever `say` takes an inner notice for, no letter is made of it."""
    monkeypatch.setattr(spots, "CutrOnlyNotice", type("Nobody", (), {}))

    def job(store: Store) -> None:
        spots.say(at_work(store), MAILBOX, INNER, store.orders.get("o1"))

    await sql.run(job)
    (leak,) = await sql.read(lambda store: store.outbox.find(place_id="mail"))
    parcel = await sql.read(lambda store: parcel_for(store, leak, uncertain=False))
    with pytest.raises(SendRefused):
        letters.letter_for(parcel, link)


async def test_without_the_check_in_the_letter(sql: SqlDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "Audience", type("Everybody", (), {"WITH_CUSTOMER": SECRET}))
    with pytest.raises(spots.WrongAudience):
        await sql.run(lambda store: spots.say(at_work(store), MAILBOX, INNER))
    assert await sql.read(lambda store: store.outbox.find(place_id="mail")) == []


@pytest.mark.parametrize("name", ["secret", "secret-held", "shared-held", "shared-retracted"])
async def test_without_the_checks_of_who_is_away(sql: SqlDatabase, name: str) -> None:
    """A mail of the chat that was queued for an inner message, or one that was taken back, finds no words to tell."""
    mail = n.ChatMail("REF-o1", "o1", "Table", (name,), 0)

    def job(store: Store) -> Posting:
        unguarded(at_work(store), MAILBOX, "ChatMail", audience=SHARED, body=as_data(mail), order_id="o1")
        return store.outbox.find(place_id="mail")[0]

    leak = await sql.run(job)
    parcel = await sql.read(lambda store: parcel_for(store, leak, uncertain=False))
    assert parcel.unread == []
    letter = letters.letter_for(parcel, link)
    assert CANARY not in f"{letter.subject}{letter.text}{letter.html}{letter.words}"


def _message(store: Store) -> object:
    return store.messages.add(a_message("leak", chat_id="secret", audience=SHARED, body=RichText.of(CANARY)))


def _file(store: Store) -> object:
    return store.files.add(a_file("leak", set_id="secret", audience=SHARED, kind=FileKind.FINISHED_PHOTO))


def _box(store: Store) -> object:
    box = Place("leak", Platform.PAGE, PlaceKind.PAGE, Party.CUSTOMER, SHARED, "o1", chat_id="secret", order_id="o1")
    return store.places.add(box)


def _words(store: Store) -> None:
    unguarded(at_work(store), MAILBOX, "DeliverMessage", audience=SHARED, message_id="secret", order_id="o1")


@pytest.mark.parametrize("plant", [_message, _file, _box, _words])
async def test_without_a_handlers_care_for_the_audience(sql: SqlDatabase, plant: Callable[[Store], object]) -> None:
    await refused(sql, plant, "(?i)foreign")


class Careless:
    """A store whose `shelf` is asked without one of the conditions; it notes what is asked of all of them."""

    def __init__(self, store: Store, left_out: tuple[str, str] = ("", "")) -> None:
        self._store, self._left_out = store, left_out
        self.asked: set[tuple[str, str]] = set()

    def __getattr__(self, shelf: str) -> Any:
        return _Shelf(self, shelf, getattr(self._store, shelf), self._left_out)


class _Shelf:
    def __init__(self, store: Careless, name: str, shelf: Any, left_out: tuple[str, str]) -> None:
        self._store, self._name, self._shelf, self._left_out = store, name, shelf, left_out

    def get(self, item_id: str) -> Any:
        return self._shelf.get(item_id)

    def find(self, **equals: object) -> Any:
        self._store.asked |= {(self._name, condition) for condition in equals}
        return self._shelf.find(**{key: value for key, value in equals.items() if (self._name, key) != self._left_out})


def page_of(store: Any) -> str:
    view = customer_view(store, "o1", LATER, None)
    assert view is not None
    sheet = Sheet(view, "en", "/c/o/o1", "token", LATER)
    return sheet.page() + "".join(sheet.parts().values())


@pytest.fixture
async def asked(sql: SqlDatabase) -> list[tuple[str, str]]:
    """Every condition of every question that the page asks."""

    def job(store: Store) -> set[tuple[str, str]]:
        noting = Careless(store)
        page_of(noting)
        return noting.asked

    return sorted(await sql.read(job))


async def test_without_any_one_condition_of_the_pages_questions(sql: SqlDatabase, asked: list[tuple[str, str]]) -> None:
    assert {("chats", "audience"), ("shared_messages", "chat_id"), ("shared_items", "order_id")} <= set(asked)
    assert len(asked) > 12
    whole = await sql.read(page_of)
    assert "hello" in whole
    assert "too small" in whole
    assert CANARY not in whole
    for left_out in asked:
        told = await sql.read(lambda store, left_out=left_out: page_of(Careless(store, left_out)))  # type: ignore[misc]
        assert CANARY not in told, left_out


def _readers(store: Store) -> Iterator[list[Message]]:
    yield store.shared_messages.find()
    yield store.shared_messages.find(audience=SECRET)
    yield store.shared_messages.find(order_id="o1", chat_id="secret")


async def test_without_any_condition_at_all(sql: SqlDatabase) -> None:
    def job(store: Store) -> str:
        shelves = (store.shared_verdicts.find(), store.shared_changes.find(), *_readers(store))
        return repr(shelves)

    assert CANARY not in await sql.read(job)


async def test_a_set_of_the_inner_chat_never_becomes_shared(sql: SqlDatabase) -> None:
    def job(store: Store) -> None:
        store.upload_sets.save(an_upload_set("secret", audience=SHARED))

    await refused(sql, job, "(?i)foreign")
