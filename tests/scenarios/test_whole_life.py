"""One order from the form to approved in one dialog, by people's presses and words, in all four ways to run."""

from __future__ import annotations

import pytest

from sandbox.telegram.model import Message
from tests.scenarios.cases import Case, a_partner, a_private_partner
from tests.scenarios.conftest import EVERY_SETTING
from tests.scenarios.doing import (
    fills,
    labels,
    monday_morning,
    pass_until,
    picks,
    presses_on_card,
    replies,
    subjects,
)
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff, flat
from tests.scenarios.world import EWA, JAN, PIET, World

CARLA = "carla@customer.example"
CALL_AT = 2051964000
"""Tuesday 9 January 2035, 15:00 in Amsterdam."""


@pytest.mark.timeout(120)
@pytest.mark.parametrize("setting", EVERY_SETTING, ids=str)
async def test_the_whole_life_of_an_order(world: World) -> None:
    case, nowak = await made_by_form(world)
    await offered_and_assigned(case, nowak)
    await kicked_off(case)
    await talked_about(case)
    await planned(case)
    await made_and_delivered(case)
    await approved_by_time(case)


async def made_by_form(world: World) -> tuple[Case, str]:
    """Anna types `/order new` and fills in everything, the customer too."""
    await monday_morning(world)
    houtbouw, nowak = await a_partner(world), await a_private_partner(world)
    anna = Staff(world)
    await anna.types("/order", "new")
    await fills(
        anna, "New order", reference="K-100", title="Oak kitchen", name="Carla", email=CARLA,
        requested_delivery_date="2035-02-28", delivery_address="Kade 1, Delft", price="1200,00", currency="EUR",
        flags=["customer_chat", "needs_kick_off"], notes="Rounded edges",
    )  # fmt: skip
    await anna.sees_privately("K-100 is created")
    shown = await world.rest("GET", "/orders/K-100")
    assert (shown["status"], shown["price"]) == ("draft", "1200.00")
    jan, piet = Maker(world, JAN, "Jan"), Maker(world, PIET, "Piet")
    return Case(world, anna, jan, piet, houtbouw, shown["customer_id"], "K-100"), nowak


async def offered_and_assigned(case: Case, nowak: str) -> None:
    """Both are asked, Ewa has no room, Jan gets it."""
    anna, jan, ewa = case.anna, case.jan, Maker(case.world, EWA, "Ewa")
    await anna.types("/order", "K-100 offer")
    await fills(anna, "Offer K-100", partner_ids=[case.partner, nowak])
    await ewa.presses(await ewa.sees_privately("New order on offer"), "Decline")
    await ewa.presses(await ewa.sees_privately("Why not this one?"), "No capacity")
    await anna.sees_in_channel("Stolarnia Nowak declines K-100: No capacity")
    offer = await jan.sees_privately("New order on offer")
    assert "€1,200.00" in offer.text
    assert "Rounded edges" in offer.text
    await jan.presses(offer, "Accept")
    await anna.sees_in_channel("Houtbouw BV accepts K-100")
    await anna.types("/order", "K-100 assign")
    await fills(anna, "Assign K-100", responsible="U0ANNA00001")
    await jan.sees_privately("is yours")
    await anna.presses(await anna.sees("K-100", CUTR_ONLY, "first order of Houtbouw BV"), "Check-in held")
    await case.world.settled()
    assert subjects(case.world, CARLA) == ["Your order K-100: Oak kitchen"]


async def kicked_off(case: Case) -> None:
    """Two times are proposed, one is picked, and a milestone is set."""
    anna, jan = case.anna, case.jan
    await anna.types("/order", "K-100 kickoff")
    await fills(anna, "Kick-off K-100", option_0=CALL_AT, option_1=CALL_AT + 86400)
    await jan.presses(await jan.sees("K-100", CUTR_ONLY, "Which time suits you?"), "Tue 9 Jan 2035, 15:00")
    await anna.sees("K-100", CUTR_ONLY, "Tue 9 Jan 2035, 15:00, chosen by Jan")
    await pass_until(case.world, "2035-01-09 16:00")
    await anna.types("/order", "K-100 milestones")
    await fills(anna, "Milestones K-100", label="Measure-up", day="2035-01-15")
    await jan.sees("K-100", CUTR_ONLY, "Milestone “Measure-up” of K-100: Mon 15 Jan 2035")


async def talked_about(case: Case) -> None:
    """A question and its answer, in each chat once."""
    anna, jan = case.anna, case.jan
    await jan.says("K-100", CUTR_ONLY, "Which oak do you want?")
    await anna.sees("K-100", CUTR_ONLY, "Which oak do you want?")
    await anna.writes("K-100", CUTR_ONLY, "The light one")
    await jan.sees("K-100", CUTR_ONLY, "The light one")
    await anna.writes("K-100", WITH_CUSTOMER, "We measure on Monday")
    await case.world.wait(seconds=11)
    await jan.sees("K-100", WITH_CUSTOMER, "We measure on Monday")


