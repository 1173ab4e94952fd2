"""The two webhooks: the raw body with a limit in size and time, handed to the platform's door as it came.

The door verifies, commits and says what to answer (product decision 9); nothing is parsed here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bots.app import metrics
from core.ports import StorageAway

log = structlog.get_logger("cutr.web")
LARGEST_BYTES = 1_000_000
READ_SECONDS = 10.0
Answer = tuple[int, Mapping[str, str], bytes | str]
Door = Callable[[Mapping[str, str], bytes], Awaitable[Answer]]


def webhook(path: str, door: Door) -> Route:
    """The POST route that leads to this door."""

    async def receive(request: Request) -> Response:
        try:
            async with asyncio.timeout(READ_SECONDS):
                body = await _body(request)
        except (TimeoutError, ClientDisconnect):
            return Response(status_code=408)
        if body is None:
            return Response(status_code=413)
        try:
            status, headers, answer = await door(dict(request.headers), body)
        except StorageAway:
            # Not told "received": the platform delivers it again (reliability.md I34).
            metrics.TROUBLES.labels("web.storage_away").inc()
            log.warning("web.storage_away", path=path)
            return Response(status_code=503, headers={"Retry-After": "5"})
        return Response(answer, status, dict(headers))

    return Route(path, receive, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """The whole body, or None when it is larger than the limit."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced[:12]) > LARGEST_BYTES:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BYTES:
            return None
    return bytes(body)
