"""The control API over HTTP: `POST /_control/<act>` with the act's arguments as a JSON object.

Bytes travel as `data_base64`. The acts themselves are those of TelegramSandbox; nothing else can be called.
"""

import base64
import binascii
import dataclasses
import inspect
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.faults import Fault
from sandbox.telegram.acting import NotPossibleError
from sandbox.telegram.flood import FloodLimits
from sandbox.telegram.model import Message

if TYPE_CHECKING:
    from sandbox.telegram.sandbox import TelegramSandbox

ACTS = frozenset(
    [
        "add_bot",
        "add_user",
        "add_group",
        "start",
        "say",
        "edit",
        "delete",
        "press",
        "react",
        "block",
        "unblock",
        "deactivate",
        "send_media",
        "send_photo",
        "send_document",
        "send_voice",
        "send_video",
        "send_video_note",
        "send_sticker",
        "send_album",
        "send_location",
        "send_contact",
        "send_poll",
        "create_topic",
        "close_topic",
        "reopen_topic",
        "rename_topic",
        "delete_topic",
        "join",
        "leave",
        "kick",
        "kick_bot",
        "promote",
        "demote",
        "hide_identity",
        "show_identity",
        "migrate",
        "enable_topics",
        "delete_group",
        "messages",
        "texts",
        "topics",
        "last_keyboard",
        "reactions",
        "commands",
        "pending",
        "answers",
        "overview",
        "retry_now",
        "skip_update_ids",
    ]
)


def _with_bytes(values: dict[str, Any]) -> dict[str, Any]:
    shown = {k: v for k, v in values.items() if k != "data_base64"}
    if "data_base64" in values:
        shown["data"] = base64.b64decode(values["data_base64"])
    if isinstance(shown.get("items"), list):
        shown["items"] = [_with_bytes(item) for item in shown["items"]]
    return shown


class ControlRoutes:
    """The one route of the control API."""

    def __init__(self, sandbox: "TelegramSandbox") -> None:
        self._sandbox = sandbox

    async def run(self, request: Request) -> Response:
        """Carry out an act; 404 for an unknown one, 400 when it is not possible or its arguments don't fit."""
        act = request.path_params["act"]
        try:
            body = json.loads(await request.body() or b"{}")
            if not isinstance(body, dict):
                return JSONResponse({"error": "a JSON object is expected"}, 400)
            values = dict(request.query_params) | _with_bytes(body)
            return JSONResponse({"result": await self._carry_out(act, values)})
        except LookupError:
            return JSONResponse({"error": f"no act {act}"}, 404)
        except (NotPossibleError, TypeError, ValueError, binascii.Error) as error:
            return JSONResponse({"error": str(error)}, 400)

    async def _carry_out(self, act: str, values: dict[str, Any]) -> Any:
        sandbox = self._sandbox
        match act:
            case "advance":
                sandbox.world.clock.advance(timedelta(seconds=float(values["seconds"])))
                sandbox.retry_now()
                return sandbox.world.clock.now().isoformat()
            case "fault":
                return sandbox.faults.add(Fault(**values))
            case "clear_faults":
                return sandbox.faults.clear()
            case "limits":
                sandbox.limits = FloodLimits(**values) if values.pop("on", True) else None
                return None
        if act not in ACTS:
            raise LookupError(act)
        result = getattr(sandbox, act)(**values)
        return self._shown(await result if inspect.isawaitable(result) else result)

    def _shown(self, value: Any) -> Any:
        if isinstance(value, Message):
            return self._sandbox.shown(value.chat.id, value.id)
        if isinstance(value, list | tuple):
            return [self._shown(one) for one in value]
        if isinstance(value, Mapping):
            return {str(key): self._shown(one) for key, one in value.items()}
        if dataclasses.is_dataclass(value) and hasattr(value, "as_json"):
            return value.as_json()
        return value
