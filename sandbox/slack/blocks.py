"""The rules for blocks and lists of blocks (platforms.md 1.6), and finding elements in them.

What a whole view must have is in ``view_rules``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.slack.block_elements import ACCESSORY, ACTION, IN_CONTEXT, INPUT, PLAIN
from sandbox.slack.checks import Problems, anything, chars, flag, items, obj, text, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.slack.checks import Check
    from sandbox.slack.state import Json

MESSAGE_BLOCKS, VIEW_BLOCKS, MARKDOWN_CHARS = 50, 100, 12_000
_COMMON: dict[str, Check] = {"type": anything, "block_id": chars(255)}


def _loose(value: Any, path: str, problems: Problems) -> None:
    if "block_id" in value:
        chars(255)(value["block_id"], f"{path}/block_id", problems)


def _section(value: Any, path: str, problems: Problems) -> None:
    fields = items(text(2000), 1, 10)
    shape = obj({}, {**_COMMON, "text": text(3000), "fields": fields, "accessory": ACCESSORY, "expand": flag})
    shape(value, path, problems)
    if not value.get("text") and not value.get("fields"):
        problems.add("missing required field: text or fields", path)


def _image(value: Any, path: str, problems: Problems) -> None:
    source = {"image_url": chars(3000, 1), "slack_file": anything}
    obj({"alt_text": chars(2000, 1)}, {**_COMMON, **source, "title": text(2000, PLAIN)})(value, path, problems)
    if ("image_url" in value) == ("slack_file" in value):
        problems.add("must provide exactly one of image_url and slack_file", path)


_BLOCK = typed(
    {
        "section": _section,
        "image": _image,
        "divider": obj({}, _COMMON),
        "header": obj({"text": text(150, PLAIN)}, {**_COMMON, "level": anything}),
        "context": obj({"elements": items(IN_CONTEXT, 1, 10)}, _COMMON),
        "actions": obj({"elements": items(ACTION, 1, 25)}, _COMMON),
        "input": obj(
            {"label": text(2000, PLAIN), "element": INPUT},
            {**_COMMON, "hint": text(2000, PLAIN), "optional": flag, "dispatch_action": flag},
        ),
        "markdown": obj({"text": chars(MARKDOWN_CHARS, 1)}, _COMMON),
        "video": obj(
            {
                "alt_text": chars(2000, 1),
                "title": text(199, PLAIN),
                "thumbnail_url": chars(3000, 1),
                "video_url": chars(3000, 1),
            },
            {
                **_COMMON,
                "author_name": chars(49),
                "description": text(200, PLAIN),
                "provider_icon_url": chars(3000),
                "provider_name": chars(255),
                "title_url": chars(3000),
            },
        ),
        "table": obj(
            {"rows": items(items(anything, 1, 20), 1, 100)}, {**_COMMON, "column_settings": items(anything, 0, 20)}
        ),
        "context_actions": obj({"elements": items(anything, 1, 5)}, _COMMON),
        "rich_text": _loose,
        "file": _loose,
        "call": _loose,
    }
)


def check_blocks(blocks: Any, limit: int, path: str, problems: Problems) -> None:
    """Report everything Slack would refuse in a list of blocks."""
    if not isinstance(blocks, list):
        problems.add("must be an array", path)
        return
    items(_BLOCK, 0, limit)(blocks, path, problems)
    if not problems.found:
        _check_unique(blocks, path, problems)
    markdown = sum(len(b.get("text", "")) for b in blocks if isinstance(b, dict) and b.get("type") == "markdown")
    if markdown > MARKDOWN_CHARS:
        problems.add(f"markdown blocks must be less than {MARKDOWN_CHARS + 1} characters together", path)


def message_problems(blocks: Any) -> list[str]:
    """Return what Slack would refuse in a message's blocks, empty when nothing."""
    problems = Problems()
    check_blocks(blocks, MESSAGE_BLOCKS, "/blocks", problems)
    return problems.found


def elements_of(block: Json) -> list[Json]:
    """Return a block's interactive elements and images."""
    held = [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]
    return [element for element in held if isinstance(element, dict)]


def interactive(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Yield each (block, element) that has an ``action_id``."""
    for block in blocks:
        for element in elements_of(block):
            if "action_id" in element:
                yield block, element


def _check_unique(blocks: list[Json], path: str, problems: Problems) -> None:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id") or f"/{index}"
        if block_id in seen:
            problems.add(f"`block_id` `{block_id}` already exists for another block", f"{path}/{index}/block_id")
        seen.add(block_id)
        actions = [e["action_id"] for e in elements_of(block) if "action_id" in e]
        for action_id in {a for a in actions if actions.count(a) > 1}:
            problems.add(f"`action_id` `{action_id}` already exists for another element", f"{path}/{index}")
