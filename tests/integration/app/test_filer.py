"""The filer under the worker: what people sent is fetched, kept, looked at in the child, and filed."""

import asyncio
import tracemalloc
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bots.app.attempts import Attempts
from bots.app.filer import Filer
from bots.app.worker import Worker
from bots.outgoing import Sender, SendLater, SendRefused, Sent
from core import commands as c
from core.chats import Attachment, Audience, MediaKind, Platform
from core.files import FileKind, ItemState, UploadItem
from core.orders import Order
from core.parcels import Parcel
from core.people import Actor
from core.ports import Store
from core.richtext import RichText
from storage.files import open_file_store
from storage.images import PictureRoom
from tests.support.desk import Desk
from tests.support.fake_files import FakeFileStore
from tests.support.fake_store import FakeDatabase, FakeStore
from tests.support.pictures import bomb_png, encoded, photo, scene

R = TypeVar("R")

LOGIN_PAGE = b"<!DOCTYPE html><html><head><title>Sign in</title>"


@dataclass
class FakeFetcher:
    """Brings what `there` holds under a file id; an exception there is raised once."""

    there: dict[str, bytes | Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def __call__(self, attachment: Attachment) -> AsyncGenerator[bytes, None]:
        self.asked.append(attachment.file_id)
        found = self.there[attachment.file_id]
        if isinstance(found, Exception):
            self.there[attachment.file_id] = b"%PDF-1.7 after all"
            raise found
        for start in range(0, len(found), 1000):
            yield found[start : start + 1000]


class Watched(FakeDatabase):
    """Tells when a job has been done."""

    def __init__(self, store: FakeStore) -> None:
        super().__init__(store)
        self.ran = asyncio.Event()

    async def run(self, job: Callable[[Store], R]) -> R:
        done = await super().run(job)
        self.ran.set()
        return done


class Elsewhere:
    """Takes everything that goes to people."""

    async def send(self, parcel: Parcel) -> Sent:
        return Sent((f"m-{parcel.posting.id}",), thread=f"t-{parcel.posting.id}")

    async def look_up(self, parcel: Parcel) -> Sent | None:
        return None


@dataclass
class Filing:
    """An order under way, a member at the workshop, and a worker whose filer has a store in memory."""

    desk: Desk
    jan: Actor
    order: Order
    fetcher: FakeFetcher
    files: FakeFileStore
    worker: Worker

    def sends(self, caption: str, *files: tuple[str, bytes | Exception]) -> None:
        """Jan sends these files in one message in the chat that the customer reads."""
        place = self.desk.place(self.order, Audience.WITH_CUSTOMER, Platform.TELEGRAM)
        found = []
        for name, content in files:
            self.fetcher.there[name] = content
            found.append(Attachment(MediaKind.DOCUMENT, Platform.TELEGRAM, name, f"u-{name}", name, "image/jpeg", 9))
        origin = c.PlatformMessage(place.platform, place.channel, f"{len(self.fetcher.there)}", place.thread)
        words = c.RelayMessage(origin, RichText.of(caption), self.desk.now, attachments=tuple(found))
        self.desk.do(words, self.jan)

    async def drain(self, seconds: int = 60) -> None:
        until = self.desk.now + timedelta(seconds=seconds)
        while self.desk.now < until:
            await self.worker.drain()
            self.desk.now += timedelta(seconds=5)

    @property
    def items(self) -> list[UploadItem]:
        return self.desk.store.upload_items.find()


@pytest.fixture
async def filing() -> AsyncIterator[Filing]:
    desk, fetcher, files, room = Desk(), FakeFetcher(), FakeFileStore(), PictureRoom(children=1)
    people = dict.fromkeys((Platform.SLACK, Platform.TELEGRAM, Platform.MAIL), Elsewhere())
    filer = Filer(files, room, {Platform.TELEGRAM: fetcher})
    senders: dict[Platform, Sender] = {**people, Platform.FILES: filer}
    attempts = Attempts(senders, lambda: desk.now, lambda: 0.5)
    worker = Worker(desk.database, desk.dispatcher, attempts, lambda: desk.now, "w", rest_seconds=0)
    partner = desk.partner()
    made = Filing(desk, desk.member(partner), desk.assigned(partner), fetcher, files, worker)
    yield made
    await room.close()


async def test_a_photo_is_kept_looked_at_and_filed(filing: Filing) -> None:
    filing.sends("finished", ("IMG_1.jpg", photo()))
    await filing.drain()
    (item,) = filing.items
    assert (item.state, item.mime, item.facts["width"], item.facts["has_gps"]) == (
        ItemState.FILED, "image/jpeg", 1600, True,
    )  # fmt: skip
    assert filing.files.held[item.blob or ""] == photo()
    copy = filing.files.held[item.copy or ""]
    assert copy.startswith(b"\xff\xd8")
    assert b"SECRET" not in copy
    assert b"Exif" not in copy
    (file,) = filing.desk.store.files.find()
    assert (file.kind, file.folder) == (FileKind.FINISHED_PHOTO, "Production Files/Finished products")


async def test_a_smaller_copy_of_a_photo_is_warned_of(filing: Filing) -> None:
    small = encoded(scene().resize((1000, 750)), "JPEG", quality=40)
    filing.sends(
        "finished", ("IMG_1.jpg", photo()), ("IMG_2.jpg", small), ("IMG_3.jpg", encoded(scene(seed=2), "JPEG"))
    )
    await filing.drain()
    assert [item.warnings for item in filing.items] == [[], ["alike"], []]


async def test_what_is_no_picture_is_kept_without_a_preview(filing: Filing) -> None:
    broken = photo()[:3000]
    filing.sends("other drawing", ("plan.jpg", b"%PDF-1.7 plan"), ("bomb.png", bomb_png()), ("half.jpg", broken))
    await filing.drain()
    told = {item.source.name: (item.state, item.mime, item.preview, item.warnings) for item in filing.items}
    assert told["plan.jpg"] == (ItemState.FILED, "application/pdf", None, [])
    assert told["bomb.png"] == (ItemState.FILED, "image/png", None, ["no_preview"])
    assert told["half.jpg"] == (ItemState.FILED, "image/jpeg", None, ["no_preview"])
    assert {bytes(held) for held in filing.files.held.values()} == {b"%PDF-1.7 plan", bomb_png(), broken}


async def test_a_login_page_and_nothing_at_all_are_refused(filing: Filing) -> None:
    filing.sends("", ("a.jpg", LOGIN_PAGE), ("b.jpg", b""), ("c.jpg", SendRefused("too_big")))
    await filing.drain()
    told = {item.source.name: (item.state, item.trouble) for item in filing.items}
    assert told == {
        "a.jpg": (ItemState.LOST, "file_is_a_login_page"),
        "b.jpg": (ItemState.LOST, "file_empty"),
        "c.jpg": (ItemState.LOST, "too_big"),
    }
    assert filing.files.held == {}


async def test_a_platform_that_is_away_is_asked_again(filing: Filing) -> None:
    filing.sends("drawing", ("plan.pdf", SendLater(5, "http_502")))
    await filing.drain(120)
    (item,) = filing.items
    assert (item.state, filing.fetcher.asked) == (ItemState.FILED, ["plan.pdf", "plan.pdf"])


async def test_the_lease_is_kept_while_a_file_takes_its_time(filing: Filing) -> None:
    """Another worker finds nothing to do, although the lease would have run out several times."""
    goes_on, begun = asyncio.Event(), asyncio.Event()

    async def slowly(_: Attachment) -> AsyncGenerator[bytes, None]:
        begun.set()
        await goes_on.wait()
        yield b"%PDF-1.7"

    filer = filing.worker.attempts.senders[Platform.FILES]
    assert isinstance(filer, Filer)
    filer.streams = {Platform.TELEGRAM: slowly}
    filing.worker.lease_seconds, filing.worker.attempts = 0.03, Attempts(
        filing.worker.attempts.senders, lambda: filing.desk.now, lambda: 0.5, send_seconds=0.0
    )  # fmt: skip
    filing.sends("drawing", ("plan.pdf", b""))
    database = filing.worker.database = Watched(filing.desk.store)
    walking = asyncio.create_task(filing.drain(20))
    await begun.wait()
    strand = f"files-{filing.order.id}"
    for _ in range(4):
        filing.desk.now += timedelta(seconds=50)
        database.ran.clear()
        await database.ran.wait()
        assert strand not in {one.strand for one in filing.desk.store.road.claim(filing.desk.now, "other", 5)}
    goes_on.set()
    await walking
    assert [item.state for item in filing.items] == [ItemState.FILED]


async def test_a_large_file_goes_through_in_little_memory(filing: Filing, tmp_path: Path) -> None:
    async def large(_: Attachment) -> AsyncGenerator[bytes, None]:
        for number in range(60):
            yield bytes([number]) * (1 << 20)

    files = open_file_store(tmp_path.as_uri())
    room = PictureRoom(children=1)
    filer = Filer(files, room, {Platform.TELEGRAM: large})
    filing.sends("drawing", ("film.mp4", b""))
    (item,) = filing.items
    (posting,) = filing.desk.posted("StoreFile")
    place = filing.desk.store.places.get(posting.place_id)
    assert place is not None
    tracemalloc.start()
    sent = await filer.send(Parcel(posting, place, item=item))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    await room.close()
    assert peak < 12 << 20
    assert f'"size": {60 << 20}' in (sent.words or "")
