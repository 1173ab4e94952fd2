import asyncio
from datetime import timedelta

import pytest
from telegram.error import Conflict

from sandbox.faults import Fault
from tests.integration.sandbox_telegram.conftest import EVA, FORUM, Place, Receiver


async def test_only_the_offset_confirms(place: Place) -> None:
    for text in ("a", "b", "c"):
        await place.sandbox.say(EVA, FORUM, text)
    first = await place.bot.get_updates(limit=2)
    again = await place.bot.get_updates(limit=2)
    assert [one.update_id for one in first] == [one.update_id for one in again]
    rest = await place.bot.get_updates(offset=first[-1].update_id + 1)
    assert [one.message.text for one in rest if one.message] == ["c"]


async def test_a_negative_offset_forgets_what_came_before(place: Place) -> None:
    for text in ("a", "b", "c"):
        await place.sandbox.say(EVA, FORUM, text)
    assert [one.message.text for one in await place.bot.get_updates(offset=-1) if one.message] == ["c"]
    assert len(await place.bot.get_updates()) == 1


async def test_a_long_poll_wakes_for_the_first_update(place: Place) -> None:
    polling = asyncio.create_task(place.bot.get_updates(timeout=20))
    await place.sandbox.wait_for(lambda: place.sandbox.bot().poll_number == 1)
    await place.sandbox.say(EVA, FORUM, "now")
    async with asyncio.timeout(5):
        assert len(await polling) == 1


async def test_a_second_poll_ends_the_first(place: Place) -> None:
    first = asyncio.create_task(place.bot.get_updates(timeout=20))
    await place.sandbox.wait_for(lambda: place.sandbox.bot().poll_number == 1)
    await place.raw("getUpdates")
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_a_webhook_excludes_polling(place: Place, receiver: Receiver) -> None:
    first = asyncio.create_task(place.bot.get_updates(timeout=20))
    await place.sandbox.wait_for(lambda: place.sandbox.bot().poll_number == 1)
    await place.bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await first
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await place.bot.get_updates()
    await place.bot.delete_webhook()
    assert await place.bot.get_updates() == ()


async def test_updates_live_a_day(place: Place) -> None:
    await place.sandbox.say(EVA, FORUM, "old")
    place.clock.advance(timedelta(hours=24, seconds=1))
    assert await place.bot.get_updates() == ()


async def test_a_duplicate_survives_its_confirmation_once(place: Place) -> None:
    place.faults.add(Fault("duplicate", "message"))
    await place.sandbox.say(EVA, FORUM, "twice")
    first = (await place.bot.get_updates())[0]
    second = (await place.bot.get_updates(offset=first.update_id + 1))[0]
    assert first.update_id == second.update_id
    assert await place.bot.get_updates(offset=first.update_id + 1) == ()


async def test_update_ids_may_jump(place: Place) -> None:
    await place.sandbox.say(EVA, FORUM, "a")
    place.sandbox.skip_update_ids()
    await place.sandbox.say(EVA, FORUM, "b")
    ids = [one.update_id for one in await place.bot.get_updates()]
    assert ids[1] - ids[0] == 5_000_001
