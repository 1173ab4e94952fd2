"""The way out for the fake store: the same leases, fences and buckets as `storage.road`, in dictionaries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from core.outbox import UNFINISHED, Posting, PostingState, Priority
from core.roads import Claimed
from storage.moments import as_microseconds, from_microseconds
from storage.paces import Bucket, Paces, rested, road_of
from storage.turns import Turn, Waiting, turn

LEASE = timedelta(seconds=60)
PATIENCE = 5_000_000
Lane = Bucket


@dataclass(frozen=True, slots=True)
class Strand:
    """One place's queue, as the workers share it out."""

    key: str
    lane: str
    ready_at: int | None = None
    priority: int = 4
    lease_until: int = 0
    fence: int = 0

    def woken(self, posting: Posting) -> Strand:
        """The strand once this posting waits in it."""
        at = as_microseconds(posting.not_before)
        ready_at = at if self.ready_at is None else min(at, self.ready_at)
        priority = int(posting.priority) if self.ready_at is None else min(int(posting.priority), self.priority)
        return replace(self, lane=posting.lane, ready_at=ready_at, priority=priority)


class Rows(Protocol):
    """The outbox that the road reads."""

    rows: dict[str, Posting]
    strands: dict[str, Strand]
    lanes: dict[str, Lane]


class FakeRoad:
    """`core.roads.Road` in dictionaries."""

    def __init__(self, outbox: Rows, paces: Paces) -> None:
        self._outbox = outbox
        self._paces = paces

    def claim(self, now: datetime, worker: str, limit: int) -> list[Claimed]:
        at = as_microseconds(now)
        free = [s for s in self._outbox.strands.values() if self._open_at(s) is not None and self._opens_by(s, at)]
        free.sort(key=lambda s: (s.priority, s.ready_at))
        if free and free[0].priority <= Priority.WORDS:
            free = [s for s in free if s.priority < Priority.TOUCH or (s.ready_at or 0) <= at - PATIENCE]
        claimed: list[Claimed] = []
        for strand in free:
            if len(claimed) == limit or not self._has_budget(strand.lane, at):
                continue
            taken = self._advance(self._turn(strand, at), replace(strand, fence=strand.fence + 1), at)
            claimed += [taken] if taken else []
        return claimed

    def go_on(self, strand: str, fence: int, now: datetime) -> Claimed | None:
        known = self._outbox.strands.get(strand)
        if known is None or known.fence != fence:
            return None
        at = as_microseconds(now)
        found = self._turn(known, at)
        if found.first is not None and found.first.priority == Priority.TOUCH:
            self._outbox.strands[strand] = replace(known, lease_until=0, ready_at=at, priority=found.priority)
            return None
        return self._advance(found, known, at)

    def extend(self, strand: str, fence: int, now: datetime) -> bool:
        known = self._outbox.strands.get(strand)
        if known is None or known.fence != fence:
            return False
        lease = as_microseconds(now) + LEASE // timedelta(microseconds=1)
        self._outbox.strands[strand] = replace(known, lease_until=lease)
        return True

    def release(self, strand: str, fence: int) -> None:
        known = self._outbox.strands.get(strand)
        if known is not None and known.fence == fence:
            queue = self._queue(strand)
            self._outbox.strands[strand] = replace(
                known, lease_until=0, ready_at=min((w.not_before for w in queue), default=None),
                priority=min((w.priority for w in queue), default=known.priority),
            )  # fmt: skip

    def debit(self, lane: str, now: datetime) -> None:
        for key in (lane, road_of(lane)):
            self._outbox.lanes[key] = self._lane(key).less_one(self._paces.of(key), as_microseconds(now))

    def pause(self, lane: str, until: datetime) -> None:
        known = self._lane(lane)
        longest = max(known.paused_until, as_microseconds(until))
        self._outbox.lanes[lane] = replace(known, paused_until=longest)

    def next_wake(self, now: datetime) -> datetime | None:
        at = as_microseconds(now)
        times = [time for s in self._outbox.strands.values() if (time := self._open_at(s)) is not None]
        return from_microseconds(max(at, min(times))) if times else None

    def _turn(self, strand: Strand, now: int) -> Turn:
        return turn(self._queue(strand.key), now)

    def _advance(self, found: Turn, strand: Strand, now: int) -> Claimed | None:
        budget = self._budget_at(strand.lane)
        if found.first is None or budget > now:
            again = found.look_again_at if found.first is None else budget
            self._outbox.strands[strand.key] = replace(
                strand, lease_until=0, ready_at=again, priority=found.priority
            )  # fmt: skip
            return None
        self.debit(strand.lane, from_microseconds(now))
        posting = replace(self._outbox.rows[found.first.id], state=PostingState.SENDING, fence=strand.fence)
        self._outbox.rows[posting.id] = posting
        lease = now + LEASE // timedelta(microseconds=1)
        self._outbox.strands[strand.key] = replace(strand, lease_until=lease)
        return Claimed(strand.key, strand.fence, replace(posting), found.first.is_uncertain)

    def _queue(self, strand: str) -> list[Waiting]:
        rows = [row for row in self._outbox.rows.values() if row.strand == strand and row.state in UNFINISHED]
        rows.sort(key=lambda row: (row.priority, row.position, row.seq))
        return [
            Waiting(row.id, row.state, row.priority, as_microseconds(row.not_before), row.attempts, row.message_id)
            for row in rows
        ]

    def _lane(self, key: str) -> Lane:
        return self._outbox.lanes.get(key) or rested(self._paces.of(key))

    def _budget_at(self, lane: str) -> int:
        return max(max(row.free_at, row.paused_until) for row in (self._lane(lane), self._lane(road_of(lane))))

    def _has_budget(self, lane: str, now: int) -> bool:
        return self._budget_at(lane) <= now

    def _open_at(self, strand: Strand) -> int | None:
        if strand.ready_at is None:
            return None
        return max(strand.ready_at, strand.lease_until, self._budget_at(strand.lane))

    def _opens_by(self, strand: Strand, now: int) -> bool:
        opens = self._open_at(strand)
        return opens is not None and opens <= now
