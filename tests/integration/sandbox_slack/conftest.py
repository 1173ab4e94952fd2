"""A sandbox Slack on a free port, a true Slack client for it, and a Bolt app that hears everything."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.serve import Served
from sandbox.slack import SlackSandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ANNA, ORDERS = "anna", "orders"


class HeardBot:
    """A Bolt app that keeps what it hears; tests hang their own listeners on ``bolt``."""

    def __init__(self, slack: SlackSandbox) -> None:
        self.slack = slack
        self.client = AsyncWebClient(
            slack.settings.bot_token, base_url=f"{slack.world.public_url}/api/", retry_handlers=[]
        )
        self.bolt = AsyncApp(
            client=self.client,
            token=slack.settings.bot_token,
            signing_secret=slack.settings.signing_secret,
            ignoring_self_events_enabled=False,
        )
        self.requests: list[dict[str, str]] = []
        self.events: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.bodies: list[dict[str, Any]] = []
        self.refusals: list[Response] = []  # answered first, one per request

    def listen(self) -> None:
        """Hear every event that no earlier listener took."""
        self.bolt.event(re.compile(".*"))(self._keep)

    def heard(self, kind: str, subtype: str | None = None) -> list[dict[str, Any]]:
        """Return the events of a type and subtype heard so far."""
        return [event for event in self.events[kind] if event.get("subtype") == subtype]

    def app(self) -> Starlette:
        """Return the bot's web server."""
        handler = AsyncSlackRequestHandler(self.bolt)

        async def endpoint(request: Request) -> Response:
            self.requests.append(dict(request.headers))
            return self.refusals.pop(0) if self.refusals else await handler.handle(request)

        return Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])

    async def _keep(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        self.events[event["type"]].append(event)
        self.bodies.append(body)


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock()


@pytest.fixture
def faults() -> FaultPlan:
    return FaultPlan()


@pytest_asyncio.fixture
async def slack(clock: SandboxClock, faults: FaultPlan) -> AsyncIterator[SlackSandbox]:
    sandbox = SlackSandbox(clock, Ledger(clock), faults)
    sandbox.timing.trigger_seconds = 30.0  # the machine may be slow; expiry is tested by moving the clock
    async with Served(sandbox.app) as served:
        sandbox.world.public_url = served.url
        yield sandbox


@pytest.fixture
def client(slack: SlackSandbox) -> AsyncWebClient:
    return AsyncWebClient(slack.settings.bot_token, base_url=f"{slack.world.public_url}/api/", retry_handlers=[])


@pytest_asyncio.fixture
async def bot(slack: SlackSandbox) -> AsyncIterator[HeardBot]:
    heard = HeardBot(slack)
    async with Served(heard.app()) as served:
        await slack.configure_app(request_url=f"{served.url}/slack/events")
        yield heard
        await slack.close()


@pytest.fixture
def orders(slack: SlackSandbox) -> str:
    return slack.world.channel(ORDERS).id
