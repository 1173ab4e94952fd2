"""The packing slip: the list for inside one package, then a label for each package (domain.md 9)."""

from __future__ import annotations

from typing import Final

from storage.documents.facts import Part, SlipFacts
from storage.documents.fonts import Face
from storage.documents.label import label, packages_told
from storage.documents.paper import FAINT, HIGH, MARGIN, WIDE, Paper, fitted, wrapped

_ROOM: Final = WIDE - 2 * MARGIN
_NAME: Final = 330.0
_LINE: Final = 13.0
_PAD: Final = 8.0
_FOOT: Final = 66.0
_SIGN: Final = 148.0

Row = tuple[Part, tuple[str, ...], tuple[str, ...]]


def packing_slip(facts: SlipFacts) -> bytes:
    """The PDF: the list on as many pages as it needs, then one label a page. Raises `MissingGlyph`."""
    paper = Paper(f"{facts.words.title} {facts.reference}", facts.title)
    sheets = _shared_out(facts)
    for number, rows in enumerate(sheets, start=1):
        y = _head(paper, facts) if number == 1 else _short_head(paper, facts)
        y = _table(paper, facts, rows, y)
        if number == len(sheets):
            _signature(paper, facts, y)
        _foot(paper, facts, f"{facts.words.page} {number} / {len(sheets)}")
        paper.turn()
    for number in range(1, len(facts.packages) + 1):
        label(paper, facts, number)
        _foot(paper, facts, f"{number} / {len(facts.packages)}")
        paper.turn()
    return paper.finished()


def _row(part: Part) -> Row:
    # No honest name fills more; a row must fit on a page.
    note = wrapped(part.note, _NAME, 8.5)[:12] if part.note.strip() else ()
    return part, wrapped(part.name, _NAME, 10)[:12], note


def _height(row: Row) -> float:
    return _LINE * len(row[1]) + 11 * len(row[2]) + _PAD


def _shared_out(facts: SlipFacts) -> list[list[Row]]:
    """The rows of each page: the first has the large head, the last needs room for the signature."""
    sheets: list[list[Row]] = [[]]
    left = _head_end(facts) - _FOOT - 24
    for row in map(_row, facts.parts):
        height = _height(row)
        if height > left and sheets[-1]:
            sheets.append([])
            left = HIGH - MARGIN - 44 - _FOOT - 24
        sheets[-1].append(row)
        left -= height
    if left < _SIGN:
        sheets.append([])
    return sheets


def _blocks(facts: SlipFacts) -> list[tuple[str, list[tuple[str, Face]]]]:
    """Three columns: label and lines, the first of which is bold."""
    wide = _ROOM / 3 - 16
    words = facts.words
    to = [facts.customer, *(line for line in facts.address.splitlines() if line.strip())]
    contact = [f"{words.contact}: {facts.contact}"] if facts.contact.strip() else []
    delivery = [facts.delivery_date, facts.delivery_method, f"{words.packages}: {packages_told(facts)}"]
    columns = [(words.sender, [facts.partner]), (words.recipient, to + contact), (words.delivery, delivery)]
    return [
        (told, [*((each, Face.BOLD) for each in wrapped(first, wide, 10, Face.BOLD)),
                *((each, Face.REGULAR) for line in rest for each in wrapped(line, wide, 10))][:16])
        for told, (first, *rest) in columns
    ]  # fmt: skip


def _head_end(facts: SlipFacts) -> float:
    """Where the head of the first page ends."""
    titles = len(wrapped(facts.title, _ROOM, 12)[:3])
    return HIGH - MARGIN - 66 - 15 * titles - 14 * max(len(lines) for _, lines in _blocks(facts)) - 30


def _head(paper: Paper, facts: SlipFacts) -> float:
    y = HIGH - MARGIN - 8
    paper.text(MARGIN, y, facts.words.title, 10, Face.BOLD, FAINT)
    paper.right(WIDE - MARGIN, y, f"{facts.words.version} {facts.version}", 10, Face.BOLD, FAINT)
    reference, size = fitted(facts.reference, _ROOM, 28, Face.BOLD)
    y -= 32
    paper.text(MARGIN, y, reference, size, Face.BOLD)
    y -= 6
    for line in wrapped(facts.title, _ROOM, 12)[:3]:
        y -= 15
        paper.text(MARGIN, y, line, 12)
    y -= 14
    paper.rule(y, thick=1.2)
    for number, (told, lines) in enumerate(_blocks(facts)):
        x, below = MARGIN + number * _ROOM / 3, y - 17
        paper.text(x, below, told, 8.5, Face.BOLD, FAINT)
        for line, face in lines:
            below -= 14
            paper.text(x, below, line, 10, face)
    return _head_end(facts)


def _short_head(paper: Paper, facts: SlipFacts) -> float:
    y = HIGH - MARGIN - 10
    reference, size = fitted(facts.reference, _ROOM / 2, 14, Face.BOLD)
    paper.text(MARGIN, y, reference, size, Face.BOLD)
    paper.right(WIDE - MARGIN, y, facts.words.title, 10, Face.BOLD, FAINT)
    paper.rule(y - 12, thick=1.2)
    return y - 34


def _table(paper: Paper, facts: SlipFacts, rows: list[Row], y: float) -> float:
    words = facts.words
    if not facts.parts:
        paper.text(MARGIN, y - 10, words.no_parts, 10, Face.REGULAR, FAINT)
        return y - 24
    if not rows:
        return y
    paper.text(MARGIN, y, words.part, 8.5, Face.BOLD, FAINT)
    paper.right(WIDE - MARGIN - 62, y, words.quantity, 8.5, Face.BOLD, FAINT)
    paper.right(WIDE - MARGIN, y, words.checked, 8.5, Face.BOLD, FAINT)
    y -= 6
    paper.rule(y)
    for part, name, note in rows:
        below = y - 14
        quantity, size = fitted(part.quantity, 70, 10, Face.BOLD, 6)
        paper.right(WIDE - MARGIN - 62, below, quantity, size, Face.BOLD)
        paper.box(WIDE - MARGIN - 12, below - 2, 11, 11)
        for line in name:
            paper.text(MARGIN, below, line, 10)
            below -= _LINE
        for line in note:
            paper.text(MARGIN, below + 1, line, 8.5, Face.REGULAR, FAINT)
            below -= 11
        y -= _height((part, name, note))
        paper.rule(y, thick=0.4)
    return y


def _signature(paper: Paper, facts: SlipFacts, y: float) -> None:
    words = facts.words
    y -= 30
    paper.text(MARGIN, y, words.received, 11, Face.BOLD)
    third = _ROOM / 3
    for number, told in enumerate((words.name, words.date, words.signature)):
        x = MARGIN + number * third
        paper.rule(y - 44, x, x + third - 16, 0.9)
        paper.text(x, y - 55, told, 8.5, Face.REGULAR, FAINT)
    paper.rule(y - 92, thick=0.9)
    paper.text(MARGIN, y - 103, words.remarks, 8.5, Face.REGULAR, FAINT)


def _foot(paper: Paper, facts: SlipFacts, page: str) -> None:
    told = f"{facts.reference} · {facts.words.version} {facts.version} · {facts.words.printed} {facts.printed}"
    shown, size = fitted(told, _ROOM - 90, 8, Face.REGULAR, 6)
    paper.rule(MARGIN - 4)
    paper.text(MARGIN, MARGIN - 16, shown, size, Face.REGULAR, FAINT)
    paper.right(WIDE - MARGIN, MARGIN - 16, page, 8, Face.REGULAR, FAINT)
