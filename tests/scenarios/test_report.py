"""The weekly report: on Monday at nine and when asked for, in the staff channel, with charts that open, and once."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta
from typing import Any

from PIL import Image

from bots.app.clock import ticks_of
from tests.scenarios.cases import an_assigned_order
from tests.scenarios.doing import monday_morning, pass_until
from tests.scenarios.people import Staff, flat
from tests.scenarios.world import World

CHARTS = {"answer-times.png", "open-to-dos.png"}


def reports(world: World) -> list[dict[str, Any]]:
    """The reports that stand in the orders channel."""
    return [m for m in world.slack.channel_messages(Staff(world).channel) if "Weekly report" in flat(m)]


def pictures(world: World) -> list[Any]:
    """The charts that were shared there."""
    channel = Staff(world).channel
    return [f for f in world.slack.world.files.values() if channel in f.shares and f.name.endswith(".png")]


async def test_staff_ask_and_get_numbers_and_pictures(world: World) -> None:
    case = await an_assigned_order(world)
    await case.anna.writes("K-100", "🔒", "When does the wood come?")
    await world.settled()
    await world.wait(minutes=40)
    await case.jan.says("K-100", "🔒", "Tomorrow")
    await world.settled()
    await world.wait(minutes=1)
    answer = await case.anna.types("/cutr", "report")
    assert "Orders today" in flat(answer.body)
    told = flat(await case.anna.sees_in_channel("Weekly report"))
    await world.settled()
    assert "Houtbouw BV: 4 to-dos open, 0 late" in told
    assert "Houtbouw BV: messages in 40 min (one message)" in told
    await world.until(lambda: {file.name for file in pictures(world)} == CHARTS)
    found = pictures(world)
    for file in found:
        picture = Image.open(io.BytesIO(file.content))
        picture.load()
        assert picture.format == "PNG"
        assert picture.width > 1000
    asked = [entry for entry in world.ledger.entries() if entry.method == "files.getUploadURLExternal"]
    assert all("Houtbouw BV" in str(entry.args.get("alt_txt")) for entry in asked)


async def test_monday_at_nine_it_comes_once_however_many_clocks_run(world: World) -> None:
    await monday_morning(world)
    await an_assigned_order(world)
    await pass_until(world, "2035-01-15 08:59")
    before = len(reports(world))
    clocks = [ticks_of(world.parts) for _ in range(3)]
    world.clock.advance(timedelta(minutes=2))
    await asyncio.gather(*(clock.tick() for clock in clocks))
    await world.wait(minutes=1)
    assert len(reports(world)) == before + 1
    assert "Mon 8 Jan 2035 – Sun 14 Jan 2035" in flat(reports(world)[-1])
    await world.wait(hours=20)
    assert len(reports(world)) == before + 1


async def test_a_share_without_an_answer_shows_the_charts_once(world: World) -> None:
    case = await an_assigned_order(world)
    world.break_once("accepted_then_failed", "files.completeUploadExternal")
    await case.anna.types("/cutr", "report")
    await case.anna.sees_in_channel("Weekly report")
    await world.settled()
    await world.wait(minutes=5)
    shares = [m for m in world.slack.channel_messages(case.anna.channel) if m.get("files")]
    assert (len(reports(world)), len(shares)) == (1, 1)


async def test_only_staff_get_it(world: World) -> None:
    await an_assigned_order(world)
    answer = await Staff(world, "gijs").types("/cutr", "report")
    assert "Only Cutr's staff" in flat(answer.body)
    await world.settled()
    assert reports(world) == []
