"""A Slack and a Telegram that say yes at once, in a process of their own, so that they cost the measured one nothing.

They check nothing (the sandbox does that); they count, and can answer one thread slowly.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import aiohttp
from aiohttp import web

BOT = "7000001:benchmark-telegram-token"
SLOW_WORD = "slowly"
SLOW_SECONDS = 0.05


class Strangers:
    """Both platforms behind one port: /api/ is Slack, /bot…/ is Telegram, /seen tells what Slack was posted."""

    def __init__(self) -> None:
        self.posts: list[tuple[float, str]] = []
        self.numbers = itertools.count(1000)

    async def slack(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "chat.postMessage":
            body = await request.text()
            if SLOW_WORD in body:
                await asyncio.sleep(SLOW_SECONDS)
            ts = f"1900000000.{next(self.numbers):06d}"
            self.posts.append((asyncio.get_running_loop().time(), body))
            return web.json_response({"ok": True, "ts": ts, "channel": "C0ORDERS", "message": {"ts": ts}})
        return web.json_response({"ok": True, **SLACK_ANSWERS.get(method, {})})

    async def telegram(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        data: dict[str, Any] = dict(await request.post()) if request.can_read_body else {}
        if not data and request.content_type == "application/json":
            data = json.loads(await request.text() or "{}")
        return web.json_response({"ok": True, "result": self._result(method, data)})

    def _result(self, method: str, data: dict[str, Any]) -> Any:
        if method == "getMe":
            return {"id": 7000001, "is_bot": True, "first_name": "Cutr", "username": "cutr_bench_bot"}
        if method == "getWebhookInfo":
            return {"url": "http://127.0.0.1/", "has_custom_certificate": False, "pending_update_count": 0}
        if method == "createForumTopic":
            return {"message_thread_id": next(self.numbers), "name": data.get("name", ""), "icon_color": 7322096}
        if method.startswith(("send", "edit")) and method != "sendChatAction":
            chat = int(data.get("chat_id", 0))
            where = {"id": chat, "type": "supergroup" if chat < 0 else "private", "is_forum": True}
            told = {"message_id": next(self.numbers), "date": 1900000000, "text": "x", "chat": where}
            if data.get("message_thread_id"):
                told |= {"message_thread_id": int(data["message_thread_id"]), "is_topic_message": True}
            return told
        return True

    async def seen(self, _request: web.Request) -> web.Response:
        return web.json_response([[at, body] for at, body in self.posts])

    async def count(self, _request: web.Request) -> web.Response:
        return web.json_response(len(self.posts))

    async def forget(self, _request: web.Request) -> web.Response:
        self.posts.clear()
        return web.json_response(0)

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self.slack)
        app.router.add_route("*", "/bot{token}/{method}", self.telegram)
        app.router.add_get("/seen", self.seen)
        app.router.add_get("/count", self.count)
        app.router.add_post("/forget", self.forget)
        return app


SLACK_ANSWERS: dict[str, dict[str, Any]] = {
    "auth.test": {"user_id": "U0BOT", "bot_id": "B0BOT", "team_id": "T0TEAM", "team": "t", "user": "cutr",
                  "url": "https://t.slack.com/"},
    "users.info": {"user": {"id": "U0ANNA", "team_id": "T0TEAM", "name": "anna", "real_name": "Anna",
                            "profile": {"display_name": "Anna"}, "is_bot": False, "deleted": False}},
    "conversations.info": {"channel": {"id": "C0ORDERS", "name": "orders", "is_channel": True, "is_member": True}},
    "bots.info": {"bot": {"id": "B0BOT", "app_id": "A0APP"}},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """Where the strangers are; `posts` asks what Slack was given so far."""

    url: str

    async def posts(self, session: aiohttp.ClientSession) -> list[tuple[float, str]]:
        async with session.get(f"{self.url}/seen") as answer:
            return [(at, body) for at, body in await answer.json()]

    async def wait_for_posts(self, session: aiohttp.ClientSession, number: int, seconds: float = 120.0) -> None:
        """Return when so many posts have come. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while True:
                async with session.get(f"{self.url}/count") as answer:
                    if int(await answer.text()) >= number:
                        return
                await asyncio.sleep(0.005)

    async def forget(self, session: aiohttp.ClientSession) -> None:
        async with session.post(f"{self.url}/forget"):
            pass


def _serve(told: Connection) -> None:
    async def main() -> None:
        runner = web.AppRunner(Strangers().app(), access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        told.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
        await asyncio.Event().wait()

    asyncio.run(main())


@contextmanager
def strangers() -> Iterator[Address]:
    """The strangers, running in a process of their own until the block ends."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    process.start()
    try:
        yield Address(here.recv())
    finally:
        process.terminate()
        process.join()
