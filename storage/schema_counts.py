"""How many orders there are of each status, kept by the database itself: counting 100,000 orders takes too long.

Triggers keep the numbers, so that they hold whoever writes. On SQLite, with its one writer, they change one row per
status. On PostgreSQL they only add rows, or two transactions that move orders crosswise would wait for each other;
`FOLD` sums them up now and then. Triggers are made anew by every migration (`storage.migrating`): a table that is
rebuilt loses them.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from storage.schema import ROW_NUMBER, index, metadata, orders
from storage.session import Session, Statement, Tongue

order_counts = sa.Table(
    "order_counts", metadata,
    sa.Column("n", ROW_NUMBER, primary_key=True),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("number", sa.BigInteger, nullable=False),
    index("order_counts", "status"),
)  # fmt: skip

_ADDED: Final = {"INSERT": "+new", "UPDATE OF status": "-old +new", "DELETE": "-old"}


def make_counts(connection: sa.Connection) -> None:
    """Make the triggers anew and count once."""
    if connection.dialect.name == "sqlite":
        _sqlite_triggers(connection)
    else:
        _postgres_triggers(connection)
    connection.execute(sa.delete(order_counts))
    counted = sa.select(orders.c.status, sa.func.count()).group_by(orders.c.status)
    connection.execute(sa.insert(order_counts).from_select(["status", "number"], counted))


def drop_counts(connection: sa.Connection) -> None:
    """Take the triggers away: a table can't be rebuilt beneath them."""
    for name, _ in _triggers():
        on = "" if connection.dialect.name == "sqlite" else " ON orders"
        if on and not sa.inspect(connection).has_table("orders"):
            return
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}{on}")


def _triggers() -> list[tuple[str, str]]:
    return [(f"count_orders_{what.partition(' ')[0].lower()}", what) for what in _ADDED]


def _sqlite_triggers(connection: sa.Connection) -> None:
    for name, what in _triggers():
        changes = "".join(
            f"INSERT INTO order_counts (status, number) SELECT {one[1:]}.status, 0 "  # noqa: S608 - words of our own
            f"WHERE NOT EXISTS (SELECT 1 FROM order_counts WHERE status = {one[1:]}.status); "
            f"UPDATE order_counts SET number = number {one[0]} 1 WHERE status = {one[1:]}.status; "
            for one in _ADDED[what].split()
        )
        moved = " WHEN old.status <> new.status" if what.startswith("UPDATE") else ""
        connection.exec_driver_sql(f"CREATE TRIGGER {name} AFTER {what} ON orders{moved} BEGIN {changes}END")


def _postgres_triggers(connection: sa.Connection) -> None:
    for name, what in _triggers():
        changes = "".join(
            f"INSERT INTO order_counts (status, number) VALUES ({one[1:]}.status, {one[0]}1); "  # noqa: S608 - the same
            for one in _ADDED[what].split()
        )
        connection.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {changes}RETURN NULL; END $$"
        )
        moved = " WHEN (old.status <> new.status)" if what.startswith("UPDATE") else ""
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} AFTER {what} ON orders FOR EACH ROW{moved} EXECUTE FUNCTION {name}()"
        )


def _fold(tongue: Tongue) -> sa.ClauseElement:
    if tongue == "sqlite":
        return sa.delete(order_counts).where(order_counts.c.number == sa.literal_column("0"))
    gone = sa.delete(order_counts).returning(order_counts.c.status, order_counts.c.number).cte("gone")
    summed = sa.select(gone.c.status, sa.cast(sa.func.sum(gone.c.number), sa.BigInteger)).group_by(gone.c.status)
    return sa.insert(order_counts).from_select(["status", "number"], summed)


FOLD = Statement(_fold)
"""Rows that come in meanwhile are not summed and not removed: one statement sees one state of the table."""


class SqlCounts:
    """The numbers' upkeep."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def fold(self) -> None:
        """Leave one row per status."""
        self._session.change(FOLD, {})
