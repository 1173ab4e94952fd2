"""Ready-made cases for dialogs: a partner and its people, a customer, an order, an assigned order. All through REST."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.people import CUTR_ONLY, Maker, Staff
from tests.scenarios.world import EWA, GROUP, JAN, PIET, World


@dataclass
class Case:
    """One order and everybody around it; `order` is its reference."""

    world: World
    anna: Staff
    jan: Maker
    piet: Maker
    partner: str
    customer: str
    order: str

    async def shown(self) -> Any:
        """The order as REST shows it."""
        return await self.world.rest("GET", f"/orders/{self.order}")

    async def photos(self) -> None:
        """Jan photographs what an order needs before Ready, and it is filed."""
        here, telegram = await self.jan.topic(self.order, CUTR_ONLY), self.world.telegram
        for number, caption in enumerate(("Finished", "Packed")):
            # Pictures of their own: the same one again would be known as already filed.
            size = (1600 + len(await self.timeline()), 1200 + number)
            await telegram.send_photo(self.jan.user, GROUP, here, sample_picture(*size), caption=caption)
        await self.world.settled()
        await self.world.wait(seconds=3)
        for where in ("Finished products", "Packed products"):
            await self.jan.sees(self.order, CUTR_ONLY, f"1 filed under {where}")

    async def task(self, key: str) -> Any:
        """One to-do of it."""
        return next(task for task in (await self.shown())["tasks"] if task["key"] == key)

    async def entries(self) -> list[dict[str, Any]]:
        """Its timeline, oldest first."""
        told: list[dict[str, Any]] = await self.world.rest("GET", f"/orders/{self.order}/timeline")
        return told

    async def timeline(self) -> list[str]:
        """The names of its timeline's events, oldest first."""
        return [entry["event"] for entry in await self.entries()]


async def a_partner(world: World, name: str = "Houtbouw BV", **more: Any) -> str:
    """Houtbouw BV: a group with topics, admin Jan, collaborator Piet; Kees is in the group but no member."""
    facts = {
        "language": "en",
        "time_zone": "Europe/Amsterdam",
        "self_billing": True,
        "email": "office@houtbouw.example",
    }
    made = await world.rest("POST", "/partners", name=name, **{**facts, "telegram_chat_id": GROUP, **more})
    people = f"/partners/{made['id']}/members"
    await world.rest("POST", people, name="Jan", role="admin", telegram_user_id=JAN)
    await world.rest("POST", people, name="Piet", role="collaborator", telegram_user_id=PIET)
    await world.telegram.start(JAN)
    await world.telegram.start(PIET)
    return str(made["id"])


async def a_private_partner(world: World, name: str = "Stolarnia Nowak") -> str:
    """Stolarnia Nowak: no group, admin Ewa in a private chat with the bot."""
    made = await world.rest(
        "POST", "/partners", name=name, language="en", time_zone="Europe/Warsaw", self_billing=False,
        email="biuro@nowak.example",
    )  # fmt: skip
    await world.rest("POST", f"/partners/{made['id']}/members", name="Ewa", role="admin", telegram_user_id=EWA)
    await world.telegram.start(EWA)
    return str(made["id"])


async def a_draft(world: World, reference: str = "K-100", **more: Any) -> tuple[str, str]:
    """A draft order of customer Carla; returns customer id and reference."""
    customer = await world.rest("POST", "/customers", name="Carla", email="carla@customer.example", language="en")
    facts = {"title": "Oak kitchen", "delivery_address": "Kade 1, Delft", "price": "1200.00", "currency": "EUR"}
    await world.rest("POST", "/orders", reference=reference, customer_id=customer["id"], **{**facts, **more})
    return str(customer["id"]), reference


async def an_assigned_order(world: World, reference: str = "K-100", assigned_at: str = "", **more: Any) -> Case:
    """An order in production at Houtbouw BV, its threads and topics open."""
    partner = await a_partner(world)
    customer, order = await a_draft(world, reference, **more)
    body = {"assigned_at": assigned_at} if assigned_at else {}
    await world.rest("POST", f"/orders/{order}/assignment", partner_id=partner, **body)
    await world.settled()
    jan, piet = Maker(world, JAN, "Jan"), Maker(world, PIET, "Piet")
    return Case(world, Staff(world), jan, piet, partner, customer, order)
