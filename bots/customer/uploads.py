"""The upload page behind a one-time link: many or large files at once, for members and staff. Looking changes nothing.

The link is good until its holder presses *Done*, or for a day. Works without a script as a plain form; with it, each
file goes up by itself with its progress shown and is gone on with after a break (`bots.customer.resumable`). Bytes go
straight into the file store, whatever the size (`bots.receiving`); who may upload is the core's to say.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bots.customer.frame import HEADERS, asked_language, nothing, template
from bots.customer.resumable import Resumable
from bots.customer.upload_guests import Closed, Guest, guest_behind
from bots.receiving import MOST_BYTES, BadForm, Received, TooBig, form, is_form, receive, told_name
from bots.refusing import refusal_words
from bots.texts import say
from core.commands import CloseUploads, UploadedFile
from core.dispatch import Dispatcher
from core.files import FileKind
from core.ports import Database, StorageAway
from core.refusals import Refusal, TooLate, UnknownThing
from core.shelf import FileStore

SCRIPT: Final = (Path(__file__).parent / "templates" / "upload.js").read_text(encoding="utf-8")
WORDS: Final = ("kind", "files", "send", "hint", "sending", "done", "failed", "waiting", "finish", "finish-hint")


Act = Callable[[Request, Guest], Coroutine[Any, Any, Response]]


@dataclass(frozen=True, slots=True)
class Uploads:
    """The page over these. `hash_code` is the house's; `clock` gives the instant (UTC); `most` is bytes a file."""

    database: Database
    dispatcher: Dispatcher
    files: FileStore
    hash_code: Callable[[str], str]
    clock: Callable[[], datetime]
    most: int = MOST_BYTES

    def routes(self) -> list[Route]:
        """The page, its form, *Done*, its script, and where the script sends files in pieces."""
        pieces = Resumable(self.database, self.dispatcher, self.files, self.most)

        async def one(request: Request, guest: Guest) -> Response:
            return await (pieces.tell if request.method == "HEAD" else pieces.go_on)(request, guest)

        return [
            Route("/u/-/upload.js", _script, methods=["GET"]),
            Route("/u/{token}", self._guarded(self._show), methods=["GET"]),
            Route("/u/{token}", self._guarded(self._form), methods=["POST"]),
            Route("/u/{token}/done", self._guarded(self._finish), methods=["POST"]),
            Route("/u/{token}/files", self._guarded(pieces.begin), methods=["POST"]),
            Route("/u/{token}/files/{upload}", self._guarded(one), methods=["HEAD", "PATCH"]),
        ]

    def _guarded(self, act: Act) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Find out who asks; everything that can go wrong becomes a clear page, or JSON for the script."""

        async def answered(request: Request) -> Response:
            plain, language = "/files" in request.url.path, asked_language(request)
            try:
                token = request.path_params["token"]
                guest = await self.database.read(lambda store: guest_behind(store, token, self.hash_code, self.clock()))
                if guest is None:
                    return _trouble(say("uploads-gone", language), 404, language, plain=plain)
                if isinstance(guest, Closed):
                    return _trouble(guest.words, 410, guest.language, plain=plain)
                language = guest.language
                return await act(request, guest)
            except StorageAway:
                return _trouble(say("page-away", language), 503, language, plain=plain)
            except TooBig:
                return _trouble(say("uploads-too-big", language), 413, language, plain=plain)
            except (BadForm, ClientDisconnect):
                return _trouble(say("uploads-broken", language), 400, language, plain=plain)
            except UnknownThing as refusal:
                return _trouble(refusal_words(refusal, language), 404, language, plain=plain)
            except TooLate as refusal:
                return _trouble(refusal_words(refusal, language), 410, language, plain=plain)
            except Refusal as refusal:
                # In pieces 409 says that another offset is the next one.
                return _trouble(refusal_words(refusal, language), 403 if plain else 409, language, plain=plain)

        return answered

    async def _show(self, request: Request, guest: Guest) -> Response:
        told, token = request.query_params.get("received", ""), request.path_params["token"]
        received = int(told) if told.isdigit() and len(told) < 4 else 0
        return HTMLResponse(_page(guest, token, received), headers=HEADERS)

    async def _form(self, request: Request, guest: Guest) -> Response:
        """Without a script: one form with all files; its kind stands before them."""
        content_type = request.headers.get("content-type", "")
        if not is_form(content_type):
            raise BadForm
        kind, count = guest.link.kind, 0
        async for part in form(content_type, request.stream()):
            if part.filename is None:
                value = await part.text()
                kind = _kind(value, kind) if part.name == "kind" else kind
            elif await self._take(guest, part.filename, kind, part.chunks):
                count += 1
        return RedirectResponse(f"{request.url.path}?received={count}", 303, HEADERS)

    async def _finish(self, request: Request, guest: Guest) -> Response:
        """*Done*: the link takes nothing more, and its page says so from now on."""
        await self.dispatcher.dispatch(CloseUploads(guest.link.id), guest.actor)
        return RedirectResponse(request.url.path.removesuffix("/done"), 303, HEADERS)

    async def _take(
        self, guest: Guest, name: str, kind: FileKind | None, chunks: AsyncIterator[bytes]
    ) -> Received | None:
        """Into the store first, then a row; what the core refuses does not stay in the store."""
        received = await receive(self.files, chunks, self.most)
        if received is None:
            return None
        kept = received.kept
        command = UploadedFile(guest.link.id, told_name(name), kept.key, kept.sha256, kept.size, received.mime, kind)
        try:
            await self.dispatcher.dispatch(command, guest.actor)
        except Refusal:
            await self.files.remove(kept.key)
            raise
        return received


def _kind(value: str, otherwise: FileKind | None) -> FileKind | None:
    return FileKind(value) if value in {kind.value for kind in FileKind} else otherwise


def _page(guest: Guest, token: str, received: int) -> str:
    language, reference = guest.language, guest.order.reference
    words = {key.replace("-", "_"): say(f"uploads-{key}", language) for key in WORDS}
    return template("upload.html").render(
        language=language,
        done=f"/u/{token}/done",
        title=say("uploads-title", language, reference=reference),
        heading=say("uploads-title", language, reference=reference),
        name=guest.order.title,
        words=words,
        kinds=[(kind.value, say(f"kind-{kind}", language)) for kind in FileKind],
        chosen=guest.link.kind or FileKind.OTHER,
        received=say("uploads-received", language, count=received) if received else "",
    )


def _trouble(text: str, status: int, language: str, *, plain: bool) -> Response:
    headers = {**HEADERS, **({"Retry-After": "5"} if status == 503 else {})}
    if plain:
        return JSONResponse({"problem": text}, status, headers)
    return HTMLResponse(nothing(text, language), status, headers)


async def _script(_: Request) -> Response:
    headers = {**HEADERS, "Cache-Control": "max-age=3600"}
    return Response(SCRIPT, headers=headers, media_type="text/javascript")
