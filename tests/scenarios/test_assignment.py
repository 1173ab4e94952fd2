"""Assigned: threads, topics or private chats, cards, mails, the check-in, the kick-off, milestones, another partner."""

from __future__ import annotations

from tests.scenarios.cases import Case, a_draft, a_private_partner, an_assigned_order
from tests.scenarios.doing import (
    card_of,
    fills,
    labels,
    monday_morning,
    pass_until,
    replies,
    sends,
    subjects,
    thread_words,
)
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff, flat, pieces
from tests.scenarios.world import BOT_NAME, EWA, GROUP, World

CALL_AT = 2051964000
"""Tuesday 9 January 2035, 15:00 in Amsterdam."""


async def test_everything_an_assignment_brings(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    for chat, readers in ((CUTR_ONLY, "partner + Cutr read this"), (WITH_CUSTOMER, "partner + Cutr + CUSTOMER read")):
        root = (await anna.thread(case.order, chat))[0]
        assert readers in flat(root)
        card = await card_of(jan, case.order, chat)
        assert readers in card.text
        pinned = [m for m in world.telegram.messages(GROUP, await jan.topic(case.order, chat)) if "pinned" in str(m)]
        assert pinned
    names = {topic.name for topic in world.telegram.topics(GROUP)}
    assert {"🔒 K-100 · Cutr only", "👥 K-100 · With customer"} <= names

    welcome = await card_of(jan, case.order)
    assert "⬜ Set material delivery date" in welcome.text
    assert "Everything except Mark as Ready is due Thu 11 Jan 2035, 09:00" in welcome.text
    shown = labels(welcome)
    for button in ("Set material delivery date", "Set planned completion date", "Set delivery schedule"):
        assert f"⬜ {button}" in shown
    assert "⬜ Set invoice reference" in shown
    assert "Mark as Ready" in shown
    assert "Mark as Delivered" not in shown

    assert subjects(world, "office@houtbouw.example") == ["Order K-100 is yours: Oak kitchen"]
    assert subjects(world, "carla@customer.example") == ["Your order K-100: Oak kitchen"]
    dues = {task["key"]: task["due_at"] for task in (await case.shown())["tasks"]}
    assert dues["material_date"].startswith("2035-01-11T08:00:")
    assert dues["mark_ready"] is None


async def test_a_first_order_wants_a_check_in_and_the_second_does_not(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    anna = case.anna

    wanted = await anna.sees(case.order, CUTR_ONLY, "first order of Houtbouw BV")
    await anna.presses(wanted, "Check-in held")
    await anna.sees_privately("Ticked off")
    bram = Staff(world, "bram")
    await bram.presses(wanted, "Check-in held")
    await bram.sees_privately("Already done by Anna")

    await a_draft(world, "K-101")
    await world.rest("POST", "/orders/K-101/assignment", partner_id=case.partner)
    assert "first order of" not in await thread_words(anna, "K-101", CUTR_ONLY)


async def test_a_private_chat_without_topics_gets_both_cards_with_their_labels(world: World) -> None:
    await monday_morning(world)
    partner = await a_private_partner(world)
    await a_draft(world)
    anna, ewa = Staff(world), Maker(world, EWA, "Ewa")
    await anna.types("/order", "K-100 assign")
    await fills(anna, "Assign K-100", partner_id=partner, responsible="U0BRAM00001")
    await anna.sees_privately("K-100 is assigned")

    card = await ewa.sees_privately("🔒 K-100 · Cutr only")
    assert "partner + Cutr read this" in card.text
    assert "Set invoice reference" not in "".join(labels(card))
    other = await ewa.sees_privately("👥 K-100 · With customer")
    assert "partner + Cutr + CUSTOMER read this" in other.text


async def a_kick_off_order(world: World) -> Case:
    """An order that needs a kick-off, assigned on Monday morning."""
    await monday_morning(world)
    return await an_assigned_order(world, needs_kick_off=True)


async def test_staff_propose_a_kick_off_and_the_partner_picks(world: World) -> None:
    case = await a_kick_off_order(world)
    anna, jan = case.anna, case.jan

    await anna.types("/order", "K-100 kickoff")
    await fills(anna, "Kick-off K-100", option_0=CALL_AT, option_1=CALL_AT + 86400)
    asked = await jan.sees(case.order, CUTR_ONLY, "Which time suits you?")
    assert labels(asked) == ["Tue 9 Jan 2035, 15:00", "Wed 10 Jan 2035, 15:00"]
    assert "Cutr proposes an online meeting" in asked.text

    await jan.presses(asked, "Wed 10 Jan 2035, 15:00")
    await jan.sees(case.order, CUTR_ONLY, "Kick-off: Wed 10 Jan 2035, 15:00")
    await anna.sees(case.order, CUTR_ONLY, "Kick-off for K-100: Wed 10 Jan 2035, 15:00, chosen by Jan")
    await jan.sees_nothing_of(case.order, WITH_CUSTOMER, "Kick-off")

    # A later proposal replaces it, and the old buttons change nothing any more.
    await anna.types("/order", "K-100 kickoff")
    await fills(anna, "Kick-off K-100", option_0=CALL_AT + 2 * 86400, option_1=None)
    again = await jan.sees(case.order, CUTR_ONLY, "Which time suits you?")
    await world.until(lambda: world.telegram.message(again.chat, again.id).keyboard)
    await jan.presses(again, "Thu 11 Jan 2035, 15:00")
    await anna.sees(case.order, CUTR_ONLY, "Thu 11 Jan 2035, 15:00, chosen by Jan")


async def test_only_staff_set_milestones_and_the_partner_hears_old_and_new(world: World) -> None:
    case = await a_kick_off_order(world)
    anna, jan = case.anna, case.jan

    await anna.types("/order", "K-100 milestones")
    await fills(anna, "Milestones K-100", label="Measure-up", day="2035-01-15")
    await jan.sees(case.order, CUTR_ONLY, "Milestone “Measure-up” of K-100: Mon 15 Jan 2035.")
    await fills(anna, "Milestones K-100", which="measure_up", day="2035-01-17")
    moved = await jan.sees(case.order, CUTR_ONLY, "moves from Mon 15 Jan 2035 to Wed 17 Jan 2035")
    card = await card_of(jan, case.order)
    await world.until(lambda: "Measure-up: Wed 17 Jan 2035" in world.telegram.message(card.chat, card.id).text)

    await jan.presses(moved, "Can not make it")
    asked = await jan.sees(case.order, CUTR_ONLY, "say what does work")
    assert "the customer does not read it" in asked.text
    await replies(jan, asked, "Our van is away until the 19th")
    heard = await anna.sees(case.order, CUTR_ONLY, "Our van is away until the 19th")
    assert heard["username"] == "Jan · Houtbouw BV"
    await jan.sees_nothing_of(case.order, WITH_CUSTOMER, "van")
    assert "van" not in await thread_words(anna, case.order, WITH_CUSTOMER)
    shown = await case.shown()
    assert [(m["label"], m["date"], m["set_by"]) for m in shown["milestones"]] == [("Measure-up", "2035-01-17", "Anna")]


async def test_nobody_but_staff_finds_a_way_to_a_milestone(world: World) -> None:
    case = await a_kick_off_order(world)
    await world.rest("PUT", "/orders/K-100/milestones/measure_up", label="Measure-up", date="2035-01-15")
    await case.jan.sees(case.order, CUTR_ONLY, "Measure-up")
    await world.settled()

    topics = [await case.jan.topic(case.order, chat) for chat in (CUTR_ONLY, WITH_CUSTOMER)]
    pressable = [b["callback_data"] for t in topics for m in world.telegram.messages(GROUP, t) for r in m.keyboard
                 for b in r]  # fmt: skip
    assert pressable
    assert not [data for data in pressable if data.startswith("milestones")]
    gijs = Staff(world, "gijs")
    answer = await gijs.types("/order", "K-100 milestones")
    assert "Only Cutr's staff can do this" in flat(answer.body)
    assert world.slack.open_views("gijs") == []
    await case.jan.says(case.order, CUTR_ONLY, "/milestones")
    await case.jan.sees(case.order, CUTR_ONLY, "I do not know this command")
    assert (await case.shown())["milestones"][0]["date"] == "2035-01-15"


async def test_staff_are_reminded_of_milestones_that_are_missing(world: World) -> None:
    case = await a_kick_off_order(world)
    await pass_until(world, "2035-01-15 08:59")
    assert "has a kick-off but no milestones yet" not in await thread_words(case.anna, case.order, CUTR_ONLY)
    await pass_until(world, "2035-01-15 09:05")
    asked = await case.anna.sees(case.order, CUTR_ONLY, "has a kick-off but no milestones yet")
    await case.anna.presses(asked, "Milestones")
    await fills(case.anna, "Milestones K-100", label="Installation", day="2035-02-01")
    await case.jan.sees(case.order, CUTR_ONLY, "Milestone “Installation”")
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "no milestones yet")


async def test_forms_name_what_is_wrong_and_stay_open(world: World) -> None:
    case = await a_kick_off_order(world)
    await case.anna.types("/order", "K-100 milestones")
    answer = await sends(case.anna, "Milestones K-100", label="   ", day="2035-01-15")
    assert answer.body["errors"] == {"label": "The label is still empty. Fill it in and send it again."}
    answer = await sends(case.anna, "Milestones K-100", label="Measure-up", day=None)
    assert "still empty" in answer.body["errors"]["day"]
    await world.slack.close_view("anna", (await case.anna.modal("Milestones"))["id"])
    await case.anna.types("/order", "K-100 kickoff")
    answer = await sends(case.anna, "Kick-off K-100", option_0=CALL_AT - 30 * 86400)
    assert "is in the past" in answer.body["errors"]["option_0"]


async def test_another_partner_takes_over_and_the_first_can_no_longer_read_or_write(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    anna, jan, ewa = case.anna, case.jan, Maker(world, EWA, "Ewa")
    nowak = await a_private_partner(world)
    old_card = await card_of(jan, case.order)
    await world.rest("PUT", "/orders/K-100/tasks/material_date", value="2035-01-15")
    await pass_until(world, "2035-01-09 10:00")

    await anna.types("/order", "K-100 assign")
    await fills(anna, "Assign K-100", partner_id=nowak)
    await jan.sees_privately("K-100 · Oak kitchen is no longer with you")
    card = await ewa.sees_privately("🔒 K-100 · Cutr only")
    assert "Everything except Mark as Ready is due Fri 12 Jan 2035, 10:00" in card.text
    assert (await case.task("material_date"))["state"] == "open"

    refused = await jan.presses(old_card, "Set material delivery date")
    assert refused
    await jan.says(case.order, CUTR_ONLY, "Are you sure?")
    await jan.sees(case.order, CUTR_ONLY, "its chats can only be read")
    await anna.writes(case.order, CUTR_ONLY, "Welcome, Ewa")
    await ewa.sees_privately("Welcome, Ewa")
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "Welcome, Ewa")
    assert "Are you sure?" not in await thread_words(anna, case.order, CUTR_ONLY)
    assert not [m for m in world.telegram.messages(EWA, bot=BOT_NAME) if "Houtbouw" in m.text]


async def test_the_card_in_slack_has_a_button_for_every_verb(world: World) -> None:
    case = await a_kick_off_order(world)
    root = (await case.anna.thread(case.order, CUTR_ONLY))[0]
    shown = {button["text"]["text"] for button in pieces(root, "button")}
    assert {
        "Mark as Ready", "Assign", "Set material delivery date", "Set planned completion date", "Set delivery schedule",
        "Set invoice reference", "Propose kick-off times", "Snooze reminders", "Milestones", "History", "Coming up",
        "Cancel order",
    } <= shown  # fmt: skip
