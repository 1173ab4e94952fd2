"""Knocking at the product's doors as anybody on the internet could, and comparing everything that is kept."""

from __future__ import annotations

import io
import json
import random
from typing import Any
from urllib.parse import urlencode

import aiohttp

from core.ports import Store
from sandbox.slack.settings import AppSettings
from sandbox.slack.signing import signed_headers
from tests.scenarios.world import API_TOKEN, HOOK_SECRET, World

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
COLLECTIONS = (
    "orders",
    "tasks",
    "offers",
    "milestones",
    "kick_offs",
    "feedback",
    "partners",
    "members",
    "customers",
    "chats",
    "messages",
    "copies",
    "entries",
    "outbox",
    "deadlines",
    "staff_tasks",
    "invites",
)


async def kept(world: World) -> str:
    """Everything that is kept of orders and people, and what waits to be sent."""

    def read(store: Store) -> str:
        found = {name: getattr(store, name).find() for name in COLLECTIONS if hasattr(store, name)}
        assert {"orders", "messages", "outbox", "entries"} <= set(found)
        return repr(found)

    await world.settled()
    return await world.parts.database.read(read)


class Doors:
    """The product's addresses, knocked at as anybody on the internet could; remembers every status."""

    def __init__(self, world: World, session: aiohttp.ClientSession) -> None:
        self.world, self.session = world, session
        self.statuses: list[int] = []

    async def knock(self, path: str, body: bytes, headers: dict[str, str], method: str = "POST") -> tuple[int, str]:
        """Status and text of the answer."""
        url, data = self.world.address + path, io.BytesIO(body)
        async with self.session.request(method, url, data=data, headers=headers) as answer:
            self.statuses.append(answer.status)
            return answer.status, await answer.text()

    async def slack(self, body: bytes, kind: str = JSON, age: float = 0.0, **more: str) -> tuple[int, str]:
        """A body that is signed as Slack signs it, `age` seconds ago."""
        signed = signed_headers(AppSettings().signing_secret, self.world.clock.time() - age, body)
        return await self.knock("/slack/events", body, {**signed, "Content-Type": kind, **more})

    async def telegram(self, body: bytes, secret: str = HOOK_SECRET) -> tuple[int, str]:
        """A body with this secret."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret, "Content-Type": JSON}
        return await self.knock("/telegram/webhook", body, headers)

    async def rest(self, method: str, path: str, body: Any = None, raw: bytes | None = None) -> tuple[int, Any]:
        """A REST request with the right token."""
        data = raw if raw is not None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {API_TOKEN}", "Content-Type": JSON}
        status, text = await self.knock(f"/api/v1{path}", data, headers, method)
        return status, json.loads(text)


def command(world: World, text: str, **more: str) -> bytes:
    """A slash command's body."""
    slack = world.slack.world
    facts = {
        "command": "/order",
        "text": text,
        "user_id": "U0ANNA00001",
        "team_id": slack.team_id,
        "channel_id": "C1",
        "api_app_id": slack.app.app_id,
        "trigger_id": f"t{random.random()}",
    }
    return urlencode(facts | more).encode()


def event(world: World, case_root: str, text: str, **more: Any) -> bytes:
    """Anna's message event in a thread."""
    slack = world.slack.world
    inner = {
        "type": "message",
        "user": "U0ANNA00001",
        "text": text,
        "ts": f"{world.clock.time() + 1:.6f}",
        "thread_ts": case_root,
        "channel": world.parts.house.orders_channel,
        "channel_type": "channel",
    }
    body = {
        "type": "event_callback",
        "event_id": f"Ev{random.random()}",
        "team_id": slack.team_id,
        "api_app_id": slack.app.app_id,
        "event": inner,
    }
    return json.dumps(body | more).encode()
