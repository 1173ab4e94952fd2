"""Ready, Delivered, the fourteen days, feedback, Approved, and every step back: by buttons, dialogs and the clock."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sandbox.telegram.model import Message
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import (
    card_of,
    fills,
    labels,
    monday_morning,
    pass_until,
    presses_on_card,
    sends,
    subjects,
    thread_words,
)
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff, flat, pieces
from tests.scenarios.world import World

CARLA = "carla@customer.example"
PACKED, HOLDS = "Is everything packed", "do you hold the signed packing slip"


async def a_case(world: World) -> Case:
    """An order in production since Monday nine o'clock."""
    await monday_morning(world)
    return await an_assigned_order(world)


async def a_delivered_case(world: World) -> Case:
    """An order that was delivered on Monday at nine."""
    case = await a_case(world)
    await world.rest("POST", "/orders/K-100/status", status="ready", override=True, reason="Seen on site")
    await world.rest("POST", "/orders/K-100/status", status="delivered")
    await world.settled()
    return case


async def opens(maker: Maker, case: Case, button: str, question: str) -> Message:
    """Press a step's button on the card; returns the dialog."""
    await presses_on_card(maker, case.order, button)
    return await maker.sees(case.order, CUTR_ONLY, question)


async def status(case: Case) -> str:
    """Where the order is."""
    return str((await case.shown())["status"])


async def test_ready_then_delivered_each_with_its_dialog(world: World) -> None:
    case = await a_case(world)
    anna, jan = case.anna, case.jan
    card = await card_of(jan, case.order)
    assert "Mark as Delivered" not in labels(card)
    await case.photos()

    asked = await opens(jan, case, "Mark as Ready", PACKED)
    assert "Still open: material delivery date, planned completion date, delivery schedule" in asked.text
    assert await status(case) == "in_production"
    await jan.presses(asked, "Yes, it is packed")
    await jan.sees(case.order, CUTR_ONLY, "Once the customer has it, press Mark as Delivered")
    told = await anna.sees(case.order, CUTR_ONLY, "K-100 is Ready (by Jan)")
    assert "Still open: material delivery date" in flat(told)
    await anna.sees(case.order, WITH_CUSTOMER, "is packed and ready to go")
    assert await status(case) == "ready"

    await world.until(lambda: "Mark as Delivered" in labels(world.telegram.message(card.chat, card.id)))
    assert "Mark as Ready" not in labels(world.telegram.message(card.chat, card.id))
    asked = await opens(jan, case, "Mark as Delivered", HOLDS)
    assert "14 days for feedback" in asked.text
    assert await status(case) == "ready"
    await jan.presses(asked, "Yes, slip is signed")
    await anna.sees(case.order, CUTR_ONLY, "K-100 is Delivered (by Jan)")
    await jan.sees(case.order, WITH_CUSTOMER, "Feedback is welcome until Mon 22 Jan 2035, 09:0")
    await world.settled()
    await world.until(
        lambda: subjects(world, CARLA)[-2:] == ["Your order K-100 is ready", "Your order K-100 is delivered"]
    )
    assert not [label for label in labels(world.telegram.message(card.chat, card.id)) if label.startswith("Mark as")]


async def test_a_left_dialog_and_an_old_one_change_nothing(world: World) -> None:
    case = await a_case(world)
    jan = case.jan
    await case.photos()

    asked = await opens(jan, case, "Mark as Ready", PACKED)
    await jan.presses(asked, "Never mind")
    await jan.sees(case.order, CUTR_ONLY, "Nothing was changed")
    asked = await opens(jan, case, "Mark as Ready", PACKED)
    before = str(asked.keyboard)
    await world.wait(minutes=20)
    told = await jan.presses(asked, "Yes, it is packed")
    assert "nothing was changed" in str(told)
    assert await status(case) == "in_production"
    await world.until(lambda: str(world.telegram.message(asked.chat, asked.id).keyboard) != before)
    await jan.presses(asked, "Yes, it is packed")
    await case.anna.sees(case.order, CUTR_ONLY, "K-100 is Ready (by Jan)")


