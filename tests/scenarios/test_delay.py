"""`/delay`: which date, why, until when, what is done about it; staff hear it at once, the customer where it moves."""

from __future__ import annotations

from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import fills, labels, monday_morning, replies, sends, subjects
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, pieces
from tests.scenarios.world import World

CARLA = "carla@customer.example"
REASONS = ["The material is late", "A machine is down", "Somebody is ill", "The workshop is full",
           "Something must be made again", "Transport", "The customer asked for it", "Another reason"]  # fmt: skip


async def a_planned_order(world: World) -> Case:
    """K-100 with all its dates."""
    await monday_morning(world)
    case = await an_assigned_order(world)
    for key, day in (("material_date", "2035-01-15"), ("completion_date", "2035-01-22")):
        await world.rest("PUT", f"/orders/K-100/tasks/{key}", value=day)
    plan = {"method": "delivery", "date": "2035-01-25"}
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=plan)
    await world.settled()
    return case


async def begins(case: Case, date: str) -> None:
    """Piet types /delay and says which date."""
    await case.piet.says(case.order, CUTR_ONLY, "/delay")
    which = await case.piet.sees(case.order, CUTR_ONLY, "Which date will not hold?")
    assert labels(which) == ["Material delivery date", "Planned completion date", "Delivery schedule", "Never mind"]
    await case.piet.presses(which, date)


async def test_a_late_completion_by_buttons(world: World) -> None:
    case = await a_planned_order(world)
    piet, mails = case.piet, subjects(world, CARLA)
    await begins(case, "Planned completion date")
    await picks_day(case, "30")
    why = await piet.sees(case.order, CUTR_ONLY, "Why? Press a reason")
    assert labels(why) == [*REASONS, "Never mind"]
    await piet.presses(why, "A machine is down")
    words = await piet.sees(case.order, CUTR_ONLY, "A machine is down. Say more in a few words")
    await replies(piet, words, "the bearing of the big saw")
    remedy = await piet.sees(case.order, CUTR_ONLY, "What do you do about it?")
    await replies(piet, remedy, "We hire a machine")
    await confirmed(case)

    told = ("Delay", "reported by Piet", "30 Jan 2035", "was Mon 22 Jan 2035", "A machine is down", "bearing", "hire")
    for part in told:
        await case.anna.sees(case.order, CUTR_ONLY, part)
    assert (await case.task("completion_date"))["value"] == "2035-01-30"
    assert subjects(world, CARLA) == mails, "a date that the customer does not see moved"
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "A machine is down")


async def test_a_late_delivery_in_words_reaches_the_customer(world: World) -> None:
    case = await a_planned_order(world)
    piet, mails = case.piet, len(world.mail.to(CARLA))
    await begins(case, "Delivery schedule")
    calendar = await piet.sees(case.order, CUTR_ONLY, "Pick a day")
    await replies(piet, calendar, "5-2-2035")
    why = await piet.sees(case.order, CUTR_ONLY, "Why")
    await replies(piet, why, "The road is closed")
    remedy = await piet.sees(case.order, CUTR_ONLY, "What do you do about it?")
    await piet.presses(remedy, "Nothing to add")
    await confirmed(case)

    await case.anna.sees(case.order, CUTR_ONLY, "The road is closed")
    assert (await case.task("delivery_schedule"))["value"]["date"] == "2035-02-05"
    mail = await world.until(lambda: world.mail.to(CARLA)[mails:])
    told = mail[-1].message.get_body(("plain",)).get_content()
    assert "5 Feb" in told
    assert "The road is closed" in told
    assert "Houtbouw" not in told
    assert "2035-02-05" in str((await world.rest("GET", "/orders/K-100/timeline"))[-1]["new"])


async def test_another_reason_is_said_in_words(world: World) -> None:
    case = await a_planned_order(world)
    piet = case.piet
    await begins(case, "Planned completion date")
    await picks_day(case, "30")
    await piet.presses(await piet.sees(case.order, CUTR_ONLY, "Why? Press a reason"), "Another reason")
    words = await piet.sees(case.order, CUTR_ONLY, "What is the reason?")
    assert labels(words) == ["Never mind"]
    await replies(piet, words, "The power was cut")
    await piet.presses(await piet.sees(case.order, CUTR_ONLY, "What do you do about it?"), "Nothing to add")
    await confirmed(case)
    await case.anna.sees(case.order, CUTR_ONLY, "Reason: The power was cut")


async def test_staff_report_a_delay_from_slack_and_everybody_hears_it(world: World) -> None:
    case = await a_planned_order(world)
    mails = len(world.mail.to(CARLA))
    root = (await case.anna.thread(case.order, CUTR_ONLY))[0]
    assert any("Report a delay" in button["text"]["text"] for button in pieces(root, "button"))
    await case.anna.types("/order", "K-100 delay")
    wrong = await sends(case.anna, "Delay K-100", task="delivery_schedule", day="2035-02-06", cause="other")
    assert "reason" in str(wrong.body)
    await fills(case.anna, "Delay K-100", task="delivery_schedule", day="2035-02-06", cause="transport",
                remedy="Another carrier")  # fmt: skip

    for words in ("Delay", "6 Feb 2035", "was Thu 25 Jan 2035", "Reason: Transport", "Another carrier"):
        await case.anna.sees(case.order, CUTR_ONLY, words)
    await case.jan.sees(case.order, CUTR_ONLY, "Another carrier")
    await case.anna.sees(case.order, WITH_CUSTOMER, "New delivery date")
    mail = await world.until(lambda: world.mail.to(CARLA)[mails:])
    told = mail[-1].message.get_body(("plain",)).get_content()
    assert "6 Feb" in told
    assert "Transport" in told
    assert "Another carrier" not in told


async def test_an_earlier_day_is_no_delay_and_never_mind_changes_nothing(world: World) -> None:
    case = await a_planned_order(world)
    piet, before = case.piet, await case.timeline()
    await begins(case, "Material delivery date")
    calendar = await piet.sees(case.order, CUTR_ONLY, "Pick a day")
    await replies(piet, calendar, "10-1-2035")
    await piet.sees(case.order, CUTR_ONLY, "later date")
    calendar = await piet.sees(case.order, CUTR_ONLY, "Pick a day")
    await replies(piet, calendar, "when the cows come home")
    await piet.sees(case.order, CUTR_ONLY, "could not read “when the cows come home”")
    await piet.presses(await piet.sees(case.order, CUTR_ONLY, "Pick a day"), "Never mind")
    await piet.sees(case.order, CUTR_ONLY, "Nothing was changed")
    await world.settled()
    assert await case.timeline() == before
    assert (await case.task("material_date"))["value"] == "2035-01-15"


async def picks_day(case: Case, day: str) -> None:
    """Press a day on the calendar that is open."""
    calendar = await case.piet.sees(case.order, CUTR_ONLY, "Pick a day")
    button = next(text for text in labels(calendar) if text == day)
    await case.world.telegram.press(case.piet.user, calendar.chat.id, calendar.id, button)


async def confirmed(case: Case) -> None:
    """Say yes to the question at the end."""
    question = await case.piet.sees(case.order, CUTR_ONLY, "Is that right?")
    await case.piet.presses(question, "Yes, that is right")
    await case.world.settled()
