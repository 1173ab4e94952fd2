"""The filer: brings what people sent into the file store, looks at it, and tells what it found (kind `StoreFile`).

Bytes go from the platform straight into the store, so memory stays flat; of a picture a copy is written beside, which
only the child process opens (`storage.images`). Everything else is kept as it is, without a preview.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bots.outgoing import SendLater, SendRefused, Sent
from bots.sniffing import HEAD, HTML, PICTURES, mime_of
from core.chats import Attachment, Platform
from core.files import UploadItem
from core.parcels import Parcel
from core.pieces import pieces_of
from core.ports import StorageAway
from core.shelf import Damaged, FileStore, Kept
from storage.images import Facts, NoPreview, PictureRoom, checks

AT_ONCE: Final = 4
PREVIEW_SIDE: Final = 1024
PIECE: Final = 1 << 20
PDF: Final = "application/pdf"
LOOKED_AT: Final = PICTURES | {PDF}
"""What the child is given."""
NO_PREVIEW: Final = "no_preview"
"""Warning of a file that claims to be a picture and can't be shown as one."""

Stream = Callable[[Attachment], AsyncGenerator[bytes, None]]


@dataclass(slots=True)
class Filer:
    """`bots.outgoing.Sender` for `Platform.FILES`; `streams` give the bytes of their platform's files."""

    files: FileStore
    pictures: PictureRoom
    streams: Mapping[Platform, Stream]
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
        original = folder / "original"
        if item.source.platform is Platform.FILES:
            kept, mime = await self._kept_before(item, original)
        else:
            kept, mime = await self._kept(item.source, original)
        told: dict[str, Any] = {"mime": mime, "facts": {}, "warnings": []}
        if mime in PICTURES:
            told |= await self._looked_at(original, folder, zone)
        elif mime == PDF:
            told |= await self._redrawn(original, folder)
        return told | {"blob": kept.key, "sha256": kept.sha256, "size": kept.size}

    async def _kept(self, source: Attachment, original: Path) -> tuple[Kept, str]:
        """The file, in the store now, and what its bytes say it is; a picture is at `original` too."""
        stream = self.streams.get(source.platform)
        if stream is None:
            raise SendRefused("platform_off")
        async with aclosing(stream(source)) as chunks:
            begun = await _beginning(chunks)
            mime = mime_of(b"".join(begun)[:HEAD])
            if not begun:
                raise SendRefused("file_empty")
            if mime == HTML and not _is_page(source):
                # A login page in place of the file (platforms.md 1.10).
                raise SendRefused("file_is_a_login_page")
            whole = _whole(begun, chunks)
            return await self.files.keep(_beside(whole, original) if mime in LOOKED_AT else whole), mime

    async def _kept_before(self, item: UploadItem, original: Path) -> tuple[Kept, str]:
        """The same of what the upload page has put into the store, where its beginning was sniffed on the way in.

        What came in pieces becomes one file now; the pieces stay until the nightly sweep, so that doing this again
        after a crash finds them.
        """
        whole = Kept(item.blob or "", item.sha256 or "", item.size)
        chunks = self.files.read(whole.key, whole.sha256) if item.blob else self._joined(item)
        if item.mime in LOOKED_AT:
            chunks = _beside(chunks, original)
        if not item.blob:
            return await self.files.keep(chunks), item.mime
        if item.mime in LOOKED_AT:
            async for _ in chunks:
                pass
        return whole, item.mime

    async def _joined(self, item: UploadItem) -> AsyncIterator[bytes]:
        for piece in pieces_of(item):
            async for chunk in self.files.read(piece.key, piece.sha256):
                yield chunk

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


async def _beginning(chunks: AsyncIterator[bytes]) -> list[bytes]:
    """As many chunks as it takes to see what a file is; none of an empty file."""
    begun: list[bytes] = []
    async for chunk in chunks:
        begun += [chunk] if chunk else []
        if sum(map(len, begun)) >= HEAD:
            break
    return begun


async def _whole(begun: list[bytes], chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """What has begun, and the rest."""
    while begun:
        yield begun.pop(0)
    async for chunk in chunks:
        yield chunk


async def _beside(chunks: AsyncIterator[bytes], to: Path) -> AsyncIterator[bytes]:
    """The same bytes, which are also written to a file."""
    with to.open("wb") as file:
        async for chunk in chunks:
            file.write(chunk)
            yield chunk


def _is_page(source: Attachment) -> bool:
    """Whether the sender meant to send a web page."""
    return source.mime == HTML or source.name.lower().endswith((".html", ".htm"))
