"""Contact sheets of what a workshop has filed, for reviewers: previews fetched from the store, drawn by the child."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bots.slack.filing import living
from bots.slack.reviews import own_version
from core.file_views import UploadView
from core.files import Revision
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
        pictures = [(name, revision) for name, revision in found if revision.preview][:MOST]
        if not pictures:
            return None
        with tempfile.TemporaryDirectory(prefix="review-") as folder:
            paths = [Path(folder) / f"{number}.jpg" for number in range(len(pictures))]
            for (_, revision), path in zip(pictures, paths, strict=True):
                await self._fetch(revision, path)
            try:
                shown_count = await self.pictures.contact_sheet(paths, to, [name for name, _ in pictures])
            except NoPreview:
                return None
        return to if shown_count else None

    async def _fetch(self, revision: Revision, to: Path) -> None:
        """A preview's bytes; one that is damaged shows as a blank tile."""
        with to.open("wb") as file:
            try:
                async for chunk in self.files.read(revision.preview or "", str(revision.facts.get("preview_sha256"))):
                    file.write(chunk)
            except Damaged:
                file.truncate(0)
