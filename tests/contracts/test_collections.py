"""`core.ports.Collection` and the diary: kept as they were, found by field, unique where they must be."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.chats import Ask, Attachment, Audience, Copy, MediaKind, Place, Platform
from core.concerns import Concern, Why
from core.files import CustomerPhoto, FileKind, ItemState, Review, SetState, SlipVersion, UploadLink
from core.orders import (
    DeclineReason,
    Feedback,
    FeedbackCategory,
    KickOff,
    Milestone,
    Offer,
    OfferState,
    Order,
    Status,
    Task,
    TaskKey,
)  # fmt: skip
from core.people import Invite, InviteKind, Member, MemberRole, StaffTask
from core.ports import Database, Store, Taken
from core.richtext import RichText, Span, Style
from core.timeline import Deadline, DeadlineKind, DeadlineState
from tests.support.samples import (
    NOON,
    a_file,
    a_message,
    a_place,
    a_revision,
    an_entry,
    an_upload_item,
    an_upload_set,
    keep_chat,
    keep_order,
)

LATER = NOON + timedelta(microseconds=1)
RICH = RichText((Span("bold ", frozenset({Style.BOLD})), Span("x", link="https://example.org/")))
PHOTO = Attachment(MediaKind.PHOTO, Platform.TELEGRAM, "f1", "u1", "a.jpg", "image/jpeg", 12, "", "")

FREE = {"kick_offs", "feedback", "staff_tasks", "asks", "upload_sets", "customer_photos"}
"""Kinds of which nothing but the id must be unique."""
NEEDED = ("members", "places", "messages", "upload_sets", "files")
"""Kinds that others hang on."""


def _everything() -> dict[str, Any]:
    """One thing of each kind, with every kind of field filled in, in an order in which they can be added."""
    return {
        "members": Member("me1", "pa1", "Jan", MemberRole.ADMIN, telegram_user_id=2**51, blocked_since=LATER),
        "invites": Invite("in1", "hash", InviteKind.GROUP, "pa1", LATER, used_at=NOON),
        "offers": Offer("of1", "o1", "pa1", NOON, LATER, OfferState.DECLINED, reason=DeclineReason.NO_CAPACITY),
        "tasks": Task("ta1", "o1", 1, TaskKey.DELIVERY_SCHEDULE, value={"date": "2030-01-31"}, due_at=LATER),
        "concerns": Concern("co1", "o1", Why.TODOS, LATER),
        "milestones": Milestone("mi1", "o1", "install", "Installation", date(2030, 1, 31), "slack:U1", NOON),
        "kick_offs": KickOff("ki1", "o1", 1, ["2030-01-31T10:00:00+00:00"], NOON),
        "feedback": Feedback("fe1", "o1", 1, FeedbackCategory.FINISH, "Scratch", NOON, LATER, "cu1", late=True),
        "staff_tasks": StaffTask("st1", "o1", "check_in", NOON, data={"n": [1, None, "ż"]}),
        "places": a_place("pl1", chat_id="ch1", member_id="me1"),
        "messages": a_message(body=RICH, attachments=[PHOTO], guest=True, edited_at=LATER),
        "copies": Copy("co1", "m1", "pl1", Platform.TELEGRAM, "-100", "77", origin=True),
        "asks": Ask("as1", Platform.TELEGRAM, "7", "78", "telegram:7", "route", {"text": "Hi"}, NOON),
        "deadlines": Deadline("de1", DeadlineKind.TODO_NUDGE, "o1", 1, NOON, LATER),
        "upload_sets": an_upload_set(
            place_id="pl1",
            album="77",
            state=SetState.FILED,
            kind=FileKind.PACKED_PHOTO,
            folder="Oak",
            package=3,
        ),
        "files": a_file(review=Review.REJECTED, part_side="door front", package=2, withdrawn_at=LATER),
        "revisions": a_revision(facts={"width": 4000, "taken_at": None}, warnings=["too_dark"], reviewed_at=LATER),
        "upload_items": an_upload_item(
            state=ItemState.FILED,
            blob="ab/0",
            sha256="s",
            facts={"height": 1},
            file_id="fi1",
            warnings=["blurred"],
        ),
        "slips": SlipVersion("sl1", "o1", 1, 3, 1, NOON, "Jan", LATER),
        "customer_photos": CustomerPhoto("cp1", "o1", "door.jpg", "ab/1", "s", 9, "ab/2", "t", NOON),
        "upload_links": UploadLink("ul1", "hash", "o1", "me1", "telegram:7", "Jan", NOON, LATER, FileKind.OTHER, LATER),
    }


async def test_every_kind_comes_back_as_it_was_kept(database: Database) -> None:
    everything = _everything()
    order = Order(
        "o2", "R 2", "Bench", "cu1", LATER, Status.READY, "pa1", requested_delivery_date=date(2030, 1, 31),
        folders=["Drawings"], parts=[{"name": "leg", "count": 4}], in_digest=True,
    )  # fmt: skip

    def fill(store: Store) -> None:
        keep_chat(store)
        store.orders.add(order)
        for name, item in everything.items():
            getattr(store, name).add(item)

    await database.run(fill)
    kept = await database.read(
        lambda store: {name: getattr(store, name).get(item.id) for name, item in everything.items()}
    )
    assert kept == everything
    assert await database.read(lambda store: store.orders.get("o2")) == order
    told = await database.read(lambda store: store.orders.get("o2"))
    assert told is not None
    assert (type(told.status), type(told.in_digest)) == (Status, bool)


async def test_what_was_saved_is_changed_and_what_was_not_is_not(database: Database) -> None:
    await database.run(keep_order)

    def change(store: Store) -> None:
        order = store.orders.lock("o1")
        assert order is not None
        order.status = Status.OFFERED
        store.orders.save(order)
        order.title = "Forgotten"

    await database.run(change)
    kept = await database.read(lambda store: store.orders.get("o1"))
    assert kept is not None
    assert (kept.status, kept.title) == (Status.OFFERED, "Table")


async def test_find_knows_values_nothing_and_one_of(database: Database) -> None:
    def fill(store: Store) -> None:
        keep_order(store, "b", status=Status.READY, partner_id="pa1")
        keep_order(store, "c", status=Status.DRAFT)
        keep_order(store, "a", status=Status.READY)

    await database.run(fill)

    async def found(**equals: object) -> list[str]:
        return await database.read(lambda store: [order.id for order in store.orders.find(**equals)])

    assert await found() == ["b", "c", "a"]
    assert await found(status=Status.READY) == ["b", "a"]
    assert await found(status="ready", partner_id=None) == ["a"]
    assert await found(status=frozenset({Status.DRAFT, Status.READY}), partner_id="pa1") == ["b"]
    assert await found(status=frozenset()) == []
    assert await found(created_at=NOON, includes_installation=False) == ["b", "c", "a"]


async def test_what_is_removed_is_gone(database: Database) -> None:
    await database.run(keep_order)
    await database.run(lambda store: store.orders.remove("o1"))
    assert await database.read(lambda store: store.orders.get("o1")) is None


@pytest.mark.parametrize("name", sorted(set(_everything()) - FREE))
async def test_unique_values_are_taken_and_the_transaction_goes_on(database: Database, name: str) -> None:
    item = _everything()[name]
    if name == "messages":
        twin = item
    elif name == "offers":
        item = replace(item, state=OfferState.AWARDED)
        twin = replace(item, id="other", partner_id="pa1")
    else:
        twin = replace(item, id="other")

    def try_twice(store: Store) -> bool:
        keep_chat(store)
        for needed, kept in {**dict.fromkeys(NEEDED), name: item}.items():
            getattr(store, needed).add(kept or _everything()[needed])
        with pytest.raises(Taken):
            getattr(store, name).add(twin)
        keep_order(store, "o3")
        return True

    assert await database.run(try_twice)
    assert await database.read(lambda store: store.orders.get("o3")) is not None


async def test_saving_a_taken_value_leaves_the_transaction_usable(database: Database) -> None:
    def bind_twice(store: Store) -> None:
        keep_order(store)
        first = store.partners.get("pa1")
        assert first is not None
        first.telegram_chat_id = -100
        store.partners.save(first)
        store.partners.add(replace(first, id="pa2", telegram_chat_id=None))
        with pytest.raises(Taken):
            store.partners.save(replace(first, id="pa2"))
        keep_order(store, "o3")

    await database.run(bind_twice)
    kept = await database.read(lambda store: store.partners.get("pa2"))
    assert kept is not None
    assert kept.telegram_chat_id is None
    assert await database.read(lambda store: store.orders.get("o3")) is not None


async def test_a_closed_place_gives_its_thread_free(database: Database) -> None:
    def reopen(store: Store) -> list[Place]:
        keep_chat(store)
        store.places.add(a_place("pl1", thread="5", state="closed"))
        store.places.add(a_place("pl2", thread="5"))
        return store.places.find(channel="-100", thread="5")

    assert [place.id for place in await database.run(reopen)] == ["pl1", "pl2"]


async def test_entries_are_numbered_and_chained_within_their_order(database: Database) -> None:
    def write(store: Store) -> None:
        keep_order(store)
        keep_order(store, "o2")
        store.entries.add(an_entry("e1", new={"status": Status.READY, "on": date(2030, 1, 31)}))
        store.entries.add(an_entry("x1", "o2"))
        store.entries.add(an_entry("e2", reason="because"))

    await database.run(write)
    first, second = await database.read(lambda store: store.entries.find(order_id="o1"))
    other = await database.read(lambda store: store.entries.find(order_id="o2"))
    assert [entry.seq for entry in (first, second, *other)] == [1, 2, 1]
    assert first.chain == first.chained_to("")
    assert second.chain == second.chained_to(first.chain)
    assert second.chain != second.chained_to("")


@pytest.mark.parametrize("undo", ["save", "remove"])
async def test_entries_stay_as_they_are(database: Database, undo: str) -> None:
    def tamper(store: Store) -> None:
        keep_order(store)
        entry = store.entries.add(an_entry("e1"))
        getattr(store.entries, undo)(entry if undo == "save" else entry.id)

    with pytest.raises(TypeError, match="only ever added"):
        await database.run(tamper)


async def test_a_raising_job_changes_nothing(database: Database) -> None:
    def fail(store: Store) -> None:
        keep_order(store)
        store.entries.add(an_entry("e1"))
        raise LookupError

    with pytest.raises(LookupError):
        await database.run(fail)
    assert await database.read(lambda store: store.orders.find()) == []
    assert await database.read(lambda store: store.entries.find()) == []


async def test_chats_have_one_of_each_audience(database: Database) -> None:
    def twice(store: Store) -> None:
        keep_chat(store)
        keep_chat(store, Audience.WITH_CUSTOMER, "ch2")
        with pytest.raises(Taken):
            keep_chat(store, Audience.WITH_CUSTOMER, "ch3")

    await database.run(twice)
    assert len(await database.read(lambda store: store.chats.find(order_id="o1"))) == 2


async def test_a_deadlines_state_is_found(database: Database) -> None:
    deadline = Deadline("de1", DeadlineKind.STAFF_DIGEST, "house", 3, NOON, NOON)
    await database.run(lambda store: store.deadlines.add(deadline))
    found = await database.read(
        lambda store: store.deadlines.find(subject="house", state=DeadlineState.OPEN, kind=DeadlineKind.STAFF_DIGEST)
    )
    assert found == [deadline]
