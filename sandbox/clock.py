"""The sandbox platforms' clock: the machine's clock plus an offset that tests and the demo move forward.

Only the sandbox's own notion of time lives here; the product has its own clock and is never handed this one by us.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class SandboxClock:
    """A clock that runs at the machine's pace and can be moved forward by any amount."""

    def __init__(self) -> None:
        self._offset_seconds = 0.0

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
