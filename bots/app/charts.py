"""Charts of the weekly report, drawn by the picture room's child process (docs/decisions/0013)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bots.report_words import charts
from bots.slack.reports import Picture
from core.notices.weekly import WeeklyReport
from storage.images import NoPreview, PictureRoom


@dataclass(frozen=True, slots=True)
class Charts:
    """`bots.slack.reports.DrawCharts`."""

    pictures: PictureRoom

    async def __call__(self, report: WeeklyReport, folder: Path) -> Sequence[Picture]:
        """A picture per chart in the folder; one that can't be drawn is left out, its numbers stand in the words."""
        drawn = []
        for chart in charts(report):
            path = folder / chart.name
            try:
                await self.pictures.chart(chart.as_data(), path)
            except NoPreview:
                continue
            drawn.append(Picture(path, chart.alt))
        return drawn
