"""Words from and to Slack: rich_text blocks to the relay's text model and back.

Pure; no Slack library. Foreign words leave only as text and link elements of rich_text blocks, where no markup and no
mention is read, with an escaped fallback (platforms.md 1.6, 1.11, reliability.md T17, T18). Cards and buttons are
somebody else's; mrkdwn is read in bots/slack/mrkdwn.py.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from bots.slack.emoji_names import sign_for
from bots.slack.mrkdwn import NO_STYLES, NameOf, at_name, hash_name, spans_of
from core.links import safe_link
from core.richtext import RichText, Span, Style

SPLIT_LIMIT = 3000
"""Characters of a block's text (platforms.md 1.6); split by it with `length_of` as the measure."""
MESSAGE_LIMIT = 4000
"""Characters of `text` that chat.update still takes (platforms.md 1.7)."""

_STYLE_OF = {
    "bold": Style.BOLD,
    "italic": Style.ITALIC,
    "strike": Style.STRIKE,
    "underline": Style.UNDERLINE,
    "code": Style.CODE,
}
_ELLIPSIS = "…"


def nobody(_id: str) -> None:
    """Know no name: mentions become `@someone`, `#channel`, `@team`."""


def richtext_from(
    text: str | None, blocks: Sequence[Mapping[str, Any]] | None = None, name_of: NameOf = nobody
) -> RichText:
    """Return a message's words: from its rich_text blocks, else from the mrkdwn of `text` (platforms.md 1.11).

    `name_of` gives the name behind a user, channel or group id. Mentions become plain words (`@Anna`, `@here`), emoji
    become Unicode, and a link that hides where it leads gets ` (host)` after it.
    """
    rich_blocks = [block for block in blocks or () if block.get("type") == "rich_text"]
    if rich_blocks:
        elements = [element for block in rich_blocks for element in block.get("elements") or ()]
        read = RichText(tuple(_stacked(elements, name_of)))
    else:
        read = RichText(tuple(spans_of(text or "", name_of)))
    return read.with_places_shown()


def _stacked(elements: Iterable[Mapping[str, Any]], name_of: NameOf) -> Iterator[Span]:
    """Yield the spans of elements that stand below each other: a newline between them unless there is one."""
    before = ""
    for element in elements:
        spans = [span for span in _block_spans(element, name_of) if span.text]
        if spans and before and not before.endswith("\n"):
            yield Span("\n")
        yield from spans
        before = spans[-1].text if spans else before


def _block_spans(element: Mapping[str, Any], name_of: NameOf) -> Iterator[Span]:
    inner = element.get("elements") or ()
    match element.get("type"):
        case "rich_text_list":
            yield from _list_spans(element, name_of)
        case "rich_text_preformatted":
            yield from (_span(part, name_of, frozenset({Style.PRE})) for part in inner)
        case "rich_text_quote":
            yield from (_span(part, name_of, frozenset({Style.QUOTE})) for part in inner)
        case _:
            yield from (_span(part, name_of, NO_STYLES) for part in inner)


def _list_spans(element: Mapping[str, Any], name_of: NameOf) -> Iterator[Span]:
    indent = "    " * int(element.get("indent") or 0)
    first = int(element.get("offset") or 0) + 1
    for number, item in enumerate(element.get("elements") or (), start=first):
        sign = f"{number}." if element.get("style") == "ordered" else "•"
        yield Span(("\n" if number > first else "") + f"{indent}{sign} ")
        yield from _block_spans(item, name_of)


def _span(part: Mapping[str, Any], name_of: NameOf, around: frozenset[Style]) -> Span:
    given = part.get("style")
    names = given if isinstance(given, dict) else {}
    styles = around | {style for name, style in _STYLE_OF.items() if names.get(name)}
    if part.get("type") == "link":
        return _link_span(str(part.get("url") or ""), part.get("text"), styles)
    return Span(_element_words(part, name_of), styles)


def _link_span(url: str, text: str | None, styles: frozenset[Style]) -> Span:
    words = text or url.removeprefix("mailto:").removeprefix("tel:")
    link = safe_link(url)
    return Span(words if link or not text or text == url else f"{text} ({url})", styles, link)


def _element_words(part: Mapping[str, Any], name_of: NameOf) -> str:
    match part.get("type"):
        case "user":
            return at_name(name_of(str(part.get("user_id"))) or "someone")
        case "usergroup":
            return at_name(name_of(str(part.get("usergroup_id"))) or "team")
        case "channel":
            return hash_name(name_of(str(part.get("channel_id"))) or "channel")
        case "broadcast":
            return at_name(str(part.get("range") or "channel"))
        case "emoji":
            return sign_for(str(part.get("name") or ""), part.get("unicode"))
        case "color":
            return str(part.get("value") or "")
        case _:
            return str(part.get("text") or part.get("fallback") or "")


