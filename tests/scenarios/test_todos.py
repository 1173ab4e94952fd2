"""The partner sets dates and the invoice reference: by button, inline calendar or typed words, always confirmed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import (
    card_of,
    fills,
    labels,
    monday_morning,
    picks,
    presses_on_card,
    replies,
    sends,
    subjects,
    thread_words,
)
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, flat
from tests.scenarios.world import GROUP, JAN, World

DELIVERY = {"method": "delivery", "date": "2035-02-12"}


async def a_case(world: World, **more: Any) -> Case:
    """An order in production since Monday nine o'clock."""
    await monday_morning(world)
    return await an_assigned_order(world, **more)


async def confirms(maker: Maker, reference: str) -> str | None:
    """Press Yes below the newest question."""
    return await maker.presses(await maker.sees(reference, CUTR_ONLY, "Is that right?"), "Yes, that is right")


async def test_a_date_by_button_calendar_and_confirmation(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await presses_on_card(jan, case.order, "Set material delivery date")
    calendar = await jan.sees(case.order, CUTR_ONLY, "Pick a day")
    assert "January 2035" in labels(calendar)
    assert "[8]" in labels(calendar)
    assert "7·" in labels(calendar)
    await jan.presses(calendar, "›")
    await world.until(lambda: "February 2035" in labels(world.telegram.message(calendar.chat, calendar.id)))
    asked = await picks(jan, case.order, "1")
    assert "Thu 1 Feb 2035. Is that right?" in asked.text
    assert (await case.task("material_date"))["value"] is None

    assert await jan.presses(asked, "Yes, that is right") == "Saved"
    await jan.sees(case.order, CUTR_ONLY, "✅ K-100 · material delivery date: Thu 1 Feb 2035 (Jan)")
    await case.anna.sees(case.order, CUTR_ONLY, "Jan set the material delivery date to Thu 1 Feb 2035")
    task = await case.task("material_date")
    assert (task["state"], task["value"], task["done_by"]) == ("done", "2035-02-01", "Jan")
    card = await card_of(jan, case.order)
    await world.until(
        lambda: "✅ Set material delivery date: Thu 1 Feb 2035" in world.telegram.message(card.chat, card.id).text
    )


@pytest.mark.parametrize(
    ("words", "shown", "value"),
    [
        ("next Tuesday", "Tue 16 Jan 2035", "2035-01-16"),
        ("12-3", "Mon 12 Mar 2035", "2035-03-12"),
        ("week 23", "Fri 8 Jun 2035", "2035-06-08"),
    ],
)
async def test_a_date_in_typed_words(world: World, words: str, shown: str, value: str) -> None:
    case = await a_case(world)
    jan = case.jan

    await presses_on_card(jan, case.order, "Set planned completion date")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "Pick a day"), words)
    asked = await jan.sees(case.order, CUTR_ONLY, "Is that right?")
    assert shown in asked.text
    await jan.presses(asked, "Yes, that is right")
    await case.anna.sees(case.order, CUTR_ONLY, f"Jan set the planned completion date to {shown}")
    assert (await case.task("completion_date"))["value"] == value
    assert words not in await thread_words(case.anna, case.order, CUTR_ONLY)


