"""The repository as the house tests read it: its rooms' source files, parsed. Knows no rule."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
ROOMS: Final = ("bots", "core", "sandbox", "scheduler", "storage")


def sources(*rooms: str) -> Iterator[Path]:
    """Every Python file of the given rooms."""
    for room in rooms:
        yield from sorted((ROOT / room).rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.AST) -> str:
    """Where to look, as editors understand it: `core/orders.py:12`."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
