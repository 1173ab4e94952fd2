"""A complaint on its way to staff: the words, and behind them one sheet of the pictures that speak for and against it.

What it says is in bots/speech.py, which pictures there are in `core.parcels`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bots.outgoing import SendLater, SendRefused, SendUnknown, Sent
from bots.slack import lookup
from bots.slack.account import SlackAccount
from bots.slack.relayed import Part
from bots.slack.set_cards import Post, thread_of
from bots.slack.uploads import share, upload_path
from bots.texts import say
from core.parcels import Parcel, Picture
from core.ports import StorageAway

EvidenceSheet = Callable[[list[Picture], Path], Awaitable[Path | None]]
"""Draws pictures of the file store on one at the path given, and returns it; None when none of them can be shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Posts what a parcel with `evidence` says; an attempt that was cut short is taken up where it ended."""

    slack: SlackAccount
    draw: EvidenceSheet
    post: Post

    async def tell(self, parcel: Parcel, part: Part) -> Sent:
        """The words once, then the sheet once. Raises `SendTrouble`."""
        thread, there = thread_of(parcel.place), lookup.Found()
        if parcel.uncertain or parcel.posting.attempts:
            there = await lookup.find(self.slack, parcel.place.channel, thread, parcel.posting.id)
        ts = there.parts.get(0) or await self.post(parcel, part, 0, 1, in_thread=thread)
        shared = tuple(there.files) or await self._share(parcel)
        return Sent((ts, *shared), words=part.text)

    async def _share(self, parcel: Parcel) -> tuple[str, ...]:
        with tempfile.TemporaryDirectory(prefix="cutr-evidence-") as folder:
            try:
                sheet = await self.draw(parcel.evidence, Path(folder) / "evidence.jpg")
                if sheet is None:
                    return ()
                uploaded = await upload_path(self.slack, sheet, say("slack-evidence-name"))
            except StorageAway as away:
                raise SendLater(5.0, "files_away") from away
            except SendRefused:
                # A workspace without room for files still gets the words and the buttons.
                return ()
            except SendUnknown as doubt:
                # Nothing is visible yet.
                raise SendLater(5.0, doubt.error) from doubt
        await share(self.slack, parcel.place, [uploaded], say("slack-evidence-words", count=len(parcel.evidence)))
        return (uploaded["id"],)
