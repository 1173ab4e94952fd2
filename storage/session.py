"""Statements and the one connection they run on. Transactions begin and end in `storage.writer` and `storage.pool`.

Statements are SQLAlchemy Core, put into the database's own words once and then handed straight to the driver: Core's
execution costs several times what SQLite needs for the statement itself (docs/decisions/0004).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Literal

import sqlalchemy as sa
from pysqlite3 import dbapi2
from sqlalchemy.dialects import sqlite

from core.ports import Taken

Tongue = Literal["sqlite", "postgresql"]
Params = Mapping[str, Any]
Row = Sequence[Any]


@cache
def _dialect(tongue: Tongue) -> sa.engine.Dialect:
    if tongue == "sqlite":
        return sqlite.dialect(paramstyle="named")
    from sqlalchemy.dialects.postgresql import psycopg  # noqa: PLC0415 - nothing of PostgreSQL is loaded for SQLite

    return psycopg.dialect()  # type: ignore[no-untyped-call]


class Statement:
    """A Core statement with named parameters. `build` is told which database it is for."""

    def __init__(self, build: Callable[[Tongue], sa.ClauseElement]) -> None:
        self._build = build
        self.words: dict[Tongue, tuple[str, dict[str, Any]]] = {}

    def spelt(self, tongue: Tongue) -> tuple[str, dict[str, Any]]:
        """The driver's text, and the constants in it."""
        compiled = self._build(tongue).compile(dialect=_dialect(tongue))
        constants = {name: value for name, value in compiled.params.items() if value is not None}
        self.words[tongue] = str(compiled), constants
        return self.words[tongue]


def given(name: str) -> sa.BindParameter[Any]:
    """A value that comes with each execution."""
    return sa.bindparam(name)


def insert_into(tongue: Tongue, table: sa.Table) -> sqlite.Insert:
    """An INSERT that knows ON CONFLICT. Both dialects' classes have the same methods."""
    if tongue == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - as above

    both: Any = postgresql.insert
    insert: sqlite.Insert = both(table)
    return insert


class Session:
    """One connection, inside a transaction that somebody else began."""

    def __init__(self, connection: Any, tongue: Tongue) -> None:
        self.tongue = tongue
        self._cursor = connection.cursor()

    def rows(self, statement: Statement, params: Params) -> list[Row]:
        """All rows of a SELECT, or of a change that returns some."""
        self._execute(statement, params)
        found: list[Row] = self._cursor.fetchall()
        return found

    def row(self, statement: Statement, params: Params) -> Row | None:
        """The first row, if any."""
        found = self.rows(statement, params)
        return found[0] if found else None

    def change(self, statement: Statement, params: Params) -> int:
        """How many rows a change touched."""
        self._execute(statement, params)
        touched: int = self._cursor.rowcount
        return touched

    def change_or_taken(self, statement: Statement, params: Params) -> int:
        """As `change`; raises `Taken` on a unique violation and leaves the transaction as it was before."""
        if self.tongue == "sqlite":
            try:
                return self.change(statement, params)
            except dbapi2.IntegrityError as refused:
                if "UNIQUE constraint failed" in str(refused):
                    raise Taken from refused
                raise
        from psycopg.errors import UniqueViolation  # noqa: PLC0415 - loaded with the connection

        self._cursor.execute("SAVEPOINT attempt")
        try:
            touched = self.change(statement, params)
        except UniqueViolation as refused:
            self._cursor.execute("ROLLBACK TO SAVEPOINT attempt")
            raise Taken from refused
        self._cursor.execute("RELEASE SAVEPOINT attempt")
        return touched

    def _execute(self, statement: Statement, params: Params) -> None:
        text, constants = statement.words.get(self.tongue) or statement.spelt(self.tongue)
        self._cursor.execute(text, {**params, **constants} if constants else params)


class ReadingSession(Session):
    """A session that changes nothing; asking for a lock just reads."""
