"""Events: which kind goes where. People's words are read in bots/slack/messages.py, the Home tab is bots/slack/home.py.

Everything that nobody here knows is answered 200 and changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bots.slack import home, messages
from bots.slack.updates import Room, Update
from core.chats import Platform
from core.commands import AlertStaff
from core.people import CLOCK

Json = dict[str, Any]
GONE = frozenset({
    "channel_archive", "group_archive", "channel_deleted", "group_deleted", "channel_left", "group_left",
})  # fmt: skip
SHARED = frozenset({
    "channel_shared", "shared_channel_invite_sent", "shared_channel_invite_received", "shared_channel_invite_accepted",
    "shared_channel_invite_approved",
})  # fmt: skip


async def handle(room: Room, update: Update) -> Json | None:
    """Handle one event. Raises `SlackAway`, `StorageAway`, `Refusal`."""
    event, kind = update.event, update.type
    if kind == "message":
        await messages.handle(room, update)
    elif kind == "app_home_opened":
        await home.opened(room, update)
    elif kind in GONE or (kind == "member_left_channel" and event.get("user") == (await room.slack.me()).user_id):
        await _alert(room, update, "channel_gone", _channel(event))
    elif kind in SHARED or kind == "channel_unshared":
        room.slack.channels.forget(_channel(event))
        if kind in SHARED:
            await _alert(room, update, "channel_shared_outside", _channel(event))
    elif kind in {"app_uninstalled", "tokens_revoked"}:
        await _alert(room, update, "slack_revoked", "")
    elif kind in {"user_change", "team_join", "subteam_members_changed", "subteam_updated"}:
        _forget_people(room, event)
    return None


def _channel(event: Mapping[str, Any]) -> str:
    channel = event.get("channel")
    return str(channel.get("id") or "") if isinstance(channel, Mapping) else str(channel or "")


def _forget_people(room: Room, event: Mapping[str, Any]) -> None:
    user = event.get("user")
    room.slack.staff.forget(str(user.get("id")) if isinstance(user, Mapping) else None)


async def _alert(room: Room, update: Update, key: str, channel: str) -> None:
    """Tell staff, if anything of ours lives in that channel."""
    ours = not channel or channel == room.dispatcher.house.orders_channel
    if not ours:
        ours = bool(await room.database.read(lambda s: s.places.find(platform=Platform.SLACK, channel=channel)))
    if ours:
        await room.dispatcher.dispatch(AlertStaff(key, channel), CLOCK, update.receipt())
