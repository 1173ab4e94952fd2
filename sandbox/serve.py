"""Runs any ASGI application on a free loopback port inside the running event loop.

For tests and the demo only: no workers, no signal handling, no reload.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING, Any, Self

import uvicorn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType


class _QuietServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.leaving = asyncio.Event()

    async def main_loop(self) -> None:
        """Tick as uvicorn does, but end at once when asked to: tests start and stop many servers."""
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.leaving.wait(), 0.1)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave Ctrl-C to the process that embeds us: uvicorn would take it over and stop only itself."""
        yield


class Served:
    """``async with Served(app) as served:`` serves until the block is left; ``served.url`` has no trailing slash."""

    def __init__(self, app: Any, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((host, port))
        self.host = host
        self.port: int = self._socket.getsockname()[1]
        self._server = _QuietServer(
            uvicorn.Config(
                app,
                log_config=None,
                log_level="critical",
                access_log=False,
                lifespan="auto",
                ws="websockets-sansio",
                timeout_graceful_shutdown=1,
            )
        )
        self._task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Return the address as ``http://host:port``."""
        return f"http://{self.host}:{self.port}"

    async def __aenter__(self) -> Self:
        """Start serving and return once connections are accepted.

        Raises:
            RuntimeError: when the application refused to start.
        """
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]))
        while not self._server.started:
            if self._task.done():
                self._task.result()
                msg = "the application did not start"
                raise RuntimeError(msg)
            await asyncio.sleep(0.005)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving; connections still open are closed after one second."""
        self._server.should_exit = True
        self._server.leaving.set()
        if self._task is not None:
            await self._task
        self._socket.close()


class HangUp:
    """An ASGI answer that closes the connection without a byte, as a platform does when it dies after an effect."""

    async def __call__(self, _scope: Any, receive: Any, send: Any) -> None:
        """Abort the transport; behind a server that hides it, send a body shorter than announced."""
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        if transport is not None:
            transport.abort()
            return
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})
