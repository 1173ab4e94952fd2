"""The stage of a campaign: strangers in this process, the product in processes of its own that can be hurt.

What is done to the product here is what happens to it in life: signals, lost databases, strangers' troubles. Its
tables are never looked at; what counts is what people see in the sandboxes.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.mail import MailSandbox
from sandbox.serve import Served
from sandbox.slack import SlackSandbox
from sandbox.slack.settings import AppSettings, Timing
from sandbox.telegram import TelegramSandbox
from storage.migrating import migrate
from tests.campaigns.process import WIDTH
from tests.campaigns.proxy import Proxy
from tests.scenarios.world import API_TOKEN, BOT, BOT_NAME, HOOK_SECRET, JAN, Http, channel_id
from tests.support.days import quiet_morning

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0
LEASE_SECONDS = 61.0
QUIET_SECONDS = 0.7


@dataclass(slots=True, eq=False)
class Hand:
    """One process of the product. `port` is where a web listens, else 0."""

    role: str
    port: int
    command: list[str]
    environment: dict[str, str]
    folder: Path
    running: subprocess.Popen[bytes] | None = None
    _said_before: int = 0

    @property
    def log(self) -> Path:
        """What it and its forerunners have said."""
        return self.folder / f"{self.role}-{self.port}-{id(self)}.log"

    def start(self) -> None:
        """Start it, or start it again."""
        self._said_before = self._said()
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(self.command, env=self.environment, cwd=self.folder, stdout=log, stderr=log)

    def is_at_work(self) -> bool:
        """Whether a web has said in this life that it listens; workers and clocks work in silence."""
        return not self.port or self._said() > self._said_before

    def _said(self) -> int:
        return self.log.stat().st_size if self.log.exists() else 0

    def kill(self) -> None:
        """End it at once, as a crash does."""
        assert self.running is not None
        self.running.kill()
        self.running.wait()

    def freeze(self) -> None:
        """Let it stand still."""
        assert self.running is not None
        self.running.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on as if nothing had been."""
        assert self.running is not None
        self.running.send_signal(signal.SIGCONT)

    async def stop(self) -> int:
        """Ask it to end (SIGTERM); its exit code."""
        assert self.running is not None
        self.running.send_signal(signal.SIGCONT)
        self.running.terminate()
        try:
            return await asyncio.to_thread(self.running.wait, 40)
        except subprocess.TimeoutExpired:
            self.running.kill()
            raise

    def said(self, event: str) -> list[dict[str, Any]]:
        """Its log lines of one kind."""
        lines = self.log.read_bytes().splitlines() if self.log.exists() else []
        found = [json.loads(line) for line in lines if line.startswith(b"{") and event.encode() in line]
        return [line for line in found if line.get("event") == event]


@dataclass(slots=True)
class Town:
    """Strangers, processes, and the one clock they all live by."""

    folder: Path
    clock: SandboxClock
    ledger: Ledger
    faults: FaultPlan
    slack: SlackSandbox
    telegram: TelegramSandbox
    mail: MailSandbox
    proxy: Proxy
    environment: dict[str, str]
    address: str
    rest: Http
    hands: list[Hand] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)

    @property
    def orders_channel(self) -> str:
        """Where the threads are."""
        return channel_id(self.slack, "orders")

    # -- processes

    def hand(self, role: str) -> Hand:
        """A new process, not yet started."""
        port = free_port() if role in {"web", "run"} else 0
        command = [sys.executable, "-m", "tests.campaigns.process", role, str(port), str(self.folder / "clock")]
        made = Hand(role, port, command, self.environment, self.folder)
        self.hands.append(made)
        if port:
            self.proxy.ports.append(port)
        return made

    async def opened(self, *roles: str) -> list[Hand]:
        """Start processes for these roles and return once those that listen do."""
        hands = [self.hand(role) for role in roles]
        for one in hands:
            one.start()
        for one in hands:
            await self.listening(one)
        return hands

    async def listening(self, hand: Hand) -> None:
        """Wait until a web takes connections."""

        def up() -> bool:
            assert hand.running is not None
            assert hand.running.poll() is None, hand.log.read_text()[-3000:]
            with socket.socket() as probe:
                return not hand.port or probe.connect_ex(("127.0.0.1", hand.port)) == 0

        await self.until(up)

    def of(self, role: str) -> list[Hand]:
        """The processes of a role."""
        return [one for one in self.hands if one.role == role]

    # -- time

    def advance(self, seconds: float) -> None:
        """Move everybody's clock on: strangers and product alike."""
        self.clock.advance(timedelta(seconds=seconds))
        write_offset(self.folder / "clock", self.clock)

    async def until(self, predicate: Callable[[], object], seconds: float = PATIENCE) -> Any:
        """Wait until something can be seen."""
        end = asyncio.get_running_loop().time() + seconds
        while not (seen := predicate()):
            assert asyncio.get_running_loop().time() < end, f"not seen in {seconds} s: {predicate}"
            await asyncio.sleep(0.03)
        return seen

    async def quiet(self) -> None:
        """Wait until the product has left the strangers alone for a moment."""
        loop, seen = asyncio.get_running_loop(), -1
        since = end = loop.time()
        while loop.time() - since < QUIET_SECONDS and loop.time() < end + PATIENCE:
            if (now := self._doings()) != seen:
                seen, since = now, loop.time()
            await asyncio.sleep(0.05)

    def _doings(self) -> int:
        asking = ("getUpdates", "apps.connections.open")
        return sum(entry.method not in asking for entry in self.ledger.entries())

    async def arrived(self, complete: Callable[[], object]) -> None:
        """Wait until all is there, letting leases of the dead run out; then until nothing more happens."""
        end = asyncio.get_running_loop().time() + PATIENCE
        while not complete() and asyncio.get_running_loop().time() < end:
            await self.quiet()
            if not complete():
                self.advance(LEASE_SECONDS)
                self.telegram.retry_now()
                await asyncio.sleep(1.0)
        self.advance(LEASE_SECONDS)
        await asyncio.sleep(0.5)
        await self.quiet()


