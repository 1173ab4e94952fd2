"""The parts of an installation, put together once per process from its settings. Running them is in `bots.app.run`.

Each process imports only what its roles need: the clock never loads a platform's library.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from bots.app.drawing import dossier_maker, slip_maker
from bots.app.house import house_of, utc_now
from bots.app.inbound import Inbound, always
from bots.app.settings import Settings, shown
from bots.customer.links import CustomerLinks
from bots.outgoing import Sender
from core.chats import Platform
from core.commands import AlertStaff
from core.dispatch import Dispatcher
from core.people import CLOCK as CLOCK_ACTOR
from core.ports import House
from core.shelf import FileStore

if TYPE_CHECKING:
    from bots.api.hooks import HookSender
    from bots.slack.account import SlackAccount
    from bots.slack.door import SlackDoor
    from bots.telegram.account import TelegramAccount
    from bots.telegram.door import TelegramDoor
    from storage.database import SqlDatabase
    from storage.images import PictureRoom

WEB: Final = "web"
WORKER: Final = "worker"
CLOCK: Final = "clock"
ALL: Final = frozenset({WEB, WORKER, CLOCK})
LOCAL_URL = "http://127.0.0.1:8000"
"""Stands in customers' links where no public address is set: good for trying things out on one machine only."""


@dataclass(slots=True)
class Parts:
    """What the roles of one process work with. Close them when done."""

    settings: Settings
    roles: frozenset[str]
    database: SqlDatabase
    house: House
    clock: Callable[[], datetime]
    dispatcher: Dispatcher
    links: CustomerLinks
    nudged: asyncio.Event
    files: FileStore
    pictures: PictureRoom | None = None
    slack: SlackAccount | None = None
    telegram: TelegramAccount | None = None
    inbound: Inbound | None = None
    slack_door: SlackDoor | None = None
    telegram_door: TelegramDoor | None = None
    senders: Mapping[Platform, Sender] = field(default_factory=dict)
    hooks: HookSender | None = None

    @property
    def api_token(self) -> str:
        """The REST API's bearer token."""
        return shown(self.settings.cutr_api_token)

    @property
    def slack_signed(self) -> bool:
        """Whether Slack's HTTP requests can be verified; without a signing secret there is no such route."""
        return self.settings.slack_signing_secret is not None

    @property
    def telegram_hooked(self) -> bool:
        """Whether Telegram's webhook can be verified."""
        return self.settings.telegram_webhook_secret is not None

    def bot_name(self) -> str | None:
        """The Telegram bot's user name, once Telegram has told it."""
        return self.telegram.username if self.telegram is not None else None

    async def close(self) -> None:
        """Hang up everywhere."""
        for account in (self.slack, self.telegram, self.hooks):
            if account is not None:
                await account.close()
        if self.pictures is not None:
            await self.pictures.close()
        await self.database.close()


def assemble(
    settings: Settings,
    roles: frozenset[str] = ALL,
    *,
    clock: Callable[[], datetime] = utc_now,
    public_url: str | None = None,
) -> Parts:
    """The parts for these roles; call it inside the running loop.

    `clock` gives the instant (UTC); the demo passes one that can be moved. `public_url` is for customers' links
    where the settings have none.
    """
    from storage.database import open_database
    from storage.files import open_file_store
    from storage.paces import Paces

    nudged = asyncio.Event()
    database = open_database(
        settings.cutr_database_url.get_secret_value(),
        Paces(
            slack_channel_per_minute=settings.cutr_slack_channel_per_minute,
            telegram_group_per_minute=settings.cutr_telegram_group_per_minute,
            telegram_chat_per_minute=settings.cutr_telegram_chat_per_minute,
            telegram_total_per_second=settings.cutr_telegram_total_per_second,
        ),
    )
    house = house_of(settings)
    parts = Parts(
        settings=settings,
        roles=roles,
        database=database,
        house=house,
        clock=clock,
        dispatcher=Dispatcher(database, house, clock, nudged.set),
        links=CustomerLinks(shown(settings.cutr_secret_key), settings.cutr_public_url or public_url or LOCAL_URL),
        nudged=nudged,
        files=open_file_store(settings.cutr_files_url),
    )
    if roles & {WEB, WORKER}:
        _add_platforms(parts)
    if WORKER in roles:
        _add_senders(parts)
    return parts


