"""The doctor's look at Slack: token, scopes against our manifest, the channel, the clock (platforms.md 1)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from typing import Any

import aiohttp

from bots.app.findings import Finding, clock_skew
from bots.app.settings import Settings, shown

Answer = tuple[dict[str, Any], dict[str, str]]


async def check(
    settings: Settings, session: aiohttp.ClientSession, clock: Callable[[], datetime]
) -> AsyncIterator[Finding]:
    """Findings about Slack."""
    token = shown(settings.slack_bot_token)
    try:
        who, headers = await _call(settings, session, token, "auth.test")
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        fix = f"check the network way to {settings.slack_api_url} and SLACK_API_URL"
        yield Finding("Slack token", f"no answer ({type(error).__name__})", fix)
        return
    if not who.get("ok"):
        fix = "set SLACK_BOT_TOKEN to the bot token (xoxb-…) of the app's page 'OAuth & Permissions'"
        yield Finding("Slack token", str(who.get("error")), fix)
        return
    yield Finding("Slack token", f"{who.get('user')} in {who.get('team')}")
    yield clock_skew("Clock against Slack", headers.get("date"), clock())
    yield scopes(headers.get("x-oauth-scopes"), wanted_scopes())
    channel = settings.slack_orders_channel or ""
    info, _ = await _call(settings, session, token, "conversations.info", channel=channel)
    yield channel_finding(channel, info)
    if settings.slack_app_token is not None:
        opened, _ = await _call(settings, session, shown(settings.slack_app_token), "apps.connections.open")
        fix = "" if opened.get("ok") else "make an app-level token with connections:write, set SLACK_APP_TOKEN to it"
        yield Finding("Slack Socket Mode", "can be opened" if opened.get("ok") else str(opened.get("error")), fix)
    if settings.slack_staff_usergroup:
        group, _ = await _call(
            settings, session, token, "usergroups.users.list", usergroup=settings.slack_staff_usergroup
        )
        fix = "" if group.get("ok") else "set SLACK_STAFF_USERGROUP to the id (S…) of an enabled user group"
        told = f"{len(group.get('users') or ())} people" if group.get("ok") else str(group.get("error"))
        yield Finding("Slack staff group", told, fix)


def wanted_scopes() -> list[str]:
    """The bot scopes of our own manifest."""
    from bots.slack.manifest import manifest

    made: dict[str, Any] = manifest(None)
    return sorted(made["oauth_config"]["scopes"]["bot"])


def scopes(header: str | None, wanted: Iterable[str]) -> Finding:
    """What the token may do (the answer's `x-oauth-scopes`) against what the manifest asks for."""
    if header is None:
        return Finding("Slack scopes", "not told by this server")
    missing = sorted(set(wanted) - {scope.strip() for scope in header.split(",")})
    if missing:
        fix = "paste the output of `cutr slack-manifest` into the app's page 'App Manifest' and reinstall the app"
        return Finding("Slack scopes", f"missing {', '.join(missing)}", fix)
    return Finding("Slack scopes", "all there")


def channel_finding(channel: str, info: dict[str, Any]) -> Finding:
    """Whether the bot is in the channel, and the channel is ours alone (product decision 3)."""
    what = f"Slack channel {channel}"
    if not info.get("ok"):
        fix = "set SLACK_ORDERS_CHANNEL to the channel's id (C…) and invite the bot there"
        return Finding(what, str(info.get("error")), fix)
    found = info.get("channel") or {}
    if found.get("is_archived"):
        return Finding(what, "is archived", "unarchive it, or set SLACK_ORDERS_CHANNEL to another channel")
    if not found.get("is_member"):
        return Finding(what, "the bot is not in it", f"write `/invite @bot` in #{found.get('name', channel)}")
    if found.get("is_ext_shared") or found.get("is_pending_ext_shared"):
        fix = "use a channel that is not shared with other organisations: nothing is posted to a shared one"
        return Finding(what, "is shared outside", fix)
    return Finding(what, "the bot is in it and it is ours alone")


async def _call(settings: Settings, session: aiohttp.ClientSession, token: str, method: str, **values: str) -> Answer:
    headers = {"Authorization": f"Bearer {token}"}
    async with session.post(f"{settings.slack_api_url}{method}", data=values, headers=headers) as answer:
        body = await answer.json(content_type=None)
        return body if isinstance(body, dict) else {}, {name.lower(): value for name, value in answer.headers.items()}
