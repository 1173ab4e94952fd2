"""What the sandbox platforms saw, written by them and independently of what a bot believes it did.

An append-only list of calls with their outcome. Judging the entries is left to whoever reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sandbox.clock import SandboxClock


@dataclass(frozen=True)
class Entry:
    """One call a platform received. ``accepted`` is true when its effect took place, whatever was answered."""

    at: datetime
    platform: str
    method: str
    args: Mapping[str, Any]
    result: Mapping[str, Any]
    accepted: bool


class Ledger:
    """Append-only record of the calls all sandbox platforms received, in order of arrival."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._entries: list[Entry] = []

    def record(
        self,
        *,
        platform: str,
        method: str,
        args: Mapping[str, Any],
        result: Mapping[str, Any],
        accepted: bool,
    ) -> Entry:
        """Append one call, stamped with the sandbox clock (aware UTC), and return the entry."""
        entry = Entry(self._clock.now(), platform, method, dict(args), dict(result), accepted)
        self._entries.append(entry)
        return entry

    def entries(self, method: str | None = None, platform: str | None = None) -> list[Entry]:
        """Return the entries in order of arrival, all of them or those of one method and/or platform."""
        return [
            entry for entry in self._entries if method in (None, entry.method) and platform in (None, entry.platform)
        ]
