"""The Slack pane: what one person sees, and what the person can do.

How it looks is in `static/slack.js`; what a touch means to the app is in `sandbox.slack`.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sandbox.slack import Answer, SlackSandbox
from sandbox.slack.messages import public
from sandbox.slack.state import SLACKBOT, Channel, User
from sandbox.web.acting import CantError, Json, act_route, content, filled, text

NEWEST = 250
INLINE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


@dataclass(frozen=True)
class Command:
    """A slash command as the app registered it."""

    name: str
    usage: str = ""
    does: str = ""


@dataclass(frozen=True)
class Shortcut:
    """A message shortcut as the app registered it."""

    callback_id: str
    name: str


@dataclass(frozen=True)
class Menu:
    """What the app offers in Slack's own menus, and which members the person's list shows (none: everybody)."""

    commands: tuple[Command, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    people: tuple[str, ...] = field(default=())


class SlackPane:
    """Routes under `/slack`."""

    def __init__(self, slack: SlackSandbox, menu: Menu) -> None:
        self._slack, self._menu = slack, menu

    def routes(self) -> list[Route]:
        """The pane's routes."""
        acts = {
            "post": self._post, "edit": self._edit, "delete": self._delete, "react": self._react,
            "unreact": self._unreact, "upload": self._upload, "slash": self._slash, "click": self._click,
            "click_in_view": self._click_in_view, "submit": self._submit, "close": self._close,
            "shortcut": self._shortcut, "home": self._home, "suggest": self._suggest, "join": self._join,
        }  # fmt: skip
        return [
            Route("/slack/state", self._state),
            Route("/slack/act", act_route(acts), methods=["POST"]),
            Route("/slack/file/{file}", self._file),
        ]

    # What is seen

    async def _state(self, request: Request) -> Response:
        try:
            return JSONResponse(self._seen(self._slack.world.user(request.query_params.get("user", ""))))
        except LookupError:
            return JSONResponse({"error": "Nobody of that name is in this workspace."}, 404)

    def people(self) -> list[Json]:
        """The people a visitor can be."""
        world = self._slack.world
        shown = [user for user in world.users.values() if not user.is_bot and user.id != SLACKBOT]
        if self._menu.people:
            shown = [user for name in self._menu.people for user in shown if name in (user.id, user.name)]
        return [{"id": user.id, "name": user.real_name, "kind": _kind(user, world.team_id)} for user in shown]

    def _seen(self, person: User) -> Json:
        world, app = self._slack.world, self._slack.world.app
        mine = [c for c in world.channels.values() if person.id in c.members and c.kind != "mpim"]
        return {
            "me": person.id,
            "people": self.people(),
            "users": {user.id: _face(user) for user in world.users.values()},
            "bot": {"id": app.bot_user_id, "bot_id": app.bot_id, "name": app.name},
            "channels": [self._channel(person, channel) for channel in mine],
            "views": [self._view(view) for view in self._slack.open_views(person.id)],
            "home": self._view(self._slack.home(person.id)),
            "commands": [dataclasses.asdict(command) for command in self._menu.commands],
            "shortcuts": [dataclasses.asdict(shortcut) for shortcut in self._menu.shortcuts],
        }

    def _channel(self, person: User, channel: Channel) -> Json:
        # The messages of a quiet root must stay: the newest of everything, and all roots.
        everything = list(channel.messages.values())
        roots = [m for m in everything[:-NEWEST] if m.get("reply_count")]
        secret = [m for m in self._slack.ephemerals(person.id) if m["channel"] == channel.id]
        shown = [public(m) for m in [*roots, *everything[-NEWEST:]]] + [dict(m) for m in secret[-40:]]
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "is_private": channel.is_private,
            "is_shared": channel.is_ext_shared,
            "is_archived": channel.is_archived,
            "members": len(channel.members),
            "messages": sorted(shown, key=lambda message: str(message["ts"])),
        }

    @staticmethod
    def _view(view: Json | None) -> Json | None:
        hidden = ("private_metadata", "user_id")
        return None if view is None else {key: value for key, value in view.items() if key not in hidden}

    async def _file(self, request: Request) -> Response:
        stored = self._slack.world.files.get(str(request.path_params["file"]))
        if stored is None or stored.deleted or stored.content is None:
            return PlainTextResponse("There is no such file.", 404)
        kind = stored.mimetype if stored.mimetype in INLINE_TYPES else "application/octet-stream"
        return Response(stored.content, media_type=kind, headers={"Content-Security-Policy": "sandbox"})

    # What is done

    async def _post(self, values: Json) -> Json:
        user, channel = self._who_where(values)
        said, broadcast = self._with_mentions(filled(values, "text")), text(values, "broadcast")
        return {"ts": await self._slack.post_as(user, channel, said, text(values, "thread"), broadcast=broadcast)}

    def _with_mentions(self, typed: str) -> str:
        """The text as Slack keeps it: `@anna` becomes `<@U1>`."""
        ids = {user.name: user.id for user in self._slack.world.users.values()}
        return re.sub(r"(?<![\w@])@([a-z0-9._-]+)", lambda m: f"<@{ids[m[1]]}>" if m[1] in ids else m.group(), typed)

    def _who_where(self, values: Json) -> tuple[str, str]:
        return text(values, "user"), text(values, "channel")

    async def _edit(self, values: Json) -> Json:
        await self._slack.edit_as(
            *self._who_where(values), text(values, "ts"), self._with_mentions(filled(values, "text"))
        )
        return {}

    async def _delete(self, values: Json) -> Json:
        await self._slack.delete_as(*self._who_where(values), text(values, "ts"))
        return {}

    async def _react(self, values: Json) -> Json:
        await self._slack.react_as(*self._who_where(values), text(values, "ts"), filled(values, "name"))
        return {}

    async def _unreact(self, values: Json) -> Json:
        await self._slack.unreact_as(*self._who_where(values), text(values, "ts"), filled(values, "name"))
        return {}

    async def _upload(self, values: Json) -> Json:
        user, channel = self._who_where(values)
        name, data = filled(values, "name"), content(values)
        thread, said = text(values, "thread"), text(values, "text")
        return {"ts": await self._slack.upload_as(user, channel, name, data, thread, said)}

    async def _slash(self, values: Json) -> Json:
        typed = filled(values, "text").strip()
        command, _, rest = typed.partition(" ")
        known = [known.name for known in self._menu.commands]
        if known and command not in known:
            raise CantError(f"{command} is not a valid command. There are: {', '.join(known)}.")
        if text(values, "thread"):
            raise CantError(f"{command} is not supported in threads. Sorry! Type it in the channel.")
        user, channel = self._who_where(values)
        return self._heard(await self._slack.slash(user, channel, command, rest.strip()), command)

    async def _click(self, values: Json) -> Json:
        user, channel = self._who_where(values)
        answer = await self._slack.click(
            user, channel, text(values, "ts"), text(values, "action"), values.get("value"), text(values, "block")
        )
        return self._heard(answer, "The app")

    async def _click_in_view(self, values: Json) -> Json:
        answer = await self._slack.click_in_view(
            text(values, "user"), text(values, "view"), text(values, "action"), values.get("value"),
            text(values, "block"),
        )  # fmt: skip
        return self._heard(answer, "The app")

    async def _submit(self, values: Json) -> Json:
        given = values.get("values")
        if not isinstance(given, dict) or not all(isinstance(held, dict) for held in given.values()):
            raise CantError("Fill in the form.")
        answer = await self._slack.submit_view(text(values, "user"), text(values, "view"), given)
        body = answer.body if isinstance(answer.body, dict) else {}
        errors = body.get("errors") if body.get("response_action") == "errors" else None
        return {**self._heard(answer, "The app"), "errors": errors or {}}

    async def _close(self, values: Json) -> Json:
        user, view = text(values, "user"), text(values, "view")
        return self._heard(await self._slack.close_view(user, view, text(values, "whole")), "The app")

    async def _shortcut(self, values: Json) -> Json:
        user, channel = self._who_where(values)
        answer = await self._slack.message_shortcut(user, filled(values, "callback"), channel, text(values, "ts"))
        return self._heard(answer, "The app")

    async def _home(self, values: Json) -> Json:
        return {"is_there": await self._slack.open_home(text(values, "user")) is not None}

    async def _suggest(self, values: Json) -> Json:
        answer = await self._slack.suggest_in_view(
            text(values, "user"), text(values, "view"), text(values, "action"), text(values, "text")
        )
        return {"options": answer.body.get("options", []) if isinstance(answer.body, dict) else []}

    async def _join(self, values: Json) -> Json:
        await self._slack.join(*self._who_where(values))
        return {}

    @staticmethod
    def _heard(answer: Answer, who: str) -> Json:
        """What Slack says to the person when the app does not answer. Raises `CantError`."""
        if answer.status == 200:
            return {}
        reason = answer.body.get("error", "") if isinstance(answer.body, dict) else ""
        said: dict[str, Any] = {
            "operation_timeout": f"{who} failed because the app did not respond in time. Try again.",
            "dispatch_failed": f"{who} failed because the app is not running.",
        }
        raise CantError(said.get(reason, f"{who} failed: the app answered {answer.status}."))


def _face(user: User) -> Json:
    return {"name": user.real_name, "handle": user.name, "is_bot": user.is_bot}


def _kind(user: User, team: str) -> str:
    if user.team_id != team:
        return "other workspace"
    return "guest" if user.is_restricted or user.is_ultra_restricted else ""
