"""files.*: the three-step upload, info and delete (platforms.md 1.10)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sandbox.slack import files, messages
from sandbox.slack.errors import ApiError
from sandbox.slack.text import as_stored
from sandbox.slack.web_api.chat import as_bot, refuse_bad_blocks, thread_of

if TYPE_CHECKING:
    from sandbox.slack.state import Channel, Json, StoredFile
    from sandbox.slack.web_api.call import Call, Method

MAX_CHANNELS = 100
_sharing: set[asyncio.Task[None]] = set()


async def get_upload_url(call: Call) -> Json:
    """Hand out an upload address for exactly ``length`` bytes."""
    name, length = call.needed("filename"), call.needed("length")
    if not length.isdigit() or length == "0":
        raise ApiError("invalid_arguments")
    world = call.world
    stored = files.add_file(world, world.app.bot_user_id, name, None, int(length))
    stored.upload_key = world.new_id("UP") + stored.id
    return {"upload_url": world.url(f"upload/v1/{stored.upload_key}"), "file_id": stored.id}


async def complete_upload(call: Call) -> Json:
    """Finish uploads and share them a moment later; the answer names no message (platforms.md 1.10)."""
    uploads = [_uploaded(call, item) for item in _items(call)]
    channels = [_shareable(call, name) for name in _channel_ids(call)]
    if call.text("thread_ts") and len(channels) != 1:
        raise ApiError("invalid_arguments")
    thread_ts = thread_of(call, channels[0]) if channels else ""
    comment = call.text("initial_comment")
    blocks = None if comment else call.parsed("blocks", "invalid_blocks")
    refuse_bad_blocks(blocks)
    body = {**as_bot(call), "text": as_stored(comment), "subtype": "file_share"}
    body |= {"blocks": blocks} if blocks else {}
    task = asyncio.create_task(files.share_soon(call.world, uploads, channels, body, thread_ts))
    _sharing.add(task)
    task.add_done_callback(_sharing.discard)
    return {"files": [files.as_json(call.world, stored) for stored in uploads]}


def _channel_ids(call: Call) -> list[str]:
    names = call.listed("channels") or [name for name in [call.text("channel_id")] if name]
    if len(names) > MAX_CHANNELS:
        raise ApiError("invalid_arguments")
    return names


def _items(call: Call) -> list[Json]:
    items = call.parsed("files", "invalid_arguments")
    if not isinstance(items, list) or not items or not all(isinstance(i, dict) and i.get("id") for i in items):
        raise ApiError("invalid_arguments")
    return items


def _uploaded(call: Call, item: Json) -> StoredFile:
    stored = call.world.files.get(str(item["id"]))
    if stored is None or stored.content is None or stored.deleted:
        raise ApiError("file_not_found")
    stored.title = str(item.get("title") or stored.name)
    return stored


def _shareable(call: Call, name: str) -> Channel:
    channel = call.world.channels.get(name)
    if name in call.world.users:
        channel = call.world.direct(name)
    if channel is None or (channel.is_private and not call.is_member(channel)):
        raise ApiError("channel_not_found")
    if channel.is_archived:
        raise ApiError("is_archived")
    if not call.is_member(channel):
        raise ApiError("not_in_channel")
    return channel


async def info(call: Call) -> Json:
    """Describe a file, with the messages that carry it under ``shares``."""
    return {"file": files.as_json(call.world, _known(call)), "comments": [], "response_metadata": {"next_cursor": ""}}


async def delete(call: Call) -> Json:
    """Delete an own file; its messages keep a tombstone entry."""
    stored = _known(call)
    if stored.user != call.world.app.bot_user_id:
        raise ApiError("cant_delete_file")
    stored.deleted, stored.content = True, None
    for channel_id, stamps in stored.shares.items():
        channel = call.world.channels[channel_id]
        for ts in stamps:
            if ts in channel.messages:
                shown = [_tombstone(f) if f["id"] == stored.id else f for f in channel.messages[ts]["files"]]
                messages.edit(call.world, channel, ts, {"files": shown})
    return {}


def _known(call: Call) -> StoredFile:
    stored = call.world.files.get(call.needed("file"))
    if stored is None:
        raise ApiError("file_not_found")
    if stored.deleted:
        raise ApiError("file_deleted")
    return stored


def _tombstone(shown: Json) -> Json:
    return {"id": shown["id"], "mode": "tombstone"}


METHODS: dict[str, tuple[Method, str]] = {
    "files.getUploadURLExternal": (get_upload_url, "files:write"),
    "files.completeUploadExternal": (complete_upload, "files:write"),
    "files.info": (info, "files:read"),
    "files.delete": (delete, "files:write"),
}
