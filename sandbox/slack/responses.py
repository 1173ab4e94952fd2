"""What the app says back to a person: the body of its answer, and ``response_url`` posts (platforms.md 1.3, 1.4)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

from sandbox.slack import messages
from sandbox.slack.blocks import message_problems
from sandbox.slack.text import as_stored

if TYPE_CHECKING:
    from starlette.requests import Request

    from sandbox.slack.state import Channel, Json, ResponseUrl, World


def show(world: World, channel: Channel, user: str, body: Any) -> str:
    """Show an answer: ephemeral by default, ``in_channel`` when it says so; returns Slack's error or nothing."""
    answer: Json = {"text": body} if isinstance(body, str) else dict(body or {})
    if not answer.get("text") and not answer.get("blocks") and not answer.get("attachments"):
        return ""
    if message_problems(answer.get("blocks") or []):
        return "invalid_blocks"
    whole = _bot_message(world, answer)
    thread = str(answer.get("thread_ts") or "")
    if answer.get("response_type") == "in_channel":
        messages.post(world, channel, whole, thread_ts=thread if thread in channel.messages else "")
    else:
        messages.ephemeral(world, channel, user, {**whole, **({"thread_ts": thread} if thread else {})})
    return ""


async def receive(world: World, request: Request) -> Response:
    """Answer a POST to a response_url; after 5 uses or 30 minutes it is refused."""
    address = world.response_urls.get(str(request.path_params["key"]))
    raw = await request.body()
    body = _decoded(raw)
    error = "no_such_url" if address is None else _spent(world, address)
    if not error and body is None:
        error = "invalid_payload"
    if not error and address is not None and body is not None:
        address.uses += 1
        error = _apply(world, address, body)
    result = {"ok": False, "error": error} if error else {"ok": True}
    args = body or {}
    world.ledger.record(platform="slack", method="response_url", args=args, result=result, accepted=not error)
    world.changed()
    return JSONResponse(result, 404) if error else PlainTextResponse("ok")


def _spent(world: World, address: ResponseUrl) -> str:
    if world.clock.time() - address.issued_at > world.timing.response_url_seconds:
        return "expired_url"
    return "used_url" if address.uses >= world.timing.response_url_uses else ""


def _decoded(raw: bytes) -> Json | None:
    try:
        body = json.loads(raw)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def _apply(world: World, address: ResponseUrl, body: Json) -> str:
    channel = world.channels[address.channel]
    secret = next((m for m in world.ephemerals[address.user] if m["ts"] == address.message_ts), None)
    if body.get("delete_original"):
        return _remove(world, channel, address, secret)
    if body.get("replace_original"):
        return _replace(world, channel, address, secret, body)
    return show(world, channel, address.user, body)


def _remove(world: World, channel: Channel, address: ResponseUrl, secret: Json | None) -> str:
    if secret is not None:
        world.ephemerals[address.user].remove(secret)
    elif address.message_ts in channel.messages:
        messages.delete(world, channel, address.message_ts)
    return ""


def _replace(world: World, channel: Channel, address: ResponseUrl, secret: Json | None, body: Json) -> str:
    if message_problems(body.get("blocks") or []):
        return "invalid_blocks"
    kept = _bot_message(world, body)
    changes = {"text": kept["text"], "blocks": kept.get("blocks"), "attachments": kept.get("attachments")}
    if secret is not None:
        secret.update(changes)
        world.changed()
    elif address.message_ts in channel.messages:
        messages.edit(world, channel, address.message_ts, changes, world.app.bot_user_id)
    return ""


def _bot_message(world: World, body: Json) -> Json:
    app = world.app
    shown = {name: body[name] for name in ("blocks", "attachments") if body.get(name)}
    base = {"subtype": "bot_message", "bot_id": app.bot_id, "app_id": app.app_id, "username": app.name}
    message = {**base, "text": as_stored(str(body.get("text") or "")), **shown}
    messages.fill_block_ids(world, message)
    return message
