"""The clock reminds, digests, escalates and stops; each at most once, with several clocks and after any downtime."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from bots.app.clock import ticks_of
from tests.scenarios.cases import Case, a_draft, a_private_partner, an_assigned_order
from tests.scenarios.doing import fills, labels, monday_morning, pass_until, picks, subjects, thread_words
from tests.scenarios.people import CUTR_ONLY, Staff, flat
from tests.scenarios.world import BOT_NAME, EWA, World

HALF_PAST_EIGHT = "2035-01-08T07:30:00Z"
FRIDAY_EVENING = "2035-01-05T19:00:00Z"
NUDGE, REMINDER, AGAIN = "There is time until", "was due", "still misses"


async def a_case(world: World, assigned_at: str = HALF_PAST_EIGHT, **more: Any) -> Case:
    """An order that was assigned on Monday at 08:30; it is nine now."""
    await monday_morning(world)
    return await an_assigned_order(world, assigned_at=assigned_at, **more)


async def heard(case: Case, words: str) -> list[str]:
    """What the partner's topic shows of these words, once nothing is on its way."""
    await case.world.settled()
    return [message.text for message in case.jan.shown(await case.jan.topic(case.order, CUTR_ONLY), words)]


async def in_channel(case: Case, words: str) -> list[str]:
    """What the staff channel shows of these words."""
    await case.world.settled()
    shown = case.world.slack.channel_messages(case.anna.channel)
    return [flat(message) for message in shown if words in flat(message)]


