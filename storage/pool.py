"""Jobs on pooled connections, each in its own transaction: everything on PostgreSQL, reading on SQLite.

SQLite's writing is in `storage.writer`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa

from core.ports import StorageAway, Store
from storage.failures import drivers, means_away, passing, tellable
from storage.paces import Paces
from storage.session import ReadingSession, Session, Tongue
from storage.store import SqlStore
from storage.unit_of_work import unit_of_work

TRIES = 4
"""A deadlock's victim is run again up to three times."""


class Pool:
    """As many threads as connections. `session_class` says whether they only read."""

    def __init__(
        self, engine: sa.Engine, tongue: Tongue, session_class: type[Session], size: int, paces: Paces
    ) -> None:
        self._engine = engine
        self._tongue: Tongue = tongue
        self._session_class = session_class
        self._paces = paces
        self._closed = False
        self._threads = ThreadPoolExecutor(size, thread_name_prefix=f"{tongue}-{session_class.__name__}")

    async def run(self, job: Callable[[Store], Any]) -> Any:
        """The job's result after its commit. Raises what the job raised, or `StorageAway`."""
        try:
            future = self._threads.submit(self._tried, job)
        except RuntimeError:
            raise StorageAway("the database is closed") from None
        return await asyncio.wrap_future(future)

    def at_once(self, job: Callable[[Store], Any]) -> Any:
        """As `run`, in the caller's own thread: for jobs so short that handing them over would take longer."""
        if self._closed:
            raise StorageAway("the database is closed")
        return self._tried(job)

    def close(self) -> None:
        """Finish what is queued, then close the connections. Blocks until then."""
        self._closed = True
        self._threads.shutdown(wait=True)
        self._engine.dispose()

    def _tried(self, job: Callable[[Store], Any]) -> Any:
        tries = 0
        while True:
            tries += 1
            try:
                return self._once(job)
            except passing() as failure:
                if tries == TRIES:
                    raise StorageAway(str(failure)) from failure
                time.sleep(0.005 * 2**tries)
            except StopIteration as failure:
                raise tellable(failure) from None
            except drivers() as failure:
                if means_away(failure):
                    raise StorageAway(str(failure)) from failure
                raise

    def _once(self, job: Callable[[Store], Any]) -> Any:
        proxy = self._engine.raw_connection()
        try:
            connection: Any = proxy.driver_connection
            store = self._store(proxy.info, connection)
            with unit_of_work(connection, store, self._tongue):
                return job(store)
        finally:
            proxy.close()

    def _store(self, info: dict[Any, Any], connection: Any) -> SqlStore:
        store: SqlStore | None = info.get("store")
        if store is None:
            store = info["store"] = SqlStore(self._session_class(connection, self._tongue), self._paces)
        return store


def reading_pool(engine: sa.Engine, tongue: Tongue, size: int, paces: Paces) -> Pool:
    """A pool whose stores change nothing."""
    return Pool(engine, tongue, ReadingSession, size, paces)
