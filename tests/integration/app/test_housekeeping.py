"""The night: orphans go after a day, damage is told to staff once, and each night is one clock's work."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bots.app.housekeeping import Housekeeping
from core.shelf import Kept
from tests.support.desk import Desk
from tests.support.fake_files import FakeFileStore
from tests.support.samples import a_file, a_revision, an_upload_item, an_upload_set


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


class House:
    """An order with one filed photo, of which original, preview and copy are in a store in memory."""

    def __init__(self) -> None:
        self.desk, self.files = Desk(), FakeFileStore()
        self.night = Housekeeping(self.desk.database, self.desk.dispatcher, self.files, lambda: self.desk.now)
        self.order = self.desk.assigned(self.desk.partner())

    async def keep(self, content: bytes) -> Kept:
        kept = await self.files.keep(_once(content))
        self.files.written_at[kept.key] = self.desk.now
        return kept

    async def file(self) -> list[Kept]:
        kept = [await self.keep(what) for what in (b"original", b"preview", b"copy")]
        facts: dict[str, object] = {"preview_sha256": kept[1].sha256, "copy_sha256": kept[2].sha256}
        order_id, store = self.order.id, self.desk.store
        store.upload_sets.add(an_upload_set(order_id=order_id))
        store.files.add(a_file(order_id=order_id))
        store.revisions.add(a_revision(
            order_id=order_id, blob=kept[0].key, sha256=kept[0].sha256, preview=kept[1].key, copy=kept[2].key,
            facts=facts,
        ))  # fmt: skip
        return kept

    def alerts(self) -> list[object]:
        return [p.body["detail"] for p in self.desk.posted("StaffAlert") if p.body["key"] == "file_damaged"]


@pytest.fixture
async def house() -> House:
    return House()


async def test_what_no_row_names_goes_after_a_day(house: House) -> None:
    kept = [one.key for one in await house.file()]
    waiting = await house.keep(b"on its way")
    house.desk.store.upload_items.add(an_upload_item(order_id=house.order.id, blob=waiting.key))
    await house.keep(b"litter")
    house.desk.now += timedelta(hours=23)
    assert await house.night.tidy() == (0, 0)
    house.desk.now += timedelta(hours=2)
    young = await house.keep(b"young")
    assert await house.night.tidy() == (1, 0)
    assert set(house.files.held) == {*kept, waiting.key, young.key}


@pytest.mark.parametrize("which", [0, 1, 2])
async def test_damage_is_told_once_with_its_order(house: House, which: int) -> None:
    kept = await house.file()
    house.files.held[kept[which].key] = b"other bytes"
    assert await house.night.tidy() == (0, 1)
    assert await house.night.tidy() == (0, 1)
    assert house.alerts() == ["fi1.jpg"]
    (alert,) = house.desk.posted("StaffAlert")
    assert alert.order_id == house.order.id


async def test_what_is_missing_is_damage_too(house: House) -> None:
    kept = await house.file()
    await house.files.remove(kept[0].key)
    assert await house.night.tidy() == (0, 1)


async def test_a_night_is_one_clocks_work_and_is_made_up_for(house: House) -> None:
    await house.file()
    for key in list(house.files.held):
        house.files.held[key] = b"spoilt"
    for hour, alerts in ((-8, 0), (-6, 3), (3, 3)):
        house.desk.now = house.desk.now.replace(hour=9) + timedelta(hours=hour)
        stop = asyncio.Event()
        clocks = [Housekeeping(house.desk.database, house.desk.dispatcher, house.files, lambda: house.desk.now)
                  for _ in range(2)]  # fmt: skip
        running = asyncio.gather(*(clock.run(stop) for clock in clocks))
        await asyncio.sleep(0)
        for _ in range(50):
            await asyncio.sleep(0)
        stop.set()
        await running
        assert len(house.alerts()) == alerts
