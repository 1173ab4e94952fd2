"""What runs once a second, or when somebody looks, finds its rows by an index, however many there are."""

from __future__ import annotations

import re
from collections.abc import Callable

import psycopg
import pytest
import sqlalchemy as sa
from pysqlite3 import dbapi2

from core.chats import Chat, Message, Place
from core.check_ins import CheckIn
from core.files import CustomerPhoto, File, Revision, UploadItem
from core.orders import Feedback, KickOff, Milestone, Offer, Order, Task
from core.people import Member, StaffTask
from core.ports import Store
from core.timeline import Deadline, Entry
from storage import road_statements as road
from storage import schema, schema_files, schema_shared
from storage import search_statements as search
from storage.collections import Shape
from storage.database import SqlDatabase
from storage.outbox import POSTINGS
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
    "an order by its reference": (_find(Order, schema.orders, reference="K-1"), "orders"),
    "newest orders": (search.first_page((None, False, False, False)), "orders"),
    "newest open orders": (search.first_page((True, False, False, False)), "orders"),
    "open orders of a partner": (search.first_page((True, False, True, False)), "orders"),
    "a further page of orders": (search.page_after((True, False, False, False)), "orders"),
    "how many open orders": (search.count_of((True, False, False, False)), "order_counts"),
    "chats of an order": (_find(Chat, schema.chats, order_id="o1", epoch=1), "chats"),
    "places of chats": (_find(Place, schema.places, chat_id=frozenset({"a", "b"})), "places"),
    "offers of an order": (_find(Offer, schema.offers, order_id="o1"), "offers"),
    "milestones of an order": (_find(Milestone, schema.milestones, order_id="o1"), "milestones"),
    "check-ins of an order": (_find(CheckIn, schema.check_ins, order_id="o1", epoch=1), "check_ins"),
    "feedback on an order": (_find(Feedback, schema.feedback, order_id="o1"), "feedback"),
    "staff's tasks for an order": (_find(StaffTask, schema.staff_tasks, order_id="o1"), "staff_tasks"),
    "kick-offs of an order": (_find(KickOff, schema.kick_offs, order_id="o1", epoch=1), "kick_offs"),
    "members of a partner": (_find(Member, schema.members, partner_id="p1", removed_at=None), "members"),
    "files of an order": (_find(File, schema_files.files, order_id="o1", withdrawn_at=None), "files"),
    "page: messages": (_find(Message, schema_shared.shared_messages, chat_id=frozenset({"a"})), "messages"),
    "page: files": (_find(File, schema_shared.shared_files, order_id="o1"), "f"),
    "page: versions": (_find(Revision, schema_shared.shared_revisions, file_id="f1"), "r"),
    "page: pictures": (_find(UploadItem, schema_shared.shared_items, order_id="o1"), "i"),
    "page: changes": (_find(Entry, schema_shared.shared_changes, order_id="o1"), "entries"),
    "page: own notes": (_find(Entry, schema_shared.shared_verdicts, order_id="o1"), "entries"),
    "page: own photos": (_find(CustomerPhoto, schema_files.customer_photos, order_id="o1"), "customer_photos"),
    "page: marks": (
        POSTINGS.question({"message_id": frozenset({"m1", "m2"}), "kind": "DeliverMessage"})[0], "outbox",  # type: ignore[index]
    ),
}  # fmt: skip
"""What runs once a second or once a message, and everything that a look at the page, a card or a list asks."""


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


TEXTS = re.compile(r"(?:key|event|chat_id|message_id)_\d+|kind|status")


def _params(words: str, constants: dict[str, object]) -> dict[str, object]:
    names = set(re.findall(r"(?<!:):([a-z_0-9]+)|%\((\w+)\)s", words))
    given = {one or other: 1 for one, other in names}
    texts = {"subject", "order_id", "own_strand", "strand", "posting", "partner", "partner_id", "reference", "file_id"}
    return {
        **{name: "x" if name in texts or TEXTS.fullmatch(name) else value for name, value in given.items()},
        **constants,
    }


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
