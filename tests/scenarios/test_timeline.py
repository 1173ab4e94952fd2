"""Every change is in the timeline: who, when, effective when, old, new, why and whence; by REST and in Slack."""

from __future__ import annotations

from typing import Any

from tests.scenarios.cases import Case, a_draft, a_partner
from tests.scenarios.doing import fills, monday_morning, pass_until, picks, presses_on_card
from tests.scenarios.people import CUTR_ONLY, Maker, Staff, flat
from tests.scenarios.world import JAN, PIET, World

FACTS = {"seq", "at", "effective_at", "actor", "event", "old", "new", "reason", "source"}


async def a_life_so_far(world: World) -> Case:
    """An order that staff assigned by form, with a date by Jan, two by REST, and a delivery that moved."""
    await monday_morning(world)
    partner = await a_partner(world)
    customer, order = await a_draft(world)
    case = Case(world, Staff(world), Maker(world, JAN, "Jan"), Maker(world, PIET, "Piet"), partner, customer, order)
    await case.anna.types("/order", "K-100 assign")
    await fills(case.anna, "Assign K-100", partner_id=partner)
    await presses_on_card(case.jan, order, "Set material delivery date")
    await picks(case.jan, order, "15")
    await case.jan.presses(await case.jan.sees(order, CUTR_ONLY, "Is that right?"), "Yes, that is right")
    await case.anna.sees(order, CUTR_ONLY, "Jan set the material delivery date")
    for day, reason in (("2035-02-12", None), ("2035-02-19", "The lift is broken")):
        value = {"method": "delivery", "date": day}
        await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=value, reason=reason)
    return case


async def one(case: Case, event: str) -> dict[str, Any]:
    """The newest entry of this kind."""
    return next(entry for entry in reversed(await case.entries()) if entry["event"] == event)


async def test_every_change_says_who_when_what_why_and_whence(world: World) -> None:
    case = await a_life_so_far(world)

    entries = await case.entries()
    assert all(set(entry) >= FACTS for entry in entries)
    assert [entry["seq"] for entry in entries] == sorted(entry["seq"] for entry in entries)
    assert [entry["event"] for entry in entries[:2]] == ["order_created", "order_assigned"]
    assigned = await one(case, "order_assigned")
    assert assigned["actor"] == {"id": "slack:U0ANNA00001", "name": "Anna", "role": "staff"}
    assert (assigned["old"], assigned["new"]) == (None, case.partner)
    assert str(assigned["source"]).startswith("slack:")

    dated = await one(case, "task_material_date")
    assert dated["actor"] == {"id": f"telegram:{JAN}", "name": "Jan", "role": "admin"}
    assert (dated["old"], dated["new"]) == (None, "2035-01-15")
    assert str(dated["source"]).startswith("telegram:")
    assert dated["at"].startswith("2035-01-08T08:0")

    moved = await one(case, "task_delivery_schedule")
    assert moved["old"] == {"method": "delivery", "date": "2035-02-12"}
    assert moved["new"] == {"method": "delivery", "date": "2035-02-19"}
    assert moved["reason"] == "The lift is broken"
    assert moved["actor"]["role"] == "platform"


async def test_what_the_clock_does_has_the_deadline_as_its_effective_time(world: World) -> None:
    case = await a_life_so_far(world)
    assigned_at = (await case.shown())["assigned_at"]
    await pass_until(world, "2035-01-11 11:00")
    reminded = await one(case, "todo_reminder")
    assert reminded["actor"]["role"] == "clock"
    assert reminded["effective_at"] == assigned_at.replace("2035-01-08", "2035-01-11")
    assert reminded["at"] > reminded["effective_at"]
    assert reminded["new"] == ["completion_date", "invoice_reference"]


async def test_a_past_instant_is_told_apart_from_when_it_was_entered(world: World) -> None:
    case = await a_life_so_far(world)
    await pass_until(world, "2035-01-10 12:00")
    await world.rest("POST", "/orders/K-100/status", status="ready", at="2035-01-09T15:00:00Z", override=True,
                     reason="Photos came by mail")  # fmt: skip
    entry = await one(case, "mark_ready")
    assert (entry["old"], entry["new"]) == ("in_production", "ready")
    assert entry["effective_at"].startswith("2035-01-09T15:00")
    assert entry["at"].startswith("2035-01-10T11:0")


async def test_staff_read_the_history_in_slack(world: World) -> None:
    case = await a_life_so_far(world)
    anna = case.anna
    await anna.types("/order", "K-100 history")
    words = flat(await anna.modal("History K-100"))
    assert "Jan: Material delivery date changed (– → Mon 15 Jan 2035)" in words
    assert "Delivery schedule changed (Delivery, Mon 12 Feb 2035 → Delivery, Mon 19 Feb 2035)" in words
    assert "Reason: The lift is broken" in words
    assert "Anna: Assigned (– → Houtbouw BV)" in words
    assert "Mon 8 Jan 2035, 09:0" in words


async def test_a_long_history_has_pages(world: World) -> None:
    case = await a_life_so_far(world)
    for day in range(1, 25):
        await world.rest("PUT", "/orders/K-100/tasks/completion_date", value=f"2035-02-{day:02d}")
    await case.anna.types("/order", "K-100 history")
    view = await case.anna.modal("History K-100")
    assert "Order created" not in flat(view)
    pressed = [b for block in view["blocks"] for b in block.get("elements", []) if b["text"]["text"] == "Older"]
    await world.slack.click_in_view("anna", view["id"], pressed[0]["action_id"], pressed[0]["value"])
    await world.until(lambda: "Order created" in flat(world.slack.open_views("anna")[-1]))