async def test_words_that_are_no_date_are_asked_again(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await presses_on_card(jan, case.order, "Set planned completion date")
    calendar = await jan.sees(case.order, CUTR_ONLY, "Pick a day")
    await replies(jan, calendar, "when the oak is dry")
    told = await jan.sees(case.order, CUTR_ONLY, "I could not read “when the oak is dry” as a date")
    assert "next Tuesday" in told.text
    await replies(jan, calendar, "30 February")
    await jan.sees(case.order, CUTR_ONLY, "I could not read “30 February” as a date")
    await replies(jan, calendar, "22 January")
    await confirms(jan, case.order)
    await case.anna.sees(case.order, CUTR_ONLY, "planned completion date to Mon 22 Jan 2035")
    assert "oak is dry" not in await thread_words(case.anna, case.order, CUTR_ONLY)


async def test_an_invoice_reference_or_none(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await presses_on_card(jan, case.order, "Set invoice reference")
    asked = await jan.sees(case.order, CUTR_ONLY, "Reply to this message with the reference")
    await jan.presses(asked, "No reference")
    await jan.sees(case.order, CUTR_ONLY, "invoice reference: saved (Jan)")
    assert (await case.task("invoice_reference"))["value"] == {"no_reference": True}

    await presses_on_card(jan, case.order, "Set invoice reference")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "Reply to this message with the reference"), "HB-2035/7")
    await jan.sees(case.order, CUTR_ONLY, "invoice reference: saved (Jan)")
    await case.anna.sees(case.order, CUTR_ONLY, "from No reference to HB-2035/7")
    assert (await case.task("invoice_reference"))["value"] == {"reference": "HB-2035/7"}
    await world.settled()
    # Collaborators read the group: besides Jan's own words the reference stands nowhere there.
    topics = [await jan.topic(case.order, chat) for chat in (CUTR_ONLY, WITH_CUSTOMER)]
    shown = [m for topic in topics for m in world.telegram.messages(GROUP, topic) if "HB-2035/7" in m.text]
    assert [message.sender.id for message in shown] == [JAN]


async def test_a_collaborator_sets_dates_but_not_the_invoice_reference(world: World) -> None:
    case = await a_case(world)
    piet = case.piet

    refused = await presses_on_card(piet, case.order, "Set invoice reference")
    assert refused == "Only an admin can set the invoice reference. Ask an admin of your workshop."
    await presses_on_card(case.jan, case.order, "Set invoice reference")
    asked = await case.jan.sees(case.order, CUTR_ONLY, "Reply to this message with the reference")
    assert "Only an admin" in str(await piet.presses(asked, "No reference"))
    await replies(piet, asked, "P-1")
    await piet.sees(case.order, CUTR_ONLY, "Only an admin can set the invoice reference")
    assert (await case.task("invoice_reference"))["state"] == "open"

    await presses_on_card(piet, case.order, "Set material delivery date")
    await picks(piet, case.order, "15")
    await confirms(piet, case.order)
    await case.anna.sees(case.order, CUTR_ONLY, "Piet set the material delivery date")


async def test_a_delivery_asks_the_method_and_goes_to_the_customer(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await presses_on_card(jan, case.order, "Set delivery schedule")
    how = await jan.sees(case.order, CUTR_ONLY, "How does it reach the customer?")
    assert labels(how) == ["Delivery", "Pick-up", "Installation", "Other", "Never mind"]
    await jan.presses(how, "Installation")
    asked = await picks(jan, case.order, "30")
    assert "Installation, Tue 30 Jan 2035. Is that right?" in asked.text
    await confirms(jan, case.order)
    await jan.sees(case.order, CUTR_ONLY, "delivery schedule: Installation, Tue 30 Jan 2035 (Jan)")
    await case.anna.sees(case.order, WITH_CUSTOMER, "Delivery date of K-100: Tue 30 Jan 2035 (Installation)")
    await jan.sees(case.order, WITH_CUSTOMER, "Delivery date of K-100: Tue 30 Jan 2035 (Installation)")
    await world.settled()
    assert "Delivery date of your order K-100: Tue 30 Jan 2035" in subjects(world, "carla@customer.example")


async def test_a_moved_delivery_needs_a_reason_and_the_customer_reads_it(world: World) -> None:
    case = await a_case(world)
    jan = case.jan
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=DELIVERY)

    await presses_on_card(jan, case.order, "Set delivery schedule")
    await jan.presses(await jan.sees(case.order, CUTR_ONLY, "How does it reach the customer?"), "Delivery")
    calendar = await jan.sees(case.order, CUTR_ONLY, "Now: Mon 12 Feb 2035")
    await replies(jan, calendar, "19 February")
    why = await jan.sees(case.order, CUTR_ONLY, "Why does the delivery date change?")
    assert "The CUSTOMER reads this reason" in why.text
    await replies(jan, why, "The veneer came in damaged")
    summary = await jan.sees(case.order, CUTR_ONLY, "Why: The veneer came in damaged")
    assert "Delivery, Mon 19 Feb 2035" in summary.text
    assert (await case.task("delivery_schedule"))["value"] == DELIVERY
    await jan.presses(summary, "Yes, that is right")
    for reader in (jan, case.anna):
        await reader.sees(case.order, WITH_CUSTOMER, "New delivery date of K-100: Mon 19 Feb 2035")
    await world.settled()
    mail = world.mail.to("carla@customer.example")[-1]
    assert str(mail.message["subject"]) == "New delivery date of your order K-100: Mon 19 Feb 2035"
    assert "The reason: The veneer came in damaged" in mail.body
    assert "Before, it was Mon 12 Feb 2035" in mail.body


