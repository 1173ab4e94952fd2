"""Check-ins: the clock asks, the workshop answers in one tap, staff read it; "not yet" leads to the delay."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bots.app.clock import ticks_of
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import labels, monday_morning, pass_until, replies
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, flat
from tests.scenarios.world import World

QUESTION = "is the material in?"


async def a_planned_order(world: World) -> Case:
    """K-100 of Monday 8 January at nine: material on the 16th, completion on the 25th, delivery on the 30th."""
    await monday_morning(world)
    case = await an_assigned_order(world)
    for key, day in (("material_date", "2035-01-16"), ("completion_date", "2035-01-25")):
        await world.rest("PUT", f"/orders/K-100/tasks/{key}", value=day)
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value={"method": "delivery", "date": "2035-01-30"})
    await world.rest("PUT", "/orders/K-100/tasks/invoice_reference", value={"no_reference": True})
    await world.settled()
    return case


async def test_one_tap_answers_and_staff_read_it(world: World) -> None:
    case = await a_planned_order(world)
    await pass_until(world, "2035-01-16 08:59")
    await case.piet.sees_nothing_of(case.order, CUTR_ONLY, QUESTION)
    await pass_until(world, "2035-01-16 09:01")
    question = await case.piet.sees(case.order, CUTR_ONLY, QUESTION)
    assert labels(question) == ["Yes", "Not yet", "Ask me later"]
    assert await case.piet.presses(question, "Yes") == "Thank you"

    await case.anna.sees(case.order, CUTR_ONLY, "Material is in")
    await case.anna.sees(case.order, CUTR_ONLY, "says Piet")
    await case.piet.sees(case.order, CUTR_ONLY, "Material is in: Yes (Piet)")
    entry = next(e for e in await case.entries() if e["event"] == "check_in_answered")
    assert (entry["actor"]["name"] if isinstance(entry["actor"], dict) else entry["actor"], entry["new"]) == (
        "Piet", "yes",
    )  # fmt: skip
    await case.jan.sees_nothing_of(case.order, WITH_CUSTOMER, "material")


async def test_not_yet_leads_to_the_delay_and_asks_again_on_the_new_date(world: World) -> None:
    case = await a_planned_order(world)
    piet = case.piet
    await pass_until(world, "2035-01-16 09:01")
    await piet.presses(await piet.sees(case.order, CUTR_ONLY, QUESTION), "Not yet")
    calendar = await piet.sees(case.order, CUTR_ONLY, "Pick a day")
    await replies(piet, calendar, "18-1-2035")
    why = await piet.sees(case.order, CUTR_ONLY, "Why? Press a reason")
    await piet.presses(why, "The material is late")
    await piet.presses(await piet.sees(case.order, CUTR_ONLY, "Say more in a few words"), "Nothing to add")
    await piet.presses(await piet.sees(case.order, CUTR_ONLY, "What do you do about it?"), "Nothing to add")
    await piet.presses(await piet.sees(case.order, CUTR_ONLY, "Is that right?"), "Yes, that is right")

    for words in ("Not yet", "Delay", "18 Jan 2035", "was Tue 16 Jan 2035", "The material is late"):
        await case.anna.sees(case.order, CUTR_ONLY, words)
    await pass_until(world, "2035-01-18 09:01")
    again = await piet.sees(case.order, CUTR_ONLY, "planned for Thu 18 Jan 2035")
    assert labels(again) == ["Yes", "Not yet", "Ask me later"]


async def test_later_comes_again_in_the_afternoon(world: World) -> None:
    case = await a_planned_order(world)
    await pass_until(world, "2035-01-16 09:01")
    await case.piet.presses(await case.piet.sees(case.order, CUTR_ONLY, QUESTION), "Ask me later")
    await pass_until(world, "2035-01-16 15:01")
    topic = await case.piet.topic(case.order, CUTR_ONLY)
    assert len(case.piet.shown(topic, QUESTION)) == 1, "the first became its answer, the second asks again"
    assert labels(case.piet.shown(topic, QUESTION)[-1]) == ["Yes", "Not yet", "Ask me later"]


async def test_silence_is_on_staffs_list_after_a_working_day(world: World) -> None:
    case = await a_planned_order(world)
    await pass_until(world, "2035-01-16 09:01")
    await pass_until(world, "2035-01-17 09:05")
    digest = await case.anna.sees_in_channel("Questions without an answer")
    assert "K-100 · Houtbouw BV: Material is in (Tue 16 Jan 2035)?" in flat(digest)
    listed = await case.anna.types("/orders", "attention")
    assert "K-100" in flat(listed.body)


async def test_upcoming_names_the_questions_and_ready_ends_them(world: World) -> None:
    case = await a_planned_order(world)
    await case.anna.types("/order", "K-100 upcoming")
    shown = flat(await case.anna.modal("Question to the partner"))
    for words in ("is the material in?", "has the work started?", "finished on time?", "delivered on time?"):
        assert words in shown
    await world.rest("POST", "/orders/K-100/status", status="ready", override=True, reason="photos follow")
    await pass_until(world, "2035-01-26 12:00")
    await case.piet.sees_nothing_of(case.order, CUTR_ONLY, QUESTION)
    await case.piet.sees_nothing_of(case.order, CUTR_ONLY, "will it be finished on time")


async def test_three_clocks_ask_once(world: World) -> None:
    case = await a_planned_order(world)
    await world.settled()
    world.clock.advance(timedelta(days=8, minutes=1))
    clocks = [world.ticks, ticks_of(world.parts), ticks_of(world.parts)]
    await asyncio.gather(*(clock.tick() for clock in clocks for _ in range(2)))
    await world.settled()
    topic = await case.piet.topic(case.order, CUTR_ONLY)
    assert len(case.piet.shown(topic, QUESTION)) == 1
