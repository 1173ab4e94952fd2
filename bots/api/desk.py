"""The desk of the REST API: commands through the one door, answers remembered by Idempotency-Key.

The key and the effect are one transaction: a retry gets the first answer byte for byte, two at once have one effect.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Protocol, cast

from fastapi import Header, Request
from starlette.responses import Response

from bots.api.problems import Problem
from core.dispatch import Dispatcher
from core.files import SlipVersion
from core.orders import Order
from core.people import PLATFORM
from core.ports import Database, Store
from core.refusals import ConfirmNeeded, Refusal
from core.shelf import FileStore
from core.views import OrderView

CODE = "\ue000invite\ue000"
"""Stands in a remembered answer for the invite code, which is not kept (reliability.md T13) but can be made again."""
TRIES = 3

IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", min_length=1, max_length=255)]
Act = Callable[[Store, Dispatcher], dict[str, Any]]


class Answer(Protocol):
    """What was answered, and to which request."""

    @property
    def fingerprint(self) -> str: ...
    @property
    def status(self) -> int: ...
    @property
    def body(self) -> str: ...


class Answers(Protocol):
    """Remembered answers by key. `put` says False when another one stands under it."""

    def get(self, key: str) -> Answer | None: ...

    def put(self, key: str, fingerprint: str, status: int, body: str, at: datetime) -> bool: ...


class AnswerStore(Store, Protocol):
    """A store that remembers answers as well."""

    @property
    def idempotency(self) -> Answers: ...


class _Overtaken(Exception):
    """The same key was used at the same moment: look again."""


@dataclass(frozen=True, slots=True)
class Desk:
    """`customer_url` makes an order's link, `secret_key` codes; `bot_name` is the Telegram bot's name once known.

    `slip_pdf` draws a packing slip and takes a while: it is called in a thread. It raises `Problem`.
    """

    database: Database
    dispatcher: Dispatcher
    secret_key: str
    customer_url: Callable[[Order], str]
    bot_name: Callable[[], str | None]
    files: FileStore
    slip_pdf: Callable[[OrderView, SlipVersion, str, datetime], bytes]

    async def post(self, request: Request, key: str | None, act: Act, status: int = 201) -> Response:
        """Do it once per key and answer what `act` returns, as JSON. Raises `Refusal`, `Problem`, `StorageAway`."""
        fingerprint = await _fingerprint(request) if key is not None else ""
        return (await self.post_once(key, fingerprint, act, status))[0]

    async def post_once(self, key: str | None, fingerprint: str, act: Act, status: int = 201) -> tuple[Response, bool]:
        """The same for a request whose fingerprint the caller takes; whether it had its effect just now."""
        if key is None:
            body = await self.database.run(lambda store: _text(act(store, self.dispatcher)))
            self.dispatcher.nudge()
            return _json(body, status), True
        code = self._code(key)
        house = replace(self.dispatcher.house, new_code=lambda: code)
        dispatcher = replace(self.dispatcher, house=house)
        once = _Once(key, fingerprint, status, code, dispatcher, act)
        for _ in range(TRIES):
            try:
                kept_status, body, is_new = await self.database.run(once)
            except (_Overtaken, Refusal) as error:
                # A refusal may be the echo of a twin request that was faster: then its answer is ours too.
                known = await self.database.read(once.known)
                if known is None and isinstance(error, Refusal):
                    raise
                continue
            self.dispatcher.nudge()
            return _json(body, kept_status), is_new
        raise Problem(409, "key-in-use")

    async def put(self, act: Act, confirmed: Act) -> dict[str, Any]:
        """Do it; when the core wants a confirmation, do it confirmed and carry its `warnings` in the answer."""
        try:
            answer = await self.database.run(lambda store: act(store, self.dispatcher))
        except ConfirmNeeded as doubt:
            warnings = list(doubt.warnings)
            answer = await self.database.run(lambda store: confirmed(store, self.dispatcher))
            answer["warnings"] = warnings
        self.dispatcher.nudge()
        return answer

    def _code(self, key: str) -> str:
        mac = hmac.digest(self.secret_key.encode(), f"invite-code:{key}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(mac).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class _Once:
    """One POST under a key, as one transaction."""

    key: str
    fingerprint: str
    status: int
    code: str
    dispatcher: Dispatcher
    act: Act

    def __call__(self, store: Store) -> tuple[int, str, bool]:
        """The answer, and whether it was made just now."""
        known = self.known(store)
        if known is not None:
            return *known, False
        body = _text(self.act(store, self.dispatcher))
        kept = body.replace(self.code, CODE)
        now = self.dispatcher.clock()
        if not cast("AnswerStore", store).idempotency.put(self.key, self.fingerprint, self.status, kept, now):
            raise _Overtaken
        return self.status, body, True

    def known(self, store: Store) -> tuple[int, str] | None:
        """The answer given before. Raises `Problem` when the key was used for another request."""
        found = cast("AnswerStore", store).idempotency.get(self.key)
        if found is None:
            return None
        if not hmac.compare_digest(found.fingerprint, self.fingerprint):
            raise Problem(422, "key-reused")
        return found.status, found.body.replace(CODE, self.code)


async def _fingerprint(request: Request) -> str:
    """What makes two requests the same: method, path and the meaning of the body, not its blanks."""
    body = json.dumps(json.loads(await request.body() or b"null"), sort_keys=True)
    return hashlib.sha256(f"{request.method} {request.scope['path']}\n{body}".encode()).hexdigest()


def _text(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, default=str)


def _json(body: str, status: int) -> Response:
    return Response(body, status, media_type="application/json")


def as_platform(store: Store, dispatcher: Dispatcher, command: Any) -> Any:
    """Apply a command as Cutr's platform inside this transaction; returns the handler's result. Raises `Refusal`."""
    return dispatcher.apply(store, command, PLATFORM)
