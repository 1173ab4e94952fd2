"""Buttons as data: a verb, what it is about, and an argument; the same on every platform.

Nothing in a button is trusted: who may press, and whether the order is still there, is checked when it is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass


class NotAButton(ValueError):
    """Data that is not one of our buttons."""


@dataclass(frozen=True, slots=True)
class Button:
    """`verb` is a stable key (its label is `button-<verb>`), `about` one of our ids, `arg` short text."""

    verb: str
    about: str = ""
    arg: str = ""

    def encode(self) -> str:
        """As text of at most 64 bytes, Telegram's limit (platforms.md 2.8). Raises ValueError when it is longer."""
        data = f"{self.verb}|{self.about}|{self.arg}".rstrip("|")
        if len(data.encode()) > 64 or "|" in self.verb + self.about:
            raise ValueError(data)
        return data

    @classmethod
    def decode(cls, data: str) -> Button:
        """The button again. Raises `NotAButton`."""
        verb, _, rest = data.partition("|")
        about, _, arg = rest.partition("|")
        if not verb or len(data.encode()) > 200:
            raise NotAButton(data[:80])
        return cls(verb, about, arg)
