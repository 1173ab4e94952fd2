"""`core.concerns.Overview`: what needs staff, answered alike by the fake and both databases, at its own price.

The price is seen in the plans: no statement reads a table from end to end, each starts from an index of its own.
"""

import re
from datetime import timedelta

import pytest

from core.attention import Reason, attention
from core.chats import Audience, Chat, PlaceState
from core.concerns import Concern, OpenTodos, Said, Trouble, Why
from core.orders import Offer, OfferState, Status, Task, TaskKey, TaskState
from core.outbox import PostingState
from core.people import Partner, Party
from core.ports import Database, Store
from storage import overview_statements as sql
from storage.database import SqlDatabase
from tests.contracts.test_plans import plan_of
from tests.support.samples import NOON, a_message, a_place, a_posting, keep_order

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AHEAD, BEFORE = NOON + DAY, NOON - 14 * DAY

STATEMENTS = {
    "concerns": (sql.CONCERNS, ("concerns",)),
    "partners who can't be reached": (sql.SILENT_PARTNERS, ("partners", "orders")),
    "broken places": (sql.BROKEN_PLACES, ("places", "orders")),
    "failed sends": (sql.FAILED, ("outbox", "orders")),
    "made ready": (sql.READY, ("orders",)),
    "delivered": (sql.DELIVERED, ("orders",)),
    "offers answered": (sql.ANSWERED, ("offers",)),
    "said": (sql.SAID, ("messages", "chats", "orders")),
    "open to-dos": (sql.OPEN_TODOS, ("tasks", "orders")),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_question_of_the_overview_reads_a_table_from_end_to_end(name: str, database_url: str) -> None:
    statement, tables = STATEMENTS[name]
    plan = plan_of(statement, database_url)
    for table in tables:
        # A partial index holds only what is asked for: reading all of it is the point.
        scans = re.findall(rf"(?:Seq Scan on|SCAN) {table}(?! USING (?:COVERING )?INDEX)\b.*", plan)
        assert (scans, bool(re.search(r"(?i)\bindex\b", plan))) == ([], True), plan


PARTIAL = {
    "partners who can't be reached": (sql.SILENT_PARTNERS, ("ix_partners_unreachable_since", "ix_orders_partner_id")),
    "broken places": (sql.BROKEN_PLACES, ("ix_places_state",)),
    "failed sends": (sql.FAILED, ("ix_outbox_created_at",)),
    "concerns": (sql.CONCERNS, ("ix_concerns_since",)),
    "made ready": (sql.READY, ("ix_orders_ready_at",)),
    "delivered": (sql.DELIVERED, ("ix_orders_delivered_at",)),
    "offers answered": (sql.ANSWERED, ("ix_offers_answered_at",)),
    "said": (sql.SAID, ("ix_messages_sent_at",)),
}


@pytest.mark.parametrize("name", PARTIAL)
def test_each_question_starts_from_its_own_index(name: str, database_url: str) -> None:
    statement, indexes = PARTIAL[name]
    plan = plan_of(statement, database_url)
    assert [index for index in indexes if not re.search(rf"\b{index}\b", plan)] == [], plan


async def _troubles(database: Database) -> set[Trouble]:
    return set(await database.read(lambda store: store.overview.troubles(AHEAD, BEFORE, 100)))


def _concern(order_id: str, why: Why, since: timedelta) -> Concern:
    return Concern(f"{order_id}-{why}", order_id, why, NOON + since)


async def test_what_has_begun_is_told_and_what_lies_further_ahead_is_not(database: Database) -> None:
    def fill(store: Store) -> None:
        keep_order(store, "o1", status=Status.IN_PRODUCTION)
        store.concerns.add(_concern("o1", Why.TODOS, -HOUR))
        store.concerns.add(_concern("o1", Why.DATE, DAY))
        store.concerns.add(_concern("o1", Why.CLOSING, DAY + HOUR))

    await database.run(fill)
    wanted = {Trouble("o1", Why.TODOS, NOON - HOUR), Trouble("o1", Why.DATE, NOON + DAY)}
    assert await _troubles(database) == wanted


async def test_a_partner_that_can_not_be_reached_brings_its_open_orders(database: Database) -> None:
    def fill(store: Store) -> None:
        keep_order(store, "o1", status=Status.READY, partner_id="pa1")
        keep_order(store, "o2", status=Status.DRAFT)
        keep_order(store, "done", status=Status.APPROVED, partner_id="pa1")
        store.partners.add(Partner("pa2", "Idle", unreachable_since=NOON))

    def lose(store: Store) -> None:
        partner = store.partners.get("pa1")
        assert partner is not None
        partner.unreachable_since = NOON
        store.partners.save(partner)

    await database.run(fill)
    assert await _troubles(database) == {Trouble("", Why.UNREACHABLE, NOON, "pa2")}
    await database.run(lose)
    found = await _troubles(database)
    assert found == {Trouble("", Why.UNREACHABLE, NOON, "pa2"), Trouble("o1", Why.UNREACHABLE, NOON, "pa1")}


async def test_broken_places_and_failed_sends_of_open_orders_are_told(database: Database) -> None:
    def fill(store: Store) -> None:
        keep_order(store, "o1", status=Status.READY, assigned_at=NOON)
        keep_order(store, "done", status=Status.CANCELLED)
        for order_id in ("o1", "done"):
            store.chats.add(Chat(f"ch-{order_id}", order_id, 1, Audience.CUTR_ONLY))
            place = a_place(f"pl-{order_id}", order_id=order_id, state=PlaceState.BROKEN, channel=order_id)
            store.places.add(place)
            store.messages.add(a_message(f"m-{order_id}", chat_id=f"ch-{order_id}", order_id=order_id))
            failed = {"place_id": place.id, "order_id": order_id, "state": PostingState.FAILED}
            store.outbox.post(a_posting(f"f-{order_id}", message_id=f"m-{order_id}", **failed))
            store.outbox.post(a_posting(f"old-{order_id}", created_at=BEFORE - HOUR, **failed))
            store.outbox.post(a_posting(f"mark-{order_id}", kind="MarkMessage", **failed))

    await database.run(fill)
    assert await _troubles(database) == {
        Trouble("o1", Why.UNREACHABLE, NOON), Trouble("o1", Why.FAILED, NOON, "m-o1"),
    }  # fmt: skip


async def test_the_board_ranks_counts_and_takes_each_reason_once(database: Database) -> None:
    def fill(store: Store) -> None:
        for name in ("o1", "o2", "o3"):
            keep_order(store, name, status=Status.IN_PRODUCTION, partner_id="pa1")
        store.concerns.add(_concern("o1", Why.TODOS, 2 * HOUR))
        store.concerns.add(_concern("o2", Why.REJECTED, -HOUR))
        store.concerns.add(_concern("o2", Why.TODOS, -2 * HOUR))
        store.concerns.add(_concern("o2", Why.DATE, -DAY))
        store.concerns.add(_concern("o3", Why.CLOSING, HOUR))

    await database.run(fill)
    found = await database.read(lambda store: attention(store, NOON))
    assert [(need.order_id, need.reason, need.why) for need in found.needs] == [
        ("o2", Reason.LATE, Why.DATE), ("o2", Reason.REJECTED, Why.REJECTED), ("o1", Reason.DUE_SOON, Why.TODOS),
    ]  # fmt: skip
    assert found.counts == {Reason.LATE: 1, Reason.REJECTED: 1, Reason.DUE_SOON: 1}
    assert [order_id for order_id, _ in found.orders()] == ["o2", "o1"]
    assert [order_id for order_id, _ in found.orders(Reason.DUE_SOON)] == ["o1"]


async def test_the_weeks_facts(database: Database) -> None:
    since, until = NOON - 7 * DAY, NOON

    def fill(store: Store) -> None:
        keep_order(store, "o1", status=Status.DELIVERED, partner_id="pa1", epoch=1, ready_at=NOON - DAY)
        keep_order(store, "o2", status=Status.DELIVERED, partner_id="pa1", delivered_at=since)
        keep_order(store, "o3", status=Status.DELIVERED, delivered_at=until, ready_at=since - HOUR)
        accepted = Offer("of1", "o1", "pa1", NOON - 5 * HOUR, NOON, OfferState.ACCEPTED, NOON - HOUR)
        store.offers.add(accepted)
        store.offers.add(Offer("of2", "o2", "pa1", NOON - 5 * HOUR, NOON))
        store.chats.add(Chat("ch1", "o1", 1, Audience.CUTR_ONLY))
        store.chats.add(Chat("before", "o1", 0, Audience.CUTR_ONLY))
        for number, party in enumerate((Party.STAFF, Party.PARTNER)):
            sent = {"sent_at": NOON - DAY + number * HOUR, "party": party}
            store.messages.add(a_message(f"m{number}", **sent))
            store.messages.add(a_message(f"b{number}", chat_id="before", **sent))
        store.messages.add(a_message("earlier", sent_at=since - HOUR))

    await database.run(fill)

    def ask(store: Store) -> None:
        assert set(store.overview.done(since, until)) == {"o1", "o2"}
        assert store.overview.answered(since, until) == [("pa1", NOON - 5 * HOUR, NOON - HOUR)]
        both = [Said("ch1", "pa1", "staff", NOON - DAY), Said("ch1", "pa1", "partner", NOON - DAY + HOUR)]
        assert store.overview.said(since, until, 10) == both
        assert store.overview.said(since, until, 1) == both[1:]

    await database.read(ask)


async def test_open_to_dos_are_counted_by_partner(database: Database) -> None:
    def fill(store: Store) -> None:
        keep_order(store, "o1", status=Status.IN_PRODUCTION, partner_id="pa1", epoch=2)
        keep_order(store, "o2", status=Status.READY, partner_id="pa1", epoch=1)
        store.concerns.add(_concern("o1", Why.TODOS, -HOUR))
        for epoch, key, state, due in (
            (2, TaskKey.MATERIAL_DATE, TaskState.OPEN, NOON - HOUR),
            (2, TaskKey.COMPLETION_DATE, TaskState.OPEN, NOON + HOUR),
            (2, TaskKey.DELIVERY_SCHEDULE, TaskState.DONE, NOON - HOUR),
            (1, TaskKey.MATERIAL_DATE, TaskState.OPEN, NOON),
        ):
            store.tasks.add(Task(f"t{epoch}{key}", "o1", epoch, key, state, due_at=due))
        store.tasks.add(Task("other", "o2", 1, TaskKey.MATERIAL_DATE, due_at=NOON))

    await database.run(fill)
    assert await database.read(lambda store: store.overview.open_todos(NOON)) == [OpenTodos("pa1", 2, 1)]


async def test_many_orders_without_trouble_cost_nothing(sql: SqlDatabase) -> None:
    """The promise in the small: of three hundred orders only the one in trouble is looked at."""

    def fill(store: Store) -> None:
        for number in range(300):
            keep_order(store, f"o{number}", status=Status.IN_PRODUCTION, partner_id="pa1")
        store.concerns.add(_concern("o7", Why.TODOS, -HOUR))

    await sql.run(fill)
    found = await sql.read(lambda store: attention(store, NOON))
    assert found.orders() == [("o7", found.needs)]
