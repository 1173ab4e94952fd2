"""Working hours over clock changes, weekends and holidays."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.worktime import is_working_time, next_daily, next_slot, nth_working_day_after

WARSAW, NEW_YORK, LORD_HOWE = (ZoneInfo(name) for name in ("Europe/Warsaw", "America/New_York", "Australia/Lord_Howe"))
ZONES = st.sampled_from([WARSAW, NEW_YORK, LORD_HOWE])
INSTANTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds
    datetime(2040, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)
HOLIDAYS = st.frozensets(st.dates(date(2020, 1, 1), date(2040, 1, 1)), max_size=5)
NONE: frozenset[date] = frozenset()


def at(zone: ZoneInfo, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=zone).astimezone(UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        ((2030, 3, 29, 12, 0), (2030, 3, 29, 12, 0)),
        ((2030, 3, 29, 8, 0), (2030, 3, 29, 8, 0)),
        ((2030, 3, 29, 7, 59), (2030, 3, 29, 8, 0)),
        ((2030, 3, 29, 18, 0), (2030, 4, 1, 8, 0)),  # Friday evening, over the clock change, to Monday
        ((2030, 3, 31, 2, 30), (2030, 4, 1, 8, 0)),
    ],
)
@pytest.mark.parametrize("zone", [WARSAW, NEW_YORK, LORD_HOWE])
def test_a_moment_outside_working_hours_moves_to_the_next_opening(
    zone: ZoneInfo, now: tuple[int, ...], slot: tuple[int, ...]
) -> None:
    assert next_slot(at(zone, *now), zone, NONE.__contains__) == at(zone, *slot)


def test_the_opening_follows_the_clock_change() -> None:
    before = next_slot(at(WARSAW, 2030, 3, 29, 7, 0), WARSAW, NONE.__contains__)
    after = next_slot(at(WARSAW, 2030, 3, 30, 7, 0), WARSAW, NONE.__contains__)
    assert (before.hour, after.hour) == (7, 6)
    half = next_slot(at(LORD_HOWE, 2030, 4, 6, 12, 0), LORD_HOWE, NONE.__contains__)
    assert half == datetime(2030, 4, 7, 21, 30, tzinfo=UTC)  # +10:30 again since that Sunday, +11 before


def test_holidays_are_skipped() -> None:
    easter_monday = frozenset({date(2030, 4, 22)})
    assert next_slot(at(WARSAW, 2030, 4, 19, 19, 0), WARSAW, easter_monday.__contains__) == at(WARSAW, 2030, 4, 23, 8)


@pytest.mark.parametrize(("n", "day"), [(1, 29), (2, 30), (3, 31)])
def test_working_days_are_counted_from_the_day_after(n: int, day: int) -> None:
    found = nth_working_day_after(
        at(WARSAW, 2030, 10, 25, 23, 0), n, WARSAW, frozenset({date(2030, 10, 28)}).__contains__
    )
    assert found == at(WARSAW, 2030, 10, day, 9, 0)


def test_a_skipped_local_time_comes_just_as_far_after_the_skip() -> None:
    sunday_work = nth_working_day_after(at(NEW_YORK, 2030, 3, 8, 12), 1, NEW_YORK, NONE.__contains__, at=time(2, 30))
    assert sunday_work == at(NEW_YORK, 2030, 3, 11, 2, 30)
    cairo = ZoneInfo("Africa/Cairo")  # clocks go on at midnight before Friday 26 April 2024
    assert next_daily(at(cairo, 2024, 4, 25, 12), cairo, time(0, 30), NONE.__contains__) == at(
        cairo, 2024, 4, 26, 1, 30
    )


def test_a_local_time_that_comes_twice_counts_once() -> None:
    cairo = ZoneInfo("Africa/Cairo")  # Thursday 31 October 2024, 23:30 comes twice
    first = next_daily(at(cairo, 2024, 10, 31, 12), cairo, time(23, 30), NONE.__contains__)
    assert first == datetime(2024, 10, 31, 20, 30, tzinfo=UTC)
    assert next_daily(first, cairo, time(23, 30), NONE.__contains__) == at(cairo, 2024, 11, 1, 23, 30)


def test_the_daily_moment_itself_is_over() -> None:
    nine = at(WARSAW, 2030, 3, 29, 9, 0)
    assert next_daily(nine - timedelta(seconds=1), WARSAW, time(9), NONE.__contains__) == nine
    assert next_daily(nine, WARSAW, time(9), NONE.__contains__) == at(WARSAW, 2030, 4, 1, 9, 0)


def test_what_makes_no_sense_is_refused() -> None:
    moment = datetime(2030, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="time zone"):
        next_slot(moment.replace(tzinfo=None), WARSAW, NONE.__contains__)
    with pytest.raises(ValueError, match="counted from 1"):
        nth_working_day_after(moment, 0, WARSAW, NONE.__contains__)
    with pytest.raises(ValueError, match="no working day"):
        next_slot(moment, WARSAW, lambda _day: True)


@given(INSTANTS, ZONES, HOLIDAYS)
def test_a_slot_is_always_in_working_hours_and_never_early(now: datetime, zone: ZoneInfo, off: frozenset[date]) -> None:
    slot = next_slot(now, zone, off.__contains__)
    assert slot >= now
    assert slot.tzinfo is UTC
    assert is_working_time(slot, zone, off.__contains__)
    assert next_slot(slot, zone, off.__contains__) == slot
    if slot != now:
        assert not is_working_time(slot - timedelta(microseconds=1), zone, off.__contains__)


@given(INSTANTS, ZONES, HOLIDAYS, st.integers(1, 15))
def test_working_days_add_up(now: datetime, zone: ZoneInfo, off: frozenset[date], n: int) -> None:
    found = nth_working_day_after(now, n, zone, off.__contains__)
    start, end = now.astimezone(zone).date(), found.astimezone(zone).date()
    between = [start + timedelta(days=ahead) for ahead in range(1, (end - start).days + 1)]
    assert len([day for day in between if day.weekday() < 5 and day not in off]) == n
    assert found.astimezone(zone).time() == time(9, 0)


@given(INSTANTS, ZONES, HOLIDAYS)
def test_a_digest_comes_once_per_working_day(now: datetime, zone: ZoneInfo, off: frozenset[date]) -> None:
    first = next_daily(now, zone, time(8, 30), off.__contains__)
    second = next_daily(first, zone, time(8, 30), off.__contains__)
    assert now < first < second
    assert first.astimezone(zone).date() < second.astimezone(zone).date()
    assert is_working_time(first, zone, off.__contains__)
