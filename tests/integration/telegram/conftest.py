"""Our Telegram room against a sandbox Telegram over true HTTP, with the real rules over a store in dictionaries."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bots.app.attempts import Attempts
from bots.app.worker import Worker
from bots.outgoing import Sender, SendRefused, Sent
from bots.telegram.account import TelegramAccount
from bots.telegram.door import TelegramDoor
from bots.telegram.sender import TelegramSender
from core.chats import Attachment, Audience, Place, Platform
from core.dispatch import Dispatcher
from core.orders import Order, Task, TaskKey
from core.parcels import Parcel
from core.people import Partner
from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.serve import Served
from sandbox.telegram import TelegramSandbox
from storage.paces import Paces
from tests.support.desk import ANNA, Desk, a_house
from tests.support.fake_store import FakeStore

GROUP = -1001234567890
JAN, EVA, GUS = 11, 12, 13
TOKEN = "4242:AAsandboxsandboxsandboxsandboxsandbox"
SECRET = "s3cret_s3cret-s3cret"
BOT = "cutr_test_bot"
PAGE = "https://orders.example/u/{}"
_TEN_SECONDS = timedelta(seconds=11)


@dataclass
class FakeSlack:
    """A Slack that takes everything."""

    parcels: list[Parcel] = field(default_factory=list)

    async def send(self, parcel: Parcel) -> Sent:
        self.parcels.append(parcel)
        number = f"1700000000.{len(self.parcels):06d}"
        return Sent((number,), thread=number if parcel.posting.kind == "OpenPlace" else None)

    async def look_up(self, parcel: Parcel) -> Sent | None:
        return None

    def words(self, audience: Audience) -> list[str]:
        """What people wrote that staff read in this chat."""
        return [p.message.body.plain() for p in self.parcels
                if p.posting.kind == "DeliverMessage" and p.message and p.message.audience is audience]  # fmt: skip


@dataclass
class FakeShelf:
    """A file store that keeps nothing: `warnings`, `twins` and `gone` say what becomes of a file, by its unique id."""

    stored: list[str] = field(default_factory=list)
    warnings: dict[str, list[str]] = field(default_factory=dict)
    twins: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    async def send(self, parcel: Parcel) -> Sent:
        assert parcel.item is not None
        source = parcel.item.source
        if source.name in self.gone:
            raise SendRefused("file_gone")
        self.stored.append(source.unique_id)
        told = {
            "blob": source.unique_id, "sha256": self.twins.get(source.name, parcel.item.id), "size": source.size,
            "mime": source.mime, "facts": {}, "warnings": self.warnings.get(source.name, []),
        }  # fmt: skip
        return Sent(words=json.dumps(told))

    async def look_up(self, parcel: Parcel) -> Sent | None:
        return None


@dataclass
class Workshop:
    """Everything of one test: the strange Telegram, our room, the rules, and the worker."""

    telegram: TelegramSandbox
    ledger: Ledger
    faults: FaultPlan
    clock: SandboxClock
    account: TelegramAccount
    door: TelegramDoor
    desk: Desk
    worker: Worker
    slack: FakeSlack
    sender: TelegramSender
    shelf: FakeShelf
    url: str = ""

    async def settle(self) -> None:
        """Every update delivered, every reply said, everything sent that may go now."""
        for _ in range(3):
            await self.telegram.wait_for(lambda: not self.telegram.pending())
            await self.door.settled()
            await self.worker.drain()

    async def shown(self) -> None:
        """The cards of what was sent are there: they wait two seconds for the rest of a burst."""
        await self.settle()
        self.clock.advance(timedelta(seconds=3))
        await self.settle()

    async def photos(self, order: Order) -> None:
        """Jan has sent what an order needs before Ready."""
        for caption in ("Finished", "Packed"):
            await self.telegram.send_photo(JAN, GROUP, self.topic(order), caption=caption)
            await self.settle()
        await self.shown()

    async def assigned(self, reference: str = "REF-1", **more: object) -> tuple[Order, Partner]:
        """An order at a partner, its Slack threads and Telegram topics open."""
        partner = self.desk.partner(group=GROUP)
        self.desk.member(partner, "Jan", "admin", JAN)
        self.desk.member(partner, "Eva", "collaborator", EVA)
        order = await self.assign(partner, reference, **more)
        return order, partner

    async def assign(self, partner: Partner, reference: str, **more: object) -> Order:
        from core.commands import AssignOrder

        order = self.desk.order(reference, **more)
        await self.desk.dispatcher.dispatch(AssignOrder(order.id, partner.id), ANNA)
        await self.settle()
        return order

    def place(self, order: Order, audience: Audience, platform: Platform = Platform.TELEGRAM) -> Place:
        return self.desk.place(order, audience, platform)

    def topic(self, order: Order, audience: Audience = Audience.CUTR_ONLY) -> int:
        """The id of the order's topic."""
        return int(str(self.place(order, audience).thread))

    def task(self, order: Order, key: TaskKey) -> Task:
        return self.desk.store.tasks.find(order_id=order.id, key=key)[0]

    async def staff_write(
        self, order: Order, text: str, audience: Audience, number: str = "1800000000.1", **more: Any
    ) -> None:
        """Anna writes in the order's thread, and the ten seconds pass."""
        place = self.place(order, audience, Platform.SLACK)
        self.desk.writes(ANNA, place, text, number, **more)
        self.clock.advance(_TEN_SECONDS)
        await self.settle()

    async def press(self, user: int, button: str, thread: int | None = None, *, chat: int = GROUP) -> str | None:
        """Press the newest button with this text, anywhere in the topic; return the answer."""
        newest_first = reversed(self.telegram.messages(chat, thread))
        found = [m for m in newest_first if button in [one["text"] for row in m.keyboard for one in row]]
        assert found, f"no button {button!r}"
        answer = await self.telegram.press(user, chat, found[0].id, button)
        await self.settle()
        return answer

    def labels(self, thread: int | None = None, *, chat: int = GROUP) -> list[str]:
        """The texts of the newest keyboard."""
        return [one["text"] for row in self.telegram.last_keyboard(chat, thread) for one in row]

    def last(self, thread: int | None = None, *, chat: int = GROUP) -> str:
        """The newest text."""
        return self.telegram.texts(chat, thread)[-1]


