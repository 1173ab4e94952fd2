"""Socket Mode: one-time addresses, hello, envelopes to one socket at a time, acks, disconnects (platforms.md 1.14).

When to redeliver is decided in ``delivery``, for both transports alike.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from starlette.websockets import WebSocketDisconnect

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from sandbox.slack.state import Json, World

MAX_SOCKETS = 10


class Sockets:
    """The sockets an app has open, used in turn."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tickets: set[str] = set()
        self._open: list[WebSocket] = []
        self.ever_open = False
        self._waiting: dict[str, asyncio.Future[Json]] = {}

    @property
    def count(self) -> int:
        """Return how many sockets are open."""
        return len(self._open)

    def new_ticket(self) -> str:
        """Return a ticket for one connection."""
        ticket = self._world.new_id("ticket")
        self._tickets.add(ticket)
        return ticket

    async def endpoint(self, socket: WebSocket) -> None:
        """Serve one socket from hello to its end; without an unused ticket it is refused."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets:
            await socket.close(4003)
            return
        self._tickets.discard(ticket)
        await socket.accept()
        if len(self._open) >= MAX_SOCKETS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": _DEBUG})
            await socket.close()
            return
        await self._serve(socket)

    async def send(self, kind: str, payload: Json, *, attempt: int = 0, reason: str = "") -> Json | None:
        """Send one envelope and return its ack, or None when none came in time.

        kind: events_api, interactive or slash_commands.
        """
        if not self._open:
            return None
        socket = self._open.pop(0)
        self._open.append(socket)
        envelope_id = self._world.new_id("envelope")
        envelope: Json = {"envelope_id": envelope_id, "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind != "events_api"
        envelope |= {"retry_attempt": attempt, "retry_reason": reason} if kind == "events_api" else {}
        waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = waiting
        try:
            async with asyncio.timeout(self._world.timing.answer_seconds):
                await socket.send_json(envelope)
                return await waiting
        except (TimeoutError, RuntimeError, WebSocketDisconnect):
            return None
        finally:
            del self._waiting[envelope_id]

    async def disconnect(self, reason: str) -> None:
        """Tell every socket to go; ``warning`` leaves them open for now, the other reasons close them."""
        for socket in list(self._open):
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": _DEBUG})
                if reason != "warning":
                    self._forget(socket)
                    await socket.close()

    async def _serve(self, socket: WebSocket) -> None:
        self._open.append(socket)
        self.ever_open = True
        self._world.changed()
        app = {"app_id": self._world.app.app_id}
        hello = {"type": "hello", "num_connections": len(self._open), "connection_info": app}
        try:
            await socket.send_json({**hello, "debug_info": {**_DEBUG, "approximate_connection_time": 3600}})
            while True:
                self._acknowledge(await socket.receive_json())
        except (WebSocketDisconnect, RuntimeError):
            return
        finally:
            self._forget(socket)

    def _acknowledge(self, frame: Json) -> None:
        waiting = self._waiting.get(str(frame.get("envelope_id")))
        if waiting is not None and not waiting.done():
            waiting.set_result(frame)

    def _forget(self, socket: WebSocket) -> None:
        if socket in self._open:
            self._open.remove(socket)
            self._world.changed()


_DEBUG = {"host": "sandbox", "build_number": 1}
