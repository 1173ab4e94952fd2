"""The relay's text model: what a person wrote, with its styles and links, belonging to no platform.

Every span is clean from the moment it is made (core/characters.py), so no other room has to wash texts. Reading and
rendering a platform's own form lives in bots/*/words.py; wording lives in the catalogues.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Self

from core.characters import Measure, clean, pieces
from core.links import place_behind, safe_link, shows_its_place


class Style(StrEnum):
    """How a stretch of text looks; the values are what `to_data` stores."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    CODE = "code"
    PRE = "pre"
    QUOTE = "quote"
    SPOILER = "spoiler"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look. Its text is cleaned and an address that may not be relayed becomes None."""

    text: str
    styles: frozenset[Style] = frozenset()
    link: str | None = None

    def __post_init__(self) -> None:
        """Clean what came in: a span that exists is safe to store and to send."""
        object.__setattr__(self, "text", clean(self.text))
        object.__setattr__(self, "styles", frozenset(self.styles))
        object.__setattr__(self, "link", safe_link(self.link))

    @property
    def look(self) -> tuple[frozenset[Style], str | None]:
        """Everything about the span but its words."""
        return self.styles, self.link

    def with_text(self, text: str) -> "Span":
        """Return other words in the same look."""
        return Span(text, self.styles, self.link)


@dataclass(frozen=True, slots=True)
class RichText:
    """A text of spans in reading order; equal looks side by side are joined and empty spans dropped."""

    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Bring the spans into the one form in which equal texts are equal values."""
        object.__setattr__(self, "spans", tuple(_joined(self.spans)))

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the text without any style."""
        return cls((Span(text),))

    def plain(self) -> str:
        """Return the words alone."""
        return "".join(span.text for span in self.spans)

    def is_blank(self) -> bool:
        """Return whether there is nothing to read."""
        return not self.plain().strip()

    def split(self, limit: int, measure: Measure = len) -> tuple["RichText", ...]:
        """Return the text in order in parts of at most `limit` by `measure` (default: code points); none when blank.

        Cuts fall at a paragraph, line or word where there is one, never inside a sign, and lose only the white space
        they replace. A text that fits comes back as it is. `measure` must add up and give at least 1 per character.
        Raises ValueError when not even one character fits.
        """
        whole = self.plain()
        if not whole.strip():
            return ()
        if measure(whole) <= limit:
            return (self,)
        return tuple(self.part(start, end) for start, end in pieces(whole, limit, measure))

    def part(self, start: int, end: int) -> "RichText":
        """Return the code points from `start` up to `end` in their looks."""
        return RichText(tuple(self._within(start, end)))

    def _within(self, start: int, end: int) -> Iterator[Span]:
        at = 0
        for span in self.spans:
            if at >= end:
                return
            if at + len(span.text) > start:
                yield span.with_text(span.text[max(start - at, 0) : end - at])
            at += len(span.text)

    def prefixed(self, head: "RichText | str") -> "RichText":
        """Return the text with `head` before it (a plain string stands unstyled; no space is added)."""
        before = RichText.of(head) if isinstance(head, str) else head
        return RichText((*before.spans, *self.spans))

    def followed_by(self, tail: "RichText | str") -> "RichText":
        """Return the text with `tail` after it."""
        return (RichText.of(tail) if isinstance(tail, str) else tail).prefixed(self)

    def with_places_shown(self) -> "RichText":
        """Return the text with ` (host)` after each link whose words hide where it leads (reliability.md T18).

        A link over several lines becomes one per line. Applying it twice changes nothing more.
        """
        lines = (line for span in self.spans for line in _links_by_line(span))
        runs = [list(run) for _, run in groupby(lines, key=lambda span: span.link)]
        shown: list[Span] = []
        for place, run in enumerate(runs, start=1):
            shown += [*run, *_place_note(run, runs[place] if place < len(runs) else [])]
        return RichText(tuple(shown))

    def to_data(self) -> list[dict[str, object]]:
        """Return a JSON-able form that `from_data` reads back to an equal text."""
        return [_span_data(span) for span in self.spans]

    @classmethod
    def from_data(cls, data: object) -> Self:
        """Return the text stored by `to_data`, cleaned again. Raises ValueError for anything of another shape."""
        if not isinstance(data, list):
            msg = "a stored text is a list of spans"
            raise ValueError(msg)  # noqa: TRY004 - one error for every way in which stored data can be wrong
        return cls(tuple(_span_from(item) for item in data))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    filled = (span for span in spans if span.text)
    for _, run in groupby(filled, key=lambda span: span.look):
        first, *rest = run
        yield first.with_text(first.text + "".join(span.text for span in rest)) if rest else first


def _links_by_line(span: Span) -> Iterator[Span]:
    if span.link is None:
        yield span
        return
    for line in span.text.splitlines(keepends=True):
        yield span.with_text(line.rstrip("\n"))
        yield Span("\n" if line.endswith("\n") else "", span.styles)


def _place_note(run: list[Span], following: list[Span]) -> list[Span]:
    link = run[0].link
    text = "".join(span.text for span in run)
    if link is None or not text.strip() or shows_its_place(text, link):
        return []
    note = f" ({place_behind(link)})"
    already = "".join(span.text for span in following).startswith(note)
    return [] if already else [Span(note, run[-1].styles - {Style.CODE})]


def _span_data(span: Span) -> dict[str, object]:
    data: dict[str, object] = {"text": span.text}
    if span.styles:
        data["styles"] = sorted(style.value for style in span.styles)
    if span.link:
        data["link"] = span.link
    return data


def _span_from(item: object) -> Span:
    match item:
        case {"text": str(text), **rest}:
            styles, link = rest.get("styles", []), rest.get("link")
            if isinstance(styles, list) and (link is None or isinstance(link, str)):
                return Span(text, frozenset(Style(style) for style in styles), link)
        case _:
            pass
    msg = "a stored span has a text, and may have styles and a link"
    raise ValueError(msg)
