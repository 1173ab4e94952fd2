"""A message's own menu: *Move to…* puts it where it belongs and takes it back where it was; *Retry* sends it again."""

from __future__ import annotations

from typing import Any

from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, flat
from tests.scenarios.world import BOT_NAME, GROUP, World


async def a_second_order(case: Case) -> str:
    """K-200 at the same partner."""
    await case.world.rest("POST", "/orders", reference="K-200", title="Pine bench", customer_id=case.customer)
    await case.world.rest("POST", "/orders/K-200/assignment", partner_id=case.partner)
    await case.world.settled()
    return "K-200"


async def moves(case: Case, ts: str, reference: str, audience: str, reason: str = "Wrong thread") -> Any:
    """Anna moves the message to the order and chat; returns Slack's answer."""
    anna, slack = case.anna, case.world.slack
    await case.world.settled()
    await slack.message_shortcut("anna", "move_to", anna.channel, ts)
    view = await anna.modal("Move to…")
    _, offered = await slack.suggest_in_view("anna", view["id"], "order", reference)
    option = next(one for one in offered["options"] if reference in one["text"]["text"])
    filled = {"order_id": {"order": option}, "audience": {"value": audience}, "reason": {"value": reason}}
    return await anna.submits(view, filled)


async def test_a_message_of_staff_goes_to_the_right_order_and_leaves_the_wrong_one(world: World) -> None:
    case = await an_assigned_order(world)
    other = await a_second_order(case)
    anna, jan = case.anna, case.jan
    ts = await anna.writes(case.order, CUTR_ONLY, "The bench gets round feet")
    await jan.sees(case.order, CUTR_ONLY, "round feet")

    await moves(case, ts, other, "cutr_only")
    await anna.sees_privately("The message is moved")
    await jan.sees(other, CUTR_ONLY, "round feet")
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "round feet")
    told = await world.rest("GET", f"/orders/{other}/messages?chat=cutr_only")
    assert [one["text"] for one in told] == ["The bench gets round feet"]
    # What Anna wrote herself is hers and stays in Slack where she put it; the order's own thread shows it now too.
    await anna.sees(other, CUTR_ONLY, "round feet")


async def test_a_partners_message_moves_to_the_other_chat(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan
    await jan.says(case.order, CUTR_ONLY, "Which handles do you like?")
    shown = await anna.sees(case.order, CUTR_ONLY, "Which handles")

    await moves(case, shown["ts"], case.order, "with_customer")
    await world.wait(seconds=11)
    moved = await anna.sees(case.order, WITH_CUSTOMER, "Which handles")
    assert moved["username"] == "Jan · Houtbouw BV"
    await anna.sees_nothing_of(case.order, CUTR_ONLY, "Which handles")
    # Once more to where it is: nothing changes, and Anna hears why.
    answer = await moves(case, moved["ts"], case.order, "with_customer")
    assert "already there" in flat(answer.body)


async def test_what_is_no_message_of_an_order_can_not_be_moved(world: World) -> None:
    case = await an_assigned_order(world)
    ts = await world.slack.post_as("anna", case.anna.channel, "Who has the key to the van?")
    await world.settled()
    await world.slack.message_shortcut("anna", "move_to", case.anna.channel, ts)
    await case.anna.sees_privately("no message of an order's chat")
    await world.slack.message_shortcut("anna", "retry", case.anna.channel, ts)
    assert not world.slack.open_views("anna")


async def test_retry_sends_what_telegram_refused(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan
    world.break_once("error", "sendMessage", match={"chat_id": GROUP}, text="Bad Request: CHAT_RESTRICTED")
    ts = await anna.writes(case.order, CUTR_ONLY, "Please send photos")
    await world.until(lambda: "warning" in str(world.slack.thread(anna.channel, ts)[0].get("reactions")))
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "send photos")

    await world.slack.message_shortcut("anna", "retry", anna.channel, ts)
    await jan.sees(case.order, CUTR_ONLY, "Please send photos")
    await world.until(
        lambda: (
            [mark["name"] for mark in world.slack.thread(anna.channel, ts)[0].get("reactions") or []]
            == ["white_check_mark"]
        )
    )
    # Pressed once more, nothing is doubled.
    await world.slack.message_shortcut("anna", "retry", anna.channel, ts)
    await world.settled()
    topic = await jan.topic(case.order, CUTR_ONLY)
    assert len(jan.shown(topic, "send photos")) == 1


async def test_the_failed_message_has_a_button_for_its_sender(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan
    world.break_once("error", "sendMessage", match={"chat_id": GROUP}, text="Bad Request: CHAT_RESTRICTED")
    await anna.writes(case.order, CUTR_ONLY, "Please send drawings")
    failed = await anna.sees(case.order, CUTR_ONLY, "Retry")
    await anna.presses(failed, "Retry")
    await jan.sees(case.order, CUTR_ONLY, "Please send drawings")
    assert not world.telegram.messages(jan.user, bot=BOT_NAME)[-1].text.startswith("Please")
