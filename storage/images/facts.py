"""What is known of a picture, and the warnings that help on the shop floor. Numbers only: no decoder is imported here.

A warning is never a refusal (the product asks *Keep* or *Retake*).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Why(StrEnum):
    """Why a file has no preview. The file itself is kept in every case."""

    UNKNOWN_KIND = "unknown_kind"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    CRASHED = "crashed"


class NoPreview(Exception):
    """The file can't be shown as a picture; `why` says why."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Facts:
    """`width` and `height` in pixels, upright; `taken_at` in UTC, read with the camera's offset or the zone given.

    `brightness` and `highlights` (the lightest tenth) run from 0 to 1; `sharpness` is the strongest edge contrast of
    the picture's sharpest part, 0 to about 100; `fingerprint` is 128 bits in hex that survive re-compressing.
    """

    kind: str
    width: int
    height: int
    taken_at: datetime | None
    brightness: float
    highlights: float
    sharpness: float
    fingerprint: str
    has_gps: bool


DARK: Final = 0.16
DARK_HIGHLIGHTS: Final = 0.45
"""A dark product on a dark floor is fine as long as something in the picture is lit."""
BLURRED: Final = 4.0
SMALL_SIDE: Final = 700
"""Below this the long side of a photo can't show edge banding or a scratch."""


def checks(facts: Facts) -> list[str]:
    """Warnings among `too_dark`, `blurred`, `too_small`."""
    found = {
        "too_dark": facts.brightness < DARK and facts.highlights < DARK_HIGHLIGHTS,
        "blurred": facts.sharpness < BLURRED,
        "too_small": max(facts.width, facts.height) < SMALL_SIDE,
    }
    return [name for name, holds in found.items() if holds]
