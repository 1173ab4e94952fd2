"""Habits that hold in every room: who may commit, who may catch everything, how long a file is, nothing left undone."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

import pytest

from tests.house.tree import ROOMS, ROOT, parsed, place, sources

LINES: Final = 300
COMMITTERS: Final = ("storage/*unit_of_work*",)
# The three edges: beyond them a bug becomes a trace under a reference, and the next update is taken. The clock
# also keeps house at night.
EDGES: Final = ("bots/*/listener*.py", "bots/app/*worker*.py", "scheduler/*tick*.py", "bots/app/housekeeping.py")
# Between threads nothing is swallowed either: what was raised is carried to the one who waits, and raised there.
CARRIERS: Final = ("storage/handover.py", "storage/writer.py")
# Whole words: a to-do may well be called TODO_SOMETHING. Spelt so that this line is none of them.
UNDONE: Final = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")


def test_only_the_unit_of_work_commits() -> None:
    ours = [path for path in sources("bots", "core", "scheduler", "storage") if not _is_one_of(path, COMMITTERS)]
    assert [place(path, call) for path in ours for call in commits(parsed(path))] == []


def test_everything_is_caught_at_the_edges_only() -> None:
    inner = [path for path in sources(*ROOMS) if not _is_one_of(path, EDGES + CARRIERS)]
    assert [place(path, handler) for path in inner for handler in catch_alls(parsed(path))] == []


def test_no_file_grows_into_two() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in sources(*ROOMS)}
    assert {name: length for name, length in lengths.items() if length > LINES} == {}


def test_every_folder_is_a_package() -> None:
    """A folder without `__init__.py` is invisible to the import contracts."""
    folders = {path.parent for path in sources(*ROOMS) if path.parent.name != "versions"}
    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_nothing_is_left_undone() -> None:
    files = [*sources(*ROOMS, "tests", "benchmarks"), *sorted((ROOT / "docs").rglob("*.md"))]
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if UNDONE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("source", ["session.commit()", "await self._connection.commit()"])
def test_a_commit_is_seen(source: str) -> None:
    assert len(list(commits(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    "caught", ["except:", "except Exception:", "except BaseException as e:", "except (ValueError, Exception):"]
)
def test_a_catch_all_is_seen(caught: str) -> None:
    assert len(list(catch_alls(ast.parse(f"try:\n    go()\n{caught}\n    pass")))) == 1


def test_a_narrow_except_is_none() -> None:
    assert list(catch_alls(ast.parse("try:\n    go()\nexcept (ValueError, OSError):\n    pass"))) == []


def commits(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="commit")):
                yield node


def catch_alls(tree: ast.Module) -> Iterator[ast.AST]:
    """Handlers that catch everything and don't pass it on: a clean-up that ends in `raise` hides nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and _catches_all(node.type) and not _passes_on(node):
            yield node


def _catches_all(caught: ast.expr | None) -> bool:
    match caught:
        case None | ast.Name(id="Exception" | "BaseException"):
            return True
        case ast.Tuple(elts=each):
            return any(_catches_all(one) for one in each)
        case _:
            return False


def _passes_on(handler: ast.ExceptHandler) -> bool:
    match handler.body[-1]:
        case ast.Raise(exc=None):
            return True
        case _:
            return False


def _is_one_of(path: Path, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(path.relative_to(ROOT).as_posix(), pattern) for pattern in patterns)
