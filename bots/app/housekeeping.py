"""The night's work on the file store: what no row names is swept after a day, every kept file is read again.

Part of the clock's process; with several clocks the one that writes the day down first does it. What is damaged is
told to staff once (alert `file_damaged`), with the order it belongs to.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol, cast

import structlog

from core.commands import AlertStaff
from core.dispatch import Dispatcher
from core.files import ItemState, Revision
from core.people import CLOCK
from core.pieces import pieces_of
from core.ports import Database, OrderFilter, Page, StorageAway, Store
from core.shelf import FileStore, Kept
from storage.files import scrub, sweep

log = structlog.get_logger("cutr.housekeeping")
NIGHT_HOUR: Final = 2
"""UTC: in the middle of the European night, whatever the season."""
LOOK_EVERY_SECONDS: Final = 600.0
DONE: Final = "files:housekeeping"
TOLD: Final = "files:damaged:"
EVERYTHING: Final = OrderFilter()


class Facts(Protocol):
    """Facts that outlive a process."""

    def get(self, key: str) -> str | None: ...

    def put(self, key: str, value: str) -> None: ...


class Counts(Protocol):
    """Numbers that the database keeps."""

    def fold(self) -> None: ...


class FactStore(Store, Protocol):
    """A store that keeps facts and numbers as well."""

    @property
    def counts(self) -> Counts: ...

    @property
    def meta(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class Owner:
    """Which file of which order a key in the store belongs to."""

    order_id: str
    name: str


@dataclass(slots=True)
class Housekeeping:
    """`clock` gives the instant (UTC)."""

    database: Database
    dispatcher: Dispatcher
    files: FileStore
    clock: Callable[[], datetime]
    _owners: dict[str, Owner] = field(default_factory=dict)
    _pieces: frozenset[str] = frozenset()

    async def run(self, stop: asyncio.Event) -> None:
        """Do a night's work once a day until `stop` is set; a night that was missed is made up for."""
        while not stop.is_set():
            try:
                if await self._is_our_turn():
                    await self.tidy()
            except StorageAway:
                log.warning("housekeeping.storage_away")
            except Exception:  # the edge: the next night comes anyway
                log.exception("housekeeping.trouble")
            try:
                async with asyncio.timeout(LOOK_EVERY_SECONDS):
                    await stop.wait()
            except TimeoutError:
                continue

    async def tidy(self) -> tuple[int, int]:
        """Sweep and scrub now; how many orphans were removed, and how many damaged files found."""
        self._pieces = await self.database.read(_pieces_on_their_way)
        await self.database.run(lambda store: cast("FactStore", store).counts.fold())
        swept = await sweep(self.files, self._known, self.clock())
        damaged = 0
        async for finding in scrub(self.files, self._kept()):
            damaged += 1
            await self._tell(self._owners[finding.kept.key], finding.kept.key)
        log.info("housekeeping.done", swept=swept, damaged=damaged)
        return swept, damaged

    async def _is_our_turn(self) -> bool:
        now = self.clock()
        if now.hour < NIGHT_HOUR:
            return False
        today = now.date().isoformat()

        def job(store: Store) -> bool:
            facts = cast("FactStore", store).meta
            if (facts.get(DONE) or "") >= today:
                return False
            facts.put(DONE, today)
            return True

        return await self.database.run(job)

    async def _known(self, keys: list[str]) -> frozenset[str]:
        """Which of these keys a row names: as an original, a preview or a clean copy, whoever sent it."""
        wanted = frozenset(keys)

        def job(store: Store) -> frozenset[str]:
            named: set[str | None] = set()
            for column in ("blob", "preview", "copy"):
                named |= {getattr(one, column) for one in store.revisions.find(**{column: wanted})}
                named |= {getattr(one, column) for one in store.upload_items.find(**{column: wanted})}
            for column in ("blob", "preview"):
                named |= {getattr(one, column) for one in store.customer_photos.find(**{column: wanted})}
            return frozenset(key for key in named if key) | (wanted & self._pieces)

        return await self.database.read(job)

    async def _kept(self) -> AsyncIterator[Kept]:
        """Every revision's files, an order at a time."""
        async for order_id in self._orders():
            for revision, name in await self.database.read(_revisions_of(order_id)):
                for kept in _files_of(revision):
                    self._owners = {kept.key: Owner(order_id, name)}
                    yield kept

    async def _orders(self) -> AsyncIterator[str]:
        after: str | None = None
        while True:
            page = await self.database.read(_page_after(after))
            for order_id in page.ids:
                yield order_id
            after = page.after
            if after is None:
                return

    async def _tell(self, owner: Owner, key: str) -> None:
        def job(store: Store) -> None:
            facts = cast("FactStore", store).meta
            if facts.get(TOLD + key) is None:
                facts.put(TOLD + key, self.clock().isoformat())
                self.dispatcher.apply(store, AlertStaff("file_damaged", owner.name, owner.order_id), CLOCK)

        await self.database.run(job)
        self.dispatcher.nudge()


def _pieces_on_their_way(store: Store) -> frozenset[str]:
    """Of uploads that are complete but not yet one file. Unfinished ones live no longer than a piece may wait."""
    waiting = store.upload_items.find(state=ItemState.WANTED)
    return frozenset(piece.key for item in waiting for piece in pieces_of(item))


def _page_after(after: str | None) -> Callable[[Store], Page]:
    return lambda store: store.search.orders(EVERYTHING, after, 100)


def _revisions_of(order_id: str) -> Callable[[Store], list[tuple[Revision, str]]]:
    def job(store: Store) -> list[tuple[Revision, str]]:
        names = {file.id: file.name for file in store.files.find(order_id=order_id)}
        return [(one, names[one.file_id]) for one in store.revisions.find(order_id=order_id)]

    return job


def _files_of(revision: Revision) -> Iterator[Kept]:
    """The original, and what was made of it, with the hashes that were written down then."""
    yield Kept(revision.blob, revision.sha256, revision.size)
    for key, what in ((revision.preview, "preview"), (revision.copy, "copy")):
        sha256 = revision.facts.get(f"{what}_sha256")
        if key and isinstance(sha256, str):
            yield Kept(key, sha256, 0)
