"""Every cell of domain.md 13 that the front ends can express, tried over the real ones: may, may not, and reads why.

One world holds many cells: whoever may not is tried first, so that nothing has changed when whoever may comes.
"""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.telegram.model import Message
from tests.scenarios.cases import Case, a_draft, a_private_partner, an_assigned_order
from tests.scenarios.doing import labels, replies
from tests.scenarios.knocking import kept
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff, flat
from tests.scenarios.world import BOT_NAME, EWA, GROUP, KEES, World

MONEY = "1,200"
TO_DOS = {
    "Set material delivery date": "Pick a day", "Set planned completion date": "Pick a day",
    "Set delivery schedule": "How does it reach the customer?", "Mark as Ready": "Is everything packed",
}  # fmt: skip
STAFF_VERBS = ("milestones", "kickoff", "approve", "reopen", "cancel", "snooze", "feedback", "assign", "offer")


@dataclass
class Cells:
    """An assigned order with everybody: admin Jan, collaborator Piet, guest Kees, stranger Ewa, Anna of the staff."""

    case: Case
    kees: Maker
    ewa: Maker

    async def pressed(self, who: Maker, data: str) -> str:
        """Press a button with this data on the order's card; the toast."""
        world = self.case.world
        topic = await self.case.jan.topic(self.case.order, CUTR_ONLY)
        card = next(m for m in world.telegram.messages(GROUP, topic) if m.sender.is_bot and not m.is_service)
        shown, card.reply_markup = card.reply_markup, {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
        try:
            return await world.telegram.press(who.user, GROUP, card.id, "x") or ""
        finally:
            card.reply_markup = shown

    async def typed(self, who: Maker, text: str) -> Message:
        """Type in the Cutr-only topic; the newest answer."""
        topic = await self.case.jan.topic(self.case.order, CUTR_ONLY)
        said = await self.case.world.telegram.say(who.user, GROUP, text, topic)
        found: list[Message] = await self.case.world.until(
            lambda: [m for m in self.case.world.telegram.messages(GROUP, topic) if m.id > said and m.sender.is_bot]
        )
        return found[-1]


async def cells(world: World) -> Cells:
    """The order and its people."""
    case = await an_assigned_order(world)
    return Cells(case, Maker(world, KEES, "Kees"), Maker(world, EWA, "Ewa"))


async def test_offers_and_prices_are_for_admins(world: World) -> None:
    it = await cells(world)
    jan, piet = it.case.jan, it.case.piet
    await a_draft(world, "K-300")
    await world.rest("POST", "/orders/K-300/offers", partner_ids=[it.case.partner])
    offer = await jan.sees_privately("New order on offer")
    assert MONEY in offer.text
    await world.settled()
    assert not piet.shown(None, "on offer")
    assert not piet.shown(None, MONEY)
    everything = "".join(world.telegram.texts(GROUP))
    assert MONEY not in everything, "the group is read by collaborators"
    accept = next(str(b["callback_data"]) for row in offer.keyboard for b in row if b["text"] == "Accept")
    before = await kept(world)
    assert "Only an admin" in await it.pressed(piet, accept)
    for nobody in (it.kees, it.ewa):
        assert await it.pressed(nobody, accept)
    assert await kept(world) == before
    await jan.presses(offer, "Accept")
    await jan.sees_privately("You accepted K-300")


async def test_invoice_reference_is_for_admins_and_staff(world: World) -> None:
    it = await cells(world)
    case, before = it.case, await kept(world)
    order = (await case.shown())["id"]
    for who in (case.piet, it.kees, it.ewa):
        assert await it.pressed(who, f"task|{order}|invoice_reference")
        assert await it.pressed(who, f"no_reference|{order}")
    assert await kept(world) == before
    assert "Only an admin" in await it.pressed(case.piet, f"no_reference|{order}")
    await case.piet.says_privately("/todo K-100")
    own = await case.piet.sees_privately("K-100 · To-dos")
    assert "invoice" not in own.text.lower() + str(labels(own)).lower()
    await it.pressed(case.jan, f"task|{order}|invoice_reference")
    question = await case.jan.sees(case.order, CUTR_ONLY, "reference for the invoice")
    await replies(case.jan, question, "INV-7")
    # Collaborators read the group: it learns that, not what.
    await case.jan.sees(case.order, CUTR_ONLY, "saved (Jan)")
    assert (await case.task("invoice_reference"))["value"] == {"reference": "INV-7"}


async def test_dates_ready_and_delay_are_for_every_member(world: World) -> None:
    it = await cells(world)
    await it.case.photos()
    case, before = it.case, await kept(world)
    order = (await case.shown())["id"]
    keys = ("material_date", "completion_date", "delivery_schedule", "mark_ready")
    for who in (it.kees, it.ewa):
        for key in keys:
            assert await it.pressed(who, f"task|{order}|{key}")
        for verb in ("ready_yes", "delivered_yes", "delay", "files", "todo"):
            assert await it.pressed(who, f"{verb}|{order}")
    assert await kept(world) == before
    for who in (case.jan, case.piet):
        todo = await it.typed(who, "/todo")
        for label, question in TO_DOS.items():
            assert label in labels(todo)
            await who.presses(todo, label)
            await who.sees(case.order, CUTR_ONLY, question)
        await it.typed(who, "/delay")
        await who.sees(case.order, CUTR_ONLY, "Which date will not hold?")
    assert await kept(world) == before


async def test_verbs_of_cutr_are_nobody_elses(world: World) -> None:
    it = await cells(world)
    case, before = it.case, await kept(world)
    order = (await case.shown())["id"]
    for who in (case.jan, case.piet, it.kees, it.ewa):
        for verb in STAFF_VERBS:
            assert await it.pressed(who, f"{verb}|{order}"), (who.name, verb)
    assert await kept(world) == before
    gijs = Staff(world, "gijs")
    for verb in ("milestones", "kickoff", "cancel", "snooze", "assign"):
        assert "Only Cutr's staff" in flat((await gijs.types("/order", f"K-100 {verb}")).body)
        await case.anna.types("/order", f"K-100 {verb}")
        view = await case.anna.modal("K-100")
        await world.slack.close_view("anna", view["id"])
    assert await kept(world) == before


async def test_who_may_write_where(world: World) -> None:
    it = await cells(world)
    case = it.case
    for who in (case.jan, case.piet):
        await who.says(case.order, CUTR_ONLY, f"{who.name} to Cutr")
        await case.anna.sees(case.order, CUTR_ONLY, f"{who.name} to Cutr")
        await who.says(case.order, WITH_CUSTOMER, f"{who.name} to the customer")
        await world.wait(seconds=11)
        await case.anna.sees(case.order, WITH_CUSTOMER, f"{who.name} to the customer")
    await it.kees.says(case.order, CUTR_ONLY, "A guest to Cutr")
    seen = await case.anna.sees(case.order, CUTR_ONLY, "A guest to Cutr")
    assert "guest" in seen["username"]
    await it.kees.says(case.order, WITH_CUSTOMER, "A guest to the customer")
    await world.wait(seconds=30)
    assert not [
        m for m in (await case.anna.thread(case.order, WITH_CUSTOMER)) if m["text"] == "A guest to the customer"
    ]
    held = await case.jan.sees_privately("A guest to the customer")
    let_through = next(str(b["callback_data"]) for row in held.keyboard for b in row if b["text"] == "Let through")
    assert "Only an admin" in await it.pressed(case.piet, let_through)
    for nobody in (it.kees, it.ewa):
        assert await it.pressed(nobody, let_through)
    await case.jan.presses(held, "Let through")
    await world.wait(seconds=11)
    await case.anna.sees(case.order, WITH_CUSTOMER, "A guest to the customer")


async def test_orders_are_seen_by_their_own_people_only(world: World) -> None:
    it = await cells(world)
    await a_private_partner(world)
    ewa = it.ewa
    before = await kept(world)
    said = await ewa.says_privately("/order K-100")
    await ewa.sees_privately("no order “K-100” that you can see")
    await ewa.says_privately("/orders")
    await ewa.sees_privately("You have no orders here yet")
    assert not [m for m in world.telegram.messages(EWA, bot=BOT_NAME) if m.id > said and "Oak kitchen" in m.text]
    order = (await it.case.shown())["id"]
    for verb in ("order", "todo", "files", "slip", "ready_yes", "delay"):
        assert await it.pressed(ewa, f"{verb}|{order}")
    assert await kept(world) == before
    for who in (it.case.jan, it.case.piet):
        assert "Oak kitchen" in (await it.typed(who, "/order K-100")).text


async def test_feedback_is_recorded_by_staff_and_a_customer_only_looks(world: World) -> None:
    it = await cells(world)
    for status in ("ready", "delivered"):
        await world.rest("POST", "/orders/K-100/status", status=status, reason="For the test", override=True)
    before, order = await kept(world), (await it.case.shown())["id"]
    for who in (it.case.jan, it.case.piet, it.kees):
        assert await it.pressed(who, f"feedback|{order}")
        assert await it.pressed(who, f"approve|{order}")
    url = (await it.case.shown())["customer_url"]
    async with world.rest.session.get(url) as page:
        text = await page.text()
    assert page.status == 200
    assert "K-100" in text
    for secret in (MONEY, "Houtbouw", "invoice"):
        assert secret not in text
    for method in ("POST", "PUT", "DELETE"):
        async with world.rest.session.request(method, url) as answer:
            assert answer.status in {404, 405}
    assert await kept(world) == before
