"""The dossier: everything about one order on paper. Chats stand strictly apart, each on pages that name its readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.chats import Audience
from storage.documents.dossier_facts import ChatPart, DossierFacts, Said
from storage.documents.fonts import Face, spelt
from storage.documents.paper import FAINT, HIGH, INK, MARGIN, WIDE, Paper, fitted, wrapped

_ROOM: Final = WIDE - 2 * MARGIN
_BOTTOM: Final = MARGIN + 12
Cell = tuple[str, float, Face]


def dossier_pdf(facts: DossierFacts) -> bytes:
    """The PDF. People write emoji: signs that no font has are spelt out, e.g. ‹thumbs up sign›, never left out."""
    pages = _Pages(facts)
    pages.begin(facts.words.title)
    _front(pages, facts)
    pages.heading(facts.words.timeline)
    _timeline(pages, facts)
    for chat in facts.chats:
        _chat(pages, chat, facts.words.nothing)
    for sheet in facts.sheets:
        pages.begin(f"{facts.words.photos} · {sheet.title}")
        if not pages.paper.jpeg(sheet.jpeg, MARGIN, _BOTTOM, _ROOM, pages.y - _BOTTOM):
            pages.line(facts.words.no_picture, colour=FAINT)
    pages.begin(facts.words.slips)
    _slips(pages, facts)
    if facts.show_audit is Audience.CUTR_ONLY:
        pages.begin(facts.words.audit)
        _audit(pages, facts)
    return pages.finished()


class _Pages:
    """A pen that starts a page when one is full, under the head of the part it is in."""

    def __init__(self, facts: DossierFacts) -> None:
        self._facts = facts
        self.paper = Paper(f"{facts.words.title} {facts.reference}", facts.title)
        self._number = 0
        self._part = ""
        self.y = 0.0

    def begin(self, part: str) -> None:
        """A new page for a new part."""
        self._part = part
        self._turn()

    def finished(self) -> bytes:
        self.paper.turn()
        return self.paper.finished()

    def room_for(self, height: float) -> None:
        if self.y - height < _BOTTOM:
            self._turn()

    def _turn(self) -> None:
        if self._number:
            self.paper.turn()
        self._number += 1
        top, words = HIGH - MARGIN - 10, self._facts.words
        reference, size = fitted(spelt(self._facts.reference), _ROOM / 3, 12, Face.BOLD)
        self.paper.text(MARGIN, top, reference, size, Face.BOLD)
        part, size = fitted(spelt(self._part), _ROOM * 2 / 3 - 12, 12, Face.BOLD)
        self.paper.right(WIDE - MARGIN, top, part, size, Face.BOLD, FAINT)
        self.paper.rule(top - 10, thick=1.2)
        told, size = fitted(f"{words.printed} {self._facts.printed}", _ROOM - 90, 8, Face.REGULAR, 6)
        self.paper.text(MARGIN, MARGIN - 16, told, size, Face.REGULAR, FAINT)
        self.paper.right(WIDE - MARGIN, MARGIN - 16, f"{words.page} {self._number}", 8, Face.REGULAR, FAINT)
        self.y = top - 32

    def heading(self, words: str) -> None:
        self.room_for(60)
        self.y -= 22
        self.line(words, 13, Face.BOLD)
        self.y -= 4

    def line(self, words: str, size: float = 10, face: Face = Face.REGULAR,
             colour: tuple[float, float, float] = INK, indent: float = 0) -> None:  # fmt: skip
        """A paragraph of its own, wrapped."""
        for piece in wrapped(spelt(words), _ROOM - indent, size, face):
            self.room_for(size * 1.3)
            self.paper.text(MARGIN + indent, self.y, piece, size, face, colour)
            self.y -= size * 1.3

    def row(self, cells: Sequence[Cell], size: float = 9) -> None:
        """Cells of given widths beside each other, over two pages if need be."""
        columns = [wrapped(spelt(words), room - 8, size, face) for words, room, face in cells]
        for place in range(max(map(len, columns))):
            self.room_for(size * 1.3)
            x = MARGIN
            for column, (_, room, face) in zip(columns, cells, strict=True):
                if place < len(column):
                    self.paper.text(x, self.y, column[place], size, face)
                x += room
            self.y -= size * 1.3
        self.paper.rule(self.y + size * 0.7, thick=0.4)
        self.y -= 5


def _front(pages: _Pages, facts: DossierFacts) -> None:
    pages.y -= 14
    pages.line(facts.reference, 26, Face.BOLD)
    pages.line(facts.title, 13)
    pages.y -= 14
    for label, value in facts.facts:
        pages.row([(label, 150, Face.BOLD), (value, _ROOM - 150, Face.REGULAR)], 10)


def _timeline(pages: _Pages, facts: DossierFacts) -> None:
    if not facts.timeline:
        pages.line(facts.words.nothing, colour=FAINT)
        return
    pages.row(
        [(facts.words.when, 110, Face.BOLD), (facts.words.who, 110, Face.BOLD), (facts.words.what, 278, Face.BOLD)]
    )
    for each in facts.timeline:
        told = f"{each.event}: {each.change}" if each.change.strip() else each.event
        pages.row([(each.at, 110, Face.REGULAR), (each.actor, 110, Face.REGULAR), (told, 278, Face.REGULAR)])


def _chat(pages: _Pages, chat: ChatPart, nothing: str) -> None:
    pages.begin(f"{chat.title} · {chat.readers}")
    if not chat.messages:
        pages.line(nothing, colour=FAINT)
    for message in chat.messages:
        _message(pages, message)


def _message(pages: _Pages, message: Said) -> None:
    pages.room_for(40)
    head = " · ".join(each for each in (message.author, message.at, message.mark) if each.strip())
    pages.line(head, 8.5, Face.BOLD, FAINT)
    for paragraph in message.text.splitlines():
        if paragraph.strip():
            pages.line(paragraph, 10)
    for name in message.files:
        pages.line(f"→ {name}", 9, Face.REGULAR, FAINT, 10)
    pages.y -= 8


def _slips(pages: _Pages, facts: DossierFacts) -> None:
    words = facts.words
    if not facts.slips:
        pages.line(words.nothing, colour=FAINT)
        return
    heads = [(words.version, 80.0), (words.when, 150.0), (words.packages, 150.0), (words.state, 118.0)]
    pages.row([(told, room, Face.BOLD) for told, room in heads])
    for slip in facts.slips:
        cells = (str(slip.version), slip.made_at, slip.packages, slip.state)
        pages.row([(told, room, Face.REGULAR) for told, (_, room) in zip(cells, heads, strict=True)])


def _audit(pages: _Pages, facts: DossierFacts) -> None:
    pages.line(facts.words.chain, 9, Face.REGULAR, FAINT)
    pages.y -= 6
    for number, each in enumerate(facts.timeline, start=1):
        pages.row(
            [(str(number), 30, Face.REGULAR), (each.event, 120, Face.REGULAR), (each.chain, 348, Face.REGULAR)], 8
        )
