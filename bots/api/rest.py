"""The REST application of Cutr's platform: version 1 under `/v1`, its OpenAPI document and a page to read it."""

from __future__ import annotations

import secrets
from typing import Any

import structlog
from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

from bots.api import events, exports, files, orders, people, plans, problems, reads
from bots.api.describing import document as described
from bots.api.desk import Desk
from bots.api.documentation import page
from bots.api.gate import Gate
from bots.texts import say

log = structlog.get_logger("cutr.api")


def rest_app(desk: Desk, token: str) -> ASGIApp:
    """The application to be mounted at `/api`. Raises ValueError for an empty token."""
    app = FastAPI(title="Cutr orders", version="1", openapi_url=None, docs_url=None, redoc_url=None)
    for routes in (people, orders, plans, files, reads, events, exports):
        app.include_router(routes.router(desk), prefix="/v1")
    problems.add_handlers(app)
    app.add_exception_handler(500, _bug)
    app.add_exception_handler(Exception, _bug)

    @app.get("/openapi.json", include_in_schema=False)
    async def document() -> dict[str, Any]:
        return described(app)

    @app.get("/docs", include_in_schema=False)
    async def documentation() -> HTMLResponse:
        headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
        return HTMLResponse(page(described(app)), headers=headers)

    return Gate(app, token)


async def _bug(_: Request, error: Exception) -> Response:
    reference = secrets.token_hex(4).upper()
    log.error("api.trouble", reference=reference, exc_info=error)
    return problems.problem(500, "bug", say("api-bug", reference=reference))
