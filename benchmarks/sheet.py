"""A contact sheet of 20 photos of 12 megapixels against Pillow decoding each in full, as one would write it first."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from benchmarks.report import Line, median
from storage.images import PictureRoom
from storage.images.room import CELL

PHOTOS = 20
REPEATS = 3


def _photos(folder: Path) -> list[Path]:
    """Grain and edges: about 4 MB each, as a phone writes them."""
    grain = Image.effect_noise((2000, 1500), 45).resize((4000, 3000), Image.Resampling.BICUBIC)
    fine = Image.effect_noise((4000, 3000), 26)
    photo = Image.blend(grain, fine, 0.4).convert("RGB")
    paths = [folder / f"{number}.jpg" for number in range(PHOTOS)]
    for number, path in enumerate(paths):
        photo.paste((number * 12, 90, 160), (number * 100, 400, number * 100 + 900, 1600))
        photo.save(path, quality=90)
    return paths


def _bare(paths: list[Path], to: Path) -> None:
    page = Image.new("RGB", (5 * CELL, 4 * CELL), "white")
    for number, path in enumerate(paths):
        with Image.open(path) as photo:
            photo.load()
            photo.thumbnail((CELL, CELL))
            page.paste(photo, (number % 5 * CELL, number // 5 * CELL))
    page.save(to, quality=82)


async def _measure(folder: Path) -> list[tuple[float, float]]:
    paths, room, pairs = _photos(folder), PictureRoom(), []
    titles = [path.name for path in paths]
    for _ in range(REPEATS + 1):
        begun = time.perf_counter()
        _bare(paths, folder / "bare.jpg")
        between = time.perf_counter()
        assert await room.contact_sheet(paths, folder / "ours.jpg", titles) == PHOTOS
        pairs.append((between - begun, time.perf_counter() - between))
    await room.close()
    return pairs[1:]


def run(told: Callable[[Line], None]) -> None:
    """One line: how many times as fast; the first pair is a warm-up, the children's start included."""
    with tempfile.TemporaryDirectory() as name:
        pairs = asyncio.run(_measure(Path(name)))
    ratio = median([bare / ours for bare, ours in pairs])
    ours = median([ours for _, ours in pairs])
    told(Line(f"contact sheet of {PHOTOS} photos of 12 MP, times as fast as full decodes", ratio, "at least", 2.5,
              f"{ours:.2f} s against {median([bare for bare, _ in pairs]):.2f} s"))  # fmt: skip
