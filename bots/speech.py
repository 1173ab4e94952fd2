"""What a notice says: its words in the reader's language and zone. `buttons` below it are decided in `bots.taps`.

The texts are in `texts/<language>/notices.ftl` under `notice-<class in kebab case>`; every placeholder there is a field
of the class, shown as `FIELDS` says. Mails have texts of their own (`bots/customer/mail.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bots.refusing import warning_words
from bots.report_words import answer_words, cutr_words, kept_words, todo_words
from bots.showing import show_date, show_instant, show_list, show_money
from bots.taps import buttons
from bots.texts import DEFAULT, knows, say
from bots.troubles import error_words
from bots.wording import Field, Shown, compose, kebab
from core import notices as n
from core.richtext import RichText

__all__ = ["buttons", "fields_of", "missing_words", "words"]

ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Reader:
    """In which language and zone to show things."""

    language: str
    zone: ZoneInfo


def words(notice: n.Notice, language: str = DEFAULT, zone: ZoneInfo | None = None) -> RichText:
    """What to say, bold where it helps; dates and instants in the reader's language and zone (Amsterdam by default)."""
    shown = fields_of(notice, language, zone)
    if isinstance(notice, n.StaffAlert):
        key = f"alert-{notice.key}" if knows(f"alert-{notice.key}") else "alert-other"
        return compose(key, shown, language)
    return compose(f"notice-{kebab(type(notice).__name__)}", shown, language)


def fields_of(notice: n.Notice, language: str = DEFAULT, zone: ZoneInfo | None = None) -> dict[str, Field]:
    """The notice's fields as a text shows them, by the field's name."""
    reader = Reader(language, zone or ZoneInfo("Europe/Amsterdam"))
    kind = type(notice)
    return {field.name: _shown(notice, kind.__name__, field.name, reader) for field in fields(notice)}


def _shown(notice: n.Notice, kind: str, name: str, reader: Reader) -> Field:
    value: object = getattr(notice, name)
    if f"{kind}.{name}" in WITH_CAUSE:
        value = value or getattr(notice, "cause", None)
    special = FIELDS.get(f"{kind}.{name}") or FIELDS.get(name)
    if special is not None and value:
        return Shown(_raw(value), special(notice, value, reader))
    return _plainly(value, reader)


def _plainly(value: object, reader: Reader) -> Field:
    match value:
        case None:
            return ""
        case datetime():
            return show_instant(value, reader.language, reader.zone)
        case date():
            return show_date(value, reader.language)
        case int():
            return value
        case tuple():
            return show_list([str(item) for item in value], reader.language)
        case _:
            return str(value)


def _raw(value: object) -> str:
    return value if isinstance(value, str) else "some"


# -- fields that are keys, amounts or stored words ---------------------------------------------------------------------

Show = Callable[[n.Notice, object, Reader], str]


def _label(prefix: str, suffix: str = "") -> Show:
    def show(_notice: n.Notice, value: object, reader: Reader) -> str:
        key = f"{prefix}-{value}{suffix}"
        return say(key, reader.language) if knows(key) else str(value)

    return show


def missing_words(keys: object, language: str) -> str:
    """The open to-dos as they stand in a sentence: `material delivery date and delivery schedule`."""
    assert isinstance(keys, tuple), "a notice holds keys as a tuple"
    return show_list([say(f"task-{key}-short", language) for key in keys], language)


def _missing(_notice: n.Notice, value: object, reader: Reader) -> str:
    return missing_words(value, reader.language)


def _warnings(_notice: n.Notice, value: object, reader: Reader) -> str:
    assert isinstance(value, tuple), "a notice holds keys as a tuple"
    return show_list([warning_words(key, reader.language) for key in value], reader.language)


def _price(notice: n.Notice, value: object, reader: Reader) -> str:
    assert isinstance(notice, n.OfferSent), "only an offer has a price"
    return show_money(str(value), notice.currency, reader.language)


def _stored(_notice: n.Notice, value: object, reader: Reader) -> str:
    """A to-do's value as stored: an ISO date, a method with one, the mark for "No reference", or a reference."""
    text = str(value)
    if text == "True":
        return say("task-no_reference", reader.language)
    found = ISO_DATE.search(text)
    if found is None:
        return text
    method = text.replace(found[0], "").strip()
    day = show_date(date.fromisoformat(found[0]), reader.language)
    return f"{day} ({_label('method')(_notice, method, reader)})" if method else day


def _options(_notice: n.Notice, value: object, reader: Reader) -> str:
    assert isinstance(value, tuple), "a notice holds instants as a tuple"
    shown = [show_instant(datetime.fromisoformat(option), reader.language, reader.zone) for option in value]
    return "\n".join(f"• {line}" for line in shown)


def _digest(words_of: Callable[[str, str], str], more: str) -> Show:
    """Line by line; how many more there are, `+7`, in the words of `more`."""

    def line_words(line: str, language: str) -> str:
        return compose(more, {"count": int(line)}, language).plain() if line[:1] == "+" else words_of(line, language)

    def show(_notice: n.Notice, value: object, reader: Reader) -> str:
        assert isinstance(value, tuple), "a notice holds lines as a tuple"
        return "\n".join(line_words(str(line), reader.language) for line in value)

    return show


