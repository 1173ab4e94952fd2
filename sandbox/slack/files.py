"""Files: their JSON, the upload address, sharing as messages a moment later, and the download (platforms.md 1.10)."""

from __future__ import annotations

import asyncio
import mimetypes
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from sandbox.slack import messages
from sandbox.slack.state import StoredFile

if TYPE_CHECKING:
    from starlette.requests import Request

    from sandbox.slack.state import Channel, Json, World

_LOGIN_PAGE = "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to Slack</body></html>"


def add_file(world: World, user: str, name: str, content: bytes | None, length: int, title: str = "") -> StoredFile:
    """Store a file, or the promise of one when content is None, and return it."""
    mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    created = int(world.clock.time())
    stored = StoredFile(world.new_id("F"), name, title or name, user, mimetype, length, created, content=content)
    world.files[stored.id] = stored
    return stored


def as_json(world: World, stored: StoredFile) -> Json:
    """Return the full file object."""
    base = f"files-pri/{world.team_id}-{stored.id}"
    filetype = stored.name.rsplit(".", 1)[-1].lower() if "." in stored.name else "binary"
    public = {c: ts for c, ts in stored.shares.items() if not world.channels[c].is_private}
    private = {c: ts for c, ts in stored.shares.items() if world.channels[c].is_private}
    shown = {"public": _share_list(world, public), "private": _share_list(world, private)}
    return {
        "id": stored.id,
        "created": stored.created,
        "timestamp": stored.created,
        "name": stored.name,
        "title": stored.title,
        "mimetype": stored.mimetype,
        "filetype": filetype,
        "pretty_type": filetype.upper(),
        "user": stored.user,
        "user_team": world.team_id,
        "editable": False,
        "size": stored.length,
        "mode": "external" if stored.external_url else "hosted",
        "is_external": bool(stored.external_url),
        "external_type": "gdrive" if stored.external_url else "",
        "is_public": bool(public),
        "url_private": stored.external_url or world.url(f"{base}/{stored.name}"),
        "url_private_download": stored.external_url or world.url(f"{base}/download/{stored.name}"),
        "permalink": world.url(f"files/{stored.user}/{stored.id}/{stored.name}"),
        "has_rich_preview": False,
        "file_access": "visible",
        "shares": {kind: shares for kind, shares in shown.items() if shares},
        "channels": list(public),
        "groups": [c for c in private if world.channels[c].kind != "im"],
        "ims": [c for c in private if world.channels[c].kind == "im"],
    }


def as_event_json(world: World, stored: StoredFile, channel: Channel) -> Json:
    """Return the file as a message event shows it: a stub in a channel shared with another workspace."""
    if channel.is_ext_shared:
        stub = {"id": stored.id, "mode": "file_access", "file_access": "check_file_info"}
        return {**stub, "created": stored.created, "timestamp": stored.created, "user": stored.user}
    return as_json(world, stored)


def share(world: World, files: list[StoredFile], channel: Channel, body: Json, thread_ts: str) -> Json:
    """Post one message that carries the files and return it; their ``shares`` name it afterwards."""
    shown = [as_event_json(world, stored, channel) for stored in files]
    whole = {"subtype": "file_share", "upload": True, **body, "files": shown}
    message = messages.post(world, channel, whole, thread_ts=thread_ts)
    for stored in files:
        stored.shares.setdefault(channel.id, []).append(message["ts"])
    return message


async def share_soon(
    world: World, files: list[StoredFile], channels: list[Channel], body: Json, thread_ts: str
) -> None:
    """Share after Slack's processing time: the answer of completeUploadExternal comes first (platforms.md 1.10)."""
    await asyncio.sleep(world.timing.share_seconds)
    for channel in channels:
        share(world, files, channel, body, thread_ts)


async def receive_upload(world: World, request: Request) -> Response:
    """Take the bytes at an upload address, raw or as a form part, and answer ``OK - <n>``."""
    key = str(request.path_params["key"])
    stored = next((f for f in world.files.values() if f.upload_key == key), None)
    if stored is None or stored.content is not None:
        return PlainTextResponse("not found", status_code=404)
    content = await _uploaded(request)
    if len(content) != stored.length:
        return PlainTextResponse(f"length mismatch: {len(content)}", status_code=400)
    stored.content = content
    seen = {"file": stored.id, "length": len(content)}
    world.ledger.record(platform="slack", method="upload_url", args=seen, result={"ok": True}, accepted=True)
    world.changed()
    return PlainTextResponse(f"OK - {len(content)}")


def download(world: World, request: Request) -> Response:
    """Answer a download: the bytes, or with a bad token the login page and status 200, as Slack does."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    allowed = scheme.lower() == "bearer" and token == world.app.bot_token and "files:read" in world.app.scopes
    if not allowed:
        return HTMLResponse(_LOGIN_PAGE)
    stored = world.files.get(str(request.path_params["file"]).partition("-")[2])
    if stored is None or stored.deleted or stored.content is None:
        return HTMLResponse("<!DOCTYPE html><html><body>File not found</body></html>", status_code=404)
    return Response(stored.content, media_type=stored.mimetype)


async def _uploaded(request: Request) -> bytes:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    async with request.form() as form:
        for part in form.values():
            if not isinstance(part, str):
                return await part.read()
    return b""


def _share_list(world: World, shares: dict[str, list[str]]) -> dict[str, list[dict[str, Any]]]:
    listed: dict[str, list[dict[str, Any]]] = {}
    for channel_id, stamps in shares.items():
        channel = world.channels[channel_id]
        roots = [(ts, channel.messages.get(ts, {}).get("thread_ts")) for ts in stamps]
        listed[channel_id] = [{"ts": ts, "channel_name": channel.name, **_root(root)} for ts, root in roots]
    return listed


def _root(thread_ts: str | None) -> dict[str, str]:
    return {"thread_ts": thread_ts} if thread_ts else {}
