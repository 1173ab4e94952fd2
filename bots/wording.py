"""Our sentences with other people's words in them: Fluent texts with `*bold*` of ours; fields never become markup.

A field enters the sentence as one private-use sign; the sentence is read for `*` and only then do the signs become the
fields' words. So a title such as `*x*` stays what it is, and a field may be as long as it likes. A selector in the text
(`{ $reason -> [none] … }`) sees the field's raw value; a blank one is `none`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fluent.runtime.types import FluentType

from bots.texts import DEFAULT, say
from core.richtext import RichText, Span, Style

FIRST = 0xE000
# What the term `-no-line` writes: a line of nothing else is left out.
NO_LINE = "\ue8ff"
BLANK = "none"


@dataclass(frozen=True, slots=True)
class Shown:
    """A field whose `words` are shown and whose `raw` value picks the variant of a text."""

    raw: str
    words: str


Field = Shown | str | int


class Slot(FluentType):
    """A field's place in a sentence: equal to its raw value for selectors, one sign when it is shown."""

    def __init__(self, sign: str, raw: str) -> None:
        self.sign = sign
        self.raw = raw or BLANK

    def __eq__(self, other: object) -> bool:
        return self.raw == other

    def __hash__(self) -> int:
        return hash(self.raw)

    def format(self, locale: object) -> str:  # noqa: ARG002 - Fluent's signature
        """The sign that stands for the words."""
        return self.sign


def compose(key: str, fields: Mapping[str, Field], language: str = DEFAULT) -> RichText:
    """The text for this key with the fields' words in their places. Raises `MissingText`.

    Whole numbers are given to Fluent as they are, for plurals.
    """
    slots: dict[str, object] = {}
    words: dict[str, str] = {}
    for place, (name, value) in enumerate(fields.items(), start=FIRST):
        if isinstance(value, int):
            slots[name] = value
            continue
        shown = value if isinstance(value, Shown) else Shown(value, value)
        slots[name] = Slot(chr(place), shown.raw)
        words[chr(place)] = shown.words
    return RichText(tuple(_spans(say(key, language, slots), words)))


def _spans(sentence: str, words: Mapping[str, str]) -> Iterator[Span]:
    kept = "\n".join(line for line in sentence.split("\n") if line.strip() != NO_LINE)
    for place, piece in enumerate(kept.split("*")):
        styles = frozenset({Style.BOLD}) if place % 2 else frozenset[Style]()
        yield Span("".join(words.get(sign, sign) for sign in piece), styles)


def odd_markup(text: str) -> bool:
    """Whether a text of ours has a `*` without its partner on the same line, which would turn the rest bold."""
    return any(line.count("*") % 2 for line in text.splitlines())


def kebab(name: str) -> str:
    """A class's name as the catalogue writes it: `OfferSent` is `offer-sent`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()
