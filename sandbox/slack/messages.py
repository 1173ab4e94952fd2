"""Posting, editing and deleting messages, with thread bookkeeping and the events that follow (platforms.md 1.9).

Who may post where is decided by the callers: the Web API for the bot, ``control`` for people.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.slack.state import Channel, Json, World

_PRIVATE_FIELDS = ("metadata",)
_KEPT_BY_A_TOMBSTONE = ("ts", "thread_ts", "team", "reply_count", "reply_users")


def public(message: Json) -> Json:
    """Return a copy without what Slack only shows on request (message metadata)."""
    return copy.deepcopy({key: value for key, value in message.items() if key not in _PRIVATE_FIELDS})


def replies(channel: Channel, root: str) -> list[Json]:
    """Return the replies of a thread in order, without its root."""
    return [m for ts, m in channel.messages.items() if m.get("thread_ts") == root and ts != root]


def thread_root(channel: Channel, ts: str) -> str | None:
    """Return the ts of the thread a message belongs to (its own when it is no reply), or None when unknown."""
    message = channel.messages.get(ts)
    return None if message is None else str(message.get("thread_ts", ts))


def post(world: World, channel: Channel, body: Json, *, thread_ts: str = "", broadcast: str = "") -> Json:
    """Store a message, tell the app, and return the stored message.

    broadcast: non-empty when a thread reply is shown in the channel too; becomes subtype ``thread_broadcast``.
    """
    ts = world.next_ts(channel)
    message: Json = {"type": "message", **copy.deepcopy(body), "ts": ts, "team": world.team_id}
    fill_block_ids(world, message)
    if thread_ts:
        _join_thread(channel, message, thread_ts)
        if broadcast:
            message.update(subtype="thread_broadcast", root=public(channel.messages[thread_ts]))
    channel.messages[ts] = message
    _count_replies(channel, thread_ts)
    _tell(world, channel, {**public(message), "event_ts": ts})
    return message


def edit(world: World, channel: Channel, ts: str, changes: Json, editor: str = "") -> Json:
    """Change a message, tell the app by ``message_changed``, and return the stored message.

    editor: who is named in ``edited``; empty for changes nobody made, such as an unfurl.
    """
    message = channel.messages[ts]
    previous = public(message)
    for key, value in copy.deepcopy(changes).items():
        if value is None:
            message.pop(key, None)
        else:
            message[key] = value
    fill_block_ids(world, message)
    event_ts = world.next_ts(channel)
    if editor:
        message["edited"] = {"user": editor, "ts": event_ts}
    _tell_changed(world, channel, event_ts, public(message), previous)
    return message


def delete(world: World, channel: Channel, ts: str) -> None:
    """Remove a message; a thread root with replies leaves a tombstone and is told as ``message_changed``."""
    message = channel.messages[ts]
    previous = public(message)
    event_ts = world.next_ts(channel)
    if replies(channel, ts):
        kept: Json = {key: message[key] for key in _KEPT_BY_A_TOMBSTONE if key in message}
        grave = {"type": "message", "subtype": "tombstone", "hidden": True, "user": "USLACKBOT"}
        channel.messages[ts] = {**grave, "text": "This message was deleted.", **kept}
        _tell_changed(world, channel, event_ts, public(channel.messages[ts]), previous)
        return
    del channel.messages[ts]
    _count_replies(channel, str(previous.get("thread_ts", "")))
    event = {"type": "message", "subtype": "message_deleted", "hidden": True, "deleted_ts": ts}
    _tell(world, channel, {**event, "previous_message": previous, "ts": event_ts, "event_ts": event_ts})


def ephemeral(world: World, channel: Channel, user: str, body: Json) -> Json:
    """Record a message only one person sees and return it; no event, and it is not in the channel's history."""
    message = {"type": "message", **copy.deepcopy(body), "ts": world.next_ts(channel), "channel": channel.id}
    message.update(is_ephemeral=True, subtype=message.get("subtype", "bot_message"))
    fill_block_ids(world, message)
    world.ephemerals[user].append(message)
    world.changed()
    return message


def system_event(world: World, channel: Channel | None, event: Json) -> None:
    """Tell the app something that is not a message; fills ``event_ts``."""
    stamp = world.next_ts(channel) if channel else f"{world.clock.time():.6f}"
    world.emit({**event, "event_ts": stamp}, channel)
    world.changed()


def join(world: World, channel: Channel, user: str, inviter: str = "") -> None:
    """Make somebody a member, with Slack's join message and event."""
    if user in channel.members:
        return
    channel.members.add(user)
    extra: dict[str, Any] = {"inviter": inviter} if inviter else {}
    subtype = "group_join" if channel.is_private else "channel_join"
    post(world, channel, {"subtype": subtype, "user": user, "text": f"<@{user}> has joined the channel", **extra})
    kind = "G" if channel.is_private else "C"
    event = {"type": "member_joined_channel", "user": user, "channel": channel.id, "channel_type": kind}
    system_event(world, channel, {**event, "team": world.team_id, **extra})


def leave(world: World, channel: Channel, user: str) -> None:
    """End a membership, with Slack's event (told first when the bot itself leaves, as it would not hear it after)."""
    kind = "G" if channel.is_private else "C"
    event = {"type": "member_left_channel", "user": user, "channel": channel.id, "channel_type": kind}
    system_event(world, channel, {**event, "team": world.team_id})
    channel.members.discard(user)


def fill_block_ids(world: World, message: Json) -> None:
    for block in message.get("blocks") or []:
        block.setdefault("block_id", world.new_id("b"))


def _join_thread(channel: Channel, message: Json, thread_ts: str) -> None:
    root = channel.messages[thread_ts]
    message["thread_ts"] = root["thread_ts"] = thread_ts
    if "user" in root:
        message["parent_user_id"] = root["user"]


def _count_replies(channel: Channel, thread_ts: str) -> None:
    root = channel.messages.get(thread_ts)
    if root is None:
        return
    under = replies(channel, thread_ts)
    people = list(dict.fromkeys(m.get("user") or m.get("bot_id", "") for m in under))
    root.update(reply_count=len(under), reply_users=people, reply_users_count=len(people))
    if under:
        root["latest_reply"] = under[-1]["ts"]


def _tell(world: World, channel: Channel, event: Json) -> None:
    world.emit({**event, "channel": channel.id, "channel_type": channel.event_type}, channel)
    world.changed()


def _tell_changed(world: World, channel: Channel, event_ts: str, message: Json, previous: Json) -> None:
    event = {"type": "message", "subtype": "message_changed", "hidden": True, "message": message}
    _tell(world, channel, {**event, "previous_message": previous, "ts": event_ts, "event_ts": event_ts})
