"""Bringing the schema up to date: `cutr migrate`, and the start of `cutr demo` and `cutr run`.

The steps are in storage/migrations/versions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext

from core.ports import StorageAway
from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.failures import means_away
from storage.freshness import newest_revision
from storage.schema_counts import drop_counts, make_counts
from storage.schema_shared import drop_views, make_views

_LOCK: Final = 4_828_372  # any number: the one that means "somebody migrates this database"


def migrate(url: str) -> None:
    """Bring the database to the newest schema: all steps or none. Safe to run twice, at once, and beside processes.

    Raises `StorageAway`, and `storage.engines.UnusableDatabase` for a URL that can't be used.
    """
    where = parsed(url)
    embedded = where.get_backend_name() == "sqlite"
    engine = sqlite_engine(where) if embedded else postgres_engine(where, pool_size=1)
    if embedded:
        sa.event.listen(engine, "begin", _alone)
    try:
        with engine.begin() as connection:
            if not embedded:
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            _upgrade(connection)
    except sa.exc.OperationalError as failure:
        # SQLAlchemy wraps what the driver said; SQLite says "operational" for mistakes in SQL as well.
        if failure.orig is None or means_away(failure.orig):
            raise StorageAway(str(failure.orig)) from failure
        raise
    finally:
        engine.dispose()


def _upgrade(connection: sa.Connection) -> None:
    """The steps that are lacking, and the views and triggers over what they make."""
    if MigrationContext.configure(connection).get_current_revision() == newest_revision():
        return
    drop_views(connection)
    drop_counts(connection)
    command.upgrade(config_for(connection), "head")
    make_views(connection)
    make_counts(connection)


def config_for(connection: sa.Connection) -> Config:
    """Alembic's settings for an open connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _alone(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