async def test_three_changes_inform_the_customer_three_times(world: World) -> None:
    case = await a_case(world)
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=DELIVERY)
    for number, reason in ((19, "Material"), (20, "Transport"), (21, "Machine")):
        value = {"method": "delivery", "date": f"2035-02-{number}"}
        await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=value, reason=reason)
    again = {"method": "delivery", "date": "2035-02-22"}
    told = await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", 422, value=again, reason="  ")
    assert "reason" in str(told).lower()
    await world.settled()
    dates = [subject for subject in subjects(world, "carla@customer.example") if "delivery date" in subject.lower()]
    assert len(dates) == 4
    assert (await case.timeline()).count("delivery_date_changed") == 4


async def test_an_implausible_date_warns_and_wants_a_second_confirmation(world: World) -> None:
    case = await a_case(world, requested_delivery_date="2035-01-31")
    jan = case.jan
    await world.rest("PUT", "/orders/K-100/tasks/completion_date", value="2035-01-24")

    await presses_on_card(jan, case.order, "Set material delivery date")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "Pick a day"), "29 January")
    await confirms(jan, case.order)
    warned = await jan.sees(case.order, CUTR_ONLY, "the material would arrive after the planned completion")
    assert (await case.task("material_date"))["state"] == "open"
    await jan.presses(warned, "Yes, that is right")
    told = await case.anna.sees(case.order, CUTR_ONLY, "Jan set the material delivery date to Mon 29 Jan 2035")
    assert "Please check: the material would arrive after the planned completion" in flat(told)

    await presses_on_card(jan, case.order, "Set delivery schedule")
    await jan.presses(await jan.sees(case.order, CUTR_ONLY, "How does it reach the customer?"), "Pick-up")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "delivery schedule\nPick a day"), "20 February")
    await confirms(jan, case.order)
    await jan.sees(case.order, CUTR_ONLY, "after the date the customer asked for")
    assert (await case.task("delivery_schedule"))["state"] == "open"


async def test_a_date_in_the_past_is_named_before_it_is_saved(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await presses_on_card(jan, case.order, "Set material delivery date")
    asked = await picks(jan, case.order, "5·")
    assert "this date is in the past" in asked.text
    await jan.presses(asked, "Yes, that is right")
    sure = await jan.sees(case.order, CUTR_ONLY, "Please check: this date is in the past")
    assert (await case.task("material_date"))["value"] is None
    await jan.presses(sure, "Yes, that is right")
    await jan.sees(case.order, CUTR_ONLY, "✅ K-100 · material delivery date: Fri 5 Jan 2035")


async def test_the_same_date_again_is_nothing(world: World) -> None:
    case = await a_case(world)
    jan = case.jan
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=DELIVERY)
    await world.rest("PUT", "/orders/K-100/tasks/material_date", value="2035-01-15")
    await world.settled()
    before, mails = await case.timeline(), len(world.mail.to("carla@customer.example"))

    await presses_on_card(jan, case.order, "Set material delivery date")
    await picks(jan, case.order, "15")
    await confirms(jan, case.order)
    await presses_on_card(jan, case.order, "Set delivery schedule")
    await jan.presses(await jan.sees(case.order, CUTR_ONLY, "How does it reach the customer?"), "Delivery")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "Now: Mon 12 Feb 2035"), "12-2")
    await confirms(jan, case.order)
    await world.settled()
    assert await case.timeline() == before
    assert len(world.mail.to("carla@customer.example")) == mails


