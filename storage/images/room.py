"""The pool of children that open pictures. A child serves some hundred jobs, then a fresh one takes over.

Nothing is decoded in this process; whatever a file does to its child, the caller gets `NoPreview`.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

import structlog

from storage.images.cage import missing
from storage.images.facts import Facts, NoPreview, Why
from storage.images.hand import Hand

log = structlog.get_logger("cutr.pictures")
CELL: Final = 320
SHEET_MOST: Final = 60
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)

T = TypeVar("T")


class PictureRoom:
    """Up to `children` jobs at once, each ended after `seconds`. Children start when first needed.

    All jobs raise `NoPreview` (only `contact_sheet` shows a blank tile instead); a half-written copy is removed.
    """

    def __init__(self, children: int = 2, jobs_each: int = 200, seconds: float = 20.0) -> None:
        self._jobs_each, self._seconds = jobs_each, seconds
        self._threads = ThreadPoolExecutor(children, thread_name_prefix="pictures")
        self._idle: list[Hand] = []
        self._lock = threading.Lock()
        self._told = False

    async def look(self, path: Path, zone: str = "Europe/Amsterdam") -> Facts:
        """The facts of a picture; `zone` is where a camera without an offset was, i.e. the workshop's."""
        told = await self._in_thread(lambda: self._job({"job": "look"}, [path], None))
        return _facts(told, ZoneInfo(zone))

    async def preview(self, path: Path, to: Path, side: int) -> None:
        """A JPEG at `to` that fits into a square of `side` pixels, upright, without metadata."""
        await self._in_thread(lambda: self._job({"job": "preview", "side": side}, [path], to))

    async def customer_copy(self, path: Path, to: Path) -> None:
        """The picture encoded anew as JPEG at `to`: upright, sRGB, no EXIF, no place, no profile, no comment."""
        await self._in_thread(lambda: self._job({"job": "customer_copy"}, [path], to))

    async def clean_pdf(self, path: Path, to: Path) -> int:
        """A drawing's pages as pictures in a new PDF at `to`, with nothing else of the old one; how many pages."""
        told = await self._in_thread(lambda: self._job({"job": "clean_pdf"}, [path], to))
        return int(told["pages"])

    async def pdf_preview(self, path: Path, to: Path, side: int) -> None:
        """A JPEG at `to` of the first page, that fits into a square of `side` pixels."""
        await self._in_thread(lambda: self._job({"job": "pdf_preview", "side": side}, [path], to))

    async def contact_sheet(self, paths: Sequence[Path], to: Path, titles: Sequence[str], cell: int = CELL) -> int:
        """One JPEG at `to` with up to `SHEET_MOST` pictures in rows of five; returns how many could be shown."""
        if not 0 < len(paths) <= SHEET_MOST or len(titles) != len(paths):
            raise ValueError(f"1 to {SHEET_MOST} pictures with a title each")
        with tempfile.TemporaryDirectory(prefix="sheet-") as name:
            # The children share the decoding; only the small pictures meet in one of them.
            tiles = await asyncio.gather(
                *(self._tile(path, Path(name) / f"{number}.jpg", cell) for number, path in enumerate(paths))
            )
            present = [tile for tile in tiles if tile is not None]
            asked = {"job": "sheet", "titles": [title[:200] for title in titles], "cell": cell,
                     "present": [tile is not None for tile in tiles]}  # fmt: skip
            await self._in_thread(lambda: self._job(asked, present, to))
            return len(present)

    async def chart(self, chart: dict[str, object], to: Path) -> None:
        """A chart with bars as PNG at `to`; what `chart` holds is told in `storage.images.bars`."""
        await self._in_thread(lambda: self._job({"job": "bars", "chart": chart}, [], to))

    async def _tile(self, path: Path, to: Path, cell: int) -> Path | None:
        try:
            await self.preview(path, to, cell)
        except NoPreview:
            return None
        return to

    async def close(self) -> None:
        """Ends all children."""
        await asyncio.to_thread(self._threads.shutdown)
        for hand in self._idle:
            hand.end()
        self._idle.clear()

    def children(self) -> list[Hand]:
        """Those that wait for a job now."""
        return list(self._idle)

    def _job(self, asked: dict[str, Any], paths: Sequence[Path], to: Path | None) -> dict[str, Any]:
        with ExitStack() as stack:
            files = [stack.enter_context(open(path, "rb", opener=_without_links)).fileno() for path in paths]
            if to is not None:
                files.append(stack.enter_context(to.open("w+b")).fileno())
            hand = self._taken()
            try:
                return hand.ask(asked, files, self._seconds)
            except NoPreview:
                if to is not None:
                    to.unlink(missing_ok=True)
                raise
            finally:
                self._given_back(hand)

    def _taken(self) -> Hand:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        hand = Hand()
        if missing(hand.walls) and not self._told:
            self._told = True
            log.warning("pictures.cage_incomplete", missing=missing(hand.walls))
        return hand

    def _given_back(self, hand: Hand) -> None:
        if hand.alive and hand.jobs >= self._jobs_each:
            hand.end()
        if hand.alive:
            with self._lock:
                self._idle.append(hand)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


def _without_links(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_LINKS)


def _facts(told: dict[str, Any], zone: ZoneInfo) -> Facts:
    """The child's answer is a stranger's word too: what does not fit is damage."""
    try:
        return Facts(
            kind=str(told["kind"]), width=int(told["width"]), height=int(told["height"]),
            taken_at=_moment(told["taken"], zone), brightness=float(told["brightness"]),
            highlights=float(told["highlights"]), sharpness=float(told["sharpness"]),
            fingerprint=f"{int(told['fingerprint'], 16):032x}", has_gps=bool(told["has_gps"]),
        )  # fmt: skip
    except (LookupError, TypeError, ValueError):
        raise NoPreview(Why.DAMAGED) from None


def _moment(taken: list[str | None], zone: ZoneInfo) -> datetime | None:
    written, offset = taken
    try:
        local = datetime.strptime(str(written).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the zone follows
        return local.replace(tzinfo=_zone(offset) or zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(offset: str | None) -> timezone | None:
    try:
        hours, _, minutes = (offset or "").strip("\0 ").partition(":")
        return timezone(timedelta(hours=int(hours), minutes=int(minutes) * (-1 if hours.startswith("-") else 1)))
    except ValueError:
        return None
