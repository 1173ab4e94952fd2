"""Packing slips drawn when a front end asks for one: read, drawn beside the loop, handed over as bytes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from core.file_views import valid_slip
from core.files import SlipVersion
from core.ports import Database, Store
from core.views import OrderView, order_view

log = structlog.get_logger("cutr.papers")

MakePaper = Callable[[str], Awaitable[bytes | None]]


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


def _slip(store: Store, order_id: str) -> tuple[OrderView | None, SlipVersion | None]:
    return order_view(store, order_id), valid_slip(store, order_id)
