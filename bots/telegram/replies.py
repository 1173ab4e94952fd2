"""Direct answers to the person who asked: sent at once, may be lost (house-style "two kinds of speech").

What may not be lost goes through the outbox and `sender.py`. A 429 is waited for once, at most a minute.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

import structlog
from telegram import BotCommand, BotCommandScopeChat, InputFile, ReplyParameters
from telegram.error import RetryAfter, TelegramError

from bots.telegram.account import TelegramAccount
from bots.telegram.menu import menu_rows
from bots.telegram.screen import Screen, fitting, keyboard, sent_as
from bots.telegram.troubles import is_not_modified, seconds_of
from core.ports import Database, StorageAway

log = structlog.get_logger("cutr.telegram")
T = TypeVar("T")

TOAST_LIMIT = 200
_LONGEST_WAIT_SECONDS = 60.0


class Replies:
    """Speaks in the chat where somebody asked, in the same topic. Sends and edits are taken off the lane's budget."""

    def __init__(self, telegram: TelegramAccount, database: Database, clock: Callable[[], datetime]) -> None:
        self._telegram = telegram
        self._database = database
        self._clock = clock
        self._tasks: set[asyncio.Task[None]] = set()

    async def say(self, chat: int, thread: int | None, screen: Screen, reply_to: int | None = None) -> int | None:
        """Send and return the message's id; None when it could not be sent."""
        text, entities = sent_as(fitting(screen.text))
        parameters = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        sent = await self._tried(
            chat,
            lambda: self._telegram.bot.send_message(
                chat, text, entities=entities, message_thread_id=thread, reply_markup=keyboard(screen.rows),
                reply_parameters=parameters, link_preview_options=None,
            ),
        )  # fmt: skip
        return sent.message_id if sent is not None else None

    async def hand(self, chat: int, thread: int | None, content: bytes, name: str, caption: str) -> int | None:
        """Send a file of our own making and return the message's id; None when it could not be sent."""
        file = InputFile(content, filename=name)
        sent = await self._tried(
            chat,
            lambda: self._telegram.bot.send_document(chat, file, caption=caption, message_thread_id=thread),
        )
        return sent.message_id if sent is not None else None

    async def edit(self, chat: int, message_id: int, screen: Screen) -> None:
        """Replace one of the bot's own texts and its buttons."""
        text, entities = sent_as(fitting(screen.text))
        await self._tried(
            chat,
            lambda: self._telegram.bot.edit_message_text(
                text, chat, message_id, entities=entities, reply_markup=keyboard(screen.rows)
            ),
        )

    async def strip(self, chat: int, message_id: int) -> None:
        """Take the buttons off one of the bot's own messages."""
        await self._tried(chat, lambda: self._telegram.bot.edit_message_reply_markup(chat, message_id))

    async def answer(self, query_id: str, toast: str = "", *, as_alert: bool = False) -> None:
        """Stop the spinner of a pressed button, with up to 200 characters."""
        await self._quietly(
            lambda: self._telegram.bot.answer_callback_query(query_id, toast[:TOAST_LIMIT] or None, show_alert=as_alert)
        )

    async def menu(self, chat: int, scope: str, language: str) -> None:
        """Offer the commands of `private` or `group` in one chat in its own language, whatever the reader's app speaks.

        A chat's own commands win over those of all chats (setMyCommands, platforms.md 2).
        """
        rows = [BotCommand(command, words) for command, words in menu_rows(scope, language)]
        await self._quietly(lambda: self._telegram.bot.set_my_commands(rows, scope=BotCommandScopeChat(chat)))

    async def _tried(self, chat: int, call: Callable[[], Awaitable[T]]) -> T | None:
        self._debit(chat)
        return await self._quietly(call)

    async def _quietly(self, call: Callable[[], Awaitable[T]]) -> T | None:
        try:
            try:
                return await call()
            except RetryAfter as error:
                if seconds_of(error) > _LONGEST_WAIT_SECONDS:
                    raise
                await asyncio.sleep(seconds_of(error))
                return await call()
        except TelegramError as error:
            if not is_not_modified(error):
                log.warning("telegram.reply_lost", error=error.message[:200])
            return None

    def _debit(self, chat: int) -> None:
        task = asyncio.create_task(self._debited(f"telegram:{chat}"))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _debited(self, lane: str) -> None:
        now = self._clock()
        try:
            await self._database.run(lambda store: store.road.debit(lane, now))
        except StorageAway:
            log.info("telegram.debit_lost", lane=lane)

    async def settled(self) -> None:
        """Return once no debit is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