async def test_two_press_at_once_and_the_second_hears_who_was_first(world: World) -> None:
    case = await a_case(world)
    jan, piet = case.jan, case.piet
    await case.photos()

    first = await opens(jan, case, "Mark as Ready", PACKED)
    await presses_on_card(piet, case.order, "Mark as Ready")
    topic = await jan.topic(case.order, CUTR_ONLY)
    await world.until(lambda: len(jan.shown(topic, PACKED)) == 2)
    second = jan.shown(topic, PACKED)[-1]
    assert await jan.presses(first, "Yes, it is packed") == "Saved"
    told = await piet.presses(second, "Yes, it is packed")
    assert told == "Already done by Jan on Mon 8 Jan 2035, 09:00. There is nothing left for you to do."
    assert (await case.timeline()).count("mark_ready") == 1
    assert (await thread_words(case.anna, case.order, CUTR_ONLY)).count("K-100 is Ready (by") == 1


async def test_delivered_on_an_order_that_is_not_ready_is_refused_with_its_status(world: World) -> None:
    case = await a_case(world)
    jan = case.jan

    await jan.says(case.order, CUTR_ONLY, "/delivered")
    await jan.sees(case.order, CUTR_ONLY, "K-100 is “In production”, and only a Ready order can be marked as Delivered")

    await world.rest("POST", "/orders/K-100/status", status="ready", override=True, reason="Seen on site")
    asked = await opens(jan, case, "Mark as Delivered", HOLDS)
    await world.rest("POST", "/orders/K-100/status", status="in_production", reason="One door is scratched")
    await jan.sees(case.order, CUTR_ONLY, "K-100 goes back from Ready to In production")
    told = await jan.presses(asked, "Yes, slip is signed")
    assert "K-100 is “In production”" in str(told)
    assert await status(case) == "in_production"
    await case.anna.types("/order", "K-100")
    answer = await case.anna.types("/order", "K-100 approve")
    assert "only a delivered order can be approved" in flat(answer.body)


async def test_fourteen_days_later_it_is_approved_by_itself(world: World) -> None:
    case = await a_delivered_case(world)
    anna, jan = case.anna, case.jan
    until = (await case.shown())["feedback_until"]
    assert until.startswith("2035-01-22T08:00:")

    await pass_until(world, "2035-01-15 09:05")
    await anna.sees(case.order, WITH_CUSTOMER, "Halfway: feedback on K-100")
    await pass_until(world, "2035-01-20 09:05")
    await anna.sees(case.order, WITH_CUSTOMER, "Last call: feedback on K-100")
    await world.until(lambda: subjects(world, CARLA)[-1] == "Last days for feedback on your order K-100")
    await pass_until(world, "2035-01-22 08:59")
    assert await status(case) == "delivered"

    await world.stop()
    await pass_by(world)
    await world.start()
    await world.wait(seconds=2)
    await jan.sees(case.order, WITH_CUSTOMER, "the time for feedback is over")
    await jan.sees(case.order, CUTR_ONLY, "K-100 is Approved")
    shown = await case.shown()
    assert (shown["status"], shown["approved_at"]) == ("approved", until)
    await world.until(lambda: subjects(world, CARLA)[-1] == "Your order K-100 is approved")
    entry = next(e for e in await case.entries() if e["event"] == "approve")
    assert entry["effective_at"] == until
    assert entry["at"] > until
    assert entry["actor"]["role"] == "clock"


async def pass_by(world: World) -> None:
    """Thirty hours in which the product is down."""
    world.clock.advance(timedelta(hours=30))


async def feedback(case: Case, category: str, text: str, **more: Any) -> None:
    """Anna records what the customer said, from the button on the card in Slack."""
    root = (await case.anna.thread(case.order, CUTR_ONLY))[0]
    await case.anna.presses(root, "Record feedback")
    await fills(case.anna, "Feedback · K-100", category=category, text=text, **more)


