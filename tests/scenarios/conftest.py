"""Every scenario runs on SQLite with HTTP and on PostgreSQL with sockets and polling; the whole life on all four."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.scenarios.world import Setting, World, a_world
from tests.support.postgres import drop_database, fresh_database
from tests.support.slack_types import check_slack_ledger
from tests.support.telegram_types import check_ledger

SETTINGS = (Setting("sqlite", "http"), Setting("postgres", "sockets"))
EVERY_SETTING = (*SETTINGS, Setting("sqlite", "sockets"), Setting("postgres", "http"))


@pytest.fixture(params=SETTINGS, ids=str)
def setting(request: pytest.FixtureRequest) -> Setting:
    """One way to run the product."""
    chosen: Setting = request.param
    return chosen


@pytest.fixture
def database_url(setting: Setting, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty database of the setting's kind."""
    if setting.database == "sqlite":
        yield f"sqlite:///{tmp_path}/cutr.db"
        return
    url = fresh_database(request.getfixturevalue("postgres_url"))
    yield url
    drop_database(url)


@pytest.fixture
async def world(setting: Setting, tmp_path: Path, database_url: str) -> AsyncIterator[World]:
    """The running world; at the end every request of ours is held to a second reading of the platforms' types."""
    async with a_world(setting, tmp_path, database_url) as made:
        yield made
    check_ledger(made.ledger.entries())
    check_slack_ledger(made.ledger.entries())
