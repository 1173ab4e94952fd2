"""The words of a refusal, in the asker's language and zone. What is refused, and when, is the core's business."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.showing import show_instant, show_list
from bots.texts import DEFAULT, knows, say
from bots.wording import Field, compose, kebab
from core.refusals import AlreadyDone, BadValue, ConfirmNeeded, Refusal, TooLate, UploadsMissing, WrongStatus
from core.richtext import RichText

# What each refusal's text may use besides the dataclass's own fields; the house test reads it.
EXTRAS: dict[type[Refusal], frozenset[str]] = {
    WrongStatus: frozenset({"now"}),
    AlreadyDone: frozenset({"moment"}),
    TooLate: frozenset({"moment"}),
    BadValue: frozenset({"label", "shown"}),
    ConfirmNeeded: frozenset({"problems"}),
    UploadsMissing: frozenset({"missing", "rejected"}),
}


def refusal_words(refusal: Refusal, language: str = DEFAULT, zone: ZoneInfo | None = None) -> str:
    """What to tell the asker, without any styles."""
    return refusal_text(refusal, language, zone).plain()


def refusal_text(refusal: Refusal, language: str = DEFAULT, zone: ZoneInfo | None = None) -> RichText:
    """What to tell the asker, with what matters in bold; instants in the asker's zone."""
    shown = {**_own(refusal), **_extra(refusal, language, zone)}
    return compose(_key(refusal), shown, language)


def _key(refusal: Refusal) -> str:
    key = f"refusal-{kebab(type(refusal).__name__)}"
    if isinstance(refusal, BadValue) and knows(f"{key}-{refusal.problem}"):
        return f"{key}-{refusal.problem}"
    return key


def _own(refusal: Refusal) -> dict[str, Field]:
    if not is_dataclass(refusal):
        return {}
    values = {field.name: getattr(refusal, field.name) for field in fields(refusal)}
    return {name: value for name, value in values.items() if isinstance(value, str)}


def _extra(refusal: Refusal, language: str, zone: ZoneInfo | None) -> dict[str, Field]:
    match refusal:
        case WrongStatus():
            known = knows(f"status-{refusal.status}")
            return {"now": say(f"status-{refusal.status}", language) if known else refusal.status}
        case AlreadyDone():
            return _moment(refusal.at, language, zone)
        case TooLate():
            return _moment(refusal.until, language, zone)
        case BadValue():
            shown = f" (“{refusal.value}”)" if refusal.value else ""
            return {"label": field_label(refusal.field, language), "shown": shown}
        case ConfirmNeeded():
            return {"problems": show_list([warning_words(key, language) for key in refusal.warnings], language)}
        case UploadsMissing():
            return {"missing": kinds_words(refusal.kinds, language), "rejected": show_list(refusal.rejected, language)}
        case _:
            return {}


def kinds_words(kinds: Iterable[str], language: str = DEFAULT) -> str:
    """Kinds of files as they stand in a sentence: `finished product pictures and packed product pictures`."""
    return show_list([say(f"kind-{kind}-short", language) for kind in kinds], language)


def _moment(at: datetime, language: str, zone: ZoneInfo | None) -> dict[str, Field]:
    return {"moment": show_instant(at, language, zone)}


def field_label(field: str, language: str = DEFAULT) -> str:
    """A field's name as it stands in a sentence."""
    return say(f"field-{field}" if knows(f"field-{field}") else "field-other", language)


def warning_words(key: str, language: str = DEFAULT) -> str:
    """Why a date looks odd."""
    return say(f"warning-{key}" if knows(f"warning-{key}") else "warning-other", language)
