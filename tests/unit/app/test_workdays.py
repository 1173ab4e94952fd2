"""Days on which nobody works, by time zone."""

from datetime import date

import pytest

from bots.app.holiday_table import TABLE, holidays_of, lines
from bots.app.workdays import country_of, is_holiday


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Amsterdam", "NL"),
        ("Europe/Berlin", "DE"),
        ("Europe/Warsaw", "PL"),
        ("Europe/Brussels", "BE"),
        ("UTC", None),
        ("Mars/Base", None),
    ],
)
def test_the_country_of_a_zone(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


@pytest.mark.parametrize(
    ("day", "zone", "free"),
    [
        (date(2030, 4, 27), "Europe/Amsterdam", True),
        (date(2029, 4, 27), "Europe/Amsterdam", True),
        (date(2029, 4, 27), "Europe/Berlin", False),
        (date(2030, 1, 1), "UTC", False),
        (date(2030, 1, 5), "UTC", True),
        (date(2030, 1, 6), "Nowhere/Known", True),
        (date(2030, 1, 8), "Europe/Amsterdam", False),
    ],
)
def test_days(day: date, zone: str, free: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_holiday(day, zone) is free


def test_the_table_is_what_the_library_says() -> None:
    """When not: `python -m bots.app.holiday_table`."""
    assert TABLE.read_text("ascii").splitlines() == list(lines())


@pytest.mark.parametrize(("country", "year"), [("JP", 2030), ("NL", 2050)])
def test_what_the_table_lacks_is_asked_of_the_library(country: str, year: int) -> None:
    assert date(year, 1, 1) in holidays_of(country, year)
    assert holidays_of("XX", 2030) == frozenset()
