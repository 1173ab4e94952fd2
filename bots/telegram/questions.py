"""Questions on their way to a chat: whoever answers one faster than its id could be stored is still understood.

Only this process's own questions are known here; the questions themselves are in the store (`core.commands.NoteAsk`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE_SECONDS = 3.0


class Questions:
    """Which chats have a question that is sent but not yet stored."""

    def __init__(self) -> None:
        self._under_way: dict[int, set[asyncio.Event]] = {}

    @contextmanager
    def being_put(self, chat: int) -> Iterator[None]:
        """Around the sending and storing of one question."""
        done = asyncio.Event()
        self._under_way.setdefault(chat, set()).add(done)
        try:
            yield
        finally:
            done.set()
            self._under_way[chat].discard(done)
            if not self._under_way[chat]:
                del self._under_way[chat]

    async def stored(self, chat: int) -> None:
        """Return once what is under way in this chat is stored, or after a few seconds all the same."""
        waiting = [done.wait() for done in self._under_way.get(chat, ())]
        if waiting:
            try:
                await asyncio.wait_for(asyncio.gather(*waiting), PATIENCE_SECONDS)
            except TimeoutError:
                return
