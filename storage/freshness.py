"""Whether a database has the newest schema, for processes that must not start on an older one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from core.ports import StorageAway
from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.failures import means_away
from storage.migrating import config_for


def schema_is_current(url: str) -> bool:
    """Whether nothing is left to migrate. Raises `StorageAway`, and `storage.engines.UnusableDatabase`."""
    where = parsed(url)
    embedded = where.get_backend_name() == "sqlite"
    engine = sqlite_engine(where) if embedded else postgres_engine(where, pool_size=1)
    try:
        with engine.connect() as connection:
            newest = ScriptDirectory.from_config(config_for(connection)).get_current_head()
            return MigrationContext.configure(connection).get_current_revision() == newest
    except sa.exc.DBAPIError as failure:
        if failure.orig is not None and means_away(failure.orig):
            raise StorageAway(str(failure.orig)) from failure
        raise
    finally:
        engine.dispose()
