"""What is to leave: `core.roads.Outbox`. Who may send it when is `storage.road`'s work.

Strands are woken together at the end of the transaction, in the order of their keys: fewer statements, and two
transactions that post to the same strands can't wait for each other crosswise.
"""

from __future__ import annotations

from functools import lru_cache

import sqlalchemy as sa

from core.outbox import UNFINISHED, Posting, PostingState
from core.ports import Taken
from storage.collections import Rows, Shape
from storage.moments import as_microseconds
from storage.paces import road_of
from storage.schema import places
from storage.schema_traffic import UNFINISHED_HERE, outbox, strands
from storage.session import Session, Statement, Tongue, given, insert_into

POSTINGS = Shape(Posting, outbox, number="seq", numbered=frozenset({"seq"}))


def _post(tongue: Tongue) -> sa.ClauseElement:
    values = {name: given(name) for name in POSTINGS.names if name != "seq"}
    audience = sa.select(places.c.audience).where(places.c.id == given("at_place")).scalar_subquery()
    insert = insert_into(tongue, outbox).values({**values, "place_audience": audience})
    return insert.on_conflict_do_nothing().returning(outbox.c.seq)


def _wake(tongue: Tongue) -> sa.ClauseElement:
    names = ("key", "lane", "road", "ready_at", "priority", "lease_until", "fence")
    insert = insert_into(tongue, strands).values({name: given(name) for name in names})
    new = insert.excluded
    sooner = sa.or_(strands.c.ready_at.is_(None), strands.c.ready_at > new.ready_at)
    first = sa.or_(strands.c.ready_at.is_(None), strands.c.priority > new.priority)
    return insert.on_conflict_do_update(
        index_elements=[strands.c.key],
        set_={
            "lane": new.lane,
            "road": new.road,
            "ready_at": sa.case((sooner, new.ready_at), else_=strands.c.ready_at),
            "priority": sa.case((first, new.priority), else_=strands.c.priority),
        },
    )


_POST = Statement(_post)
_WAKE = Statement(_wake)
_SUPERSEDE = Statement(
    lambda _: (
        sa.update(outbox)
        .where(outbox.c.only_newest == given("newest"), outbox.c.state == sa.literal_column("'queued'"))
        .values(state=sa.literal_column(f"'{PostingState.SUPERSEDED}'"))
    )
)


@lru_cache(maxsize=64)
def _readdress(count: int) -> tuple[Statement, Statement]:
    there = outbox.c.place_id.in_([given(f"place_{at}") for at in range(count)])
    unfinished = sa.text(UNFINISHED_HERE)
    lane, road = given("new_lane"), given("new_road")
    touched = sa.select(outbox.c.strand).where(there, unfinished)
    return (
        Statement(lambda _: sa.update(strands).where(strands.c.key.in_(touched)).values(lane=lane, road=road)),
        Statement(lambda _: sa.update(outbox).where(there, unfinished).values(lane=lane)),
    )


class SqlOutbox:
    """The outbox of one transaction; `finish` is called before its commit."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows = Rows(session, POSTINGS)
        self._wakes: dict[str, dict[str, object]] = {}

    def post(self, posting: Posting) -> None:
        params = POSTINGS.params(posting)
        if posting.only_newest is not None:
            self._session.change(_SUPERSEDE, {"newest": posting.only_newest})
        row = self._session.row(_POST, {**params, "at_place": posting.place_id})
        if row is None:
            raise Taken
        posting.seq = row[0]
        self._wake(posting)

    def get(self, posting_id: str) -> Posting | None:
        return self._rows.lock(posting_id)

    def save(self, posting: Posting) -> None:
        self._rows.save(posting)
        if posting.state in UNFINISHED:
            self._wake(posting)

    def find(self, **equals: object) -> list[Posting]:
        return self._rows.find(**equals)

    def readdress(self, place_ids: frozenset[str], lane: str) -> None:
        if not place_ids:
            return
        self.finish()
        params = {f"place_{at}": place_id for at, place_id in enumerate(place_ids)}
        for statement in _readdress(len(place_ids)):
            self._session.change(statement, {**params, "new_lane": lane, "new_road": road_of(lane)})

    def finish(self) -> None:
        """Wake the strands that were posted to."""
        for key in sorted(self._wakes):
            self._session.change(_WAKE, self._wakes[key])
        self._wakes.clear()

    def forget(self) -> None:
        """The transaction is undone: nobody is to be woken."""
        self._wakes.clear()

    def _wake(self, posting: Posting) -> None:
        ready_at, priority = as_microseconds(posting.not_before), int(posting.priority)
        known = self._wakes.get(posting.strand)
        if known is not None:
            ready_at, priority = min(ready_at, known["ready_at"]), min(priority, known["priority"])  # type: ignore[call-overload]
        self._wakes[posting.strand] = {
            "key": posting.strand, "lane": posting.lane, "road": road_of(posting.lane), "ready_at": ready_at,
            "priority": priority, "lease_until": 0, "fence": 0,
        }  # fmt: skip
