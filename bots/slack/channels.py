"""Keeps our words inside the house: a channel shared with another organisation gets nothing (reliability.md T6).

Asked of Slack before a post, at most once a minute per channel; events about sharing make it forget earlier answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bots.outgoing import SendRefused
from bots.slack.troubles import as_troubles

if TYPE_CHECKING:
    from bots.slack.account import SlackAccount

CACHE_SECONDS = 60.0
OUTSIDE = "channel_shared_outside"


class ChannelGuard:
    """Remembers which channels were found to be ours alone, and when."""

    def __init__(self, account: SlackAccount, monotonic: Callable[[], float]) -> None:
        self._account, self._monotonic = account, monotonic
        self._inside: dict[str, float] = {}

    async def demand_inside(self, channel: str) -> None:
        """Go on only when nobody outside reads the channel. Raises `SendTrouble`; refused for good when shared."""
        if channel[:1] in {"D", "U", "W"} or self._inside.get(channel, 0.0) > self._monotonic():
            return
        with as_troubles():
            answer = await self._account.client.conversations_info(channel=channel)
        if is_shared_outside(answer.get("channel") or {}):
            raise SendRefused(OUTSIDE, breaks_place=True)
        self._inside[channel] = self._monotonic() + CACHE_SECONDS

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
