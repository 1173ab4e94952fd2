"""The picture of where an order stands: a line of steps as SVG, lying down for wide screens and upright for phones.

It is drawn without any style of its own, which our pages' policy would refuse: colours are the style sheet's. Whoever
does not see it hears the same as one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from markupsafe import Markup, escape

LINE_SIGNS: Final = 14
COLUMN, WIDE_HEIGHT = 140, 132
TALL_WIDTH, ROW = 340, 62


class Stage(StrEnum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, what is known of its time, and how far it is."""

    label: str
    note: str
    stage: Stage


def wide(steps: Sequence[Step], told: str) -> Markup:
    """The steps side by side; `told` says the same in words."""
    width, parts = COLUMN * len(steps), []
    for at, step in enumerate(steps):
        x = COLUMN // 2 + at * COLUMN
        if at:
            parts.append(_line(x - COLUMN, 22, x, 22, step.stage))
    for at, step in enumerate(steps):
        x = COLUMN // 2 + at * COLUMN
        parts.append(_dot(x, 22, step.stage))
        lines = wrapped(step.label)
        parts += [_text(x, 62 + 19 * row, line, f"label {step.stage}", "middle") for row, line in enumerate(lines)]
        parts.append(_text(x, 64 + 19 * len(lines), step.note, "note", "middle"))
    return _svg("wide", width, WIDE_HEIGHT, told, parts)


def tall(steps: Sequence[Step], told: str) -> Markup:
    """The steps one below the other; `told` says the same in words."""
    parts = [_line(20, 22 + (at - 1) * ROW, 20, 22 + at * ROW, step.stage) for at, step in enumerate(steps) if at]
    for at, step in enumerate(steps):
        y = 22 + at * ROW
        parts += [
            _dot(20, y, step.stage),
            _text(48, y + (0 if step.note else 6), step.label, f"label {step.stage}", "start"),
            _text(48, y + 20, step.note, "note", "start"),
        ]
    return _svg("tall", TALL_WIDTH, ROW * len(steps), told, parts)


def wrapped(label: str) -> list[str]:
    """The label in at most two lines."""
    words, lines = label.split(), [""]
    for word in words:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= LINE_SIGNS or not lines[-1] or len(lines) == 2:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _svg(kind: str, width: int, height: int, told: str, parts: Sequence[Markup]) -> Markup:
    return Markup('<svg class="steps {}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        kind, width, height, told, Markup("").join(parts)
    )


def _line(x1: int, y1: int, x2: int, y2: int, stage: Stage) -> Markup:
    return Markup('<line class="way {}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(stage, x1, y1, x2, y2)


def _dot(x: int, y: int, stage: Stage) -> Markup:
    mark = {
        Stage.DONE: Markup('<path class="tick" d="M{} {}l4 5 8-10"/>').format(x - 6, y),
        Stage.NOW: Markup('<circle class="core" cx="{}" cy="{}" r="5"/>').format(x, y),
        Stage.STOPPED: Markup('<path class="tick" d="M{} {}l10 10m0-10l-10 10"/>').format(x - 5, y - 5),
    }.get(stage, Markup(""))
    return Markup('<circle class="dot {}" cx="{}" cy="{}" r="13"/>{}').format(stage, x, y, mark)


def _text(x: int, y: int, words: str, kind: str, anchor: str) -> Markup:
    if not words:
        return Markup("")
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(kind, x, y, anchor, escape(words))
