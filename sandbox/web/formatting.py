"""What Slack's composer makes of what a person types: bold, italic, code, links and mentions as a rich_text block.

Only the marks people use daily; lists and quotes stay as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Json = dict[str, Any]
_MARK = re.compile(
    r"(?P<code>`(?P<in_code>[^`\n]+)`)"
    r"|(?P<link>https?://[^\s<>]+[^\s<>.,;:!?)])"
    r"|(?<![\w@])@(?P<at>[a-z0-9._-]+)"
    r"|(?<![\w*])\*(?P<bold>[^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>[^_\s](?:[^_\n]*[^_\s])?)_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>[^~\s](?:[^~\n]*[^~\s])?)~(?![\w~])"
)


def typed_blocks(typed: str, names: Mapping[str, str]) -> list[Json] | None:
    """The rich_text block for a typed text, or None when it holds no marks; `names` gives user ids by handle."""
    elements = list(_elements(typed, names))
    if all(set(element) == {"type", "text"} and element["type"] == "text" for element in elements):
        return None
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "elements": [section]}]


def with_mentions(typed: str, names: Mapping[str, str]) -> str:
    """The text as Slack keeps it beside the blocks: `@anna` becomes `<@U1>`."""
    return re.sub(
        r"(?<![\w@])@([a-z0-9._-]+)", lambda m: f"<@{names[m[1]]}>" if m[1] in names else m.group(), typed
    )


def _elements(typed: str, names: Mapping[str, str]) -> Iterator[Json]:
    position = 0
    for match in _MARK.finditer(typed):
        element = _element(match, names)
        if element is None:
            continue
        if match.start() > position:
            yield {"type": "text", "text": typed[position : match.start()]}
        yield element
        position = match.end()
    if position < len(typed):
        yield {"type": "text", "text": typed[position:]}


def _element(match: re.Match[str], names: Mapping[str, str]) -> Json | None:
    if match["code"]:
        return {"type": "text", "text": match["in_code"], "style": {"code": True}}
    if match["link"]:
        return {"type": "link", "url": match["link"]}
    if match["at"]:
        return {"type": "user", "user_id": names[match["at"]]} if match["at"] in names else None
    style = next(name for name in ("bold", "italic", "strike") if match[name])
    return {"type": "text", "text": match[style], "style": {style: True}}