@pytest_asyncio.fixture
async def shop() -> AsyncIterator[Workshop]:
    async for made in _shop():
        yield made


@pytest_asyncio.fixture
async def threaded_shop() -> AsyncIterator[Workshop]:
    """With topics switched on in private chats."""
    async for made in _shop(topics_in_private=True):
        yield made


async def _shop(*, topics_in_private: bool = False) -> AsyncIterator[Workshop]:
    clock, faults = SandboxClock(), FaultPlan()
    ledger = Ledger(clock)
    telegram = TelegramSandbox(clock, ledger, faults, retry_pace=0.01)
    telegram.limits = None
    async with Served(telegram.app) as served:
        made = _workshop(telegram, ledger, faults, clock, served.url)
        endpoint = Route("/telegram/webhook", _endpoint(made.door), methods=["POST"])
        async with Served(Starlette(routes=[endpoint])) as ours:
            made.url = f"{ours.url}/telegram/webhook"
            telegram.add_bot(TOKEN, BOT, webhook=made.url, secret=SECRET, topics_in_private=topics_in_private)
            _people(telegram)
            await made.account.start()
            yield made
            await telegram.stop()
            await made.door.settled()
            await made.account.close()


def _people(telegram: TelegramSandbox) -> None:
    telegram.add_user(JAN, "Jan")
    telegram.add_user(EVA, "Eva")
    telegram.add_user(GUS, "Gus")
    telegram.add_group(GROUP, "Houtbouw", forum=True, admins=[JAN, 4242], members=[EVA, GUS])


def _workshop(telegram: TelegramSandbox, ledger: Ledger, faults: FaultPlan, clock: SandboxClock, url: str) -> Workshop:
    account = TelegramAccount(TOKEN, url, SECRET)
    desk = Desk(now=clock.now(), store=FakeStore(Paces(60_000, 60_000, 60_000, 60_000)))
    desk.dispatcher = Dispatcher(desk.database, replace(a_house(), mail_enabled=False), clock.now)
    slack = FakeSlack()
    sender = TelegramSender(account, clock.now, {Platform.SLACK: _picture})
    shelf = FakeShelf()
    senders: dict[Platform, Sender] = {Platform.SLACK: slack, Platform.TELEGRAM: sender, Platform.FILES: shelf}
    worker = Worker(desk.database, desk.dispatcher, Attempts(senders, clock.now, lambda: 0.0), clock.now, "w1")
    door = TelegramDoor(
        desk.dispatcher, desk.database, account, clock.now, upload_page=PAGE.format, make_slip=_slip
    )  # fmt: skip
    return Workshop(telegram, ledger, faults, clock, account, door, desk, worker, slack, sender, shelf)


async def _slip(order_id: str) -> bytes:
    return f"%PDF-1.4 slip of {order_id}".encode()


async def _picture(attachment: Attachment, to: Path) -> Path:
    from sandbox.telegram.acts_media import sample_picture

    content = sample_picture() if attachment.mime == "image/jpeg" else b"bytes of " + attachment.name.encode()
    await asyncio.to_thread(to.write_bytes, content)
    return to


def _endpoint(door: TelegramDoor) -> Any:
    async def endpoint(request: Request) -> Response:
        status, headers, body = await door.handle_http(dict(request.headers), await request.body())
        return Response(body, status, headers)

    return endpoint
