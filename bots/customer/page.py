"""The customer's order page: what is looked at. Looking changes nothing; what they do is `bots.customer.desk`.

`GET /c/{token}` is the page itself and gives a cookie; everything on it then goes to `/c/o/{order}/…`, where the cookie
is the proof. A client that keeps no cookie finds the same under `/c/{token}/…`.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bots.customer.desk import Desk, PostsFrom
from bots.customer.display import Sheet
from bots.customer.frame import HEADERS, asked_language, assets, problem
from bots.customer.gate import Forged, Gate, TooMany, Visit
from bots.customer.submissions import MOST_PHOTOS, NotAPicture, TooManyPhotos
from bots.receiving import BadForm, TooBig
from bots.refusing import refusal_words
from bots.texts import say
from core.customer_views import RECENT, CustomerView, Stored, customer_view, stored_behind
from core.ports import StorageAway
from core.refusals import Refusal
from core.shelf import Damaged, FileStore

PICTURE_HEADERS: Final = {
    **HEADERS,
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cache-Control": "private, max-age=600",
}
Act = Callable[[Request, Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class OrderPage:
    """The page behind its gate."""

    gate: Gate
    desk: Desk
    files: FileStore

    def routes(self) -> list[Route]:
        """Everything under `/c/`; with the cookie, and with the link's token for who keeps none."""
        made = assets()
        for prefix in ("/c/o/{order_id}", "/c/{token}"):
            made += [
                Route(prefix, self._guarded(self._show), methods=["GET"]),
                Route(f"{prefix}/live", self._guarded(self._live), methods=["GET"]),
                Route(f"{prefix}/pictures/{{handle}}", self._guarded(self._picture), methods=["GET"]),
                Route(f"{prefix}/messages", self._posted(self.desk.message), methods=["POST"]),
                Route(f"{prefix}/feedback", self._posted(self.desk.feedback), methods=["POST"]),
                Route(f"{prefix}/fine", self._posted(self.desk.fine), methods=["POST"]),
                Route(f"{prefix}/drawings/{{file_id}}", self._posted(self.desk.drawing), methods=["POST"]),
                Route(f"{prefix}/seen", self._posted(self.desk.seen), methods=["POST"]),
            ]
        return made

    def _guarded(self, act: Act) -> Callable[[Request], Awaitable[Response]]:
        """Find out who asks; whatever can go wrong is said in their language."""

        async def answered(request: Request) -> Response:
            language, back = asked_language(request), ""
            try:
                visit = await self.gate.visit(request)
                if visit is None:
                    return problem(request, say("page-not-found", language), 404, language)
                language, back = visit.language, visit.base
                return await act(request, visit)
            except Refusal as refusal:
                return problem(request, refusal_words(refusal, language), 409, language, back)
            except tuple(TROUBLES) as trouble:
                key, status = TROUBLES[type(trouble)]
                return problem(request, say(key, language, count=MOST_PHOTOS), status, language, back)

        return answered

    def _posted(self, act: PostsFrom) -> Callable[[Request], Awaitable[Response]]:
        async def checked(request: Request, visit: Visit) -> Response:
            self.gate.check_origin(request)
            return await act(request, visit)

        return self._guarded(checked)

    async def _show(self, request: Request, visit: Visit) -> Response:
        everything = request.query_params.get("messages") == "all"
        said = request.query_params.get("said", "")
        sheet = self._sheet(visit, await self._view(visit, None if everything else RECENT))
        answer = HTMLResponse(sheet.page(said if said in SAID else ""), headers=HEADERS)
        if visit.by_link:
            self.gate.sessions.begin(answer, visit.order, self.gate.clock())
        return answer

    async def _live(self, request: Request, visit: Visit) -> Response:
        """The page's parts for the script, if any of them has changed since it asked last."""
        sheet = self._sheet(visit, await self._view(visit, RECENT))
        parts = sheet.parts()
        told = {name: [sheet.mark(html), html] for name, html in parts.items()}
        mark = f'"{sheet.mark("".join(parts.values()))}"'
        headers = {**HEADERS, "ETag": mark}
        if request.headers.get("if-none-match") == mark:
            return Response(status_code=304, headers=headers)
        return JSONResponse({"nonce": sheet.nonce(), "parts": told}, headers=headers)

    async def _view(self, visit: Visit, most: int | None) -> CustomerView:
        now = self.gate.clock()
        view = await self.gate.database.read(lambda store: customer_view(store, visit.order.id, now, most))
        assert view is not None, "orders are never removed"
        return view

    def _sheet(self, visit: Visit, view: CustomerView) -> Sheet:
        token = self.gate.sessions.form_token(view.order)
        return Sheet(view, visit.language, visit.base, token, self.gate.clock())

    async def _picture(self, request: Request, visit: Visit) -> Response:
        """A clean copy: a picture is shown, anything else is handed out as a file to keep."""
        handle, now = request.path_params["handle"], self.gate.clock()
        found = await self.gate.database.read(lambda store: stored_behind(store, visit.order.id, handle, now))
        chunks = self.files.read(found.key, found.sha256) if found is not None else None
        try:
            first = await anext(chunks, b"") if chunks is not None else b""
        except Damaged:
            found = None
        if found is None or chunks is None:
            return problem(request, say("page-no-file", visit.language), 404, visit.language, visit.base)

        async def all_chunks() -> AsyncIterator[bytes]:
            yield first
            async for chunk in chunks:
                yield chunk

        return StreamingResponse(all_chunks(), headers=_file_headers(found, visit), media_type=found.mime)


def _file_headers(found: Stored, visit: Visit) -> dict[str, str]:
    if found.mime.startswith("image/"):
        return PICTURE_HEADERS
    name = re.sub(r"[^A-Za-z0-9._-]+", "_", visit.order.reference)
    ending = "pdf" if found.mime == "application/pdf" else "bin"
    return {**PICTURE_HEADERS, "Content-Disposition": f'attachment; filename="{name}.{ending}"'}


SAID: Final = frozenset({"message", "feedback", "fine", "approved", "rejected"})
TROUBLES: Final[dict[type[Exception], tuple[str, int]]] = {
    Forged: ("page-forged", 403), TooMany: ("page-too-many", 429), TooBig: ("page-too-big", 413),
    TooManyPhotos: ("page-too-many-photos", 413), NotAPicture: ("page-not-a-picture", 415),
    BadForm: ("page-broken", 400), ClientDisconnect: ("page-broken", 400), StorageAway: ("page-away", 503),
}  # fmt: skip
