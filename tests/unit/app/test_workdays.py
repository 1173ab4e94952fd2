"""Days on which nobody works, by time zone."""

from datetime import date

import pytest

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
