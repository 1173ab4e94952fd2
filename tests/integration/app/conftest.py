"""The web application on a real port over SQLite, without any platform behind it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog

from bots.app.house import house_of
from bots.app.parts import WEB, Parts
from bots.app.run import address_of, listen, serve
from bots.app.settings import Settings
from bots.customer.links import CustomerLinks
from core.dispatch import Dispatcher
from storage.database import open_database
from storage.files import open_file_store
from storage.migrating import migrate
from storage.paces import Paces

TOKEN = "token-of-the-platform"
KEY = "key-of-the-house"


@dataclass
class MovableClock:
    """An instant that only tests move."""

    now: datetime = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


class KnownBot:
    """As much of a Telegram account as the web role needs when nothing is sent."""

    username = "cutr_bot"

    async def start(self) -> None: ...

    async def set_menu(self) -> None: ...

    async def set_webhook(self, public_url: str) -> None: ...

    async def close(self) -> None: ...


@dataclass
class Web:
    """The running application and a client for it."""

    address: str
    client: aiohttp.ClientSession
    parts: Parts
    clock: MovableClock
    headers: dict[str, str] = field(default_factory=lambda: {"Authorization": f"Bearer {TOKEN}"})

    async def call(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """Status and JSON of one call of REST v1."""
        url = f"{self.address}/api/v1{path}"
        async with self.client.request(method, url, json=body, headers={**self.headers, **headers}) as answer:
            return answer.status, await answer.json(content_type=None)

    async def raw(self, method: str, path: str, **kwargs: Any) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of any call."""
        async with self.client.request(method, f"{self.address}{path}", **kwargs) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, await answer.read()

    async def partner(self, name: str = "Houtbouw BV", **more: Any) -> str:
        status, made = await self.call("POST", "/partners", {"name": name, **more})
        assert status == 201
        return str(made["id"])

    async def order(self, reference: str = "CU-1", **more: Any) -> dict[str, Any]:
        _, customer = await self.call(
            "POST", "/customers", {"name": "Ann", "email": "ann@example.org", "language": "en"}
        )
        body = {"reference": reference, "title": "Kitchen", "customer_id": customer["id"], **more}
        status, made = await self.call("POST", "/orders", body)
        assert status == 201, made
        return dict(made)

    async def running(self, reference: str = "CU-1") -> dict[str, Any]:
        partner_id = await self.partner()
        await self.order(reference)
        status, made = await self.call("POST", f"/orders/{reference}/assignment", {"partner_id": partner_id})
        assert status == 201, made
        return dict(made)


@pytest.fixture(autouse=True)
def _plain_log() -> Iterator[None]:
    """Without this structlog draws every trace with all locals, which takes seconds."""
    structlog.configure(processors=[structlog.processors.format_exc_info, structlog.processors.KeyValueRenderer()])
    yield
    structlog.reset_defaults()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        cutr_database_url=f"sqlite:///{tmp_path}/cutr.db",
        cutr_files_url=(tmp_path / "files").as_uri(),
        cutr_public_url="https://orders.example",
        cutr_secret_key=KEY,
        cutr_api_token=TOKEN,
        slack_orders_channel="C1",
    )


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def parts(settings: Settings, clock: MovableClock) -> Parts:
    url = settings.cutr_database_url.get_secret_value()
    await asyncio.to_thread(migrate, url)
    database, house, nudged = open_database(url, Paces()), house_of(settings), asyncio.Event()
    made = Parts(
        settings=settings,
        roles=frozenset({WEB}),
        database=database,
        house=house,
        clock=clock,
        dispatcher=Dispatcher(database, house, clock, nudged.set),
        links=CustomerLinks(KEY, "https://orders.example"),
        nudged=nudged,
        files=open_file_store(settings.cutr_files_url),
    )
    made.telegram = KnownBot()  # type: ignore[assignment]
    return made


@pytest.fixture
async def web(parts: Parts, clock: MovableClock) -> AsyncIterator[Web]:
    stop = asyncio.Event()
    listener = listen("127.0.0.1", 0)
    serving = asyncio.create_task(serve(parts, stop, listener))
    async with aiohttp.ClientSession() as client:
        yield Web(address_of(listener), client, parts, clock)
    stop.set()
    await serving
