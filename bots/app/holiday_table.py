"""The public holidays beside this file, written from the `holidays` library, which is too heavy to be kept loaded.

The library takes twenty megabytes in every process that asks it anything; the countries where most partners are and the
years that deadlines fall into fit into thirty kilobytes. `python -m bots.app.holiday_table` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("holidays.txt")
COUNTRIES: Final = (
    "AT", "BE", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "NL",
    "NO", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
YEARS: Final = range(2024, 2041)


def holidays_of(country: str, year: int) -> frozenset[date]:
    """The public holidays of an ISO 3166 country in that year; none where nobody knows them."""
    known = _table().get((country, year))
    return from_library(country, year) if known is None else known


def from_library(country: str, year: int) -> frozenset[date]:
    """The same, as the library has it."""
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


@cache
def _table() -> dict[tuple[str, int], frozenset[date]]:
    found: dict[tuple[str, int], frozenset[date]] = {}
    for line in TABLE.read_text("ascii").splitlines():
        country, year, *days = line.split()
        found[country, int(year)] = frozenset(date(int(year), int(day[:2]), int(day[2:])) for day in days)
    return found


def lines() -> Iterator[str]:
    """The table's lines as the library would have them now: country, year, days as MMDD."""
    for country in COUNTRIES:
        for year in YEARS:
            yield " ".join([country, str(year), *(f"{day:%m%d}" for day in sorted(from_library(country, year)))])


if __name__ == "__main__":
    TABLE.write_text("".join(f"{line}\n" for line in lines()), "ascii")
