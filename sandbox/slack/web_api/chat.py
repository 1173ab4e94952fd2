"""chat.*: posting, updating, deleting, ephemeral messages and permalinks (platforms.md 1.7)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sandbox.slack import messages
from sandbox.slack.blocks import message_problems
from sandbox.slack.errors import ApiError
from sandbox.slack.state import SLACKBOT
from sandbox.slack.text import MAX_TEXT, as_stored

if TYPE_CHECKING:
    from sandbox.slack.state import Channel, Json
    from sandbox.slack.web_api.call import Call, Method

MAX_UPDATE, MAX_MARKDOWN, MAX_ATTACHMENTS, MAX_METADATA = 4_000, 12_000, 100, 8_000
_DISGUISE = ("username", "icon_url", "icon_emoji")


def content(call: Call) -> Json:
    """Return the checked text, blocks, attachments and metadata of a posting call.

    Raises:
        ApiError: ``no_text``, ``invalid_blocks``, ``invalid_blocks_format``, ``markdown_text_conflict``,
            ``msg_too_long``, ``too_many_attachments``, ``invalid_metadata_format``, ``metadata_too_large``.

    """
    blocks = call.parsed("blocks", "invalid_blocks_format")
    attachments = call.parsed("attachments", "invalid_attachments")
    markdown, text = call.text("markdown_text"), call.text("text")
    if markdown and (text or blocks):
        raise ApiError("markdown_text_conflict")
    if len(markdown) > MAX_MARKDOWN:
        raise ApiError("msg_too_long")
    if not (text or blocks or attachments or markdown):
        raise ApiError("no_text")
    if attachments and len(attachments) > MAX_ATTACHMENTS:
        raise ApiError("too_many_attachments")
    refuse_bad_blocks(blocks)
    body: Json = {"text": as_stored(text or markdown)}
    body.update({"blocks": blocks} if blocks else {}, **({"attachments": attachments} if attachments else {}))
    return body | _metadata(call)


def refuse_bad_blocks(blocks: Any) -> None:
    """Raise ``invalid_blocks`` with Slack's list of what is wrong, if anything is."""
    found = message_problems(blocks) if blocks else []
    if found:
        shown = [f"[ERROR] {problem}" for problem in found]
        raise ApiError("invalid_blocks", errors=found, response_metadata={"messages": shown})


def _metadata(call: Call) -> Json:
    metadata = call.parsed("metadata", "invalid_metadata_format")
    if metadata is None:
        return {}
    if not isinstance(metadata, dict) or set(metadata) - {"event_type", "event_payload", "entities"}:
        raise ApiError("invalid_metadata_format")
    if "entities" not in metadata and not (metadata.get("event_type") and "event_payload" in metadata):
        raise ApiError("invalid_metadata_format")
    if len(json.dumps(metadata)) > MAX_METADATA:
        raise ApiError("metadata_too_large")
    return {"metadata": metadata}


def as_bot(call: Call) -> Json:
    """Return who a message is from: the bot user, or the name it took (then without ``user``, platforms.md 1.7)."""
    app = call.world.app
    base: Json = {"bot_id": app.bot_id, "app_id": app.app_id}
    disguise = {name: call.text(name) for name in _DISGUISE if call.text(name)}
    if not disguise:
        profile = {"id": app.bot_id, "app_id": app.app_id, "name": app.name, "deleted": False, "icons": {}}
        return {**base, "user": app.bot_user_id, "bot_profile": {**profile, "team_id": call.world.team_id}}
    call.require_scope("chat:write.customize")
    icons = {"emoji": disguise["icon_emoji"]} if "icon_emoji" in disguise else {}
    icons |= {"image_48": disguise["icon_url"]} if "icon_url" in disguise else {}
    return {**base, "subtype": "bot_message", "username": disguise.get("username", app.name), "icons": icons}


