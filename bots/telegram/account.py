"""The bot's account: its token, what Telegram says of it, menu, webhook and the files people sent.

No update is handled here (door.py) and nothing is rendered (cards.py, sender.py).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, User
from telegram.error import BadRequest, TelegramError

from bots.outgoing import SendLater, SendRefused
from bots.telegram.menu import menu_rows
from bots.telegram.transport import AiohttpRequest
from bots.telegram.troubles import UNREACHED_SECONDS, Effect, says, trouble_of
from bots.texts import DEFAULT, LANGUAGES
from core.chats import Attachment

log = structlog.get_logger("cutr.telegram")

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
FETCH_LIMIT = 20 << 20
"""Bytes that `getFile` gives at most (platforms.md 2.7)."""
_PATIENCE_SECONDS = (1, 2, 5, 10, 30, 60)


class FileTooBig(SendRefused):
    """Telegram hands no file of more than 20 MB to a bot (platforms.md 2.7)."""


class FileGone(SendRefused):
    """Telegram does not know this file (any more)."""


class RawBot(Bot):
    """python-telegram-bot's Bot, which also gives updates unparsed: an unreadable one must not hide the others."""

    async def raw_updates(self, offset: int | None, wait_seconds: int) -> list[dict[str, Any]]:
        """Return the next updates as Telegram sent them, oldest first; `offset` confirms all before it."""
        data: dict[str, Any] = {"timeout": wait_seconds, "allowed_updates": list(ALLOWED_UPDATES), "limit": 100}
        if offset is not None:
            data["offset"] = offset
        got: list[dict[str, Any]] = await self._post("getUpdates", data, read_timeout=wait_seconds + 10.0)
        return got


class TelegramAccount:
    """One bot account. `start` never fails because Telegram is away; what it learns then comes later."""

    def __init__(self, token: str, api_url: str, webhook_secret: str) -> None:
        base = api_url.rstrip("/")
        self.webhook_secret = webhook_secret
        self.bot_id = int(token.partition(":")[0]) if token.partition(":")[0].isdigit() else 0
        self.transport = AiohttpRequest()
        self._polling = AiohttpRequest()
        self.bot = RawBot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self.transport,
            get_updates_request=self._polling,
        )
        self.me: User | None = None
        self._asking: asyncio.Task[None] | None = None

    @property
    def username(self) -> str | None:
        """The bot's name in `t.me/…` and `/command@…`; None until Telegram has told it."""
        return self.me.username if self.me else None

    @property
    def has_topics(self) -> bool:
        """Whether private chats with the bot have topics (Bot API 9.3, platforms.md 2.1); False until known."""
        return bool(self.me and _flag(self.me, "has_topics_enabled"))

    async def start(self) -> None:
        """Ask who we are; when Telegram does not answer, go on and ask again in the background."""
        if not await self._ask_who():
            self._asking = asyncio.create_task(self._ask_until_known())

    async def close(self) -> None:
        """End the background question and every connection."""
        if self._asking is not None:
            self._asking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._asking
        await self.transport.shutdown()
        await self._polling.shutdown()

    async def _ask_who(self) -> bool:
        try:
            self.me = await self.bot.get_me()
        except TelegramError as error:
            log.warning("telegram.get_me_failed", error=type(error).__name__)
            return False
        self.bot_id = self.me.id
        return True

    async def _ask_until_known(self) -> None:
        attempt = 0
        while not await self._ask_who():
            await asyncio.sleep(_PATIENCE_SECONDS[min(attempt, len(_PATIENCE_SECONDS) - 1)])
            attempt += 1

    async def set_menu(self) -> None:
        """Tell Telegram the commands of private chats and of groups, in each language. Raises `TelegramError`."""
        for scope, name in ((BotCommandScopeAllPrivateChats(), "private"), (BotCommandScopeAllGroupChats(), "group")):
            for language in LANGUAGES:
                rows = [BotCommand(command, words) for command, words in menu_rows(name, language)]
                code = None if language == DEFAULT else language
                await self.bot.set_my_commands(rows, scope=scope, language_code=code)

    async def set_webhook(self, public_url: str) -> None:
        """Have updates sent to `<public_url>/telegram/webhook` with our secret. Raises `TelegramError`."""
        await self.bot.set_webhook(
            f"{public_url.rstrip('/')}/telegram/webhook",
            secret_token=self.webhook_secret,
            allowed_updates=list(ALLOWED_UPDATES),
        )

    async def is_read(self) -> bool:
        """Whether Telegram holds no update for us that has not been confirmed; False while it does not tell."""
        try:
            return (await self.bot.get_webhook_info()).pending_update_count == 0
        except (TelegramError, TypeError, AttributeError, LookupError, ValueError):
            # The library reads an answer of another shape without looking at it first.
            return False

    async def fetch(self, attachment: Attachment, to: Path) -> Path:
        """Write a sent file's bytes to `to` and return it. Raises as `stream` does."""
        with to.open("wb") as file:
            async with contextlib.aclosing(self.stream(attachment)) as chunks:
                async for chunk in chunks:
                    file.write(chunk)
        return to

    async def stream(self, attachment: Attachment) -> AsyncGenerator[bytes, None]:
        """A sent file's bytes as they come.

        Raises `FileTooBig` above 20 MB, `FileGone`, and `SendLater` when it may work later.
        """
        if attachment.size > FETCH_LIMIT:
            raise FileTooBig("too_big")
        try:
            file = await self.bot.get_file(attachment.file_id)
            if not file.file_path:
                raise FileGone("file_gone")
            async with contextlib.aclosing(self.transport.stream(file.file_path, FETCH_LIMIT)) as chunks:
                async for chunk in chunks:
                    yield chunk
        except BadRequest as error:
            raise (FileTooBig("too_big") if says(error, "too big") else FileGone("file_gone")) from None
        except TelegramError as error:
            again = trouble_of(error, Effect.AGAIN)
            # The lane that rests is Telegram's own, not the one that waits for the file.
            raise SendLater(getattr(again, "seconds", UNREACHED_SECONDS), str(again)[:100] or "not_fetched") from None


def _flag(user: User, name: str) -> bool:
    value = getattr(user, name, None)
    return bool(value if value is not None else user.api_kwargs.get(name))
