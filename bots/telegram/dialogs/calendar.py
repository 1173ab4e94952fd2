"""The inline calendar: one month, Monday first, with the past marked. Pressing a day picks it, nothing is saved yet."""

from __future__ import annotations

from calendar import Calendar
from datetime import date

from babel.dates import format_date

from bots.buttons import Button
from bots.showing import locale_of
from bots.telegram.dialogs.codes import Aim, NotACode, base36
from bots.telegram.screen import Key, Rows
from bots.texts import say

_EARLIEST, _LATEST = 1970, 2100


def calendar_rows(order_id: str, aim: Aim, month: date, today: date, language: str) -> Rows:
    """The month as buttons: navigation, weekdays, days. Today stands in brackets, past days have a dot behind them."""
    title = format_date(month, "LLLL y", locale_of(language))
    head = (
        Key("‹", _turn(order_id, aim, _shifted(month, -1))),
        Key(title, _turn(order_id, aim, month)),
        Key("›", _turn(order_id, aim, _shifted(month, 1))),
    )
    weeks = Calendar(firstweekday=0).monthdatescalendar(month.year, month.month)
    blank = _turn(order_id, aim, month)
    names = tuple(Key(format_date(day, "EEEEEE", locale_of(language)), blank) for day in weeks[0])
    days = tuple(
        tuple(
            Key(_day(day, today), Button("pick", order_id, f"{aim.code}.{base36(day.toordinal())}"))
            if day.month == month.month else Key("·", blank)
            for day in week
        )
        for week in weeks
    )  # fmt: skip
    cancel = Key(say("button-cancel_ask", language), Button("cancel_ask", order_id))
    return (head, names, *days, (cancel,))


def month_of(arg: str, today: date) -> tuple[Aim, date]:
    """Which calendar a `cal` button asks for: `m` is this month, `m.2030-01` another. Raises `NotACode`."""
    code, _, month = arg.partition(".")
    if not month:
        return Aim.of(code), today.replace(day=1)
    try:
        return Aim.of(code), date.fromisoformat(f"{month}-01")
    except ValueError:
        raise NotACode(arg) from None


def picked(arg: str) -> tuple[Aim, date]:
    """Which day a `pick` button names. Raises `NotACode`."""
    code, _, day = arg.partition(".")
    try:
        return Aim.of(code), date.fromordinal(int(day, 36))
    except (ValueError, OverflowError):
        raise NotACode(arg) from None


def _day(day: date, today: date) -> str:
    if day == today:
        return f"[{day.day}]"
    return f"{day.day}·" if day < today else str(day.day)


def _turn(order_id: str, aim: Aim, month: date) -> Button:
    return Button("cal", order_id, f"{aim.code}.{month:%Y-%m}")


def _shifted(month: date, by: int) -> date:
    years, index = divmod(month.month - 1 + by, 12)
    year = min(max(month.year + years, _EARLIEST), _LATEST)
    return date(year, index + 1, 1)
