"""The world of a scenario: strangers on loopback, the product as it is assembled for real, and people who act.

Everything goes through the true client libraries over HTTP or sockets; time only moves when a scenario says so. What a
scenario sees is what people see: messages in the sandboxes, mails, and REST answers.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp

from bots.app.clock import ticks_of
from bots.app.parts import ALL, Parts, assemble
from bots.app.run import address_of, listen, serve
from bots.app.settings import Settings
from core.handlers.copies import SHUFFLE_PAUSE
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, FaultPlan
from sandbox.ledger import Ledger
from sandbox.mail import MailSandbox
from sandbox.serve import Served
from sandbox.slack import SlackSandbox
from sandbox.slack.settings import AppSettings
from sandbox.telegram import TelegramSandbox
from scheduler.ticks import Ticks
from storage.migrating import migrate
from tests.support.days import quiet_morning

BOT = "7000001:sandbox-telegram-token"
BOT_NAME = "cutr_sandbox_bot"
HOOK_SECRET = "hook-secret-of-the-sandbox"
API_TOKEN = "rest-token-of-the-sandbox"
GROUP = -1001234567890
JAN, PIET, KEES, EWA = 501, 502, 503, 504
PATIENCE = 15.0
HELD_BACK_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to run the product: which database, and how updates come in."""

    database: str
    receivers: str

    def __str__(self) -> str:
        return f"{self.database}-{self.receivers}"


class Http:
    """Cutr's platform: REST with the right token."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {API_TOKEN}"})
        self.keys = itertools.count(1)

    async def __call__(self, method: str, path: str, wanted: int | None = None, /, **body: Any) -> Any:
        """The JSON answer; fails unless the status is as given, or any 2xx."""
        headers = {"Idempotency-Key": f"key-{next(self.keys)}"} if method == "POST" else {}
        url = f"{self.address}/api/v1{path}"
        async with self.session.request(method, url, json=body or None, headers=headers) as answer:
            told = await answer.json(content_type=None)
            assert answer.status == wanted if wanted else answer.ok, (answer.status, told)
            return told


@dataclass
class World:
    """Everything a dialog needs."""

    setting: Setting
    folder: Path
    clock: SandboxClock
    ledger: Ledger
    faults: FaultPlan
    slack: SlackSandbox
    telegram: TelegramSandbox
    mail: MailSandbox
    database_url: str
    environment: dict[str, Any]
    slack_url: str = ""
    telegram_url: str = ""
    address: str = ""
    soon: timedelta = SHUFFLE_PAUSE
    """What goes so soon is waited for; a clock that stands still would never get there."""
    rest: Http = field(init=False)
    parts: Parts = field(init=False)
    ticks: Ticks = field(init=False)
    _stop: asyncio.Event = field(init=False)
    _serving: asyncio.Task[None] | None = None

    # -- the product ------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Start (or start again) the product in this process, as `cutr run` does."""
        listener = listen("127.0.0.1", int(self.address.rsplit(":", 1)[1]) if self.address else 0)
        self.address = address_of(listener)
        by_http = self.setting.receivers == "http"
        environment = dict(self.environment)
        if by_http:
            environment["cutr_public_url"] = self.address
        else:
            environment["slack_app_token"] = AppSettings().app_token
        settings = Settings(_env_file=None, **environment)
        self.parts = assemble(settings, ALL, clock=self.clock.now, public_url=self.address)
        self.ticks = ticks_of(self.parts)
        self._stop = asyncio.Event()
        self._serving = asyncio.create_task(serve(self.parts, self._stop, listener, run=True))
        await self.slack.configure_app(request_url=f"{self.address}/slack/events")
        self.rest = Http(self.address)
        await self._ready(by_http=by_http)

    async def _ready(self, *, by_http: bool) -> None:
        def receivers() -> bool:
            if not by_http:
                return self.slack.sockets.count > 0
            hook = self.telegram.bot().webhook
            return hook is not None and hook.url.startswith(self.address)

        await self.until(receivers)

    async def stop(self) -> None:
        """Stop the product in good order."""
        if self._serving is not None:
            self._stop.set()
            await self._serving
            await self.rest.session.close()
            self._serving = None

    async def restart(self) -> None:
        """Stop and start: nothing that matters may live in the process."""
        await self.stop()
        await self.start()

    # -- time -------------------------------------------------------------------------------------------------------

    async def wait(self, **time: float) -> None:
        """Let time pass for everybody, and let everything that became due happen and arrive."""
        self.clock.advance(timedelta(**time))
        self.telegram.retry_now()
        await self.ticks.tick()
        self.parts.nudged.set()
        await self.settled()

    async def until(self, predicate: Callable[[], object], seconds: float = PATIENCE) -> Any:
        """Wait until something can be seen. Fails with the predicate's name when it cannot be seen in time."""
        end = asyncio.get_running_loop().time() + seconds
        while not (seen := predicate()):
            assert asyncio.get_running_loop().time() < end, f"not seen in {seconds} s: {predicate}"
            await asyncio.sleep(0.02)
        return seen

    async def settled(self, seconds: float = PATIENCE) -> None:
        """Wait until everything said has been taken in and nothing that could go now is left in the outbox."""
        end = asyncio.get_running_loop().time() + seconds
        await self._taken_in(end)
        while True:
            self.parts.nudged.set()
            going = await self.parts.database.read(partial(_going, now=self.clock.now(), soon=self.soon))
            if not going:
                return
            assert asyncio.get_running_loop().time() < end, f"still going: {going}"
            await asyncio.sleep(0.02)

    async def _taken_in(self, end: float) -> None:
        """Wait for what the platforms still have to deliver; what a fault holds back is not waited for long."""
        end = min(end, asyncio.get_running_loop().time() + HELD_BACK_SECONDS)
        while self._something_is_coming() and asyncio.get_running_loop().time() < end:  # noqa: ASYNC110 - looks at strangers
            await asyncio.sleep(0.02)

    def _something_is_coming(self) -> bool:
        return bool(self.telegram.pending()) or not self.slack.is_settled

    # -- faults -----------------------------------------------------------------------------------------------------

    def break_once(self, kind: str, method: str, **more: Any) -> None:
        """Plan a fault for the next call of a method or delivery."""
        self.faults.add(Fault(kind, method=method, **more))  # type: ignore[arg-type]


