"""Large files over HTTP in pieces that can be gone on with: the core of the tus protocol 1.0.0, with its creation.

POST announces a file, HEAD tells how much of it has come, PATCH brings more from there on. Whatever came before a
connection broke is kept: every piece is in the file store, and written down, as soon as it is whole or the line is
dead. So nothing is lost with a connection, and with a killed process at most the last piece.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final, cast

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bots.customer.upload_guests import Guest
from bots.receiving import BadForm, TooBig, receive, told_name
from core.commands import AddPiece, BeginUpload
from core.dispatch import Dispatcher
from core.files import FileKind, ItemState, UploadItem
from core.pieces import received
from core.ports import Database, Store
from core.refusals import Refusal, Stale, UnknownThing
from core.shelf import FileStore

VERSION: Final = "1.0.0"
PIECE_BYTES: Final = 32 << 20
"""What a killed process may lose, and what one S3 object of a large file holds: 2 GB are 64 of them."""
OFFSET_TYPE: Final = "application/offset+octet-stream"
HEADERS: Final = {"Tus-Resumable": VERSION, "Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Resumable:
    """The endpoints over these; `most` is bytes a file, `piece` bytes a piece. All raise `Refusal`, `StorageAway`."""

    database: Database
    dispatcher: Dispatcher
    files: FileStore
    most: int
    piece: int = PIECE_BYTES

    async def begin(self, request: Request, guest: Guest) -> Response:
        """Announce a file, or find the one that was announced before under the same key. Raises `BadForm`, `TooBig`."""
        size = _number(request.headers.get("upload-length"))
        if size > self.most:
            raise TooBig
        told = _metadata(request.headers.get("upload-metadata", ""))
        kind = told.get("kind", "")
        name = told_name(told.get("filename", ""))
        command = BeginUpload(
            guest.link.id, told.get("key") or name, name, size,
            FileKind(kind) if kind in set(FileKind) else guest.link.kind,
        )  # fmt: skip
        item = cast("UploadItem", await self.dispatcher.dispatch(command, guest.actor))
        path = f"{request.url.path.rstrip('/')}/{item.id}"
        return Response(status_code=201, headers={**HEADERS, "Location": path, "Upload-Offset": str(offset_of(item))})

    async def tell(self, request: Request, guest: Guest) -> Response:
        """How much has come, and how much is to come."""
        item = await self._item(request, guest)
        told = {"Upload-Offset": str(offset_of(item)), "Upload-Length": str(item.size)}
        return Response(status_code=200, headers={**HEADERS, **told})

    async def go_on(self, request: Request, guest: Guest) -> Response:
        """Take what comes next. 409 with the true offset when it is not what comes next. Raises `BadForm`, `TooBig`."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != OFFSET_TYPE:
            return Response(status_code=415, headers=HEADERS)
        item, offset = await self._item(request, guest), _number(request.headers.get("upload-offset"))
        if offset != offset_of(item):
            return _conflict(item)
        try:
            item = await self._taken(item, guest, _Body(request, item.size - offset))
        except Stale:
            return _conflict(await self._item(request, guest))
        return Response(status_code=204, headers={**HEADERS, "Upload-Offset": str(offset_of(item))})

    async def _taken(self, item: UploadItem, guest: Guest, body: _Body) -> UploadItem:
        while not body.ended:
            got = await receive(self.files, body.piece(self.piece), self.most)
            if got is None:
                break
            kept = got.kept
            command = AddPiece(
                guest.link.id, item.id, offset_of(item), kept.key, kept.sha256, kept.size, got.mime
            )  # fmt: skip
            try:
                item = cast("UploadItem", await self.dispatcher.dispatch(command, guest.actor))
            except Refusal:
                await self.files.remove(kept.key)
                raise
        return item

    async def _item(self, request: Request, guest: Guest) -> UploadItem:
        def job(store: Store) -> UploadItem | None:
            return store.upload_items.get(str(request.path_params["upload"])[:64])

        item = await self.database.read(job)
        if item is None or not item.origin.startswith(f"link:{guest.link.id}:"):
            raise UnknownThing("upload", "")
        return item


class _Body:
    """A request's body, cut into pieces. A dead line is its end: what came before counts."""

    def __init__(self, request: Request, most: int) -> None:
        self._chunks = request.stream()
        self._most = most
        self._left = b""
        self.ended = False

    async def piece(self, size: int) -> AsyncIterator[bytes]:
        """Up to `size` bytes of what comes. Raises `TooBig` for more than was announced."""
        while size > 0:
            chunk = self._left or await self._next()
            if not chunk:
                return
            self._left, now = chunk[size:], chunk[:size]
            size -= len(now)
            yield now

    async def _next(self) -> bytes:
        try:
            async for chunk in self._chunks:
                if not chunk:
                    continue
                self._most -= len(chunk)
                if self._most < 0:
                    raise TooBig
                return chunk
        except ClientDisconnect:
            pass
        self.ended = True
        return b""


def offset_of(item: UploadItem) -> int:
    """How many of the upload's bytes need not be sent any more."""
    return received(item) if item.state is ItemState.ARRIVING else item.size


def _conflict(item: UploadItem) -> Response:
    return Response(status_code=409, headers={**HEADERS, "Upload-Offset": str(offset_of(item))})


def _number(text: str | None) -> int:
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 16:
        raise BadForm
    return int(text)


def _metadata(header: str) -> dict[str, str]:
    """`key base64, key base64`. Raises `BadForm`."""
    told = {}
    for pair in header[:8000].split(","):
        name, _, value = pair.strip().partition(" ")
        try:
            told[name] = base64.b64decode(value, validate=True).decode("utf-8", "replace")
        except binascii.Error:
            raise BadForm from None
    return told