async def planned(case: Case) -> None:
    """Nudged on day two, Jan sets what is open by button, calendar and words."""
    world, anna, jan = case.world, case.anna, case.jan
    await pass_until(world, "2035-01-10 09:30")
    nudge = await jan.sees("K-100", CUTR_ONLY, "There is time until")
    await jan.presses(nudge, "Set material delivery date")
    await picks(jan, "K-100", "22")
    await confirmed(case, "the material delivery date to Mon 22 Jan 2035")
    await typed(case, "Set planned completion date", "week 6")
    await confirmed(case, "the planned completion date to Fri 9 Feb 2035")
    await presses_on_card(jan, "K-100", "Set delivery schedule")
    await jan.presses(await jan.sees("K-100", CUTR_ONLY, "How does it reach the customer?"), "Delivery")
    await replies(jan, await jan.sees("K-100", CUTR_ONLY, "K-100 · delivery schedule\nPick a day"), "14-2")
    await confirmed(case, "the delivery schedule to Wed 14 Feb 2035 (Delivery)")
    await presses_on_card(jan, "K-100", "Set invoice reference")
    await replies(jan, await jan.sees("K-100", CUTR_ONLY, "Reply to this message with the reference"), "HB-7")
    await anna.sees("K-100", CUTR_ONLY, "Jan set the invoice reference to HB-7")
    await pass_until(world, "2035-01-16 12:00")
    await jan.sees_nothing_of("K-100", CUTR_ONLY, "still misses")
    await world.until(lambda: subjects(world, CARLA)[-1] == "Delivery date of your order K-100: Wed 14 Feb 2035")


async def typed(case: Case, button: str, words: str) -> None:
    """Press a to-do's button and answer its question in words."""
    await presses_on_card(case.jan, "K-100", button)
    await replies(case.jan, await case.jan.sees("K-100", CUTR_ONLY, "planned completion date\nPick a day"), words)


async def confirmed(case: Case, told: str) -> None:
    """Press Yes and wait until staff are told."""
    await case.jan.presses(await case.jan.sees("K-100", CUTR_ONLY, "Is that right?"), "Yes, that is right")
    await case.anna.sees("K-100", CUTR_ONLY, f"Jan set {told}")


async def made_and_delivered(case: Case) -> None:
    """Ready and Delivered, each confirmed in a dialog."""
    world, anna, jan = case.world, case.anna, case.jan
    await pass_until(world, "2035-02-09 15:00")
    await case.photos()
    await presses_on_card(jan, "K-100", "Mark as Ready")
    asked: Message = await jan.sees("K-100", CUTR_ONLY, "Is everything packed")
    assert "Still open" not in asked.text
    await jan.presses(asked, "Yes, it is packed")
    await anna.sees("K-100", CUTR_ONLY, "K-100 is Ready (by Jan)")
    await pass_until(world, "2035-02-14 11:00")
    await presses_on_card(jan, "K-100", "Mark as Delivered")
    asked = await jan.sees("K-100", CUTR_ONLY, "do you hold the signed packing slip")
    assert labels(asked) == ["Yes, slip is signed", "Never mind"]
    await jan.presses(asked, "Yes, slip is signed")
    await anna.sees("K-100", CUTR_ONLY, "K-100 is Delivered (by Jan)")


async def approved_by_time(case: Case) -> None:
    """Fourteen days without a word: approved at that very minute, and everybody is told."""
    world, anna, jan = case.world, case.anna, case.jan
    for moment in ("2035-02-21 11:05", "2035-02-26 11:05", "2035-02-28 10:59"):
        await pass_until(world, moment)
    assert (await case.shown())["status"] == "delivered"
    await pass_until(world, "2035-02-28 11:05")
    await jan.sees("K-100", CUTR_ONLY, "K-100 is Approved")
    told = await anna.sees("K-100", WITH_CUSTOMER, "the time for feedback is over")
    assert "Thank you" in flat(told)
    shown = await case.shown()
    assert (shown["status"], shown["approved_at"]) == ("approved", shown["feedback_until"])
    assert [subject.split(" K-100")[0] for subject in subjects(world, CARLA)] == [
        "Your order", "New in the chat about your order", "Delivery date of your order", "Your order", "Your order",
        "Last days for feedback on your order", "Your order",
    ]  # fmt: skip
    steps = [e for e in await case.timeline() if e in {"offer", "assign", "order_assigned", "mark_ready",
                                                       "mark_delivered", "approve"}]  # fmt: skip
    assert steps[-4:] == ["order_assigned", "mark_ready", "mark_delivered", "approve"]
