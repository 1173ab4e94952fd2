"""Where transactions begin and end, and nowhere else: handlers can't commit (house-style principle 5)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from storage.session import Tongue
from storage.store import SqlStore


@contextmanager
def unit_of_work(connection: Any, store: SqlStore, tongue: Tongue) -> Iterator[None]:
    """One job's own transaction: committed at the end of the block, undone when the block raises."""
    store.begin()
    if tongue == "sqlite":
        connection.execute("BEGIN")
    try:
        yield
        store.finish()
        connection.commit()
    except BaseException:
        store.forget()
        connection.rollback()
        raise


@contextmanager
def shared_transaction(connection: Any, store: SqlStore) -> Iterator[None]:
    """SQLite's transaction for several jobs. When the block or the commit raises, the caller drops the connection.

    IMMEDIATE: a transaction that reads first and writes later would be told "busy" at once, however long it may wait.
    """
    store.begin()
    connection.execute("BEGIN IMMEDIATE")
    yield
    connection.execute("COMMIT")


@contextmanager
def share_of(connection: Any, store: SqlStore) -> Iterator[None]:
    """One job's part of a shared transaction: undone alone when the block raises.

    On a full disk SQLite undoes the whole transaction by itself: then `connection.in_transaction` is false afterwards.
    """
    connection.execute("SAVEPOINT job")
    try:
        yield
        store.finish()
    except BaseException:
        store.forget()
        if connection.in_transaction:
            connection.execute("ROLLBACK TO job")
            connection.execute("RELEASE job")
        raise
    connection.execute("RELEASE job")
