"""conversations.*: what the bot may see of channels, joining, inviting, and reading back messages."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from sandbox.slack import messages
from sandbox.slack.errors import ApiError

if TYPE_CHECKING:
    from sandbox.slack.state import Channel, Json
    from sandbox.slack.web_api.call import Call, Method

_NAME = re.compile(r"[a-z0-9_\-À-ɏ]{1,80}")
_TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
_FAMILY = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}


def scope_for(channel: Channel, what: str) -> str:
    """Return the scope for a kind of conversation, such as ``groups:history``."""
    return f"{_FAMILY[channel.event_type]}:{what}"


def as_json(call: Call, channel: Channel) -> Json:
    """Return the conversation object."""
    kind = channel.event_type
    base: Json = {"id": channel.id, "created": channel.created, "is_archived": channel.is_archived}
    if kind == "im":
        others = [user for user in channel.members if user != call.world.app.bot_user_id]
        return {**base, "is_im": True, "is_open": True, "is_org_shared": False, "user": (others or [""])[0]}
    return {
        **base,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": kind == "channel",
        "is_group": kind == "group",
        "is_im": False,
        "is_mpim": kind == "mpim",
        "is_private": channel.is_private,
        "is_general": False,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_pending_ext_shared": channel.is_pending_ext_shared,
        "is_member": call.is_member(channel),
        "creator": "",
        "context_team_id": call.world.team_id,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def of_types(call: Call) -> list[Channel]:
    """Return the conversations of the ``types`` argument, each type needing its scope."""
    found: list[Channel] = []
    for name in call.listed("types") or ["public_channel"]:
        if name not in _TYPES:
            raise ApiError("invalid_types")
        kind = _TYPES[name]
        call.require_scope(f"{_FAMILY[kind]}:read")
        found += [c for c in call.world.channels.values() if c.event_type == kind]
    return [c for c in found if not (c.is_archived and call.flag("exclude_archived"))]


async def listing(call: Call) -> Json:
    """List what the bot can see: public channels, and private ones it is in."""
    seen = [c for c in of_types(call) if not c.is_private or call.is_member(c)]
    page, metadata = call.page(seen)
    return {"channels": [as_json(call, c) for c in page], "response_metadata": metadata}


async def info(call: Call) -> Json:
    """Describe one conversation."""
    channel = call.channel()
    call.require_scope(scope_for(channel, "read"))
    return {"channel": as_json(call, channel)}


async def members(call: Call) -> Json:
    """List who is in a conversation."""
    channel = call.channel()
    call.require_scope(scope_for(channel, "read"))
    page, metadata = call.page(sorted(channel.members))
    return {"members": page, "response_metadata": metadata}


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.require_scope(scope_for(channel, "history"))
    if not call.is_member(channel):
        raise ApiError("not_in_channel")
    return channel


def _shown(call: Call, rows: list[Json]) -> list[Json]:
    if call.flag("include_all_metadata"):
        return copy.deepcopy(rows)
    return [messages.public(row) for row in rows]


def _within(call: Call, ts: str) -> bool:
    inclusive = call.flag("inclusive")
    stamp = float(ts)
    oldest, latest = float(call.text("oldest") or 0), float(call.text("latest") or "inf")
    return oldest < stamp < latest or (inclusive and stamp in (oldest, latest))


async def history(call: Call) -> Json:
    """Return the channel's messages, newest first, replies only when broadcast."""
    channel = _readable(call)
    rows = [m for m in channel.messages.values() if m.get("thread_ts", m["ts"]) == m["ts"] or "root" in m]
    rows = [m for m in reversed(rows) if _within(call, m["ts"])]
    page, metadata = call.page(rows)
    more = bool(metadata["next_cursor"])
    answer = {"messages": _shown(call, page), "has_more": more, "pin_count": len(channel.pins)}
    return {**answer, **({"response_metadata": metadata} if more else {})}


