"""The metronome: once a second it asks the database what is due and puts each deadline through the one door.

It holds no rule and no state: any number of clocks may run, and one that was down catches up with its first tick
(product decision 5). APScheduler only counts seconds here; its job store is never used.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from core.commands import Command, FireDeadline, MarkWaiting
from core.dispatch import Dispatcher
from core.handlers.clock import ensure_digest
from core.handlers.reporting import ensure_report
from core.people import CLOCK
from core.ports import Database, StorageAway, Store
from core.refusals import Refusal
from core.work import Work

log = structlog.get_logger("cutr.clock")
AT_ONCE = 200
SEED_EVERY = timedelta(hours=1)
WAITS_LONG = timedelta(seconds=3)
"""Words that take longer get the mark "on its way"."""


@dataclass(slots=True)
class Ticks:
    """`clock` gives the instant (UTC); in the demo it is moved by hours and days.

    `look_in` has the ways in of this very process looked at before anything fires; other processes do so by themselves.
    """

    database: Database
    dispatcher: Dispatcher
    clock: Callable[[], datetime]
    look_in: Callable[[], Awaitable[None]] | None = None
    _seeded_at: datetime | None = None

    async def run(self, stop: asyncio.Event, seconds: float = 1.0) -> None:
        """Tick until `stop` is set; returns when the last tick has ended."""
        metronome = AsyncIOScheduler(timezone="UTC")
        metronome.add_job(
            self.tick, "interval", seconds=seconds, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        await self.tick()
        metronome.start()
        try:
            await stop.wait()
        finally:
            metronome.shutdown(wait=False)

    async def tick(self) -> int:
        """Fire everything due now, earliest first, each in its own transaction; the number of deadlines fired."""
        fired: dict[str, bool] = {}
        try:
            await self._seed()
            while found := await self._due(fired):
                if self.look_in is not None and not fired:
                    await self.look_in()
                for deadline_id in found:
                    fired[deadline_id] = await self._do(FireDeadline(deadline_id))
            await self._mark_waiting()
        except StorageAway:
            log.warning("clock.storage_away")
        except Exception:  # the edge: the next tick comes anyway
            log.exception("clock.trouble", reference=_reference())
        return sum(fired.values())

    async def _due(self, tried: dict[str, bool]) -> list[str]:
        """What is due and was not tried in this tick: what failed waits for the next, and hides nothing behind it."""
        now, limit = self.clock(), AT_ONCE + sum(not done for done in tried.values())
        found = await self.database.run(lambda store: store.search.due(now, limit))
        return [deadline_id for deadline_id in found if deadline_id not in tried]

    async def _mark_waiting(self) -> None:
        since = self.clock() - WAITS_LONG
        for message_id in await self.database.read(lambda store: store.search.waiting(since, AT_ONCE)):
            await self._do(MarkWaiting(message_id))

    async def _do(self, command: Command) -> bool:
        """Whether it was done; `StorageAway` is raised, everything else is logged."""
        try:
            await self.dispatcher.dispatch(command, CLOCK)
        except StorageAway:
            raise
        except Refusal as refusal:
            log.warning("clock.refused", command=type(command).__name__, refusal=type(refusal).__name__)
        except Exception:  # the edge: one deadline's bug must not hold up the others
            log.exception("clock.trouble", command=str(command), reference=_reference())
        else:
            return True
        return False

    async def _seed(self) -> None:
        """See to it that staff's daily digest and weekly report have their deadlines: at the start and hourly."""
        now = self.clock()
        if self._seeded_at is not None and self._seeded_at <= now < self._seeded_at + SEED_EVERY:
            return

        def job(store: Store) -> None:
            work = Work(store, self.dispatcher.house, CLOCK, now)
            ensure_digest(work)
            ensure_report(work)

        await self.database.run(job)
        self._seeded_at = now


def _reference() -> str:
    return secrets.token_hex(4).upper()
