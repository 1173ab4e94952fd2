"""What every page of this room has: headers, templates, style, script, and words for when there is nothing to show.

Nothing inline, nothing from elsewhere, no referrer, no search engine (reliability.md T13, T14, T22).
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from babel import negotiate_locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bots.texts import DEFAULT, LANGUAGES, say

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cache-Control": "private, no-store",
}
FOLDER: Final = Path(__file__).parent / "templates"
ASSETS: Final = {"page.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}


@cache
def template(name: str) -> Template:
    """A page of this room, with everything escaped; a name without a value is a bug."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    return made.get_template(name)


@cache
def _bytes(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


@cache
def asset(name: str) -> str:
    """The address of a style sheet, script or picture of ours; it changes when its content does."""
    return f"/c/-/{name}?v={hashlib.sha256(_bytes(name)).hexdigest()[:12]}"


def assets() -> list[Route]:
    """Where they are served; no order's token can be `-`."""
    return [Route("/c/-/{name}", _asset, methods=["GET"])]


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in ASSETS:
        language = asked_language(request)
        return problem(request, say("page-not-found", language), 404, language)
    headers = {**HEADERS, "Cache-Control": "public, max-age=86400"}
    return Response(_bytes(name), headers=headers, media_type=ASSETS[name])


def asked_language(request: Request) -> str:
    """The language a stranger's browser asks for, as far as we speak it; English else."""
    told = request.headers.get("accept-language", "")[:200]
    wanted = [part.partition(";")[0].strip().replace("-", "_") for part in told.split(",")]
    found = negotiate_locale([one for one in wanted if one.replace("_", "").isalnum()], LANGUAGES)
    return found if found in LANGUAGES else DEFAULT


def nothing(text: str, language: str = DEFAULT, heading: str = "", back: str = "") -> str:
    """A page that says why there is nothing to see, or what was wrong; `back` is where to go on."""
    heading = heading or say("page-not-found-heading", language)
    return template("nothing.html").render(
        language=language, title=heading, heading=heading, text=text, back=back, back_words=say("page-back", language)
    )


def wants_json(request: Request) -> bool:
    """Whether our script asks, which shows problems where they arose."""
    return "application/json" in request.headers.get("accept", "")


def problem(request: Request, text: str, status: int, language: str, back: str = "") -> Response:
    """What was wrong, as a friendly page, or as JSON for the script."""
    headers = {**HEADERS, **({"Retry-After": "5"} if status == 503 else {})}
    if wants_json(request):
        return JSONResponse({"problem": text}, status, headers)
    heading = say("page-not-found-heading" if status == 404 else "page-problem-heading", language)
    return HTMLResponse(nothing(text, language, heading, back), status, headers)
