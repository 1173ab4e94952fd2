"""REST: the webhooks that were sent, wait or were given up, and how to have them again."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Query, Request
from starlette.responses import Response

from bots.api import answers, records
from bots.api.bodies import ReplayBody
from bots.api.desk import Desk, IdempotencyKey, as_platform
from bots.api.orders import wanted
from bots.api.problems import Problem
from bots.api.reads import Limit, Words
from bots.api.shape import told
from core.commands import ReplayHooks
from core.dispatch import Dispatcher
from core.handlers.hooks import ENDPOINT
from core.outbox import UNFINISHED, PostingState
from core.ports import Store

Wanted = Annotated[ReplayBody, Body(default_factory=ReplayBody)]
Kind = Annotated[Literal["failed", "waiting"], Query(alias="state")]
STATES = {"failed": frozenset({PostingState.FAILED}), "waiting": UNFINISHED}


def router(desk: Desk) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter(tags=["Webhooks"])

    @routes.get("/webhooks", response_model=None, responses=told(records.Webhooks))
    async def list_webhooks(kind: Kind = "failed", cursor: Words = None, limit: Limit = 50) -> dict[str, Any]:
        """Webhooks that were given up (`failed`) or are on their way (`waiting`), oldest first."""
        if cursor is not None and not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):
            raise Problem(422, "bad-cursor")
        after = int(cursor or 0)

        def job(store: Store) -> dict[str, Any]:
            found = store.outbox.find(place_id=ENDPOINT, state=STATES[kind])
            rest = sorted((one for one in found if one.seq > after), key=lambda one: one.seq)
            page = rest[:limit]
            return {
                "webhooks": [answers.hook(one) for one in page],
                "next_cursor": str(page[-1].seq) if len(rest) > limit else None,
                "total": len(found),
            }

        return await desk.database.read(job)

    @routes.post("/webhooks/replay", status_code=200, responses=told(records.Replayed))
    async def replay(request: Request, body: Wanted, key: IdempotencyKey = None) -> Response:
        """Send webhooks again: all that were given up, or these `ids`, or everything `since` an instant.

        Each keeps its `webhook-id`; an order's events go in their order.
        """

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            order_id = wanted(store, body.reference).order.id if body.reference else None
            made = as_platform(store, dispatcher, ReplayHooks(tuple(body.ids), order_id, body.since))
            return {"replayed": len(made)}

        return await desk.post(request, key, act, status=200)

    return routes
