"""Slack's rate limits: one message a second per channel, and per-minute tiers (platforms.md 1.8). Off by default."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.slack.state import World

_MINUTE = 60.0
_TIER_2 = ("conversations.create", "conversations.list", "users.list", "reactions.remove", "pins.add", "bookmarks.add")
_TIER_4 = (
    "users.info",
    "conversations.members",
    "files.getUploadURLExternal",
    "files.completeUploadExternal",
    "files.info",
    "views.open",
    "views.push",
    "views.update",
    "views.publish",
    "chat.postEphemeral",
)
_SPECIAL = ("chat.postMessage", "auth.test", "chat.getPermalink", "api.test")
PER_MINUTE = {**dict.fromkeys(_TIER_2, 20), **dict.fromkeys(_TIER_4, 100)}


class RateLimits:
    """Counts calls by the sandbox clock and says how long a refused caller must wait."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._calls: dict[str, deque[float]] = defaultdict(deque)
        self._tokens: dict[str, tuple[float, float]] = {}

    def wait_seconds(self, method: str, channel: str) -> int:
        """Return 0 and count the call, or the whole seconds for ``Retry-After``."""
        if method == "chat.postMessage" and self._world.pace.posts_per_second:
            return self._post(channel, self._world.pace.posts_per_second)
        if self._world.pace.tiers_enforced and method not in _SPECIAL:
            return self._tier(method, PER_MINUTE.get(method, 50))
        return 0

    def _post(self, channel: str, rate: float) -> int:
        now, burst = self._world.clock.time(), float(self._world.pace.post_burst)
        left, seen_at = self._tokens.get(channel, (burst, now))
        left = min(burst, left + (now - seen_at) * rate)
        if left < 1:
            self._tokens[channel] = (left, now)
            return max(1, math.ceil((1 - left) / rate))
        self._tokens[channel] = (left - 1, now)
        return 0

    def _tier(self, method: str, limit: int) -> int:
        now, calls = self._world.clock.time(), self._calls[method]
        while calls and now - calls[0] >= _MINUTE:
            calls.popleft()
        if len(calls) >= limit:
            return max(1, math.ceil(_MINUTE - (now - calls[0])))
        calls.append(now)
        return 0