async def test_staff_set_dates_on_the_partners_behalf(world: World) -> None:
    case = await a_case(world)
    anna = case.anna
    root = (await anna.thread(case.order, CUTR_ONLY))[0]

    await anna.presses(root, "Set material delivery date")
    await fills(anna, "Material delivery date", day="2035-01-15")
    await anna.sees_privately("The to-do of K-100 is set")
    await anna.sees(case.order, CUTR_ONLY, "Anna set the material delivery date to Mon 15 Jan 2035")

    await anna.presses(root, "Set delivery schedule")
    await fills(anna, "Delivery schedule", method="pick_up", day="2035-02-12")
    await anna.sees(case.order, WITH_CUSTOMER, "Delivery date of K-100: Mon 12 Feb 2035 (Pick-up)")
    await anna.presses(root, "Set delivery schedule")
    answer = await sends(anna, "Delivery schedule", day="2035-02-13")
    assert answer.body["errors"] == {"reason": "The customer reads why the delivery date changes. Give a short reason."}
    await fills(anna, "Delivery schedule", reason="The lift is out of order")
    await case.jan.sees(case.order, WITH_CUSTOMER, "Reason: The lift is out of order")

    await anna.presses(root, "Set planned completion date")
    warned = await sends(anna, "Planned completion", day="2034-12-01")
    assert "this date is in the past" in flat(warned.body)
    assert (await case.task("completion_date"))["state"] == "open"
    await fills(anna, "Planned completion")
    assert (await case.task("completion_date"))["value"] == "2034-12-01"


async def test_an_old_confirmation_and_a_stale_button_change_nothing(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await presses_on_card(jan, case.order, "Set material delivery date")
    asked = await picks(jan, case.order, "15")
    old = str(asked.keyboard)
    await world.wait(minutes=17)
    told = await jan.presses(asked, "Yes, that is right")
    assert told is not None
    assert "nothing was changed" in told
    assert (await case.task("material_date"))["value"] is None
    await world.until(lambda: str(world.telegram.message(asked.chat, asked.id).keyboard) != old)
    await confirms(jan, case.order)
    await case.anna.sees(case.order, CUTR_ONLY, "Mon 15 Jan 2035")

    await presses_on_card(jan, case.order, "Set planned completion date")
    waiting = await picks(jan, case.order, "22")
    await world.rest("POST", "/orders/K-100/status", status="ready", override=True, reason="packed")
    await world.rest("POST", "/orders/K-100/status", status="delivered")
    refused = await jan.presses(waiting, "Yes, that is right")
    assert refused is not None
    assert "K-100 is “Delivered”" in refused
    assert (await case.task("completion_date"))["value"] is None


async def test_never_mind_leaves_everything_as_it_was(world: World) -> None:
    case = await a_case(world)
    jan = case.jan
    await presses_on_card(jan, case.order, "Set material delivery date")
    calendar = await jan.sees(case.order, CUTR_ONLY, "Pick a day")
    await jan.presses(calendar, "Never mind")
    await jan.sees(case.order, CUTR_ONLY, "Nothing was changed.")
    assert (await case.task("material_date"))["value"] is None


async def test_a_delay_asks_which_date_why_and_what_is_done(world: World) -> None:
    case = await a_case(world)
    jan = case.jan
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=DELIVERY)

    await presses_on_card(jan, case.order, "Report a delay")
    await jan.presses(await jan.sees(case.order, CUTR_ONLY, "Which date will not hold?"), "Delivery schedule")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "Now: Mon 12 Feb 2035"), "19 February")
    await jan.presses(await jan.sees(case.order, CUTR_ONLY, "Why does the delivery date change?"), "A machine is down")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "Say more in a few words"), "the big saw")
    await replies(jan, await jan.sees(case.order, CUTR_ONLY, "What do you do about it?"), "We borrow a saw")
    summary = await jan.sees(case.order, CUTR_ONLY, "What is done about it: We borrow a saw")
    await jan.presses(summary, "Yes, that is right")
    told = await case.anna.sees(case.order, CUTR_ONLY, "Delay on K-100, reported by Jan")
    assert "What is done about it: We borrow a saw" in flat(told)
    await jan.sees(case.order, WITH_CUSTOMER, "New delivery date of K-100: Mon 19 Feb 2035")
    assert "borrow" not in await thread_words(case.anna, case.order, WITH_CUSTOMER)
