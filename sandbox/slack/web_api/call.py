"""One Web API call: its arguments in whatever form they came, and the look-ups every family of methods needs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.slack.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from sandbox.slack.socket_mode import Sockets
    from sandbox.slack.state import Channel, Json, World

    Method = Callable[["Call"], Awaitable[Json]]


@dataclass
class Call:
    """A call being answered."""

    world: World
    sockets: Sockets
    method: str
    args: Mapping[str, Any]

    def text(self, name: str, default: str = "") -> str:
        """Return an argument as text."""
        value = self.args.get(name)
        return default if value is None else str(value)

    def needed(self, name: str) -> str:
        """Return an argument that must be there.

        Raises:
            ApiError: ``invalid_arguments`` naming it.

        """
        value = self.text(name)
        if not value:
            raise ApiError(
                "invalid_arguments", response_metadata={"messages": [f"[ERROR] missing required field: {name}"]}
            )
        return value

    def flag(self, name: str) -> bool:
        """Return a boolean argument; forms send 1, true or True."""
        return self.text(name).lower() in ("1", "true")

    def parsed(self, name: str, error: str) -> Any:
        """Return a nested argument; forms send it as JSON text.

        Raises:
            ApiError: ``error`` for text that is no JSON.

        """
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise ApiError(error) from None

    def listed(self, name: str) -> list[str]:
        """Return an argument given as a list or as comma separated text."""
        value = self.args.get(name)
        if isinstance(value, list):
            return [str(item) for item in value]
        return [part.strip() for part in self.text(name).split(",") if part.strip()]

    def channel(self, name: str = "channel") -> Channel:
        """Return the conversation an argument names, as far as the bot can see it.

        Raises:
            ApiError: ``channel_not_found``, also for private ones the bot is not in.

        """
        channel = self.world.channels.get(self.text(name))
        if channel is None or (channel.is_private and not self.is_member(channel)):
            raise ApiError("channel_not_found")
        return channel

    def is_member(self, channel: Channel) -> bool:
        """Return whether the bot is in a conversation."""
        return self.world.app.bot_user_id in channel.members

    def require_scope(self, scope: str) -> None:
        """Refuse a call whose arguments need one more scope.

        Raises:
            ApiError: ``missing_scope`` with needed and provided.

        """
        if scope not in self.world.app.scopes:
            raise ApiError("missing_scope", needed=scope, provided=",".join(sorted(self.world.app.scopes)))

    def page(self, rows: list[Any], default: int = 100) -> tuple[list[Any], Json]:
        """Return one page of rows and the ``response_metadata`` with the next cursor.

        Raises:
            ApiError: ``invalid_limit`` or ``invalid_cursor``.

        """
        try:
            limit = min(int(self.text("limit") or default), 1000)
        except ValueError:
            raise ApiError("invalid_limit") from None
        cursor = self.text("cursor")
        if cursor and not cursor.removeprefix("next:").isdigit():
            raise ApiError("invalid_cursor")
        start = int(cursor.removeprefix("next:")) if cursor else 0
        end = start + max(limit, 1)
        return rows[start:end], {"next_cursor": f"next:{end}" if end < len(rows) else ""}
