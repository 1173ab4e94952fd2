"""The statements that run once a second or once a message find their rows by an index, however many there are."""

from __future__ import annotations

import re
from collections.abc import Callable

import psycopg
import pytest
import sqlalchemy as sa
from pysqlite3 import dbapi2

from core.orders import Task
from core.ports import Store
from core.timeline import Deadline
from storage import road_statements as road
from storage import schema
from storage.collections import Shape
from storage.database import SqlDatabase
from storage.search_statements import DUE, DUE_LOCKED
from storage.session import Statement, Tongue
from tests.support.samples import NOON, a_place, a_posting, keep_chat


def _find(kind: type, table: sa.Table, **equals: object) -> Statement:
    asked = Shape(kind, table).question(equals)
    assert asked is not None
    return asked[0]


STATEMENTS = {
    "due": (DUE, "deadlines"),
    "due, locked": (DUE_LOCKED, "deadlines"),
    "deadlines of an order": (_find(Deadline, schema.deadlines, subject="o1", epoch=1), "deadlines"),
    "to-dos of an order": (_find(Task, schema.tasks, order_id="o1", epoch=1), "tasks"),
    "a strand's queue": (road.QUEUE, "outbox"),
    "free strands": (road.FREE_STRANDS, "strands"),
    "a held strand": (road.HELD_STRAND, "strands"),
    "lanes": (road.lanes_locked(2), "lanes"),
    "marking a posting": (road.MARK_SENDING, "outbox"),
}


def _plan_on_sqlite(url: str, words: str, params: dict[str, object]) -> str:
    connection = dbapi2.connect(url.removeprefix("sqlite:///"))
    rows = connection.execute(f"EXPLAIN QUERY PLAN {words}", params).fetchall()
    connection.close()
    return "\n".join(row[3] for row in rows)


def _plan_on_postgres(url: str, words: str, params: dict[str, object]) -> str:
    with psycopg.connect(re.sub(r"^postgresql\+\w+", "postgresql", url)) as connection:
        # On tables as good as empty a scan is cheapest: asked is whether there is another way at all.
        connection.execute("SET enable_seqscan = off")
        rows = connection.execute(f"EXPLAIN {words}", params).fetchall()
    return "\n".join(row[0] for row in rows)


_PLANS: dict[Tongue, Callable[[str, str, dict[str, object]], str]] = {
    "sqlite": _plan_on_sqlite,
    "postgresql": _plan_on_postgres,
}


def _params(words: str, constants: dict[str, object]) -> dict[str, object]:
    names = set(re.findall(r"(?<!:):([a-z_0-9]+)|%\((\w+)\)s", words))
    given = {one or other: 1 for one, other in names}
    texts = {"subject", "order_id", "own_strand", "strand", "posting", "key_0", "key_1"}
    return {**{name: "x" if name in texts else value for name, value in given.items()}, **constants}


def plan_of(statement: Statement, database_url: str) -> str:
    """How this database would answer, line by line."""
    tongue: Tongue = "sqlite" if database_url.startswith("sqlite") else "postgresql"
    words, constants = statement.spelt(tongue)
    return _PLANS[tongue](database_url, words, _params(words, constants))


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_table_is_read_from_end_to_end(name: str, database_url: str) -> None:
    statement, table = STATEMENTS[name]
    plan = plan_of(statement, database_url)
    scans = re.findall(rf"(?:Seq Scan on|SCAN) {table}(?! USING (?:COVERING )?INDEX)\b.*", plan)
    assert (scans, bool(re.search(r"(?i)\bindex\b", plan))) == ([], True), plan


async def test_a_claim_finds_what_is_ready_among_what_rests(sql: SqlDatabase) -> None:
    """The plan's promise in the small: strands with nothing to do are not offered."""

    def fill(store: Store) -> None:
        keep_chat(store)
        for number in range(50):
            store.places.add(a_place(f"pl{number}", channel=str(number)))
        store.outbox.post(a_posting("po7", place_id="pl7", lane="telegram:7"))

    await sql.run(fill)
    claimed = await sql.run(lambda store: store.road.claim(NOON, "w", 10))
    assert [one.posting.id for one in claimed] == ["po7"]
