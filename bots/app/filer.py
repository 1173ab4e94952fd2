"""The filer: brings what people sent into the file store, looks at it, and tells what it found (kind `StoreFile`).

Bytes go from the platform into a temporary file and from there into the store, so memory stays flat. Pictures are
opened by the child process only (`storage.images`); everything else is kept as it is, without a preview.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bots.outgoing import SendLater, SendRefused, Sent
from bots.sniffing import HEAD, HTML, PICTURES, mime_of
from core.chats import Attachment, Platform
from core.files import UploadItem
from core.parcels import Parcel
from core.ports import StorageAway
from core.shelf import Damaged, FileStore
from storage.images import Facts, NoPreview, PictureRoom, checks

AT_ONCE: Final = 4
PREVIEW_SIDE: Final = 1024
PDF: Final = "application/pdf"
PIECE: Final = 1 << 20
NO_PREVIEW: Final = "no_preview"
"""Warning of a file that claims to be a picture and can't be shown as one."""

Fetch = Callable[[Attachment, Path], Awaitable[Path]]


@dataclass(slots=True)
class Filer:
    """`bots.outgoing.Sender` for `Platform.FILES`; `fetchers` bring a file of their platform to a path."""

    files: FileStore
    pictures: PictureRoom
    fetchers: Mapping[Platform, Fetch]
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def send(self, parcel: Parcel) -> Sent:
        """Fetch, keep and look. `Sent.words` is JSON that the core reads into the item. Raises `SendTrouble`."""
        item = parcel.item
        if item is None:
            raise SendRefused("no_item")
        zone = parcel.view.partner.time_zone if parcel.view and parcel.view.partner else parcel.zone
        async with self._turns:
            try:
                with tempfile.TemporaryDirectory(prefix="filing-") as folder:
                    told = await self._brought(item, Path(folder), zone)
            except Damaged as damaged:
                raise SendRefused("file_gone") from damaged
            except StorageAway as away:
                raise SendLater(5.0, "files_away") from away
            except OSError as full:
                raise SendLater(30.0, f"disk: {full.strerror or type(full).__name__}"[:100]) from full
        return Sent((), words=json.dumps(told))

    async def look_up(self, _parcel: Parcel) -> Sent | None:
        """Nothing is remembered of an attempt that was cut short: what it kept is swept, and it is done again."""
        return None

    async def _brought(self, item: UploadItem, folder: Path, zone: str) -> dict[str, Any]:
        path = await self._fetched(item, folder / "original")
        size = path.stat().st_size
        mime = await asyncio.to_thread(_sniffed, path)
        if size == 0:
            raise SendRefused("file_empty")
        if mime == HTML and not _is_page(item.source):
            # A login page in place of the file (platforms.md 1.10).
            raise SendRefused("file_is_a_login_page")
        told: dict[str, Any] = {"mime": mime, "facts": {}, "warnings": []}
        if mime in PICTURES:
            told |= await self._looked_at(path, folder, zone)
        elif mime == PDF:
            told |= await self._redrawn(path, folder)
        if item.source.platform is Platform.FILES:
            return told | {"blob": item.blob, "sha256": item.sha256, "size": size}
        kept = await self.files.keep(pieces(path))
        return told | {"blob": kept.key, "sha256": kept.sha256, "size": kept.size}

    async def _fetched(self, item: UploadItem, to: Path) -> Path:
        if item.source.platform is Platform.FILES:
            return await _copied(self.files.read(item.blob or "", item.sha256 or ""), to)
        fetch = self.fetchers.get(item.source.platform)
        if fetch is None:
            raise SendRefused("platform_off")
        return await fetch(item.source, to)

    async def _looked_at(self, path: Path, folder: Path, zone: str) -> dict[str, Any]:
        """Facts, warnings, and keys of the preview and of the copy that a customer may get."""
        preview, copy = folder / "preview.jpg", folder / "copy.jpg"
        try:
            facts = await self.pictures.look(path, zone)
            await self.pictures.preview(path, preview, PREVIEW_SIDE)
            await self.pictures.customer_copy(path, copy)
        except NoPreview as trouble:
            return {"facts": {"no_preview": trouble.why.value}, "warnings": [NO_PREVIEW]}
        return await self._kept_copies(preview, copy, facts_data(facts)) | {"warnings": checks(facts)}

    async def _redrawn(self, path: Path, folder: Path) -> dict[str, Any]:
        """A drawing's pages drawn anew, and the first of them small. What can't be drawn is kept as it is."""
        preview, copy = folder / "preview.jpg", folder / "copy.pdf"
        try:
            pages = await self.pictures.clean_pdf(path, copy)
            await self.pictures.pdf_preview(path, preview, PREVIEW_SIDE)
        except NoPreview as trouble:
            return {"facts": {"no_preview": trouble.why.value}}
        return await self._kept_copies(preview, copy, {"kind": "pdf", "pages": pages})

    async def _kept_copies(self, preview: Path, copy: Path, facts: dict[str, Any]) -> dict[str, Any]:
        small, clean = await self.files.keep(pieces(preview)), await self.files.keep(pieces(copy))
        hashes = {"preview_sha256": small.sha256, "copy_sha256": clean.sha256, "copy_size": clean.size}
        return {"preview": small.key, "copy": clean.key, "facts": facts | hashes}


def facts_data(facts: Facts) -> dict[str, Any]:
    """The facts as JSON; `taken_at` in ISO 8601, UTC."""
    return {
        "kind": facts.kind, "width": facts.width, "height": facts.height,
        "taken_at": facts.taken_at.isoformat() if facts.taken_at else None, "brightness": facts.brightness,
        "sharpness": facts.sharpness, "fingerprint": facts.fingerprint, "has_gps": facts.has_gps,
    }  # fmt: skip


async def pieces(path: Path) -> AsyncIterator[bytes]:
    """A file's bytes, a megabyte at a time, read in a thread."""
    with path.open("rb") as file:
        while piece := await asyncio.to_thread(file.read, PIECE):
            yield piece


async def _copied(chunks: AsyncIterator[bytes], to: Path) -> Path:
    with to.open("wb") as file:
        async for chunk in chunks:
            await asyncio.to_thread(file.write, chunk)
    return to


def _sniffed(path: Path) -> str:
    with path.open("rb") as file:
        return mime_of(file.read(HEAD))


def _is_page(source: Attachment) -> bool:
    """Whether the sender meant to send a web page."""
    return source.mime == HTML or source.name.lower().endswith((".html", ".htm"))
