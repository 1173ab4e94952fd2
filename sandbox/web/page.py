"""The page as one application: the frame, its files, the four panes, and the stream that says what changed."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from sandbox.web.desk import DeskPane, Hands, Plans
from sandbox.web.mail_pane import MailPane
from sandbox.web.slack_pane import Menu, SlackPane
from sandbox.web.telegram_pane import TelegramPane

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.ledger import Ledger
    from sandbox.mail import MailSandbox
    from sandbox.slack import SlackSandbox
    from sandbox.telegram import TelegramSandbox

HERE: Final = Path(__file__).parent
LOOK_SECONDS: Final = 0.08
BEAT_SECONDS: Final = 5.0
POLICY: Final = (
    "default-src 'self'; img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*; style-src 'self';"
    " frame-src 'self' http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'"
)


class Playground:
    """What the page needs of the sandbox, and the routes over it."""

    def __init__(
        self, slack: SlackSandbox, telegram: TelegramSandbox, mail: MailSandbox, menu: Menu, hands: Hands
    ) -> None:
        self._slack, self._telegram, self._mail = slack, telegram, mail
        self._clock: SandboxClock = slack.world.clock
        self._ledger: Ledger = slack.world.ledger
        self._slack_pane, self._telegram_pane = SlackPane(slack, menu), TelegramPane(telegram)
        self._mail_pane = MailPane(mail)
        plans = Plans(slack.world.faults, telegram.faults)
        self._desk = DeskPane(self._clock, self._ledger, plans, telegram, mail, hands)
        self._templates = Jinja2Templates(HERE / "templates")
        self._hands = hands

    def routes(self) -> list[BaseRoute]:
        """All routes of the page."""
        return [
            Route("/", self._index),
            Route("/live", self._live),
            Mount("/static", StaticFiles(directory=HERE / "static")),
            *self._slack_pane.routes(),
            *self._telegram_pane.routes(),
            *self._mail_pane.routes(),
            *self._desk.routes(),
        ]

    async def _index(self, request: Request) -> Response:
        await self._hands.ready()
        start = {"slack": self._slack_pane.people(), "telegram": self._telegram_pane.people()}
        shown = {"start": start}
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        return self._templates.TemplateResponse(request, "page.html", shown, headers=headers)

    def _versions(self) -> dict[str, int]:
        offset = round(self._clock.time() - time.time())
        return {
            "slack": self._slack.world.version,
            "telegram": self._telegram.world.version,
            "mail": len(self._mail.messages),
            "desk": len(self._ledger.entries()) + offset,
        }

    async def _live(self, _request: Request) -> Response:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._changes(), media_type="text/event-stream", headers=headers)

    async def _changes(self) -> AsyncIterator[str]:
        """One event per change of anything, at most a dozen a second, and a beat that shows a dead connection."""
        told: dict[str, int] = {}
        silent = 0.0
        while True:
            versions = self._versions()
            if versions != told or silent >= BEAT_SECONDS:
                told, silent = versions, 0.0
                yield f"data: {json.dumps(versions | {'now': self._clock.now().isoformat()})}\n\n"
            await asyncio.sleep(LOOK_SECONDS)
            silent += LOOK_SECONDS


def playground(
    slack: SlackSandbox,
    telegram: TelegramSandbox,
    mail: MailSandbox,
    *,
    menu: Menu | None = None,
    hands: Hands | None = None,
) -> Starlette:
    """The page's application over these three, which share one clock and one ledger."""
    page = Playground(slack, telegram, mail, menu or Menu(), hands or Hands())
    hosts = ["127.0.0.1", "localhost", "[::1]"]
    return Starlette(
        routes=page.routes(),
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts)],
        exception_handlers={404: _missing, Exception: _broken},
    )


async def _missing(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("There is nothing here. The page is at /.", 404)


async def _broken(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"error": "The sandbox itself broke on this. Reload the page and try something else."}, 500)
