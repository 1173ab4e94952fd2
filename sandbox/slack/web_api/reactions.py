"""reactions.*, pins.add and bookmarks.add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.slack import messages
from sandbox.slack.errors import ApiError

if TYPE_CHECKING:
    from sandbox.slack.state import Channel, Json, World
    from sandbox.slack.web_api.call import Call, Method


def react(world: World, channel: Channel, ts: str, name: str, user: str) -> None:
    """Add a reaction and tell the app.

    Raises:
        ApiError: ``already_reacted`` or ``invalid_name``.

    """
    name = name.strip(":")
    if not name:
        raise ApiError("invalid_name")
    message = channel.messages[ts]
    found = next((r for r in message.setdefault("reactions", []) if r["name"] == name), None)
    if found is None:
        found = {"name": name, "users": [], "count": 0}
        message["reactions"].append(found)
    if user in found["users"]:
        raise ApiError("already_reacted")
    found["users"].append(user)
    found["count"] += 1
    _tell(world, channel, message, "reaction_added", name, user)


def unreact(world: World, channel: Channel, ts: str, name: str, user: str) -> None:
    """Take a reaction back and tell the app.

    Raises:
        ApiError: ``no_reaction``.

    """
    name, message = name.strip(":"), channel.messages[ts]
    found = next((r for r in message.get("reactions", []) if r["name"] == name and user in r["users"]), None)
    if found is None:
        raise ApiError("no_reaction")
    found["users"].remove(user)
    found["count"] -= 1
    message["reactions"] = [r for r in message["reactions"] if r["users"]]
    _tell(world, channel, message, "reaction_removed", name, user)


def _tell(world: World, channel: Channel, message: Json, kind: str, name: str, user: str) -> None:
    item = {"type": "message", "channel": channel.id, "ts": message["ts"]}
    event: Json = {"type": kind, "user": user, "reaction": name, "item": item}
    if "user" in message:
        event["item_user"] = message["user"]
    messages.system_event(world, channel, event)


def _found(call: Call, ts_name: str = "timestamp") -> tuple[Channel, str]:
    channel, ts = call.channel(), call.needed(ts_name)
    if ts not in channel.messages:
        raise ApiError("message_not_found")
    if channel.is_archived:
        raise ApiError("is_archived")
    if not call.is_member(channel):
        raise ApiError("not_in_channel")
    return channel, ts


async def add(call: Call) -> Json:
    """React as the bot."""
    channel, ts = _found(call)
    react(call.world, channel, ts, call.needed("name"), call.world.app.bot_user_id)
    return {}


async def remove(call: Call) -> Json:
    """Take the bot's reaction back."""
    channel, ts = _found(call)
    unreact(call.world, channel, ts, call.needed("name"), call.world.app.bot_user_id)
    return {}


async def get(call: Call) -> Json:
    """Return a message with its reactions."""
    channel, ts = _found(call)
    return {"type": "message", "channel": channel.id, "message": messages.public(channel.messages[ts])}


async def pin(call: Call) -> Json:
    """Pin a message."""
    channel, ts = _found(call)
    if ts in channel.pins:
        raise ApiError("already_pinned")
    channel.pins.append(ts)
    return {}


async def bookmark(call: Call) -> Json:
    """Put a link in the channel's header."""
    channel = call.channel("channel_id")
    if not call.is_member(channel):
        raise ApiError("not_in_channel")
    if call.needed("type") == "link" and not call.text("link"):
        raise ApiError("invalid_link")
    mark = {"id": call.world.new_id("Bk"), "channel_id": channel.id, "title": call.needed("title")}
    mark |= {"type": call.text("type"), "link": call.text("link"), "emoji": call.text("emoji")}
    channel.bookmarks.append(mark)
    return {"bookmark": mark}


METHODS: dict[str, tuple[Method, str]] = {
    "reactions.add": (add, "reactions:write"),
    "reactions.remove": (remove, "reactions:write"),
    "reactions.get": (get, "reactions:read"),
    "pins.add": (pin, "pins:write"),
    "bookmarks.add": (bookmark, "bookmarks:write"),
}
