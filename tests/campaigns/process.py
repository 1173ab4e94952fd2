"""One process of the product as `cutr ROLE` starts it, with a clock that a campaign can move: its offset is in a file.

Only the time is another one: a lease of a minute is over, and three days go by, without anybody waiting for it.
`python -m tests.campaigns.process ROLE PORT CLOCK_FILE` reads the same environment as `cutr`.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from bots.app.logging import start_logging
from bots.app.parts import WORKER, Parts, assemble
from bots.app.run import address_of, listen, serve, stop_on_signals, worker_of
from bots.app.settings import Process, load

ROLES = {"web": {"web"}, "worker": {"worker"}, "clock": {"clock"}, "run": {"web", "worker", "clock"}}
WIDTH = 24
"""Bytes of the offset in the file, so that it can be written over at one go."""


def offset_reader(file: Path) -> Callable[[], float]:
    """Gives the seconds by which the campaign's clock is ahead of the machine's."""
    descriptor = os.open(file, os.O_RDONLY)
    return lambda: float(os.pread(descriptor, WIDTH, 0))


async def live(role: str, port: int, ahead: Callable[[], float]) -> None:
    """Serve the role until SIGTERM."""
    settings = load(Process(role), env_file=None)
    start_logging(settings.secrets())
    stop = asyncio.Event()
    stop_on_signals(stop)
    listener = listen("127.0.0.1", port) if port else None
    parts = assemble(
        settings,
        frozenset(ROLES[role]),
        clock=lambda: datetime.fromtimestamp(time.time() + ahead(), UTC),
        public_url=address_of(listener) if listener else None,
    )
    if role == WORKER:
        await work(parts, stop, ahead)
    else:
        await serve(parts, stop, listener, run=role == "run")


class MovedLoop(asyncio.SelectorEventLoop):
    """A loop whose timers follow the moved clock, so that a process that stood still finds its time-outs over."""

    def __init__(self, ahead: Callable[[], float]) -> None:
        super().__init__()
        self._ahead = ahead

    def time(self) -> float:
        """Monotonic seconds, moved."""
        return time.monotonic() + self._ahead()


async def work(parts: Parts, stop: asyncio.Event, ahead: Callable[[], float]) -> None:
    """The worker, whose leases end by the moved clock too."""
    assert parts.telegram is not None
    worker = worker_of(parts)
    worker.monotonic = lambda: time.monotonic() + ahead()
    greeting = asyncio.create_task(parts.telegram.start())
    await worker.run(stop)
    greeting.cancel()
    await parts.close()


def main(role: str, port: str, clock_file: str) -> None:
    """Run until SIGTERM. Webs and clocks have the loop of `cutr`; a worker has one whose time can be moved."""
    ahead = offset_reader(Path(clock_file))
    factory = (lambda: MovedLoop(ahead)) if role == WORKER else uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(live(role, int(port), ahead))


if __name__ == "__main__":
    main(*sys.argv[1:])
