"""The app's manifest, made of the command catalogue: what an administrator pastes when creating the app.

Shapes and limits are those of Slack's manifest schema (platforms.md 1.12).
"""

from __future__ import annotations

from typing import Any

from bots.catalogue import SHORTCUTS, rows
from bots.texts import say
from core.chats import Platform

Json = dict[str, Any]
NAME = "Cutr orders"
BOT_SCOPES = (
    "channels:history", "channels:read", "chat:write", "chat:write.customize", "commands", "files:read", "files:write",
    "groups:history", "groups:read", "im:write", "reactions:write", "usergroups:read", "users:read",
)  # fmt: skip
BOT_EVENTS = (
    "app_home_opened", "app_uninstalled", "channel_archive", "channel_deleted", "channel_left", "channel_shared",
    "channel_unshared", "group_archive", "group_deleted", "group_left", "member_left_channel", "message.channels",
    "message.groups", "subteam_members_changed", "tokens_revoked", "user_change",
)  # fmt: skip


def manifest(public_url: str | None) -> Json:
    """The manifest as data. Without a public address everything arrives by Socket Mode."""
    address = f"{public_url.rstrip('/')}/slack/events" if public_url else None
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": NAME,
            "description": say("slack-app-description"),
            "background_color": "#1d3557",
        },
        "features": _features(address),
        "oauth_config": {"scopes": {"bot": list(BOT_SCOPES)}},
        "settings": _settings(address),
    }


def _features(address: str | None) -> Json:
    commands = [
        {
            "command": f"/{row.name}",
            "description": row.says(),
            "usage_hint": row.usage,
            "should_escape": False,
            **({"url": address} if address else {}),
        }
        for row in rows(Platform.SLACK)
        if row.listed
    ]
    shortcuts = [
        {"name": say(row.label_key), "type": "message", "callback_id": row.name, "description": say(row.text_key)}
        for row in SHORTCUTS
    ]
    return {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": True},
        "bot_user": {"display_name": NAME, "always_online": True},
        "shortcuts": shortcuts,
        "slash_commands": commands,
    }


def _settings(address: str | None) -> Json:
    to = {"request_url": address} if address else {}
    options = {"message_menu_options_url": address} if address else {}
    return {
        "event_subscriptions": {"bot_events": list(BOT_EVENTS), **to},
        "interactivity": {"is_enabled": True, **to, **options},
        "org_deploy_enabled": False,
        "socket_mode_enabled": address is None,
        "token_rotation_enabled": False,
    }
