"""The dossier of one order for who reads it: everything for Cutr, or only what the customer may see.

What the customer gets is chosen here already (their chat, their files as clean copies, steps without reasons) and cut
once more by `storage.documents.for_customer`. Drawing and packing happen in storage.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from bots.app.dossier_words import DossierBook, chat_parts, first_page, happenings, slip_lines, words_of
from bots.app.filer import pieces
from bots.app.parts import assemble
from bots.app.settings import Settings
from core.chats import Audience
from core.file_views import FileView, files_of
from core.files import CUSTOMER_SEES
from core.ports import Database, Store
from core.refusals import UnknownOrder
from core.shelf import Damaged, FileStore
from core.views import view_by_reference
from storage.documents import DossierFacts, bundle, dossier_pdf, for_customer
from storage.documents import Item as Packed
from storage.documents.dossier_facts import Sheet
from storage.images import NoPreview, PictureRoom

SHEET_PICTURES: Final = 20
ALL, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


@dataclass(frozen=True, slots=True)
class Dossiers:
    """Makes dossiers from these; `clock` gives the instant (UTC)."""

    database: Database
    files: FileStore
    pictures: PictureRoom
    clock: Callable[[], datetime]

    async def write(self, reference: str, folder: Path, reader: Audience = ALL) -> tuple[Path, Path]:
        """The PDF and the zip (which holds the PDF as well) in this folder. Raises `UnknownOrder`, `StorageAway`."""
        book = await self.database.read(lambda store: read_book(store, reference))
        shown = [view for view in book.files if reader is ALL or customer_sees(view)]
        sheets = await self._sheets(shown)
        pdf = await asyncio.to_thread(dossier_pdf, self._facts(book, sheets, reader))
        name = f"{safe_stem(book.view.order.reference)}-{'dossier' if reader is ALL else 'customer'}"
        paper, packed = folder / f"{name}.pdf", folder / f"{name}.zip"
        await asyncio.to_thread(paper.write_bytes, pdf)
        with packed.open("wb") as file:
            async for chunk in bundle(self._packed(shown, paper, reader)):
                await asyncio.to_thread(file.write, chunk)
        return paper, packed

    def _facts(self, book: DossierBook, sheets: list[Sheet], reader: Audience) -> DossierFacts:
        words = words_of(book, self.clock())
        facts = DossierFacts(
            reference=book.view.order.reference,
            title=book.view.order.title,
            printed=words.printed,
            facts=first_page(book, reader),
            timeline=happenings(book, reader),
            chats=chat_parts(book, reader),
            sheets=sheets,
            slips=slip_lines(book),
            words=words.fixed,
        )
        return facts if reader is ALL else for_customer(facts)

    async def _sheets(self, shown: list[FileView]) -> list[Sheet]:
        """Contact sheets of at most twenty pictures, a folder and its readers at a time."""
        made: list[Sheet] = []
        with_picture = [view for view in shown if view.newest.preview]
        for (folder, audience), views in groupby(with_picture, lambda view: (view.file.folder, readers_of(view))):
            found = list(views)
            for start in range(0, len(found), SHEET_PICTURES):
                jpeg = await self._sheet(found[start : start + SHEET_PICTURES])
                if jpeg:
                    made.append(Sheet(folder.rpartition("/")[2], jpeg, audience))
        return made

    async def _sheet(self, views: list[FileView]) -> bytes:
        with tempfile.TemporaryDirectory(prefix="dossier-") as name:
            paths = [Path(name) / f"{number}.jpg" for number in range(len(views))]
            for view, path in zip(views, paths, strict=True):
                await self._fetch(view.newest.preview or "", str(view.newest.facts.get("preview_sha256")), path)
            try:
                await self.pictures.contact_sheet(paths, Path(name) / "sheet.jpg", [v.file.name for v in views])
            except NoPreview:
                return b""
            return await asyncio.to_thread((Path(name) / "sheet.jpg").read_bytes)

    async def _fetch(self, key: str, sha256: str, to: Path) -> None:
        """A preview's bytes; one that is damaged shows as a blank tile."""
        with to.open("wb") as file:
            try:
                async for chunk in self.files.read(key, sha256):
                    file.write(chunk)
            except Damaged:
                file.truncate(0)

    async def _packed(self, shown: list[FileView], paper: Path, reader: Audience) -> AsyncIterator[Packed]:
        yield Packed((), paper.name, self.clock(), pieces(paper))
        for view in shown:
            folders = view.file.folder.split("/")
            if reader is SHARED:
                for one in self._for_customer(view, folders):
                    yield one
                continue
            for revision in view.revisions:
                earlier = [] if revision is view.newest else ["Earlier versions", f"v{revision.number}"]
                chunks = self.files.read(revision.blob, revision.sha256)
                yield Packed([*folders, *earlier], view.file.name, revision.uploaded_at, chunks)

    def _for_customer(self, view: FileView, folders: list[str]) -> list[Packed]:
        """Clean copies of pictures and drawings; nothing else, and only the newest (reliability.md T29)."""
        newest = view.newest
        if newest.copy:
            chunks = self.files.read(newest.copy, str(newest.facts.get("copy_sha256")))
            ending = "pdf" if newest.mime == "application/pdf" else "jpg"
            return [Packed(folders, f"{view.file.name.rpartition('.')[0]}.{ending}", newest.uploaded_at, chunks)]
        return []


async def write_dossier(settings: Settings, reference: str, folder: Path, reader: Audience) -> tuple[Path, Path]:
    """`cutr dossier`: the same over an installation's settings, with its own connections."""
    parts = assemble(settings, frozenset())
    pictures = PictureRoom()
    try:
        return await Dossiers(parts.database, parts.files, pictures, parts.clock).write(reference, folder, reader)
    finally:
        await pictures.close()
        await parts.close()


def read_book(store: Store, reference: str) -> DossierBook:
    """Everything about an order that a dossier tells, in one look. Raises `UnknownOrder`."""
    view = view_by_reference(store, reference)
    if view is None:
        raise UnknownOrder(reference[:60])
    order_id = view.order.id
    chats = store.chats.find(order_id=order_id)
    return DossierBook(
        view=view,
        entries=sorted(store.entries.find(order_id=order_id), key=lambda one: one.seq),
        chats=[(chat, store.messages.find(chat_id=chat.id)) for chat in chats],
        files=files_of(store, order_id),
        slips=store.slips.find(order_id=order_id),
        partners={partner.id: partner.name for partner in store.partners.find()},
    )


def customer_sees(view: FileView) -> bool:
    """Whether it was filed for the customer to see (domain.md 6.1)."""
    return view.file.kind in CUSTOMER_SEES and view.file.audience is SHARED


def readers_of(view: FileView) -> Audience:
    """For whom a picture of it is."""
    return SHARED if customer_sees(view) else ALL


def safe_stem(reference: str) -> str:
    """A reference as (part of) a file's name: it may hold slashes."""
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in reference) or "order"
