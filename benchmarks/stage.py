"""Sets the stage through REST and makes platform requests: orders at partners with groups, updates, signed commands."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp

from benchmarks.product import HOOK, SECRET, TOKEN, Running

JAN = 501
NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Topic:
    """One order's Cutr-only topic in a partner's group."""

    chat: int
    thread: int


async def rest(session: aiohttp.ClientSession, product: Running, method: str, path: str, **body: Any) -> Any:
    """A REST call that must succeed."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Idempotency-Key": f"k{next(NUMBERS)}"}
    async with session.request(method, f"{product.url}/api/v1{path}", json=body or None, headers=headers) as answer:
        told = await answer.json(content_type=None)
        assert answer.ok, told
        return told


async def orders_at_partners(session: aiohttp.ClientSession, product: Running, number: int) -> list[Topic]:
    """So many partners, each with a group, a member and one assigned order; their Cutr-only topics."""
    customer = await rest(session, product, "POST", "/customers", name="C", email="c@example.com", language="en")
    for one in range(number):
        partner = await rest(
            session, product, "POST", "/partners", name=f"Workshop {one}", language="en", time_zone="Europe/Amsterdam",
            self_billing=False, email="w@example.com", telegram_chat_id=-100_000_000_000 - one,
        )  # fmt: skip
        people = f"/partners/{partner['id']}/members"
        await rest(session, product, "POST", people, name="Jan", role="admin", telegram_user_id=JAN + one)
        reference = f"B-{one}"
        await rest(session, product, "POST", "/orders", reference=reference, title="t", customer_id=customer["id"])
        await rest(session, product, "POST", f"/orders/{reference}/assignment", partner_id=partner["id"])
    return [await _topic(session, product, one) for one in range(number)]


async def _topic(session: aiohttp.ClientSession, product: Running, one: int) -> Topic:
    for _ in range(400):
        order = await rest(session, product, "GET", f"/orders/B-{one}")
        for chat in order["chats"]:
            found = _thread(chat)
            if chat["audience"] == "cutr_only" and found and _opened(chat):
                return Topic(-100_000_000_000 - one, int(found))
        await asyncio.sleep(0.05)
    raise TimeoutError(order["chats"])


def _places(chat: dict[str, Any]) -> list[dict[str, Any]]:
    return list(chat.get("places", []))


def _thread(chat: dict[str, Any]) -> str | None:
    return next((p["thread"] for p in _places(chat) if p["platform"] == "telegram"), None)


def _opened(chat: dict[str, Any]) -> bool:
    return all(place["state"] == "open" for place in _places(chat))


def said(topic: Topic, text: str) -> dict[str, Any]:
    """A Telegram update: Jan writes in a topic."""
    number = next(NUMBERS)
    user = JAN + (-100_000_000_000 - topic.chat)
    return {
        "update_id": number,
        "message": {
            "message_id": 100_000 + number, "date": int(time.time()), "text": text, "is_topic_message": True,
            "message_thread_id": topic.thread,
            "chat": {"id": topic.chat, "type": "supergroup", "title": "W", "is_forum": True},
            "from": {"id": user, "is_bot": False, "first_name": "Jan"},
        },
    }  # fmt: skip


async def hook(session: aiohttp.ClientSession, product: Running, update: dict[str, Any]) -> None:
    """Deliver an update as Telegram does; fails unless it is taken."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": HOOK}
    async with session.post(f"{product.url}/telegram/webhook", json=update, headers=headers) as answer:
        assert answer.status == 200, answer.status


async def slash(session: aiohttp.ClientSession, product: Running, command: str, text: str = "") -> str:
    """What a signed slash command by Anna is answered; fails unless it is."""
    body = urlencode({
        "command": command, "text": text, "user_id": "U0ANNA", "user_name": "anna", "team_id": "T0TEAM",
        "channel_id": "C0ORDERS", "channel_name": "orders", "api_app_id": "A0APP", "team_domain": "t",
        "trigger_id": f"{next(NUMBERS)}.1.x", "response_url": "http://127.0.0.1:9/none",
    })  # fmt: skip
    stamp = str(int(time.time()))
    signature = "v0=" + hmac.new(SECRET.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature,
               "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
    async with session.post(f"{product.url}/slack/events", data=body, headers=headers) as answer:
        told = await answer.text()
        assert answer.status == 200, told
        assert told
        return told
