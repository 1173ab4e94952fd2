"""Whether a database has the newest schema, for processes that must not start on an older one.

It reads the steps' file names and Alembic's own table: loading Alembic itself would cost each process 20 MB.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlalchemy as sa

from core.ports import StorageAway
from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.failures import means_away

STEPS: Final = Path(__file__).parent / "migrations" / "versions"


def newest_revision() -> str:
    """The last step's revision: file names begin with it (`0003_traffic.py`)."""
    return max(step.name.partition("_")[0] for step in STEPS.glob("[0-9]*_*.py"))


def schema_is_current(url: str) -> bool:
    """Whether nothing is left to migrate. Raises `StorageAway`, and `storage.engines.UnusableDatabase`."""
    where = parsed(url)
    embedded = where.get_backend_name() == "sqlite"
    engine = sqlite_engine(where) if embedded else postgres_engine(where, pool_size=1)
    try:
        with engine.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return False
            found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalars().all()
            # A newer database is fine: while a release goes out, old processes run beside the new schema.
            return max(found, default="") >= newest_revision()
    except sa.exc.DBAPIError as failure:
        if failure.orig is not None and means_away(failure.orig):
            raise StorageAway(str(failure.orig)) from failure
        raise
    finally:
        engine.dispose()
