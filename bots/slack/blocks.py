"""Blocks in Slack's own shapes, each cut to Slack's limits (platforms.md 1.6). Pure; foreign words are plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from bots.buttons import Button
from bots.labels import label as label_of
from bots.slack.words import escaped
from core.characters import clean

Json = dict[str, Any]
TEXT_LIMIT = 3000
BUTTONS_IN_A_ROW = 5
OPTIONS_LIMIT = 100
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100


def cut(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis; never empty, because Slack refuses that."""
    words = clean(text).strip() or "–"
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def one_line(text: str) -> str:
    """Foreign words in one line: no line break can begin a line of its own (reliability.md T20)."""
    return " ".join(clean(text).split())


def plain(text: str, limit: int = TEXT_LIMIT) -> Json:
    """A plain_text object: no markup and no mention is read in it."""
    return {"type": "plain_text", "text": cut(text, limit), "emoji": True}


def fallback(text: str) -> str:
    """What notifications and screen readers get: escaped, within what an update still takes."""
    return escaped(cut(text, 3000))


def header(text: str) -> Json:
    """A heading."""
    return {"type": "header", "text": plain(one_line(text), 150)}


def words(text: str) -> Json:
    """A paragraph of plain words."""
    return {"type": "section", "text": plain(text)}


def paragraphs(text: str) -> list[Json]:
    """A long text in as many paragraphs as it needs, at most ten."""
    whole = clean(text)
    return [words(whole[at : at + TEXT_LIMIT]) for at in range(0, max(len(whole), 1), TEXT_LIMIT)][:10]


def context(text: str) -> Json:
    """A small grey line."""
    return {"type": "context", "elements": [plain(text, 2000)]}


def facts(pairs: Iterable[tuple[str, str]]) -> list[Json]:
    """Names and values in two columns; the values may be foreign."""
    shown = [(name, value) for name, value in pairs if value]
    # The name is ours and bold, the value escaped: `*` or `_` in it could still style it, but call nobody.
    return [
        {"type": "section", "fields": [_fact(name, value) for name, value in shown[at : at + 10]]}
        for at in range(0, len(shown), 10)
    ]


def _fact(name: str, value: str) -> Json:
    return {"type": "mrkdwn", "text": f"*{escaped(name)}*\n{escaped(cut(value, 1000))}"[:2000], "verbatim": True}


def button(press: Button, label: str | None = None, *, style: str | None = None) -> Json:
    """A button; its label is the catalogue's unless another is given."""
    made: Json = {
        "type": "button",
        "action_id": press.encode(),
        "value": press.encode(),
        "text": plain(label or label_of(press), 75),
    }
    return made | {"style": style} if style else made


def rows(buttons: Iterable[Json]) -> list[Json]:
    """Buttons in rows of five."""
    todo = iter(buttons)
    made: list[Json] = []
    while row := list(islice(todo, BUTTONS_IN_A_ROW)):
        made.append({"type": "actions", "elements": row})
    return made


def option(text: str, value: str) -> Json:
    """One line of a select."""
    return {"text": plain(one_line(text), 75), "value": value}


def options(pairs: Iterable[tuple[str, str]]) -> list[Json]:
    """Lines of a select out of (value, text)."""
    return [option(text, value) for value, text in islice(pairs, OPTIONS_LIMIT)]


DIVIDER: Json = {"type": "divider"}


def within(shown: Sequence[Json], limit: int, more: str) -> list[Json]:
    """The blocks, or as many as fit with a word that there is more."""
    return list(shown) if len(shown) <= limit else [*shown[: limit - 1], context(more)]


def texts_in(shown: object) -> Iterator[str]:
    """Every text in blocks, for tests and for the words kept on record."""
    if isinstance(shown, dict):
        if isinstance(shown.get("text"), str):
            yield shown["text"]
        for value in shown.values():
            yield from texts_in(value)
    elif isinstance(shown, list):
        for item in shown:
            yield from texts_in(item)
