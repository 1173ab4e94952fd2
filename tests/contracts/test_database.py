"""Promises of the door itself: shared commits that isolate failures, workers apart, away when away, safe versions."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa
from pysqlite3 import dbapi2

from core.outbox import Priority
from core.ports import Database, StorageAway, Store
from core.roads import Claimed
from core.timeline import Deadline, DeadlineKind, DeadlineState
from storage.database import SqlDatabase, open_database
from storage.engines import SAFE_SQLITE, UnusableDatabase, parsed, refuse_unsafe_sqlite, sqlite_engine
from storage.paces import Paces
from storage.writer import Writer
from tests.support.samples import NOON, a_place, a_posting, an_entry, keep_chat, keep_order


async def test_a_failing_job_does_not_undo_its_neighbours(sql: SqlDatabase) -> None:
    def job(store: Store, number: int) -> None:
        store.deadlines.add(Deadline(f"d{number}", DeadlineKind.TODO_NUDGE, f"o{number}", 1, NOON, NOON))
        if number % 3 == 0:
            raise LookupError

    outcomes = await asyncio.gather(
        *[sql.run(lambda store, number=number: job(store, number)) for number in range(30)],  # type: ignore[misc]
        return_exceptions=True,
    )
    kept = await sql.read(lambda store: {deadline.id for deadline in store.deadlines.find()})
    assert [isinstance(outcome, LookupError) for outcome in outcomes] == [number % 3 == 0 for number in range(30)]
    assert kept == {f"d{number}" for number in range(30) if number % 3}


async def test_what_a_failed_job_changed_is_seen_by_nobody(sql: SqlDatabase) -> None:
    await sql.run(keep_order)

    def change(store: Store) -> None:
        order = store.orders.get("o1")
        assert order is not None
        order.title = "Changed"
        store.orders.save(order)
        assert store.orders.get("o1") == order
        raise LookupError

    def title(store: Store) -> str:
        order = store.orders.get("o1")
        assert order is not None
        return order.title

    before = await sql.run(title)
    told = await asyncio.gather(sql.run(title), sql.run(change), sql.run(title), return_exceptions=True)
    assert [told[0], type(told[1]), told[2]] == [before, LookupError, before]


async def test_a_job_that_breaks_its_statement_breaks_alone(sql: SqlDatabase) -> None:
    def orphan(store: Store) -> None:
        store.entries.add(an_entry("e1", "nobody's order"))

    outcomes = await asyncio.gather(sql.run(orphan), sql.run(keep_order), return_exceptions=True)
    assert type(outcomes[0]).__name__ in {"IntegrityError", "ForeignKeyViolation"}
    assert await sql.read(lambda store: store.orders.get("o1")) is not None


async def test_counting_up_at_once_loses_nothing(sql: SqlDatabase) -> None:
    await sql.run(keep_order)

    def count(store: Store) -> None:
        order = store.orders.lock("o1")
        assert order is not None
        order.window += 1
        store.orders.save(order)
        store.entries.add(an_entry(f"e{order.window}"))

    await asyncio.gather(*[sql.run(count) for _ in range(40)])
    entries = await sql.read(lambda store: store.entries.find(order_id="o1"))
    assert [entry.seq for entry in entries] == list(range(1, 41))
    assert all(b.chain == b.chained_to(a.chain) for a, b in pairwise(entries))


async def test_it_serves_several_event_loops(sql: SqlDatabase) -> None:
    await sql.run(keep_order)
    found: list[object] = []

    def other_thread() -> None:
        found.append(asyncio.run(sql.read(lambda store: store.orders.get("o1"))))
        found.append(asyncio.run(sql.run(lambda store: store.entries.add(an_entry("e1")))))

    thread = threading.Thread(target=other_thread)
    thread.start()
    await asyncio.to_thread(thread.join)
    assert [getattr(item, "id", None) for item in found] == ["o1", "e1"]


async def test_two_workers_claim_apart(sql: SqlDatabase) -> None:
    def fill(store: Store) -> None:
        keep_chat(store)
        for number in range(20):
            store.places.add(a_place(f"pl{number}", channel=str(number)))
            store.outbox.post(a_posting(f"po{number}", place_id=f"pl{number}", lane=f"telegram:{number}"))

    await sql.run(fill)

    async def claim_three(who: int) -> list[Claimed]:
        return await sql.run(lambda store: store.road.claim(NOON, f"w{who}", 3))

    claims = await asyncio.gather(*map(claim_three, range(12)))
    ids = [claimed.posting.id for claim in claims for claimed in claim]
    assert len(ids) == len(set(ids))
    late = NOON + timedelta(seconds=5)
    while claim := await sql.run(lambda store: store.road.claim(late, "w", 3)):
        ids += [claimed.posting.id for claimed in claim]
    assert sorted(ids) == sorted(f"po{number}" for number in range(20))


async def test_workers_at_once_stay_within_a_lanes_budget(sql: SqlDatabase) -> None:
    def fill(store: Store) -> None:
        keep_chat(store)
        for number in range(12):
            store.places.add(a_place(f"pl{number}"))
            store.outbox.post(a_posting(f"po{number}", place_id=f"pl{number}", priority=Priority.NOTICE))

    await sql.run(fill)
    claims = await asyncio.gather(*[sql.run(lambda store: store.road.claim(NOON, "w", 2)) for _ in range(12)])
    assert sum(len(claim) for claim in claims) == 3


async def test_deadlines_are_due_in_order_and_for_one_clock_only(sql: SqlDatabase) -> None:
    def fill(store: Store) -> None:
        for number in (3, 1, 2, 9):
            due = NOON + timedelta(seconds=number)
            store.deadlines.add(Deadline(f"d{number}", DeadlineKind.TODO_NUDGE, f"o{number}", 1, due, due))

    fired: list[str] = []

    def fire(store: Store) -> int:
        due = store.search.due(NOON + timedelta(seconds=5), 1)
        for deadline_id in due:
            deadline = store.deadlines.lock(deadline_id)
            assert deadline is not None
            assert deadline.state is DeadlineState.OPEN
            deadline.state = DeadlineState.FIRED
            store.deadlines.save(deadline)
        fired.extend(due)
        return len(due)

    await sql.run(fill)
    assert await sql.read(lambda store: store.search.due(NOON + timedelta(seconds=5), 10)) == ["d1", "d2", "d3"]
    while sum(await asyncio.gather(*[sql.run(fire) for _ in range(4)])):
        pass
    assert sorted(fired) == ["d1", "d2", "d3"]


async def test_reading_changes_nothing(sql: SqlDatabase) -> None:
    with pytest.raises(Exception, match=r"(?i)read-?only"):
        await sql.read(keep_order)
    await sql.ping()
    assert await sql.read(lambda store: store.orders.find()) == []


async def test_a_glance_sees_what_is_committed_and_changes_nothing(sql: SqlDatabase) -> None:
    await sql.run(keep_order)
    assert await sql.glance(lambda store: store.orders.get("o1")) is not None
    with pytest.raises(Exception, match=r"(?i)read-?only"):
        await sql.glance(lambda store: store.entries.add(an_entry("e1")))
    assert await sql.glance(lambda store: store.entries.find()) == []
    await sql.close()
    with pytest.raises(StorageAway):
        await sql.glance(lambda store: store.orders.get("o1"))


async def test_a_loop_that_stands_still_holds_nobody_up(sqlite_url: str) -> None:
    """A loop that was stopped with a job on its way: the others' jobs happen all the same."""
    database = open_database(sqlite_url, Paces())
    other = asyncio.new_event_loop()

    async def begin() -> None:
        task = asyncio.ensure_future(database.run(keep_order))
        await asyncio.sleep(0)
        task.cancel()

    await asyncio.to_thread(other.run_until_complete, begin())
    await database.run(lambda store: store.deadlines.find())
    other.close()
    await database.close()


