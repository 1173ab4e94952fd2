"""Files of an order: what kind, where filed, every revision, and what reviewers said. Bytes live in the file store.

How files come in is `core.handlers.filing`, how they are judged `core.handlers.reviewing`; guessing is `core.filing`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.chats import Attachment, Audience
from core.people import Party


class FileKind(StrEnum):
    """The upload kinds of domain.md 6.1."""

    FINISHED_PHOTO = "finished_photo"
    PACKED_PHOTO = "packed_photo"
    PRODUCTION_DRAWING = "production_drawing"
    SAMPLE_PHOTO = "sample_photo"
    SIGNED_PACKING_SLIP = "signed_packing_slip"
    OTHER = "other"


PHOTO_KINDS = frozenset({FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO, FileKind.SAMPLE_PHOTO})
CUSTOMER_SEES = frozenset({FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO, FileKind.PRODUCTION_DRAWING})
"""Visible to the customer at once when filed from the chat they read or from an upload link (domain.md 6.1)."""

FOLDERS: dict[FileKind, str] = {
    FileKind.FINISHED_PHOTO: "Production Files/Finished products",
    FileKind.PACKED_PHOTO: "Production Files/Packed products",
    FileKind.PRODUCTION_DRAWING: "Production Files/Production drawings",
    FileKind.SAMPLE_PHOTO: "Production Files/Samples",
    FileKind.SIGNED_PACKING_SLIP: "Production Files/Signed packing slips",
    FileKind.OTHER: "Production Files/Other",
}
"""The default tree; with folders set by staff the kind makes a subfolder beneath the chosen one."""


class Review(StrEnum):
    """Green, yellow, red of domain.md 6.2."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(slots=True)
class File:
    """One filed thing; only its newest revision counts. `name` is server-made and safe, `original_name` is data."""

    id: str
    order_id: str
    kind: FileKind
    folder: str
    name: str
    original_name: str
    audience: Audience
    set_id: str
    revision: int
    review: Review
    created_at: datetime
    created_by: str
    created_by_name: str
    party: Party
    part_side: str | None = None
    package: int | None = None
    withdrawn_at: datetime | None = None


@dataclass(slots=True)
class Revision:
    """One version of a file. `blob` is the original in the file store, `copy` the customer's, `preview` a small one."""

    id: str
    file_id: str
    order_id: str
    number: int
    blob: str
    sha256: str
    size: int
    mime: str
    uploaded_at: datetime
    uploaded_by: str
    uploaded_by_name: str
    preview: str | None = None
    copy: str | None = None
    facts: dict[str, object] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    note: str | None = None
    review: Review = Review.PENDING
    review_note: str | None = None
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None


class SetState(StrEnum):
    """`ASKED` waits for "where does this go?"; `FILED` has its kind; `UNDONE` was taken back."""

    ASKED = "asked"
    FILED = "filed"
    UNDONE = "undone"


@dataclass(slots=True)
class UploadSet:
    """What somebody sent in one go: an album, or photos within a minute of each other; one question, one answer."""

    id: str
    order_id: str
    audience: Audience
    place_id: str | None
    author_id: str
    author_name: str
    party: Party
    opened_at: datetime
    touched_at: datetime
    album: str | None = None
    state: SetState = SetState.ASKED
    kind: FileKind | None = None
    folder: str | None = None
    package: int | None = None
    revises: str | None = None
    note: str | None = None
    card: str | None = None
    review_card: str | None = None


class ItemState(StrEnum):
    """`ARRIVING` is being uploaded piece by piece (`core.pieces`), `WANTED` is being fetched, `STORED` is in the file
    store, `FILED` is a file, `LOST` could not be had.
    """

    ARRIVING = "arriving"
    WANTED = "wanted"
    STORED = "stored"
    FILED = "filed"
    DUPLICATE = "duplicate"
    TOO_LARGE = "too_large"
    LOST = "lost"


@dataclass(slots=True)
class UploadItem:
    """One thing of a set. `source` is what it is on its platform; `origin` makes it unique: none is filed twice.

    `duplicate_of` is the file that has the same bytes (`DUPLICATE`), or shows the same photo (warning `alike`).
    """

    id: str
    set_id: str
    order_id: str
    origin: str
    source: Attachment
    added_at: datetime
    state: ItemState = ItemState.WANTED
    blob: str | None = None
    sha256: str | None = None
    size: int = 0
    mime: str = ""
    preview: str | None = None
    copy: str | None = None
    facts: dict[str, object] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    file_id: str | None = None
    duplicate_of: str | None = None
    trouble: str | None = None


@dataclass(slots=True)
class SlipVersion:
    """A packing slip as it was made; making another with other packages outdates it."""

    id: str
    order_id: str
    version: int
    boxes: int
    pallets: int
    made_at: datetime
    made_by: str
    outdated_at: datetime | None = None

    @property
    def packages(self) -> int:
        """Boxes and pallets together; package n is a box up to `boxes`, then a pallet."""
        return self.boxes + self.pallets


@dataclass(slots=True)
class UploadLink:
    """A one-time address of the upload page, kept hashed: good until `used_at`, when its holder said *Done*, or until
    `expires_at`.
    """

    id: str
    code_hash: str
    order_id: str
    member_id: str | None
    actor_id: str
    actor_name: str
    made_at: datetime
    expires_at: datetime
    kind: FileKind | None = None
    used_at: datetime | None = None


@dataclass(slots=True)
class CustomerPhoto:
    """A picture that the customer sent on the page, encoded anew without where and when; the original is not kept.

    `blob` and `preview` are keys of our own file store, with the SHA-256 of each in hex; `size` is in bytes.
    """

    id: str
    order_id: str
    name: str
    blob: str
    sha256: str
    size: int
    preview: str
    preview_sha256: str
    taken_in_at: datetime
