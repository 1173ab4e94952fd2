"""A signed slash command to its answer, against a bare Bolt app's."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import aiohttp

from benchmarks.product import Running, bare, cutr
from benchmarks.report import Line, median
from benchmarks.stage import orders_at_partners, slash
from benchmarks.strangers import strangers

TIMES = 200


async def _one(session: aiohttp.ClientSession, product: Running) -> float:
    begun = time.perf_counter()
    await slash(session, product, "/orders")
    return (time.perf_counter() - begun) * 1000


async def _measure() -> tuple[float, float]:
    with strangers() as seen, cutr(seen.url) as product, bare("slack", seen.url) as baseline:
        async with aiohttp.ClientSession() as session:
            await orders_at_partners(session, product, 5)
            await asyncio.sleep(2)
            ours: list[float] = []
            theirs: list[float] = []
            for number in range(TIMES + 20):
                pair = await _one(session, product), await _one(session, baseline)
                if number >= 20:
                    ours.append(pair[0])
                    theirs.append(pair[1])
            return median(ours), median(theirs)


def run(told: Callable[[Line], None]) -> None:
    """One line: milliseconds over the bare app's, medians of interleaved pairs."""
    ours, theirs = asyncio.run(_measure())
    told(
        Line(
            "signed /orders to its answer, ms over a bare Bolt app",
            ours - theirs,
            "at most",
            3.0,
            f"p50 {ours:.2f} ms against {theirs:.2f} ms",
        )
    )
