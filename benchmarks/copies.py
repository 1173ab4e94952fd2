"""Many orders from one: copies of all its rows, made inside SQLite. What is asked of them is the benchmarks' own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

Numbered = Mapping[sa.Table, tuple[str, ...]]
"""By table, in the order in which they point at each other: the columns that differ from one copy to the next."""
Changed = Mapping[sa.Column[Any], sa.ColumnElement[Any]]
"""Columns that hold something else in a copy."""
NUMBER: sa.ColumnElement[int] = sa.literal_column("numbers.number", sa.Integer)
"""Which copy a row belongs to, from 1."""
GIVEN_BY_ROW = frozenset({"n", "seq"})


def name_of(name: str, number: int) -> str:
    """What an id or a reference is called in this copy: letters and digits, as ids are, in the copies' own order."""
    return f"{name}x{number:06d}"


def multiply(connection: sa.Connection, tables: Numbered, most: int, changed: Changed) -> None:
    """`most` copies of the rows of these tables; the second column that differs tells which rows are an order's."""
    told = (
        "WITH RECURSIVE numbers(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < :most) "
        "SELECT number FROM numbers"
    )
    numbers = sa.text(told).columns(sa.column("number", sa.Integer)).bindparams(most=most).subquery("numbers")
    for table, own in tables.items():
        given = {column.name for column in table.primary_key} & GIVEN_BY_ROW
        columns = [column for column in table.columns if column.name not in given]
        taken = [_taken(column, own, changed) for column in columns]
        mine = table.c[own[1]].is_not(None) if len(own) > 1 else sa.true()
        rows = sa.select(*taken).join_from(table, numbers, mine)
        connection.execute(sa.insert(table).from_select([column.name for column in columns], rows))


def _taken(column: sa.Column[Any], own: tuple[str, ...], changed: Changed) -> sa.ColumnElement[Any]:
    if column in changed:
        return changed[column]
    # What is blank stays blank: `||` of nothing is nothing.
    return column.concat(sa.func.printf("x%06d", NUMBER)) if column.name in own else column
