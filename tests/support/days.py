"""Days on which tests may play: what is begun on them goes the same way whenever the tests run."""

from datetime import UTC, date, datetime

from sandbox.clock import tuesday_morning


def quiet_day() -> date:
    """The next first of March: weeks without public holidays follow in every country of the tests."""
    today = datetime.now(UTC).date()
    this_year = date(today.year, 3, 1)
    return this_year if today < this_year else date(today.year + 1, 3, 1)


def quiet_morning() -> datetime:
    """The first Tuesday 10:00 UTC from then on."""
    return tuesday_morning(datetime.now(UTC), quiet_day())
