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
from storage.failures import may_pass, means_away, tellable
from storage.paces import Paces
from storage.session import ReadingSession, Session, Tongue
from storage.store import SqlStore

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
        self._begin = tongue == "sqlite"
        self._threads = ThreadPoolExecutor(size, thread_name_prefix=f"{tongue}-{session_class.__name__}")

    async def run(self, job: Callable[[Store], Any]) -> Any:
        """The job's result after its commit. Raises what the job raised, or `StorageAway`."""
        try:
            future = self._threads.submit(self._tried, job)
        except RuntimeError:
            raise StorageAway("the database is closed") from None
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """Finish what is queued, then close the connections. Blocks until then."""
        self._threads.shutdown(wait=True)
        self._engine.dispose()

    def _tried(self, job: Callable[[Store], Any]) -> Any:
        for tries in range(1, TRIES + 1):
            try:
                return self._once(job)
            except Exception as failure:
                if may_pass(failure) and tries < TRIES:
                    time.sleep(0.005 * 2**tries)
                elif means_away(failure):
                    raise StorageAway(str(failure)) from failure
                else:
                    raise tellable(failure) from failure.__cause__
        raise StorageAway("kept losing against other transactions")

    def _once(self, job: Callable[[Store], Any]) -> Any:
        proxy = self._engine.raw_connection()
        try:
            connection: Any = proxy.driver_connection
            store = self._store(proxy.info, connection)
            try:
                if self._begin:
                    connection.execute("BEGIN")
                result = job(store)
                store.finish()
                connection.commit()
            except BaseException:
                store.forget()
                connection.rollback()
                raise
            return result
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
