"""Every slash command of product.md: lists with pages, an order's card and verbs, partners, help, report, health."""

from __future__ import annotations

import pytest

from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import fills, monday_morning
from tests.scenarios.people import CUTR_ONLY, flat, pieces
from tests.scenarios.world import World

VERBS = ("assign", "milestones", "kickoff", "cancel", "snooze", "history", "upcoming")
REFUSED = {
    "offer": "only a draft or offered order can be offered",
    "reopen": "there is no such step back",
    "approve": "only a delivered order can be approved",
}


async def typed(case: Case, command: str, text: str = "") -> str:
    """What the asker sees in answer, for their eyes only."""
    answer = await case.anna.types(command, text)
    assert answer.status == 200
    assert not answer.body or answer.body["response_type"] == "ephemeral"
    return flat(answer.body)


async def test_orders_come_in_pages(world: World) -> None:
    case = await an_assigned_order(world)
    for number in range(12):
        await world.rest("POST", "/orders", reference=f"T-{number:02d}", title="Table", customer_id=case.customer)

    first = await typed(case, "/orders")
    assert "Orders: 10 of 13" in first
    assert "T-11" in first
    assert "K-100" not in first
    page = await case.anna.sees_privately("Orders: 10 of 13")
    await case.anna.presses(page, "Next page")
    last = await case.anna.sees_privately("K-100 · Oak kitchen")
    assert "T-00 · Table" in flat(last)
    assert "T-11" not in flat(last)
    assert "Next page" not in flat(last)

    await case.anna.presses(last, "Show order")
    await case.anna.sees_privately("Carla")


async def test_orders_by_filter_partner_and_text(world: World) -> None:
    await monday_morning(world)
    case = await an_assigned_order(world)
    await world.rest("POST", "/orders", reference="T-1", title="Table", customer_id=case.customer)
    await world.rest("POST", "/orders/T-1/status", status="cancelled", reason="Sold")

    assert "1 of 1" in await typed(case, "/orders", "active")
    assert "2 of 2" in await typed(case, "/orders", "all")
    assert "K-100" in await typed(case, "/orders", "partner houtbouw bv")
    assert "T-1 · Table" in await typed(case, "/orders", "tABLe")
    assert "2 of 2" in await typed(case, "/orders", "carla")
    assert "No orders here" in await typed(case, "/orders", "attention")
    assert "No orders here" in await typed(case, "/orders", "100%")
    assert "Did you mean: Houtbouw BV?" in await typed(case, "/orders", "partner Hautbouw")
    assert "/orders partner and a name" in await typed(case, "/orders", "partner")
    await world.wait(hours=80)
    assert "K-100" in await typed(case, "/orders", "attention")


async def test_a_card_has_every_action_of_the_moment(world: World) -> None:
    case = await an_assigned_order(world)
    answer = await case.anna.types("/order", "k-100")
    card = flat(answer.body)
    for fact in ("Oak kitchen", "In production", "Houtbouw BV", "Carla", "Kade 1, Delft", "€1,200.00"):
        assert fact in card
    labels = [button["text"]["text"] for button in pieces(answer.body, "button")]
    assert {"Mark as Ready", "Milestones", "History", "Coming up", "Snooze reminders", "Cancel order"} <= set(labels)
    assert {"Set material delivery date", "Set planned completion date", "Set delivery schedule"} <= set(labels)
    assert "Mark as Delivered" not in labels
    assert "Approve" not in labels


async def test_an_unknown_reference_or_verb_gets_close_ones(world: World) -> None:
    case = await an_assigned_order(world)
    told = await typed(case, "/order", "K-10")
    assert "no order “K-10”" in told
    assert "Did you mean: K-100?" in told
    assert "/orders" in await typed(case, "/order", "zzzzzz")
    assert "Did you mean: offer, dossier?" in await typed(case, "/order", "K-100 ofer")
    assert "/order new" in await typed(case, "/order")


async def test_every_verb_opens_its_form_or_says_why_not(world: World) -> None:
    case = await an_assigned_order(world)
    for verb in VERBS:
        assert await typed(case, "/order", f"K-100  {verb.upper()}") == ""
        view = await case.anna.modal("K-100")
        assert view["callback_id"] == verb
        await world.slack.close_view("anna", view["id"])
    for verb, why in REFUSED.items():
        assert why in await typed(case, "/order", f"K-100 {verb}")
    assert not world.slack.open_views("anna")


