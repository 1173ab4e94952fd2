"""A check-in's answer as a button's argument: which question, about which date, and what is said. Pure.

`material.y.dhq1`: the key, a letter for the answer, the date in base 36, so that the whole button stays below
Telegram's 64 bytes.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from core.check_ins import CheckInAnswer, CheckInKey

LETTERS: Final = {CheckInAnswer.YES: "y", CheckInAnswer.NOT_YET: "n", CheckInAnswer.LATER: "l"}
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


class NotAnAnswer(ValueError):
    """An argument that is none of ours."""


def answer_arg(key: str, day: date, answer: CheckInAnswer) -> str:
    """The argument of the button with this answer."""
    return f"{key}.{LETTERS[answer]}.{_base36(day.toordinal())}"


def read_answer(arg: str) -> tuple[CheckInKey, date, CheckInAnswer]:
    """Question, date and answer again. Raises `NotAnAnswer`."""
    try:
        key, letter, day = arg.split(".")
        answer = next(answer for answer, sign in LETTERS.items() if sign == letter)
        return CheckInKey(key), date.fromordinal(int(day, 36)), answer
    except (ValueError, OverflowError, StopIteration):
        raise NotAnAnswer(arg) from None


def _base36(number: int) -> str:
    signs = ""
    while number:
        number, rest = divmod(number, 36)
        signs = _DIGITS[rest] + signs
    return signs or "0"
