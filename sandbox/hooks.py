"""A stranger who takes webhooks: keeps what came, byte for byte, and answers as it is told.

It checks nothing: whether a signature is right is for whoever reads.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from datetime import datetime

    from starlette.requests import Request

    from sandbox.clock import SandboxClock


@dataclass(frozen=True)
class ReceivedHook:
    """One request: `at` on the sandbox clock (aware UTC), headers in small letters, and what was answered."""

    at: datetime
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    status: int

    @property
    def told(self) -> dict[str, Any]:
        """Return the body read as JSON."""
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class HookFault:
    """Trouble for requests about `reference` (any when empty), `times` times.

    status: what to answer; 0 never answers until `release`. retry_after: the header of that name.
    location: where a redirect points. endless: a body that never ends.
    """

    status: int
    reference: str = ""
    times: int = 1
    retry_after: str = ""
    location: str = ""
    endless: bool = False


class HookSandbox:
    """An ASGI application at any path; `taken` are the requests answered with 2xx, in order of arrival."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._faults: list[HookFault] = []
        self._released = asyncio.Event()
        self.requests: list[ReceivedHook] = []
        self.app = Starlette(routes=[Route("/{path:path}", self._receive, methods=["POST", "GET"])])

    @property
    def taken(self) -> list[ReceivedHook]:
        """Return what was answered with 2xx."""
        return [one for one in self.requests if 200 <= one.status < 300]

    def add_fault(self, fault: HookFault) -> None:
        """Put one more fault at the end of the plan."""
        self._faults.append(fault)

    def clear_faults(self) -> None:
        """Forget faults that have not struck."""
        self._faults.clear()

    def release(self) -> None:
        """Let every request go that is kept waiting."""
        self._released.set()

    async def _receive(self, request: Request) -> Response:
        body = await request.body()
        fault = self._take(body)
        status = 204 if fault is None else fault.status
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.requests.append(ReceivedHook(self._clock.now(), headers, body, status))
        if fault is None:
            return Response(status_code=204)
        if not status:
            await self._released.wait()
            return Response(status_code=500)
        named = {"Retry-After": fault.retry_after, "Location": fault.location}
        answered = {name: value for name, value in named.items() if value}
        if fault.endless:
            return StreamingResponse(_for_ever(), status, answered)
        return Response("as planned", status, answered)

    def _take(self, body: bytes) -> HookFault | None:
        for fault in self._faults:
            if not fault.reference or f'"reference":"{fault.reference}"'.encode() in body:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None


async def _for_ever() -> AsyncIterator[bytes]:
    while True:
        yield b"x" * 65_536
        await asyncio.sleep(0)
