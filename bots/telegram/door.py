"""The webhook's door: secret, size, JSON; then parse, commit, answer (decision 9). Speaking comes afterwards.

401  the secret is missing or wrong        nothing is read
413  more than 1 MB                        nothing is read
400  no JSON, or no update                 Telegram never sends that
503  the database is away                  Telegram sends it again, in order (platforms.md 2.2)
200  done, or kept aside under a reference: a poison update must not block its chat for a day (invariant I5)
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from hmac import compare_digest
from typing import Any

from telegram import Update

from bots.telegram.account import TelegramAccount
from bots.telegram.polling import poll
from bots.telegram.replies import Replies
from bots.telegram.screen import Screen
from bots.telegram.turn import Again, Room, Turn
from bots.telegram.updates import Listeners
from bots.texts import say
from core.chats import Platform
from core.commands import KeepAside
from core.dispatch import Dispatcher
from core.people import CLOCK
from core.ports import Database, Receipt, StorageAway

log = logging.getLogger("cutr.telegram")

Answer = tuple[int, dict[str, str], bytes]
MOST_BYTES = 1 << 20
LONGEST_SECONDS = 10.0
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
_TRY_AGAIN_SECONDS = "2"


class TelegramDoor:
    """Everything from Telegram comes in here, by webhook or by polling, one update at a time per call."""

    def __init__(
        self, dispatcher: Dispatcher, database: Database, telegram: TelegramAccount, clock: Callable[[], datetime]
    ) -> None:
        self._telegram = telegram
        self._dispatcher = dispatcher
        self._replies = Replies(telegram, database, clock)
        self._listeners = Listeners(Room(dispatcher, database, telegram, self._replies, clock))
        self._speaking: set[asyncio.Task[None]] = set()

    async def handle_http(self, headers: Mapping[str, str], body: bytes) -> Answer:
        """Return status, headers and body of the answer; never raises."""
        given = next((value for name, value in headers.items() if name.lower() == _SECRET_HEADER), "")
        secret = self._telegram.webhook_secret
        if not secret or not compare_digest(given.encode(), secret.encode()):
            return 401, {}, b""
        if len(body) > MOST_BYTES:
            return 413, {}, b""
        try:
            payload = json.loads(body)
        except (ValueError, RecursionError):
            return 400, {}, b""
        if not isinstance(payload, dict) or not isinstance(payload.get("update_id"), int):
            return 400, {}, b""
        try:
            await self.handle(payload)
        except StorageAway:
            return 503, {"Retry-After": _TRY_AGAIN_SECONDS}, b""
        return 200, {}, b""

    async def run_polling(self, stop: asyncio.Event) -> None:
        """Fetch updates until `stop` is set; each is confirmed only after its commit. Never raises."""
        await poll(self._telegram, self.handle, stop)
        await self.settled()

    async def replay(self, payload: dict[str, Any]) -> None:
        """Handle again an update that was kept aside. Raises `StorageAway`."""
        await self.handle(payload)

    async def settled(self) -> None:
        """Return once everything that was to be said has been said."""
        while self._speaking:
            await asyncio.gather(*self._speaking, return_exceptions=True)
        await self._replies.settled()

    async def handle(self, payload: dict[str, Any]) -> None:
        """Have its effect once, or keep it aside. Raises `StorageAway` alone: then nothing has happened."""
        turns: list[Turn] = []
        receipt = receipt_of(payload, self._telegram.bot_id)
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                update = Update.de_json(payload, self._telegram.bot)
                await self._listeners.handle(update, receipt, turns)
        except Again:
            pass
        except StorageAway:
            raise
        except Exception as error:  # noqa: BLE001 - the listener's edge (house-style principle 12)
            await self._keep_aside(receipt, payload, error, turns)
        for turn in turns:
            self._speak(turn)

    async def _keep_aside(
        self, receipt: Receipt, payload: dict[str, Any], error: Exception, turns: list[Turn]
    ) -> None:
        reference = secrets.token_hex(4).upper()
        log.error("telegram.update_kept_aside", exc_info=error, extra={"reference": reference})
        words = f"{type(error).__name__}: {error}"[:300]
        command = KeepAside(receipt.key, receipt.natural_key, Platform.TELEGRAM, payload, reference, words)
        try:
            await self._dispatcher.dispatch(command, CLOCK)
        except StorageAway:
            raise
        except Exception as worse:
            log.exception("telegram.keeping_aside_failed", extra={"reference": reference})
            raise StorageAway from worse  # not kept: Telegram must send it again
        for turn in turns:
            turn.put_off.clear()
            turn.say(Screen.of(say("telegram-bug", turn.language, reference=reference)))

    def _speak(self, turn: Turn) -> None:
        if not turn.put_off:
            return
        task = asyncio.create_task(_spoken(turn))
        self._speaking.add(task)
        task.add_done_callback(self._speaking.discard)


async def _spoken(turn: Turn) -> None:
    for job in turn.put_off:
        try:
            await job()
        except Exception:  # a reply may be lost, the next one is still said
            log.exception("telegram.reply_failed")


def receipt_of(payload: dict[str, Any], bot_id: int) -> Receipt:
    """The update's receipt: by update id, and by what it is about, should ids start anew (platforms.md 2.3)."""
    return Receipt(f"telegram:{bot_id}:{payload['update_id']}", Platform.TELEGRAM, _natural_key(payload, bot_id))


def _natural_key(payload: dict[str, Any], bot_id: int) -> str | None:
    """None for an edit: two may carry the same second, and one that comes twice changes nothing."""
    with suppress(KeyError, TypeError):
        if "message" in payload:
            message = payload["message"]
            number = message["message_id"]  # 0 for ephemeral messages: no key
            return f"telegram:{bot_id}:{message['chat']['id']}:{number}" if number else None
        if "callback_query" in payload:
            return f"telegram:{bot_id}:press:{payload['callback_query']['id']}"
    return None

