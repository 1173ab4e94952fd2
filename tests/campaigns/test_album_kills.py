"""Albums that arrive while the product dies: each item on file once, whatever came twice, late or around a kill.

Each item is sent as a document, so that its bytes tell it apart: what is on file is compared with what was sent.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.faults import Fault
from sandbox.telegram.acts_media import sample_picture
from tests.campaigns.talk import Spot, orders_in
from tests.campaigns.test_sqlite_kills import is_whole
from tests.campaigns.town import LEASE_SECONDS, PATIENCE, Hand, Town, a_town
from tests.scenarios.world import JAN

ORDERS = 2
ITEMS = 10
PICTURE = sample_picture(color="peru")
pytestmark = pytest.mark.timeout(150)
MANY = pytest.param(40, marks=[pytest.mark.campaign, pytest.mark.timeout(1800)])


@dataclass(slots=True)
class Albums:
    """What Jan sends, per order: the hash of each item."""

    town: Town
    chance: random.Random
    sent: dict[str, list[str]] = field(default_factory=dict)

    async def send(self, spot: Spot, number: int) -> None:
        """Ten items in any order with gaps between them; one of them, not always the first, says what they are."""
        words = self.chance.randrange(ITEMS)
        for place in range(ITEMS):
            content = PICTURE + f"album {number} item {place}".encode()
            self.sent.setdefault(spot.reference, []).append(hashlib.sha256(content).hexdigest())
            if self.chance.random() < 0.4:
                self.town.faults.add(Fault(self.chance.choice(("duplicate", "reorder")), method="message", after=0.3))
            await self.town.telegram.send_media(
                "document", JAN, spot.group, spot.topic, content, filename=f"door-{number}-{place}.jpg",
                caption="finished" if place == words else "", album=f"9{number:04d}",
            )  # fmt: skip
            await asyncio.sleep(self.chance.choice((0.0, 0.02, 0.2)))

    async def on_file(self, spot: Spot) -> list[dict[str, Any]]:
        """What is filed for an order now, as far as a web can be asked that has just been born again."""
        with suppress(aiohttp.ClientError):
            return list(await self.town.rest("GET", f"/orders/{spot.reference}/files"))
        return []

    async def all_filed(self, spots: list[Spot], hands: list[Hand]) -> None:
        """Return once everything is on file, or nothing has come for long; leases of the dead run out meanwhile."""
        for hand in hands:
            await self.town.listening(hand)
        # What is held back to come late comes with the next message.
        await self.town.telegram.say(JAN, spots[0].group, "That is all", spots[0].topic)
        end = asyncio.get_running_loop().time() + PATIENCE
        while asyncio.get_running_loop().time() < end:
            if all([len(await self.on_file(spot)) >= len(self.sent[spot.reference]) for spot in spots]):
                break
            await self.town.quiet()
            self.town.advance(LEASE_SECONDS)
            self.town.telegram.retry_now()
            await asyncio.sleep(0.5)
        await self.town.arrived(lambda: True)

    async def judge(self, spots: list[Spot]) -> None:
        """Nothing lost, nothing twice, nothing elsewhere; all of one kind, under names of their own."""
        for spot in spots:
            files = await self.on_file(spot)
            assert Counter(one["sha256"] for one in files) == Counter(self.sent[spot.reference]), spot
            assert {one["kind"] for one in files} == {"finished_photo"}
            assert len({one["name"] for one in files}) == len(files)


async def die_once(town: Town, chance: random.Random, hands: list[Hand]) -> None:
    """Kill one of them while an album arrives, and start it again."""
    victim = chance.choice(hands)
    await town.until(victim.is_at_work)
    await asyncio.sleep(chance.uniform(0.0, 0.9))
    victim.kill()
    await asyncio.sleep(chance.choice((0.0, 0.3)))
    town.advance(LEASE_SECONDS)
    victim.start()


@pytest.mark.parametrize("albums", [3, MANY])
@pytest.mark.parametrize("roles", [("run",), ("web", "worker", "clock")], ids=["run", "one-of-each"])
async def test_each_item_of_an_album_is_filed_once_however_often_it_dies(
    tmp_path: Path, chance: random.Random, roles: tuple[str, ...], albums: int
) -> None:
    async with a_town(tmp_path, f"sqlite:///{tmp_path}/cutr.db") as town:
        hands = await town.opened(*roles)
        sent, spots = Albums(town, chance), await orders_in(town, ORDERS)
        for number in range(albums):
            arriving = asyncio.create_task(sent.send(spots[number % ORDERS], number))
            await die_once(town, chance, [hand for hand in hands if hand.role != "clock"])
            await arriving
        town.faults.clear()
        await sent.all_filed(spots, hands)
        await sent.judge(spots)
        assert [await one.stop() for one in hands] == [0] * len(hands)
    assert is_whole(tmp_path / "cutr.db")
