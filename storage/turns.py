"""Whose turn it is within one strand. Pure: what is claimed, leased and counted is in `storage.road`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.outbox import PostingState, Priority

WAITED_FOR = 3_000_000
"""Microseconds: words held back for so short a time (an album, catching up after a gap) are not overtaken by later
words. The ten seconds for undoing stop nobody."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """As much of an unfinished posting as its turn depends on. `not_before` is in microseconds since 1970 UTC."""

    id: str
    state: str
    priority: int
    not_before: int
    attempts: int
    message_id: str | None

    @property
    def is_uncertain(self) -> bool:
        """Whether an earlier attempt may have arrived."""
        return self.state != PostingState.QUEUED

    def is_ready(self, now: int) -> bool:
        """A row left `sending` by a worker that died is ready at once."""
        return self.state == PostingState.SENDING or self.not_before <= now

    def holds_words(self, now: int) -> bool:
        """Whether what was written later must wait for it."""
        return self.priority == Priority.WORDS and self.not_before - now <= WAITED_FOR

    @property
    def holds_the_strand(self) -> bool:
        """Whether those behind must wait for it: a place being opened, or a retry, which keeps its order."""
        return self.priority == Priority.OPENING or self.attempts > 0 or self.is_uncertain


@dataclass(frozen=True, slots=True)
class Turn:
    """The posting whose turn it is, or None and the instant (microseconds) at which to look again; None: never."""

    first: Waiting | None
    look_again_at: int | None
    priority: int


def turn(queue: Iterable[Waiting], now: int) -> Turn:
    """The first of `queue` (sorted by priority, position, seq) that may go at `now`.

    A post held back does not stop those behind it, but nothing more about the same message overtakes it, and no words
    overtake words that go in a moment.
    """
    again: int | None = None
    priority = int(Priority.TOUCH)
    held_messages: set[str] = set()
    are_words_held = False
    for waiting in queue:
        if waiting.message_id in held_messages or (are_words_held and waiting.priority == Priority.WORDS):
            continue
        if waiting.is_ready(now):
            return Turn(waiting, now, waiting.priority)
        if again is None or waiting.not_before < again:
            again, priority = waiting.not_before, waiting.priority
        if waiting.holds_the_strand:
            break
        are_words_held = are_words_held or waiting.holds_words(now)
        if waiting.message_id is not None:
            held_messages.add(waiting.message_id)
    return Turn(None, again, priority)
