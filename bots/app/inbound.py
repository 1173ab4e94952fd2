"""Says again and again how far what people send has been read, so that no window closes over words still on their way.

`page` is read as long as a web process answers: nobody else keeps what a customer sends. `telegram` is read when
Telegram holds nothing back for us, polled or by webhook alike (platforms.md 2.3). What staff write down of a customer's
word carries its own instant and wins whenever it comes, so Slack is no source.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from core.commands import NoteInbound
from core.dispatch import Dispatcher
from core.people import CLOCK
from core.ports import StorageAway

log = structlog.get_logger("cutr.inbound")
EVERY_SECONDS = 20.0
ANSWER_SECONDS = 5.0
IsEmpty = Callable[[], Awaitable[bool]]


async def always() -> bool:
    """A way in that keeps nothing back."""
    return True


@dataclass(slots=True)
class Inbound:
    """`sources` tell by name whether everything there is known to be read; `clock` gives the instant (UTC)."""

    dispatcher: Dispatcher
    clock: Callable[[], datetime]
    sources: Mapping[str, IsEmpty] = field(default_factory=dict)

    async def run(self, stop: asyncio.Event) -> None:
        """Look until `stop` is set."""
        while not stop.is_set():
            try:
                await self.note()
            except StorageAway:
                log.warning("inbound.storage_away")
            try:
                async with asyncio.timeout(EVERY_SECONDS):
                    await stop.wait()
            except TimeoutError:
                continue

    async def note(self) -> None:
        """Look at every source once; one that can't be asked stays where it was. Raises `StorageAway`."""
        for name, is_empty in self.sources.items():
            began = self.clock()
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    empty = await is_empty()
            except TimeoutError:
                log.info("inbound.not_told", source=name)
                continue
            if empty:
                await self.dispatcher.dispatch(NoteInbound(name, began), CLOCK)
