"""The way out: `core.roads.Road`. Strands are leased with a fence; lanes and whole platforms have token buckets.

Whose turn it is within a strand is decided in `storage.turns`, the arithmetic of buckets in `storage.paces`, the SQL
is in `storage.road_statements`. Locks are taken in one order: strands (skipping those in use), then lanes by key.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.outbox import Priority
from core.roads import Claimed
from storage import road_statements as sql
from storage.moments import as_microseconds, from_microseconds
from storage.outbox import POSTINGS, SqlOutbox
from storage.paces import Bucket, Paces, rested, road_of
from storage.session import Session
from storage.turns import Turn, Waiting, turn

LEASE = timedelta(seconds=60)
_LEASE = LEASE // timedelta(microseconds=1)
_PATIENCE = 5_000_000
"""Microseconds for which marks and edits of cards let people's words go first, on whatever road (decision 7)."""


class Budget:
    """The buckets of some lanes and their platforms, locked until the transaction ends."""

    def __init__(self, session: Session, paces: Paces, lanes: set[str]) -> None:
        self._session = session
        self._paces = paces
        self._buckets = self._locked(lanes | {road_of(lane) for lane in lanes}) if lanes else {}

    def open_at(self, lane: str) -> int:
        """When something may leave by this lane (microseconds); a past instant when now."""
        return max(max(b.free_at, b.paused_until) for b in (self._buckets[lane], self._buckets[road_of(lane)]))

    def spend(self, lane: str, now: int) -> None:
        """Take one token from the lane and one from its platform."""
        for key in (lane, road_of(lane)):
            pace = self._paces.of(key)
            if pace is None:
                continue
            bucket = self._buckets[key] = self._buckets[key].less_one(pace, now)
            row = {"tokens": bucket.tokens, "refilled_at": bucket.refilled_at, "free_at": bucket.free_at}
            self._session.change(sql.SET_BUCKET, {**row, "lane_key": key})

    def _locked(self, keys: set[str]) -> dict[str, Bucket]:
        found = self._read(keys)
        missing = [key for key in sorted(keys - found.keys()) if self._paces.of(key) is not None]
        if missing:
            # A row must be there before two claimers may share it; who comes second waits here for the first.
            for key in missing:
                self._session.change(sql.NEW_LANE, sql.lane_row(key, rested(self._paces.of(key))))
            found = self._read(keys)
        return {key: found.get(key) or rested(None) for key in keys}

    def _read(self, keys: set[str]) -> dict[str, Bucket]:
        params = {f"key_{at}": key for at, key in enumerate(keys)}
        rows = self._session.rows(sql.lanes_locked(len(keys)), params)
        return {key: Bucket(*values) for key, *values in rows}


class SqlRoad:
    """Implements `core.roads.Road`, and tells when to look again."""

    def __init__(self, session: Session, outbox: SqlOutbox, paces: Paces) -> None:
        self._session = session
        self._outbox = outbox
        self._paces = paces

    def claim(self, now: datetime, worker: str, limit: int) -> list[Claimed]:
        self._outbox.finish()
        at = as_microseconds(now)
        # More than asked for: several strands of one group may share a budget that is enough for one.
        free = self._session.rows(sql.FREE_STRANDS, {"now": at, "most": limit * 3})
        if free and free[0][3] <= Priority.WORDS:
            free = [row for row in free if row[3] < Priority.TOUCH or row[4] <= at - _PATIENCE]
        budget = Budget(self._session, self._paces, {row[1] for row in free})
        claimed: list[Claimed] = []
        for strand, lane, fence, *_ in free:
            if len(claimed) < limit and budget.open_at(lane) <= at:
                taken = self._advance(self._turn(strand, at), strand, lane, fence + 1, at, budget, worker)
                claimed += [taken] if taken else []
        return claimed

    def go_on(self, strand: str, fence: int, now: datetime) -> Claimed | None:
        self._outbox.finish()
        held = self._session.row(sql.HELD_STRAND, {"strand": strand, "own_fence": fence})
        if held is None:
            return None
        at = as_microseconds(now)
        found = self._turn(strand, at)
        if found.first is not None and found.first.priority == Priority.TOUCH:
            # A mark queues up again: words elsewhere may have come meanwhile.
            self._let_go(strand, found, at)
            return None
        return self._advance(found, strand, held[0], fence, at)

    def extend(self, strand: str, fence: int, now: datetime) -> bool:
        if self._session.row(sql.HELD_STRAND, {"strand": strand, "own_fence": fence}) is None:
            return False
        until = as_microseconds(now) + _LEASE
        return self._session.change(sql.LEASE, {"strand": strand, "own_fence": fence, "until": until, "who": None}) > 0

    def release(self, strand: str, fence: int) -> None:
        self._outbox.finish()
        # Locked first: the statement that reads the queue must begin after every posting that woke the strand.
        if self._session.row(sql.HELD_STRAND, {"strand": strand, "own_fence": fence}) is not None:
            self._session.change(sql.RELEASE, {"strand": strand})

    def debit(self, lane: str, now: datetime) -> None:
        Budget(self._session, self._paces, {lane}).spend(lane, as_microseconds(now))

    def pause(self, lane: str, until: datetime) -> None:
        bucket = replace(rested(self._paces.of(lane)), paused_until=as_microseconds(until))
        self._session.change(sql.PAUSE, sql.lane_row(lane, bucket))

    def next_wake(self, now: datetime) -> datetime | None:
        """The earliest instant at which `claim` may find something: `now` or later; None while nothing waits."""
        self._outbox.finish()
        row = self._session.row(sql.NEXT_WAKE, {})
        if row is None or row[0] is None:
            return None
        return max(now, from_microseconds(int(row[0])))

    def _advance(
        self,
        found: Turn,
        strand: str,
        lane: str,
        fence: int,
        now: int,
        budget: Budget | None = None,
        worker: str | None = None,
    ) -> Claimed | None:
        budget = budget or Budget(self._session, self._paces, {lane} if found.first else set())
        open_at = budget.open_at(lane) if found.first else now
        if found.first is None or open_at > now:
            self._let_go(strand, found, found.look_again_at if found.first is None else open_at)
            return None
        row = self._session.row(sql.MARK_SENDING, {"posting": found.first.id, "own_fence": fence})
        if row is None:
            self._let_go(strand, found, now)
            return None
        budget.spend(lane, now)
        lease = {"strand": strand, "own_fence": fence, "until": now + _LEASE, "who": worker}
        self._session.change(sql.LEASE, lease)
        return Claimed(strand, fence, POSTINGS.item(row), found.first.is_uncertain)

    def _let_go(self, strand: str, found: Turn, again: int | None) -> None:
        self._session.change(sql.LET_GO, {"strand": strand, "again": again, "urgency": found.priority})

    def _turn(self, strand: str, now: int) -> Turn:
        rows = self._session.rows(sql.QUEUE, {"own_strand": strand})
        return turn((Waiting(*row) for row in rows), now)
