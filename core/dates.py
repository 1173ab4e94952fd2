"""Dates as people type them, in five languages: the grammar over the words of core/date_words.py.

Only a text that is a date, but for words such as "on" or "by", is read; anything else is None, because a wrong guess
costs more than a question. Showing a date lives in the catalogues, asking for confirmation with the front ends.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from core.date_tokens import (
    LONGEST,
    ORDINAL,
    DayMonth,
    Lexicon,
    Token,
    folded,
    foreign_lexicon_of,
    lexicon_of,
    tokens_of,
    year_of,
)
from core.date_words import LANGUAGES, NUMBER, WEEKDAY

STILL_THIS_ONE = timedelta(days=30)
"""A date typed without a year that is at most this long past is that past one, so that the caller can warn."""
_FRIDAY = 4


def read_date(text: str, today: date, language: str) -> date | None:
    """Return the date a person means by `text`, or None when it is not clearly one date.

    `today` is the reader's own date, `language` one of the keys of LANGUAGES; the others are tried after it with their
    longer words. Day comes before month. A bare weekday is the first one after today, "next" one lies in the next
    calendar week, "coming" is the first after today, "this" the one from today on. A week (number, next, this) means
    its Friday, the day promised. Without a year it is the first such date that is not more than 30 days past; with a
    year it may be any past date: callers must check. A weekday that contradicts its date gives None.
    """
    typed = folded(text)
    if not typed or len(typed) > LONGEST:
        return None
    order = [language, *(other for other in LANGUAGES if other != language)]
    for number, tried in enumerate(code for code in order if code in LANGUAGES):
        lexicon = foreign_lexicon_of(tried) if number else lexicon_of(tried)
        found = _read(typed, today, tried, lexicon)
        if found is not None:
            return found
    return None


def _read(text: str, today: date, language: str, lexicon: Lexicon) -> date | None:
    try:
        tokens = list(tokens_of(text, language, lexicon))
        return _meant("".join(token.kind for token in tokens), tokens, today)
    except (ValueError, OverflowError):  # the thirty-first of February, week 60, a year beyond the calendar
        return None


Reader = Callable[[list[Token], date], date]


def _meant(shape: str, tokens: list[Token], today: date) -> date | None:
    for pattern, reader in _SHAPES:
        if pattern.fullmatch(shape):
            return reader(tokens, today)
    return None


def _by_kind(tokens: list[Token], kinds: str) -> list[int]:
    return [token.number for token in tokens if token.kind in kinds]


def _near(tokens: list[Token], today: date) -> date:
    return today + timedelta(days=tokens[0].number)


def _written(tokens: list[Token], today: date) -> date:
    written = next(token.written for token in tokens if token.written)
    return _agreeing(tokens, _placed(written, today))


def _named_month(tokens: list[Token], today: date) -> date:
    (month,) = _by_kind(tokens, "M")
    day, *year = _by_kind(tokens, "NO")
    return _agreeing(tokens, _placed(DayMonth(day, month, year_of(str(year[0])) if year else None), today))


def _placed(written: DayMonth, today: date) -> date:
    if written.year is not None:
        return date(written.year, written.month, written.day)
    for year in range(today.year - 1, today.year + 9):  # a 29 February may be eight years away
        try:
            found = date(year, written.month, written.day)
        except ValueError:
            continue
        if found >= today - STILL_THIS_ONE:
            return found
    raise ValueError("no such day")


def _agreeing(tokens: list[Token], found: date) -> date:
    if any(weekday != found.weekday() for weekday in _by_kind(tokens, WEEKDAY)):
        raise ValueError("the weekday is another one")
    return found


def _day_of_month(tokens: list[Token], today: date) -> date:
    (day,) = _by_kind(tokens, ORDINAL)
    coming = (today + timedelta(days=ahead) for ahead in range(62))
    found = next((found for found in coming if found.day == day), None)
    if found is None:
        raise ValueError("no such day")
    return _agreeing(tokens, found)


def _weekday_after(tokens: list[Token], today: date) -> date:
    (weekday,) = _by_kind(tokens, WEEKDAY)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weekday_from_today(tokens: list[Token], today: date) -> date:
    (weekday,) = _by_kind(tokens, WEEKDAY)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _day_of_this_week(tokens: list[Token], today: date) -> date:
    (weekday,) = _by_kind(tokens, WEEKDAY) or [_FRIDAY]
    return today + timedelta(days=weekday - today.weekday())


def _day_of_next_week(tokens: list[Token], today: date) -> date:
    return _day_of_this_week(tokens, today) + timedelta(days=7)


def _day_of_week_number(tokens: list[Token], today: date) -> date:
    (weekday,) = _by_kind(tokens, WEEKDAY) or [_FRIDAY]
    week, *year = _by_kind(tokens, "NO")
    if year:
        return date.fromisocalendar(int(year_of(str(year[0])) or 0), week, weekday + 1)
    for candidate in range(today.year - 1, today.year + 9):  # a week 53 may be some years away
        try:
            found = date.fromisocalendar(candidate, week, weekday + 1)
        except ValueError:
            continue
        if found >= today - STILL_THIS_ONE:
            return found
    raise ValueError("no such week")


def _after(days_each: int) -> Reader:
    def reader(tokens: list[Token], today: date) -> date:
        (count,) = _by_kind(tokens, NUMBER) or [1]
        return today + timedelta(days=count * days_each)

    return reader


def _after_months(tokens: list[Token], today: date) -> date:
    (count,) = _by_kind(tokens, NUMBER) or [1]
    years, month = divmod(today.month - 1 + count, 12)
    first = date(today.year + years, month + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=today.day - 1), following - timedelta(days=1))


_SHAPES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(shape), reader)
    for shape, reader in (
        ("R", _near),
        ("D?Z", _written),
        ("D?([NO]MN?|M[NO]N?)", _named_month),
        ("D?O", _day_of_month),
        ("D", _weekday_after),
        ("CD|DC", _weekday_after),
        ("TD", _weekday_from_today),
        ("XD|DX", _day_of_next_week),
        ("I?(D?X[Ww]|D?[Ww]X|X[Ww]D|[Ww]XD)", _day_of_next_week),
        ("I?(D?T[Ww]|T[Ww]D)", _day_of_this_week),
        ("D?I?[Ww][NO]N?|I?[Ww][NO]N?D|I?D[Ww]N|D?(Nw|I?O[Ww])", _day_of_week_number),
        ("I?NU|IU", _after(1)),
        ("I?NW|INw|I[Ww]", _after(7)),
        ("I?NV|IV", _after_months),
    )
)
