"""A zip as a stream, with the order's folders: nothing is gathered in memory or on disk, photos are not packed again.

Names are made safe here as well; the bundle is the one place where they become paths on somebody's machine.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import AsyncIterable, AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import RawIOBase
from typing import Any, Final

from core.characters import one_line
from core.shelf import Damaged

DAMAGED: Final = "DAMAGED.txt"
_UNSAFE: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST: Final = 120
_FIRST_YEAR: Final = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the bundle: its folders, its name, when it was made (UTC), and its bytes."""

    folders: Sequence[str]
    name: str
    made_at: datetime
    chunks: AsyncIterator[bytes]


async def bundle(items: AsyncIterable[Item]) -> AsyncIterator[bytes]:
    """The zip's bytes. A damaged file is left as far as it could be read, and named in `DAMAGED.txt` at the end."""
    sink = _Sink()
    damaged: list[str] = []
    taken: set[str] = {DAMAGED.casefold()}
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as packed:
        async for item in items:
            path = _path(item, taken)
            told = zipfile.ZipInfo(path, max(item.made_at.astimezone(UTC), _FIRST_YEAR).timetuple()[:6])
            told.external_attr = 0o644 << 16
            with packed.open(told, "w", force_zip64=True) as file:
                try:
                    async for chunk in item.chunks:
                        file.write(chunk)
                        yield sink.taken()
                except Damaged:
                    damaged.append(path)
            yield sink.taken()
        if damaged:
            packed.writestr(DAMAGED, "\n".join(damaged))
    yield sink.taken()


def safe_segment(name: str) -> str:
    """A name that is one portable, visible segment of a path on every system."""
    cleaned = _UNSAFE.sub("_", one_line(name)).strip(" .")
    if not cleaned or _RESERVED.fullmatch(cleaned):
        cleaned = f"_{cleaned}"
    stem, dot, ending = cleaned.rpartition(".")
    if len(cleaned.encode()) <= _LONGEST:
        return cleaned
    if not dot or len(ending.encode()) > 10:
        stem, dot, ending = cleaned, "", ""
    return stem.encode()[: _LONGEST - 11].decode("utf-8", "ignore").rstrip(" .") + dot + ending


def _path(item: Item, taken: set[str]) -> str:
    """Unique also where capitals don't count."""
    *folders, name = [safe_segment(each) for each in (*item.folders, item.name)]
    stem, dot, ending = name.rpartition(".")
    if not stem:
        stem, dot, ending = name, "", ""
    path, number = "/".join([*folders, name]), 1
    while path.casefold() in taken:
        number += 1
        path = "/".join([*folders, f"{stem} ({number}){dot}{ending}"])
    taken.add(path.casefold())
    return path


class _Sink(RawIOBase):
    """Where the zip is written to: it can't go back, and hands out what came since it was last asked."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, some: Any) -> int:
        self._held += some
        return len(some)

    def taken(self) -> bytes:
        held = bytes(self._held)
        self._held.clear()
        return held
