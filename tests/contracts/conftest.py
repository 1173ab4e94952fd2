"""The same promises on the fake, on SQLite and on PostgreSQL. Databases are migrated, not made from the metadata."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Final

import pytest

from core.ports import Database
from storage.database import SqlDatabase, open_database
from storage.migrating import migrate
from storage.paces import Paces
from tests.support.fake_store import FakeDatabase, FakeStore
from tests.support.postgres import database_name, drop_database, fresh_database

PACES: Final = Paces()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> str:
    """The name of a migrated, empty PostgreSQL database to copy."""
    url = fresh_database(postgres_url)
    migrate(url)
    return database_name(url)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "cutr.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def migrated_postgres(postgres_url: str, postgres_template: str) -> Iterator[str]:
    url = fresh_database(postgres_url, template=postgres_template)
    yield url
    drop_database(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database of this test's own, on each engine."""
    name = "sqlite_url" if request.param == "sqlite" else "migrated_postgres"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture
async def sql(database_url: str) -> AsyncIterator[SqlDatabase]:
    """The real thing, on each engine."""
    database = open_database(database_url, PACES)
    yield database
    await database.close()


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """Whatever keeps the promises of `core.ports`."""
    if request.param == "fake":
        yield FakeDatabase(FakeStore(PACES))
        return
    name = "sqlite_url" if request.param == "sqlite" else "migrated_postgres"
    opened = open_database(request.getfixturevalue(name), PACES)
    yield opened
    await opened.close()
