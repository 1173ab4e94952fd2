"""The migrated schema is the one the code expects, and migrating is safe to repeat and to do at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from storage.engines import parsed, postgres_engine, sqlite_engine
from storage.freshness import schema_is_current
from storage.migrating import migrate
from storage.schema import metadata
from storage.schema_traffic import outbox


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new/cutr.db"
    url: str = request.getfixturevalue("postgres_database")
    return url


def _engine(url: str) -> sa.Engine:
    where = parsed(url)
    return sqlite_engine(where) if where.get_backend_name() == "sqlite" else postgres_engine(where, pool_size=1)


def test_the_migrated_schema_is_the_one_in_the_code(database_url: str) -> None:
    assert outbox.metadata is metadata
    engine = _engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        checks = {
            (table, check["name"])
            for table in metadata.tables
            for check in sa.inspect(connection).get_check_constraints(table)
        }
    engine.dispose()
    expected = {
        (table.name, constraint.name)
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, sa.CheckConstraint)
    }
    assert checks == expected


def test_migrating_twice_and_at_once_is_safe(empty_url: str) -> None:
    assert not schema_is_current(empty_url)
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(migrate, [empty_url] * 3))
    migrate(empty_url)
    assert schema_is_current(empty_url)
