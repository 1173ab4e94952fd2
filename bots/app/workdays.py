"""Which days nobody works, by time zone: weekends everywhere, public holidays where the zone names one country.

The country comes from tzdata's own tables, which are read when first asked, the calendar from `bots.app.holiday_table`.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

from bots.app.holiday_table import holidays_of

SATURDAY = 5


def is_holiday(day: date, zone: str) -> bool:
    """Whether nobody works that local date: a weekend day, or a public holiday in the zone's country if known."""
    return day.weekday() >= SATURDAY or day in _holidays(zone, day.year)


def country_of(zone: str) -> str | None:
    """The ISO 3166 code of the country that the zone is in, or None when tzdata knows none."""
    return _countries().get(zone)


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    # zone.tab has one country per zone, its main one; zone1970.tab adds merged zones, the most populous country first.
    for table in ("zone.tab", "zone1970.tab"):
        for line in files("tzdata").joinpath("zoneinfo", table).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                codes, _, zone, *_ = line.split("\t")
                found.setdefault(zone, codes.split(",")[0])
    return found


@cache
def _holidays(zone: str, year: int) -> frozenset[date]:
    country = country_of(zone)
    if country is None:
        return frozenset()
    return holidays_of(country, year)
