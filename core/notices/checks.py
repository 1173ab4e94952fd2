"""Notices of the check-ins: the question to the partner, the answer to staff, and the list of those without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.notices.families import CutrOnlyNotice


@dataclass(frozen=True, slots=True)
class CheckInQuestion(CutrOnlyNotice):
    """To the partner, with one button per answer. `key` picks the question, `day` is the date it is about."""

    order_id: str
    title: str
    key: str
    day: date


@dataclass(frozen=True, slots=True)
class CheckInAnswered(CutrOnlyNotice):
    """To staff: who answered what."""

    key: str
    day: date
    answer: str
    by: str


@dataclass(frozen=True, slots=True)
class CheckInsDigest(CutrOnlyNotice):
    """To staff: questions without an answer, one line each, `REF|partner|key|ISO date`; `+7` for how many more."""

    lines: tuple[str, ...]
