"""One attempt at one send: what the platform's answer means for the posting. Storing that is the worker's part.

The decisions of the three fates (house-style 12): again later, refused for good, or unknown and to be looked up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bots.app import metrics
from bots.outgoing import ChatMoved, Sender, SendLater, SendRefused, SendUnknown, Sent
from core.chats import PlaceKind, PlaceState, Platform
from core.commands import SettlePosting
from core.outbox_kinds import CLOSE_PLACE, OPEN_PLACE, STORE_FILE
from core.parcels import Parcel

SEND_SECONDS = 30.0
STORE_SECONDS = 1800.0
"""Fetching and putting away one file: a gigabyte over a slow line."""
LONGEST_PAUSE_SECONDS = 900.0
FIRST_PAUSE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to settle, and until when the whole lane rests (UTC) if a platform demanded it.

    `pause_all` names the road that rests instead, when it is everything on the platform.
    """

    settled: SettlePosting
    pause_until: datetime | None = None
    pause_all: str | None = None


@dataclass(frozen=True, slots=True)
class Attempts:
    """`chance` gives numbers in [0, 1) for the jitter, `clock` the instant (UTC)."""

    senders: Mapping[Platform, Sender]
    clock: Callable[[], datetime]
    chance: Callable[[], float]
    send_seconds: float = SEND_SECONDS

    async def make(self, parcel: Parcel) -> Outcome:
        """Send, or look up what an uncertain earlier attempt left behind, and say what came of it."""
        platform = parcel.place.platform
        sender = self.senders.get(platform)
        if sender is None:
            return self._settle(parcel, "refused", error="platform_off")
        if trouble := _unfit(parcel):
            return trouble(self, parcel)
        with metrics.seconds_of(platform).time():
            outcome = await self._in_time(parcel, sender)
        metrics.sends_of(platform, outcome.settled.outcome).inc()
        return outcome

    def seconds_for(self, parcel: Parcel) -> float:
        """How long this send may take; what takes longer than `send_seconds` needs its lease kept."""
        return max(STORE_SECONDS, self.send_seconds) if is_slow(parcel) else self.send_seconds

    async def _in_time(self, parcel: Parcel, sender: Sender) -> Outcome:
        """Looking up and sending share the time of one attempt: the lease is counted to hold just that long."""
        try:
            async with asyncio.timeout(self.seconds_for(parcel)):
                return await self._made(parcel, sender)
        except TimeoutError:
            return self._unknown(parcel, "timeout")

    async def _made(self, parcel: Parcel, sender: Sender) -> Outcome:
        if parcel.uncertain:
            found = await self._looked_up(parcel, sender)
            if found is not None:
                return found
        try:
            return self._sent(parcel, await sender.send(parcel))
        except SendLater as later:
            return self._later(parcel, later)
        except SendRefused as refused:
            return self._settle(parcel, "refused", error=refused.error, breaks_place=refused.breaks_place)
        except ChatMoved as moved:
            return self._settle(parcel, "moved", error="chat_moved", new_channel=moved.new_channel)
        except SendUnknown as unknown:
            return self._unknown(parcel, unknown.error)

    async def _looked_up(self, parcel: Parcel, sender: Sender) -> Outcome | None:
        """The earlier attempt's outcome; None when the platform has nothing of it and it may be sent again."""
        try:
            found = await sender.look_up(parcel)
        except SendLater as later:
            # Still uncertain: sending before having looked would be a duplicate.
            outcome = self._later(parcel, later)
            return replace(outcome, settled=_as_unknown(outcome.settled))
        except SendRefused as refused:
            return self._settle(parcel, "refused", error=refused.error, breaks_place=refused.breaks_place)
        except ChatMoved as moved:
            return self._settle(parcel, "moved", error="chat_moved", new_channel=moved.new_channel)
        except SendUnknown:
            return self._unknown(parcel, "look_up_failed")
        if found is not None:
            return self._sent(parcel, found)
        if parcel.place.platform not in {Platform.SLACK, Platform.FILES, Platform.HOOK}:
            # Slack could be asked, a file is swept, a webhook carries its id: only the others may be doubles.
            metrics.DOUBLES.labels(parcel.place.platform).inc()
        return None

    def _sent(self, parcel: Parcel, sent: Sent) -> Outcome:
        settled = SettlePosting(
            parcel.posting.id, parcel.posting.fence, "sent", sent.external_ids, sent.thread, words=sent.words
        )
        return Outcome(settled)

    def _later(self, parcel: Parcel, later: SendLater) -> Outcome:
        # A 429's own number is exact (reliability.md I13); a stumbling server is asked less and less often.
        is_exact = later.lane_wide or later.platform_wide
        seconds = later.seconds if is_exact else max(later.seconds, self.pause_seconds(parcel.posting.attempts))
        until = self.clock() + timedelta(seconds=seconds)
        outcome = self._settle(parcel, "later", error=later.error, retry_at=until)
        road = f"{parcel.place.platform}:*" if later.platform_wide else None
        return Outcome(outcome.settled, until if is_exact else None, road)

    def _unknown(self, parcel: Parcel, error: str) -> Outcome:
        metrics.UNKNOWN.labels(parcel.place.platform).inc()
        retry_at = self.clock() + timedelta(seconds=self.pause_seconds(parcel.posting.attempts))
        return self._settle(parcel, "unknown", error=error, retry_at=retry_at)

    def pause_seconds(self, attempts: int) -> float:
        """The pause after so many attempts: doubling, with jitter, never above 15 minutes."""
        longest = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2.0 ** min(max(attempts - 1, 0), 12))
        return longest * (0.5 + self.chance() / 2)

    def broken_off(self, parcel: Parcel, reference: str) -> Outcome:
        """For a send that ended in a bug of ours: not tried again, staff find it under the reference."""
        return self._settle(parcel, "refused", error=f"bug {reference}")

    def _settle(
        self,
        parcel: Parcel,
        outcome: str,
        *,
        error: str,
        retry_at: datetime | None = None,
        breaks_place: bool = False,
        new_channel: str | None = None,
    ) -> Outcome:
        posting = parcel.posting
        return Outcome(
            SettlePosting(
                posting.id, posting.fence, outcome, error=error, retry_at=retry_at, breaks_place=breaks_place,
                new_channel=new_channel,
            )
        )  # fmt: skip


def is_slow(parcel: Parcel) -> bool:
    """Whether this may take minutes, because bytes are moved."""
    return parcel.posting.kind == STORE_FILE


def is_aside(parcel: Parcel) -> bool:
    """Whether it may not take the place of what people read: bytes on their way, and another server's slowness."""
    return is_slow(parcel) or parcel.place.platform is Platform.HOOK


def _as_unknown(settled: SettlePosting) -> SettlePosting:
    return SettlePosting(settled.posting_id, settled.fence, "unknown", error=settled.error, retry_at=settled.retry_at)


def _unfit(parcel: Parcel) -> Callable[[Attempts, Parcel], Outcome] | None:
    """What to do when this place may not be sent to now; None when it may (product decision 3: fail closed)."""
    place, kind = parcel.place, parcel.posting.kind
    if place.state is PlaceState.BROKEN:
        return lambda attempts, parcel: attempts._settle(parcel, "refused", error="place_broken")  # noqa: SLF001
    if kind in {OPEN_PLACE, CLOSE_PLACE} or place.kind not in {PlaceKind.THREAD, PlaceKind.TOPIC} or place.thread:
        return None
    return lambda attempts, parcel: attempts._settle(  # noqa: SLF001
        parcel, "refused", error="no_thread", breaks_place=True
    )
