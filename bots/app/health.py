"""`/healthz`, `/readyz`, `/metrics`: whether the process lives, whether it can work, and what it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bots.app import metrics
from bots.app.cupboard import try_store
from core.ports import Database, StorageAway
from core.shelf import FileStore

RETRY = {"Retry-After": "5"}


def routes(database: Database, files: FileStore, clock: Callable[[], datetime]) -> list[Route]:
    """The three routes; none of them tells anything about orders or people."""

    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def ready(_: Request) -> Response:
        checks: dict[str, object] = {}
        try:
            checks["queues"] = await database.read(lambda store: store.search.ages(clock()))
            checks["database"] = "ok"
        except StorageAway:
            checks["database"] = "away"
        checks["files"] = "away" if await try_store(files) else "ok"
        fine = checks["database"] == checks["files"] == "ok"
        status = {"status": "ok" if fine else "away", **checks}
        return JSONResponse(status, 200 if fine else 503, None if fine else RETRY)

    async def count(_: Request) -> Response:
        try:
            ages = await database.read(lambda store: store.search.ages(clock()))
        except StorageAway:
            ages = {}
        for what, value in ages.items():
            metrics.AGES.labels(what).set(value)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [
        Route("/healthz", alive, methods=["GET"]),
        Route("/readyz", ready, methods=["GET"]),
        Route("/metrics", count, methods=["GET"]),
    ]
