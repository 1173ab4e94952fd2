"""What we depend on is pinned, explained, and fetched from wherever the reader's machine is told to."""

import re
import tomllib
from typing import Final

import pytest

from tests.house.tree import ROOT

PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
RUNTIME: Final = tuple(PROJECT["dependencies"])
DEVELOPMENT: Final = tuple(PROJECT["optional-dependencies"]["dev"])
LOCKS: Final = ("requirements.lock", "requirements-dev.lock", "requirements-tools.lock")


def test_every_dependency_is_explained_and_nothing_else_is() -> None:
    written = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    explained = re.findall(r"^\| `([^`]+)` \|", written, flags=re.MULTILINE)
    asked = [_name(line) for line in (*RUNTIME, *DEVELOPMENT)]
    tools = [*_asked_in("requirements.in"), *_asked_in("requirements-tools.in")]
    assert sorted(explained) == sorted([*asked, *tools])


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place(lock: str) -> None:
    written = (ROOT / lock).read_text("utf-8")
    assert "://" not in written
    assert "index-url" not in written
    assert "find-links" not in written
    assert re.search(r"\w\.(org|com|io|net)\b", written) is None


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("utf-8").strip())
    assert [entry.partition("\n")[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_the_locks_hold_what_is_asked_for() -> None:
    build = set(_asked_in("requirements.in"))
    assert {_name(line) for line in RUNTIME} | build <= _pins("requirements.lock").keys()
    assert {_name(line) for line in DEVELOPMENT} | build <= _pins("requirements-dev.lock").keys()


def test_what_is_tested_is_what_runs() -> None:
    assert _pins("requirements.lock").items() <= _pins("requirements-dev.lock").items()


def _name(requirement: str) -> str:
    # One spelling for both sides: the locks write fluent.runtime as fluent-runtime.
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace(".", "-").replace("_", "-")


def _asked_in(file: str) -> list[str]:
    lines = (ROOT / file).read_text("utf-8").splitlines()
    return [_name(line) for line in lines if line and not line.startswith("#")]


def _pins(lock: str) -> dict[str, str]:
    pins = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    return {_name(name): version for name, version in pins}
