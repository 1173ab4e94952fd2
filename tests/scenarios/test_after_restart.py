"""The map of messages is in the database: edits, answers and deletions are right after a restart."""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.looks import slack_marks, telegram_marks
from tests.scenarios.people import CUTR_ONLY, flat
from tests.scenarios.world import GROUP, World


async def test_edits_find_their_copies_after_a_restart(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    asked = await anna.writes(case.order, CUTR_ONLY, "Is the ook in?")
    copy = await jan.sees(case.order, CUTR_ONLY, "Is the ook in?")
    said = await jan.says(case.order, CUTR_ONLY, "Since Mondy")
    shown = await anna.sees(case.order, CUTR_ONLY, "Since Mondy")
    await world.settled()
    await world.restart()
    await world.slack.edit_as("anna", anna.channel, asked, "Is the oak in?")
    await world.telegram.edit(jan.user, GROUP, said, "Since Monday")
    assert (await jan.sees(case.order, CUTR_ONLY, "Is the oak in?")).id == copy.id
    assert (await anna.sees(case.order, CUTR_ONLY, "Since Monday"))["ts"] == shown["ts"]
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "ook")
    await anna.sees_nothing_of(case.order, CUTR_ONLY, "Mondy")


async def test_answers_find_what_they_answer_after_a_restart(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, CUTR_ONLY, "Is the oak in?")
    copy = await case.jan.sees(case.order, CUTR_ONLY, "Is the oak in?")
    await world.restart()
    await case.jan.says(case.order, CUTR_ONLY, "Since Monday", reply_to=copy.id)
    assert "in answer to Anna: Is the oak in?" in flat(await case.anna.sees(case.order, CUTR_ONLY, "Since Monday"))


async def test_deletions_find_their_copies_after_a_restart(world: World) -> None:
    case = await an_assigned_order(world)

    written = await case.anna.writes(case.order, CUTR_ONLY, "Wrong order")
    await case.jan.sees(case.order, CUTR_ONLY, "Wrong order")
    said = await case.jan.says(case.order, CUTR_ONLY, "Wrong answer")
    await case.anna.sees(case.order, CUTR_ONLY, "Wrong answer")
    await world.settled()
    await world.restart()
    await world.slack.delete_as("anna", case.anna.channel, written)
    await case.jan.says(case.order, CUTR_ONLY, "/undo", reply_to=said)
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "Wrong order")
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "Wrong answer")


async def test_what_was_said_while_we_were_down_arrives_once_and_in_order(world: World) -> None:
    case = await an_assigned_order(world)
    await case.jan.topic(case.order, CUTR_ONLY)

    await world.stop()
    for number in range(5):
        await case.jan.says(case.order, CUTR_ONLY, f"part {number} is cut")
    written = [await case.anna.writes(case.order, CUTR_ONLY, f"question {number}") for number in range(3)]
    await world.start()
    for minutes in (1, 1, 6, 1):
        await world.wait(minutes=minutes)
    await case.anna.sees(case.order, CUTR_ONLY, "part 4 is cut")
    await case.jan.sees(case.order, CUTR_ONLY, "question 2")
    await world.settled()
    thread = [flat(m["blocks"]) for m in await case.anna.thread(case.order, CUTR_ONLY) if "is cut" in flat(m)]
    assert ["".join(c for c in text if c.isdigit()) for text in thread] == list("01234")
    shown = case.jan.shown(await case.jan.topic(case.order, CUTR_ONLY), "question")
    assert [m.text[-1] for m in shown] == list("012")
    await world.until(lambda: all(slack_marks(case.anna, one) == ["delivered"] for one in written))


async def test_what_waited_for_a_platform_goes_after_a_restart(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("rate_limited", "chat.postMessage", retry_after=60)
    said = await case.jan.says(case.order, CUTR_ONLY, "Slow road")
    await world.settled()
    await world.restart()
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "Slow road")
    await world.wait(seconds=61)
    await case.anna.sees(case.order, CUTR_ONLY, "Slow road")
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])
