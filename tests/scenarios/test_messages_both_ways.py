"""Messages go both ways in both chats, once each and in order, with names; the customer's chat can be undone."""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, flat
from tests.scenarios.world import GROUP, World


async def test_a_maker_and_staff_talk_in_the_cutr_only_chat(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    said = await jan.says(case.order, CUTR_ONLY, "The oak arrives late")
    seen = await anna.sees(case.order, CUTR_ONLY, "The oak arrives late")
    assert seen["username"] == "Jan · Houtbouw BV"
    await world.until(lambda: "👌" in str(world.telegram.reactions(GROUP, said)))

    asked = await anna.writes(case.order, CUTR_ONLY, "How late, *roughly*?")
    heard = await jan.sees(case.order, CUTR_ONLY, "How late, roughly?")
    assert "Anna" in heard.text
    await world.until(lambda: "white_check_mark" in str(world.slack.thread(anna.channel, asked)))
    await anna.sees_nothing_of(case.order, WITH_CUSTOMER, "The oak arrives late")
    await jan.sees_nothing_of(case.order, WITH_CUSTOMER, "roughly")


async def test_what_the_customer_would_read_waits_ten_seconds(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    await anna.writes(case.order, WITH_CUSTOMER, "Delivery is on Friday")
    await anna.sees_privately("Undo")
    await jan.sees_nothing_of(case.order, WITH_CUSTOMER, "Delivery is on Friday")
    await world.wait(seconds=11)
    await jan.sees(case.order, WITH_CUSTOMER, "Delivery is on Friday")


async def test_undo_takes_back_what_nobody_has_read(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    await anna.writes(case.order, WITH_CUSTOMER, "The margin is 40 %")
    held = await anna.sees_privately("Undo")
    await anna.presses(held, "Undo")
    await world.wait(seconds=30)
    await jan.sees_nothing_of(case.order, WITH_CUSTOMER, "margin")


async def test_a_note_stays_in_slack(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    await anna.writes(case.order, CUTR_ONLY, "note: call them tomorrow")
    await anna.writes(case.order, CUTR_ONLY, "We call you tomorrow")
    await jan.sees(case.order, CUTR_ONLY, "We call you tomorrow")
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "note")


async def test_fifty_messages_arrive_once_each_and_in_order(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    for number in range(50):
        await jan.says(case.order, CUTR_ONLY, f"part {number:02d} is cut")
    await anna.sees(case.order, CUTR_ONLY, "part 49 is cut")
    await world.settled()
    thread = [flat(m.get("text")) for m in await anna.thread(case.order, CUTR_ONLY) if "is cut" in flat(m.get("text"))]
    assert [text[5:7] for text in thread] == [f"{number:02d}" for number in range(50)]
