"""The metronome over the real rules and a store in dictionaries."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from core import commands as c
from core.people import PLATFORM
from core.ports import StorageAway, Store
from core.timeline import Deadline, DeadlineKind, DeadlineState
from scheduler.ticks import Ticks
from tests.support.desk import Desk
from tests.support.fake_store import FakeDatabase

R = TypeVar("R")


def running(desk: Desk) -> None:
    partner = desk.partner()
    customer = desk.do(c.AddCustomer("Ann", "ann@example.org"))
    order = desk.do(c.CreateOrder("CU-1", "Kitchen", customer.id))  # type: ignore[attr-defined]
    desk.do(c.AssignOrder(order.id, partner.id), PLATFORM)  # type: ignore[attr-defined]


def due(desk: Desk) -> list[Deadline]:
    return [d for d in desk.store.deadlines.find(state=DeadlineState.OPEN) if d.due_at <= desk.now]


async def test_everything_due_happens_in_one_tick_after_any_downtime() -> None:
    desk = Desk()
    running(desk)
    ticks = Ticks(desk.database, desk.dispatcher, lambda: desk.now)
    desk.now += timedelta(days=30)
    assert len(due(desk)) > 1
    fired = await ticks.tick()
    assert (fired > 1, due(desk)) == (True, [])
    assert await ticks.tick() == 0


async def test_the_first_tick_plans_the_digest() -> None:
    desk = Desk()
    await Ticks(desk.database, desk.dispatcher, lambda: desk.now).tick()
    found = desk.store.deadlines.find(kind=DeadlineKind.STAFF_DIGEST)
    assert [d.state for d in found] == [DeadlineState.OPEN]


async def test_one_that_fails_does_not_hold_up_the_others_and_is_tried_again() -> None:
    desk = Desk()
    running(desk)
    desk.now += timedelta(days=30)
    broken = desk.store.deadlines.find(state=DeadlineState.OPEN)[0]
    handle = desk.dispatcher.dispatch

    class Stumbling:
        house = desk.dispatcher.house
        mended = False

        async def dispatch(self, command: c.FireDeadline, *rest: object) -> object:
            if command.deadline_id == broken.id and not self.mended:
                raise ZeroDivisionError
            return await handle(command, *rest)  # type: ignore[arg-type]

    dispatcher = Stumbling()
    ticks = Ticks(desk.database, dispatcher, lambda: desk.now)  # type: ignore[arg-type]
    await ticks.tick()
    assert [d.id for d in due(desk)] == [broken.id]
    dispatcher.mended = True
    await ticks.tick()
    assert due(desk) == []


async def test_a_database_that_is_away_ends_nothing() -> None:
    desk = Desk()

    class Away(FakeDatabase):
        async def run(self, job: Callable[[Store], R]) -> R:
            raise StorageAway

    ticks = Ticks(Away(), desk.dispatcher, lambda: desk.now)
    assert await ticks.tick() == 0
