"""The control API over HTTP: ``POST /_control/{method}`` with the method's arguments as JSON gives ``{"result": ...}``.

For other processes on this machine; in-process tests call ``SlackSandbox`` itself. Bytes travel as base64 under
``content_base64``. A refusal is 409, something unknown 404, wrong arguments 400; each with ``{"error": ...}``.
"""

from __future__ import annotations

import base64
import dataclasses
import inspect
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response

from sandbox.faults import Fault
from sandbox.slack.delivery import Answer
from sandbox.slack.errors import ApiError, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from sandbox.slack.sandbox import SlackSandbox

OFFERED = frozenset(
    {
        "add_channel",
        "add_user",
        "change_channel",
        "change_user",
        "channel_messages",
        "click",
        "click_in_view",
        "close_view",
        "configure_app",
        "delete_as",
        "direct",
        "disconnect_sockets",
        "edit_as",
        "ephemerals",
        "home",
        "join",
        "leave",
        "message_shortcut",
        "messages_by_username",
        "open_home",
        "open_views",
        "post_as",
        "react_as",
        "settled",
        "shortcut",
        "slash",
        "store_file",
        "submit_view",
        "suggest_in_view",
        "thread",
        "unfurl",
        "uninstall",
        "unreact_as",
        "upload_as",
        "verify_request_url",
        "workflow_post",
    }
)


class ControlHttp:
    """The endpoint behind ``/_control/{method}``."""

    def __init__(self, sandbox: SlackSandbox) -> None:
        self._sandbox = sandbox
        self._own: dict[str, Callable[..., Any]] = {
            "add_fault": self._add_fault,
            "advance": self._advance,
            "clear_faults": self._clear_faults,
            "deliveries": self._deliveries,
            "ledger": self._ledger,
            "set_pace": self._set_pace,
            "set_timing": self._set_timing,
            "state": self._state,
        }

    async def answer(self, request: Request) -> Response:
        """Run one control method."""
        method = str(request.path_params["method"])
        offered = getattr(self._sandbox, method) if method in OFFERED else None
        run: Callable[..., Any] | None = self._own.get(method, offered)
        if run is None:
            return JSONResponse({"error": f"no such control method: {method}"}, 404)
        raw = await request.body()
        try:
            result = run(**_arguments(await request.json() if raw else dict(request.query_params)))
            done = await result if inspect.isawaitable(result) else result
        except (Refused, ApiError) as error:
            return JSONResponse({"error": str(error)}, 409)
        except LookupError as error:
            return JSONResponse({"error": str(error)}, 404)
        except (TypeError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"result": _shown(done)})

    def _add_fault(self, **fields: Any) -> None:
        self._sandbox.world.faults.add(Fault(**fields))

    def _clear_faults(self) -> None:
        self._sandbox.world.faults.clear()

    def _advance(self, seconds: float) -> str:
        self._sandbox.world.clock.advance(timedelta(seconds=float(seconds)))
        return self._sandbox.world.clock.now().isoformat()

    def _ledger(self, method: str | None = None) -> list[dict[str, Any]]:
        entries = self._sandbox.world.ledger.entries(method, platform="slack")
        return [{**dataclasses.asdict(entry), "at": entry.at.isoformat()} for entry in entries]

    def _deliveries(self) -> list[dict[str, Any]]:
        return [dataclasses.asdict(attempt) for attempt in self._sandbox.deliveries]

    def _set_timing(self, **fields: Any) -> None:
        self._sandbox.world.timing = dataclasses.replace(self._sandbox.timing, **fields)

    def _set_pace(self, **fields: Any) -> None:
        self._sandbox.world.pace = dataclasses.replace(self._sandbox.pace, **fields)

    def _state(self) -> dict[str, Any]:
        world = self._sandbox.world
        users = [dataclasses.asdict(user) for user in world.users.values()]
        channels = [{"id": c.id, "name": c.name, "members": sorted(c.members)} for c in world.channels.values()]
        return {"team_id": world.team_id, "users": users, "channels": channels, "sockets": self._sandbox.sockets.count}


def _arguments(given: dict[str, Any]) -> dict[str, Any]:
    if "content_base64" in given:
        given["content"] = base64.b64decode(given.pop("content_base64"))
    return given


def _shown(result: Any) -> Any:
    return result._asdict() if isinstance(result, Answer) else result
