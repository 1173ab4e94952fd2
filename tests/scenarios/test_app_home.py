"""App Home: what needs attention first, each with a button that works, then the active orders."""

from __future__ import annotations

from typing import Any

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.doing import fills, monday_morning, pass_until
from tests.scenarios.people import Staff, flat, pieces
from tests.scenarios.world import GROUP, World


async def home_of(world: World, name: str = "anna") -> dict[str, Any]:
    """The Home tab as it is after opening it."""
    view = await world.slack.open_home(name)
    assert view is not None
    return view


def attention(view: dict[str, Any]) -> str:
    """The words above the line."""
    shown = view["blocks"]
    line = next((n for n, block in enumerate(shown) if block["type"] == "divider"), 0)
    return flat(shown[:line])


async def presses_in_home(world: World, view: dict[str, Any], about: str) -> None:
    """Press the button of the line with these words."""
    block = next(block for block in view["blocks"] if about in flat(block) and "accessory" in block)
    button = pieces(block, "button")[0]
    await world.slack.click_in_view("anna", view["id"], button["action_id"], button.get("value"))


async def test_a_quiet_day_shows_the_active_orders(world: World) -> None:
    case = await an_assigned_order(world)
    view = await home_of(world)
    assert "Nothing needs you right now" in attention(view)
    assert "K-100 · Oak kitchen" in flat(view)
    await presses_in_home(world, view, "K-100")
    assert "Carla" in flat(await case.anna.modal("K-100"))


async def test_a_late_to_do_is_set_from_here(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    await pass_until(world, "2035-01-11 10:00")
    view = await home_of(world)
    assert "K-100" in attention(view)
    assert "4 to-dos open" in attention(view)
    await presses_in_home(world, view, "K-100")
    await fills(case.anna, "Material delivery date", day="2035-01-22")
    assert (await case.task("material_date"))["state"] == "done"
    await world.until(lambda: "3 to-dos open" in flat(world.slack.home("anna")))


async def test_a_partner_that_can_not_be_reached(world: World) -> None:
    case = await an_assigned_order(world)
    await world.telegram.kick_bot(GROUP)
    await world.settled()
    view = await home_of(world)
    assert "Houtbouw BV can not be reached on Telegram" in attention(view)
    await presses_in_home(world, view, "can not be reached")
    assert "Houtbouw BV" in flat(await case.anna.modal("Invite"))


async def test_a_window_that_closes_and_feedback_to_judge(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    for status in ("ready", "delivered"):
        await world.rest("POST", "/orders/K-100/status", status=status, reason="For the test", override=True)
    assert "Nothing needs you" in attention(await home_of(world))
    await pass_until(world, "2035-01-20 12:00")
    view = await home_of(world)
    assert "K-100" in attention(view)
    assert "Feedback until Mon 22 Jan 2035" in attention(view)
    await presses_in_home(world, view, "K-100")
    await fills(case.anna, "Feedback · K-100", category="finish", text="A scratch on the door")
    view = await home_of(world)
    assert "Feedback received" in attention(view)
    await presses_in_home(world, view, "K-100")
    await fills(case.anna, "Approve K-100", reason="Polished on site")
    assert (await case.shown())["status"] == "approved"
    assert "K-100" not in flat(await home_of(world))


async def test_only_staff_see_orders(world: World) -> None:
    await an_assigned_order(world)
    view = await home_of(world, "gijs")
    assert "Only Cutr's staff" in flat(view)
    assert "K-100" not in flat(view)
    assert "K-100" in flat(await home_of(world, Staff(world, "bram").name))
