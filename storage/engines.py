"""From a database URL to a SQLAlchemy engine that is set up as this product needs it, or a refusal to start.

Who uses the connections is in `storage.writer` (SQLite) and `storage.pool`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from pysqlite3 import dbapi2

SAFE_SQLITE: Final = (3, 51, 3)
"""The first version without the WAL-reset corruption bug (reliability.md 0.12, docs/decisions/0003)."""

BUSY_SECONDS: Final = 5
POSTGRES_LIMITS: Final = (
    "-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=5000 -c timezone=UTC"
)
"""A process that stands still inside a transaction loses it after 5 s: its locks keep others from answering."""


class UnusableDatabase(Exception):
    """The URL or the library can't be used; the text says what to do."""


def refuse_unsafe_sqlite(version: tuple[int, int, int]) -> None:
    """Raises `UnusableDatabase` for a SQLite that can corrupt a database with several connections."""
    if version < SAFE_SQLITE:
        found, floor = (".".join(map(str, each)) for each in (version, SAFE_SQLITE))
        raise UnusableDatabase(
            f"SQLite {found} can corrupt its database (WAL-reset bug); at least {floor} is needed. "
            "Install the locked requirements again (`make install`): pysqlite3 brings its own SQLite."
        )


def parsed(url: str) -> sa.URL:
    """The URL with the driver we use named. Raises `UnusableDatabase` for anything else than the two databases."""
    try:
        given = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise UnusableDatabase("CUTR_DATABASE_URL is not a URL; use sqlite:///path or postgresql://…") from None
    match given.get_backend_name():
        case "postgresql" | "postgres":
            return given.set(drivername="postgresql+psycopg")
        case "sqlite" if given.database and given.database != ":memory:":
            return given.set(drivername="sqlite+pysqlite")
        case "sqlite":
            raise UnusableDatabase("SQLite needs a file: sqlite:///path (several threads share it)")
        case other:
            raise UnusableDatabase(f"{other} is not supported; use sqlite:///path or postgresql://…")


def sqlite_engine(url: sa.URL, *, pool_size: int = 1, busy_seconds: float = BUSY_SECONDS) -> sa.Engine:
    """Connections that begin no transaction by themselves: WAL, an fsync per commit, foreign keys on.

    Another process's lock is waited for up to `busy_seconds`.
    """
    refuse_unsafe_sqlite(dbapi2.sqlite_version_info)
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    settings = {
        "isolation_level": None, "check_same_thread": False, "timeout": busy_seconds, "cached_statements": 512,
    }  # fmt: skip
    engine = sa.create_engine(
        url, module=dbapi2, connect_args=settings, pool_size=pool_size, max_overflow=0, pool_reset_on_return=None
    )
    sa.event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    # SQLite's own lower() knows ASCII only; searching must find Żółć as PostgreSQL does.
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def postgres_engine(url: sa.URL, *, pool_size: int, more: str = "") -> sa.Engine:
    """Connections that are tried before use and give up waiting: 10 s for a lock, 30 s for a statement."""
    limits = {"options": f"{POSTGRES_LIMITS} {more}".strip(), "connect_timeout": 5}
    return sa.create_engine(url, connect_args=limits, pool_size=pool_size, max_overflow=0, pool_pre_ping=True)
