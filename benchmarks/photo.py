"""A 20 MB photo from Telegram to the filed copy, against a plain download of the same file that is written to the disk.

Telegram is the sandbox's, in a process of its own. Our side is the worker's own way: the account's stream, the filer,
the folder store with its hash and fsync; the clock stops when the original is safely kept. The look at the picture
(preview, customer's copy, warnings) follows after that, in the child, and is told in the detail.
"""

from __future__ import annotations

import asyncio
import io
import multiprocessing
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import aiohttp
import uvloop
from PIL import Image

from benchmarks.report import Line, median
from bots.app.filer import Filer
from bots.telegram.account import TelegramAccount
from core.chats import Attachment, Audience, MediaKind, Place, PlaceKind, Platform
from core.files import UploadItem
from core.outbox import Posting, Priority
from core.outbox_kinds import STORE_FILE
from core.parcels import Parcel
from core.people import Party
from core.shelf import FileStore, Kept
from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.serve import Served
from sandbox.telegram.sandbox import TelegramSandbox
from storage.files import open_file_store
from storage.images import PictureRoom

BOT = "7000001:benchmark-telegram-token"
SIZE = 20 << 20
"""As much as Telegram hands to a bot."""
REPEATS = 11
NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)


def _photo() -> bytes:
    """A photo of 12 megapixels, filled up to 20 MB as phones fill theirs with a film behind it."""
    grain = Image.effect_noise((2000, 1500), 45).resize((4000, 3000), Image.Resampling.BICUBIC).convert("RGB")
    file = io.BytesIO()
    grain.save(file, "JPEG", quality=90)
    assert file.tell() <= SIZE
    return file.getvalue() + os.urandom(SIZE - file.tell())


def _serve(told: Connection) -> None:
    async def main() -> None:
        clock = SandboxClock(NOW)
        telegram = TelegramSandbox(clock, Ledger(clock), FaultPlan())
        telegram.add_bot(BOT, "cutr_bench_bot", name="Cutr")
        stored = telegram.world.files.put(_photo(), "documents", ".jpg")
        file_id = telegram.world.files.file_id(int(BOT.partition(":")[0]), stored.unique_id)
        async with Served(telegram.app) as served:
            told.send((served.url, file_id))
            await asyncio.Event().wait()

    asyncio.run(main())


@contextmanager
def _telegram() -> Iterator[tuple[str, str]]:
    """The sandbox's address and the photo's file id."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()
        process.join()


@dataclass(slots=True)
class Watched:
    """The store, and when it first had something for good."""

    store: FileStore
    kept_at: float = 0.0

    async def keep(self, chunks: AsyncIterator[bytes]) -> Kept:
        kept = await self.store.keep(chunks)
        self.kept_at = self.kept_at or time.perf_counter()
        return kept

    def read(self, key: str, sha256: str) -> AsyncIterator[bytes]:
        return self.store.read(key, sha256)

    async def size(self, key: str) -> int:
        return await self.store.size(key)

    async def remove(self, key: str) -> None:
        await self.store.remove(key)

    def keys(self) -> AsyncIterator[tuple[str, datetime]]:
        return self.store.keys()


async def _plain(session: aiohttp.ClientSession, url: str, file_id: str, to: Path) -> float:
    """As one would write it first: ask where the file is, get it, write it."""
    begun = time.perf_counter()
    async with session.get(f"{url}/bot{BOT}/getFile", params={"file_id": file_id}) as answer:
        path = (await answer.json())["result"]["file_path"]
    async with session.get(f"{url}/file/bot{BOT}/{path}") as answer:
        with to.open("wb") as file:
            async for chunk in answer.content.iter_chunked(1 << 16):
                file.write(chunk)
    took = time.perf_counter() - begun
    await asyncio.to_thread(_forget, to)
    return took


def _forget(path: Path) -> None:
    """It came whole; and its pages are nobody's to flush in our time."""
    assert path.stat().st_size == SIZE
    path.unlink()


def _parcel(file_id: str) -> Parcel:
    source = Attachment(MediaKind.DOCUMENT, Platform.TELEGRAM, file_id, "AQADphoto", "photo.jpg", "image/jpeg", SIZE)
    item = UploadItem("item-1", "set-1", "order-1", "telegram:1:1:x", source, NOW)
    place = Place("place-1", Platform.FILES, PlaceKind.CUPBOARD, Party.STAFF, Audience.CUTR_ONLY, "order-1")
    posting = Posting(
        "posting-1", STORE_FILE, place.id, place.id, place.id, Audience.CUTR_ONLY, Party.STAFF, Priority.WORDS, 0,
        NOW, NOW, {"item": item.id},
    )  # fmt: skip
    return Parcel(posting, place, item=item)


async def _measure(folder: Path, url: str, file_id: str) -> list[tuple[float, float, float]]:
    """Seconds of the plain way, of ours until the copy is kept, and of ours with the look; the first is a warm-up."""
    account, rows = TelegramAccount(BOT, url, "hook"), []
    files, pictures = open_file_store((folder / "files").as_uri()), PictureRoom()
    parcel = _parcel(file_id)
    async with aiohttp.ClientSession() as session:
        for _ in range(REPEATS + 1):
            plain = await _plain(session, url, file_id, folder / "plain.jpg")
            watched = Watched(files)
            begun = time.perf_counter()
            await Filer(watched, pictures, {Platform.TELEGRAM: account.stream}).send(parcel)
            rows.append((plain, watched.kept_at - begun, time.perf_counter() - begun))
    await account.close()
    await pictures.close()
    return rows[1:]


def run(told: Callable[[Line], None]) -> None:
    """One line: our speed over the plain way's."""
    with (
        tempfile.TemporaryDirectory() as name,
        _telegram() as (url, file_id),
        # The loop of `cutr worker`, for both.
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        rows = runner.run(_measure(Path(name), url, file_id))
    plain, ours, looked = (median([row[place] for row in rows]) for place in range(3))
    told(Line(
        "20 MB photo from Telegram to the filed copy, of a plain download's speed",
        median([row[0] / row[1] for row in rows]), "at least", 0.6,
        f"{ours * 1000:.0f} ms against {plain * 1000:.0f} ms; {looked * 1000:.0f} ms with the look",
    ))  # fmt: skip
