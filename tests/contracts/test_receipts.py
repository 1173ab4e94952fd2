"""`core.ports.Receipts`, REST answers and facts: admitted once, kept aside, let go again (reliability.md I2, I5)."""

import asyncio

from core.chats import Platform
from core.ports import Database, Receipt, Store
from storage.database import SqlDatabase
from storage.store import SqlStore
from tests.support.samples import NOON

FIRST = Receipt("telegram:1:100", Platform.TELEGRAM, "-100/5/0")


async def test_an_update_is_admitted_once_by_either_key(database: Database) -> None:
    async def admitted(receipt: Receipt) -> bool:
        return await database.run(lambda store: store.receipts.admit(receipt, NOON))

    assert await admitted(FIRST)
    assert not await admitted(FIRST)
    assert not await admitted(Receipt("backfill:1", Platform.TELEGRAM, "-100/5/0"))
    assert await admitted(Receipt("slack:1", Platform.SLACK, "-100/5/0"))
    assert await admitted(Receipt("slack:2", Platform.SLACK))
    assert await admitted(Receipt("slack:3", Platform.SLACK))


async def test_a_receipt_of_an_undone_transaction_is_forgotten(database: Database) -> None:
    def fail(store: Store) -> None:
        assert store.receipts.admit(FIRST, NOON)
        raise LookupError

    outcome = await asyncio.gather(database.run(fail), return_exceptions=True)
    assert isinstance(outcome[0], LookupError)
    assert await database.run(lambda store: store.receipts.admit(FIRST, NOON))


async def test_a_poisonous_update_is_kept_until_it_has_had_its_effect(database: Database) -> None:
    payload = {"update_id": 100, "text": "\x00 \ud800"}
    error = "broke on '\x00'"
    await database.run(lambda store: store.receipts.set_aside(FIRST, NOON, "E-1", payload, error))
    assert not await database.run(lambda store: store.receipts.admit(FIRST, NOON))
    ((reference, at, platform, told),) = await database.read(lambda store: store.search.set_aside())
    assert (reference, at, platform, told.startswith("broke on")) == ("E-1", NOON, "telegram", True)
    assert await database.run(lambda store: store.receipts.take_up("E-1")) == (FIRST, payload)
    assert len(await database.read(lambda store: store.search.set_aside())) == 1
    assert await database.run(lambda store: store.receipts.admit(FIRST, NOON))
    assert not await database.run(lambda store: store.receipts.admit(FIRST, NOON))
    assert await database.read(lambda store: store.search.set_aside()) == []
    assert await database.run(lambda store: store.receipts.finish("E-1"))
    assert await database.run(lambda store: store.receipts.take_up("E-1")) is None


async def test_what_fails_again_stays_under_its_reference(database: Database) -> None:
    async def set_aside(receipt: Receipt, reference: str) -> str:
        return await database.run(lambda store: store.receipts.set_aside(receipt, NOON, reference, {"n": 1}, "broke"))

    assert await set_aside(FIRST, "E-1") == "E-1"
    assert await set_aside(FIRST, "E-2") == "E-1"
    assert await set_aside(Receipt("telegram:1:101", Platform.TELEGRAM, "-100/5/0"), "E-3") == "E-1"
    assert await database.run(lambda store: store.receipts.take_up("E-1"))
    assert await set_aside(FIRST, "E-4") == "E-1"
    assert not await database.run(lambda store: store.receipts.finish("E-1"))
    assert not await database.run(lambda store: store.receipts.admit(FIRST, NOON))
    assert await database.run(lambda store: store.receipts.take_up("E-1")) == (FIRST, {"n": 1})
    assert await database.run(lambda store: store.receipts.finish("E-1"))
    assert not await database.run(lambda store: store.receipts.admit(FIRST, NOON))


async def test_what_raised_after_its_effect_is_kept_too(database: Database) -> None:
    assert await database.run(lambda store: store.receipts.admit(FIRST, NOON))
    kept = await database.run(lambda store: store.receipts.set_aside(FIRST, NOON, "E-1", {"n": 1}, "broke"))
    assert kept == "E-1"
    taken = await database.run(lambda store: store.receipts.take_up("E-1"))
    assert taken is not None
    assert taken[1] == {"n": 1}
    assert not await database.run(lambda store: store.receipts.admit(FIRST, NOON))
    assert await database.run(lambda store: store.receipts.finish("E-1"))


async def test_fifty_deliveries_at_once_have_one_effect(sql: SqlDatabase) -> None:
    other_ways = [Receipt(f"way:{n}", Platform.TELEGRAM, "-100/5/0") for n in range(25)]
    receipts = [*other_ways, *[FIRST] * 25]

    async def admitted(receipt: Receipt) -> bool:
        return await sql.run(lambda store: store.receipts.admit(receipt, NOON))

    assert sum(await asyncio.gather(*map(admitted, receipts))) == 1


async def test_answers_and_facts_are_remembered(sql: SqlDatabase) -> None:
    def answer(store: SqlStore) -> list[bool]:
        store.meta.put("offset", "1")
        store.meta.put("offset", "2")
        return [store.idempotency.put("k", fingerprint, 201, "{}", NOON) for fingerprint in ("a", "b")]

    assert await sql.run(answer) == [True, False]  # type: ignore[arg-type]
    kept = await sql.read(lambda store: store.idempotency.get("k"))  # type: ignore[attr-defined]
    assert (kept.fingerprint, kept.status, kept.body) == ("a", 201, "{}")
    assert await sql.read(lambda store: store.meta.get("offset")) == "2"  # type: ignore[attr-defined]
    assert await sql.read(lambda store: store.meta.get("none")) is None  # type: ignore[attr-defined]
