"""The worker over the real rules and a store in dictionaries: order, unknown outcomes, 429, leases, bugs."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeVar

import pytest

from bots.app.attempts import Attempts
from bots.app.worker import Worker
from bots.outgoing import SendLater, SendRefused, SendUnknown, Sent
from core import commands as c
from core.chats import Audience, Platform
from core.handlers.spots import post
from core.outbox import Posting, PostingState, Priority
from core.outbox_kinds import DELIVER
from core.parcels import Parcel
from core.people import PLATFORM
from core.ports import StorageAway, Store
from core.richtext import RichText
from core.work import Work
from tests.support.desk import Desk
from tests.support.fake_store import FakeDatabase

R = TypeVar("R")


@dataclass
class FakeSender:
    """Takes everything; `answers` are used up first, one a send. What it took can be looked up when `remembers`."""

    answers: list[Exception] = field(default_factory=list)
    remembers: set[str] = field(default_factory=set)
    sent: list[Parcel] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)

    async def send(self, parcel: Parcel) -> Sent:
        self.tried.append(parcel.posting.id)
        if self.answers and parcel.posting.kind == DELIVER:
            raise self.answers.pop(0)
        self.sent.append(parcel)
        return Sent((f"m{len(self.sent)}",), thread=f"t{len(self.sent)}")

    async def look_up(self, parcel: Parcel) -> Sent | None:
        self.looked_up.append(parcel.posting.id)
        return Sent(("found",)) if parcel.posting.id in self.remembers else None


@dataclass
class Works:
    """An order under way with everything sent, and a worker over it."""

    desk: Desk
    slack: FakeSender
    telegram: FakeSender
    worker: Worker
    monotonic: list[float]

    def write(self, *texts: str) -> list[str]:
        """Staff write in the Cutr-only thread; the ids of the messages."""
        return [self._write(text) for text in texts]

    def _write(self, text: str) -> str:
        order = next(iter(self.desk.store.orders.rows.values()))
        place = next(
            p
            for p in self.desk.store.places.find(order_id=order.id, audience=Audience.CUTR_ONLY)
            if p.platform is Platform.SLACK
        )
        self.desk.now += timedelta(seconds=1)
        origin = c.PlatformMessage(Platform.SLACK, place.channel, f"{self.desk.now.timestamp()}", place.thread)
        written = self.desk.now - timedelta(seconds=1)
        made = self.desk.do(c.RelayMessage(origin, RichText.of(text), written))
        return made.id  # type: ignore[attr-defined, no-any-return]

    async def drain(self, seconds: float = 120) -> None:
        """Work on for so long."""
        until = self.desk.now + timedelta(seconds=seconds)
        while self.desk.now < until:
            await self.worker.drain()
            self.desk.now += timedelta(seconds=5)

    def delivery(self, message_id: str) -> Posting:
        return self.desk.store.outbox.find(message_id=message_id, kind=DELIVER)[0]

    def texts(self) -> list[str]:
        """What was delivered on Telegram, in this order."""
        return [p.message.body.plain() for p in self.telegram.sent if p.posting.kind == DELIVER and p.message]


@pytest.fixture
async def works() -> Works:
    desk, slack, telegram, monotonic = Desk(), FakeSender(), FakeSender(), [0.0]
    senders = {Platform.SLACK: slack, Platform.TELEGRAM: telegram, Platform.MAIL: FakeSender()}
    attempts = Attempts(senders, lambda: desk.now, lambda: 0.5)
    worker = Worker(
        desk.database, desk.dispatcher, attempts, lambda: desk.now, "w", monotonic=lambda: monotonic[0], rest_seconds=0
    )
    partner = desk.partner()
    desk.member(partner)
    customer = desk.do(c.AddCustomer("Ann", "ann@example.org"))
    order = desk.do(c.CreateOrder("CU-1", "Kitchen", customer.id))  # type: ignore[attr-defined]
    desk.do(c.AssignOrder(order.id, partner.id), PLATFORM)  # type: ignore[attr-defined]
    made = Works(desk, slack, telegram, worker, monotonic)
    await made.drain()
    return made


async def test_words_arrive_in_the_order_they_were_written(works: Works) -> None:
    works.write("one", "two", "three")
    await works.drain()
    assert works.texts() == ["one", "two", "three"]


async def test_a_failing_first_word_holds_the_next_back(works: Works) -> None:
    works.telegram.answers = [SendLater(1, "502"), SendLater(1, "502")]
    works.write("one", "two")
    await works.drain()
    assert works.texts() == ["one", "two"]


async def test_a_refused_word_does_not_hold_the_next_back(works: Works) -> None:
    works.telegram.answers = [SendRefused("message is too strange")]
    first, second = works.write("one", "two")
    await works.drain()
    assert (works.delivery(first).state, works.delivery(second).state) == (PostingState.FAILED, PostingState.SENT)
    assert works.delivery(first).error == "message is too strange"


async def test_an_unknown_outcome_is_looked_up_and_not_doubled(works: Works) -> None:
    works.telegram.answers = [SendUnknown("reset")]
    (message,) = works.write("one")
    await works.worker.drain()
    posting = works.delivery(message)
    assert posting.state is PostingState.UNKNOWN
    works.telegram.remembers = {posting.id}
    await works.drain()
    assert works.texts() == []
    assert works.delivery(message).external_ids == ["found"]


async def test_an_unknown_outcome_that_left_nothing_is_sent_again(works: Works) -> None:
    works.telegram.answers = [SendUnknown("reset")]
    (message,) = works.write("one")
    await works.drain()
    assert works.texts() == ["one"]
    assert works.telegram.looked_up == [works.delivery(message).id]


async def test_a_429_rests_the_whole_lane_for_as_long_as_it_says(works: Works) -> None:
    works.telegram.answers = [SendLater(60, "429", lane_wide=True)]
    works.write("one")
    before = works.desk.now
    tried = len(works.telegram.tried)
    await works.drain(seconds=55)
    assert len(works.telegram.tried) == tried + 1
    works.desk.now = before + timedelta(seconds=61)
    await works.drain()
    assert works.texts() == ["one"]


async def test_a_bug_fails_one_posting_under_a_reference(works: Works) -> None:
    works.telegram.answers = [ZeroDivisionError("a bug")]
    first, second = works.write("one", "two")
    await works.drain()
    failed = works.delivery(first)
    assert (failed.state, (failed.error or "")[:4]) == (PostingState.FAILED, "bug ")
    assert works.delivery(second).state is PostingState.SENT


async def test_nothing_is_sent_on_a_lease_that_has_run_out(works: Works) -> None:
    """The process was paused between taking the strand and sending."""
    works.write("one")
    run = works.desk.database.run

    class Paused(FakeDatabase):
        async def run(self, job: Callable[[Store], R]) -> R:
            result = await run(job)
            works.monotonic[0] += 31
            return result

    works.worker.database = Paused()
    await works.worker.drain()
    assert works.texts() == []
    works.worker.database = works.desk.database
    await works.drain()
    assert works.texts() == ["one"]


async def test_what_a_killed_worker_left_is_uncertain(works: Works) -> None:
    (message,) = works.write("one")
    claimed = works.desk.store.road.claim(works.desk.now, "killed", 10)
    assert [one.posting.message_id for one in claimed if one.posting.kind == DELIVER] == [message]
    works.desk.now += timedelta(seconds=61)
    works.telegram.remembers = {works.delivery(message).id}
    await works.drain()
    assert (works.texts(), works.delivery(message).external_ids) == ([], ["found"])


async def test_a_settled_send_survives_a_database_that_was_away(works: Works) -> None:
    (message,) = works.write("one")
    run, failures = works.desk.database.run, [StorageAway(), StorageAway()]

    class Shaky(FakeDatabase):
        async def run(self, job: Callable[[Store], R]) -> R:
            if works.texts() and failures:
                raise failures.pop()
            return await run(job)

    works.worker.database = Shaky()
    await works.drain()
    assert (works.texts(), failures) == (["one"], [])
    assert works.delivery(message).state is PostingState.SENT


async def test_a_stop_finishes_what_is_under_way_and_takes_no_more(works: Works) -> None:
    first, second = works.write("one", "two")
    stop, begun, go = asyncio.Event(), asyncio.Event(), asyncio.Event()
    sender = works.telegram

    class Waiting(FakeSender):
        async def send(self, parcel: Parcel) -> Sent:
            begun.set()
            await go.wait()
            return await sender.send(parcel)

    works.worker.attempts.senders[Platform.TELEGRAM] = Waiting()  # type: ignore[index]
    running = asyncio.create_task(works.worker.run(stop))
    await begun.wait()
    stop.set()
    go.set()
    await running
    assert works.delivery(first).state is PostingState.SENT
    assert works.delivery(second).state is PostingState.QUEUED
    released = works.desk.store.outbox.strands[works.delivery(second).strand]
    assert released.lease_until == 0


def test_pauses_double_and_end_at_a_quarter_of_an_hour() -> None:
    attempts = Attempts({}, Desk().dispatcher.clock, lambda: 0.999)
    pauses = [attempts.pause_seconds(n) for n in range(1, 15)]
    assert pauses == sorted(pauses)
    assert pauses[0] < 3
    assert 890 < pauses[-1] <= 900


async def test_a_posting_that_can_not_be_read_fails_alone(works: Works) -> None:
    desk = works.desk
    place = desk.store.places.find(audience=Audience.CUTR_ONLY, platform=Platform.SLACK)[0]
    old: dict[str, object] = {"due_at": "as another version wrote it"}
    work = Work(desk.store, desk.dispatcher.house, PLATFORM, desk.now)
    post(work, place, "TodosNudge", audience=place.audience, priority=Priority.OPENING, body=old)
    works.write("one")
    await works.drain()
    assert works.texts() == ["one"]
    (broken,) = works.desk.store.outbox.find(kind="TodosNudge")
    assert broken.state is PostingState.FAILED
    assert (broken.error or "").startswith("bug ")


async def test_what_was_sent_is_not_sent_again_when_settling_it_ends_in_a_bug(works: Works) -> None:
    (message_id,) = works.write("one")
    house = works.worker.dispatcher.house
    works.worker.dispatcher.house = replace(house, new_id=_no_id)
    await works.drain(600)
    works.worker.dispatcher.house = house
    await works.drain(600)
    assert works.texts() == ["one"]
    assert works.delivery(message_id).state is PostingState.SENT


def _no_id() -> str:
    raise LookupError("no identifiers left")


class HangingSender(FakeSender):
    """Never answers: the platform may or may not have taken it."""

    async def send(self, parcel: Parcel) -> Sent:
        self.tried.append(parcel.posting.id)
        await asyncio.Event().wait()
        raise AssertionError(parcel)


async def test_a_send_that_never_answers_ends_as_unknown(works: Works) -> None:
    hanging = HangingSender()
    senders = {Platform.TELEGRAM: hanging, Platform.SLACK: FakeSender()}
    works.worker.attempts = replace(works.worker.attempts, senders=senders, send_seconds=0.01)
    (message,) = works.write("one")
    await works.worker.drain()
    assert len(hanging.tried) == 1
    assert works.delivery(message).state is PostingState.UNKNOWN
