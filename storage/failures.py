"""Which of the drivers' errors mean that the database is away, and which may pass when tried again.

Everything else is a bug and stays what it is. The driver of PostgreSQL is asked only where it is in use: loaded for
nothing, it would cost every process megabytes.
"""

from __future__ import annotations

import sys
from typing import Any

import sqlalchemy as sa
from pysqlite3 import dbapi2

_SQLITE_AWAY = frozenset({
    5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 23, 26,
})  # fmt: skip
"""BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, AUTH, NOTADB."""

_AWAY = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError)


def passing() -> tuple[type[Exception], ...]:
    """Errors after which the same job may succeed when run again: PostgreSQL chose it as a deadlock's victim."""
    driver = _psycopg()
    return (driver.errors.DeadlockDetected, driver.errors.SerializationFailure) if driver else ()


def drivers() -> tuple[type[Exception], ...]:
    """What the drivers in use raise."""
    driver = _psycopg()
    return (dbapi2.Error, sa.exc.SQLAlchemyError, *([driver.Error] if driver else []))


def _psycopg() -> Any:
    """The driver, if anything has loaded it; otherwise no error is its."""
    return sys.modules.get("psycopg")


def _postgres_away() -> tuple[type[Exception], ...]:
    driver = _psycopg()
    if driver is None:
        return ()
    # The timeouts are filed by the driver under internal errors: our transaction was ended for standing still.
    standing = (driver.errors.IdleInTransactionSessionTimeout, driver.errors.TransactionTimeout)
    return (driver.OperationalError, driver.InterfaceError, *standing)


def means_away(failure: BaseException) -> bool:
    """Whether the database can't be reached, is full, broken, or does not answer in time."""
    if isinstance(failure, dbapi2.Error):
        code = getattr(failure, "sqlite_errorcode", None)
        return isinstance(code, int) and code & 0xFF in _SQLITE_AWAY
    return isinstance(failure, (*_AWAY, *_postgres_away()))


def tellable(failure: BaseException) -> BaseException:
    """The failure in a form that a future takes: StopIteration would leave its waiter waiting for ever."""
    if isinstance(failure, StopIteration):
        told = RuntimeError("a job raised StopIteration")
        told.__cause__ = failure
        return told
    return failure