async def test_a_new_order_with_a_new_customer_by_form(world: World) -> None:
    case = await an_assigned_order(world)
    await typed(case, "/order", "new")
    await fills(
        case.anna, "New order", reference="N-7", title="Bookcase", customer_id="new", name="Dora",
        email="dora@customer.example", price="99,50", currency="eur", requested_delivery_date="2035-03-01",
    )  # fmt: skip
    await case.anna.sees_privately("N-7 is created")
    made = await world.rest("GET", "/orders/N-7")
    assert (made["status"], made["price"], made["currency"]) == ("draft", "99.50", "EUR")
    assert made["customer"]["name"] == "Dora"

    await typed(case, "/order", "new")
    view = await case.anna.modal("New order")
    taken = {"reference": "N-7", "title": "Again", "customer_id": case.customer}
    answer = await case.anna.submits(view, {field: {"value": value} for field, value in taken.items()})
    assert "already in use" in answer.body["errors"]["reference"]


async def test_verbs_do_what_they_say(world: World) -> None:
    case = await an_assigned_order(world)
    await typed(case, "/order", "K-100 milestones")
    await fills(case.anna, "Milestones K-100", label="Frame welded", day="2035-02-01")
    assert (await case.shown())["milestones"][0]["label"] == "Frame welded"
    await typed(case, "/order", "K-100 snooze")
    await fills(case.anna, "Snooze K-100", until="2035-01-20", reason="Holiday at the workshop")
    assert (await case.shown())["snoozed_until"]
    await typed(case, "/order", "K-100 history")
    told = flat(await case.anna.modal("History K-100"))
    assert "Anna" in told
    assert "Holiday at the workshop" in told
    assert "Houtbouw BV" in told
    assert case.partner not in told
    await world.slack.close_view("anna", world.slack.open_views("anna")[-1]["id"])

    await world.rest("POST", "/orders/K-100/status", status="ready", reason="Late", override=True)
    await world.rest("POST", "/orders/K-100/status", status="delivered")
    await typed(case, "/order", "K-100 upcoming")
    assert "eedback" in flat(await case.anna.modal("Coming up K-100"))
    await world.slack.close_view("anna", world.slack.open_views("anna")[-1]["id"])
    await typed(case, "/order", "K-100 reopen")
    await fills(case.anna, "Reopen K-100", target="in_production", reason="Scratched")
    assert (await case.shown())["status"] == "in_production"
    await typed(case, "/order", "K-100 cancel")
    await fills(case.anna, "Cancel K-100", reason="Customer moved")
    assert (await case.shown())["status"] == "cancelled"
    assert "nothing to cancel" in await typed(case, "/order", "K-100 cancel")


async def test_partners_are_listed_added_and_invited(world: World) -> None:
    case = await an_assigned_order(world)
    told = await typed(case, "/partner", "list")
    assert "Houtbouw BV" in told
    assert "Jan · Admin · linked" in told
    await typed(case, "/partner", "add Staalwerk")
    answer = await fills(case.anna, "New partner", admin="Sam", time_zone="Europe/Amsterdam")
    assert "https://t.me/cutr_sandbox_bot?start=" in flat(answer.body)
    assert "Sam · Admin · has not opened the link yet" in await typed(case, "/partner")

    await typed(case, "/partner", "invite staal")
    answer = await fills(case.anna, "Invite", which="new", name="Ria", role="collaborator")
    assert "Ria at Staalwerk" in flat(answer.body)
    assert "Did you mean: Staalwerk?" in await typed(case, "/partner", "invite Stahlwerk")
    assert "/partner invite NAME" in await typed(case, "/partner", "invite")
    assert "/partner add" in await typed(case, "/partner", "remove Staalwerk")


async def test_help_report_and_health(world: World) -> None:
    case = await an_assigned_order(world)
    for text in ("help", "", "what"):
        told = await typed(case, "/cutr", text)
        for command in ("/orders [filter or text]", "/order REF offer", "/order new", "/partner invite NAME"):
            assert command in told
        assert "/delay" not in told
        assert "note:" in told
    report = await typed(case, "/cutr", "report")
    assert "1 · In production" in report
    assert "No order needs attention" in report
    assert "✅ The bot is in the orders channel" in await typed(case, "/cutr", "doctor")
    whole = flat(await case.anna.sees_privately("Health of the whole house"))
    for finding in ("Database", "Mail", "Slack scopes: all there", "Telegram group Houtbouw BV"):
        assert f"ok    {finding}" in whole
    assert "@BotFather: /setprivacy" in whole


@pytest.mark.parametrize("command", ["/nonsense", "/ORDERS"])
async def test_commands_are_known_by_their_name(world: World, command: str) -> None:
    case = await an_assigned_order(world)
    told = await typed(case, command)
    assert ("/cutr help" in told) == (command == "/nonsense")
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "nonsense")
