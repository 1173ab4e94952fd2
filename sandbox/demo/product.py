"""The product as `cutr run` assembles it, pointed at the sandbox platforms and put on their movable clock."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bots.app.clock import ticks_of
from bots.app.logging import start_logging
from bots.app.parts import ALL, Parts, assemble
from bots.app.run import address_of, listen, serve
from bots.app.settings import Settings
from core.ports import Store
from core.timeline import DeadlineKind, DeadlineState
from sandbox.town import BOT_TOKEN, Town
from storage.migrating import migrate

READY_SECONDS = 30.0


class Product:
    """The running product: its REST address and token, and the two hands of the page on its clock."""

    def __init__(self, parts: Parts, address: str, serving: asyncio.Task[None]) -> None:
        self._parts, self.address, self.serving = parts, address, serving
        self._ticks = ticks_of(parts)

    @property
    def api_token(self) -> str:
        """The REST API's bearer token."""
        return self._parts.api_token

    async def moved(self) -> None:
        """Fire what became due, and wake the worker."""
        await self._ticks.tick()
        self._parts.nudged.set()

    async def next_deadline(self) -> datetime | None:
        """When something is due next for an order (UTC); the staff's daily digest does not count."""

        def soonest(store: Store) -> datetime | None:
            found = store.deadlines.find(state=DeadlineState.OPEN)
            return min((one.due_at for one in found if one.kind is not DeadlineKind.STAFF_DIGEST), default=None)

        return await self._parts.database.read(soonest)


@asynccontextmanager
async def running(town: Town, folder: Path) -> AsyncIterator[Product]:
    """The product over a fresh database in `folder`, until the block is left. Raises what made it fail."""
    listener = listen("127.0.0.1", 0)
    address = address_of(listener)
    settings = _settings(town, folder, address)
    start_logging(settings.secrets())
    # The visitor's terminal shows the address, and trouble.
    logging.getLogger().setLevel(logging.WARNING)
    await asyncio.to_thread(migrate, settings.cutr_database_url.get_secret_value())
    await town.slack.configure_app(request_url=f"{address}/slack/events")
    parts = assemble(settings, ALL, clock=town.clock.now, public_url=address)
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(parts, stop, listener))
    try:
        await town.telegram.wait_for(lambda: serving.done() or _hooked(town), READY_SECONDS)
        yield Product(parts, address, serving)
    finally:
        stop.set()
        await serving


def _hooked(town: Town) -> bool:
    return town.telegram.bot().webhook is not None


def _settings(town: Town, folder: Path, address: str) -> Settings:
    app = town.slack.settings
    wanted: dict[str, object] = {
        "cutr_database_url": f"sqlite:///{folder}/cutr.db",
        "cutr_files_url": (folder / "files").as_uri(),
        "cutr_public_url": address,
        "cutr_secret_key": secrets.token_urlsafe(32),
        "cutr_api_token": secrets.token_urlsafe(24),
        "cutr_mail_from": "Cutr orders <orders@cutr.example>",
        "smtp_url": f"smtp://127.0.0.1:{town.mail_port}",
        "slack_bot_token": app.bot_token,
        "slack_signing_secret": app.signing_secret,
        "slack_api_url": f"{town.slack_url}/api/",
        "slack_orders_channel": town.orders_channel,
        "telegram_bot_token": BOT_TOKEN,
        "telegram_webhook_secret": secrets.token_urlsafe(24),
        "telegram_api_url": town.telegram_url,
        # A visitor who clicks fast must not wait for budgets that spare the real platforms.
        "cutr_slack_channel_per_minute": 1_200,
        "cutr_telegram_group_per_minute": 600,
        "cutr_telegram_chat_per_minute": 600,
    }
    return Settings(_env_file=None, **wanted)  # type: ignore[arg-type]
