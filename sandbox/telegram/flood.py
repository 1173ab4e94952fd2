"""Flood limits, off until switched on: per chat, per group and in total (`platforms.md 2.8`).

Token buckets on the sandbox clock; a refused call costs nothing.
"""

import math
from dataclasses import dataclass, field

from sandbox.clock import SandboxClock
from sandbox.telegram.errors import too_many_requests


@dataclass(frozen=True)
class FloodLimits:
    """The paces; bursts are how many may come at once after silence."""

    chat_per_second: float = 1.0
    chat_burst: int = 5
    group_per_minute: float = 20.0
    group_burst: int = 20
    total_per_second: float = 30.0
    total_burst: int = 30


@dataclass
class _Bucket:
    rate: float
    burst: int
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate


@dataclass
class Flood:
    """The buckets of one server; `limits` None means every pace is accepted."""

    clock: SandboxClock
    limits: FloodLimits | None = None
    _buckets: dict[tuple[str, int, int], _Bucket] = field(default_factory=dict)

    def charge(self, bot_id: int, chat_id: int, *, count: int = 1) -> None:
        """Take `count` sends from the chat's budgets; raises ApiError 429 with the whole seconds to wait."""
        if self.limits is None:
            return
        limits, now = self.limits, self.clock.time()
        wanted = [("total", 0, limits.total_per_second, limits.total_burst)]
        wanted.append(("chat", chat_id, limits.chat_per_second, limits.chat_burst))
        if chat_id < 0:
            wanted.append(("group", chat_id, limits.group_per_minute / 60, limits.group_burst))
        buckets = [
            self._buckets.setdefault((kind, bot_id, key), _Bucket(rate, burst, burst, now))
            for kind, key, rate, burst in wanted
        ]
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for bucket in buckets:
            bucket.tokens -= count
