"""REST: all orders as one CSV file, streamed a batch at a time. What stands in its cells is `bots.export`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from bots.api.desk import Desk
from bots.api.problems import Problem
from bots.export import MEDIA_TYPE, NAME, csv_lines
from core.export import columns_for
from core.orders import Status
from core.people import PLATFORM
from core.ports import OrderFilter

Words = Annotated[str | None, Query(max_length=200)]
TOLD = {200: {"description": "RFC 4180 in UTF-8 with its mark; instants are ISO 8601 in UTC.",
              "content": {"text/csv": {"schema": {"type": "string"}}}}}  # fmt: skip


def router(desk: Desk) -> APIRouter:
    """The route over this desk."""
    routes = APIRouter(tags=["Reading"])

    @routes.get("/orders.csv", response_class=Response, responses=TOLD)  # type: ignore[arg-type]
    async def export_orders(status: Status | None = None, partner_id: Words = None, q: Words = None) -> Response:
        """Orders as CSV, newest first; a cell that a spreadsheet could take for a formula begins with an apostrophe."""
        if any(word is not None and not word.isprintable() for word in (partner_id, q)):
            raise Problem(422, "invalid")
        which = OrderFilter(status=status, partner_id=partner_id, text=q.strip() or None if q else None)
        pieces = csv_lines(desk.database, columns_for(PLATFORM), which)
        # The first orders are read before anything is answered: a database that is away is told with a status.
        begun = [await anext(pieces), await anext(pieces, "")]
        headers = {"Content-Disposition": f'attachment; filename="{NAME}"', "Cache-Control": "no-store"}
        return StreamingResponse(_whole(begun, pieces), media_type=MEDIA_TYPE, headers=headers)

    return routes


async def _whole(begun: list[str], rest: AsyncIterator[str]) -> AsyncIterator[bytes]:
    for piece in begun:
        yield piece.encode()
    async for piece in rest:
        yield piece.encode()
