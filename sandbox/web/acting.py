"""What all panes share: reading a visitor's request, and turning what is not possible into words.

What can be done is in the panes.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.slack import ApiError, Refused
from sandbox.telegram import NotPossibleError

Json = dict[str, Any]
Act = Callable[[Json], Awaitable[Json]]
LARGEST_BYTES = 12_000_000


class CantError(Exception):
    """The visitor asked for what nobody could do; the text says why and what to do."""


def act_route(acts: Mapping[str, Act]) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint that carries out one of these acts; a JSON body names it under `act`.

    Answers 200 with the act's result, or 400 with `{"error": words}`.
    """

    async def answer(request: Request) -> Response:
        try:
            values = await _values(request)
            act = acts.get(text(values, "act"))
            if act is None:
                raise CantError("The page asked for something this sandbox can't do. Reload it.")
            return JSONResponse(await act(values))
        except (CantError, Refused, NotPossibleError, ApiError) as error:
            return JSONResponse({"error": _sentence(str(error))}, 400)
        except LookupError as error:
            return JSONResponse({"error": _sentence(str(error.args[0]) if error.args else "that is not there")}, 400)
        except (TypeError, ValueError, binascii.Error):
            return JSONResponse({"error": "That does not fit there."}, 400)

    return answer


async def _values(request: Request) -> Json:
    # Only pages of ours can send this type without being asked first by the browser.
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise CantError("Send JSON.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BYTES:
            raise CantError("That is too large for the sandbox: 8 MB at most.")
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise CantError("Send JSON.") from None
    if not isinstance(values, dict):
        raise CantError("Send a JSON object.")
    return values


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] if words else "That is not possible here."


def text(values: Json, name: str) -> str:
    """A text of the request, empty when it is missing. Raises `CantError` for anything else."""
    value = values.get(name, "")
    if not isinstance(value, str):
        raise CantError(f"{name} must be a text.")
    return value


def filled(values: Json, name: str) -> str:
    """A text that is not blank. Raises `CantError`."""
    value = text(values, name)
    if not value.strip():
        raise CantError("Write something first.")
    return value


def number(values: Json, name: str) -> int:
    """A whole number. Raises `CantError`."""
    value = values.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise CantError(f"{name} must be a whole number.")
    return value


def number_or_none(values: Json, name: str) -> int | None:
    """A whole number, None when it is missing. Raises `CantError`."""
    return None if values.get(name) is None else number(values, name)


def content(values: Json) -> bytes:
    """The bytes sent as base64 under `data`. Raises `CantError`."""
    try:
        return base64.b64decode(text(values, "data"), validate=True)
    except (ValueError, binascii.Error):
        raise CantError("That file could not be read.") from None