async def replies(call: Call) -> Json:
    """Return a thread, its root first; the root comes with every page's first call, as on Slack."""
    channel = _readable(call)
    root = messages.thread_root(channel, call.needed("ts"))
    if root is None or root not in channel.messages:
        raise ApiError("thread_not_found")
    under = [m for m in messages.replies(channel, root) if _within(call, m["ts"])]
    page, metadata = call.page([channel.messages[root], *under], 1000)
    more = bool(metadata["next_cursor"])
    return {"messages": _shown(call, page), "has_more": more, **({"response_metadata": metadata} if more else {})}


async def join(call: Call) -> Json:
    """Make the bot a member of a public channel."""
    channel = call.channel()
    if channel.is_archived:
        raise ApiError("is_archived")
    if channel.is_private:
        raise ApiError("method_not_supported_for_channel_type")
    already = call.is_member(channel)
    messages.join(call.world, channel, call.world.app.bot_user_id)
    return {"channel": as_json(call, channel), **({"warning": "already_in_channel"} if already else {})}


async def open_direct(call: Call) -> Json:
    """Open (or find) a direct message with one person, or a group message with up to eight."""
    if call.text("channel"):
        return {"channel": as_json(call, call.channel())}
    users = call.listed("users")
    if not users:
        raise ApiError("users_list_not_supplied")
    for user in users:
        if user not in call.world.users:
            raise ApiError("user_not_found")
    if any(call.world.users[user].is_bot for user in users):
        raise ApiError("cannot_dm_bot")
    if len(users) == 1:
        channel = call.world.direct(users[0])
    else:
        wanted = {*users, call.world.app.bot_user_id}
        same = (c for c in call.world.channels.values() if c.kind == "mpim" and c.members == wanted)
        channel = next(same, None) or call.world.new_channel("mpdm", "mpim", wanted, is_private=True)
    shown = as_json(call, channel) if call.flag("return_im") else {"id": channel.id}
    return {"channel": shown}


async def create(call: Call) -> Json:
    """Create a channel with the bot in it."""
    name = call.text("name")
    if not _NAME.fullmatch(name):
        raise ApiError("invalid_name" if name else "invalid_name_required")
    if any(c.name == name for c in call.world.channels.values()):
        raise ApiError("name_taken")
    private = call.flag("is_private")
    call.require_scope("groups:write" if private else "channels:manage")
    channel = call.world.new_channel(name, "channel", {call.world.app.bot_user_id}, is_private=private)
    return {"channel": as_json(call, channel)}


async def invite(call: Call) -> Json:
    """Bring people into a channel the bot is in."""
    channel, users = _managed(call), call.listed("users")
    if not users:
        raise ApiError("no_user")
    if any(user not in call.world.users for user in users):
        raise ApiError("user_not_found")
    if call.world.app.bot_user_id in users:
        raise ApiError("cant_invite_self")
    if all(user in channel.members for user in users):
        raise ApiError("already_in_channel")
    for user in users:
        messages.join(call.world, channel, user, inviter=call.world.app.bot_user_id)
    return {"channel": as_json(call, channel)}


async def kick(call: Call) -> Json:
    """Take somebody out of a channel."""
    channel, user = _managed(call), call.needed("user")
    if user == call.world.app.bot_user_id:
        raise ApiError("cant_kick_self")
    if user not in channel.members:
        raise ApiError("not_in_channel")
    messages.leave(call.world, channel, user)
    return {"errors": {}}


def _managed(call: Call) -> Channel:
    channel = call.channel()
    if channel.is_archived:
        raise ApiError("is_archived")
    if channel.kind == "im":
        raise ApiError("method_not_supported_for_channel_type")
    call.require_scope("groups:write" if channel.is_private else "channels:manage")
    if not call.is_member(channel):
        raise ApiError("not_in_channel")
    return channel


METHODS: dict[str, tuple[Method, str]] = {
    "conversations.list": (listing, ""),
    "conversations.info": (info, ""),
    "conversations.members": (members, ""),
    "conversations.history": (history, ""),
    "conversations.replies": (replies, ""),
    "conversations.join": (join, "channels:join"),
    "conversations.open": (open_direct, "im:write"),
    "conversations.create": (create, ""),
    "conversations.invite": (invite, ""),
    "conversations.kick": (kick, ""),
}
