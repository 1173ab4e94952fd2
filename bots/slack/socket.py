"""Socket Mode: the same updates over a WebSocket, each acknowledged only after its effect is committed.

An update that is not acknowledged is delivered again (platforms.md 1.14). Reconnecting is slack_sdk's; here only the
first connection is tried again and again.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bots.slack.account import SlackAccount

log = logging.getLogger("cutr.slack")
Take = Callable[[dict[str, Any], bytes], Awaitable[tuple[int, dict[str, str], bytes]]]
_FIRST_WAIT_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 60.0


async def run_socket(slack: SlackAccount, take: Take, stop: asyncio.Event) -> None:
    """Receive until `stop` is set. Raises ValueError without an app-level token."""
    if not slack.app_token:
        raise ValueError("Socket Mode needs SLACK_APP_TOKEN")
    client = SocketModeClient(app_token=slack.app_token, web_client=slack.client)

    async def on_request(_client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        await _receive(client, take, request)

    client.socket_mode_request_listeners.append(on_request)
    try:
        await _connect(client, stop)
        await stop.wait()
    finally:
        await client.close()  # type: ignore[no-untyped-call]


async def _connect(client: SocketModeClient, stop: asyncio.Event) -> None:
    wait = _FIRST_WAIT_SECONDS
    while not stop.is_set():
        try:
            await client.connect()  # type: ignore[no-untyped-call]
            return
        except (TimeoutError, aiohttp.ClientError, SlackApiError) as error:
            log.warning("slack.socket_unreachable", extra={"error": type(error).__name__, "wait": wait})
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)
        wait = min(wait * 2, _LONGEST_WAIT_SECONDS)


async def _receive(client: SocketModeClient, take: Take, request: SocketModeRequest) -> None:
    raw = json.dumps(request.payload, sort_keys=True).encode()
    status, headers, body = await take(dict(request.payload), raw)
    if status != 200:
        log.warning("slack.socket_not_acknowledged", extra={"status": status})
        return
    payload: dict[str, Any] | str | None = body.decode() or None
    if payload and "json" in headers.get("content-type", ""):
        payload = json.loads(body)
    response = SocketModeResponse(envelope_id=request.envelope_id, payload=payload)
    await client.send_socket_mode_response(response)
