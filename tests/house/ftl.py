"""The message catalogues as the house tests read them: parsed, with the placeholders of each text. Knows no rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from tests.house.tree import ROOT

TEXTS = ROOT / "bots" / "texts"
FOLDERS = tuple(sorted(folder for folder in TEXTS.iterdir() if any(folder.glob("*.ftl"))))


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        self.found.add(node.id.name)


@cache
def entries(file: Path) -> tuple[ast.EntryType, ...]:
    return tuple(parse(file.read_text("utf-8")).body)


def messages(folder: Path, *files: str) -> Iterator[ast.Message]:
    """Every message of one language, or of some of its files."""
    for file in sorted(folder.glob("*.ftl")):
        if not files or file.name in files:
            yield from (entry for entry in entries(file) if isinstance(entry, ast.Message))


def keys(folder: Path, *files: str) -> list[str]:
    return [message.id.name for message in messages(folder, *files)]


def placeholders(folder: Path, key: str) -> set[str]:
    """The fields that a text uses, in its selectors too; none for a key without a text."""
    return _fields(folder).get(key, set())


@cache
def _fields(folder: Path) -> dict[str, set[str]]:
    found = {}
    for message in messages(folder):
        names = _Names()
        names.visit(message)
        found[message.id.name] = names.found
    return found


def junk(folder: Path) -> list[str]:
    """What the parser could not read: silently missing otherwise."""
    return [
        f"{file.name}: {(entry.content or '')[:60]}"
        for file in sorted(folder.glob("*.ftl"))
        for entry in entries(file)
        if isinstance(entry, ast.Junk)
    ]
