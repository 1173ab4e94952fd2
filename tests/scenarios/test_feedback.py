"""Feedback decides the order: one tap approves, a complaint stops the clock and has three ways on, late is said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.buyers import Buyer, a_buyer
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import fills, monday_morning, subjects
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, flat
from tests.scenarios.world import World

CARLA = "carla@customer.example"


async def a_delivered_order(world: World) -> Case:
    """An order with photos of finished and packed goods, delivered just now."""
    await monday_morning(world)
    case = await an_assigned_order(world)
    await case.photos()
    await world.rest("POST", "/orders/K-100/status", status="ready")
    await world.rest("POST", "/orders/K-100/status", status="delivered")
    await world.settled()
    return case


async def status(case: Case) -> str:
    """Where the order is."""
    return str((await case.shown())["status"])


async def complains(carla: Buyer, words: str, *photos: bytes) -> None:
    """Fill in the feedback form of the page."""
    await carla.opens()
    assert await carla.sends("/feedback", *photos, category="transport_damage", text=words) == 200, carla.html


async def sheets(case: Case) -> list[dict[str, Any]]:
    """The pictures in the thread between staff and partner that are named after the complaint."""
    thread = await case.anna.thread(case.order, CUTR_ONLY)
    files = [file for message in thread for file in message.get("files", ())]
    return [file for file in files if "complaint" in str(file.get("title") or file.get("name"))]


async def test_all_fine_in_one_tap_approves(world: World) -> None:
    case = await a_delivered_order(world)
    async with a_buyer(world) as carla:
        await carla.opens()
        assert await carla.sends("/fine") == 200
    assert await status(case) == "approved"
    await case.anna.sees(case.order, CUTR_ONLY, "Everything is fine")
    await case.jan.sees(case.order, WITH_CUSTOMER, "is approved")
    await world.settled()
    assert subjects(world, CARLA)[-1] == "Your order K-100 is approved"
    entries = await case.entries()
    approval = next(entry for entry in entries if entry["event"] == "approve")
    assert approval["actor"]["role"] == "customer", approval


async def test_looking_at_the_form_approves_nothing(world: World) -> None:
    case = await a_delivered_order(world)
    async with a_buyer(world) as carla:
        await carla.opens()
        for address in carla.addresses():
            if address.startswith("/c/"):
                await carla.gets(address)
    assert await status(case) == "delivered"


async def test_a_complaint_stops_the_clock_and_stands_beside_the_photos(world: World) -> None:
    case = await a_delivered_order(world)
    async with a_buyer(world) as carla:
        await complains(carla, "A corner is broken off", sample_picture(800, 600))
        assert await status(case) == "feedback_received"
        await world.settled()
        told = await case.anna.sees(case.order, CUTR_ONLY, "A corner is broken off")
        for label in ("Approve", "Have it made again", "Have it repaired"):
            assert label in flat(told)
        assert len(await sheets(case)) == 1
        await case.jan.sees(case.order, CUTR_ONLY, "The clock has stopped")
        await world.wait(days=15)
        assert await status(case) == "feedback_received"
        assert "A corner is broken off" in await carla.looks()


async def test_a_complaint_is_settled_by_making_it_again(world: World) -> None:
    case = await a_delivered_order(world)
    async with a_buyer(world) as carla:
        await complains(carla, "Both doors have the wrong size")
    told = await case.anna.sees(case.order, CUTR_ONLY, "Both doors have the wrong size")
    await case.anna.presses(told, "Have it made again")
    await fills(case.anna, "Make K-100 again", reason="Doors were 20 mm short")
    assert await status(case) == "in_production"
    seen = await case.jan.sees(case.order, CUTR_ONLY, "It is to be made again.")
    assert "Doors were 20 mm short" in seen.text
    reopened = next(entry for entry in await case.entries() if entry["event"] == "reopen")
    assert reopened["reason"] == "remake: Doors were 20 mm short"
    async with a_buyer(world) as carla:
        assert "20 mm short" not in await carla.opens(), "what Cutr tells the workshop is not the customer's to read"


async def test_a_complaint_is_settled_by_repair_or_approval_each_with_a_reason(world: World) -> None:
    case = await a_delivered_order(world)
    async with a_buyer(world) as carla:
        await complains(carla, "A scratch on the door")
    told = await case.anna.sees(case.order, CUTR_ONLY, "A scratch on the door")
    await case.anna.presses(told, "Have it repaired")
    await fills(case.anna, "Repair K-100", reason="Polish it on site")
    assert await status(case) == "in_production"
    await case.jan.sees(case.order, CUTR_ONLY, "It is to be repaired.")
    for step in ("ready", "delivered"):
        await world.rest("POST", "/orders/K-100/status", status=step, override=True, reason="Repaired")
    async with a_buyer(world) as carla:
        await complains(carla, "It can still be seen")
    told = await case.anna.sees(case.order, CUTR_ONLY, "It can still be seen")
    await case.anna.presses(told, "Approve")
    await fills(case.anna, "Approve K-100", reason="Settled with a discount")
    assert await status(case) == "approved"


async def test_late_feedback_becomes_a_message(world: World) -> None:
    case = await a_delivered_order(world)
    async with a_buyer(world) as carla:
        await carla.opens()
        form = carla.form("/feedback")
        await world.wait(days=14, minutes=1)
        assert await status(case) == "approved"
        wish = {**form.fields, "category": "finish", "text": "The oil comes off"}
        await carla.posts(form.action, wish)
        await world.settled()
        assert await status(case) == "approved"
        await case.anna.sees(case.order, CUTR_ONLY, "Late feedback")
        await case.anna.sees(case.order, WITH_CUSTOMER, "The oil comes off")
        await case.jan.sees(case.order, WITH_CUSTOMER, "The oil comes off")
        assert "The oil comes off" in await carla.looks()


async def test_feedback_that_began_in_time_wins_over_the_clock(world: World) -> None:
    case = await a_delivered_order(world)
    until = timedelta(days=14)
    await world.wait(seconds=(until - timedelta(minutes=2)).total_seconds())
    async with a_buyer(world) as carla:
        await complains(carla, "Just in time")
        assert await status(case) == "feedback_received"
    await world.wait(minutes=5)
    assert await status(case) == "feedback_received"


async def test_after_downtime_the_window_closes_at_its_own_instant(world: World) -> None:
    case = await a_delivered_order(world)
    await world.wait(days=13)
    await world.stop()
    world.clock.advance(timedelta(days=3))
    await world.start()
    await world.ticks.tick()
    await world.until(lambda: "Your order K-100 is approved" in subjects(world, CARLA))
    approval = next(entry for entry in await case.entries() if entry["event"] == "approve")
    delivered = next(entry for entry in await case.entries() if entry["event"] == "mark_delivered")
    assert approval["effective_at"] > delivered["effective_at"]
    assert approval["at"] > approval["effective_at"]
