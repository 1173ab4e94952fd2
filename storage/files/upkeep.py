"""What the night does: sweeps files that no row names, reads every kept one again (reliability.md I31, I33).

When it runs, and who is told, is the scheduler's and the core's business.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.shelf import Damaged, FileStore, Kept

GRACE: Final = timedelta(days=1)
"""How long a file may wait for its row. Files come first, so a young one is not yet an orphan."""
_BATCH: Final = 500

Known = Callable[[list[str]], Awaitable[frozenset[str]]]
"""Asked with some keys, tells which of them a row names: the list of all files need not fit into memory."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A kept file that can't be given out any more."""

    kept: Kept
    why: str


async def orphans(store: FileStore, known: Known, older_than: datetime) -> AsyncIterator[str]:
    """Keys (and unfinished files) written before `older_than` (UTC) that no row names."""
    batch: list[str] = []
    async for key, written_at in store.keys():
        if written_at < older_than:
            batch.append(key)
        if len(batch) == _BATCH:
            for orphan in await _unknown(batch, known):
                yield orphan
            batch = []
    for orphan in await _unknown(batch, known):
        yield orphan


async def sweep(store: FileStore, known: Known, now: datetime) -> int:
    """Removes orphans older than `GRACE`; returns how many."""
    found = [orphan async for orphan in orphans(store, known, now - GRACE)]
    for orphan in found:
        await store.remove(orphan)
    return len(found)


async def scrub(store: FileStore, files: AsyncIterable[Kept]) -> AsyncIterator[Finding]:
    """Reads each file to its end; yields the missing and the damaged ones."""
    async for kept in files:
        try:
            async for _ in store.read(kept.key, kept.sha256):
                pass
        except Damaged as damage:
            yield Finding(kept, str(damage))


async def _unknown(batch: list[str], known: Known) -> list[str]:
    if not batch:
        return []
    named = await known(batch)
    return [key for key in batch if key not in named]
