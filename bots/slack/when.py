"""Days and instants as people at a desk read them, in the zone whose name is given."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bots.showing import show_date, show_instant


def day_words(day: date, language: str = "en") -> str:
    """Such as `Thu 31 Jan 2030`."""
    return show_date(day, language)


def moment_words(instant: datetime, zone: str, language: str = "en") -> str:
    """Such as `Thu 31 Jan 2030, 14:00`, in the reader's zone."""
    return show_instant(instant, language, ZoneInfo(zone))
