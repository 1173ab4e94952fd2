"""A line of the report: what was measured, the ratio, the goal, and whether it holds."""

from __future__ import annotations

import statistics
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`sense` is `at least` or `at most`; `detail` gives the absolute figures, which vary between machines."""

    what: str
    value: float
    sense: str
    goal: float
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the goal is met in this run."""
        return self.value >= self.goal if self.sense == "at least" else self.value <= self.goal

    def __str__(self) -> str:
        mark = "ok  " if self.holds else "MISS"
        return f"{mark} {self.what}: {self.value:.2f} ({self.sense} {self.goal:g}) [{self.detail}]"


def median(values: list[float]) -> float:
    """The middle value."""
    return statistics.median(values)
