"""A served Telegram with one bot, two people, a forum and a plain group, and the true client pointed at it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.request import HTTPXRequest

from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.serve import Served
from sandbox.telegram import TelegramSandbox
from tests.support.telegram_types import check_ledger, check_update

TOKEN = "4242:AAsandboxtoken"
BOT = 4242
JAN, EVA, TOM = 501, 502, 503
FORUM = -1001000000001
PLAIN = -1001000000002
BASIC = -3001


@dataclass
class Place:
    """Everything a test needs."""

    sandbox: TelegramSandbox
    clock: SandboxClock
    ledger: Ledger
    faults: FaultPlan
    url: str
    bot: Bot
    http: httpx.AsyncClient

    async def raw(self, method: str, **args: Any) -> dict[str, Any]:
        """Call a method without a client library and return the whole body."""
        answer = await self.http.post(f"{self.url}/bot{TOKEN}/{method}", json=args)
        body: dict[str, Any] = answer.json()
        return body

    async def updates(self, **args: Any) -> list[dict[str, Any]]:
        """Take all waiting updates, each judged by both readers, and confirm them."""
        found = (await self.raw("getUpdates", **args))["result"]
        for update in found:
            check_update(update)
        if found:
            await self.raw("getUpdates", offset=max(one["update_id"] for one in found) + 1)
        return list(found)


@pytest.fixture(autouse=True)
def _durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client's old whole-second attribute warns on every RetryAfter, and warnings are errors here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    clock = SandboxClock()
    ledger, faults = Ledger(clock), FaultPlan()
    sandbox = TelegramSandbox(clock, ledger, faults, retry_pace=0.01)
    sandbox.add_bot(TOKEN, "cutr_bot", name="Cutr")
    sandbox.add_user(JAN, "Jan", "jan", "nl")
    sandbox.add_user(EVA, "Eva", language_code="en")
    sandbox.add_user(TOM, "Tom")
    sandbox.add_group(FORUM, "Houtbouw", forum=True, admins=[JAN, BOT], members=[EVA])
    sandbox.add_group(PLAIN, "Plain", admins=[JAN], members=[EVA, BOT])
    sandbox.add_group(BASIC, "Basic", admins=[JAN], members=[BOT])
    async with Served(sandbox.app) as served, httpx.AsyncClient() as http:
        bot = Bot(
            TOKEN,
            base_url=f"{served.url}/bot",
            base_file_url=f"{served.url}/file/bot",
            request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
        )
        async with bot:
            yield Place(sandbox, clock, ledger, faults, served.url, bot, http)
        await sandbox.stop()
    check_ledger(ledger.entries())


@dataclass
class Receiver:
    """A webhook endpoint that answers what it is told and keeps what it got."""

    url: str = ""
    answers: list[Response] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    blocked: dict[int, asyncio.Event] = field(default_factory=dict)
    failing: set[int] = field(default_factory=set)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def receive(self, request: Request) -> Response:
        body = await request.json()
        chat_id = body.get("message", {}).get("chat", {}).get("id", 0)
        if chat_id in self.blocked:
            await self.blocked[chat_id].wait()
        async with self.arrived:
            self.got.append(body)
            self.headers.append(dict(request.headers))
            self.arrived.notify_all()
        return self.answers.pop(0) if self.answers else Response(status_code=500 if chat_id in self.failing else 200)

    async def wait_for(self, count: int) -> list[dict[str, Any]]:
        async with asyncio.timeout(5), self.arrived:
            await self.arrived.wait_for(lambda: len(self.got) >= count)
        return self.got


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    one = Receiver()
    async with Served(Starlette(routes=[Route("/hook", one.receive, methods=["POST"])])) as served:
        one.url = f"{served.url}/hook"
        yield one
        for event in one.blocked.values():
            event.set()