def target(call: Call) -> Channel:
    """Return where to post: a conversation, a ``#name``, or a person's direct messages.

    Raises:
        ApiError: ``channel_not_found``, ``is_archived`` or ``not_in_channel``.

    """
    wanted, world = call.needed("channel"), call.world
    if wanted in world.users:
        disguised = any(call.text(name) for name in _DISGUISE)
        return world.direct(wanted, SLACKBOT if disguised else None)
    named = next((c.id for c in world.channels.values() if c.name and c.name == wanted.lstrip("#")), wanted)
    channel = world.channels.get(named)
    if channel is None or (channel.is_private and not call.is_member(channel)):
        raise ApiError("channel_not_found")
    if channel.is_archived:
        raise ApiError("is_archived")
    if not call.is_member(channel) and "chat:write.public" not in world.app.scopes:
        raise ApiError("not_in_channel")
    return channel


def thread_of(call: Call, channel: Channel) -> str:
    """Return the root's ts for the ``thread_ts`` argument, empty when there is none.

    Raises:
        ApiError: ``thread_not_found``.

    """
    wanted = call.text("thread_ts")
    root = messages.thread_root(channel, wanted) if wanted else ""
    if root is None or (root and root not in channel.messages):
        raise ApiError("thread_not_found")
    return root


async def post_message(call: Call) -> Json:
    """Post; text above 40,000 characters is cut, not refused."""
    body = content(call)
    channel = target(call)
    thread_ts = thread_of(call, channel)
    broadcast = "broadcast" if thread_ts and call.flag("reply_broadcast") else ""
    whole = {**as_bot(call), **body}
    message = messages.post(call.world, channel, whole, thread_ts=thread_ts, broadcast=broadcast)
    answer: Json = {"channel": channel.id, "ts": message["ts"], "message": messages.public(message)}
    if len(call.text("text")) > MAX_TEXT:
        answer["response_metadata"] = {"warnings": ["message_truncated"]}
    return answer


def _own(call: Call, error: str) -> tuple[Channel, str]:
    channel, ts = call.channel(), call.needed("ts")
    message = channel.messages.get(ts)
    if message is None or message.get("subtype") == "tombstone":
        raise ApiError("message_not_found")
    if message.get("bot_id") != call.world.app.bot_id:
        raise ApiError(error)
    if channel.is_archived:
        raise ApiError("is_archived" if error == "cant_delete_message" else "is_inactive")
    return channel, ts


async def update(call: Call) -> Json:
    """Replace an own message; blocks left out are dropped when text is given (platforms.md 1.7)."""
    if len(call.text("text")) > MAX_UPDATE:
        raise ApiError("msg_too_long")
    channel, ts = _own(call, "cant_update_message")
    changes: Json = {"blocks": None, "attachments": None, **content(call)}
    if not call.text("text") and not call.text("markdown_text"):
        changes.pop("text")
    editor = call.world.app.bot_user_id
    message = messages.edit(call.world, channel, ts, changes, editor)
    return {"channel": channel.id, "ts": ts, "text": message["text"], "message": messages.public(message)}


async def delete(call: Call) -> Json:
    """Remove an own message."""
    channel, ts = _own(call, "cant_delete_message")
    messages.delete(call.world, channel, ts)
    return {"channel": channel.id, "ts": ts}


async def post_ephemeral(call: Call) -> Json:
    """Show a message to one member; it is kept nowhere and cannot be updated."""
    body = content(call)
    channel = target(call)
    user = call.needed("user")
    if user not in channel.members:
        raise ApiError("user_not_in_channel")
    thread_ts = thread_of(call, channel)
    whole = {**as_bot(call), **body, **({"thread_ts": thread_ts} if thread_ts else {})}
    return {"message_ts": messages.ephemeral(call.world, channel, user, whole)["ts"]}


async def get_permalink(call: Call) -> Json:
    """Return a message's web address."""
    channel, ts = call.channel(), call.needed("message_ts")
    if ts not in channel.messages:
        raise ApiError("message_not_found")
    root = channel.messages[ts].get("thread_ts", ts)
    query = "" if root == ts else f"?thread_ts={root}&cid={channel.id}"
    link = f"https://{call.world.domain}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}{query}"
    return {"channel": channel.id, "permalink": link}


METHODS: dict[str, tuple[Method, str]] = {
    "chat.postMessage": (post_message, "chat:write"),
    "chat.update": (update, "chat:write"),
    "chat.delete": (delete, "chat:write"),
    "chat.postEphemeral": (post_ephemeral, "chat:write"),
    "chat.getPermalink": (get_permalink, ""),
}
