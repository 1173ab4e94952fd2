"""A desk for core tests: a store in dictionaries, people, a clock that only moves when told, and short ways to act."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

from core import commands as c
from core.chats import Audience, Place, PlaceState, Platform
from core.commands import Command
from core.dispatch import Dispatcher
from core.handlers.clock import ensure_digest
from core.orders import Order
from core.outbox import Posting, PostingState
from core.outbox_kinds import OPEN_PLACE, STORE_FILE
from core.people import CLOCK, Actor, Member, MemberRole, Partner, Role
from core.ports import House
from core.richtext import RichText
from core.timeline import Deadline, DeadlineState
from core.work import Work
from tests.support.fake_store import FakeDatabase, FakeStore

MONDAY = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)
ANNA = Actor(Role.STAFF, "slack:UANNA", "Anna")


def a_house(numbers: Callable[[], str] | None = None) -> House:
    """A house with counted ids, codes that hash to themselves, and no holidays."""
    counter = count(1)
    new_id = numbers or (lambda: f"id{next(counter):06d}")
    return House("CORDERS", new_id, lambda: f"code{next(counter)}", lambda code: f"#{code}", lambda _day, _zone: False)


@dataclass
class Desk:
    """Acts on a fake store through the real dispatcher's rules."""

    now: datetime = MONDAY
    store: FakeStore = field(default_factory=FakeStore)
    seen: dict[str, dict[str, object]] = field(default_factory=dict)
    """What else looking at the picture with this `unique_id` brings to light: warnings, facts."""

    def __post_init__(self) -> None:
        self.database = FakeDatabase(self.store)
        self.dispatcher = Dispatcher(self.database, a_house(), lambda: self.now)

    def do(self, command: Command, actor: Actor = ANNA) -> object:
        """Run a command as the dispatcher would, without a receipt. Raises `Refusal`."""
        return self.dispatcher.apply(self.store, command, actor)

    def partner(self, name: str = "Houtbouw BV", *, group: int | None = -100777, self_billing: bool = True) -> Partner:
        made = self.do(c.AddPartner(name, "en", "Europe/Amsterdam", self_billing, f"{name[:4].lower()}@x.nl", group))
        assert isinstance(made, Partner)
        return made

    def member(self, partner: Partner, name: str = "Jan", role: str = "admin", telegram: int = 11) -> Actor:
        made = self.do(c.AddMember(partner.id, name, MemberRole(role), telegram_user_id=telegram))
        assert isinstance(made, tuple)
        assert isinstance(made[0], Member)
        return made[0].as_actor()

    def order(self, reference: str = "REF-1", **more: object) -> Order:
        customer = self.do(c.AddCustomer("Carla", "carla@example.com"))
        made = self.do(c.CreateOrder(reference, "Oak kitchen", customer.id, **more))  # type: ignore[attr-defined, arg-type]
        assert isinstance(made, Order)
        return made

    def assigned(self, partner: Partner, reference: str = "REF-1", **more: object) -> Order:
        order = self.order(reference, **more)
        made = self.do(c.AssignOrder(order.id, partner.id))
        assert isinstance(made, Order)
        self.open_all()
        return made

    def open_all(self) -> None:
        """Pretend that the worker has opened every wanted place."""
        for posting in self.store.outbox.find(kind=OPEN_PLACE, state=PostingState.QUEUED):
            self.send(posting, thread=f"thread-{posting.place_id}", external_ids=(f"thread-{posting.place_id}",))

    def send(self, posting: Posting, outcome: str = "sent", **more: object) -> None:
        """Let one posting go out with this outcome."""
        if posting.kind == STORE_FILE and outcome == "sent":
            more.setdefault("words", self.bytes_of(posting))
        posting.state, posting.fence = PostingState.SENDING, posting.fence + 1
        self.store.outbox.save(posting)
        self.do(c.SettlePosting(posting.id, posting.fence, outcome, **more), CLOCK)  # type: ignore[arg-type]

    def bytes_of(self, posting: Posting) -> str:
        """What is told of an item once it is stored: the same `unique_id` stands for the same bytes."""
        item = self.store.upload_items.get(str(posting.body["item"]))
        assert item is not None
        digest = hashlib.sha256(item.source.unique_id.encode()).hexdigest()
        told = {"blob": f"blob-{digest}", "sha256": digest, "size": item.source.size, "mime": item.source.mime}
        return json.dumps(told | self.seen.get(item.source.unique_id, {}))

    def send_all(self) -> None:
        """Everything that is queued and due arrives."""
        numbers = count(1000)
        while due := [p for p in self.store.outbox.find(state=PostingState.QUEUED) if p.not_before <= self.now]:
            for posting in due:
                thread = f"thread-{posting.place_id}" if posting.kind == OPEN_PLACE else None
                self.send(posting, external_ids=(thread or str(next(numbers)),), thread=thread)

    def place(self, order: Order, audience: Audience, platform: Platform) -> Place:
        chats = self.store.chats.find(order_id=order.id, closed_at=None, audience=audience)
        return next(p for p in self.store.places.find(chat_id=chats[0].id, platform=platform)
                    if p.state is not PlaceState.CLOSED)  # fmt: skip

    def writes(
        self, actor: Actor, place: Place, text: str, number: str = "501", reply_to: str | None = None, **more: object
    ) -> object:
        origin = c.PlatformMessage(place.platform, place.channel, number, place.thread, reply_to)
        written = self.now - timedelta(seconds=1)
        return self.do(c.RelayMessage(origin, RichText.of(text), written, **more), actor)  # type: ignore[arg-type]

    def wait(self, **time: float) -> None:
        """Let time pass and the clock do what is due."""
        self.now += timedelta(**time)
        self.tick()

    def tick(self) -> None:
        ensure_digest(Work(self.store, self.dispatcher.house, CLOCK, self.now))
        while due := self.due():
            for deadline in due:
                self.do(c.FireDeadline(deadline.id), CLOCK)
            if self.due() == due:
                return

    def due(self) -> list[Deadline]:
        return [d for d in self.store.deadlines.find(state=DeadlineState.OPEN) if d.due_at <= self.now]

    def posted(self, kind: str) -> list[Posting]:
        """Every posting of this kind that was ever made, oldest first."""
        return self.store.outbox.find(kind=kind)

    def events(self, order: Order) -> list[str]:
        return [entry.event for entry in self.store.entries.find(order_id=order.id)]


def day(text: str) -> date:
    """A date from ISO text."""
    return date.fromisoformat(text)
