"""Dates, instants, money and lists as a reader in some language and zone expects them. Wording is in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from bots.texts import DEFAULT, say, spoken

HOME = "Europe/Amsterdam"
# European workshops read day before month; Babel's plain `en` is American.
LOCALES = {"en": "en_GB"}
# English without CLDR's comma after the weekday, as it is spoken on a shop floor; the others as CLDR has them.
DATE_PATTERNS = {"en": "EEE d MMM y"}


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale for a language of ours; English for any other, so that words and dates are of one language."""
    code = spoken(language)
    return Locale.parse(LOCALES.get(code, code))


def show_date(day: date, language: str = DEFAULT) -> str:
    """A day with its weekday and year: `Thu 31 Jan 2030`, `Do., 31. Jan. 2030`, `czw., 31 sty 2030`."""
    locale = locale_of(language)
    pattern = DATE_PATTERNS["en"] if locale.language == "en" else locale.datetime_skeletons["yMMMEd"].pattern
    return format_date(day, pattern, locale)


def show_instant(at: datetime, language: str = DEFAULT, zone: ZoneInfo | None = None) -> str:
    """An aware instant in the reader's zone to the minute: `Thu 31 Jan 2030, 14:30`.

    The zone's short name follows where the reader is not in Cutr's own zone.
    """
    here = zone or ZoneInfo(HOME)
    local = at.astimezone(here)
    shown = f"{show_date(local.date(), language)}, {local:%H:%M}"
    return shown if here.key == HOME else f"{shown} {zone_name(local)}"


def zone_name(local: datetime) -> str:
    """The short name of an instant's zone: `CET`, or `UTC+03` where the zone has only a number."""
    name = local.tzname() or ""
    return f"UTC{name}" if name[:1] in {"+", "-"} else name


def show_left(until: datetime, now: datetime, language: str = DEFAULT) -> str:
    """How long until then, in its two largest units: `2 days 3 h left`, `40 min left`, or `5 h late`."""
    left = until - now
    size = say_span(abs(left), language)
    return say("left-to-go" if left > timedelta(0) else "left-late", language, {"span": size})


def say_span(span: timedelta, language: str = DEFAULT) -> str:
    """A duration in its two largest units; minutes only below a day."""
    minutes = int(span.total_seconds()) // 60
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        parts = [say("left-days", language, {"count": days})]
        parts += [say("left-hours", language, {"count": hours})] if hours else []
        return " ".join(parts)
    parts = [say("left-hours", language, {"count": hours})] if hours else []
    parts += [say("left-minutes", language, {"count": minutes % 60})] if minutes % 60 or not hours else []
    return " ".join(parts)


def show_list(items: Iterable[str], language: str = DEFAULT) -> str:
    """`a, b and c`."""
    return format_list(list(items), locale=locale_of(language))


def show_money(amount: str, currency: str, language: str = DEFAULT) -> str:
    """An amount stored as a decimal number: `€1,250.00`; without a currency the number alone, blank stays blank."""
    try:
        number = Decimal(amount)
    except InvalidOperation:
        return f"{amount} {currency}".strip()
    if not number.is_finite():
        return f"{amount} {currency}".strip()
    if len(currency) != 3:
        return format_decimal(number, locale=locale_of(language))
    return format_currency(number, currency, locale=locale_of(language))
