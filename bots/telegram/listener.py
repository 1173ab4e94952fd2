"""The listener's edge: one update has its effect once, or is kept aside; what is to be said is said afterwards.

This is one of the three places where everything is caught (house-style principle 12). HTTP and polling are in door.py.
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import suppress
from typing import Any

import structlog
from telegram import Update

from bots.telegram.turn import Again, Room, Turn
from bots.telegram.updates import Listeners
from core.chats import Platform
from core.commands import KeepAside
from core.people import CLOCK
from core.ports import Receipt, StorageAway

log = structlog.get_logger("cutr.telegram")

LONGEST_SECONDS = 10.0


class Listener:
    """Handles updates of one bot, each in its own call; calls may overlap."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._listeners = Listeners(room)
        self._speaking: set[asyncio.Task[None]] = set()

    async def settled(self) -> None:
        """Return once everything that was to be said has been said."""
        while self._speaking:
            await asyncio.gather(*self._speaking, return_exceptions=True)
        await self._room.replies.settled()

    async def handle(self, payload: dict[str, Any]) -> None:
        """Have its effect once, or keep it aside. Raises `StorageAway` alone: then nothing has happened."""
        turns: list[Turn] = []
        receipt = receipt_of(payload, self._room.telegram.bot_id)
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                update = Update.de_json(payload, self._room.telegram.bot)
                await self._listeners.handle(update, receipt, turns)
        except Again:
            pass
        except StorageAway:
            raise
        except Exception as error:  # noqa: BLE001 - the listener's edge (house-style principle 12)
            await self._keep_aside(receipt, payload, error, turns)
        for turn in turns:
            self._speak(turn)

    async def _keep_aside(self, receipt: Receipt, payload: dict[str, Any], error: Exception, turns: list[Turn]) -> None:
        reference = secrets.token_hex(4).upper()
        log.error("telegram.update_kept_aside", exc_info=error, reference=reference)
        words = f"{type(error).__name__}: {error}"[:300]
        command = KeepAside(receipt.key, receipt.natural_key, Platform.TELEGRAM, payload, reference, words)
        try:
            reference = str(await self._room.dispatcher.dispatch(command, CLOCK))
        except StorageAway:
            raise
        except Exception as worse:
            log.exception("telegram.keeping_aside_failed", reference=reference)
            raise StorageAway from worse  # not kept: Telegram must send it again
        for turn in turns:
            turn.put_off.clear()
            turn.confess(reference)

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
