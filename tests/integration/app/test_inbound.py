"""How far the ways in were read: noted while they are empty, and left as it was while nobody can tell."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bots.app.inbound import Inbound, always
from core.dispatch import Dispatcher
from tests.support.desk import MONDAY, Desk


class Source:
    """A way in whose answer can be chosen."""

    def __init__(self) -> None:
        self.answer: bool | Exception = True

    async def __call__(self) -> bool:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def marks(desk: Desk) -> dict[str, object]:
    return {mark.id: mark.read_until for mark in desk.store.inbound_marks.find()}


async def test_only_what_is_known_to_be_empty_is_noted() -> None:
    desk, telegram = Desk(), Source()
    dispatcher: Dispatcher = desk.dispatcher
    inbound = Inbound(dispatcher, lambda: desk.now, {"page": always, "telegram": telegram})
    await inbound.note()
    assert marks(desk) == {"page": MONDAY, "telegram": MONDAY}
    desk.now = MONDAY + timedelta(hours=1)
    for trouble in (False, TimeoutError()):
        telegram.answer = trouble
        await inbound.note()
        assert marks(desk) == {"page": desk.now, "telegram": MONDAY}
    telegram.answer = True
    await inbound.note()
    assert marks(desk) == {"page": desk.now, "telegram": desk.now}


async def test_it_looks_until_it_is_stopped() -> None:
    desk, stop = Desk(), asyncio.Event()
    inbound = Inbound(desk.dispatcher, lambda: desk.now, {"page": always})
    running = asyncio.create_task(inbound.run(stop))
    asyncio.get_running_loop().call_later(0.05, stop.set)
    await asyncio.wait_for(running, 5)
    assert marks(desk) == {"page": MONDAY}
