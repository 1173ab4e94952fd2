"""Each import contract of pyproject.toml holds, and breaks when somebody breaks it.

A contract that nobody has seen break may be one that can't (a layers contract alone lets `storage -> bots` through).
So each test copies the rooms, plants one offending import and reads which contracts lint-imports calls broken.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from tests.house.tree import ROOMS, ROOT

CONTRACTS: Final = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}
SHARED: Final = "bots.planted_shared"  # a module that all front ends share


@dataclass(frozen=True)
class Plant:
    """One offending import: `importer` gets a new module that imports `imported`, and then `breaks` are broken."""

    importer: str
    imported: str
    breaks: frozenset[str] = field(default_factory=frozenset)

    def __str__(self) -> str:
        return f"{self.importer}->{self.imported}"


def plant(importer: str, imported: str, *breaks: str) -> Plant:
    return Plant(importer, imported, frozenset(breaks))


PLANTS: Final = [
    # Where two contracts are named, the second guards the same door from another side.
    plant("bots.slack", "bots.telegram", "rooms", "front-ends"),
    plant("bots.api", "bots.customer", "rooms", "front-ends"),
    plant("storage", "scheduler", "rooms", "cupboards"),
    plant("core", "storage", "rooms", "cupboards", "core"),
    plant("bots.telegram", "bots.app", "rooms", "composition"),
    plant("bots", "bots.app", "composition"),
    plant("sandbox", "sandbox.demo", "composition"),
    plant("bots", "bots.slack", "front-ends"),
    plant("bots", "bots.telegram", "front-ends"),
    plant("bots", "bots.customer", "front-ends"),
    plant("bots", "bots.api", "front-ends"),
    plant("bots", "storage", "cupboards"),
    plant("bots", "scheduler", "cupboards"),
    plant("storage", SHARED, "no-people"),
    plant("scheduler", SHARED, "no-people"),
    plant("core", SHARED, "core"),
    plant("sandbox", SHARED, "strangers"),
    plant("sandbox", "core", "strangers"),
    plant("sandbox", "storage", "strangers", "cupboards"),
    plant("bots.app", "sandbox", "strangers-stay-out"),
    plant("storage", "sandbox", "strangers-stay-out", "no-people"),
    plant("bots.app", "slack_sdk", "slack-library"),
    plant("bots", "slack_bolt", "slack-library"),
    plant("sandbox", "slack_sdk", "slack-library"),
    plant("bots.app", "telegram", "telegram-library"),
    plant("bots.slack", "telegram", "telegram-library"),
    plant("bots.api", "sqlalchemy", "database-library"),
    plant("bots.app", "alembic", "database-library"),
    plant("scheduler", "psycopg", "database-library"),
    plant("core", "pysqlite3", "database-library"),
    plant("bots.app", "apscheduler", "scheduler-library"),
    plant("bots.slack", "PIL", "drawing-libraries"),
    plant("storage", "reportlab", "drawing-libraries"),
    plant("storage.documents", "PIL", "drawing-libraries"),
    plant("storage.documents", "obstore", "bucket-library"),
    plant("bots", "fastapi", "web-libraries"),
    plant("bots.slack", "starlette", "web-libraries"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rooms and their contracts, to be spoilt."""
    folder = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / SHARED.replace(".", "/")).with_suffix(".py").write_text("")
    return folder


@pytest.fixture
def planted(copy: Path, request: pytest.FixtureRequest) -> Iterator[Plant]:
    offence: Plant = request.param
    path = copy / offence.importer.replace(".", "/") / "planted_offender.py"
    path.write_text(f"import {offence.imported}\n")
    yield offence
    path.unlink()


def test_every_contract_is_kept(copy: Path) -> None:
    assert broken(copy) == frozenset()


@pytest.mark.parametrize("planted", PLANTS, ids=str, indirect=True)
def test_an_offence_breaks_just_its_contracts(copy: Path, planted: Plant) -> None:
    assert broken(copy) == planted.breaks


def test_every_contract_has_been_seen_to_break() -> None:
    assert {contract for offence in PLANTS for contract in offence.breaks} == set(CONTRACTS)


def broken(folder: Path) -> frozenset[str]:
    """The ids of the contracts that lint-imports calls broken there; its whole report if it could not judge."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = dict(re.findall(r"^(.+?) (KEPT|BROKEN)(?: \(.*\))?$", done.stdout, flags=re.MULTILINE))
    assert set(verdicts) == set(CONTRACTS.values()), done.stdout + done.stderr
    return frozenset(contract for contract, name in CONTRACTS.items() if verdicts[name] == "BROKEN")
