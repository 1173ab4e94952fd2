"""A large file on its way through the upload page: the pieces that are in the file store already, in their order.

They are kept with the upload's item until the filer has made one file of them; a piece of no item is litter, which the
nightly sweep removes.
"""

from __future__ import annotations

from core.files import UploadItem
from core.shelf import Kept

_FACT = "pieces"


def pieces_of(item: UploadItem) -> list[Kept]:
    """What has come so far."""
    found = item.facts.get(_FACT)
    return [Kept(str(key), str(sha256), int(size)) for key, sha256, size in found] if isinstance(found, list) else []


def received(item: UploadItem) -> int:
    """How many bytes have come so far."""
    return sum(piece.size for piece in pieces_of(item))


def add_piece(item: UploadItem, piece: Kept) -> None:
    """Write the next piece down."""
    item.facts = {**item.facts, _FACT: [[one.key, one.sha256, one.size] for one in (*pieces_of(item), piece)]}