def _add_platforms(parts: Parts) -> None:
    from bots.slack.account import SlackAccount
    from bots.telegram.account import TelegramAccount

    settings = parts.settings
    telegram = parts.telegram = TelegramAccount(
        shown(settings.telegram_bot_token), settings.telegram_api_url, shown(settings.telegram_webhook_secret)
    )
    slack = parts.slack = SlackAccount(
        shown(settings.slack_bot_token),
        shown(settings.slack_signing_secret),
        settings.slack_api_url,
        shown(settings.slack_app_token) or None,
        settings.slack_staff_usergroup,
    )
    if WEB not in parts.roles:
        return
    parts.inbound = Inbound(parts.dispatcher, parts.clock, {"page": always, "telegram": telegram.is_read})
    from bots.slack.door import SlackDoor
    from bots.slack.papers import Papers
    from bots.telegram.door import TelegramDoor

    def invite_link(code: str) -> str:
        return f"https://t.me/{telegram.username}?start={code}" if telegram.username else code

    async def examined() -> list[str]:
        from bots.app.doctor import examine

        return [finding.line() for finding in await examine(settings, parts.clock)]

    make_slip = slip_maker(parts.database, parts.bot_name, parts.clock)
    parts.slack_door = SlackDoor(
        parts.dispatcher, parts.database, slack, parts.clock, invite_link=invite_link, examine=examined,
        papers=Papers(make_slip, dossier_maker(parts.database, parts.files, parts.bot_name, parts.clock)),
    )  # fmt: skip
    parts.telegram_door = TelegramDoor(
        parts.dispatcher, parts.database, telegram, parts.clock, upload_page=parts.links.upload_url, make_slip=make_slip
    )


def _add_senders(parts: Parts) -> None:
    from bots.app.charts import Charts
    from bots.app.filer import Filer
    from bots.app.own_files import from_store
    from bots.app.sheets import ContactSheets
    from bots.slack.sender import SlackSender
    from bots.telegram.sender import TelegramSender
    from storage.images import PictureRoom

    slack, telegram, settings = parts.slack, parts.telegram, parts.settings
    assert slack is not None
    assert telegram is not None

    async def tell_staff(key: str, detail: str, order_id: str | None) -> None:
        await parts.dispatcher.dispatch(AlertStaff(key, detail, order_id), CLOCK_ACTOR)

    own = from_store(parts.files)
    fetchers = {Platform.SLACK: slack.fetch, Platform.TELEGRAM: telegram.fetch, Platform.PAGE: own}
    pictures = parts.pictures = PictureRoom()
    sheets = ContactSheets(parts.files, pictures)
    senders: dict[Platform, Sender] = {
        Platform.SLACK: SlackSender(slack, parts.clock, fetchers, sheets, sheets.drawn, Charts(pictures)),
        Platform.TELEGRAM: TelegramSender(telegram, parts.clock, fetchers, tell_staff),
    }
    streams = {Platform.SLACK: slack.stream, Platform.TELEGRAM: telegram.stream}
    senders[Platform.FILES] = Filer(parts.files, pictures, streams)
    if settings.smtp_url is not None:
        from bots.customer.mail import MailSender

        senders[Platform.MAIL] = MailSender(
            shown(settings.smtp_url), settings.cutr_mail_from or "", parts.links.url_for
        )
    if settings.cutr_webhook_url is not None:
        from bots.api.hooks import HookSender

        keys = tuple(shown(settings.cutr_webhook_secret).split())
        parts.hooks = senders[Platform.HOOK] = HookSender(settings.cutr_webhook_url, keys, parts.clock)
    parts.senders = senders
