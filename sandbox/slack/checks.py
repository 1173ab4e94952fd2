"""Small checkers from which the Block Kit rules are put together; each one reports into a ``Problems``.

The rules themselves are in ``block_elements``, ``blocks`` and ``view_rules``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Check = Callable[[Any, str, "Problems"], None]


class Problems:
    """What is wrong with a payload, in Slack's words, with JSON pointers."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, text: str, path: str) -> None:
        """Note one problem at a place."""
        self.found.append(f"{text} [json-pointer:{path}]")


def chars(limit: int, least: int = 0) -> Check:
    """Return a check for a string of ``least`` to ``limit`` characters."""

    def check(value: Any, path: str, problems: Problems) -> None:
        if not isinstance(value, str):
            problems.add("must be a string", path)
        elif len(value) > limit:
            problems.add(f"must be less than {limit + 1} characters", path)
        elif len(value) < least:
            problems.add(f"must be more than {least - 1} characters", path)

    return check


def text(limit: int, *kinds: str) -> Check:
    """Return a check for a text object of one of the kinds (both when none is named), 1 to ``limit`` characters."""
    allowed = kinds or ("plain_text", "mrkdwn")

    def check(value: Any, path: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add("must be an object", path)
            return
        if value.get("type") not in allowed:
            problems.add(f"unsupported type: {value.get('type')}", f"{path}/type")
            return
        fields = {"type": anything, "emoji": flag, "verbatim": flag}
        wrong = "verbatim" if value["type"] == "plain_text" else "emoji"
        fields.pop(wrong)
        obj({"text": chars(limit, 1)}, fields)(value, path, problems)

    return check


def flag(value: Any, path: str, problems: Problems) -> None:
    """Demand a boolean."""
    if not isinstance(value, bool):
        problems.add("must be a boolean", path)


def anything(_value: Any, _path: str, _problems: Problems) -> None:
    """Accept whatever is there."""


def one_of(*allowed: str) -> Check:
    """Return a check for one of the given strings."""

    def check(value: Any, path: str, problems: Problems) -> None:
        if value not in allowed:
            problems.add(f"must be one of {', '.join(allowed)}", path)

    return check


def number(least: int, most: int) -> Check:
    """Return a check for a whole number in a range, both ends included."""

    def check(value: Any, path: str, problems: Problems) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            problems.add(f"must be a whole number from {least} to {most}", path)

    return check


def items(check_item: Check, least: int, most: int) -> Check:
    """Return a check for a list of ``least`` to ``most`` items, each checked."""

    def check(value: Any, path: str, problems: Problems) -> None:
        if not isinstance(value, list):
            problems.add("must be an array", path)
            return
        if len(value) > most:
            problems.add(f"no more than {most} items allowed", path)
        if len(value) < least:
            problems.add(f"must have at least {least} items", path)
        for index, item in enumerate(value):
            check_item(item, f"{path}/{index}", problems)

    return check


def obj(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """Return a check for an object: the required fields, the optional ones, and no others."""

    def check(value: Any, path: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            problems.add("must be an object", path)
            return
        for name in required:
            if name not in value:
                problems.add(f"missing required field: {name}", path)
        for name, part in value.items():
            rule = required.get(name) or optional.get(name)
            if rule is None:
                problems.add(f"invalid additional property: {name}", path)
            elif part is not None or name in required:
                rule(part, f"{path}/{name}", problems)

    return check


def typed(rules: Mapping[str, Check]) -> Check:
    """Return a check that picks the rule by the object's ``type``."""

    def check(value: Any, path: str, problems: Problems) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        rule = rules.get(kind) if isinstance(kind, str) else None
        if rule is None:
            problems.add(f"unsupported type: {kind}", f"{path}/type")
        else:
            rule(value, path, problems)

    return check