async def test_feedback_stops_the_clock_and_staff_approve_with_a_reason(world: World) -> None:
    case = await a_delivered_case(world)
    anna, jan = case.anna, case.jan
    await pass_until(world, "2035-01-10 10:00")

    await feedback(case, "finish", "Two doors are scratched")
    told = await anna.sees(case.order, CUTR_ONLY, "Two doors are scratched")
    assert "The clock has stopped" in flat(told)
    await jan.sees(case.order, CUTR_ONLY, "The customer gave feedback on K-100: Finish")
    assert await status(case) == "feedback_received"
    await pass_until(world, "2035-02-02 10:00")
    assert await status(case) == "feedback_received"
    for words in ("Halfway", "Last call"):
        assert words not in await thread_words(anna, case.order, WITH_CUSTOMER)

    await anna.presses(told, "Approve")
    answer = await sends(anna, "Approve K-100", reason="   ")
    assert "how it was settled" in answer.body["errors"]["reason"]
    await fills(anna, "Approve K-100", reason="Polished on site")
    await jan.sees(case.order, CUTR_ONLY, "K-100 is Approved (by Anna)")
    assert await status(case) == "approved"


async def test_a_repair_opens_a_new_window(world: World) -> None:
    case = await a_delivered_case(world)
    anna, jan = case.anna, case.jan
    await feedback(case, "dimensions", "One shelf is too short")
    told = await anna.sees(case.order, CUTR_ONLY, "One shelf is too short")
    await anna.presses(told, "Reopen")
    await fills(anna, "Reopen K-100", target="in_production", reason="Make one shelf again")
    await jan.sees(case.order, CUTR_ONLY, "Reason: Make one shelf again")

    await pass_until(world, "2035-01-24 10:00")
    assert await status(case) == "in_production"
    await case.photos()
    await jan.presses(await opens(jan, case, "Mark as Ready", PACKED), "Yes, it is packed")
    await anna.sees(case.order, CUTR_ONLY, "K-100 is Ready (by Jan)")
    await jan.presses(await opens(jan, case, "Mark as Delivered", HOLDS), "Yes, slip is signed")
    await jan.sees(case.order, WITH_CUSTOMER, "Feedback is welcome until Wed 7 Feb 2035, 10:0")
    await pass_until(world, "2035-02-07 09:59")
    assert await status(case) == "delivered"
    await pass_until(world, "2035-02-07 10:05")
    assert await status(case) == "approved"


async def test_feedback_from_before_the_deadline_wins_also_when_entered_after_it(world: World) -> None:
    case = await a_delivered_case(world)
    await pass_until(world, "2035-01-22 09:30")
    assert await status(case) == "approved"
    on_the_21st = 2053000800
    await feedback(case, "transport_damage", "A corner is dented", given_at=on_the_21st)
    await case.jan.sees(case.order, CUTR_ONLY, "The customer gave feedback on K-100: Transport damage")
    assert await status(case) == "feedback_received"


async def test_staff_mark_ready_and_delivered_for_the_partner(world: World) -> None:
    case = await a_case(world)
    anna, jan = case.anna, case.jan
    root = (await anna.thread(case.order, CUTR_ONLY))[0]

    await anna.presses(root, "Mark as Ready")
    asked = await anna.modal("Ready · K-100")
    assert "Still open: material delivery date" in flat(asked)
    await fills(anna, "Ready · K-100", reason="Jan phoned")
    await jan.sees(case.order, CUTR_ONLY, "K-100 is Ready (by Anna)")
    bram = Staff(world, "bram")
    await bram.presses(root, "Mark as Ready")
    await bram.sees_privately("K-100 is “Ready”")

    fresh = await world.until(lambda: _with_button(case, root["ts"], "Mark as Delivered"))
    await anna.presses(fresh, "Mark as Delivered")
    answer = await sends(anna, "Delivered · K-100")
    assert "signed packing slip" in answer.body["errors"]["signed_slip"]
    await fills(anna, "Delivered · K-100", signed_slip=["signed"])
    await jan.sees(case.order, CUTR_ONLY, "K-100 is Delivered (by Anna)")


def _with_button(case: Case, ts: str, label: str) -> dict[str, object] | None:
    """The root as it stands now, once it has the button."""
    message: dict[str, object] = case.world.slack.thread(case.anna.channel, ts)[0]
    return message if label in {b["text"]["text"] for b in pieces(message, "button")} else None
