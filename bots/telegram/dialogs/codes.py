"""What a dialog's button carries besides the order: which date is meant, which day, and when it was shown. All pure.

code   m material, c completion, d + method letter for the delivery, x + key letter for a delay
day    four base-36 characters
stamp  base-36 minutes since 1970: a confirmation older than 15 minutes changes nothing (domain.md 17, case 7)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from core.orders import DeliveryMethod, TaskKey

FRESH_FOR = timedelta(minutes=15)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEYS = {"m": TaskKey.MATERIAL_DATE, "c": TaskKey.COMPLETION_DATE, "d": TaskKey.DELIVERY_SCHEDULE}
_METHODS = {
    "d": DeliveryMethod.DELIVERY, "p": DeliveryMethod.PICK_UP, "i": DeliveryMethod.INSTALLATION,
    "o": DeliveryMethod.OTHER,
}  # fmt: skip


class NotACode(ValueError):
    """A button's argument that is none of ours."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Which date a calendar is for. `method` with deliveries, `is_delay` when a delay is being reported."""

    key: TaskKey
    method: DeliveryMethod | None = None
    is_delay: bool = False

    @property
    def code(self) -> str:
        """At most two characters."""
        letter = next(letter for letter, key in _KEYS.items() if key is self.key)
        if self.is_delay:
            return f"x{letter}"
        if self.method is None:
            return letter
        return letter + next(sign for sign, method in _METHODS.items() if method is self.method)

    @classmethod
    def of(cls, code: str) -> Aim:
        """The aim again. Raises `NotACode`."""
        match tuple(code):
            case ("m" | "c" as letter,):
                return cls(_KEYS[letter])
            case ("x", "m" | "c" | "d" as letter):
                return cls(_KEYS[letter], is_delay=True)
            case ("d", letter) if letter in _METHODS:
                return cls(TaskKey.DELIVERY_SCHEDULE, _METHODS[letter])
            case _:
                raise NotACode(code)


@dataclass(frozen=True, slots=True)
class Choice:
    """A day chosen for an aim and shown for confirmation at `shown_at`; `is_sure` after the warnings were shown."""

    aim: Aim
    day: date
    shown_at: datetime
    is_sure: bool = False

    def encode(self) -> str:
        """`m.dhq1.hqk3w` and a `!` when sure: at most 14 characters."""
        minutes = int(self.shown_at.timestamp()) // 60
        return f"{self.aim.code}.{base36(self.day.toordinal())}.{base36(minutes)}{'!' if self.is_sure else ''}"

    @classmethod
    def decode(cls, arg: str) -> Choice:
        """The choice again. Raises `NotACode`."""
        try:
            code, day, stamp = arg.rstrip("!").split(".")
            return cls(Aim.of(code), date.fromordinal(int(day, 36)), instant(stamp), arg.endswith("!"))
        except (ValueError, OverflowError):
            raise NotACode(arg) from None

    def is_fresh(self, now: datetime) -> bool:
        """Whether the confirmation still counts."""
        return now - self.shown_at < FRESH_FOR + timedelta(minutes=1)


def stamp(now: datetime) -> str:
    """This minute, as a button's argument."""
    return base36(int(now.timestamp()) // 60)


def instant(text: str) -> datetime:
    """The minute again, UTC. Raises `NotACode`."""
    try:
        return datetime.fromtimestamp(int(text, 36) * 60, UTC)
    except (ValueError, OverflowError, OSError):
        raise NotACode(text) from None


def is_fresh(text: str, now: datetime) -> bool:
    """Whether something shown at this stamp may still be confirmed."""
    return now - instant(text) < FRESH_FOR + timedelta(minutes=1)


def base36(number: int) -> str:
    """A whole number from 0 on in digits and small letters."""
    signs = ""
    while True:
        number, rest = divmod(number, 36)
        signs = _DIGITS[rest] + signs
        if not number:
            return signs
