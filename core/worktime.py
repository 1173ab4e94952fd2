"""Working hours: 08:00-18:00 on working days of a zone, for reminders and digests (product decision 1).

Deadlines don't move and don't come here. Which days are holidays is handed in, because their calendar is a library's.
Every instant goes in and comes out as an aware datetime, out always in UTC; a local time that the clocks skip counts as
the instant just as far after the skip, one that comes twice as its first.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

IsHoliday = Callable[[date], bool]
"""Says whether a local date is a public holiday; a frozenset's `__contains__` will do."""

OPENS = time(8, 0)
CLOSES = time(18, 0)
_SATURDAY = 5
_LONGEST_PAUSE_DAYS = 370


def is_working_day(day: date, is_holiday: IsHoliday) -> bool:
    """Return whether work is done on that local date: Monday to Friday and no holiday."""
    return day.weekday() < _SATURDAY and not is_holiday(day)


def is_working_time(instant: datetime, zone: ZoneInfo, is_holiday: IsHoliday) -> bool:
    """Return whether the instant lies in 08:00 (included) to 18:00 (excluded) of a working day. ValueError if naive."""
    local = _local(instant, zone)
    return is_working_day(local.date(), is_holiday) and OPENS <= local.time() < CLOSES


def next_slot(instant: datetime, zone: ZoneInfo, is_holiday: IsHoliday) -> datetime:
    """Return the instant itself (in UTC) inside working hours, else the next 08:00 of a working day.

    Raises ValueError for a naive instant, and when a year has no working day.
    """
    if is_working_time(instant, zone, is_holiday):
        return instant.astimezone(UTC)
    local = _local(instant, zone)
    day = local.date() if local.time() < OPENS else local.date() + timedelta(days=1)
    return _at(_working_day_from(day, is_holiday), OPENS, zone)


def nth_working_day_after(
    instant: datetime, n: int, zone: ZoneInfo, is_holiday: IsHoliday, at: time = time(9, 0)
) -> datetime:
    """Return `at` (local) on the n-th working day after the instant's local date, in UTC.

    Raises ValueError for n below 1, for a naive instant, and when a year has no working day.
    """
    if n < 1:
        raise ValueError(f"working days are counted from 1, not from {n}")
    day = _local(instant, zone).date()
    for _ in range(n):
        day = _working_day_from(day + timedelta(days=1), is_holiday)
    return _at(day, at, zone)


def next_daily(instant: datetime, zone: ZoneInfo, at: time, is_holiday: IsHoliday) -> datetime:
    """Return the first `at` (local) on a working day that lies after the instant, in UTC: once per working day.

    Raises ValueError for a naive instant, and when a year has no working day.
    """
    day = _working_day_from(_local(instant, zone).date(), is_holiday)
    while (moment := _at(day, at, zone)) <= instant:
        day = _working_day_from(day + timedelta(days=1), is_holiday)
    return moment


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(zone)


def _at(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def _working_day_from(day: date, is_holiday: IsHoliday) -> date:
    for ahead in range(_LONGEST_PAUSE_DAYS):
        candidate = day + timedelta(days=ahead)
        if is_working_day(candidate, is_holiday):
            return candidate
    raise ValueError(f"no working day within {_LONGEST_PAUSE_DAYS} days after {day}")
