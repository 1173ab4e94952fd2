"""The product on SQLite, killed again and again while people talk: `cutr run`, and one process of each kind.

Faults F1, F3 and F6 of docs/faults.md: nothing acknowledged is lost, and the file stays whole.
"""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from tests.campaigns.talk import Talk, orders_in
from tests.campaigns.town import LEASE_SECONDS, Hand, Town, a_town

ORDERS = 4
pytestmark = pytest.mark.timeout(150)
MANY = pytest.param(150, marks=[pytest.mark.campaign, pytest.mark.timeout(1800)])
KILLS = pytest.mark.parametrize("kills", [4, MANY])


@KILLS
@pytest.mark.parametrize(
    ("receivers", "roles"),
    [("http", ("run",)), ("sockets", ("run",)), ("http", ("web", "worker", "clock"))],
    ids=["run-http", "run-sockets-polling", "one-of-each"],
)
async def test_nothing_acknowledged_is_lost_however_often_it_dies(
    tmp_path: Path, chance: random.Random, receivers: str, roles: tuple[str, ...], kills: int
) -> None:
    async with a_town(tmp_path, f"sqlite:///{tmp_path}/cutr.db", receivers=receivers) as town:
        hands = await town.opened(*roles)
        talk = Talk(town, await orders_in(town, ORDERS), "k")
        over = asyncio.Event()
        talking = asyncio.gather(go_on_talking(talk, over), talk.in_slack(3 * kills))
        await die(town, chance, hands, kills)
        over.set()
        await talking
        await town.arrived(talk.is_complete)
        talk.judge(workers_hurt=kills)
        assert [await one.stop() for one in hands] == [0] * len(hands)
    assert is_whole(tmp_path / "cutr.db")


async def go_on_talking(talk: Talk, over: asyncio.Event) -> None:
    """Words all the time, so that each death comes in the middle of something."""
    while not over.is_set():
        await talk.in_telegram(2 * ORDERS, pause=0.06)


async def die(town: Town, chance: random.Random, hands: list[Hand], kills: int) -> None:
    """Kill one of them at a random moment of its life, as often as asked, and start it again."""
    for _ in range(kills):
        victim = chance.choice(hands)
        await asyncio.sleep(chance.uniform(0.0, 0.5))
        if chance.random() < 0.8:
            await town.until(victim.is_at_work)
            await asyncio.sleep(chance.uniform(0.0, 0.4 if victim.port else 2.0))
        victim.kill()
        town.advance(LEASE_SECONDS)
        victim.start()


def is_whole(file: Path) -> bool:
    """What SQLite says about its file."""
    connection = dbapi2.connect(file)
    try:
        return [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]
    finally:
        connection.close()
