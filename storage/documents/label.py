"""One package's label: readable from two metres, with its number, its address, FRAGILE, UP and a QR code."""

from __future__ import annotations

from collections import Counter
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from storage.documents.facts import PackageKind, SlipFacts
from storage.documents.fonts import Face
from storage.documents.paper import FAINT, HIGH, INK, MARGIN, WIDE, Paper, fitted, wrapped

_ROOM: Final = WIDE - 2 * MARGIN
_CODE: Final = 190.0


def packages_told(facts: SlipFacts) -> str:
    """How many packages of each kind, e.g. `4 (3 × Box, 1 × Pallet)`."""
    count = Counter(package.kind for package in facts.packages)
    kinds = [f"{count[kind]} × {kind_told(facts, kind)}" for kind in PackageKind if count[kind]]
    return f"{len(facts.packages)} ({', '.join(kinds)})" if kinds else "0"


def kind_told(facts: SlipFacts, kind: PackageKind) -> str:
    match kind:
        case PackageKind.BOX:
            return facts.words.box
        case PackageKind.PALLET:
            return facts.words.pallet


def label(paper: Paper, facts: SlipFacts, number: int) -> None:
    """Draws one page; `number` counts from 1. Raises `MissingGlyph`."""
    package = facts.packages[number - 1]
    _numbers(paper, facts, number)
    _address(paper, facts)
    _marks(paper, facts)
    paper.code(package.link, WIDE - MARGIN - _CODE + 14, MARGIN + 14, _CODE)
    for place, line in enumerate(wrapped(facts.words.scan, _ROOM - _CODE - 10, 11)):
        paper.text(MARGIN, MARGIN + 74 - 14 * place, line, 11, Face.REGULAR, FAINT)
    sender, size = fitted(f"{facts.words.sender}: {facts.partner}", _ROOM - _CODE - 10, 11, Face.REGULAR)
    paper.text(MARGIN, MARGIN + 30, sender, size)


def _numbers(paper: Paper, facts: SlipFacts, number: int) -> None:
    top = HIGH - MARGIN
    reference, size = fitted(facts.reference, _ROOM, 46, Face.BOLD, 12)
    paper.text(MARGIN, top - 36, reference, size, Face.BOLD)
    title, size = fitted(facts.title, _ROOM, 14, Face.REGULAR, 9)
    paper.text(MARGIN, top - 60, title, size)
    paper.rule(top - 74, thick=2)
    told, size = fitted(kind_told(facts, facts.packages[number - 1].kind), _ROOM / 2 - 10, 34, Face.BOLD, 12)
    paper.text(MARGIN, top - 138, told, size, Face.BOLD)
    count, size = fitted(f"{number} / {len(facts.packages)}", _ROOM / 2 - 10, 72, Face.BOLD, 20)
    paper.right(WIDE - MARGIN, top - 138, count, size, Face.BOLD)
    paper.rule(top - 158, thick=2)


def _address(paper: Paper, facts: SlipFacts) -> None:
    """The recipient in the largest letters with which everything fits above the marks."""
    top, bottom = HIGH - MARGIN - 182, MARGIN + _CODE + 144
    paper.text(MARGIN, top, facts.words.recipient, 10, Face.BOLD, FAINT)
    for size in (26, 22, 18, 15, 12, 10, 8):
        name = wrapped(facts.customer, _ROOM, size, Face.BOLD)
        rest = [piece for line in _lines(facts) for piece in wrapped(line, _ROOM, size)]
        if (len(name) + len(rest)) * size * 1.25 <= top - bottom:
            break
    y = top - 8
    for place, line in enumerate([*name, *rest]):
        y -= size * 1.25
        if y > bottom - 12:
            paper.text(MARGIN, y, line, size, Face.BOLD if place < len(name) else Face.REGULAR)


def _lines(facts: SlipFacts) -> list[str]:
    lines = [line for line in facts.address.splitlines() if line.strip()]
    return [*lines, f"{facts.words.contact}: {facts.contact}"] if facts.contact.strip() else lines


def _marks(paper: Paper, facts: SlipFacts) -> None:
    """Two frames side by side, as on every box: a glass, and arrows that point up."""
    y, high, wide = MARGIN + _CODE + 22, 96.0, (_ROOM - 16) / 2
    for x, words, drawn in ((MARGIN, facts.words.fragile, _glass), (MARGIN + wide + 16, facts.words.up, _arrows)):
        paper.box(x, y, wide, high, 2.5)
        drawn(paper.canvas, x + 48, y + 14)
        told, size = fitted(words, wide - 108, 24, Face.BOLD, 8)
        paper.text(x + 98, y + high / 2 - size / 3, told, size, Face.BOLD)


def _glass(canvas: Canvas, x: float, y: float) -> None:
    """A wine glass with a crack."""
    path = canvas.beginPath()
    path.moveTo(x - 22, y + 68)
    path.lineTo(x + 22, y + 68)
    path.curveTo(x + 24, y + 42, x + 14, y + 32, x + 3, y + 29)
    path.lineTo(x + 3, y + 7)
    path.lineTo(x + 17, y)
    path.lineTo(x - 17, y)
    path.lineTo(x - 3, y + 7)
    path.lineTo(x - 3, y + 29)
    path.curveTo(x - 14, y + 32, x - 24, y + 42, x - 22, y + 68)
    path.close()
    canvas.setFillColorRGB(*INK)
    canvas.drawPath(path, stroke=0, fill=1)
    crack = canvas.beginPath()
    crack.moveTo(x + 6, y + 69)
    for across, up in ((-4, 58), (5, 52), (-2, 42)):
        crack.lineTo(x + across, y + up)
    canvas.setStrokeColorRGB(1, 1, 1)
    canvas.setLineWidth(2.5)
    canvas.drawPath(crack, stroke=1, fill=0)


def _arrows(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    for middle in (x - 17, x + 17):
        path.moveTo(middle, y + 68)
        for across, up in ((14, 46), (6, 46), (6, 12), (-6, 12), (-6, 46), (-14, 46)):
            path.lineTo(middle + across, y + up)
        path.close()
    path.rect(x - 34, y, 68, 6)
    canvas.setFillColorRGB(*INK)
    canvas.drawPath(path, stroke=0, fill=1)
