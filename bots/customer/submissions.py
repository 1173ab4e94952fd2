"""What a form of the order's page brings: its fields, and pictures straight into the file store as clean copies.

A picture is opened by the child process only, and what is kept is encoded anew, without where and when it was taken:
nobody else needs to know where the customer lives. What is no picture is refused.
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import parse_qsl

from starlette.requests import Request

from bots.receiving import BadForm, Part, TooBig, form, is_form, told_name
from bots.sniffing import HEAD, PICTURES, mime_of
from core.chats import Attachment, MediaKind, Platform
from core.shelf import FileStore
from storage.images import NoPreview

MOST_PHOTO_BYTES: Final = 25 << 20
MOST_PHOTOS: Final = 10
MOST_FIELD_BYTES: Final = 20_000
PIECE: Final = 1 << 20
PREVIEW_SIDE: Final = 800
Check = Callable[[str], Awaitable[None]]
"""Lets a form through by its token, or raises."""


class NotAPicture(Exception):
    """What was sent as a photo can't be shown as one."""


class TooManyPhotos(Exception):
    """More photos than one message may have."""


class Copier(Protocol):
    """Makes clean copies in a child process. Both raise `NoPreview`."""

    async def customer_copy(self, path: Path, to: Path) -> None: ...

    async def preview(self, path: Path, to: Path, side: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that is in the store now: the clean copy, and the key and SHA-256 (hex) of its preview."""

    copy: Attachment
    preview: tuple[str, str]


@dataclass(slots=True)
class Submission:
    """A form's fields, and its photos as they lie in the file store now."""

    fields: dict[str, str] = field(default_factory=dict)
    photos: list[Photo] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A field's words, with line ends as we keep them; blank when it was not sent."""
        return self.fields.get(name, "").replace("\r\n", "\n").strip()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads forms of either encoding."""

    files: FileStore
    copier: Copier

    async def read(self, request: Request, check: Check) -> Submission:
        """The whole form. `check` gets the form's token before anything is kept of it, and raises what it likes.

        Raises `BadForm`, `TooBig`, `NotAPicture`, `TooManyPhotos`, `StorageAway`.
        """
        content_type = request.headers.get("content-type", "")
        read = Submission()
        try:
            if is_form(content_type):
                await self._parts(form(content_type, request.stream()), read, check)
            else:
                read.fields = await _fields(request)
                await check(read.text("token"))
        except BaseException:
            await self.drop(read)
            raise
        return read

    async def drop(self, read: Submission) -> None:
        """Take its photos out of the store again: what they came with was refused."""
        for photo in read.photos:
            await self.files.remove(photo.copy.file_id)
            await self.files.remove(photo.preview[0])
        read.photos.clear()

    async def _parts(self, parts: AsyncIterator[Part], read: Submission, check: Check) -> None:
        checked = False
        async for part in parts:
            if part.filename is None:
                read.fields[part.name] = await part.text(MOST_FIELD_BYTES)
                continue
            if not checked:
                await check(read.text("token"))
                checked = True
            photo = await self._photo(part)
            if photo is None:
                continue
            read.photos.append(photo)
            if len(read.photos) > MOST_PHOTOS:
                raise TooManyPhotos
        if not checked:
            await check(read.text("token"))

    async def _photo(self, part: Part) -> Photo | None:
        """The clean copy of one picture, kept; None for a field that was left empty."""
        with tempfile.TemporaryDirectory(prefix="page-") as name:
            sent, copy, preview = Path(name) / "sent", Path(name) / "copy.jpg", Path(name) / "preview.jpg"
            head = await _put(part.chunks, sent)
            if not head:
                return None
            if mime_of(head) not in PICTURES:
                raise NotAPicture
            try:
                await self.copier.customer_copy(sent, copy)
                await self.copier.preview(sent, preview, PREVIEW_SIDE)
            except NoPreview:
                raise NotAPicture from None
            kept, small = await self.files.keep(_pieces(copy)), await self.files.keep(_pieces(preview))
        stem = told_name(part.filename or "").rpartition(".")[0] or "photo"
        clean = Attachment(
            MediaKind.PHOTO, Platform.PAGE, kept.key, kept.sha256, f"{stem}.jpg", "image/jpeg", kept.size
        )  # fmt: skip
        return Photo(clean, (small.key, small.sha256))


async def _put(chunks: AsyncIterator[bytes], to: Path) -> bytes:
    """Write a stream to a file; its first bytes. Raises `TooBig`."""
    head, size = b"", 0
    with to.open("wb") as file:
        async for chunk in chunks:
            size += len(chunk)
            if size > MOST_PHOTO_BYTES:
                raise TooBig
            head += chunk[: max(0, HEAD - len(head))]
            file.write(chunk)
    return head


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


async def _fields(request: Request) -> dict[str, str]:
    """A plain form's fields. Raises `TooBig`, `BadForm`."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > 4 * MOST_FIELD_BYTES:
            raise TooBig
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise BadForm from None
