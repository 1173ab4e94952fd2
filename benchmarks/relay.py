"""Durable relay Telegram -> Slack thread against a bare python-telegram-bot handler that stores nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import aiohttp

from benchmarks.product import Running, bare, cutr
from benchmarks.report import Line, median
from benchmarks.stage import Topic, hook, orders_at_partners, said
from benchmarks.strangers import Address, strangers

GROUPS = 16
MESSAGES = 40
REPEATS = 3


async def _burst(session: aiohttp.ClientSession, product: Running, seen: Address, topics: list[Topic]) -> float:
    """Messages per second, from the first delivery until Slack has the last. One at a time per group, as Telegram."""
    await seen.forget(session)
    begun = time.perf_counter()

    async def group(topic: Topic) -> None:
        for number in range(MESSAGES):
            await hook(session, product, said(topic, f"message {number}"))

    await asyncio.gather(*(group(topic) for topic in topics))
    total = MESSAGES * len(topics)
    await seen.wait_for_posts(session, total)
    return total / (time.perf_counter() - begun)


async def _measure() -> tuple[list[float], list[float]]:
    ours: list[float] = []
    theirs: list[float] = []
    with strangers() as seen, cutr(seen.url) as product, bare("telegram", seen.url) as baseline:
        async with aiohttp.ClientSession() as session:
            topics = await orders_at_partners(session, product, GROUPS)
            await asyncio.sleep(1)
            for _ in range(REPEATS + 1):
                ours.append(await _burst(session, product, seen, topics))
                # The marks follow the words; they must not run beside the other's burst.
                await asyncio.sleep(5)
                theirs.append(await _burst(session, baseline, seen, topics))
    return ours[1:], theirs[1:]


def run(told: Callable[[Line], None]) -> None:
    """One line: the ratio of throughputs; the first burst of each is a warm-up."""
    ours, theirs = asyncio.run(_measure())
    ratio = median([a / b for a, b in zip(ours, theirs, strict=True)])
    told(
        Line(
            "durable relay Telegram -> Slack / bare handler, messages per second",
            ratio,
            "at least",
            0.5,
            f"{median(ours):.0f}/s against {median(theirs):.0f}/s",
        )
    )
