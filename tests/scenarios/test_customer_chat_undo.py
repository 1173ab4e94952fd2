"""What reaches the customer waits ten seconds, with Undo and Send now; afterwards it can still be taken back."""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Staff
from tests.scenarios.world import World


async def test_send_now_ends_the_wait(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, WITH_CUSTOMER, "We are on our way")
    held = await case.anna.sees_privately("Send now")
    await case.anna.presses(held, "Send now")
    await case.jan.sees(case.order, WITH_CUSTOMER, "We are on our way")
    await world.wait(seconds=30)
    shown = case.jan.shown(await case.jan.topic(case.order, WITH_CUSTOMER), "We are on our way")
    assert len(shown) == 1


async def test_the_wait_says_who_will_read(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, WITH_CUSTOMER, "Delivery is on Friday")
    held = await case.anna.sees_privately("10 seconds")
    assert "CUSTOMER" in str(held)
    assert world.slack.ephemerals("bram") == []


async def test_deleting_the_own_message_in_time_is_an_undo(world: World) -> None:
    case = await an_assigned_order(world)

    written = await case.anna.writes(case.order, WITH_CUSTOMER, "The margin is 40 %")
    await case.anna.sees_privately("Undo")
    await world.slack.delete_as("anna", case.anna.channel, written)
    await world.settled()
    await world.wait(seconds=30)
    await case.jan.sees_nothing_of(case.order, WITH_CUSTOMER, "margin")
    assert world.ledger.entries("deleteMessage", "telegram") == []


async def test_too_late_an_undo_takes_the_copies_back(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, WITH_CUSTOMER, "The margin is 40 %")
    held = await case.anna.sees_privately("Undo")
    await world.wait(seconds=11)
    await case.jan.sees(case.order, WITH_CUSTOMER, "margin")
    await case.anna.presses(held, "Undo")
    await case.jan.sees_nothing_of(case.order, WITH_CUSTOMER, "margin")


async def test_a_colleague_who_sees_no_buttons_can_still_take_it_back_by_moving_it(world: World) -> None:
    case = await an_assigned_order(world)
    bram = Staff(world, "bram")

    written = await case.anna.writes(case.order, WITH_CUSTOMER, "Partner talk: glue is late")
    await case.anna.sees_privately("Undo")
    await world.slack.message_shortcut("bram", "move", case.anna.channel, written)
    view = await bram.modal("Move")
    _, offered = await world.slack.suggest_in_view("bram", view["id"], "order", case.order)
    await bram.submits(view, {"order_id": {"order": offered["options"][0]}, "audience": {"value": "cutr_only"}})
    await case.jan.sees(case.order, CUTR_ONLY, "glue is late")
    await world.wait(seconds=30)
    await case.jan.sees_nothing_of(case.order, WITH_CUSTOMER, "glue is late")


async def test_words_for_the_partner_alone_do_not_wait(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, CUTR_ONLY, "Just between us")
    await case.jan.sees(case.order, CUTR_ONLY, "Just between us")
    assert world.slack.ephemerals("anna") == []


async def test_held_words_keep_their_order(world: World) -> None:
    case = await an_assigned_order(world)

    for number in range(3):
        await case.anna.writes(case.order, WITH_CUSTOMER, f"line {number}")
        await world.settled()
    await world.wait(seconds=11)
    await case.jan.sees(case.order, WITH_CUSTOMER, "line 2")
    shown = case.jan.shown(await case.jan.topic(case.order, WITH_CUSTOMER), "line ")
    assert [one.text[-1] for one in shown] == ["0", "1", "2"]


async def test_what_waits_survives_a_restart(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, WITH_CUSTOMER, "Delivery is on Friday")
    await case.anna.sees_privately("Undo")
    await world.restart()
    await case.jan.sees_nothing_of(case.order, WITH_CUSTOMER, "Friday")
    await world.wait(seconds=11)
    await case.jan.sees(case.order, WITH_CUSTOMER, "Delivery is on Friday")
