from __future__ import annotations

from typing import Any

import pytest

from bots.outgoing import SendRefused
from bots.slack.channels import ChannelGuard


class Now:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Account:
    """As much of an account as the guard uses: a channel that can be shared, and how often it was asked for."""

    def __init__(self) -> None:
        self.client = self
        self.shared, self.asked = False, 0

    async def conversations_info(self, channel: str) -> dict[str, Any]:
        self.asked += 1
        return {"channel": {"id": channel, "is_ext_shared": self.shared}}


async def test_a_flip_is_seen_two_seconds_later_and_a_refusal_is_never_remembered() -> None:
    now, account = Now(), Account()
    guard = ChannelGuard(account, now)  # type: ignore[arg-type]
    await guard.demand_inside("C1")
    await guard.demand_inside("C1")
    assert account.asked == 1
    account.shared = True
    now.seconds = 2.5
    with pytest.raises(SendRefused):
        await guard.demand_inside("C1")
    account.shared = False
    await guard.demand_inside("C1")


async def test_many_channels_together_ask_no_more_than_thirty_times_a_minute() -> None:
    now, account = Now(), Account()
    guard = ChannelGuard(account, now)  # type: ignore[arg-type]
    for second in range(120):
        now.seconds = float(second)
        for number in range(10):
            await guard.demand_inside(f"C{number}")
    assert account.asked <= 70
