"""core/ imports the standard library only, does no I/O, and is handed time, chance and identity."""

import ast
import sys
from collections.abc import Iterator
from typing import Final

import pytest

from tests.house.tree import parsed, place, sources

OUTSIDE: Final = frozenset(
    {
        *(
            "asyncio",
            "concurrent",
            "multiprocessing",
            "sched",
            "select",
            "selectors",
            "signal",
            "subprocess",
            "threading",
        ),
        *("io", "logging", "mmap", "os", "pathlib", "shelve", "shutil", "sqlite3", "sys", "tempfile"),
        *("ftplib", "http", "imaplib", "smtplib", "socket", "socketserver", "ssl", "urllib.request"),
        *("random", "secrets", "time"),
    }
)
CLOCKS: Final = frozenset({"now", "today", "utcnow"})
IDENTITIES: Final = frozenset({"uuid1", "uuid4", "uuid6", "uuid7"})
DOORS: Final = frozenset({"input", "open", "print"})

IMPURE: Final = [
    "import os",
    "import sqlalchemy",
    "import urllib.request",
    "from urllib import request",
    "from storage import rows",
    "from random import choice",
    "import secrets",
    "from time import time",
    "datetime.now(UTC)",
    "datetime.datetime.utcnow()",
    "date.today()",
    "dt.datetime.now()",
    "uuid.uuid4()",
    "from uuid import uuid4",
    "make = field(default_factory=uuid4)",
    "clock = datetime.now",
    "open('orders.csv')",
]
PURE: Final = [
    "from urllib.parse import quote",
    "from uuid import UUID",
    "from datetime import datetime",
    "from core.orders import Order",
    "import hashlib",
    "late = order.due_at < now",
    "clock.today_in(zone)",
    "channel.open()",
]


def test_core_asks_nobody() -> None:
    found = [f"{place(path, node)}: {what}" for path in sources("core") for node, what in impurities(parsed(path))]
    assert found == []


@pytest.mark.parametrize("source", IMPURE)
def test_an_impurity_is_seen(source: str) -> None:
    assert list(impurities(ast.parse(source)))


@pytest.mark.parametrize("source", PURE)
def test_what_is_pure_passes(source: str) -> None:
    assert list(impurities(ast.parse(source))) == []


def impurities(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Each place that reaches outside, with what it reaches for."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                reached = [alias.name for alias in names if _is_outside(alias.name)]
            case ast.ImportFrom(module=str(module), names=names):
                tails = [alias.name for alias in names]
                reached = [module] if _is_outside(module) else []
                reached += [f"{module}.{t}" for t in tails if f"{module}.{t}" in OUTSIDE or t in IDENTITIES]
            case ast.Attribute(value=owner, attr=attr) if attr in CLOCKS:
                name = ast.unparse(owner).rpartition(".")[2]
                reached = [ast.unparse(node)] if name in {"date", "datetime"} else []
            case ast.Attribute(attr=name) | ast.Name(id=name) if name in IDENTITIES:
                reached = [name]
            case ast.Call(func=ast.Name(id=name)) if name in DOORS:
                reached = [name]
            case _:
                reached = []
        yield from ((node, what) for what in reached)


def _is_outside(module: str) -> bool:
    top = module.partition(".")[0]
    return top != "core" and (top not in sys.stdlib_module_names or top in OUTSIDE or module in OUTSIDE)
