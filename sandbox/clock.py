"""The sandbox platforms' clock: the machine's clock plus an offset that tests and the demo move forward.

Only the sandbox's own notion of time lives here; the product has its own clock and is never handed this one by us.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

TUESDAY = 1
OPENING_HOUR = 10


class SandboxClock:
    """A clock that runs at the machine's pace and can be moved forward by any amount."""

    def __init__(self, start: datetime | None = None) -> None:
        """A clock that begins at `start` (aware), or now.

        Raises:
            ValueError: for a start that has passed.
        """
        self._offset_seconds = 0.0
        if start is not None:
            self.advance(start - self.now())

    def time(self) -> float:
        """Return seconds since 1970-01-01 UTC, as ``time.time`` does, offset included."""
        return time.time() + self._offset_seconds

    def now(self) -> datetime:
        """Return the current instant as an aware UTC datetime."""
        return datetime.fromtimestamp(self.time(), UTC)

    def advance(self, delta: timedelta) -> None:
        """Move the clock forward.

        Raises:
            ValueError: for a negative delta, because message ids made of time would repeat.
        """
        if delta < timedelta(0):
            msg = "a platform's clock only moves forward"
            raise ValueError(msg)
        self._offset_seconds += delta.total_seconds()


def tuesday_morning(earliest: datetime, day: date | None = None) -> datetime:
    """Return the first Tuesday 10:00 UTC after `earliest` (aware) and not before `day`.

    Three days and ten minutes later is still working time in all of Europe: what is begun then goes the same way for
    whoever begins it at night or on a Sunday.
    """
    then = earliest.astimezone(UTC)
    if day is not None:
        then = max(then, datetime(day.year, day.month, day.day, tzinfo=UTC))
    morning = then.replace(hour=OPENING_HOUR, minute=0, second=0, microsecond=0)
    morning += timedelta(days=(TUESDAY - morning.weekday()) % 7)
    return morning if morning > then else morning + timedelta(days=7)
