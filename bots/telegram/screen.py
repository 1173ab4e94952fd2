"""A screen: the words and buttons of one message, before anything is sent. Pure, and the same for sends and edits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bots.buttons import Button
from bots.telegram.words import TEXT_LIMIT, as_entities
from core.richtext import RichText, Span, Style

LABEL_LIMIT = 60
"""Characters of a button's label; Telegram documents no limit and phones show fewer."""


@dataclass(frozen=True, slots=True)
class Key:
    """One button: what it says and what pressing it means."""

    label: str
    button: Button


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What a message shows. `rows` is the inline keyboard, top row first."""

    text: RichText
    rows: Rows = ()

    @classmethod
    def of(cls, text: str, rows: Iterable[Iterable[Key]] = ()) -> Screen:
        """A screen of plain words."""
        return cls(RichText.of(text), tuple(tuple(row) for row in rows))

    @classmethod
    def titled(cls, title: str, text: str, rows: Iterable[Iterable[Key]] = ()) -> Screen:
        """A bold first line above plain words."""
        return cls(titled(title, text), tuple(tuple(row) for row in rows))

    def without_buttons(self) -> Screen:
        """The same words, nothing to press."""
        return Screen(self.text)


def bold(text: str) -> RichText:
    """Words in bold."""
    return RichText((Span(text, frozenset({Style.BOLD})),))


def titled(title: str, text: str) -> RichText:
    """A bold line, then plain words below it."""
    return bold(title).followed_by(f"\n{text}" if text else "")


def sent_as(text: RichText) -> tuple[str, list[MessageEntity]]:
    """Plain text and the library's entities, to be sent without a parse mode."""
    plain, entities = as_entities(text)
    return plain, [MessageEntity(e["type"], e["offset"], e["length"], url=e.get("url")) for e in entities]


def fitting(text: RichText, limit: int = TEXT_LIMIT) -> RichText:
    """The text, cut with an ellipsis when it is longer than `limit` code points."""
    if len(text.plain()) <= limit:
        return text
    return text.part(0, limit - 1).followed_by("…")


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The library's keyboard, or None when there is nothing to press."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_key(key) for key in row] for row in rows])


def _key(key: Key) -> InlineKeyboardButton:
    label = key.label if len(key.label) <= LABEL_LIMIT else key.label[: LABEL_LIMIT - 1] + "…"
    return InlineKeyboardButton(label, callback_data=key.button.encode())


def stacked(keys: Iterable[Key]) -> Rows:
    """One button per row: long labels stay readable on a phone."""
    return tuple((key,) for key in keys)


def paired(keys: Iterable[Key]) -> Rows:
    """Two buttons per row."""
    listed = list(keys)
    return tuple(tuple(listed[start : start + 2]) for start in range(0, len(listed), 2))
