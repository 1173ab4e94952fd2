"""Packing slips drawn when a front end asks for one: read, drawn beside the loop, handed over as bytes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path

import structlog

from core.chats import Audience
from core.file_views import valid_slip
from core.files import SlipVersion
from core.ports import Database, Store
from core.shelf import FileStore
from core.views import OrderView, order_view

log = structlog.get_logger("cutr.papers")

MakePaper = Callable[[str], Awaitable[bytes | None]]
MakeDossier = Callable[[str, Path, Audience], Awaitable[Sequence[Path]]]


def slip_maker(database: Database, bot_name: Callable[[], str | None], clock: Callable[[], datetime]) -> MakePaper:
    """What draws the slip that counts for an order, by the order's id.

    None where there is no slip, while the bot's name for the QR codes is not known, and where no font has a character
    that must be on it: a slip with boxes instead of a name is worse than none.
    """

    async def make(order_id: str) -> bytes | None:
        # The drawing library is loaded by those processes only that draw.
        from bots.app.papers import slip_pdf
        from storage.documents.fonts import MissingGlyph

        view, slip = await database.read(lambda store: _slip(store, order_id))
        name = bot_name()
        if view is None or slip is None or name is None:
            return None
        try:
            return await asyncio.to_thread(slip_pdf, view, slip, name, clock())
        except MissingGlyph:
            log.exception("papers.slip_not_drawn", order=order_id)
            return None

    return make


def dossier_maker(
    database: Database, files: FileStore, bot_name: Callable[[], str | None], clock: Callable[[], datetime]
) -> MakeDossier:
    """What writes an order's dossier for its readers into a folder; nothing for an order that is not known."""

    async def make(order_id: str, folder: Path, reader: Audience) -> Sequence[Path]:
        from bots.app.dossier import Dossiers
        from storage.images import PictureRoom

        order = await database.read(lambda store: store.orders.get(order_id))
        if order is None:
            return ()
        pictures = PictureRoom()
        try:
            return await Dossiers(database, files, pictures, clock, bot_name).write(order.reference, folder, reader)
        finally:
            await pictures.close()

    return make


def _slip(store: Store, order_id: str) -> tuple[OrderView | None, SlipVersion | None]:
    return order_view(store, order_id), valid_slip(store, order_id)
