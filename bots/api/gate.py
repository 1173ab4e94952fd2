"""What a request must pass before anything reads it: the bearer token and the size of its body."""

from __future__ import annotations

import hmac
import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bots.api.problems import problem
from bots.texts import say

LARGEST_BYTES = 1_000_000
GUARDED = "/v1"
UPLOADS = re.compile(r"/v1/orders/[^/]+/files")


class Gate:
    """ASGI middleware. The token is compared in constant time, also when there is none in the request."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        if not token.strip():
            raise ValueError("an API without a token would be open to everybody")
        self.app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        inner = scope["path"].removeprefix(scope.get("root_path", ""))
        if inner.startswith(GUARDED) and not self._may_enter(headers.get(b"authorization", b"")):
            answer = problem(401, "unauthorized", say("api-unauthorized"), headers={"WWW-Authenticate": "Bearer"})
            await answer(scope, receive, send)
            return
        if scope["method"] == "POST" and UPLOADS.fullmatch(inner):
            # Files are read as they come, by who keeps them.
            await self.app(scope, receive, send)
            return
        body = await _read(receive, headers.get(b"content-length", b"0"))
        if body is None:
            await problem(413, "too-large", say("api-too-large"))(scope, receive, send)
            return
        await self.app(scope, _once(body, receive), send)

    def _may_enter(self, header: bytes) -> bool:
        scheme, _, given = header.partition(b" ")
        fits = hmac.compare_digest(given.strip(), self._token)
        return fits and scheme.lower() == b"bearer"


async def _read(receive: Receive, announced: bytes) -> bytes | None:
    """The whole body, or None when it is larger than the limit."""
    if announced.isdigit() and int(announced[:12]) > LARGEST_BYTES:
        return None
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > LARGEST_BYTES:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _once(body: bytes, receive: Receive) -> Receive:
    """A receive that gives the body that was read, and then what the server says."""
    unread = [body]

    async def again() -> Message:
        if unread:
            return {"type": "http.request", "body": unread.pop(), "more_body": False}
        return await receive()

    return again
