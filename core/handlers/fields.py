"""Reading of plain input values: lengths, blanks, control characters, addresses. Every failure is a `BadValue`."""

from __future__ import annotations

import re

from core.refusals import BadValue
from core.richtext import RichText

LINE_LIMIT = 200
TEXT_LIMIT = 4000
ADDRESS = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,190}")
REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}")


def clean(text: str) -> str:
    """Without control characters, bidi overrides and lone surrogates, and without blanks around it.

    Text of which nothing shows, such as a zero-width space, is blank.
    """
    words = RichText.of(text).plain().strip()
    return words if any(char.isprintable() and not char.isspace() for char in words) else ""


def one_line(field: str, text: str, limit: int = LINE_LIMIT) -> str:
    """A non-blank single line. Raises `BadValue` (`blank`, `too_long`)."""
    line = " ".join(clean(text).split())
    if not line:
        raise BadValue(field, "blank")
    if len(line) > limit:
        raise BadValue(field, "too_long", line[:40])
    return line


def prose(field: str, text: str | None, limit: int = TEXT_LIMIT) -> str:
    """Text of several lines, may be blank. Raises `BadValue` (`too_long`)."""
    words = clean(text or "")
    if len(words) > limit:
        raise BadValue(field, "too_long", words[:40])
    return words


def email(field: str, text: str) -> str:
    """A mail address, checked for shape only. Raises `BadValue` (`not_an_address`)."""
    address = clean(text)
    if not ADDRESS.fullmatch(address):
        raise BadValue(field, "not_an_address", address[:80])
    return address


def reference(text: str) -> str:
    """An order's reference: letters, digits and . _ / -, at most 40. Raises `BadValue` (`not_a_reference`)."""
    word = clean(text)
    if not REFERENCE.fullmatch(word):
        raise BadValue("reference", "not_a_reference", word[:60])
    return word
