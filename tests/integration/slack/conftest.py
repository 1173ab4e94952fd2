"""Our Slack room against a sandbox Slack over true HTTP, with the real rules over a store in dictionaries."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bots.app.attempts import Attempts
from bots.app.worker import Worker
from bots.outgoing import Sender, Sent
from bots.slack.account import SlackAccount
from bots.slack.door import SlackDoor
from bots.slack.sender import SlackSender
from core.chats import Audience, Place, Platform
from core.dispatch import Dispatcher
from core.handlers.copies import SHUFFLE_PAUSE
from core.orders import Order
from core.parcels import Parcel
from core.people import Actor, Partner
from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.serve import Served
from sandbox.slack import SlackSandbox
from storage.paces import Paces
from tests.support.desk import Desk, a_house
from tests.support.fake_store import FakeStore


@dataclass
class FakeTelegram:
    """A Telegram that takes everything."""

    parcels: list[Parcel] = field(default_factory=list)

    async def send(self, parcel: Parcel) -> Sent:
        self.parcels.append(parcel)
        number = str(1000 + len(self.parcels))
        return Sent((number,), thread=number if parcel.posting.kind == "OpenPlace" else None)

    async def look_up(self, parcel: Parcel) -> Sent | None:
        return None

    def words(self) -> list[str]:
        """What people wrote that arrived there."""
        return [p.message.body.plain() for p in self.parcels if p.posting.kind == "DeliverMessage" and p.message]


@dataclass
class StaffRoom:
    """Everything of one test: the strange Slack, our room, the rules, and the worker."""

    slack: SlackSandbox
    faults: FaultPlan
    clock: SandboxClock
    account: SlackAccount
    door: SlackDoor
    desk: Desk
    worker: Worker
    telegram: FakeTelegram
    channel: str

    async def settle(self) -> None:
        """Every event delivered, every reply said, everything sent that may go now."""
        for _ in range(2):
            await self.slack.settled()
            await self.account.settle()
            # Words wait a moment for what was written before them.
            self.clock.advance(SHUFFLE_PAUSE)
            await self.worker.drain()

    async def assigned(self, reference: str = "REF-1", **more: object) -> tuple[Order, Partner, Actor]:
        """An order at a partner, its threads and topics open."""
        partner = self.desk.partner()
        jan = self.desk.member(partner)
        order = self.desk.order(reference, **more)
        await self.door.room.dispatcher.dispatch(_assign(order, partner), _ANNA)
        await self.settle()
        return order, partner, jan

    def place(self, order: Order, audience: Audience, platform: Platform = Platform.SLACK) -> Place:
        return self.desk.place(order, audience, platform)

    def thread(self, order: Order, audience: Audience) -> list[dict[str, Any]]:
        """The messages of an order's thread, root first."""
        return self.slack.thread(self.channel, str(self.place(order, audience).thread))

    async def press(self, user: str, message: dict[str, Any], verb: str) -> Any:
        """Press the button of that verb on a message."""
        action = next(a for a in actions_of(message) if a.split("|")[0] == verb)
        return await self.slack.click(user, self.channel, message["ts"], action)

    async def form(self, user: str) -> dict[str, Any]:
        """The modal on top."""
        views = await self.slack.wait_for(lambda: self.slack.open_views(user))
        return dict(views[-1])

    def told(self, user: str) -> str:
        """What the last ephemeral message said."""
        return str(self.slack.ephemerals(user)[-1]["text"])


_ANNA = Actor("staff", "slack:U0ANNA00001", "Anna de Vries")  # type: ignore[arg-type]


def _assign(order: Order, partner: Partner) -> Any:
    from core.commands import AssignOrder

    return AssignOrder(order.id, partner.id)


def actions_of(message: dict[str, Any]) -> list[str]:
    """The action ids of a message's or view's buttons."""
    found = [e for block in message["blocks"] for e in [*block.get("elements", ()), block.get("accessory") or {}]]
    return [e["action_id"] for e in found if "action_id" in e]


@pytest_asyncio.fixture
async def room() -> AsyncIterator[StaffRoom]:
    clock, faults = SandboxClock(), FaultPlan()
    slack = SlackSandbox(clock, Ledger(clock), faults)
    slack.timing.trigger_seconds = 30.0
    async with Served(slack.app) as served:
        slack.world.public_url = served.url
        made = _room(slack, faults, clock)
        endpoint = Route("/slack/events", _endpoint(made.door), methods=["POST"])
        async with Served(Starlette(routes=[endpoint])) as ours:
            await slack.configure_app(request_url=f"{ours.url}/slack/events")
            yield made
            await slack.close()
            await made.account.close()


def _room(slack: SlackSandbox, faults: FaultPlan, clock: SandboxClock) -> StaffRoom:
    app, channel = slack.settings, slack.world.channel("orders").id
    account = SlackAccount(app.bot_token, app.signing_secret, f"{slack.world.public_url}/api/", app.app_token)
    desk = Desk(store=FakeStore(Paces(60_000, 60_000, 60_000)))
    house = replace(a_house(), orders_channel=channel, mail_enabled=False)
    desk.dispatcher = Dispatcher(desk.database, house, clock.now)
    telegram = FakeTelegram()
    senders: dict[Platform, Sender] = {Platform.SLACK: SlackSender(account, clock.now), Platform.TELEGRAM: telegram}
    worker = Worker(desk.database, desk.dispatcher, Attempts(senders, clock.now, lambda: 0.0), clock.now, "w1")
    door = SlackDoor(
        desk.dispatcher, desk.database, account, clock.now, invite_link=lambda c: f"https://t.me/b?start={c}"
    )
    return StaffRoom(slack, faults, clock, account, door, desk, worker, telegram, channel)


def _endpoint(door: SlackDoor) -> Any:
    async def endpoint(request: Request) -> Response:
        status, headers, body = await door.handle_http(dict(request.headers), await request.body())
        return Response(body, status, headers)

    return endpoint
