"""Guests, other workspaces, bots, workflows and people outside the staff group can do nothing, and read why."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Staff, flat, pieces
from tests.scenarios.world import Setting, World, a_world
from tests.support.slack_types import check_slack_ledger
from tests.support.telegram_types import check_ledger

NOT_STAFF = "Only Cutr's staff can do this"
NOT_READ = "Nobody outside Slack has read this"
ROOT = "orders"


async def all_in(world: World, *names: str) -> None:
    """Let them into the orders' channel."""
    for name in names:
        await world.slack.join(name, ROOT)


async def state_of(case: Case) -> str:
    """The order with its timeline and messages, as one text to compare."""
    world = case.world
    told = [await world.rest("GET", f"/orders/{case.order}{path}")
            for path in ("", "/timeline", "/messages?chat=cutr_only", "/messages?chat=with_customer")]  # fmt: skip
    return repr(told)


@pytest.mark.parametrize("name", ["gijs", "sofie", "weatherbot"])
async def test_guests_and_bots_can_type_press_and_write_nothing(world: World, name: str) -> None:
    case = await an_assigned_order(world)
    await all_in(world, "gijs", "sofie")
    before = await state_of(case)
    person = Staff(world, name)

    for command, text in (("/orders", ""), ("/order", "K-100"), ("/order", "new"), ("/order", "K-100 cancel"),
                          ("/partner", "list"), ("/cutr", "report"), ("/cutr", "help")):  # fmt: skip
        answer = await person.types(command, text)
        assert answer.status == 200
        assert NOT_STAFF in flat(answer.body)
        assert "Carla" not in flat(answer.body)
    assert not world.slack.open_views(name)

    root = (await case.anna.thread(case.order, CUTR_ONLY))[0]
    for button in pieces(root, "button"):
        await world.slack.click(name, ROOT, root["ts"], button["action_id"], button.get("value"))
    await person.sees_privately(NOT_STAFF)
    assert not world.slack.open_views(name)

    for chat in (CUTR_ONLY, WITH_CUSTOMER):
        await person.writes(case.order, chat, "Cancel everything")
        await case.jan.sees_nothing_of(case.order, chat, "Cancel everything")
    if name != "weatherbot":
        await person.sees_privately(NOT_READ)
    assert await state_of(case) == before


async def test_people_of_another_workspace_are_nobody(world: World) -> None:
    case = await an_assigned_order(world)
    before = await state_of(case)
    await all_in(world, "eve")
    eve = Staff(world, "eve")
    root = (await case.anna.thread(case.order, CUTR_ONLY))[0]
    button = next(b for b in pieces(root, "button") if b["text"]["text"] == "Mark as Ready")
    answer = await world.slack.click("eve", ROOT, root["ts"], button["action_id"], button["value"])
    assert answer.status == 200
    assert not world.slack.open_views("eve")
    await eve.writes(case.order, CUTR_ONLY, "I am one of you")
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "one of you")
    assert await state_of(case) == before


async def test_workflow_posts_stay_in_slack(world: World) -> None:
    case = await an_assigned_order(world)
    before = await state_of(case)
    for chat in (CUTR_ONLY, WITH_CUSTOMER):
        root = await case.anna.root(case.order, chat)
        await world.slack.workflow_post(ROOT, "Daily stand-up!", root)
        await case.jan.sees_nothing_of(case.order, chat, "stand-up")
    assert await state_of(case) == before


async def test_who_leaves_or_becomes_a_guest_loses_everything_at_once(world: World) -> None:
    await an_assigned_order(world)
    bram = Staff(world, "bram")
    assert "Carla" in flat((await bram.types("/order", "K-100")).body)
    await world.slack.change_user("bram", is_restricted=True)
    bram_id = world.slack.world.user("bram").id
    user = {"id": bram_id, "team_id": world.slack.world.team_id, "is_restricted": True}
    world.slack.world.emit({"type": "user_change", "user": user}, None)

    async def is_refused() -> bool:
        return NOT_STAFF in flat((await bram.types("/order", "K-100")).body)

    async with asyncio.timeout(10):
        while not await is_refused():  # noqa: ASYNC110 - the event is on its way
            await asyncio.sleep(0.05)


@pytest.fixture
async def narrowed(setting: Setting, tmp_path: Path, database_url: str) -> AsyncIterator[World]:
    """A world whose staff are only those in the user group."""
    async with a_world(setting, tmp_path, database_url) as made:
        await made.stop()
        made.environment["slack_staff_usergroup"] = "S0STAFF0001"
        await made.slack.add_user("dirk", "Dirk Driver")
        await made.slack.join("dirk", ROOT)
        await made.start()
        yield made
    check_ledger(made.ledger.entries())
    check_slack_ledger(made.ledger.entries())


async def test_full_members_outside_the_staff_group_are_not_staff(narrowed: World) -> None:
    case = await an_assigned_order(narrowed)
    before = await state_of(case)
    dirk = Staff(narrowed, "dirk")
    assert "Carla" in flat((await case.anna.types("/order", "K-100")).body)
    assert NOT_STAFF in flat((await dirk.types("/order", "K-100")).body)
    assert "K-100" not in flat(await narrowed.slack.open_home("dirk"))
    await dirk.writes(case.order, CUTR_ONLY, "Where do I deliver?")
    await dirk.sees_privately(NOT_READ)
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "Where do I deliver?")
    assert await state_of(case) == before
