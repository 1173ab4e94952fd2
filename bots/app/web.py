"""The web application: webhooks, REST, the customer's page and the operators' routes, put together from their rooms."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import datetime
from typing import Any

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount

from bots.api.desk import Desk
from bots.api.problems import Problem
from bots.api.rest import rest_app
from bots.app import health, metrics
from bots.app.parts import Parts
from bots.app.webhooks import webhook
from bots.customer.desk import Desk as CustomerDesk
from bots.customer.gate import Gate
from bots.customer.page import OrderPage
from bots.customer.sessions import Sessions
from bots.customer.submissions import Reader
from bots.customer.uploads import Uploads
from core.files import SlipVersion
from core.views import OrderView

log = structlog.get_logger("cutr.web")
Asgi = Callable[
    [MutableMapping[str, Any], Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Awaitable[None]
]


def web_app(parts: Parts) -> Asgi:
    """Everything that is served over HTTP, over these parts."""
    desk = Desk(
        database=parts.database,
        dispatcher=parts.dispatcher,
        secret_key=parts.links.secret_key,
        customer_url=parts.links.url_for,
        bot_name=parts.bot_name,
        files=parts.files,
        slip_pdf=_slip_pdf,
    )
    routes: list[BaseRoute] = [
        *health.routes(parts.database, parts.files, parts.clock),
        *_order_page(parts).routes(),
        *Uploads(parts.database, parts.dispatcher, parts.files, parts.house.hash_code, parts.clock).routes(),
        Mount("/api", rest_app(desk, parts.api_token)),
    ]
    if parts.slack_door is not None and parts.slack_signed:
        routes.insert(0, webhook("/slack/events", parts.slack_door.handle_http))
    if parts.telegram_door is not None and parts.telegram_hooked:
        routes.insert(0, webhook("/telegram/webhook", parts.telegram_door.handle_http))
    return Starlette(routes=routes, exception_handlers={HTTPException: _http, Exception: _bug})


def _order_page(parts: Parts) -> OrderPage:
    """The customer's page; what they send is opened by the child processes."""
    from storage.images import PictureRoom

    parts.pictures = parts.pictures or PictureRoom()
    links = parts.links
    gate = Gate(parts.database, links, Sessions(links.secret_key, links.public_url.startswith("https:")), parts.clock)
    return OrderPage(
        gate, CustomerDesk(gate, parts.dispatcher, Reader(parts.files, parts.pictures)), parts.files
    )  # fmt: skip


def _slip_pdf(view: OrderView, slip: SlipVersion, bot_name: str, now: datetime) -> bytes:
    # The drawing library is loaded when somebody wants a drawing.
    from bots.app.papers import slip_pdf
    from storage.documents.fonts import MissingGlyph

    try:
        return slip_pdf(view, slip, bot_name, now)
    except MissingGlyph as lacking:
        raise Problem(422, "missing-glyph", signs=str(lacking)) from None


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return PlainTextResponse(str(error.detail), error.status_code, dict(error.headers or {}))


async def _bug(request: Request, error: Exception) -> Response:
    reference = secrets.token_hex(4).upper()
    metrics.TROUBLES.labels("web").inc()
    log.error("web.trouble", reference=reference, path=request.scope["path"][:80], exc_info=error)
    return PlainTextResponse(f"Something went wrong on our side. Reference: {reference}", 500)
