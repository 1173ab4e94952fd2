"""The numbers of orders by status that the database keeps are the numbers of orders there are, whoever writes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from core.orders import Status
from core.ports import OrderFilter, Store
from storage.database import SqlDatabase
from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.schema import orders
from storage.schema_counts import drop_counts, make_counts, order_counts
from tests.support.samples import keep_order

MANY = 12


def totals(store: Store) -> dict[str, int]:
    """How many orders there are: open, ended, all, of each status that has any."""

    def count(**which: object) -> int:
        return store.search.orders(OrderFilter(**which), None, 1).total  # type: ignore[arg-type]

    told = {"open": count(active=True), "ended": count(active=False), "all": count()}
    return told | {str(one): count(status=one.value) for one in Status if count(status=one.value)}


@pytest.fixture
def engine(database_url: str) -> Iterator[sa.Engine]:
    where = parsed(database_url)
    made = sqlite_engine(where) if where.get_backend_name() == "sqlite" else postgres_engine(where, pool_size=1)
    yield made
    made.dispose()


async def move(sql: SqlDatabase, number: int, status: Status) -> None:
    def job(store: Store) -> None:
        order = store.orders.lock(f"o{number}")
        assert order is not None
        store.orders.save(replace(order, status=status))

    await sql.run(job)


@pytest.fixture(autouse=True)
async def _orders(sql: SqlDatabase) -> None:
    await sql.run(lambda store: [keep_order(store, f"o{number}") for number in range(MANY)])


async def test_orders_that_move_at_once_are_counted_where_they_are(sql: SqlDatabase, engine: sa.Engine) -> None:
    assert await sql.read(totals) == {"open": MANY, "ended": 0, "all": MANY, "draft": MANY}
    await asyncio.gather(*(move(sql, one, Status.APPROVED) for one in range(4)),
                         *(move(sql, one, Status.READY) for one in range(4, 8)))  # fmt: skip
    await asyncio.gather(*(move(sql, one, Status.READY) for one in range(4)),
                         *(move(sql, one, Status.CANCELLED) for one in range(4, 7)))  # fmt: skip
    expected = {"open": 9, "ended": 3, "all": 12, "draft": 4, "ready": 5, "cancelled": 3}
    assert await sql.read(totals) == expected
    await asyncio.gather(sql.run(lambda store: store.counts.fold()), sql.run(lambda store: store.counts.fold()))  # type: ignore[attr-defined]
    assert await sql.read(totals) == expected
    with engine.connect() as connection:
        rows = connection.execute(sa.select(order_counts.c.status).where(order_counts.c.number > 0)).scalars().all()
    assert sorted(rows) == ["cancelled", "draft", "ready"]


async def test_what_is_undone_or_written_by_others_is_counted_right(sql: SqlDatabase, engine: sa.Engine) -> None:
    def fails(store: Store) -> None:
        keep_order(store, "o99")
        raise KeyError

    with pytest.raises(KeyError):
        await sql.run(fails)
    with engine.begin() as connection:
        connection.execute(sa.update(orders).where(orders.c.id.in_(["o0", "o1"])).values(status="delivered"))
        connection.execute(sa.delete(orders).where(orders.c.id == "o2"))
    expected = {"open": 11, "ended": 0, "all": 11, "draft": 9, "delivered": 2}
    assert await sql.read(totals) == expected
    with engine.begin() as connection:
        drop_counts(connection)
        drop_counts(connection)
        connection.execute(sa.update(orders).where(orders.c.id == "o3").values(status="ready"))
        make_counts(connection)
    assert await sql.read(totals) == {**expected, "draft": 8, "ready": 1}