def escaped(text: str) -> str:
    """Return text in which Slack reads no token: `&`, `<` and `>` escaped, once (platforms.md 1.11)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def length_of(text: str) -> int:
    """Return how long a text is to Slack, escapes included: the measure for `RichText.split`."""
    return len(text) + 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))


def as_fallback(rich: RichText) -> str:
    """Return the escaped words for the `text` beside the blocks, cut with an ellipsis at MESSAGE_LIMIT.

    It is what notifications and screen readers get; no special token can be in it. A blank text gives an ellipsis,
    because Slack refuses an empty `text`.
    """
    if rich.is_blank():
        return _ELLIPSIS
    parts = rich.split(MESSAGE_LIMIT - len(_ELLIPSIS), length_of)
    return escaped(parts[0].plain()) + (_ELLIPSIS if len(parts) > 1 else "")


Kind = Literal["rich_text_section", "rich_text_preformatted", "rich_text_quote"]


@dataclass(slots=True)
class _Line:
    kind: Kind
    spans: list[Span]
    broken: Span
    """The newline before it, in the look it was written in."""


def as_blocks(rich: RichText) -> list[dict[str, Any]]:
    """Return rich_text blocks showing the text, each at most SPLIT_LIMIT long; none for a blank text.

    Whole preformatted or quoted lines become blocks of their own, stretches inside a line inline code or plain words.
    Slack knows no spoilers: their words are shown. A text that was split by SPLIT_LIMIT before gives one block.
    """
    return [{"type": "rich_text", "elements": list(_elements(part))} for part in rich.split(SPLIT_LIMIT, length_of)]


def _elements(rich: RichText) -> Iterator[dict[str, Any]]:
    groups = [(kind, list(lines)) for kind, lines in groupby(_lines(rich), key=lambda line: line.kind)]
    for number, (kind, lines) in enumerate(groups):
        # A section says its line's end itself; the other two are boxes that start and end a line by their nature.
        ends_line = kind == "rich_text_section" and number + 1 < len(groups)
        parts = list(_parts(lines, "\n" if ends_line else "", styled=_STYLES_SHOWN[kind]))
        if parts:
            yield {"type": kind, "elements": parts}


_INLINE_STYLES = {style: name for name, style in _STYLE_OF.items()} | {Style.PRE: "code"}
_STYLES_SHOWN: dict[Kind, Mapping[Style, str]] = {
    "rich_text_section": _INLINE_STYLES,
    "rich_text_quote": _INLINE_STYLES,
    "rich_text_preformatted": {},
}


def _lines(rich: RichText) -> list[_Line]:
    lines: list[list[Span]] = [[]]
    breaks = [Span("\n")]
    for span in rich.spans:
        first, *others = span.text.split("\n")
        lines[-1] += [span.with_text(first)] if first else []
        lines += [[span.with_text(words)] if words else [] for words in others]
        breaks += [span.with_text("\n")] * len(others)
    read = [_Line(_kind(spans or [broken]), spans, broken) for spans, broken in zip(lines, breaks, strict=True)]
    _free_edges(read)
    _free_edges(read[::-1])
    return read


def _free_edges(lines: list[_Line]) -> None:
    """Make empty lines before a box plain ones: a box begins and ends with words."""
    above: Kind = "rich_text_section"
    for line in lines:
        if not line.spans and line.kind != above:
            line.kind = "rich_text_section"
        above = line.kind


def _kind(spans: list[Span]) -> Kind:
    if spans and all(Style.PRE in span.styles for span in spans):
        return "rich_text_preformatted"
    if spans and all(Style.QUOTE in span.styles for span in spans):
        return "rich_text_quote"
    return "rich_text_section"


def _parts(lines: list[_Line], end: str, *, styled: Mapping[Style, str]) -> Iterator[dict[str, Any]]:
    with_breaks = [span for line in lines for span in (line.broken, *line.spans)][1:]
    shown = [Span(span.text, span.styles & styled.keys(), span.link) for span in with_breaks]
    for span in RichText((*shown, Span(end))).spans:
        element: dict[str, Any] = {"type": "text", "text": span.text}
        if span.link:
            element = {"type": "link", "url": span.link, "text": span.text}
        styles = {styled[style]: True for style in sorted(span.styles)}
        yield element | {"style": styles} if styles else element