def _todos_line(line: str, language: str) -> str:
    """One order, `REF|partner|missing keys|late days`."""
    reference, rest = line.split("|", 1)
    partner, missing, days = rest.rsplit("|", 2)
    shown: dict[str, Field] = {
        "reference": reference,
        "partner": partner,
        "missing": missing_words(tuple(key for key in missing.split(",") if key), language),
        "late": compose("notice-todos-digest-late", {"days": int(days)}, language).plain(),
    }
    return compose("notice-todos-digest-line", shown, language).plain()


def _error(_notice: n.Notice, value: object, reader: Reader) -> str:
    return error_words(str(value), reader.language)


def _detail(notice: n.Notice, value: object, reader: Reader) -> str:
    """An alert's detail is a name or number; where it is `<who or where>: <error>`, the error in our words."""
    detail = str(value)
    if getattr(notice, "key", "") not in ERROR_ALERTS:
        return detail
    who, found, error = detail.partition(": ")
    return f"{who}: {error_words(error, reader.language)}" if found else error_words(detail, reader.language)


def _names(_notice: n.Notice, value: object, reader: Reader) -> str:
    """One name as it is; several as a numbered list, by whose numbers the buttons go."""
    assert isinstance(value, tuple), "a notice holds names as a tuple"
    lines = [f"{number}. {name}" for number, name in enumerate(value[:MOST_NAMES], start=1)]
    if len(value) > MOST_NAMES:
        lines.append(say("notice-file-rejected-more", reader.language, count=len(value) - MOST_NAMES))
    return str(value[0]) if len(value) == 1 else "\n".join(lines)


MOST_NAMES: Final = 20


def _why(notice: n.Notice, _value: object, reader: Reader) -> str:
    """The reason out of the list, the words, or both."""
    cause, words = str(getattr(notice, "cause", "") or ""), str(getattr(notice, "reason", ""))
    listed = say(f"delay-{cause}", reader.language) if knows(f"delay-{cause}") and cause != "other" else ""
    return ": ".join(part for part in (listed, words) if part)


def _check_in_line(line: str, language: str) -> str:
    """One question, `REF|partner|key|ISO date`."""
    reference, rest = line.split("|", 1)
    partner, key, day = rest.rsplit("|", 2)
    what = say(f"check-in-{key}", language) if knows(f"check-in-{key}") else key
    shown: dict[str, Field] = {
        "reference": reference, "partner": partner, "what": what,
        "day": show_date(date.fromisoformat(day), language) if ISO_DATE.fullmatch(day) else day,
    }  # fmt: skip
    return compose("notice-check-ins-digest-line", shown, language).plain()


WITH_CAUSE: Final = frozenset({"DelayNotice.reason", "DeliveryDateNotice.reason"})
"""Reasons that may come from the list alone, without words."""


def _report_part(words_of: Callable[[tuple[str, ...]], str]) -> Show:
    def show(_notice: n.Notice, value: object, _reader: Reader) -> str:
        assert isinstance(value, tuple), "a report holds its lines as a tuple"
        return words_of(value)

    return show


def _first_day(_notice: n.Notice, value: object, reader: Reader) -> str:
    assert isinstance(value, datetime), "a report's ends are instants"
    return show_date(value.astimezone(reader.zone).date(), reader.language)


def _last_day(notice: n.Notice, value: object, reader: Reader) -> str:
    """A time that ends at midnight ends with the day before."""
    assert isinstance(value, datetime), "a report's ends are instants"
    return _first_day(notice, value - timedelta(microseconds=1), reader)


ERROR_ALERTS: Final = frozenset({"send_failed", "message_failed", "place_broken", "mail_refused"})
FIELDS: Final[dict[str, Show]] = {
    "missing": _missing,
    "warnings": _warnings,
    "category": _label("feedback"),
    "method": _label("method"),
    "status": _label("status"),
    "error": _error,
    "OfferSent.price": _price,
    "OfferAnsweredNotice.reason": _label("decline"),
    "OrderReopened.old": _label("status"),
    "OrderReopened.new": _label("status"),
    "TaskNotice.key": _label("task", "-short"),
    "TaskNotice.old": _stored,
    "TaskNotice.new": _stored,
    "DelayNotice.key": _label("task", "-short"),
    "DelayNotice.reason": _why,
    "DeliveryDateNotice.reason": _why,
    "CheckInAnswered.key": _label("check-in"),
    "CheckInAnswered.answer": _label("answer"),
    "CheckInsDigest.lines": _digest(_check_in_line, "notice-check-ins-digest-more"),
    "KickOffOptions.options": _options,
    "TodosDigest.lines": _digest(_todos_line, "notice-todos-digest-more"),
    "FileRejected.names": _names,
    "StaffAlert.detail": _detail,
    "WeeklyReport.kept": _report_part(kept_words),
    "WeeklyReport.answers": _report_part(answer_words),
    "WeeklyReport.todos": _report_part(todo_words),
    "WeeklyReport.cutr": lambda _notice, value, _reader: cutr_words(str(value)),
    "WeeklyReport.since": _first_day,
    "WeeklyReport.until": _last_day,
}
