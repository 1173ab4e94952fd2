"""Contact sheets of what a workshop has filed, for reviewers: previews fetched from the store, drawn by the child."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bots.slack.filing import living
from bots.slack.reviews import own_version
from core.file_views import UploadView
from core.parcels import Picture
from core.shelf import Damaged, FileStore
from storage.images import NoPreview, PictureRoom

MOST = 40


@dataclass(frozen=True, slots=True)
class ContactSheets:
    """`bots.slack.reviews.ContactSheet`: the pictures that came with a set, up to 40, under their names."""

    files: FileStore
    pictures: PictureRoom

    async def __call__(self, shown: UploadView, to: Path) -> Path | None:
        """The sheet at `to`; None when the set holds nothing that can be shown. Raises `StorageAway`."""
        found = [(view.file.name, own_version(shown, view)) for view in living(shown)]
        return await self.drawn(
            [Picture(name, one.preview, str(one.facts.get("preview_sha256"))) for name, one in found if one.preview], to
        )

    async def drawn(self, pictures: list[Picture], to: Path) -> Path | None:
        """Any pictures of the store on one sheet, up to 40; None when none can be shown. Raises `StorageAway`."""
        pictures = pictures[:MOST]
        if not pictures:
            return None
        with tempfile.TemporaryDirectory(prefix="review-") as folder:
            paths = [Path(folder) / f"{number}.jpg" for number in range(len(pictures))]
            for picture, path in zip(pictures, paths, strict=True):
                await self._fetch(picture, path)
            try:
                shown_count = await self.pictures.contact_sheet(paths, to, [picture.name for picture in pictures])
            except NoPreview:
                return None
        return to if shown_count else None

    async def _fetch(self, picture: Picture, to: Path) -> None:
        """A preview's bytes; one that is damaged shows as a blank tile."""
        with to.open("wb") as file:
            try:
                async for chunk in self.files.read(picture.blob, picture.sha256):
                    file.write(chunk)
            except Damaged:
                file.truncate(0)
