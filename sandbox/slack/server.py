"""The sandbox Slack's addresses, as one Starlette application."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from sandbox.slack import files, responses
from sandbox.slack.control_http import ControlHttp
from sandbox.slack.web_api.dispatch import WebApi

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from sandbox.slack.rate_limits import RateLimits
    from sandbox.slack.sandbox import SlackSandbox

    Endpoint = Callable[[Request], Awaitable[Any]]


class _Learning:
    """An ASGI endpoint that notes the sandbox's own address before it answers.

    A class, not a function: Starlette hands ``receive`` through untouched, which hanging up needs.
    """

    def __init__(self, sandbox: SlackSandbox, endpoint: Endpoint) -> None:
        self._sandbox, self._endpoint = sandbox, endpoint

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        request = Request(scope, receive, send)
        world = self._sandbox.world
        # Not request.base_url: under a mount it names the outer application.
        here = request.url.replace(path=scope.get("root_path", ""), query="")
        world.public_url = world.public_url or str(here)
        response = await self._endpoint(request)
        await response(scope, receive, send)


def build_app(sandbox: SlackSandbox, limits: RateLimits) -> Starlette:
    """Return the application; it may be mounted under any path."""
    world = sandbox.world

    async def upload(request: Request) -> Any:
        return await files.receive_upload(world, request)

    async def download(request: Request) -> Any:
        return files.download(world, request)

    async def respond(request: Request) -> Any:
        return await responses.receive(world, request)

    async def index(_request: Request) -> Any:
        return PlainTextResponse("sandbox slack")

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        await sandbox.close()

    def route(path: str, endpoint: Endpoint, *methods: str) -> Route:
        return Route(path, _Learning(sandbox, endpoint), methods=list(methods) or None)

    routes = [
        route("/", index, "GET"),
        route("/api/{method}", WebApi(world, sandbox.sockets, limits).answer, "GET", "POST"),
        route("/upload/v1/{key}", upload, "POST", "PUT"),
        route("/files-pri/{file}/download/{name}", download, "GET"),
        route("/files-pri/{file}/{name}", download, "GET"),
        route("/response/{key}", respond, "POST"),
        route("/_control/{method}", ControlHttp(sandbox).answer, "GET", "POST"),
        WebSocketRoute("/link/", sandbox.sockets.endpoint),
    ]
    return Starlette(routes=routes, lifespan=lifespan)
