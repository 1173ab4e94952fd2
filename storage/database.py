"""The door to the database: `open_database`. The schema itself is brought up to date by `storage.migrating`.

SQLite: one writer with shared commits, a few reading threads, a connection for a glance. PostgreSQL: a pool of threads,
a transaction each.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from core.ports import Store
from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.paces import Paces
from storage.pool import Pool, reading_pool
from storage.session import Session
from storage.writer import Writer

R = TypeVar("R")


class Runner(Protocol):
    """What runs jobs: a pool or the writer."""

    async def run(self, job: Callable[[Store], Any]) -> Any: ...
    def close(self) -> None: ...


class SqlDatabase:
    """Implements `core.ports.Database`; safe to use from several event loops and threads."""

    def __init__(
        self, changing: Runner, reading: Runner, engines: list[sa.Engine], glancing: Pool | None = None
    ) -> None:
        self._changing = changing
        self._reading = reading
        self._glancing = glancing
        self._engines = engines

    async def run(self, job: Callable[[Store], R]) -> R:
        """As `core.ports.Database.run`."""
        result: Awaitable[R] = self._changing.run(job)
        return await result

    async def read(self, job: Callable[[Store], R]) -> R:
        """As `core.ports.Database.read`: one consistent view of what is committed."""
        result: Awaitable[R] = self._reading.run(job)
        return await result

    async def glance(self, job: Callable[[Store], R]) -> R:
        """As `core.ports.Database.glance`; a server is asked from another thread all the same, it may be slow."""
        if self._glancing is None:
            return await self.read(job)
        result: R = self._glancing.at_once(job)
        return result

    async def ping(self) -> None:
        """Ask the database something. Raises `StorageAway`."""
        await self.read(lambda store: store.orders.get(""))

    async def close(self) -> None:
        """Finish the jobs under way and close all connections."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._changing.close()
        self._reading.close()
        if self._glancing is not None:
            self._glancing.close()
        for engine in self._engines:
            engine.dispose()


def open_database(url: str, paces: Paces, *, threads: int = 6) -> SqlDatabase:
    """The database at `sqlite:///path` or `postgresql://…`, already migrated. Connects with the first job.

    `threads` is the number of connections that change things on PostgreSQL; as many again only read. Raises
    `storage.engines.UnusableDatabase` when the URL or the SQLite library can't be used.
    """
    where = parsed(url)
    if where.get_backend_name() == "sqlite":
        return _open_sqlite(where, paces)
    changing = postgres_engine(where, pool_size=threads)
    reading = postgres_engine(
        where, pool_size=threads,
        more="-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read",
    )  # fmt: skip
    return SqlDatabase(
        Pool(changing, "postgresql", Session, threads, paces),
        reading_pool(reading, "postgresql", threads, paces),
        [changing, reading],
    )


def _open_sqlite(where: sa.URL, paces: Paces) -> SqlDatabase:
    changing, reading, glancing = sqlite_engine(where), sqlite_engine(where, pool_size=3), sqlite_engine(where)
    for engine in (reading, glancing):
        sa.event.listen(engine, "connect", _only_read)
    writer = Writer(changing, paces)
    writer.start()
    return SqlDatabase(
        writer,
        reading_pool(reading, "sqlite", 3, paces),
        [changing, reading, glancing],
        reading_pool(glancing, "sqlite", 1, paces),
    )


def _only_read(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")
