"""getUpdates: offsets confirm, a later poll ends an earlier one, a webhook excludes polling (`platforms.md 2.3`)."""

import asyncio

from sandbox.telegram.errors import conflict
from sandbox.telegram.people import Json
from sandbox.telegram.world import Bot, World

MAX_WAIT_SECONDS = 50


def end_polls(bot: Bot) -> None:
    """End every waiting poll because a webhook was set."""
    bot.poll_number += 1
    bot.inbox.wake()


async def poll(world: World, bot: Bot, *, offset: int, limit: int, timeout: int) -> list[Json]:
    """Return up to `limit` updates from `offset`, waiting up to `timeout` seconds; raises ApiError 409."""
    _refuse_beside_webhook(bot)
    bot.poll_number += 1
    mine = bot.poll_number
    bot.inbox.wake()
    _confirm(bot, offset)
    world.changed()
    deadline = asyncio.get_running_loop().time() + min(max(timeout, 0), MAX_WAIT_SECONDS)
    while True:
        _refuse_when_replaced(bot, mine)
        changed = bot.inbox.changed
        found = [update.as_json() for update in bot.inbox.live()][:limit]
        remaining = deadline - asyncio.get_running_loop().time()
        if found or remaining <= 0:
            return found
        try:
            async with asyncio.timeout(remaining):
                await changed.wait()
        except TimeoutError:
            _refuse_when_replaced(bot, mine)
            return []


def _confirm(bot: Bot, offset: int) -> None:
    if offset > 0:
        bot.inbox.confirm_before(offset)
    elif offset < 0:
        bot.inbox.pending = bot.inbox.live()[offset:]


def _refuse_beside_webhook(bot: Bot) -> None:
    if bot.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )


def _refuse_when_replaced(bot: Bot, mine: int) -> None:
    if bot.poll_number == mine:
        return
    if bot.webhook is not None:
        raise conflict("terminated by setWebhook request")
    raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
