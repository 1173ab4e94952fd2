"""The HTTP face: `/bot<token>/<method>`, `/file/bot<token>/<path>` and `/_control/<act>`.

What calls do is in `dispatch.py`; what people do is in `acts_*.py`.
"""

import re
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from sandbox.telegram.args import read_args
from sandbox.telegram.control_http import ControlRoutes
from sandbox.telegram.dispatch import CUT_OFF, Answer, dispatch, refusal
from sandbox.telegram.errors import ApiError, not_found, unauthorized

if TYPE_CHECKING:
    from sandbox.telegram.sandbox import TelegramSandbox

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


class CutOff(Response):
    """Promises a body and never sends it, so that the connection breaks in the caller's hands."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Start an answer and leave."""
        del scope, receive  # nothing asked matters: the answer is cut off in any case
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})


def _respond(answer: Answer) -> Response:
    if answer.status == CUT_OFF:
        return CutOff()
    if isinstance(answer.body, str):
        return HTMLResponse(answer.body, answer.status)
    return JSONResponse(answer.body, answer.status, answer.headers)


class BotApi:
    """The routes of bots."""

    def __init__(self, sandbox: "TelegramSandbox") -> None:
        self._sandbox = sandbox

    async def call(self, request: Request) -> Response:
        """Answer one method call."""
        token = request.path_params["token"]
        bot = self._sandbox.world.bots.get(token)
        if bot is None:
            return _respond(refusal(unauthorized() if TOKEN.fullmatch(token) else not_found()))
        try:
            args = await read_args(request)
        except ApiError as error:
            return _respond(refusal(error))
        return _respond(await dispatch(self._sandbox.world, bot, request.path_params["method"], args))

    async def file(self, request: Request) -> Response:
        """Hand out a file through a link of the last hour."""
        bot = self._sandbox.world.bots.get(request.path_params["token"])
        if bot is None:
            return _respond(refusal(unauthorized()))
        data = self._sandbox.world.files.download(bot.id, request.path_params["path"])
        if data is None:
            return _respond(refusal(not_found()))
        return Response(data, media_type="application/octet-stream")


def make_app(sandbox: "TelegramSandbox") -> Starlette:
    """Return the application of one sandbox."""
    api, control = BotApi(sandbox), ControlRoutes(sandbox)
    both = ["GET", "POST"]
    return Starlette(
        routes=[
            Route("/bot{token}/test/{method}", api.call, methods=both),
            Route("/bot{token}/{method}", api.call, methods=both),
            Route("/file/bot{token}/{path:path}", api.file),
            Route("/_control/{act}", control.run, methods=both),
        ]
    )
