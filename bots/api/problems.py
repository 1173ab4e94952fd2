"""Every error as an RFC 9457 problem: `type`, `title`, `status`, `detail`, and `errors` for single fields.

Which refusal has which status is one table here; the words come from the catalogue.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bots.refusing import refusal_words
from bots.texts import say
from bots.wording import kebab
from core import refusals as r
from core.ports import StorageAway, Taken

MEDIA_TYPE: Final = "application/problem+json"
RETRY_AFTER_SECONDS: Final = "5"
STATUSES: Final[dict[type[Exception], int]] = {
    r.NotAllowed: 403,
    r.NotYourOrder: 404,
    r.NotLinked: 403,
    r.UnknownOrder: 404,
    r.UnknownThing: 404,
    r.WrongStatus: 409,
    r.AlreadyDone: 409,
    r.TooLate: 409,
    r.Stale: 409,
    r.ClosedChat: 409,
    r.NoCustomerChat: 404,
    r.UnclearTarget: 422,
    r.ReasonNeeded: 422,
    r.BadValue: 422,
    r.ConfirmNeeded: 422,
}


class Problem(Exception):
    """An error of the request itself; `key` names its words in the catalogue."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(key)
        self.status, self.key, self.values = status, key, values


def problem(
    status: int,
    kind: str,
    detail: str,
    *,
    errors: list[dict[str, str]] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """The answer for one problem; `kind` is a stable word that programs can compare."""
    body: dict[str, object] = {
        "type": f"urn:cutr:problem:{kind}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    return Response(json.dumps(body, ensure_ascii=False), status, headers, MEDIA_TYPE)


def of_refusal(refusal: r.Refusal, status: int | None = None) -> Response:
    """The answer for a refusal of the core's."""
    errors = _lacking(refusal) if isinstance(refusal, r.UploadsMissing) else None
    return problem(status or status_of(refusal), kebab(type(refusal).__name__), refusal_words(refusal), errors=errors)


def _lacking(refusal: r.UploadsMissing) -> list[dict[str, str]]:
    """Which kinds of files are missing, and which files were rejected."""
    missing = [{"field": kind, "problem": "missing"} for kind in refusal.kinds]
    return missing + [{"field": name, "problem": "rejected"} for name in refusal.rejected]


def status_of(refusal: r.Refusal) -> int:
    """The HTTP status; a value that somebody else holds is a conflict."""
    if isinstance(refusal, r.BadValue) and refusal.problem == "taken":
        return 409
    return STATUSES.get(type(refusal), 409)


def add_handlers(app: FastAPI) -> None:
    """Let every error of this app leave as a problem."""
    app.add_exception_handler(r.Refusal, _refusal)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Taken, _taken)
    app.add_exception_handler(StorageAway, _away)


async def _refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, r.Refusal)
    # A thing named in the body: the address itself is right.
    inside = isinstance(error, r.UnknownThing) and error.name not in request.path_params.values()
    return of_refusal(error, 422 if inside else None)


async def _problem(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem(error.status, error.key, say(f"api-{error.key}", fields=error.values))


async def _validation(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # Without the values: they may be secrets or personal, and NaN or lone surrogates that JSON can't hold.
    errors = [
        {"field": ".".join(str(part) for part in one["loc"]), "problem": str(one["msg"])} for one in error.errors()
    ]
    return problem(422, "invalid", say("api-invalid"), errors=errors)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "bad-request")
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods_at(request))
    return problem(error.status_code, kind, say(f"api-{kind}"), headers=headers)


def _methods_at(request: Request) -> list[str]:
    """All methods of this address: the router tells only those of the first route that it found there."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    known = {"/docs": {"get": {}}, "/openapi.json": {"get": {}}, **request.app.openapi()["paths"]}
    found = {method.upper() for form, methods in known.items() for method in methods if _fits(form, path)}
    return sorted(found)


def _fits(form: str, path: str) -> bool:
    parts, given = form.split("/"), path.split("/")
    return len(parts) == len(given) and all(a.startswith("{") or a == b for a, b in zip(parts, given, strict=True))


async def _taken(_: Request, __: Exception) -> Response:
    return problem(409, "taken", say("api-taken"))


async def _away(_: Request, __: Exception) -> Response:
    return away()


def away() -> Response:
    """503: nothing was changed, ask again."""
    return problem(503, "storage-away", say("api-storage-away"), headers={"Retry-After": RETRY_AFTER_SECONDS})
