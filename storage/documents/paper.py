"""A thin layer over reportlab's canvas: checked text, wrapping, rules, QR codes as one path, JPEGs as they are.

Text is drawn as text: there is no markup, so nothing in it can open a file or an address (reliability.md T24), and no
picture is decoded here. Lengths in points, from the bottom left.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final

import segno
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFImageXObject
from reportlab.pdfgen.canvas import Canvas

from storage.documents.fonts import Face, printable, registered, runs, width

WIDE: Final = float(A4[0])
HIGH: Final = float(A4[1])
MARGIN: Final = 48.0
INK: Final = (0.10, 0.11, 0.13)
FAINT: Final = (0.42, 0.43, 0.46)
LINE: Final = (0.78, 0.78, 0.80)


class Paper:
    """Pages of A4. `finished` gives the PDF."""

    def __init__(self, title: str, subject: str) -> None:
        self._file = io.BytesIO()
        # Otherwise every page names Helvetica, which is not embedded.
        self.canvas = Canvas(self._file, pagesize=A4, pageCompression=1, initialFontName=registered(Face.REGULAR))
        self.canvas.setTitle(printable(title))
        self.canvas.setSubject(printable(subject))
        self.canvas.setCreator("Cutr")
        self._pictures = 0

    def text(self, x: float, y: float, words: str, size: float = 10, face: Face = Face.REGULAR,
             colour: tuple[float, float, float] = INK) -> float:  # fmt: skip
        """Draws one line from x on; returns where it ends. Raises `MissingGlyph`."""
        shown = printable(words)
        self.canvas.setFillColorRGB(*colour)
        for font, piece in runs(shown, face):
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, piece)
            x += width(piece, face, size)
        return x

    def right(self, x: float, y: float, words: str, size: float = 10, face: Face = Face.REGULAR,
              colour: tuple[float, float, float] = INK) -> None:  # fmt: skip
        """The same, ending at x."""
        self.text(x - width(printable(words), face, size), y, words, size, face, colour)

    def centred(self, x: float, y: float, words: str, size: float = 10, face: Face = Face.REGULAR) -> None:
        """The same, around x."""
        self.text(x - width(printable(words), face, size) / 2, y, words, size, face)

    def rule(self, y: float, x: float = MARGIN, to: float = WIDE - MARGIN, thick: float = 0.6) -> None:
        self.canvas.setStrokeColorRGB(*LINE)
        self.canvas.setLineWidth(thick)
        self.canvas.line(x, y, to, y)

    def box(self, x: float, y: float, wide: float, high: float, thick: float = 0.8) -> None:
        self.canvas.setStrokeColorRGB(*INK)
        self.canvas.setLineWidth(thick)
        self.canvas.rect(x, y, wide, high)

    def code(self, words: str, x: float, y: float, side: float) -> None:
        """A QR code with its quiet zone of four modules, `side` points wide in all."""
        matrix = segno.make(words, error="m", micro=False, boost_error=False).matrix
        step = side / (len(matrix) + 8)
        path = self.canvas.beginPath()
        for row, line in enumerate(matrix):
            top = y + side - (row + 5) * step
            start = 0
            while (start := line.find(1, start)) >= 0:
                end = line.find(0, start)
                end = len(line) if end < 0 else end
                # A hair wider than it should be, or printers draw white seams.
                path.rect(x + (start + 4) * step, top, (end - start) * step + 0.02, step + 0.02)
                start = end
        self.canvas.setFillColorRGB(0, 0, 0)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def jpeg(self, content: bytes, x: float, y: float, wide: float, high: float) -> bool:
        """Puts a JPEG's bytes into the PDF, fitted into a box from its top left; False if they are none."""
        self._pictures += 1
        name = f"picture-{self._pictures}"
        image = PDFImageXObject(name)
        if not content.startswith(b"\xff\xd8") or image.loadImageFromJPEG(io.BytesIO(content)) is False:
            return False
        scale = min(wide / image.width, high / image.height)
        shown = image.width * scale, image.height * scale
        image.name = name
        document = self.canvas._doc  # noqa: SLF001 - drawImage would decode with Pillow, in this process
        known_as = document.getXObjectName(name)
        self.canvas._setXObjects(image)  # noqa: SLF001 - the same
        document.Reference(image, known_as)
        document.addForm(name, image)
        self.canvas._formsinuse.append(name)  # noqa: SLF001 - the same
        place = f"q {shown[0]:.3f} 0 0 {shown[1]:.3f} {x:.3f} {y + high - shown[1]:.3f} cm /{known_as} Do Q"
        self.canvas._code.append(place)  # noqa: SLF001 - the same
        return True

    def turn(self) -> None:
        """The next page."""
        self.canvas.showPage()

    def finished(self) -> bytes:
        """The PDF; fonts are embedded with what was used of them."""
        self.canvas.save()
        return self._file.getvalue()


@lru_cache(maxsize=4096)
def wrapped(words: str, room: float, size: float = 10, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """Lines that fit into `room` points, at least one; a word that is too long is broken. Raises `MissingGlyph`."""
    lines: list[str] = []
    line = ""
    for word in printable(words).split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, face, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, room, size, face)
        lines += full
    return (*lines, line)


def _broken(word: str, room: float, size: float, face: Face) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, face, size) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def fitted(words: str, room: float, size: float, face: Face, smallest: float = 8) -> tuple[str, float]:
    """The text and the largest size up to `size` at which it fits on one line; below `smallest` it is cut."""
    shown = printable(words)
    while size > smallest and width(shown, face, size) > room:
        size -= 1
    if width(shown, face, size) <= room:
        return shown, size
    return _broken(shown, room - width("…", face, size), size, face)[0] + "…", size
