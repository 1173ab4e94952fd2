"""Keeps our words inside the house: a channel shared with another organisation gets nothing (reliability.md T6).

Asked of Slack before a post. An answer counts for two seconds per channel in use, so that a flip is seen at once and
all questions together stay at 30 a minute, below the 50 that Slack allows (platforms.md 1.8).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bots.outgoing import SendLater, SendRefused, SendUnknown
from bots.slack.troubles import as_troubles

if TYPE_CHECKING:
    from bots.slack.account import SlackAccount

SECONDS_PER_CHANNEL = 2.0
LONGEST_SECONDS = 60.0
OUTSIDE = "channel_shared_outside"


class ChannelGuard:
    """Remembers which channels were found to be ours alone, and when."""

    def __init__(self, account: SlackAccount, monotonic: Callable[[], float]) -> None:
        self._account, self._monotonic = account, monotonic
        self._inside: dict[str, float] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def demand_inside(self, channel: str) -> None:
        """Go on only when nobody outside reads the channel. Raises `SendTrouble`; refused for good when shared."""
        if channel[:1] in {"D", "U", "W"}:
            return
        async with self._asking.setdefault(channel, asyncio.Lock()):
            if self._inside.get(channel, float("-inf")) < self._monotonic() - self._good_for():
                await self._ask(channel)

    def _good_for(self) -> float:
        return min(SECONDS_PER_CHANNEL * max(1, len(self._inside)), LONGEST_SECONDS)

    async def _ask(self, channel: str) -> None:
        self._inside.pop(channel, None)
        try:
            with as_troubles():
                answer = await self._account.client.conversations_info(channel=channel)
        except SendUnknown as doubt:
            # Only the question is in doubt: nothing was posted.
            raise SendLater(3.0, doubt.error) from doubt
        if is_shared_outside(answer.get("channel") or {}):
            raise SendRefused(OUTSIDE, breaks_place=True)
        self._inside[channel] = self._monotonic()

    def forget(self, channel: str) -> None:
        """Ask again before the next post."""
        self._inside.pop(channel, None)


def is_shared_outside(channel: dict[str, Any]) -> bool:
    """Whether another organisation reads this conversation, or has been asked to (platforms.md 1.13)."""
    return bool(
        channel.get("is_ext_shared")
        or channel.get("is_pending_ext_shared")
        or channel.get("pending_shared")
        or (channel.get("is_org_shared") and len(set(channel.get("shared_team_ids") or ())) != 1)
    )
