"""The upload page behind a one-time link: many or large files at once, for members and staff. Looking changes nothing.

Works without a script as a plain form; with it, each file goes up by itself with its progress shown. Bytes go straight
into the file store, whatever the size (`bots.receiving`); who may upload is the core's to say.
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
from bots.receiving import MOST_BYTES, BadForm, Received, TooBig, form, is_form, receive, told_name
from bots.refusing import refusal_words
from bots.texts import DEFAULT, say
from core.commands import UploadedFile
from core.dispatch import Dispatcher
from core.files import FileKind, UploadLink
from core.orders import Order
from core.people import PLATFORM, Actor, Member, Role
from core.ports import Database, StorageAway, Store
from core.refusals import Refusal
from core.shelf import FileStore

SCRIPT: Final = (Path(__file__).parent / "templates" / "upload.js").read_text(encoding="utf-8")
LONGEST_CODE: Final = 200
WORDS: Final = ("kind", "files", "send", "hint", "sending", "done", "failed")


@dataclass(frozen=True, slots=True)
class Guest:
    """Whoever holds a link that is good now."""

    link: UploadLink
    order: Order
    actor: Actor
    language: str


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
        """The page, its form, its script, and where the script sends one file."""
        return [
            Route("/u/-/upload.js", _script, methods=["GET"]),
            Route("/u/{token}", self._guarded(self._show), methods=["GET"]),
            Route("/u/{token}", self._guarded(self._form), methods=["POST"]),
            Route("/u/{token}/file", self._guarded(self._one), methods=["POST"]),
        ]

    def _guarded(self, act: Act) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Find out who asks; everything that can go wrong becomes a clear page, or JSON for the script."""

        async def answered(request: Request) -> Response:
            plain, language = request.url.path.endswith("/file"), asked_language(request)
            try:
                token = request.path_params["token"]
                guest = await self.database.read(lambda store: self._guest(store, token))
                if guest is None:
                    return _trouble(say("uploads-gone", language), 404, language, plain=plain)
                language = guest.language
                return await act(request, guest)
            except StorageAway:
                return _trouble(say("page-away", language), 503, language, plain=plain)
            except TooBig:
                return _trouble(say("uploads-too-big", language), 413, language, plain=plain)
            except (BadForm, ClientDisconnect):
                return _trouble(say("uploads-broken", language), 400, language, plain=plain)
            except Refusal as refusal:
                return _trouble(refusal_words(refusal, language), 409, language, plain=plain)

        return answered

    def _guest(self, store: Store, token: str) -> Guest | None:
        fits = len(token) <= LONGEST_CODE and token.isascii() and token.isprintable()
        found = store.upload_links.find(code_hash=self.hash_code(token)) if fits else []
        link = found[0] if found else None
        order = store.orders.get(link.order_id) if link is not None else None
        if link is None or order is None or link.expires_at <= self.clock() or not order.is_open:
            return None
        member = store.members.get(link.member_id) if link.member_id else None
        actor = actor_of(link, member, order)
        partner = store.partners.get(member.partner_id) if member is not None else None
        language = (member and member.language) or (partner.language if partner else DEFAULT)
        return Guest(link, order, actor, language) if actor is not None else None

    async def _show(self, request: Request, guest: Guest) -> Response:
        received = request.query_params.get("received", "")
        return HTMLResponse(_page(guest, int(received) if received.isdigit() and len(received) < 4 else 0),
                            headers=HEADERS)  # fmt: skip

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

    async def _one(self, request: Request, guest: Guest) -> Response:
        """With the script: the body is the file, its name and kind stand in the address."""
        announced = request.headers.get("content-length", "0")
        if announced.isdigit() and int(announced[:16]) > self.most:
            raise TooBig
        name, kind = request.query_params.get("name", ""), _kind(request.query_params.get("kind", ""), guest.link.kind)
        taken = await self._take(guest, name, kind, request.stream())
        if taken is None:
            return _trouble(say("uploads-empty", guest.language), 422, guest.language, plain=True)
        return JSONResponse({"name": told_name(name), "size": taken.kept.size}, 201, HEADERS)

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


def actor_of(link: UploadLink, member: Member | None, order: Order) -> Actor | None:
    """The one who was given the link, in today's role; None when they have no part in the order any more."""
    if link.member_id is not None:
        gone = member is None or member.removed_at is not None or member.partner_id != order.partner_id
        return None if gone or member is None else member.as_actor()
    if link.actor_id == PLATFORM.id:
        return PLATFORM
    return Actor(Role.STAFF, link.actor_id, link.actor_name) if link.actor_id.startswith("slack:") else None


def _kind(value: str, otherwise: FileKind | None) -> FileKind | None:
    return FileKind(value) if value in {kind.value for kind in FileKind} else otherwise


def _page(guest: Guest, received: int) -> str:
    language, reference = guest.language, guest.order.reference
    words = {key: say(f"uploads-{key}", language) for key in WORDS}
    return template("upload.html").render(
        language=language,
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
