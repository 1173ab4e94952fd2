"""The weekly report on its way to Slack: its words as one message, then its charts in one message behind them.

The charts come from whoever is handed in. An attempt that was broken off is found again by the posting's id and goes
on where it stopped: neither words nor charts are posted twice.
"""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bots.outgoing import SendLater, SendRefused, SendUnknown, Sent
from bots.slack import lookup
from bots.slack.account import SlackAccount
from bots.slack.notices import notice_message
from bots.slack.relayed import Part
from bots.slack.set_cards import Post
from bots.slack.uploads import share, upload_path
from bots.texts import say
from core.notices.weekly import WeeklyReport
from core.parcels import Parcel

REPORT = WeeklyReport.__name__
ALT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: its file, and what it shows in words."""

    path: Path
    alt: str


DrawCharts = Callable[[WeeklyReport, Path], Awaitable[Sequence[Picture]]]
"""Draws a report's charts into a folder; those that could not be drawn are left out."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Without a draughtsman the report comes in words alone."""

    slack: SlackAccount
    draw: DrawCharts | None
    post: Post

    async def send(self, parcel: Parcel) -> Sent:
        """Post what is not there yet. Raises `SendTrouble`."""
        if not isinstance(parcel.notice, WeeklyReport):
            raise SendRefused("nothing_to_say")
        there = lookup.Found()
        if parcel.uncertain or parcel.posting.attempts:
            there = await lookup.find(self.slack, parcel.place.channel, None, parcel.posting.id)
        text, shown = notice_message(parcel, parcel.notice)
        ts = there.parts.get(0) or await self.post(parcel, Part(text, shown), 0, 1, in_thread=None)
        shared = there.files or await self._share(parcel, parcel.notice)
        return Sent((ts, *shared), words=text)

    async def _share(self, parcel: Parcel, report: WeeklyReport) -> list[str]:
        if self.draw is None:
            return []
        with tempfile.TemporaryDirectory(prefix="cutr-report-") as folder:
            try:
                uploaded = [await upload_path(self.slack, one.path, one.path.name, alt=one.alt[:ALT_LIMIT])
                            for one in await self.draw(report, Path(folder))]  # fmt: skip
            except SendRefused:
                # A workspace without room for files still has the numbers in words.
                return []
            except SendUnknown as doubt:
                # Nothing is visible yet.
                raise SendLater(5.0, doubt.error) from doubt
        if uploaded:
            await share(self.slack, parcel.place, uploaded, say("slack-report-charts", count=len(uploaded)))
        return [file["id"] for file in uploaded]