@asynccontextmanager
async def a_town(folder: Path, database_url: str, *, receivers: str = "http") -> AsyncIterator[Town]:
    """Strangers that are up, an empty database that is migrated, and no process yet; all ended with the block."""
    clock = SandboxClock(quiet_morning())
    write_offset(folder / "clock", clock)
    ledger, faults = Ledger(clock), FaultPlan()
    slack, telegram = SlackSandbox(clock, ledger, faults), TelegramSandbox(clock, ledger, faults, retry_pace=0.1)
    # As many tries as it takes: what Slack gives up is not acknowledged, and that is not what a campaign looks for.
    slack.world.timing = Timing(retry_delays=(0.0, *[1.0] * 90))
    telegram.add_bot(BOT, BOT_NAME, name="Cutr")
    telegram.add_user(JAN, "Jan", "jan", "en")
    mail, proxy = MailSandbox(clock, ledger), Proxy()
    await asyncio.to_thread(migrate, database_url)
    async with AsyncExitStack() as stack:
        slack_server = await stack.enter_async_context(Served(slack.app))
        telegram_server = await stack.enter_async_context(Served(telegram.app))
        mail_port = await mail.start()
        address = await proxy.start()
        for close in (mail.stop, slack.close, telegram.stop, proxy.stop):
            stack.push_async_callback(close)
        slack.world.public_url = slack_server.url
        if receivers == "http":
            await slack.configure_app(request_url=f"{address}/slack/events")
        environment = settings_of(folder, database_url, slack_server.url, telegram_server.url, mail_port)
        environment["SLACK_ORDERS_CHANNEL"] = channel_id(slack, "orders")
        more = {"CUTR_PUBLIC_URL": address} if receivers == "http" else {"SLACK_APP_TOKEN": AppSettings().app_token}
        rest = Http(address)
        stack.push_async_callback(rest.session.close)
        town = Town(folder, clock, ledger, faults, slack, telegram, mail, proxy, {**environment, **more}, address, rest)
        try:
            yield town
        finally:
            for one in town.hands:
                if one.running is not None and one.running.poll() is None:
                    one.kill()


def settings_of(folder: Path, database_url: str, slack: str, telegram: str, mail_port: int) -> dict[str, str]:
    """The environment of the product's processes; the paces are no limit."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT),
        "CUTR_DATABASE_URL": database_url, "CUTR_FILES_URL": (folder / "files").as_uri(),
        "CUTR_SECRET_KEY": "s" * 40, "CUTR_API_TOKEN": API_TOKEN, "CUTR_MAIL_FROM": "orders@cutr.example",
        "SMTP_URL": f"smtp://127.0.0.1:{mail_port}", "SLACK_BOT_TOKEN": AppSettings().bot_token,
        "SLACK_SIGNING_SECRET": AppSettings().signing_secret, "SLACK_API_URL": f"{slack}/api/",
        "TELEGRAM_BOT_TOKEN": BOT, "TELEGRAM_WEBHOOK_SECRET": HOOK_SECRET, "TELEGRAM_API_URL": telegram,
        "CUTR_SLACK_CHANNEL_PER_MINUTE": "100000", "CUTR_TELEGRAM_GROUP_PER_MINUTE": "100000",
        "CUTR_TELEGRAM_CHAT_PER_MINUTE": "100000", "CUTR_TELEGRAM_TOTAL_PER_SECOND": "100000",
    }  # fmt: skip


def write_offset(file: Path, clock: SandboxClock) -> None:
    """Put the clock's offset where the processes read it, at one go."""
    offset = (clock.now() - datetime.now(clock.now().tzinfo)).total_seconds()
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.pwrite(descriptor, f"{offset:0{WIDTH}.6f}".encode(), 0)
    finally:
        os.close(descriptor)


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