async def test_the_whole_ladder_names_only_what_is_missing(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await pass_until(world, "2035-01-10 08:29")
    assert await heard(case, "Hello!") == []
    await pass_until(world, "2035-01-10 08:31")
    nudge = await jan.sees(case.order, CUTR_ONLY, "Hello!")
    assert "material delivery date, planned completion date, delivery schedule and invoice reference" in nudge.text
    assert "There is time until Thu 11 Jan 2035, 08:30" in nudge.text
    assert "Set material delivery date" in labels(nudge)
    await jan.presses(nudge, "Set material delivery date")
    await picks(jan, case.order, "15")
    await jan.presses(await jan.sees(case.order, CUTR_ONLY, "Is that right?"), "Yes, that is right")
    await case.anna.sees(case.order, CUTR_ONLY, "Jan set the material delivery date")

    await pass_until(world, "2035-01-11 08:31")
    reminder = await jan.sees(case.order, CUTR_ONLY, "was due Thu 11 Jan 2035, 08:30")
    assert "still misses: planned completion date, delivery schedule and invoice reference" in reminder.text
    assert "Set material delivery date" not in labels(reminder)

    await pass_until(world, "2035-01-12 09:05")
    assert len(await heard(case, "(reminder 2)")) == 1
    digest = await in_channel(case, "Late to-dos")
    assert len(digest) == 1
    assert "K-100" in digest[0]
    assert "Houtbouw BV: planned completion date, delivery schedule and invoice reference" in digest[0]

    await pass_until(world, "2035-01-14 12:00")
    assert await in_channel(case, "has not filled in") == []
    await pass_until(world, "2035-01-15 08:05")
    escalated = await in_channel(case, "has not filled in")
    assert len(escalated) == 1
    assert "planned completion date, delivery schedule and invoice reference" in escalated[0]
    await pass_until(world, "2035-01-15 09:05")
    assert len(await heard(case, "(reminder 3)")) == 1
    await pass_until(world, "2035-01-16 09:05")
    assert len(await heard(case, "(reminder 4)")) == 1
    await pass_until(world, "2035-01-18 09:05")
    assert len(await heard(case, AGAIN)) == 4
    assert len(await heard(case, "Hello!")) == 1
    assert len(await in_channel(case, "has not filled in")) == 1


async def test_completion_stops_everything(world: World) -> None:
    case = await a_case(world)
    await pass_until(world, "2035-01-11 08:31")
    for key, value in (("material_date", "2035-01-15"), ("completion_date", "2035-01-22"),
                       ("invoice_reference", {"no_reference": True}),
                       ("delivery_schedule", {"method": "delivery", "date": "2035-02-12"})):  # fmt: skip
        await world.rest("PUT", f"/orders/K-100/tasks/{key}", value=value)
    await pass_until(world, "2035-01-18 12:00")
    assert len(await heard(case, AGAIN)) == 1
    assert await in_channel(case, "Late to-dos") == []
    assert await in_channel(case, "has not filled in") == []


async def test_a_date_taken_away_again_wakes_the_reminders(world: World) -> None:
    case = await a_case(world, needs_kick_off=False)
    for key, value in (("material_date", "2035-01-15"), ("completion_date", "2035-01-22"),
                       ("invoice_reference", {"reference": "HB-1"}),
                       ("delivery_schedule", {"method": "delivery", "date": "2035-02-12"})):  # fmt: skip
        await world.rest("PUT", f"/orders/K-100/tasks/{key}", value=value)
    await world.rest("PUT", "/orders/K-100/tasks/material_date", value=None)
    await pass_until(world, "2035-01-11 08:31")
    assert [text.count("material delivery date") for text in await heard(case, REMINDER)] == [1]
    assert "still misses: material delivery date." in (await heard(case, REMINDER))[0]


async def test_a_snooze_needs_a_reason_and_reminders_rest_until_that_morning(world: World) -> None:
    case = await a_case(world)
    anna = case.anna

    await anna.types("/order", "K-100 snooze")
    answer = await fills(anna, "Snooze K-100", until="2035-01-15", reason="They are at a trade fair")
    assert answer.status == 200
    await anna.sees_privately("Reminders for K-100 pause")
    await pass_until(world, "2035-01-14 18:00")
    assert await heard(case, "Hello!") == []
    assert await heard(case, AGAIN) == []
    assert await in_channel(case, "Late to-dos") == []
    await pass_until(world, "2035-01-15 09:05")
    assert len(await heard(case, AGAIN)) == 1
    snoozed = next(entry for entry in await case.entries() if entry["event"] == "reminders_snoozed")
    assert (snoozed["new"], snoozed["reason"]) == ("2035-01-15", "They are at a trade fair")


async def test_after_downtime_only_the_highest_of_what_was_missed_is_said(world: World) -> None:
    case = await a_case(world)
    await world.settled()
    await world.stop()
    world.clock.advance(timedelta(days=10))
    await world.start()
    await world.wait(seconds=2)

    assert len(await heard(case, "Hello!")) == 0
    assert len(await heard(case, AGAIN)) == 1
    assert "(reminder 4)" in (await heard(case, AGAIN))[0]
    assert len(await in_channel(case, "has not filled in")) == 1
    assert len(await in_channel(case, "Late to-dos")) == 1
    await world.restart()
    await world.wait(hours=3)
    assert len(await heard(case, AGAIN)) == 1
    assert len(await in_channel(case, "has not filled in")) == 1


async def test_three_clocks_say_it_once(world: World) -> None:
    case = await a_case(world)
    await world.settled()
    world.clock.advance(timedelta(days=2))
    clocks = [world.ticks, ticks_of(world.parts), ticks_of(world.parts)]
    await asyncio.gather(*(clock.tick() for clock in clocks for _ in range(2)))
    await world.settled()
    assert len(await heard(case, "Hello!")) == 1


async def test_reminders_wait_for_working_hours_but_the_deadline_stays(world: World) -> None:
    case = await a_case(world, assigned_at=FRIDAY_EVENING)
    await pass_until(world, "2035-01-08 21:00")
    assert await heard(case, REMINDER) == []
    await pass_until(world, "2035-01-09 07:59")
    assert await heard(case, REMINDER) == []
    await pass_until(world, "2035-01-09 08:01")
    assert len(await heard(case, "was due Mon 8 Jan 2035, 20:00")) == 1
    assert (await case.task("material_date"))["due_at"].startswith("2035-01-08T19:00")


async def test_upcoming_shows_what_will_fire(world: World) -> None:
    case = await a_case(world)
    await case.anna.types("/order", "K-100 upcoming")
    view = flat(await case.anna.modal("Coming up K-100"))
    expected = (
        "Wed 10 Jan 2035, 08:30: Friendly nudge about open to-dos",
        "Thu 11 Jan 2035, 08:30: Reminder: to-dos are due (72 hours after assignment)",
        "Fri 12 Jan 2035, 09:00: Second reminder about open to-dos",
        "Mon 15 Jan 2035, 09:00: Third reminder about open to-dos",
        "Tue 16 Jan 2035, 09:00: Fourth reminder about open to-dos",
        "Fri 12 Jan 2035, 08:30: Order joins the staff digest",
        "Mon 15 Jan 2035, 08:00: Escalation to the responsible person",
    )
    for line in expected:
        assert line in view
    assert [view.index(line) for line in sorted(expected, key=view.index)] == sorted(view.index(x) for x in expected)
    await world.slack.close_view("anna", (await case.anna.modal("Coming up"))["id"])
    await pass_until(world, "2035-01-11 08:31")
    await case.anna.types("/order", "K-100 upcoming")
    assert "Friendly nudge" not in flat(await case.anna.modal("Coming up K-100"))


async def test_a_partner_who_blocked_the_bot_is_mailed_and_staff_are_told(world: World) -> None:
    await monday_morning(world)
    partner = await a_private_partner(world)
    await a_draft(world)
    await world.rest("POST", "/orders/K-100/assignment", partner_id=partner, assigned_at=HALF_PAST_EIGHT)
    await world.settled()
    await world.telegram.block(EWA)
    await pass_until(world, "2035-01-10 08:31")
    await pass_until(world, "2035-01-11 08:31")
    await world.settled()
    told = subjects(world, "biuro@nowak.example")
    assert told == [
        "Order K-100 is yours: Oak kitchen", "Order K-100: dates are still open", "Order K-100: dates are missing",
    ]  # fmt: skip
    assert "material delivery date" in world.mail.to("biuro@nowak.example")[-1].body
    assert not [m for m in world.telegram.messages(EWA, bot=BOT_NAME) if AGAIN in m.text]
    anna = Staff(world)
    assert "Stolarnia Nowak can not be reached on Telegram" in await thread_words(anna, "K-100", CUTR_ONLY)
