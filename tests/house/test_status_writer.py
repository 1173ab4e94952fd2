"""Only `core.lifecycle.move` writes an order's status (house-style, principle 2)."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.tree import parsed, place, sources

OTHER_STATUSES = frozenset({"posting", "answer", "response", "self"})


def writes(tree: ast.AST) -> Iterator[ast.AST]:
    """Every assignment to an attribute `status` of something that can be an order."""
    for node in ast.walk(tree):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
            targets = [node.target]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "setattr":
            yield from (node for arg in node.args if isinstance(arg, ast.Constant) and arg.value == "status")
        for target in targets:
            for part in ast.walk(target):
                if isinstance(part, ast.Attribute) and part.attr == "status" and not is_other(part.value):
                    yield node


def is_other(owner: ast.expr) -> bool:
    return isinstance(owner, ast.Name) and owner.id in OTHER_STATUSES


def test_status_is_written_in_one_place() -> None:
    found = [place(path, node) for path in sources("bots", "core", "scheduler", "storage")
             for node in writes(parsed(path))]  # fmt: skip
    assert [where.split(":")[0] for where in found] == ["core/lifecycle.py"]


@pytest.mark.parametrize(
    "planted",
    ["order.status = new", "before, order.status = order.status, new", "view.order.status: str = x",
     "setattr(order, 'status', new)"],
)  # fmt: skip
def test_a_planted_write_is_seen(planted: str) -> None:
    assert len(list(writes(ast.parse(planted)))) == 1
