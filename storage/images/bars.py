"""Charts with bars, drawn in the child process: labels on the left, numbers behind the bars, a scale with its unit.

What they say is decided by who asks; nothing here knows what a partner is. Colours come with the numbers.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from PIL import Image, ImageDraw, ImageFont

from storage.images.jobs import cut, drawable

WIDTH: Final = 1400
MARGIN: Final = 48
LABEL_WIDTH: Final = 420
BAR: Final = 34
BAR_GAP: Final = 6
ROW_GAP: Final = 26
INK, SOFT, GRID, PAPER = "#1F2933", "#52606D", "#D5DAE0", "#FFFFFF"
TITLE, TEXT, SMALL = 44, 28, 24
STEPS: Final = (1.0, 2.0, 2.5, 5.0)
MOST_LINES: Final = 5
LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Faces:
    """The letters: sizes are in pixels."""

    title: Any
    text: Any
    strong: Any
    small: Any


def bars(to: BinaryIO, asked: dict[str, Any], regular: bytes, bold: bytes) -> dict[str, Any]:
    """Draw one chart as PNG. `asked` is `Chart.as_data`: title, note, unit, most, legend, rows with bars."""
    faces = Faces(_face(bold, TITLE), _face(regular, TEXT), _face(bold, TEXT), _face(regular, SMALL))
    rows = asked["rows"][:LONGEST]
    top = MARGIN + TITLE + 20 + SMALL + 28 + ((SMALL + 28) if asked["legend"] else 0)
    bottom = top + sum(_height(row) for row in rows)
    page = Image.new("RGB", (WIDTH, bottom + SMALL + 24 + MARGIN), PAPER)
    pen = ImageDraw.Draw(page)
    _head(pen, faces, asked)
    left = MARGIN + LABEL_WIDTH + 20
    # Behind the longest bar its words must still fit.
    right = WIDTH - MARGIN - int(max(_text_width(faces, row) for row in rows)) - 24
    most, step = scale(asked["most"] or max(_value(bar) for row in rows for bar in row["bars"]))
    _grid(pen, faces, (left, right, top, bottom), most, step, asked["unit"])
    _rows(pen, faces, rows, (left, right, top), most)
    page.save(to, "PNG")
    to.flush()
    return {"width": page.width, "height": page.height}


def scale(largest: float) -> tuple[float, float]:
    """Where the axis ends, and the distance of its lines: round numbers, at most five lines. Never zero."""
    wanted = max(largest, 1.0)
    size = 1.0
    while True:
        for step in STEPS:
            # Whole numbers only: nobody has half a to-do.
            if (step * size).is_integer() and step * size * MOST_LINES >= wanted:
                lines = -(-wanted // (step * size))
                return lines * step * size, step * size
        size *= 10


def _face(font: bytes, size: int) -> Any:
    return ImageFont.truetype(io.BytesIO(font), size)


def _height(row: dict[str, Any]) -> int:
    return len(row["bars"]) * (BAR + BAR_GAP) + ROW_GAP


def _value(bar: dict[str, Any]) -> float:
    return float(sum(value for value, _ in bar["parts"]))


def _text_width(faces: Faces, row: dict[str, Any]) -> float:
    return max(float(faces.text.getlength(drawable(bar["text"], faces.text))) for bar in row["bars"])


def _head(pen: ImageDraw.ImageDraw, faces: Faces, asked: dict[str, Any]) -> None:
    width = WIDTH - 2 * MARGIN
    pen.text((MARGIN, MARGIN), cut(drawable(asked["title"], faces.title), faces.title, width), INK, faces.title)
    y = MARGIN + TITLE + 20
    pen.text((MARGIN, y), cut(drawable(asked["note"], faces.small), faces.small, width), SOFT, faces.small)
    x, y = MARGIN, y + SMALL + 24
    for text, colour in asked["legend"]:
        pen.rectangle((x, y + 3, x + SMALL, y + 3 + SMALL), fill=colour)
        shown = drawable(text, faces.small)
        pen.text((x + SMALL + 12, y), shown, INK, faces.small)
        x += SMALL + 12 + int(faces.small.getlength(shown)) + 40


def _grid(
    pen: ImageDraw.ImageDraw, faces: Faces, box: tuple[int, int, int, int], most: float, step: float, unit: str
) -> None:
    left, right, top, bottom = box
    for line in range(round(most / step) + 1):
        x = left + (right - left) * line * step / most
        pen.line((x, top - 8, x, bottom - ROW_GAP // 2), fill=GRID, width=2)
        pen.text((x, bottom), f"{line * step:g} {unit}".strip(), SOFT, faces.small, anchor="ma")


def _rows(
    pen: ImageDraw.ImageDraw, faces: Faces, rows: list[dict[str, Any]], box: tuple[int, int, int], most: float
) -> None:
    left, right, y = box
    for row in rows:
        middle = y + (len(row["bars"]) * (BAR + BAR_GAP) - BAR_GAP) / 2
        label = cut(drawable(row["label"], faces.strong), faces.strong, LABEL_WIDTH)
        pen.text((left - 20, middle), label, INK, faces.strong, anchor="rm")
        for number, bar in enumerate(row["bars"]):
            _bar(pen, faces, bar, (left, right, y + number * (BAR + BAR_GAP)), most)
        y += _height(row)


def _bar(pen: ImageDraw.ImageDraw, faces: Faces, bar: dict[str, Any], box: tuple[int, int, int], most: float) -> None:
    left, right, y = box
    x = float(left)
    for value, colour in bar["parts"]:
        end = min(float(right), x + (right - left) * float(value) / most)
        if value > 0:
            pen.rectangle((x, y, max(end, x + 3), y + BAR), fill=colour)
        x = end
    shown = drawable(bar["text"], faces.text)
    # No line of the grid runs through the words.
    pen.rectangle((x + 8, y, x + 20 + faces.text.getlength(shown), y + BAR), fill=PAPER)
    pen.text((x + 14, y + BAR / 2), shown, INK, faces.text, anchor="lm")
