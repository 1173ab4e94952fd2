"""REST: an order's files and its packing slip. Bytes are streamed; what the API gives out is never shown inline."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from bots.api import answers
from bots.api.desk import Desk, as_platform
from bots.api.orders import wanted
from bots.api.problems import Problem
from bots.receiving import BadForm, TooBig, form, is_form, receive, told_name
from core.commands import MakeSlip, MakeUploadLink, UploadedFile
from core.file_views import FileView, file_view, files_of, valid_slip
from core.files import FileKind, SlipVersion, UploadItem
from core.ports import Store
from core.refusals import BadValue, Refusal, UnknownThing
from core.shelf import Damaged
from core.views import OrderView

Count = Annotated[int | None, Query(ge=0, le=200)]
FileOf = Annotated[str, Query(max_length=200)]


def router(desk: Desk) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter(tags=["Files"])

    @routes.get("/orders/{reference}/files")
    async def files(reference: str) -> list[dict[str, Any]]:
        """The files that were filed for the order, by folder; what merely stands in a chat is not among them."""

        def job(store: Store) -> list[dict[str, Any]]:
            return [answers.file(it) for it in files_of(store, wanted(store, reference).order.id)]

        return await desk.database.read(job)

    @routes.get("/orders/{reference}/files/{file_id}/content", response_class=Response)
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
    @routes.get("/orders/{reference}/packing-slip.pdf", response_class=Response)
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
    @routes.post("/orders/{reference}/files", status_code=201)
    async def upload(request: Request, reference: str, kind: FileKind = FileKind.OTHER) -> dict[str, Any]:
        """Files as a multipart form, up to 2 GB each, streamed; a field `kind` counts for the files after it."""
        content_type = request.headers.get("content-type", "")
        if not is_form(content_type):
            raise Problem(415, "bad-form")
        link_id = await desk.database.run(lambda store: _link(store, desk, reference))
        made: list[dict[str, Any]] = []
        try:
            async for part in form(content_type, request.stream()):
                if part.filename is not None:
                    made += await _take(desk, link_id, told_name(part.filename), kind, part.chunks)
                elif part.name == "kind":
                    kind = _kind(await part.text())
        except BadForm:
            raise Problem(400, "bad-form") from None
        except TooBig:
            raise Problem(413, "too-large") from None
        desk.dispatcher.nudge()
        return {"reference": reference, "received": made}


def _kind(value: str) -> FileKind:
    try:
        return FileKind(value)
    except ValueError:
        raise BadValue("kind", "unknown", value[:40]) from None


def _link(store: Store, desk: Desk, reference: str) -> str:
    """The platform uploads by a link of its own, as people do."""
    code = as_platform(store, desk.dispatcher, MakeUploadLink(wanted(store, reference).order.id))
    return store.upload_links.find(code_hash=desk.dispatcher.house.hash_code(code))[0].id


async def _take(
    desk: Desk, link_id: str, name: str, kind: FileKind, chunks: AsyncIterator[bytes]
) -> list[dict[str, Any]]:
    received = await receive(desk.files, chunks)
    if received is None:
        return []
    kept = received.kept
    command = UploadedFile(link_id, name, kept.key, kept.sha256, kept.size, received.mime, kind)

    def job(store: Store) -> dict[str, Any]:
        item: UploadItem = as_platform(store, desk.dispatcher, command)
        return {
            "id": item.id,
            "name": name,
            "kind": kind,
            "sha256": kept.sha256,
            "size": kept.size,
            "state": item.state,
        }

    try:
        return [await desk.database.run(job)]
    except Refusal:
        await desk.files.remove(kept.key)
        raise
