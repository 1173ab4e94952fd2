"""The SQL of `storage.road`. Whose turn it is and how much budget there is, is not decided here.

On SQLite there is one writer, so the locking clauses fall away by themselves.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from storage.outbox import POSTINGS
from storage.paces import Bucket
from storage.schema_traffic import UNFINISHED_HERE, lanes, outbox, strands
from storage.session import Statement, Tongue, given, insert_into

_road = lanes.alias("road_lane")
_zero: sa.ColumnElement[int] = sa.literal_column("0")
_unfinished = sa.text(UNFINISHED_HERE)
_strand = given("strand")
_LOOKED_THROUGH = 200
"""How much of one strand's queue is looked through for a turn: more than that many held-back posts wait their time."""


def _when(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(column, _zero)


def _with_lanes() -> sa.FromClause:
    own = strands.outerjoin(lanes, lanes.c.key == strands.c.lane)
    return own.outerjoin(_road, _road.c.key == strands.c.road)


def _free_strands(_tongue: Tongue) -> sa.ClauseElement:
    now = given("now")
    open_lanes = [_when(lane.c[name]) <= now for lane in (lanes, _road) for name in ("free_at", "paused_until")]
    return (
        sa.select(strands.c.key, strands.c.lane, strands.c.fence, strands.c.priority, strands.c.ready_at)
        .select_from(_with_lanes())
        .where(strands.c.ready_at <= now, strands.c.lease_until <= now, *open_lanes)
        .order_by(strands.c.priority, strands.c.ready_at)
        .limit(given("most"))
        .with_for_update(of=strands, skip_locked=True)
    )


FREE_STRANDS = Statement(_free_strands)

HELD_STRAND = Statement(
    lambda _: (
        sa.select(strands.c.lane)
        .where(strands.c.key == _strand, strands.c.fence == given("own_fence"))
        .with_for_update()
    )
)

LEASE = Statement(
    lambda _: (
        sa.update(strands)
        .where(strands.c.key == _strand)
        .values(
            fence=given("own_fence"),
            lease_until=given("until"),
            worker=sa.func.coalesce(given("who"), strands.c.worker),
        )
    )
)
"""`who` is None when the one who has the strand goes on."""

LET_GO = Statement(
    lambda _: (
        sa.update(strands)
        .where(strands.c.key == _strand)
        .values(ready_at=given("again"), priority=given("urgency"), lease_until=_zero, worker=sa.null())
    )
)


def _release(_tongue: Tongue) -> sa.ClauseElement:
    def least(column: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
        return sa.select(sa.func.min(column)).where(outbox.c.strand == strands.c.key, _unfinished).scalar_subquery()

    return (
        sa.update(strands)
        .where(strands.c.key == _strand)
        .values(
            ready_at=least(outbox.c.not_before),
            priority=sa.func.coalesce(least(outbox.c.priority), strands.c.priority),
            lease_until=_zero,
            worker=sa.null(),
        )
    )


RELEASE = Statement(_release)

QUEUE = Statement(
    lambda _: (
        sa.select(
            outbox.c.id, outbox.c.state, outbox.c.priority, outbox.c.not_before, outbox.c.attempts, outbox.c.message_id
        )
        .where(outbox.c.strand == given("own_strand"), _unfinished)
        .order_by(outbox.c.priority, outbox.c.position, outbox.c.seq)
        .limit(sa.literal_column(str(_LOOKED_THROUGH)))
    )
)

MARK_SENDING = Statement(
    lambda _: (
        sa.update(outbox)
        # Whoever took it back while the queue was being read has won.
        .where(outbox.c.id == given("posting"), sa.text(UNFINISHED_HERE))
        .values(state=sa.literal_column("'sending'"), fence=given("own_fence"))
        .returning(*POSTINGS.columns)
    )
)

SET_BUCKET = Statement(
    lambda _: (
        sa.update(lanes)
        .where(lanes.c.key == given("lane_key"))
        .values({name: given(name) for name in ("tokens", "refilled_at", "free_at")})
    )
)

_LANE_COLUMNS = [column.name for column in lanes.columns]


def lane_row(key: str, bucket: Bucket) -> dict[str, Any]:
    """The parameters of NEW_LANE and PAUSE."""
    return {
        "key": key, "tokens": bucket.tokens, "refilled_at": bucket.refilled_at,
        "paused_until": bucket.paused_until, "free_at": bucket.free_at,
    }  # fmt: skip


NEW_LANE = Statement(
    lambda tongue: (
        insert_into(tongue, lanes).values({name: given(name) for name in _LANE_COLUMNS}).on_conflict_do_nothing()
    )
)


def _pause(tongue: Tongue) -> sa.ClauseElement:
    insert = insert_into(tongue, lanes).values({name: given(name) for name in _LANE_COLUMNS})
    until = insert.excluded.paused_until
    later = sa.case((lanes.c.paused_until > until, lanes.c.paused_until), else_=until)
    return insert.on_conflict_do_update(index_elements=[lanes.c.key], set_={"paused_until": later})


PAUSE = Statement(_pause)


def _next_wake(tongue: Tongue) -> sa.ClauseElement:
    greatest = sa.func.max if tongue == "sqlite" else sa.func.greatest
    opens = greatest(
        strands.c.ready_at, strands.c.lease_until,
        *[_when(lane.c[name]) for lane in (lanes, _road) for name in ("free_at", "paused_until")],
    )  # fmt: skip
    return sa.select(sa.func.min(opens)).select_from(_with_lanes()).where(strands.c.ready_at.is_not(None))


NEXT_WAKE = Statement(_next_wake)


@lru_cache(maxsize=128)
def lanes_locked(count: int) -> Statement:
    """The buckets of `count` lanes, held against others, in the order of their keys."""
    asked = (
        sa.select(lanes.c.key, lanes.c.tokens, lanes.c.refilled_at, lanes.c.paused_until, lanes.c.free_at)
        .where(lanes.c.key.in_([given(f"key_{at}") for at in range(count)]))
        .order_by(lanes.c.key)
        .with_for_update()
    )
    return Statement(lambda _: asked)
