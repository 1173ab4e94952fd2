"""Fixtures that every kind of test may ask for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.support.postgres import PostgresHome, drop_database, fresh_database

HOME = pytest.StashKey[PostgresHome]()


class Node(Protocol):
    """As much as we need of pytest-xdist's handle of a worker process."""

    @property
    def config(self) -> pytest.Config: ...

    @property
    def workerinput(self) -> dict[str, Any]: ...


def pytest_configure(config: pytest.Config) -> None:
    handed_down = getattr(config, "workerinput", {}).get("postgres_home")
    config.stash[HOME] = PostgresHome(Path(handed_down)) if handed_down else PostgresHome.made()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Node) -> None:
    """Tells a worker process of pytest-xdist where the session's one server lives."""
    node.workerinput["postgres_home"] = str(node.config.stash[HOME].folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.stash[HOME].close()


@pytest.fixture(scope="session")
def postgres_url(pytestconfig: pytest.Config) -> str:
    """The URL of the session's PostgreSQL server; the first to ask waits about a second for its start."""
    return pytestconfig.stash[HOME].url()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty database of this test's own."""
    url = fresh_database(postgres_url)
    yield url
    drop_database(url)
