"""The way out as the core needs it: the outbox that a commit writes, and the road on which a worker takes from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.outbox import Posting


class Outbox(Protocol):
    """What is to leave (commit writes it, the worker sends it)."""

    def post(self, posting: Posting) -> None:
        """Queue it, superseding queued ones with the same `only_newest` key."""
        ...

    def get(self, posting_id: str) -> Posting | None:
        """The posting, locked."""
        ...

    def save(self, posting: Posting) -> None:
        """Keep changes, and wake its strand."""
        ...

    def find(self, **equals: object) -> list[Posting]:
        """As in `Collection`."""
        ...

    def readdress(self, place_ids: frozenset[str], lane: str) -> None:
        """Unfinished postings to these places travel by another lane from now on."""
        ...


@dataclass(frozen=True, slots=True)
class Claimed:
    """A strand that this worker has leased, with its first posting marked `sending`.

    `uncertain` is set when an earlier attempt at this posting may have arrived (it was `sending` or `unknown`).
    """

    strand: str
    fence: int
    posting: Posting
    uncertain: bool


class Road(Protocol):
    """The way out: which posting may go now. Strands are leased with a fence, lanes have token buckets."""

    def claim(self, now: datetime, worker: str, limit: int) -> list[Claimed]:
        """Lease up to `limit` strands that have something to send and budget, most urgent first."""
        ...

    def go_on(self, strand: str, fence: int, now: datetime) -> Claimed | None:
        """The strand's next posting, marked `sending`; when nothing may go now the strand is released: None."""
        ...

    def extend(self, strand: str, fence: int, now: datetime) -> bool:
        """Keep the lease from `now` on, for a send that takes long; False when the strand is another worker's."""
        ...

    def release(self, strand: str, fence: int) -> None:
        """Give the strand back; a stale fence changes nothing."""
        ...

    def debit(self, lane: str, now: datetime) -> None:
        """A reply used up one send of this lane's budget; the bucket may go below zero."""
        ...

    def pause(self, lane: str, until: datetime) -> None:
        """Nothing leaves by this lane before then (a 429's delay); a lane `PLATFORM:*` pauses the platform."""
        ...
