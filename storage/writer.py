"""SQLite's one writer: all queued jobs in shared transactions, one fsync for many (decision 0004).

A thread begins and commits, because both may wait for a disk or for another process; the jobs in between run in the
event loop's own thread (`storage.handover` says why). Reading happens elsewhere, in `storage.pool`.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

import sqlalchemy as sa

from core.ports import StorageAway, Store
from storage.failures import means_away, tellable
from storage.handover import in_loop
from storage.paces import Paces
from storage.session import Session
from storage.store import SqlStore
from storage.unit_of_work import share_of, shared_transaction

MOST_JOBS = 64
MOST_SECONDS = 0.02
"""A transaction ends at whichever comes first, so that nobody waits long for the neighbours' jobs."""


@dataclass(slots=True, eq=False)
class Errand:
    """One job and whom to tell."""

    job: Callable[[Store], Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    result: Any = None
    failure: BaseException | None = None

    def answer(self) -> None:
        """Tell the one who waits, in its own loop."""
        if self.future.done():
            return
        if self.failure is not None:
            self.future.set_exception(self.failure)
        else:
            self.future.set_result(self.result)


@dataclass(slots=True)
class Line:
    """The writer's connection and its store."""

    proxy: Any
    connection: Any
    store: SqlStore


@dataclass(slots=True, eq=False)
class Writer:
    """Owns the only connection that writes. A job's failure undoes that job alone."""

    engine: sa.Engine
    paces: Paces
    _queue: SimpleQueue[Errand | None] = field(default_factory=SimpleQueue)
    _line: Line | None = None
    _thread: threading.Thread | None = None
    _closing: bool = False

    def start(self) -> None:
        self._thread = threading.Thread(target=self._work, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[Store], Any]) -> Any:
        """The job's result once it is durable. Raises what the job raised, or `StorageAway`."""
        if self._closing:
            raise StorageAway("the database is closed")
        loop = asyncio.get_running_loop()
        errand = Errand(job, loop, loop.create_future())
        self._queue.put(errand)
        return await errand.future

    def close(self) -> None:
        """Finish what is queued, then end. Blocks until then."""
        self._closing = True
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        goes_on = True
        while goes_on:
            first = self._queue.get()
            if first is None:
                break
            goes_on = self._share(first)
        self._hang_up()

    def _share(self, first: Errand) -> bool:
        """One transaction for `first` and whoever has queued meanwhile. False when it is time to end."""
        errands = [first]
        goes_on = True
        try:
            line = self._open_line()
            with shared_transaction(line.connection, line.store):
                goes_on = in_loop(first.loop, lambda: self._together(line, errands))
        except BaseException as failure:  # noqa: BLE001 - whatever it is, those who wait must hear it
            self._hang_up()
            away = StorageAway(str(failure)) if means_away(failure) or isinstance(failure, StorageAway) else failure
            for errand in errands:
                errand.failure = away
        self._answer(errands)
        return goes_on

    def _together(self, line: Line, errands: list[Errand]) -> bool:
        latest = time.perf_counter() + MOST_SECONDS
        self._one(line, errands[0])
        while len(errands) < MOST_JOBS and time.perf_counter() < latest:
            try:
                errand = self._queue.get_nowait()
            except Empty:
                return True
            if errand is None:
                return False
            errands.append(errand)
            self._one(line, errand)
        return True

    def _one(self, line: Line, errand: Errand) -> None:
        if errand.future.cancelled():
            return
        try:
            with share_of(line.connection, line.store):
                errand.result = errand.job(line.store)
        except BaseException as failure:
            if not line.connection.in_transaction:
                # SQLite itself undid the whole transaction (disk full, I/O error): the neighbours' jobs with it.
                raise StorageAway(str(failure)) from failure
            errand.failure = StorageAway(str(failure)) if means_away(failure) else tellable(failure)

    def _answer(self, errands: list[Errand]) -> None:
        for loop in {errand.loop for errand in errands}:
            told = [errand.answer for errand in errands if errand.loop is loop]
            # A loop that was closed meanwhile has nobody left who waits.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(_each, told)

    def _open_line(self) -> Line:
        if self._line is None:
            proxy = self.engine.raw_connection()
            connection: Any = proxy.driver_connection
            self._line = Line(proxy, connection, SqlStore(Session(connection, "sqlite"), self.paces))
        return self._line

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.store.forget()
            line.proxy.invalidate()


def _each(calls: list[Callable[[], None]]) -> None:
    for call in calls:
        call()
