"""The doctor's look at Telegram: token, privacy mode, rights in bound groups, webhook or polling (platforms.md 2)."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp

from bots.app.findings import Finding, clock_skew
from bots.app.settings import Settings, shown
from core.ports import StorageAway

RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")
FRESH_ERROR_SECONDS = 3600


async def check(
    settings: Settings, session: aiohttp.ClientSession, clock: Callable[[], datetime]
) -> AsyncIterator[Finding]:
    """Findings about Telegram."""
    try:
        me, date = await _call(settings, session, "getMe")
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        fix = "check the network way to api.telegram.org and TELEGRAM_API_URL"
        yield Finding("Telegram token", f"no answer ({type(error).__name__})", fix)
        return
    if not me.get("ok"):
        fix = "set TELEGRAM_BOT_TOKEN to the token that @BotFather shows for the bot"
        yield Finding("Telegram token", str(me.get("description")), fix)
        return
    bot = me["result"]
    yield Finding("Telegram token", f"@{bot.get('username')}")
    yield clock_skew("Clock against Telegram", date, clock())
    yield privacy(bot)
    hook, _ = await _call(settings, session, "getWebhookInfo")
    for finding in webhook(settings.cutr_public_url, hook.get("result") or {}, now=time.time()):
        yield finding
    for group in await _groups(settings):
        chat, _ = await _call(settings, session, "getChat", chat_id=group)
        member, _ = await _call(settings, session, "getChatMember", chat_id=group, user_id=bot["id"])
        yield rights(group, chat, member)


def privacy(bot: dict[str, Any]) -> Finding:
    """With privacy mode on a bot that is no admin sees commands only (platforms.md 2)."""
    if bot.get("can_read_all_group_messages"):
        return Finding("Telegram privacy mode", "off: the bot reads its groups")
    fix = "in @BotFather: /setprivacy, choose the bot, Disable; then remove the bot from each group and add it again"
    return Finding("Telegram privacy mode", "on: words in groups would be missed wherever the bot is no admin", fix)


def webhook(public_url: str | None, info: dict[str, Any], *, now: float) -> list[Finding]:
    """Where updates go. `now` is in seconds since 1970."""
    url = str(info.get("url") or "")
    wanted = f"{public_url}/telegram/webhook" if public_url else ""
    if not wanted:
        fix = (
            "stop whatever serves it, or set CUTR_PUBLIC_URL; `cutr run` without it removes the webhook" if url else ""
        )
        return [Finding("Telegram updates", f"a webhook is set: {url}" if url else "polled by `cutr run`", fix)]
    found = [
        Finding("Telegram webhook", url or "not set", "" if url == wanted else f"start `cutr web`: it sets {wanted}")
    ]
    seconds = now - float(info.get("last_error_date") or 0)
    if info.get("last_error_message") and seconds < FRESH_ERROR_SECONDS:
        at = datetime.fromtimestamp(float(info["last_error_date"]), UTC).isoformat()
        fix = f"make {wanted} reachable from the internet with a valid certificate"
        found.append(Finding("Telegram webhook's last error", f"{info['last_error_message']} at {at}", fix))
    pending = int(info.get("pending_update_count") or 0)
    fix = "see that `cutr web` is running and answers" if pending > 100 else ""
    return [*found, Finding("Telegram updates waiting", str(pending), fix)]


def rights(group: int, chat: dict[str, Any], member: dict[str, Any]) -> Finding:
    """Whether the bot can work in a partner's group: topics, and an admin who may manage, pin and delete."""
    what = f"Telegram group {group}"
    if not chat.get("ok"):
        fix = "add the bot to the group again and have an admin member send `/link CODE`"
        return Finding(what, str(chat.get("description")), fix)
    what = f"Telegram group {chat['result'].get('title', group)}"
    if not chat["result"].get("is_forum"):
        return Finding(what, "has no topics", "group settings, Topics: switch on")
    bot = member.get("result") or {}
    missing = [right for right in RIGHTS if not bot.get(right)] if bot.get("status") != "creator" else []
    if bot.get("status") not in {"administrator", "creator"}:
        return Finding(
            what, "the bot is no admin", "group settings, Administrators: add the bot with the right 'Manage topics'"
        )
    if missing:
        names = ", ".join(right.removeprefix("can_").replace("_", " ") for right in missing)
        return Finding(what, f"the bot may not: {names}", f"group settings, Administrators, the bot: allow {names}")
    return Finding(what, "topics on, the bot is an admin with all rights")


async def _groups(settings: Settings) -> list[int]:
    """The partners' bound groups; none when the database is away, which another finding tells."""
    from storage.database import open_database
    from storage.engines import UnusableDatabase
    from storage.paces import Paces

    try:
        database = open_database(settings.cutr_database_url.get_secret_value(), Paces())
    except UnusableDatabase:
        return []
    try:
        partners = await database.read(lambda store: store.partners.find())
    except StorageAway:
        return []
    finally:
        await database.close()
    return [partner.telegram_chat_id for partner in partners if partner.telegram_chat_id is not None]


async def _call(
    settings: Settings, session: aiohttp.ClientSession, method: str, **values: int | str
) -> tuple[dict[str, Any], str | None]:
    url = f"{settings.telegram_api_url}/bot{shown(settings.telegram_bot_token)}/{method}"
    async with session.post(url, json=values) as answer:
        body = await answer.json(content_type=None)
        return body if isinstance(body, dict) else {}, answer.headers.get("Date")
