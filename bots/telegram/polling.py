"""Long polling with an own loop: get, handle in order, and only then confirm (platforms.md 2.3).

The library's Updater confirms updates before they are handled; a crash would lose them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bots.telegram.account import TelegramAccount
from bots.telegram.troubles import seconds_of
from core.ports import StorageAway

log = structlog.get_logger("cutr.telegram")

WAIT_SECONDS = 25
_PAUSE_SECONDS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
_CONFLICT_SECONDS = 5.0

Handle = Callable[[dict[str, Any]], Awaitable[None]]


async def poll(telegram: TelegramAccount, handle: Handle, stop: asyncio.Event) -> None:
    """Handle updates one by one until `stop`; what is not committed is fetched again after a restart."""
    await _without_webhook(telegram, stop)
    offset: int | None = None
    failures = 0
    while not stop.is_set():
        try:
            updates = await _unless_stopped(telegram.bot.raw_updates(offset, WAIT_SECONDS), stop)
        except TelegramError as error:
            await _rest(stop, _pause_after(error, failures))
            failures += 1
            continue
        failures = 0
        for update in updates or ():
            if not await _handled(handle, update, stop):
                return
            offset = int(update["update_id"]) + 1
    if offset is not None:
        with suppress(TelegramError):  # confirm the last ones; if this is lost they come again and change nothing
            await telegram.bot.raw_updates(offset, 0)


async def _handled(handle: Handle, update: dict[str, Any], stop: asyncio.Event) -> bool:
    """Handle it, however long the database is away; False when stopped before."""
    attempt = 0
    while not stop.is_set():
        try:
            await handle(update)
        except StorageAway:
            await _rest(stop, _PAUSE_SECONDS[min(attempt, len(_PAUSE_SECONDS) - 1)])
            attempt += 1
        else:
            return True
    return False


async def _without_webhook(telegram: TelegramAccount, stop: asyncio.Event) -> None:
    """Telegram refuses to be polled while a webhook is set; waiting updates stay."""
    failures = 0
    while not stop.is_set():
        try:
            await telegram.bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            await _rest(stop, _pause_after(error, failures))
            failures += 1
        else:
            return


def _pause_after(error: TelegramError, failures: int) -> float:
    pause = _PAUSE_SECONDS[min(failures, len(_PAUSE_SECONDS) - 1)]
    match error:
        case RetryAfter():
            return seconds_of(error)
        case Conflict():
            log.error(
                "telegram.polling_conflict",
                error=error.message,
                advice="another process polls with this token, or a webhook was set: stop it, this one goes on trying",
            )
            return max(pause, _CONFLICT_SECONDS)
        case InvalidToken():
            log.error("telegram.token_refused", advice="check TELEGRAM_BOT_TOKEN")
            return _PAUSE_SECONDS[-1]
        case _:
            log.warning("telegram.polling_failed", error=type(error).__name__)
            return pause


async def _unless_stopped(call: Awaitable[list[dict[str, Any]]], stop: asyncio.Event) -> list[dict[str, Any]]:
    """The call's result, or nothing as soon as `stop` is set."""
    task = asyncio.ensure_future(call)
    stopped = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        return []
    finally:
        for future in (task, stopped):
            if not future.done():
                future.cancel()
                with suppress(asyncio.CancelledError, TelegramError):
                    await future


async def _rest(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
