"""The weekly report in words and as charts to be drawn: every number with its unit, for screen readers as well.

How the numbers are found is `core.report`; drawing is `storage.images`. Staff read it, in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bots.showing import say_span
from bots.texts import say
from core.notices.weekly import WeeklyReport

LATE, OPEN, FIRST, SECOND = "#B03A00", "#6FB7E9", "#0072B2", "#E69F00"
"""After Okabe and Ito: told apart by people who see colours differently, and in grey by their brightness."""
MINUTES_IN_AN_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: (value, colour) one behind the other, and the words after it."""

    parts: tuple[tuple[float, str], ...]
    text: str

    def as_data(self) -> dict[str, object]:
        """JSON-able."""
        return {"parts": [list(part) for part in self.parts], "text": self.text}


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars by partner. `most` is the axis's end where that is fixed, `unit` stands after its numbers."""

    name: str
    title: str
    note: str
    unit: str
    legend: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[Bar, ...]], ...]
    alt: str
    most: float | None = None

    def as_data(self) -> dict[str, object]:
        """What the draughtsman needs, JSON-able."""
        rows = [{"label": label, "bars": [bar.as_data() for bar in bars]} for label, bars in self.rows]
        return {"title": self.title, "note": self.note, "unit": self.unit, "most": self.most,
                "legend": [list(entry) for entry in self.legend], "rows": rows}  # fmt: skip


def kept_words(lines: Sequence[str]) -> str:
    """Dates kept, a line per partner: `Houtbouw BV: 83 % (5 of 6 dates)`."""
    return _listed([_kept_line(*_split(line, 2)) for line in lines])


def answer_words(lines: Sequence[str]) -> str:
    """Median answer times, a line per partner: `Houtbouw BV: offers 5 h (2), messages 40 min (12)`."""
    return _listed([_answer_line(*_split(line, 4)) for line in lines])


def todo_words(lines: Sequence[str]) -> str:
    """Open to-dos, a line per partner: `Houtbouw BV: 5 to-dos open, 3 of them late`."""
    return _listed([_todo_line(*_split(line, 2)) for line in lines])


def cutr_words(told: str) -> str:
    """How long Cutr itself took: `2 h 5 min (14 messages)`."""
    minutes, _, count = told.partition("|")
    return say("report-cutr", time=_span(minutes), count=int(count))


def charts(report: WeeklyReport) -> list[Chart]:
    """The charts that there are numbers for."""
    return [
        made for made in (_kept_chart(report.kept), _answer_chart(report.answers), _todo_chart(report.todos)) if made
    ]


def _split(line: str, numbers: int) -> list[str]:
    """The numbers and the name, which may hold any sign."""
    return line.split("|", numbers)


def _listed(lines: list[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)


def _name(name: str) -> str:
    return " ".join(name.split()) or say("report-everybody")


def _span(minutes: str) -> str:
    return say_span(timedelta(minutes=int(minutes)))


# -- the lines


def _kept_line(kept: str, of: str, name: str) -> str:
    return say("report-kept", partner=_name(name), percent=_percent(kept, of), kept=kept, count=int(of))


def _percent(kept: str, of: str) -> str:
    return str(round(100 * int(kept) / int(of)))


def _answer_line(offer: str, offers: str, word: str, words: str, name: str) -> str:
    told = [say("report-offers", time=_span(offer), count=int(offers))] if offer else []
    told += [say("report-messages", time=_span(word), count=int(words))] if word else []
    return say("report-answers", partner=_name(name), times=", ".join(told))


def _todo_line(late: str, count: str, name: str) -> str:
    return say("report-todos", partner=_name(name), count=int(count), late=late)


# -- the charts, without the line of everybody

Rows = list[tuple[str, tuple[Bar, ...]]]
Legend = tuple[tuple[str, str], ...]


def _partners(lines: Sequence[str], numbers: int) -> Iterator[list[str]]:
    for line in lines:
        parts = _split(line, numbers)
        if parts[-1]:
            yield parts


def _kept_chart(lines: Sequence[str]) -> Chart | None:
    rows: Rows = []
    for kept, of, name in _partners(lines, 2):
        percent = _percent(kept, of)
        said = say("report-bar-kept", percent=percent, kept=kept, count=int(of))
        rows.append((_name(name), (Bar(((float(percent), FIRST),), said),)))
    title = say("report-title-kept")
    alt = _alt(title, kept_words(lines))
    made = Chart("dates-kept.png", title, say("report-note-kept"), "%", (), tuple(rows), alt, 100.0)
    return made if rows else None


def _answer_chart(lines: Sequence[str]) -> Chart | None:
    rows: Rows = []
    for offer, offers, word, words, name in _partners(lines, 4):
        bars = [Bar(((_hours(offer), FIRST),), f"{_span(offer)} ({offers})")] if offer else []
        bars += [Bar(((_hours(word), SECOND),), f"{_span(word)} ({words})")] if word else []
        rows.append((_name(name), tuple(bars)))
    legend: Legend = ((say("report-legend-offers"), FIRST), (say("report-legend-messages"), SECOND))
    title = say("report-title-answers")
    alt = _alt(title, answer_words(lines))
    made = Chart("answer-times.png", title, say("report-note-answers"), "h", legend, tuple(rows), alt)
    return made if rows else None


def _hours(minutes: str) -> float:
    return int(minutes) / MINUTES_IN_AN_HOUR


def _todo_chart(lines: Sequence[str]) -> Chart | None:
    rows: Rows = []
    for late, count, name in _partners(lines, 2):
        parts = ((float(late), LATE), (float(count) - float(late), OPEN))
        rows.append((_name(name), (Bar(parts, say("report-bar-todos", late=late, count=count)),)))
    legend: Legend = ((say("report-legend-late"), LATE), (say("report-legend-open"), OPEN))
    title, unit = say("report-title-todos"), say("report-unit-todos")
    alt = _alt(title, todo_words(lines))
    made = Chart("open-to-dos.png", title, say("report-note-todos"), unit, legend, tuple(rows), alt)
    return made if rows else None


def _alt(title: str, told: str) -> str:
    return f"{title}. {told}"
