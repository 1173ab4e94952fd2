"""The clock's part of a process."""

from __future__ import annotations

import asyncio

from bots.app.parts import Parts
from scheduler.ticks import Ticks


def ticks_of(parts: Parts) -> Ticks:
    """The metronome over these parts; the demo calls its `tick` after moving the clock."""
    return Ticks(parts.database, parts.dispatcher, parts.clock)


async def run_clock(parts: Parts, stop: asyncio.Event) -> None:
    """Tick every second until `stop` is set."""
    await ticks_of(parts).run(stop)
