"""Every message carries one lasting mark for its sender: on its way, delivered, or failed with Retry."""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.looks import slack_marks, telegram_marks
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER
from tests.scenarios.world import GROUP, World


async def test_a_partner_sees_on_its_way_then_delivered(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("rate_limited", "chat.postMessage", retry_after=60)
    said = await case.jan.says(case.order, CUTR_ONLY, "Half of it is done")
    await world.settled()
    assert telegram_marks(world, said) == []
    await world.wait(seconds=4)
    await world.until(lambda: telegram_marks(world, said) == ["on its way"])
    await world.wait(seconds=60)
    await case.anna.sees(case.order, CUTR_ONLY, "Half of it is done")
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])


async def test_staff_see_on_its_way_then_delivered(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("rate_limited", "sendMessage", retry_after=60)
    written = await case.anna.writes(case.order, CUTR_ONLY, "Can you make Friday?")
    await world.settled()
    await world.wait(seconds=4)
    await world.until(lambda: slack_marks(case.anna, written) == ["on its way"])
    await world.wait(seconds=60)
    await case.jan.sees(case.order, CUTR_ONLY, "Can you make Friday?")
    await world.until(lambda: slack_marks(case.anna, written) == ["delivered"])


async def test_what_telegram_refuses_is_marked_failed_and_retry_mends_it(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("error", "sendMessage", text="Bad Request: can't parse entities")
    written = await case.anna.writes(case.order, CUTR_ONLY, "Does not get through")
    alert = await case.anna.sees(case.order, CUTR_ONLY, "did not arrive")
    await world.until(lambda: slack_marks(case.anna, written) == ["failed"])
    await case.anna.presses(alert, "Retry")
    await case.jan.sees(case.order, CUTR_ONLY, "Does not get through")
    await world.until(lambda: slack_marks(case.anna, written) == ["delivered"])
    await world.settled()
    shown = case.jan.shown(await case.jan.topic(case.order, CUTR_ONLY), "Does not get through")
    assert len(shown) == 1


async def test_retry_is_also_in_the_messages_own_menu(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("error", "sendMessage", text="Bad Request: something")
    written = await case.anna.writes(case.order, CUTR_ONLY, "Does not get through")
    await world.until(lambda: slack_marks(case.anna, written) == ["failed"])
    await world.slack.message_shortcut("anna", "retry", case.anna.channel, written)
    await case.jan.sees(case.order, CUTR_ONLY, "Does not get through")
    await world.until(lambda: slack_marks(case.anna, written) == ["delivered"])


async def test_what_slack_refuses_is_marked_failed_and_the_partner_can_retry(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("error", "chat.postMessage", text="msg_blocks_too_long")
    said = await case.jan.says(case.order, CUTR_ONLY, "Does not get through")
    await world.until(lambda: telegram_marks(world, said) == ["failed"])
    told = await case.jan.sees(case.order, CUTR_ONLY, "did not arrive")
    await case.piet.presses(told, "Retry")
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "nobody else may")
    await case.jan.presses(told, "Retry")
    seen = await case.anna.sees(case.order, CUTR_ONLY, "Does not get through")
    assert seen["username"] == "Jan · Houtbouw BV"
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])


async def test_the_customers_topic_does_not_show_what_went_wrong_inside(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("error", "chat.postMessage", text="msg_blocks_too_long")
    said = await case.jan.says(case.order, WITH_CUSTOMER, "To the customer")
    await world.until(lambda: telegram_marks(world, said) == ["failed"])
    await case.jan.sees(case.order, CUTR_ONLY, "did not arrive")
    await case.jan.sees_nothing_of(case.order, WITH_CUSTOMER, "did not arrive")


async def test_where_telegram_allows_no_reaction_the_message_still_goes(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("error", "setMessageReaction", text="Bad Request: REACTION_INVALID", times=5)
    said = await case.jan.says(case.order, CUTR_ONLY, "No reactions here")
    await case.anna.sees(case.order, CUTR_ONLY, "No reactions here")
    await world.settled()
    assert world.telegram.reactions(GROUP, said) == {}


async def test_a_mark_is_one_mark(world: World) -> None:
    case = await an_assigned_order(world)

    written = [await case.anna.writes(case.order, CUTR_ONLY, f"number {number}") for number in range(5)]
    said = [await case.jan.says(case.order, CUTR_ONLY, f"answer {number}") for number in range(5)]
    await world.settled()
    await world.wait(seconds=10)
    assert [slack_marks(case.anna, one) for one in written] == [["delivered"]] * 5
    assert [telegram_marks(world, one) for one in said] == [["delivered"]] * 5
