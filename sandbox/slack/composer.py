"""What Slack's message box makes of typed text: a rich_text block with styles, links, mentions, emoji, quotes and code.

It reads the text as Slack stores it (escaped, links and mentions in ``<...>``); the text itself stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
_FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_QUOTED = re.compile(r"^&gt; ?")
_TOKEN = re.compile(
    r"<(?P<angle>[^<>\n]+)>"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<![\w*])\*(?P<bold>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])"
    r"|(?<![\w:]):(?P<emoji>[a-z0-9_+'-]+):(?![\w:])"
)
_STYLES = ("bold", "italic", "strike")
_BOXES = frozenset({"rich_text_quote", "rich_text_preformatted"})


def rich_text(text: str, block_id: str) -> Json:
    """Return the rich_text block the Slack client adds to what a person types."""
    return {"type": "rich_text", "block_id": block_id, "elements": list(_elements(text))}


def _elements(text: str) -> Iterator[Json]:
    position = 0
    for fence in _FENCE.finditer(text):
        yield from _lines(text[position : fence.start()])
        yield _element("rich_text_preformatted", [{"type": "text", "text": _plain(fence.group(1))}]) | {"border": 0}
        position = fence.end()
    yield from _lines(text[position:])


def _lines(text: str) -> Iterator[Json]:
    """Quoted lines become quotes, all others sections; a box takes the line break after it."""
    kind = ""
    kept: list[str] = []
    for line in text.strip("\n").split("\n") if text.strip("\n") else ():
        here = "rich_text_quote" if _QUOTED.match(line) else "rich_text_section"
        if here != kind and kept:
            yield _shown(kind, kept)
            kept = []
        kind = here
        kept.append(_QUOTED.sub("", line) if here in _BOXES else line)
    if kept:
        yield _shown(kind, kept)


def _shown(kind: str, lines: list[str]) -> Json:
    return _element(kind, list(_inline("\n".join(lines), {})))


def _element(kind: str, elements: list[Json]) -> Json:
    return {"type": kind, "elements": elements}


def _inline(text: str, style: Json) -> Iterator[Json]:
    position = 0
    for token in _TOKEN.finditer(text):
        if token.start() > position:
            yield _styled({"type": "text", "text": _plain(text[position : token.start()])}, style)
        yield from _token(token, style)
        position = token.end()
    if position < len(text):
        yield _styled({"type": "text", "text": _plain(text[position:])}, style)


def _token(token: re.Match[str], style: Json) -> Iterator[Json]:
    kind = str(token.lastgroup)
    words = str(token.group(kind))
    if kind in _STYLES:
        yield from _inline(words, style | {kind: True})
    elif kind == "code":
        yield _styled({"type": "text", "text": _plain(words)}, style | {"code": True})
    elif kind == "emoji":
        yield {"type": "emoji", "name": words}
    else:
        yield _styled(_angle(words), style)


def _angle(inside: str) -> Json:
    address, _, label = inside.partition("|")
    match inside[0]:
        case "@":
            return {"type": "user", "user_id": address[1:]}
        case "#":
            return {"type": "channel", "channel_id": address[1:]}
        case "!" if address.startswith("!subteam^"):
            return {"type": "usergroup", "usergroup_id": address.removeprefix("!subteam^")}
        case "!":
            return {"type": "broadcast", "range": address[1:]}
        case _:
            return {"type": "link", "url": _plain(address)} | ({"text": _plain(label)} if label else {})


def _styled(element: Json, style: Json) -> Json:
    return element | {"style": dict(style)} if style else element


def _plain(stored: str) -> str:
    return stored.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
