"""Another order's message behind forty sends of 50 ms in the same Slack channel: how long it is delayed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import aiohttp

from benchmarks.product import Running, cutr
from benchmarks.report import Line, median
from benchmarks.stage import Topic, hook, orders_at_partners, said
from benchmarks.strangers import SLOW_WORD, Address, strangers

SENDS = 40
REPEATS = 5


async def _arrival(session: aiohttp.ClientSession, product: Running, seen: Address, topic: Topic, word: str) -> float:
    begun = time.perf_counter()
    await hook(session, product, said(topic, word))
    while True:
        if any(word in body for _, body in await seen.posts(session)):
            return (time.perf_counter() - begun) * 1000
        await asyncio.sleep(0.002)


async def _measure() -> tuple[list[float], list[float]]:
    alone: list[float] = []
    behind: list[float] = []
    with strangers() as seen, cutr(seen.url) as product:
        async with aiohttp.ClientSession() as session:
            slow, other = await orders_at_partners(session, product, 2)
            await asyncio.sleep(1)
            for number in range(REPEATS):
                await seen.forget(session)
                alone.append(await _arrival(session, product, seen, other, f"alone{number}x"))
                for _ in range(SENDS):
                    await hook(session, product, said(slow, f"{SLOW_WORD} {number}"))
                behind.append(await _arrival(session, product, seen, other, f"behind{number}x"))
                await seen.wait_for_posts(session, SENDS + 2)
                await asyncio.sleep(0.5)
    return alone, behind


def run(told: Callable[[Line], None]) -> None:
    """One line: the delay in milliseconds against the same message alone."""
    alone, behind = asyncio.run(_measure())
    delay = median([b - a for a, b in zip(alone, behind, strict=True)])
    told(
        Line(
            "another order's message behind 40 sends of 50 ms, ms later than alone",
            delay,
            "at most",
            100.0,
            f"{median(behind):.0f} ms against {median(alone):.0f} ms",
        )
    )
