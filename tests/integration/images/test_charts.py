"""The weekly report's charts: whatever partners are called, the picture opens, fits and tells its numbers apart."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bots.report_words import FIRST, LATE, OPEN, SECOND, charts
from core.notices.weekly import WeeklyReport
from storage.images import PictureRoom
from storage.images.bars import WIDTH, scale

AT = datetime(2030, 1, 7, tzinfo=UTC)
NAMES = ("Houtbouw BV", "Żółć " * 30, "東京|\u202e\n<b>", "=1+1", "a" * 300)


def a_report(count: int) -> WeeklyReport:
    names = [NAMES[number % len(NAMES)] for number in range(count)]
    return WeeklyReport(
        "", AT, AT, ("3|5|", *(f"{number % 4}|4|{name}" for number, name in enumerate(names))),
        ("90|4|5|2|", *(f"{number * 700}|2|5|1|{name}" for number, name in enumerate(names))),
        ("3|9|", *(f"{number % 3}|{number + 3}|{name}" for number, name in enumerate(names))), "", 0,
    )  # fmt: skip


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("count", [1, 12])
async def test_every_chart_is_a_picture_of_its_size(count: int, tmp_path: Path) -> None:
    room = PictureRoom(children=1)
    try:
        for chart in charts(a_report(count)):
            await room.chart(chart.as_data(), tmp_path / chart.name)
            with Image.open(tmp_path / chart.name) as picture:
                picture.load()
                assert (picture.format, picture.width) == ("PNG", WIDTH)
                assert 250 < picture.height < 1800
                shown = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or []}
            wanted = {colour for _, bars in chart.rows for bar in bars for value, colour in bar.parts if value}
            assert {tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in wanted} <= shown
    finally:
        await room.close()


def test_two_colours_of_a_chart_differ_in_brightness_too() -> None:
    for one, other in ((LATE, OPEN), (FIRST, SECOND)):
        darker, lighter = sorted((luminance(one), luminance(other)))
        assert (lighter + 0.05) / (darker + 0.05) > 2


def test_nothing_to_show_makes_no_picture_and_every_number_is_in_the_words() -> None:
    assert charts(WeeklyReport("", AT, AT, (), (), (), "", 0)) == []
    [kept, answers, todos] = charts(a_report(1))
    assert "0 % (0 of 4 dates)" in kept.alt
    assert "offers in" in answers.alt
    assert "3 to-dos open, 0 late" in todos.alt


@pytest.mark.parametrize(
    ("largest", "end", "step"), [(0, 1, 1), (1, 1, 1), (6, 6, 2), (48, 50, 10), (100, 100, 20), (101, 125, 25)]
)
def test_axes_end_at_round_numbers(largest: float, end: float, step: float) -> None:
    assert scale(largest) == (end, step)