async def test_an_order_can_be_locked_while_reading(database: Database) -> None:
    await database.run(keep_order)
    order = await database.read(lambda store: store.orders.lock("o1"))
    assert order is not None


async def test_a_server_that_is_not_there_is_away() -> None:
    away = open_database("postgresql://nobody@127.0.0.1:1/none", Paces(), threads=1)
    with pytest.raises(StorageAway):
        await away.ping()
    with pytest.raises(StorageAway):
        await away.run(lambda store: store.orders.get("o1"))
    await away.close()
    with pytest.raises(StorageAway):
        await away.run(lambda store: store.orders.get("o1"))


async def test_a_full_disk_is_away_and_undoes_only_what_was_not_confirmed(sqlite_url: str) -> None:
    engine = sqlite_engine(parsed(sqlite_url))
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    engine.dispose()
    # The file may grow by a few pages only: SQLite answers as it does on a full disk.
    sa.event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages + 20}"))
    writer = Writer(engine, Paces())
    writer.start()
    await writer.run(keep_order)

    def fill_up(store: Store) -> None:
        for number in range(200):
            store.entries.add(an_entry(f"e{number}", reason="x" * 4000))

    with pytest.raises(StorageAway, match="full"):
        await writer.run(fill_up)
    await writer.run(lambda store: store.entries.add(an_entry("after")))
    assert [entry.id for entry in await writer.run(lambda store: store.entries.find())] == ["after"]
    await asyncio.to_thread(writer.close)
    engine.dispose()


async def test_a_locked_file_is_away(sqlite_url: str) -> None:
    engine = sqlite_engine(parsed(sqlite_url), busy_seconds=0.05)
    writer = Writer(engine, Paces())
    writer.start()
    other = dbapi2.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageAway, match="locked"):
        await writer.run(keep_order)
    other.execute("COMMIT")
    other.close()
    await writer.run(keep_order)
    await asyncio.to_thread(writer.close)
    engine.dispose()


async def test_a_job_that_stops_an_iteration_is_heard_of(sql: SqlDatabase) -> None:
    with pytest.raises(RuntimeError, match="StopIteration"):
        await sql.run(lambda _: next(iter(())))
    with pytest.raises(RuntimeError, match="StopIteration"):
        await sql.read(lambda _: next(iter(())))


def test_an_unsafe_sqlite_is_refused() -> None:
    refuse_unsafe_sqlite(SAFE_SQLITE)
    for unsafe in ((3, 40, 1), (3, 51, 2)):
        with pytest.raises(UnusableDatabase, match=r"at least 3\.51\.3"):
            refuse_unsafe_sqlite(unsafe)


def test_the_bundled_sqlite_is_safe_and_set_up(tmp_path: Path) -> None:
    assert dbapi2.sqlite_version_info >= SAFE_SQLITE
    engine = sqlite_engine(parsed(f"sqlite:///{tmp_path}/var/a.db"))
    with engine.connect() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
        }
    engine.dispose()
    assert told == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "busy_timeout": 5000,
    }  # fmt: skip


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://x/y", "not a url"])
def test_other_databases_are_refused_with_a_word_of_advice(url: str) -> None:
    with pytest.raises(UnusableDatabase, match=r"sqlite:///path"):
        parsed(url)
