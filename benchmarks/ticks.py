"""A tick of the clock with 1,000 reminders due among 100,000 orders against the same among 1,000, on SQLite.

The orders are copies of one that went through the real door; every measurement starts from a fresh copy of the file.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from benchmarks.copies import NUMBER, multiply
from benchmarks.report import Line, median
from bots.app.house import hash_code, new_code, new_id
from bots.app.workdays import is_holiday
from core import commands as c
from core.dispatch import Dispatcher
from core.people import Actor, Customer, MemberRole, Partner, Role
from core.ports import House
from scheduler.ticks import Ticks
from storage import schema
from storage.database import SqlDatabase, open_database
from storage.engines import parsed, sqlite_engine
from storage.migrating import migrate
from storage.paces import Paces

DUE = 1_000
FEW, MANY = 1_000, 100_000
REPEATS = 3
ASSIGNED = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)
NOW = ASSIGNED + timedelta(hours=50)
"""On a Wednesday morning: the first reminder, 48 hours after assignment, has just fallen due."""
LATER = timedelta(days=60) // timedelta(microseconds=1)
STAFF = Actor(Role.STAFF, "slack:U0ANNA", "Anna")

_NUMBERED = {
    schema.orders: ("id", "reference"),
    schema.tasks: ("id", "order_id"),
    schema.chats: ("id", "order_id"),
    schema.places: ("id", "order_id", "chat_id", "thread"),
    schema.deadlines: ("id", "subject"),
}


def _house() -> House:
    return House("C0ORDERS", new_id, new_code, hash_code, is_holiday, mail_enabled=False)


async def _one_order(database: SqlDatabase) -> str:
    """One assigned order with everything that belongs to it; its id."""
    dispatcher = Dispatcher(database, _house(), lambda: ASSIGNED)
    partner = await dispatcher.dispatch(c.AddPartner("W", "en", "Europe/Amsterdam", True, "w@example.com", -100), STAFF)
    assert isinstance(partner, Partner)
    await dispatcher.dispatch(c.AddMember(partner.id, "Jan", MemberRole.ADMIN, telegram_user_id=5), STAFF)
    customer = await dispatcher.dispatch(c.AddCustomer("Ann", "ann@example.com"), STAFF)
    assert isinstance(customer, Customer)
    order = await dispatcher.dispatch(c.CreateOrder("B", "Oak kitchen", customer.id), STAFF)
    order_id = str(order.id)  # type: ignore[attr-defined]
    await dispatcher.dispatch(c.AssignOrder(order_id, partner.id), STAFF)
    return order_id


def _multiply(connection: sa.Connection, number: int) -> None:
    """`number` copies of all the rows of the one order; only the first DUE have a reminder that is due."""
    connection.exec_driver_sql("UPDATE places SET state = 'open', thread = id, card = id")
    connection.exec_driver_sql("DELETE FROM outbox")
    connection.exec_driver_sql("DELETE FROM strands")
    due_at = schema.deadlines.c.due_at
    multiply(connection, _NUMBERED, number, {due_at: sa.case((NUMBER > DUE, due_at + LATER), else_=due_at)})
    connection.exec_driver_sql("ANALYZE")


async def _seeded(path: Path, number: int) -> None:
    url = f"sqlite:///{path}"
    migrate(url)
    database = open_database(url, Paces())
    await _one_order(database)
    await database.close()
    engine = sqlite_engine(parsed(url))
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        # The one order itself stays without deadlines: only its copies count.
        _multiply(connection, number)
        connection.exec_driver_sql("DELETE FROM deadlines WHERE instr(id, 'x') = 0")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _fresh(template: Path, path: Path) -> None:
    for left in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        left.unlink(missing_ok=True)
    shutil.copyfile(template, path)
    os.sync()  # else the first commit would wait for the copy's own bytes


async def _tick(template: Path, path: Path) -> float:
    """Seconds of one tick over a fresh copy. Raises AssertionError unless exactly what is due was fired."""
    _fresh(template, path)
    database = open_database(f"sqlite:///{path}", Paces())
    try:
        ticks = Ticks(database, Dispatcher(database, _house(), lambda: NOW), lambda: NOW)
        begun = time.perf_counter()
        fired = await ticks.tick()
        seconds = time.perf_counter() - begun
        assert fired == DUE, fired
        return seconds
    finally:
        await database.close()


async def _measure(folder: Path) -> tuple[list[float], list[float]]:
    few, many = folder / "few.db", folder / "many.db"
    await _seeded(few, FEW)
    await _seeded(many, MANY)
    among_few: list[float] = []
    among_many: list[float] = []
    await _tick(few, folder / "warm-up.db")
    for _ in range(REPEATS):
        among_few.append(await _tick(few, folder / "copy.db"))
        among_many.append(await _tick(many, folder / "copy.db"))
    return among_few, among_many


def run(told: Callable[[Line], None]) -> None:
    """One line: how many times as long the tick takes among a hundred times as many orders."""
    with tempfile.TemporaryDirectory() as name:
        few, many = asyncio.run(_measure(Path(name)))
    ratio = median([b / a for a, b in zip(few, many, strict=True)])
    told(
        Line(
            "a tick with 1,000 due among 100,000 orders / among 1,000",
            ratio,
            "at most",
            1.3,
            f"{median(many):.2f} s against {median(few):.2f} s",
        )
    )
