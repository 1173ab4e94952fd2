"""A line of the timeline as staff read it: dates, statuses, to-dos and partners in words instead of keys. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bots.showing import show_list
from bots.slack import blocks
from bots.slack.when import day_words, moment_words
from bots.texts import knows, say
from core.timeline import Entry

Names = Mapping[str, str]
_LONGEST = 200
# Which words a key in a value has, by the field it stands in.
_WORDED = {"method": "method", "answer": "offer", "outcome": "offer", "category": "feedback",
           "cause": "delay", "question": "check-in"}  # fmt: skip
_SILENT = frozenset({"message", "key", "file"})


def entry_words(entry: Entry, zone: str, partners: Names) -> str:
    """When, who, what, from and to, why. `partners` gives a partner's name by its id."""
    what = say(f"event-{entry.event}") if knows(f"event-{entry.event}") else say("event-other")
    text = f"{moment_words(entry.at, zone)} · {blocks.one_line(entry.actor_name)}: {what}"
    old, new = _value(entry.old, zone, partners), _value(entry.new, zone, partners)
    if entry.old is not None:
        text += f" ({old or '–'} → {new or '–'})"
    elif new:
        text += f" (– → {new})" if entry.event.startswith(("task_", "order_assigned")) else f" ({new})"
    if entry.effective_at != entry.at:
        text += f" · {say('slack-counts-from', moment=moment_words(entry.effective_at, zone))}"
    return f"{text}\n{say('slack-reason', reason=_reason(entry.reason))}" if entry.reason else text


def _reason(reason: str) -> str:
    return say(f"decline-{reason}") if knows(f"decline-{reason}") else reason


def _value(value: object, zone: str, partners: Names, field: str = "") -> str:
    match value:
        case None | "" | False:
            return ""
        case {"no_reference": True}:
            return say("task-no_reference")
        case dict():
            return ", ".join(filter(None, (_value(v, zone, partners, k) for k, v in value.items() if k not in _SILENT)))
        case list() | tuple():
            return show_list([_value(item, zone, partners) for item in value])
        case True:
            return field.replace("_", " ")
        case _:
            return _word(str(value), zone, partners, field)[:_LONGEST]


def _word(text: str, zone: str, partners: Names, field: str) -> str:
    kinds = (_WORDED.get(field, "status"), "staff-task", "answer")
    for key in (*(f"{kind}-{text}" for kind in kinds), f"task-{text}-short"):
        if knows(key):
            return say(key)
    return partners.get(text) or _moment(text, zone) or blocks.one_line(text)


def _moment(text: str, zone: str) -> str:
    try:
        return day_words(date.fromisoformat(text)) if len(text) == 10 else _instant(datetime.fromisoformat(text), zone)
    except ValueError:
        return ""


def _instant(at: datetime, zone: str) -> str:
    return moment_words(at, zone) if at.tzinfo else ""
