"""What people look at, with 100,000 orders and 1,000,000 messages against the same with 1,000 orders, on SQLite.

The customer's page, `/orders`, an order's card and the REST list, each asked of two running products in turn, of other
orders each time. Nothing is measured that was not really answered: every answer is looked into.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from benchmarks.copies import name_of
from benchmarks.crowd import REFERENCE, WORDS, fill
from benchmarks.product import SECRET_KEY, TOKEN, Running, cutr
from benchmarks.report import Line, median
from benchmarks.stage import slash
from benchmarks.strangers import strangers
from bots.customer.links import CustomerLinks
from core.orders import Order

FEW, MANY = 1_000, 100_000
TIMES, WARM_UP = 60, 15
GOAL = 1.5


@dataclass(frozen=True, slots=True)
class Crowd:
    """A running product over a database with so many orders, copies of the one called `first`."""

    product: Running
    session: aiohttp.ClientSession
    first: str
    number: int

    def one(self, chance: random.Random) -> int:
        """Any of the orders."""
        return chance.randint(1, self.number)


async def _page(crowd: Crowd, one: int) -> None:
    order = Order(name_of(crowd.first, one), "", "", "", datetime(2030, 1, 1, tzinfo=UTC))
    path = f"/c/{CustomerLinks(SECRET_KEY, '').token_for(order)}"
    async with crowd.session.get(crowd.product.url + path) as answer:
        told = await answer.text()
    assert told.count(WORDS) == 5, answer.status
    assert f"{name_of(REFERENCE, one)}<" in told or name_of(REFERENCE, one) in told


async def _orders(crowd: Crowd, _one: int) -> None:
    told = await slash(crowd.session, crowd.product, "/orders")
    assert name_of(REFERENCE, crowd.number) in told


async def _card(crowd: Crowd, one: int) -> None:
    told = await slash(crowd.session, crowd.product, "/order", name_of(REFERENCE, one))
    assert "Oak kitchen" in told


async def _rest_list(crowd: Crowd, _one: int) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with crowd.session.get(f"{crowd.product.url}/api/v1/orders", headers=headers) as answer:
        told = await answer.json()
    assert [len(told["orders"]), told["total"]] == [50, crowd.number + 1]


ASKED: dict[str, Callable[[Crowd, int], Awaitable[None]]] = {
    "customer page": _page,
    "/orders": _orders,
    "order card": _card,
    "REST list": _rest_list,
}


async def _timed(ask: Callable[[Crowd, int], Awaitable[None]], crowd: Crowd, one: int) -> float:
    begun = time.perf_counter()
    await ask(crowd, one)
    return (time.perf_counter() - begun) * 1000


async def _measure(few: Crowd, many: Crowd) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds of each question among few and among many, in turns."""
    chance = random.Random(4)
    found: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in ASKED}
    for time_ in range(WARM_UP + TIMES):
        for name, ask in ASKED.items():
            pair = await _timed(ask, few, few.one(chance)), await _timed(ask, many, many.one(chance))
            if time_ >= WARM_UP:
                found[name][0].append(pair[0])
                found[name][1].append(pair[1])
    return found


async def _run(folder: Path, firsts: dict[int, str]) -> dict[str, tuple[list[float], list[float]]]:
    urls = {number: f"sqlite:///{folder}/{number}.db" for number in firsts}
    with (
        strangers() as seen,
        cutr(seen.url, "web", database_url=urls[FEW]) as small,
        cutr(seen.url, "web", database_url=urls[MANY]) as large,
    ):
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
            few, many = Crowd(small, session, firsts[FEW], FEW), Crowd(large, session, firsts[MANY], MANY)
            return await _measure(few, many)


def run(told: Callable[[Line], None]) -> None:
    """One line per question: how many times as long it takes among a hundred times as many orders."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        firsts = {number: fill(folder / f"{number}.db", number) for number in (FEW, MANY)}
        found = asyncio.run(_run(folder, firsts))
    for name, (few, many) in found.items():
        told(
            Line(
                f"{name}, {MANY:,} orders and {10 * MANY:,} messages / {FEW:,} orders",
                median(many) / median(few),
                "at most",
                GOAL,
                f"p50 {median(many):.1f} ms against {median(few):.1f} ms",
            )
        )
