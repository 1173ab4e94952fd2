"""Which of the drivers' errors mean that the database is away, and which may pass when tried again.

Everything else is a bug and stays what it is.
"""

from __future__ import annotations

import psycopg
import sqlalchemy as sa
from pysqlite3 import dbapi2

_SQLITE_AWAY = frozenset({
    5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 23, 26,
})  # fmt: skip
"""BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, AUTH, NOTADB."""

_AWAY = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    # Filed by the driver under internal errors: our transaction was ended for standing still, nothing was changed.
    psycopg.errors.IdleInTransactionSessionTimeout,
    psycopg.errors.TransactionTimeout,
    sa.exc.OperationalError,
    sa.exc.InterfaceError,
    sa.exc.TimeoutError,
)
PASSING = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)
"""The same job may succeed when run again: PostgreSQL chose it as a deadlock's victim."""

DRIVERS = (psycopg.Error, dbapi2.Error, sa.exc.SQLAlchemyError)


def means_away(failure: BaseException) -> bool:
    """Whether the database can't be reached, is full, broken, or does not answer in time."""
    if isinstance(failure, dbapi2.Error):
        code = getattr(failure, "sqlite_errorcode", None)
        return isinstance(code, int) and code & 0xFF in _SQLITE_AWAY
    return isinstance(failure, _AWAY)


def tellable(failure: BaseException) -> BaseException:
    """The failure in a form that a future takes: StopIteration would leave its waiter waiting for ever."""
    if isinstance(failure, StopIteration):
        told = RuntimeError("a job raised StopIteration")
        told.__cause__ = failure
        return told
    return failure
