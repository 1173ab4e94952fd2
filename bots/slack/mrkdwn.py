"""Slack's mrkdwn and its `<...>` tokens, read into spans.

For messages that carry no rich_text block (other apps, old clients) and for the tokens' meaning everywhere. Blocks are
read in bots/slack/words.py; nothing is written here.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from bots.slack.emoji_names import sign_for
from core.links import safe_link
from core.richtext import Span, Style

NameOf = Callable[[str], str | None]
"""Gives the display name behind an id of a user (U, W), channel (C, G) or user group (S), or None when unknown."""

_FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
_INLINE = re.compile(
    r"<(?P<token>[^<>\n]+)>"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<![\w*])\*(?=\S)(?P<bold>[^*\n]*[^*\s])\*(?![\w*])"
    r"|(?<![\w_])_(?=\S)(?P<italic>[^_\n]*[^_\s])_(?![\w_])"
    r"|(?<![\w~])~(?=\S)(?P<strike>[^~\n]*[^~\s])~(?![\w~])"
    r"|:(?P<emoji>[a-z0-9_+'-]+(?:::skin-tone-[2-6])?):",
)
_QUOTED = re.compile(r"(?:&gt;|>) ?(.*)", re.DOTALL)
_STYLED = {"bold": Style.BOLD, "italic": Style.ITALIC, "strike": Style.STRIKE}
NO_STYLES: frozenset[Style] = frozenset()


def unescaped(text: str) -> str:
    """Return Slack's three escapes undone, each once (platforms.md 1.11)."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def spans_of(text: str, name_of: NameOf) -> Iterator[Span]:
    """Yield the spans of a whole mrkdwn text: preformatted stretches, quoted lines, and what stands in the lines."""
    at = 0
    for fence in _FENCE.finditer(text):
        before, after = text[at : fence.start()], text[fence.end() :]
        yield from _lines(before, name_of)
        if before and not before.endswith("\n"):
            yield Span("\n")
        yield from _preformatted(fence[1], name_of)
        at = fence.end()
        if after and not after.startswith("\n"):
            yield Span("\n")
    yield from _lines(text[at:], name_of)


def _preformatted(text: str, name_of: NameOf) -> Iterator[Span]:
    for span in _tokens_only(text, name_of):
        yield Span(span.text, frozenset({Style.PRE}), span.link)


def _tokens_only(text: str, name_of: NameOf) -> Iterator[Span]:
    at = 0
    for found in re.finditer(r"<([^<>\n]+)>", text):
        yield Span(unescaped(text[at : found.start()]))
        yield token(found[1], name_of, NO_STYLES)
        at = found.end()
    yield Span(unescaped(text[at:]))


def _lines(text: str, name_of: NameOf) -> Iterator[Span]:
    quoted_before = False
    for number, line in enumerate(text.split("\n")):
        quote = _QUOTED.fullmatch(line)
        styles = frozenset({Style.QUOTE}) if quote else NO_STYLES
        if number:
            yield Span("\n", styles if quoted_before else NO_STYLES)
        yield from _inline(quote[1] if quote else line, name_of, styles)
        quoted_before = quote is not None


def _inline(text: str, name_of: NameOf, styles: frozenset[Style]) -> Iterator[Span]:
    at = 0
    for found in _INLINE.finditer(text):
        yield Span(unescaped(text[at : found.start()]), styles)
        yield from _found(found, name_of, styles)
        at = found.end()
    yield Span(unescaped(text[at:]), styles)


def _found(found: re.Match[str], name_of: NameOf, styles: frozenset[Style]) -> Iterable[Span]:
    kind, content = str(found.lastgroup), found[str(found.lastgroup)]
    match kind:
        case "token":
            return [token(content, name_of, styles)]
        case "code":
            return [Span(span.text, styles | {Style.CODE}, span.link) for span in _tokens_only(content, name_of)]
        case "emoji":
            return [Span(sign_for(content), styles)]
        case _:
            return _inline(content, name_of, styles | {_STYLED[kind]})


def token(content: str, name_of: NameOf, styles: frozenset[Style]) -> Span:
    """Return what stands between `<` and `>` as words or a link: no mention stays a mention (platforms.md 1.11)."""
    target, _, label = content.partition("|")
    words = unescaped(label)
    match target[:1]:
        case "@":
            return Span(at_name(name_of(target[1:]) or words or "someone"), styles)
        case "#":
            return Span(hash_name(words or name_of(target[1:]) or "channel"), styles)
        case "!":
            return Span(_command_words(target[1:], words, name_of), styles)
        case _:
            return _link(unescaped(target), words, styles)


def _command_words(target: str, label: str, name_of: NameOf) -> str:
    name, _, rest = target.partition("^")
    match name:
        case "subteam":
            return at_name(label or name_of(rest) or "team")
        case "date":
            return label or rest
        case _:
            return at_name(name)


def at_name(name: str) -> str:
    """Return a person's or group's name as a plain word with one @."""
    return "@" + name.lstrip("@")


def hash_name(name: str) -> str:
    """Return a channel's name as a plain word with one #."""
    return "#" + name.lstrip("#")


def _link(address: str, label: str, styles: frozenset[Style]) -> Span:
    words = label or address.removeprefix("mailto:").removeprefix("tel:")
    link = safe_link(address)
    return Span(words if link or not label else f"{label} ({address})", styles, link)
