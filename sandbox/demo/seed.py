"""Sample people and orders, brought in through the product's own REST API as Cutr's platform would."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import aiohttp

from sandbox.demo.product import Product
from sandbox.town import EWA, GROUP, JAN, PIET, Town

FRESH, RUNNING = "CUTR-1042", "CUTR-1038"


class NotSeededError(Exception):
    """The product refused a sample; the text says which and why."""


class _Rest:
    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session, self._address = session, address
        self._keys = itertools.count(1)

    async def post(self, path: str, **body: Any) -> Any:
        headers = {"Idempotency-Key": f"demo-{next(self._keys)}"}
        async with self._session.post(f"{self._address}/api/v1{path}", json=body, headers=headers) as answer:
            told = await answer.json(content_type=None)
            if not answer.ok:
                raise NotSeededError(f"POST {path}: {answer.status} {told}")
            return told


async def seed(town: Town, product: Product) -> None:
    """Two partners with their people, two customers, a draft order and a running one. Raises `NotSeededError`."""
    headers = {"Authorization": f"Bearer {product.api_token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        rest = _Rest(session, product.address)
        houtbouw = await _houtbouw(rest)
        await _nowak(rest)
        carla = await rest.post("/customers", name="Carla Visser", email="carla@visser.example", language="en")
        hotel = await rest.post("/customers", name="Hotel De Linde", email="office@delinde.example", language="en")
        for person in (JAN, PIET, EWA):
            await town.telegram.start(person)
        await _orders(rest, town, houtbouw, carla["id"], hotel["id"])


async def _houtbouw(rest: _Rest) -> str:
    """A workshop that works in a group with topics; Kees is in the group, but no member."""
    partner = await rest.post(
        "/partners", name="Houtbouw BV", time_zone="Europe/Amsterdam", email="office@houtbouw.example",
        telegram_chat_id=GROUP,
    )  # fmt: skip
    members = f"/partners/{partner['id']}/members"
    await rest.post(members, name="Jan Houtman", role="admin", telegram_user_id=JAN)
    await rest.post(members, name="Piet Zaag", role="collaborator", telegram_user_id=PIET)
    return str(partner["id"])


async def _nowak(rest: _Rest) -> None:
    """A workshop in private chats, with self billing; Marta is on Telegram and not yet invited."""
    partner = await rest.post(
        "/partners", name="Stolarnia Nowak", time_zone="Europe/Warsaw", email="biuro@nowak.example", self_billing=True
    )
    await rest.post(f"/partners/{partner['id']}/members", name="Ewa Nowak", role="admin", telegram_user_id=EWA)


async def _orders(rest: _Rest, town: Town, partner: str, carla: str, hotel: str) -> None:
    today = town.clock.now()
    await rest.post(
        "/orders", reference=FRESH, title="Oak kitchen with island", customer_id=carla, price="8450.00",
        currency="EUR", delivery_address="Kade 12, 2611 Delft",
        requested_delivery_date=(today + timedelta(days=42)).date().isoformat(),
    )  # fmt: skip
    await rest.post(
        "/orders", reference=RUNNING, title="Reception desk, walnut", customer_id=hotel, price="5200.00",
        currency="EUR", delivery_address="Lindelaan 3, 3511 Utrecht",
        requested_delivery_date=(today + timedelta(days=30)).date().isoformat(),
    )  # fmt: skip
    assigned_at = (today - timedelta(days=1)).isoformat()
    await rest.post(f"/orders/{RUNNING}/assignment", partner_id=partner, assigned_at=assigned_at)
