"""Words from and to Telegram: message entities to the relay's text model and back.

Pure; no Telegram library. Texts leave as plain text plus entities, never with a parse mode of somebody else's words
(platforms.md 2.7, reliability.md T18, T19); `as_html` is for our own sentences that are wrapped around them. Sending,
splitting into messages and choosing between text and caption are the sender's business.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, groupby, pairwise
from typing import Any

from core.links import link_typed, safe_link
from core.richtext import RichText, Span, Style

TEXT_LIMIT = 4096
"""Code points of a message's text (platforms.md 2.7); `RichText.split` counts the same by default."""
CAPTION_LIMIT = 1024
"""Code points of a caption (platforms.md 2.7)."""
MOST_ENTITIES = 100
"""Entities a message may carry (platforms.md 2.7)."""

_STYLE_OF = {
    "bold": Style.BOLD,
    "italic": Style.ITALIC,
    "underline": Style.UNDERLINE,
    "strikethrough": Style.STRIKE,
    "spoiler": Style.SPOILER,
    "blockquote": Style.QUOTE,
    "expandable_blockquote": Style.QUOTE,
    "code": Style.CODE,
    "pre": Style.PRE,
}
_TYPE_OF = {style: name for name, style in _STYLE_OF.items() if name != "expandable_blockquote"}
_TAG_OF = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
}
_OUTER_TO_INNER = (Style.SPOILER, Style.BOLD, Style.ITALIC, Style.UNDERLINE, Style.STRIKE)

Mark = tuple[str, str | None]
"""An entity's type and, for a text_link, its address."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """An entity read: the code points it covers and what it says of them."""

    start: int
    end: int
    style: Style | None
    link: str | None


def richtext_from(text: str | None, entities: Iterable[Any] | None = None) -> RichText:
    """Return a message's text (or caption) with its entities, given as dicts or as objects with the same names.

    Offsets and lengths are UTF-16 units (platforms.md 2.7); what reaches outside the text is clipped. Mentions,
    hashtags and custom emoji stay the words they are. A link that hides where it leads gets ` (host)` after it.
    """
    whole = text or ""
    reaches = _reaches(whole, entities or ())
    edges = sorted({0, len(whole), *(reach.start for reach in reaches), *(reach.end for reach in reaches)})
    spans = (_span(whole, start, end, reaches) for start, end in pairwise(edges))
    return RichText(tuple(spans)).with_places_shown()


def _span(text: str, start: int, end: int, reaches: Sequence[_Reach]) -> Span:
    here = [reach for reach in reaches if reach.start <= start and end <= reach.end]
    link = next((reach.link for reach in here if reach.link), None)
    return Span(text[start:end], frozenset(reach.style for reach in here if reach.style), link)


def _reaches(text: str, entities: Iterable[Any]) -> list[_Reach]:
    units = [0, *accumulate(_units(char) for char in text)]
    reaches = []
    for entity in entities:
        offset, length = max(int(_field(entity, "offset") or 0), 0), int(_field(entity, "length") or 0)
        start = min(bisect_right(units, offset) - 1, len(text))
        end = min(bisect_left(units, offset + length), len(text))
        if length > 0 and start < end:
            reaches.append(_Reach(start, end, *_meaning(entity, text[start:end])))
    return reaches


def _meaning(entity: Any, covered: str) -> tuple[Style | None, str | None]:
    kind = _field(entity, "type")
    name = str(getattr(kind, "value", kind))
    match name:
        case "text_link":
            return None, safe_link(_field(entity, "url"))
        case "url":
            return None, link_typed(covered)
        case "email":
            return None, safe_link(f"mailto:{covered}")
        case _:
            return _STYLE_OF.get(name), None


def _field(entity: Any, name: str) -> Any:
    return entity.get(name) if isinstance(entity, dict) else getattr(entity, name, None)


def _units(text: str) -> int:
    """Return the length in UTF-16 units, in which Telegram counts offsets."""
    return len(text) + sum(char > "\uffff" for char in text)


def as_entities(rich: RichText) -> tuple[str, list[dict[str, Any]]]:
    """Return the plain text and its entities (UTF-16 units, properly nested), to be sent without a parse mode.

    At most 100: of a text with more, those that carry meaning (links, quotes, code, spoilers), then the longest stay;
    the words always do. Limits are not enforced here: split by TEXT_LIMIT or CAPTION_LIMIT first.
    """
    looks = _looks(rich)
    starts = [0, *accumulate(_units(span.text) for span in rich.spans)]
    found = [_entity(mark, starts[first], starts[last]) for mark, first, last in _nested(looks)]
    if len(found) > MOST_ENTITIES:
        found = sorted(found, key=_worth, reverse=True)[:MOST_ENTITIES]
    return rich.plain(), sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _entity(mark: Mark, start: int, end: int) -> dict[str, Any]:
    name, url = mark
    entity: dict[str, Any] = {"type": name, "offset": start, "length": end - start}
    return entity | {"url": url} if url else entity


def _worth(entity: dict[str, Any]) -> tuple[bool, int]:
    return entity["type"] in ("text_link", "blockquote", "pre", "code", "spoiler"), entity["length"]


def _looks(rich: RichText) -> list[tuple[Mark | None, ...]]:
    """Return each span's marks from the outermost to the innermost, only in combinations Telegram keeps.

    Code holds no other mark; an address that is its own text is left to Telegram, which makes it a link itself.
    """
    looks = []
    for link, run in groupby(rich.spans, key=lambda span: span.link):
        spans = list(run)
        shown = "".join(span.text for span in spans)
        hidden = None if link in (shown, f"mailto:{shown}", f"http://{shown}") else link
        looks += [_look(span.styles, hidden) for span in spans]
    return looks


def _look(styles: frozenset[Style], link: str | None) -> tuple[Mark | None, ...]:
    quote = ("blockquote", None) if Style.QUOTE in styles else None
    code = next((style for style in (Style.PRE, Style.CODE) if style in styles), None)
    if code and not link:
        return (quote, (_TYPE_OF[code], None))
    inner = [(_TYPE_OF[style], None) if style in styles else None for style in _OUTER_TO_INNER]
    return (quote, ("text_link", link) if link else None, *inner)


def _nested(looks: Sequence[tuple[Mark | None, ...]]) -> Iterator[tuple[Mark, int, int]]:
    """Yield each mark with the first span it covers and the one after its last; inner marks end with outer ones."""
    for depth in range(max(map(len, looks), default=0)):
        first = 0
        for outer, run in groupby(look[: depth + 1] for look in looks):
            last = first + len(list(run))
            if len(outer) > depth and (mark := outer[depth]):
                yield mark, first, last
            first = last


def as_html(rich: RichText) -> str:
    """Return the text in Telegram's HTML, everything foreign escaped exactly once (platforms.md 2.7)."""
    return _html(list(zip((span.text for span in rich.spans), _looks(rich), strict=True)), 0)


def _html(spans: list[tuple[str, tuple[Mark | None, ...]]], depth: int) -> str:
    parts = []
    for mark, run in groupby(spans, key=lambda item: item[1][depth : depth + 1]):
        inside = list(run)
        if not mark:
            parts += [escape(text, quote=False) for text, _ in inside]
        else:
            parts.append(_tagged(mark[0], _html(inside, depth + 1)))
    return "".join(parts)


def _tagged(mark: Mark | None, inner: str) -> str:
    if mark is None:
        return inner
    name, url = mark
    if url:
        return f'<a href="{escape(url)}">{inner}</a>'
    return f"<{_TAG_OF[name]}>{inner}</{_TAG_OF[name]}>"
