"""How fast a lane may go: settings and the arithmetic of token buckets. Keeping the buckets is `storage.road`'s work.

Sources: Slack one message a second per channel (api.slack.com/apis/rate-limits), Telegram one a second per chat, 20 a
minute per group, about 30 a second in all (Telegram's bot FAQ, reliability.md section 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Pace:
    """A refill rate in tokens per second, and how many tokens a rested bucket holds."""

    per_second: float
    burst: float


@dataclass(frozen=True, slots=True)
class Paces:
    """Lasting rates per lane; each lane may also send a short burst after a rest."""

    slack_channel_per_minute: float = 60
    telegram_group_per_minute: float = 20
    telegram_chat_per_minute: float = 60
    telegram_total_per_second: float = 30
    mail_per_minute: float = 120

    def of(self, lane: str) -> Pace | None:
        """The pace of `slack:C1`, `telegram:-100` (a group), `telegram:7`, `mail:a@b`, `telegram:*`; None: no limit."""
        platform, _, target = lane.partition(":")
        match platform:
            case "telegram" if target == "*":
                return Pace(self.telegram_total_per_second, max(1.0, self.telegram_total_per_second))
            case "telegram" if target.startswith("-"):
                return Pace(self.telegram_group_per_minute / 60, _burst(self.telegram_group_per_minute / 6))
            case "telegram":
                return Pace(self.telegram_chat_per_minute / 60, _burst(self.telegram_chat_per_minute / 12))
            case "slack" if target != "*":
                return Pace(self.slack_channel_per_minute / 60, _burst(self.slack_channel_per_minute / 12))
            case "mail" if target != "*":
                return Pace(self.mail_per_minute / 60, _burst(self.mail_per_minute / 12))
            case _:
                return None


def _burst(tokens: float) -> float:
    return min(max(1.0, tokens), 20.0)


def road_of(lane: str) -> str:
    """The lane that all lanes of a platform share: `telegram:*` of `telegram:-100`."""
    return f"{lane.partition(':')[0]}:*"


@dataclass(frozen=True, slots=True)
class Bucket:
    """One lane's budget. Instants are microseconds since 1970 UTC. `free_at` is when one whole token is there."""

    tokens: float
    refilled_at: int
    paused_until: int = 0
    free_at: int = 0

    def is_open(self, now: int) -> bool:
        """Whether something may leave by this lane now."""
        return max(self.free_at, self.paused_until) <= now

    def less_one(self, pace: Pace | None, now: int) -> Bucket:
        """The bucket after one send at `now`; the tokens may fall below zero."""
        if pace is None:
            return self
        elapsed = max(0, now - self.refilled_at) / MICROSECONDS
        tokens = min(pace.burst, self.tokens + elapsed * pace.per_second) - 1
        wait = max(0.0, (1 - tokens) / pace.per_second)
        start = max(now, self.refilled_at)
        free_at = start + int(wait * MICROSECONDS) + 1 if wait else start
        return replace(self, tokens=tokens, refilled_at=start, free_at=free_at)


def rested(pace: Pace | None) -> Bucket:
    """The bucket of a lane that has never been used."""
    return Bucket(pace.burst if pace else 0.0, 0)
