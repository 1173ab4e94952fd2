"""REST: bringing orders in, offering and assigning them, and the steps of their life."""

from __future__ import annotations

from typing import Annotated, Any, assert_never

from fastapi import APIRouter, Body, Request
from starlette.responses import Response

from bots.api import answers, shapes
from bots.api.bodies import AssignmentBody, LinkBody, OffersBody, OrderBody, StatusBody
from bots.api.desk import Desk, IdempotencyKey, as_platform
from bots.api.shape import told
from core.commands import (
    Approve,
    AssignOrder,
    Cancel,
    Command,
    CreateOrder,
    MarkDelivered,
    MarkReady,
    OfferOrder,
    RenewCustomerLink,
    Reopen,
    RevokeCustomerLink,
)
from core.dispatch import Dispatcher
from core.orders import Order, Status
from core.ports import Store
from core.refusals import ReasonNeeded, UnknownOrder
from core.views import OrderView, order_view, view_by_reference

Link = Annotated[LinkBody, Body(default_factory=LinkBody)]


def router(desk: Desk) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter(tags=["Orders"])

    @routes.post("/orders", status_code=201, responses=told(shapes.Order, 201))
    async def create_order(request: Request, body: OrderBody, key: IdempotencyKey = None) -> Response:
        """A new order in draft."""
        values = body.model_dump(exclude={"price"})
        price = None if body.price is None else f"{body.price:f}"
        values |= {"price": price, "folders": tuple(body.folders), "parts": tuple(body.parts)}

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            return shown(desk, store, as_platform(store, dispatcher, CreateOrder(**values)).id)

        return await desk.post(request, key, act)

    @routes.post("/orders/{reference}/offers", status_code=201, responses=told(shapes.Offers, 201))
    async def offer(request: Request, reference: str, body: OffersBody, key: IdempotencyKey = None) -> Response:
        """Offer the order to partners."""

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            order = wanted(store, reference).order
            command = OfferOrder(order.id, tuple(dict.fromkeys(body.partner_ids)), body.answer_within_hours)
            made = as_platform(store, dispatcher, command)
            return {"reference": order.reference, "offers": [answers.offer(it) for it in made]}

        return await desk.post(request, key, act)

    @routes.post("/orders/{reference}/assignment", status_code=201, responses=told(shapes.Order, 201))
    async def assign(request: Request, reference: str, body: AssignmentBody, key: IdempotencyKey = None) -> Response:
        """Give the order to one partner; 72 hours for the to-dos count from `assigned_at`."""

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            order = wanted(store, reference).order
            as_platform(store, dispatcher, AssignOrder(order.id, body.partner_id, body.assigned_at))
            return shown(desk, store, order.id)

        return await desk.post(request, key, act)

    @routes.post("/orders/{reference}/status", status_code=200, responses=told(shapes.Order))
    async def step(request: Request, reference: str, body: StatusBody, key: IdempotencyKey = None) -> Response:
        """Make a step of the order's life: the same guards as in chat."""

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            order = wanted(store, reference).order
            as_platform(store, dispatcher, step_of(order, body))
            return shown(desk, store, order.id)

        return await desk.post(request, key, act, status=200)

    _add_customer_link(routes, desk)
    return routes


def _add_customer_link(routes: APIRouter, desk: Desk) -> None:
    @routes.post("/orders/{reference}/customer-link", status_code=200, responses=told(shapes.CustomerLink))
    async def customer_link(request: Request, reference: str, body: Link, key: IdempotencyKey = None) -> Response:
        """A new link for the customer: earlier links and open pages stop working at once.

        `renew` mails it to the customer, `revoke` tells nobody.
        """

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            order_id = wanted(store, reference).order.id
            ask = RenewCustomerLink(order_id) if body.action == "renew" else RevokeCustomerLink(order_id)
            order = as_platform(store, dispatcher, ask)
            return {"reference": order.reference, "customer_url": desk.customer_url(order)}

        return await desk.post(request, key, act, status=200)


def step_of(order: Order, body: StatusBody) -> Command:
    """The command that leads this order to the wanted status. Raises `ReasonNeeded` for an override without one."""
    reason = body.reason or ""
    match body.status:
        case "ready" if order.status in {Status.DELIVERED, Status.FEEDBACK_RECEIVED}:
            return Reopen(order.id, Status.READY, reason)
        case "ready":
            if body.override and not reason.strip():
                raise ReasonNeeded("override")
            return MarkReady(order.id, body.at, reason if body.override else None)
        case "delivered" if order.status is Status.FEEDBACK_RECEIVED:
            return Reopen(order.id, Status.DELIVERED, reason)
        case "delivered":
            return MarkDelivered(order.id, signed_slip=True, at=body.at)
        case "approved":
            return Approve(order.id, body.reason, body.at)
        case "in_production":
            return Reopen(order.id, Status.IN_PRODUCTION, reason)
        case "cancelled":
            return Cancel(order.id, reason)
        case _ as never:
            assert_never(never)


def wanted(store: Store, reference: str) -> OrderView:
    """The order with this reference. Raises `UnknownOrder`."""
    view = view_by_reference(store, reference) if reference.isprintable() else None
    if view is None:
        raise UnknownOrder(reference[:60])
    return view


def shown(desk: Desk, store: Store, order_id: str) -> dict[str, Any]:
    """The order as it stands in this transaction."""
    view = order_view(store, order_id)
    assert view is not None, "an order that was just changed is there"
    return answers.order(view, desk.customer_url)
