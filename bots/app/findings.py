"""What the doctor finds: one line each, and for what is wrong the exact fix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LARGEST_SKEW_SECONDS = 60
"""Slack refuses requests older than five minutes; a minute already tells of a clock that nobody sets."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was looked at, `told` is what was seen; `fix` is empty when all is well."""

    what: str
    told: str
    fix: str = ""

    @property
    def fine(self) -> bool:
        """Whether nothing has to be done."""
        return not self.fix

    def line(self) -> str:
        """For a terminal."""
        return (
            f"ok    {self.what}: {self.told}" if self.fine else f"FIX   {self.what}: {self.told}\n      -> {self.fix}"
        )

    def cleaned(self, clean: Callable[[str], str]) -> Finding:
        """The same without secrets."""
        return Finding(clean(self.what), clean(self.told), clean(self.fix))


def clock_skew(what: str, header: str | None, now: datetime) -> Finding:
    """How far our clock is from the platform's `Date` header."""
    try:
        theirs = parsedate_to_datetime(header or "")
    except ValueError:
        return Finding(what, "not told")
    seconds = abs((theirs.replace(tzinfo=theirs.tzinfo or UTC) - now).total_seconds())
    if seconds > LARGEST_SKEW_SECONDS:
        return Finding(what, f"{seconds:.0f} s off", "set this machine's clock by NTP (`timedatectl set-ntp true`)")
    return Finding(what, f"{seconds:.0f} s off")
