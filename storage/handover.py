"""Has the event loop's thread make a call for another thread, which waits for it.

Python's threads take turns, and SQLite gives the turn away at every statement: a thread that runs forty statements
beside a busy loop waits forty times for its turn. Run in the loop's thread, the same statements wait for nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

R = TypeVar("R")
PATIENCE_SECONDS = 0.2
"""A loop that has not begun by then is blocked, stopped or closed: the waiting thread makes the call itself."""


class _Call(Generic[R]):
    """A call that is made once, by whoever comes first."""

    def __init__(self, call: Callable[[], R]) -> None:
        self._call = call
        self._begun = threading.Lock()
        self.ended = threading.Event()
        self._result: list[R] = []
        self._failure: BaseException | None = None

    def make(self) -> None:
        if not self._begun.acquire(blocking=False):
            return
        try:
            self._result.append(self._call())
        except BaseException as failure:  # noqa: BLE001 - it belongs to the thread that waits
            self._failure = failure
        self.ended.set()

    def outcome(self) -> R:
        if self._failure is not None:
            raise self._failure
        return self._result[0]


def in_loop(loop: asyncio.AbstractEventLoop, call: Callable[[], R]) -> R:
    """The call's result, or whatever it raised. Not to be used from the loop's own thread."""
    made = _Call(call)
    with contextlib.suppress(RuntimeError):  # the loop is closed
        loop.call_soon_threadsafe(made.make)
    while not made.ended.wait(PATIENCE_SECONDS):
        made.make()
    return made.outcome()
