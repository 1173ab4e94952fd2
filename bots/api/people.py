"""REST: partners, their members, customers."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from bots.api import answers, shapes
from bots.api.bodies import CustomerBody, MemberBody, PartnerBody
from bots.api.desk import Desk, IdempotencyKey, as_platform
from bots.api.problems import Problem
from bots.api.shape import told
from core.commands import AddCustomer, AddMember, AddPartner
from core.dispatch import Dispatcher
from core.people import MemberRole
from core.ports import Store


def router(desk: Desk) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter(tags=["People"])

    @routes.post("/partners", status_code=201, responses=told(shapes.Partner, 201))
    async def add_partner(request: Request, body: PartnerBody, key: IdempotencyKey = None) -> Response:
        """A new production partner."""

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            return answers.partner(as_platform(store, dispatcher, AddPartner(**body.model_dump())))

        return await desk.post(request, key, act)

    @routes.post("/partners/{partner_id}/members", status_code=201, responses=told(shapes.InvitedMember, 201))
    async def add_member(request: Request, partner_id: str, body: MemberBody, key: IdempotencyKey = None) -> Response:
        """A new member; without a Telegram id the answer carries a deep link that works once."""
        values = {**body.model_dump(), "role": MemberRole(body.role)}
        bot = desk.bot_name()
        if body.telegram_user_id is None and not bot:
            raise Problem(503, "bot-unknown")

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            member, code = as_platform(store, dispatcher, AddMember(partner_id=partner_id, **values))
            link = {"invite_url": f"https://t.me/{bot}?start={code}"} if code else {}
            return {**answers.member(member), **link}

        return await desk.post(request, key, act)

    @routes.post("/customers", status_code=201, responses=told(shapes.Customer, 201))
    async def add_customer(request: Request, body: CustomerBody, key: IdempotencyKey = None) -> Response:
        """A new customer."""

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            return answers.customer(as_platform(store, dispatcher, AddCustomer(**body.model_dump())))

        return await desk.post(request, key, act)

    return routes
