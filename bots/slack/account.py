"""Our account at Slack: one connection pool, who we are there, who is staff, which channels are ours alone.

No retries by the library: a dropped connection would be posted twice (platforms.md 1.15). What an error means is in
bots/slack/troubles.py, what is sent in bots/slack/sender.py.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.channels import ChannelGuard
from bots.slack.fetching import fetch_file, stream_file
from bots.slack.staff import StaffDirectory
from bots.slack.troubles import SlackAway, as_away
from core.chats import Attachment

log = logging.getLogger("cutr.slack")
TIME_OUT = aiohttp.ClientTimeout(total=15, connect=5)


@dataclass(slots=True)
class Identity:
    """Who the bot is. `app_id` is only known once Slack has told it (Socket Mode's hello)."""

    team_id: str
    user_id: str
    bot_id: str
    url: str
    app_id: str | None = None


class SlackAccount:
    """Everything that speaks to Slack's Web API does it through here. Close it when done."""

    def __init__(
        self,
        bot_token: str,
        signing_secret: str,
        api_url: str,
        app_token: str | None = None,
        staff_usergroup: str | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.signing_secret = signing_secret
        self.app_token = app_token
        self.api_url = api_url if api_url.endswith("/") else f"{api_url}/"
        self.bot_token = bot_token
        self._client = AsyncWebClient(bot_token, base_url=self.api_url, retry_handlers=[])
        self._session: aiohttp.ClientSession | None = None
        self._identity: Identity | None = None
        self._asking = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self.staff = StaffDirectory(self, staff_usergroup, monotonic)
        self.channels = ChannelGuard(self, monotonic)

    @property
    def session(self) -> aiohttp.ClientSession:
        """The one pool of connections; made inside the running loop."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=TIME_OUT, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    @property
    def client(self) -> AsyncWebClient:
        """The Web API client on that pool."""
        self._client.session = self.session
        return self._client

    @property
    def client_outside_loop(self) -> AsyncWebClient:
        """The same client for whoever only hands it on and makes no call, such as Bolt's constructor."""
        return self._client

    async def me(self) -> Identity:
        """Who we are, asked once. Raises `SlackAway` when Slack does not answer, `SlackApiError` for a bad token."""
        if self._identity is None:
            async with self._asking:
                if self._identity is None:
                    self._identity = await self._ask_identity()
        return self._identity

    async def _ask_identity(self) -> Identity:
        with as_away():
            answer = await self.client.auth_test()
        return Identity(
            team_id=str(answer.get("team_id") or ""),
            user_id=str(answer.get("user_id") or ""),
            bot_id=str(answer.get("bot_id") or ""),
            url=str(answer.get("url") or ""),
            app_id=answer.get("app_id"),
        )

    async def fetch(self, attachment: Attachment, to: Path) -> Path:
        """Download a file of Slack's into the path `to` and return it. Raises `SendTrouble`."""
        return await fetch_file(self, attachment, to)

    def stream(self, attachment: Attachment) -> AsyncGenerator[bytes, None]:
        """The bytes of a file of Slack's as they come. Raises `SendTrouble`."""
        return stream_file(self, attachment)

    def later(self, what: Coroutine[Any, Any, object]) -> None:
        """Do something for the asker that may be lost, after the answer; kept alive until it is done."""
        task = asyncio.create_task(_quietly(what))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settle(self) -> None:
        """Wait for everything begun with `later`."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        """Finish replies that are on their way, then hang up."""
        await self.settle()
        if self._session is not None:
            await self._session.close()


async def _quietly(what: Coroutine[Any, Any, object]) -> None:
    """A reply may be lost; a trace of it may not."""
    try:
        await what
    except (TimeoutError, SlackApiError, SlackAway, aiohttp.ClientError) as error:
        log.warning("slack.reply_lost", extra={"error": type(error).__name__})
