"""REST: everything that only looks: orders, timeline, messages. Files are in `bots.api.files`."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from bots.api import answers, records, shapes
from bots.api.desk import Desk
from bots.api.orders import wanted
from bots.api.problems import Problem
from bots.api.shape import told
from core.chats import Audience
from core.orders import Status
from core.ports import OrderFilter, Store

Limit = Annotated[int, Query(ge=1, le=100)]
Words = Annotated[str | None, Query(max_length=200)]


def router(desk: Desk) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter(tags=["Reading"])

    @routes.get("/orders", response_model=None, responses=told(shapes.Orders))
    async def list_orders(
        status: Status | None = None, partner_id: Words = None, q: Words = None, cursor: Words = None, limit: Limit = 50
    ) -> dict[str, Any]:
        """Orders, newest first; `next_cursor` leads to the next page and is null at the end."""
        if any(word is not None and not word.isprintable() for word in (partner_id, q, cursor)):
            raise Problem(422, "invalid")
        which = OrderFilter(status=status, partner_id=partner_id, text=q.strip() or None if q else None)

        def job(store: Store) -> dict[str, Any]:
            try:
                page = store.search.orders(which, cursor, limit)
            except ValueError:
                raise Problem(422, "bad-cursor") from None
            found = [order for order_id in page.ids if (order := store.orders.get(order_id))]
            return {"orders": [answers.summary(it) for it in found], "next_cursor": page.after, "total": page.total}

        return await desk.database.read(job)

    @routes.get("/orders/{reference}", response_model=None, responses=told(shapes.Order))
    async def get_order(reference: str) -> dict[str, Any]:
        """One order with its to-dos, deadlines, milestones, chats and the customer's link."""
        return await desk.database.read(lambda store: answers.order(wanted(store, reference), desk.customer_url))

    _add_histories(routes, desk)
    return routes


def _add_histories(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/orders/{reference}/timeline", response_model=None, responses=told(list[records.Entry]))
    async def timeline(reference: str) -> list[dict[str, Any]]:
        """Everything that happened, oldest first, each entry chained to the one before it."""

        def job(store: Store) -> list[dict[str, Any]]:
            order = wanted(store, reference).order
            entries = sorted(store.entries.find(order_id=order.id), key=lambda it: it.seq)
            return [answers.entry(it) for it in entries]

        return await desk.database.read(job)

    @routes.get("/orders/{reference}/messages", response_model=None, responses=told(list[records.Message]))
    async def messages(reference: str, chat: Audience) -> list[dict[str, Any]]:
        """The messages of one of the two chats, oldest first."""

        def job(store: Store) -> list[dict[str, Any]]:
            order = wanted(store, reference).order
            found = store.messages.find(order_id=order.id, audience=chat)
            written = sorted(found, key=lambda it: (it.sent_at, it.recorded_at))
            return [answers.message(it) for it in written]

        return await desk.database.read(job)