def _going(store: Any, now: datetime, soon: timedelta) -> list[str]:
    """What is being sent or could be sent in a moment; what waits for its time or for a paused road does not count."""
    sending = store.outbox.find(state="sending")
    wake = store.road.next_wake(now)
    due = store.outbox.find(state=frozenset({"queued", "unknown"})) if wake is not None and wake <= now + soon else []
    return [f"{one.kind} {one.error or ''}" for one in [*sending, *(p for p in due if p.not_before <= now + soon)]]


@asynccontextmanager
async def a_world(setting: Setting, folder: Path, database_url: str) -> AsyncIterator[World]:
    """A world with its strangers up, the schema made and the product running; all down at the end."""
    clock = SandboxClock(quiet_morning())
    ledger, faults = Ledger(clock), FaultPlan()
    slack, telegram = SlackSandbox(clock, ledger, faults), TelegramSandbox(clock, ledger, faults, retry_pace=0.05)
    mail = MailSandbox(clock, ledger)
    telegram.add_bot(BOT, BOT_NAME, name="Cutr")
    for number, name in ((JAN, "Jan"), (PIET, "Piet"), (KEES, "Kees"), (EWA, "Ewa")):
        telegram.add_user(number, name, name.lower(), "en")
    telegram.add_group(GROUP, "Houtbouw BV", forum=True, admins=(JAN, int(BOT.partition(":")[0])), members=(PIET, KEES))
    migrate(database_url)
    async with AsyncExitStack() as stack:
        slack_server = await stack.enter_async_context(Served(slack.app))
        telegram_server = await stack.enter_async_context(Served(telegram.app))
        mail_port = await mail.start()
        stack.push_async_callback(mail.stop)
        stack.push_async_callback(slack.close)
        stack.push_async_callback(telegram.stop)
        slack.world.public_url = slack_server.url
        world = World(
            setting, folder, clock, ledger, faults, slack, telegram, mail, database_url,
            {
                "cutr_database_url": database_url, "cutr_files_url": f"file://{folder}/files",
                "cutr_secret_key": "s" * 40, "cutr_api_token": API_TOKEN, "cutr_mail_from": "orders@cutr.example",
                "smtp_url": f"smtp://127.0.0.1:{mail_port}", "slack_bot_token": AppSettings().bot_token,
                "slack_signing_secret": AppSettings().signing_secret, "slack_api_url": f"{slack_server.url}/api/",
                "slack_orders_channel": channel_id(slack, "orders"), "telegram_bot_token": BOT,
                "telegram_webhook_secret": HOOK_SECRET, "telegram_api_url": telegram_server.url,
                "cutr_slack_channel_per_minute": 60_000, "cutr_telegram_group_per_minute": 60_000,
                "cutr_telegram_chat_per_minute": 60_000, "cutr_telegram_total_per_second": 10_000,
            },
        )  # fmt: skip
        world.slack_url, world.telegram_url = slack_server.url, telegram_server.url
        await world.start()
        try:
            yield world
        finally:
            await world.stop()


def channel_id(slack: SlackSandbox, name: str) -> str:
    """The id of a channel by its name."""
    return next(channel.id for channel in slack.world.channels.values() if channel.name == name)
