"""`cutr webhooks`: what Cutr's platform has not taken, and how to have it sent again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bots.app.house import house_of, utc_now
from bots.app.settings import Settings
from core.commands import ReplayHooks
from core.dispatch import Dispatcher
from core.handlers.hooks import ENDPOINT
from core.outbox import UNFINISHED, Posting, PostingState
from core.people import Actor, Role
from core.ports import Database, Store

T = TypeVar("T")
OPERATOR = Actor(Role.STAFF, "operator", "Operator")


@dataclass(frozen=True, slots=True)
class HookState:
    """How many wait, which were given up, and why nothing is sent at all (None when it is)."""

    waiting: int
    dead: list[Posting]
    trouble: str | None

    def lines(self) -> list[str]:
        """For the operator."""
        told = [f"{self.waiting} on their way, {len(self.dead)} given up."]
        if self.trouble is not None:
            told.append(f"The receiver's last trouble: {self.trouble}")
        return told + [_line(one) for one in self.dead[:50]]


def _line(one: Posting) -> str:
    about = one.body.get("order")
    reference = about.get("reference", "") if isinstance(about, dict) else ""
    return f"{one.id}  {one.body.get('at')}  {reference}  {one.body.get('type')}  {one.error or ''}"


def state_of(store: Store) -> HookState:
    """What waits and what was given up."""
    place = store.places.get(ENDPOINT)
    return HookState(
        len(store.outbox.find(place_id=ENDPOINT, state=UNFINISHED)),
        store.outbox.find(place_id=ENDPOINT, state=PostingState.FAILED),
        place.trouble if place is not None else None,
    )


async def look(settings: Settings) -> HookState:
    """The same from outside. Raises `StorageAway`."""
    return await _with_database(settings, lambda database: database.read(state_of))


async def replay(settings: Settings, since: datetime | None) -> int:
    """Queue them again and return how many: the given up, or everything from `since` on. Raises `StorageAway`."""

    async def job(database: Database) -> int:
        made = await Dispatcher(database, house_of(settings), utc_now).dispatch(ReplayHooks(since=since), OPERATOR)
        assert isinstance(made, list)
        return len(made)

    return await _with_database(settings, job)


async def _with_database(settings: Settings, job: Callable[[Database], Awaitable[T]]) -> T:
    from storage.database import open_database
    from storage.paces import Paces

    database = open_database(settings.cutr_database_url.get_secret_value(), Paces())
    try:
        return await job(database)
    finally:
        await database.close()
