"""REST: an order's files and its packing slip. Bytes are streamed; what the API gives out is never shown inline."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from bots.api import answers, records
from bots.api.desk import Act, Desk, IdempotencyKey, as_platform
from bots.api.orders import wanted
from bots.api.problems import Problem
from bots.api.shape import told
from bots.receiving import BadForm, Received, TooBig, form, is_form, receive, told_name
from core.commands import MakeSlip, MakeUploadLink, UploadedFile
from core.dispatch import Dispatcher
from core.file_views import FileView, file_view, files_of, valid_slip
from core.files import FileKind, SlipVersion, UploadItem
from core.ports import StorageAway, Store
from core.refusals import BadValue, UnknownThing
from core.shelf import Damaged
from core.views import OrderView

Count = Annotated[int | None, Query(ge=0, le=200)]
_BINARY = {"schema": {"type": "string", "format": "binary"}}
BYTES: dict[int | str, dict[str, Any]] = {200: {"description": "The bytes.", "content": {"*/*": _BINARY}}}
PDF: dict[int | str, dict[str, Any]] = {200: {"description": "The PDF.", "content": {"application/pdf": _BINARY}}}
FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "kind": {"type": "string", "enum": [one.value for one in FileKind]},
                        "file": {"type": "string", "format": "binary"},
                    },
                }
            }
        },
    }
}


def router(desk: Desk) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter(tags=["Files"])

    @routes.get("/orders/{reference}/files", response_model=None, responses=told(list[records.File]))
    async def files(reference: str) -> list[dict[str, Any]]:
        """The files that were filed for the order, by folder; what merely stands in a chat is not among them."""

        def job(store: Store) -> list[dict[str, Any]]:
            return [answers.file(it) for it in files_of(store, wanted(store, reference).order.id)]

        return await desk.database.read(job)

    @routes.get("/orders/{reference}/files/{file_id}/content", response_class=Response, responses=BYTES)
    async def content(reference: str, file_id: str) -> Response:
        """The newest revision's bytes, as an attachment under the file's name in its folder."""

        def job(store: Store) -> FileView:
            order = wanted(store, reference).order
            found = file_view(store, file_id) if file_id.isprintable() else None
            if found is None or found.file.order_id != order.id or found.file.withdrawn_at is not None:
                raise UnknownThing("file", file_id[:40])
            return found

        return await _download(desk, await desk.database.read(job))

    _add_slip(routes, desk)
    _add_upload(routes, desk)
    return routes


async def _download(desk: Desk, view: FileView) -> Response:
    revision = view.newest
    chunks = desk.files.read(revision.blob, revision.sha256)
    try:
        # The first bytes are asked for while the answer may still be a problem.
        first = await anext(chunks, b"")
    except Damaged:
        raise Problem(500, "file-damaged") from None

    async def all_chunks() -> AsyncIterator[bytes]:
        yield first
        async for chunk in chunks:
            yield chunk

    headers = {"Content-Length": str(revision.size), **_attached(view.file.name)}
    return StreamingResponse(all_chunks(), headers=headers, media_type=_harmless(revision.mime))


def _attached(name: str) -> dict[str, str]:
    """Headers under which nothing is shown inline, whatever it is (reliability.md T22)."""
    plain = "".join(sign if (sign.isalnum() and sign.isascii()) or sign in "._-" else "_" for sign in name)
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }


def _harmless(mime: str) -> str:
    """Kinds that a browser would run go as plain bytes."""
    return "application/octet-stream" if mime.startswith("text/") or "xml" in mime else mime


def _add_slip(routes: APIRouter, desk: Desk) -> None:
    @routes.get("/orders/{reference}/packing-slip.pdf", response_class=Response, responses=PDF)
    async def packing_slip(
        reference: str, packages: Count = None, boxes: Count = None, pallets: Count = None
    ) -> Response:
        """The list for inside one package, then a label per package. Another number makes a new version.

        Without numbers it is the version that counts now.
        """
        bot_name = desk.bot_name()
        if bot_name is None:
            raise Problem(503, "bot-unknown")
        stated = (boxes if boxes is not None else packages, pallets)

        def job(store: Store) -> tuple[OrderView, SlipVersion]:
            view = wanted(store, reference)
            if stated == (None, None):
                slip = valid_slip(store, view.order.id)
                if slip is None:
                    raise BadValue("packages", "out_of_range", "0")
                return view, slip
            made = as_platform(store, desk.dispatcher, MakeSlip(view.order.id, stated[0] or 0, stated[1] or 0))
            return view, made

        view, slip = await (desk.database.read(job) if stated == (None, None) else desk.database.run(job))
        desk.dispatcher.nudge()
        pdf = await asyncio.to_thread(desk.slip_pdf, view, slip, bot_name, desk.dispatcher.clock())
        return Response(pdf, 200, _attached(f"{view.order.reference}_packing-slip_v{slip.version}.pdf"),
                        "application/pdf")  # fmt: skip


def _add_upload(routes: APIRouter, desk: Desk) -> None:
    @routes.post("/orders/{reference}/files", status_code=201, responses=told(records.Upload, 201), openapi_extra=FORM)
    async def upload(
        request: Request, reference: str, kind: FileKind = FileKind.OTHER, key: IdempotencyKey = None
    ) -> Response:
        """Files as a multipart form, up to 2 GB each, streamed; a field `kind` counts for the files after it.

        All of them are taken, or none.
        """
        content_type = request.headers.get("content-type", "")
        if not is_form(content_type):
            raise Problem(415, "bad-form")
        await desk.database.read(lambda store: wanted(store, reference))
        came: list[Came] = []
        try:
            await _receive_all(desk, content_type, request, kind, came)
            told, is_new = await desk.post_once(key, _fingerprint(request, came), _taking(reference, came))
        except BaseException:
            await _throw_away(desk, came)
            raise
        if not is_new:
            # The answer is an earlier one: its files are in the store already.
            await _throw_away(desk, came)
        return told


@dataclass(frozen=True, slots=True)
class Came:
    """A file that is in the store and belongs to nothing yet."""

    name: str
    kind: FileKind
    received: Received


async def _receive_all(desk: Desk, content_type: str, request: Request, kind: FileKind, came: list[Came]) -> None:
    try:
        async for part in form(content_type, request.stream()):
            if part.filename is not None:
                received = await receive(desk.files, part.chunks)
                came += [Came(told_name(part.filename), kind, received)] if received is not None else []
            elif part.name == "kind":
                kind = _kind(await part.text())
    except BadForm:
        raise Problem(400, "bad-form") from None
    except TooBig:
        raise Problem(413, "too-large") from None


async def _throw_away(desk: Desk, came: list[Came]) -> None:
    for one in came:
        with suppress(StorageAway):
            await desk.files.remove(one.received.kept.key)


def _fingerprint(request: Request, came: list[Came]) -> str:
    """What makes two uploads the same: where to, and each file's name, kind and bytes; never the form's boundary."""
    body = [[one.name, one.kind, one.received.kept.sha256] for one in came]
    return hashlib.sha256(f"POST {request.scope['path']}\n{json.dumps(body)}".encode()).hexdigest()


def _taking(reference: str, came: list[Came]) -> Act:
    def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
        # The platform uploads by a link of its own, as people do.
        code = as_platform(store, dispatcher, MakeUploadLink(wanted(store, reference).order.id))
        link = store.upload_links.find(code_hash=dispatcher.house.hash_code(code))[0].id
        return {"reference": reference, "received": [_take(store, dispatcher, link, one) for one in came]}

    return act


def _take(store: Store, dispatcher: Dispatcher, link_id: str, one: Came) -> dict[str, Any]:
    kept = one.received.kept
    command = UploadedFile(link_id, one.name, kept.key, kept.sha256, kept.size, one.received.mime, one.kind)
    item: UploadItem = as_platform(store, dispatcher, command)
    return {
        "id": item.id, "name": one.name, "kind": one.kind, "sha256": kept.sha256, "size": kept.size,
        "state": item.state,
    }  # fmt: skip


def _kind(value: str) -> FileKind:
    try:
        return FileKind(value)
    except ValueError:
        raise BadValue("kind", "unknown", value[:40]) from None
