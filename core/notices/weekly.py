"""The weekly report as a notice: numbers by partner, frozen when it was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.notices.families import CutrOnlyNotice


@dataclass(frozen=True, slots=True)
class WeeklyReport(CutrOnlyNotice):
    """To staff. Lines hold numbers with the partner's name last; a blank name stands for all partners together.

    `kept` is `kept|of|name`; `answers` is `minutes per offer|offers|minutes per message|messages|name`, minutes blank
    where there are none; `todos` is `late|open|name`; `cutr` is `minutes|messages`, as Cutr itself answers; `needing`
    counts the orders that need attention.
    """

    since: datetime
    until: datetime
    kept: tuple[str, ...]
    answers: tuple[str, ...]
    todos: tuple[str, ...]
    cutr: str
    needing: int
