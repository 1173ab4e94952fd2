"""Answers one Web API request: form or JSON, token, scope, rate limit, fault, method, and the ledger's line."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, JSONResponse, Response

from sandbox.serve import HangUp
from sandbox.slack.errors import ApiError
from sandbox.slack.web_api import chat, conversations, files, general, reactions, users, views
from sandbox.slack.web_api.call import Call

if TYPE_CHECKING:
    from starlette.requests import Request

    from sandbox.faults import Fault
    from sandbox.slack.rate_limits import RateLimits
    from sandbox.slack.socket_mode import Sockets
    from sandbox.slack.state import Json, World

METHODS = {
    **general.METHODS,
    **users.METHODS,
    **conversations.METHODS,
    **chat.METHODS,
    **views.METHODS,
    **files.METHODS,
    **reactions.METHODS,
}
FORM_ONLY = frozenset(
    {
        "conversations.info",
        "conversations.list",
        "conversations.members",
        "conversations.replies",
        "users.info",
        "users.list",
        "users.lookupByEmail",
        "files.info",
        "files.getUploadURLExternal",
        "chat.getPermalink",
        "bots.info",
    }
)
_ERROR_PAGE = "<html><head><title>Server Error</title></head><body>Something went wrong</body></html>"


class WebApi:
    """The endpoint behind ``/api/{method}``."""

    def __init__(self, world: World, sockets: Sockets, limits: RateLimits) -> None:
        self._world, self._sockets, self._limits = world, sockets, limits

    async def answer(self, request: Request) -> Any:
        """Return the response to one request; every call leaves a line in the ledger."""
        method = str(request.path_params["method"])
        try:
            args, token = await _read(request, method)
        except ApiError as error:
            self._note(method, {}, error.answer())
            return JSONResponse(error.answer())
        refusal = self._refusal(method, token)
        if refusal is not None:
            self._note(method, args, refusal)
            return self._respond(method, refusal)
        return await self._perform(method, args)

    async def _perform(self, method: str, args: Json) -> Any:
        fault = self._world.faults.take(method, args)
        wait = self._limits.wait_seconds(method, str(args.get("channel", "")))
        if fault is not None and fault.kind == "rate_limited":
            wait = fault.retry_after
        if wait:
            body = {"ok": False, "error": "ratelimited"}
            self._note(method, args, body)
            return JSONResponse(body, 429, {"Retry-After": str(wait)})
        if fault is not None and fault.kind in ("server_error", "error"):
            return self._spoilt(fault, method, args)
        body = await self._effect(method, args)
        self._note(method, args, body)
        if fault is not None and fault.kind == "slow":
            await asyncio.sleep(fault.after)
        if fault is not None and fault.kind == "accepted_then_failed":
            return HTMLResponse(_ERROR_PAGE, fault.status) if fault.status else HangUp()
        return self._respond(method, body)

    async def _effect(self, method: str, args: Json) -> Json:
        run, _scope = METHODS[method]
        try:
            return {"ok": True, **await run(Call(self._world, self._sockets, method, args))}
        except ApiError as error:
            return error.answer()

    def _refusal(self, method: str, token: str) -> Json | None:
        if method not in METHODS:
            return {"ok": False, "error": "unknown_method", "req_method": method}
        if method == "api.test":
            return None
        if not token:
            return {"ok": False, "error": "not_authed"}
        app = self._world.app
        wanted, other = app.bot_token, app.app_token
        if method == "apps.connections.open":
            wanted, other = other, wanted
        if token != wanted:
            return {"ok": False, "error": "not_allowed_token_type" if token == other else "invalid_auth"}
        scope = METHODS[method][1]
        if scope and scope not in app.scopes:
            provided = ",".join(sorted(app.scopes))
            return {"ok": False, "error": "missing_scope", "needed": scope, "provided": provided}
        return None

    def _spoilt(self, fault: Fault, method: str, args: Json) -> Any:
        body = {"ok": False, "error": fault.text or "internal_error"}
        self._note(method, args, body)
        if fault.kind == "error":
            return JSONResponse(body)
        return HTMLResponse(_ERROR_PAGE, fault.status) if fault.status else HangUp()

    def _respond(self, method: str, body: Json) -> Response:
        headers = {"x-oauth-scopes": ",".join(sorted(self._world.app.scopes))}
        if method in METHODS:
            headers["x-accepted-oauth-scopes"] = METHODS[method][1]
        return JSONResponse(body, headers=headers)

    def _note(self, method: str, args: Json, result: Json) -> None:
        kept = {name: value for name, value in args.items() if name != "token"}
        accepted = bool(result.get("ok"))
        self._world.ledger.record(platform="slack", method=method, args=kept, result=result, accepted=accepted)
        self._world.changed()


async def _read(request: Request, method: str) -> tuple[Json, str]:
    args: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = _json_body(await request.body())
        args |= {} if method in FORM_ONLY else body
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form() as form:
            args |= {name: value for name, value in form.items() if isinstance(value, str)}
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return args, token.strip() if scheme.lower() == "bearer" else str(args.get("token", ""))


def _json_body(raw: bytes) -> Json:
    if not raw:
        return {}
    try:
        body = json.loads(raw)
    except ValueError:
        raise ApiError("invalid_json") from None
    if not isinstance(body, dict):
        raise ApiError("json_not_object")
    return body
