"""The strangers together on loopback: one Slack, one Telegram and one mail server that share a clock and a ledger.

Who lives there is fixed, so that a walk through the page can be told as a story. No bot of anybody's is in here.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from sandbox.clock import SandboxClock, tuesday_morning
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.mail import MailSandbox
from sandbox.serve import Served
from sandbox.slack import SlackSandbox
from sandbox.telegram import TelegramSandbox
from sandbox.web import Command, Menu, Shortcut

BOT_TOKEN: Final = "7000001:sandbox-telegram-token"  # noqa: S105 - opens nothing but this sandbox
BOT_NAME: Final = "cutr_orders_bot"
GROUP: Final = -1001234567890
JAN, PIET, KEES, EWA, MARTA = 501, 502, 503, 504, 505
STAFF: Final = ("anna", "ben", "gijs")


@dataclass(frozen=True)
class Town:
    """The platforms and where they listen; addresses have no trailing slash."""

    clock: SandboxClock
    ledger: Ledger
    slack: SlackSandbox
    telegram: TelegramSandbox
    mail: MailSandbox
    slack_url: str
    telegram_url: str
    mail_port: int

    @property
    def orders_channel(self) -> str:
        """The id of #orders."""
        return self.slack.world.channel("orders").id


@asynccontextmanager
async def open_town(day: date | None = None) -> AsyncIterator[Town]:
    """The platforms with their people, listening on free loopback ports until the block is left.

    Their clock begins on the first Tuesday morning that lies ahead and not before `day`.
    """
    clock = SandboxClock(tuesday_morning(datetime.now(UTC), day))
    ledger = Ledger(clock)
    slack = SlackSandbox(clock, ledger, FaultPlan())
    telegram = TelegramSandbox(clock, ledger, FaultPlan(), retry_pace=0.25)
    mail = MailSandbox(clock, ledger)
    await _settle(slack, telegram)
    async with AsyncExitStack() as stack:
        slack_served = await stack.enter_async_context(Served(slack.app))
        telegram_served = await stack.enter_async_context(Served(telegram.app))
        stack.push_async_callback(slack.close)
        stack.push_async_callback(telegram.stop)
        mail_port = await mail.start()
        stack.push_async_callback(mail.stop)
        slack.world.public_url = slack_served.url
        yield Town(clock, ledger, slack, telegram, mail, slack_served.url, telegram_served.url, mail_port)


async def _settle(slack: SlackSandbox, telegram: TelegramSandbox) -> None:
    await slack.change_user("bram", name="ben", real_name="Ben Bakker")
    bot = telegram.add_bot(BOT_TOKEN, BOT_NAME, name="Cutr orders")
    telegram.add_user(JAN, "Jan", "jan_houtbouw", "en", last_name="Houtman")
    telegram.add_user(PIET, "Piet", "piet_houtbouw", "en", last_name="Zaag")
    telegram.add_user(KEES, "Kees", "kees", "en")
    telegram.add_user(EWA, "Ewa", "ewa_nowak", "en", last_name="Nowak")
    telegram.add_user(MARTA, "Marta", "marta_nowak", "en", last_name="Lis")
    telegram.add_group(GROUP, "Houtbouw BV", forum=True, admins=(JAN, bot.id), members=(PIET, KEES))


async def install(slack: SlackSandbox, manifest: dict[str, Any]) -> Menu:
    """Install the app as its manifest says (names, commands, scopes, events); returns what Slack's menus then offer."""
    features, settings = manifest.get("features", {}), manifest.get("settings", {})
    commands = [
        Command(str(one["command"]), str(one.get("usage_hint", "")), str(one.get("description", "")))
        for one in features.get("slash_commands", [])
    ]
    shortcuts = [
        Shortcut(str(one["callback_id"]), str(one["name"]))
        for one in features.get("shortcuts", [])
        if one.get("type") == "message"
    ]
    name = str(manifest.get("display_information", {}).get("name") or "app")
    await slack.configure_app(
        name=name,
        commands=[command.name for command in commands],
        should_escape=any(one.get("should_escape") for one in features.get("slash_commands", [])),
        scopes=manifest.get("oauth_config", {}).get("scopes", {}).get("bot") or slack.settings.scopes,
        events=settings.get("event_subscriptions", {}).get("bot_events"),
    )
    await slack.change_user(slack.settings.bot_user_id, name=name.lower().replace(" ", "-"), real_name=name)
    return Menu(tuple(commands), tuple(shortcuts), STAFF)
