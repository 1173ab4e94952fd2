"""What every platform's sender offers to the worker, and the three ways a send can go wrong.

    SendTrouble
      SendLater     not taken; try again after `seconds` (`lane_wide`: the whole lane rests, as a 429 demands;
                    `platform_wide`: everything there does)
      SendRefused   refused for good; `breaks_place` when nothing at all can be sent there any more
      SendUnknown   taken or not taken, nobody knows
      ChatMoved     the chat lives under another id from now on

The worker decides what follows; senders only translate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from core.parcels import Parcel


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it. `external_ids` are its ids for each part; `thread` is set when a place was opened.

    `words` is what the reader sees, kept for the record.
    """

    external_ids: tuple[str, ...] = ()
    thread: str | None = None
    words: str | None = None


class SendTrouble(Exception):
    """A send did not simply succeed."""


@dataclass(eq=False)
class SendLater(SendTrouble):
    """Try again after so many seconds."""

    seconds: float
    error: str
    lane_wide: bool = False
    platform_wide: bool = False


@dataclass(eq=False)
class SendRefused(SendTrouble):
    """The platform refused for good."""

    error: str
    breaks_place: bool = False


@dataclass(eq=False)
class SendUnknown(SendTrouble):
    """The outcome is unknown: a time-out or a broken answer after the request was written."""

    error: str


@dataclass(eq=False)
class ChatMoved(SendTrouble):
    """Not taken: the chat has a new id."""

    new_channel: str


class Sender(Protocol):
    """One platform's way out."""

    async def send(self, parcel: Parcel) -> Sent:
        """Render and send. Raises one of `SendTrouble`."""
        ...

    async def look_up(self, parcel: Parcel) -> Sent | None:
        """After an unknown outcome: what the platform has of it; None when it has nothing. Raises `SendTrouble`."""
        ...
