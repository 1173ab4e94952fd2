"""Orders as CSV for Excel: UTF-8 with its mark, RFC 4180, and no cell that a spreadsheet would take for a formula.

Which columns somebody gets is decided in `core.export`. Used by Slack and the REST API alike.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.export import Batch, Cell, batch
from core.ports import Database, OrderFilter, Store

MARK: Final = "\ufeff"
"""Without it Excel reads UTF-8 as the machine's old code page."""
END: Final = "\r\n"
NAME: Final = "orders.csv"
MEDIA_TYPE: Final = "text/csv; charset=utf-8"

_STARTS: Final = "=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20\u2212"
"""What begins a formula, or hides its beginning, also in full width (reliability.md T31)."""
_INVISIBLE: Final = '\\s\0\ufeff\u200b-\u200f\u2028\u2029\u2060\u00ad"'
_DANGEROUS: Final = re.compile(f"[{_INVISIBLE}]*[{_STARTS}]")
_INSIDE: Final = re.compile(f"([;|\t\r\n][{_INVISIBLE}]*)([{_STARTS}])")
"""A spreadsheet set to another separator begins a new cell there."""


def safe(text: str) -> str:
    """The text so that every spreadsheet shows it as text: an apostrophe before what could begin a formula."""
    guarded = _INSIDE.sub(r"\1'\2", text)
    return f"'{guarded}" if _DANGEROUS.match(text) else guarded


def line(cells: Iterable[str]) -> str:
    """One record: every cell guarded, quoted where RFC 4180 asks for it, and its line end."""
    # One blank cell alone would be no record at all.
    return (",".join(_quoted(safe(cell)) for cell in cells) or '""') + END


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if any(sign in cell for sign in ',"\r\n;\t') or cell != cell.strip() else doubled


def shown(cell: Cell, zone: ZoneInfo | None) -> str:
    """A value as text: dates `2030-01-31`; instants in this zone as Excel reads them, or in UTC without one."""
    match cell:
        case None:
            return ""
        case datetime():
            return f"{cell.astimezone(zone):%Y-%m-%d %H:%M}" if zone else cell.astimezone(UTC).isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


async def csv_lines(
    database: Database, columns: tuple[str, ...], which: OrderFilter, zone: ZoneInfo | None = None
) -> AsyncIterator[str]:
    """The file piece by piece, a batch of orders each, so that it never stands in memory whole. Raises `StorageAway`.

    `zone` is the reader's for instants; without one they are in UTC.
    """
    yield MARK + line(columns)
    after: str | None = None
    while True:
        found = await database.read(_asking(columns, which, after))
        if found.rows:
            yield "".join(line(shown(cell, zone) for cell in row) for row in found.rows)
        after = found.after
        if after is None:
            return


def _asking(columns: tuple[str, ...], which: OrderFilter, after: str | None) -> Callable[[Store], Batch]:
    return lambda store: batch(store, columns, which, after)
