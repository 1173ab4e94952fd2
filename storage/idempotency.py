"""Answers given to REST requests, so that the same Idempotency-Key gets the same answer; and facts of the house.

Both are used inside a job, in its transaction. Comparing fingerprints is the REST front end's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.moments import as_microseconds
from storage.schema_traffic import idempotency, meta
from storage.session import Session, Statement, Tongue, given, insert_into


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: the request's fingerprint, the HTTP status and the body."""

    fingerprint: str
    status: int
    body: str


_GET = Statement(
    lambda _: sa.select(idempotency.c.fingerprint, idempotency.c.status, idempotency.c.body).where(
        idempotency.c.key == given("key")
    )
)
_PUT = Statement(
    lambda tongue: (
        insert_into(tongue, idempotency)
        .values({column.name: given(column.name) for column in idempotency.columns})
        .on_conflict_do_nothing()
    )
)
_FACT = Statement(lambda _: sa.select(meta.c.value).where(meta.c.key == given("key")))


def _put_fact(tongue: Tongue) -> sa.ClauseElement:
    insert = insert_into(tongue, meta).values(key=given("key"), value=given("value"))
    return insert.on_conflict_do_update(index_elements=[meta.c.key], set_={"value": insert.excluded.value})


_PUT_FACT = Statement(_put_fact)


class SqlIdempotency:
    """Answers by their key."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> Answer | None:
        """The answer given before, or None."""
        row = self._session.row(_GET, {"key": key})
        return None if row is None else Answer(*row)

    def put(self, key: str, fingerprint: str, status: int, body: str, at: datetime) -> bool:
        """Keep an answer; False when another request with this key was answered first (it waits for its commit)."""
        row = {"key": key, "fingerprint": fingerprint, "status": status, "body": body, "at": as_microseconds(at)}
        return self._session.change(_PUT, row) == 1


class SqlMeta:
    """Facts of the installation that outlive a process, e.g. a receiving offset."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> str | None:
        row = self._session.row(_FACT, {"key": key})
        return None if row is None else row[0]

    def put(self, key: str, value: str) -> None:
        self._session.change(_PUT_FACT, {"key": key, "value": value})
