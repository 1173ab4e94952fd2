"""The clock's part of a process."""

from __future__ import annotations

import asyncio

from bots.app.housekeeping import Housekeeping
from bots.app.parts import Parts
from scheduler.ticks import Ticks


def ticks_of(parts: Parts) -> Ticks:
    """The metronome over these parts; the demo calls its `tick` after moving the clock."""
    look_in = parts.inbound.note if parts.inbound is not None else None
    return Ticks(parts.database, parts.dispatcher, parts.clock, look_in)


def housekeeping_of(parts: Parts) -> Housekeeping:
    """The night's work on the file store; the demo and tests call its `tidy`."""
    return Housekeeping(parts.database, parts.dispatcher, parts.files, parts.clock)


async def run_clock(parts: Parts, stop: asyncio.Event) -> None:
    """Tick every second, and tidy every night, until `stop` is set."""
    async with asyncio.TaskGroup() as together:
        together.create_task(ticks_of(parts).run(stop))
        together.create_task(housekeeping_of(parts).run(stop))
