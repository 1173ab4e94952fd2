"""Finds English words of ours among what somebody got who reads another language. Knows nothing of who got it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bots.texts import DEFAULT, HERE

SHORTEST = 10
"""Signs of a phrase that is looked for inside others' words; shorter texts count only as a whole line or label."""


class _Words(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the visitor's naming
        self.found += (line.strip(" *·:.,;()“”„‚✅⚠️📦🚚💬🔒👥") for line in node.value.splitlines())


@cache
def texts(language: str) -> frozenset[str]:
    """Every piece of text between fields, one line each, of all texts of a language, in small letters."""
    words = _Words()
    for file in sorted((HERE / language).glob("*.ftl")):
        words.visit(parse(file.read_text("utf-8")))
    return frozenset(text.lower() for text in words.found if re.search(r"[^\W\d_]{2}", text))


@cache
def phrases(language: str) -> re.Pattern[str]:
    """The English phrases of two words or more that do not occur in this language's own texts."""
    own = "\n".join(texts(language))
    looked_for = [text for text in texts(DEFAULT) if len(text) >= SHORTEST and " " in text and text not in own]
    longest_first = sorted(looked_for, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest_first))


def english_in(seen: Iterable[str], language: str) -> Iterator[str]:
    """Each thing seen that is English of ours although its reader speaks `language`, with what gave it away."""
    alone = texts(DEFAULT) - texts(language)
    for text in seen:
        low = text.lower()
        lines = [line.strip(" *·:.,;()⚠️✅📦🚚") for line in low.splitlines()]
        found = phrases(language).search(low)
        if found is not None:
            yield f"{found[0]!r} in {text!r}"
        elif any(line in alone for line in lines):
            yield f"all of {text!r}"
