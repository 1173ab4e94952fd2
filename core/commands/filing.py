"""Commands about files: where they go, what reviewers say, packing slips, upload links."""

from __future__ import annotations

from dataclasses import dataclass

from core.chats import Attachment
from core.commands.talk import PlatformMessage
from core.files import FileKind


@dataclass(frozen=True, slots=True)
class TakeFiles:
    """Somebody sent files where an order is known, beside or instead of a message. Result: `UploadSet`."""

    order_id: str
    origin: PlatformMessage
    attachments: tuple[Attachment, ...]
    caption: str = ""
    kind: FileKind | None = None
    album: str | None = None
    revises: str | None = None
    package: int | None = None


@dataclass(frozen=True, slots=True)
class FileSet:
    """The answer to "where does this go?", or *Move* afterwards. Result: `UploadSet`."""

    set_id: str
    kind: FileKind
    folder: str | None = None
    package: int | None = None


@dataclass(frozen=True, slots=True)
class UndoSet:
    """*Undo* under the answer line: the set's files are withdrawn, the originals kept. Result: `UploadSet`."""

    set_id: str


@dataclass(frozen=True, slots=True)
class KeepSet:
    """*Keep* after a warning: it has been heard and is not shown again; reviewers still see it. Result: `UploadSet`."""

    set_id: str


@dataclass(frozen=True, slots=True)
class RetakeSet:
    """*Retake* after a warning: what was warned of is withdrawn, the rest stays filed. Result: `UploadSet`."""

    set_id: str


@dataclass(frozen=True, slots=True)
class NamePart:
    """Which part and side a photo shows, where its name does not say. Result: `File`."""

    file_id: str
    part_side: str


@dataclass(frozen=True, slots=True)
class ReviewSet:
    """Approve, or reject with a note, everything of a set that the actor did not upload. Result: list of `File`."""

    set_id: str
    approve: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """The same for one file. A drawing's approval is the customer's, whose word staff may record. Result: `File`.

    `revision` is the one that the reviewer has seen, where they saw it on a page; a newer one makes that stale.
    """

    file_id: str
    approve: bool
    note: str = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class MakeSlip:
    """State the packages and get the packing slip; another number outdates earlier slips. Result: `SlipVersion`."""

    order_id: str
    boxes: int
    pallets: int = 0


@dataclass(frozen=True, slots=True)
class MakeUploadLink:
    """A one-time address for large files or many at once. Result: the code."""

    order_id: str
    kind: FileKind | None = None


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """The upload page has put a whole file into the store. Result: `UploadItem`."""

    link_id: str
    name: str
    blob: str
    sha256: str
    size: int
    mime: str
    kind: FileKind | None = None


@dataclass(frozen=True, slots=True)
class BeginUpload:
    """The upload page announces a file of `size` bytes that will come in pieces. Result: `UploadItem`.

    The same `key` (what the browser knows the file by) gives the upload that has begun before, to be gone on with.
    """

    link_id: str
    key: str
    name: str
    size: int
    kind: FileKind | None = None


@dataclass(frozen=True, slots=True)
class AddPiece:
    """The next bytes of a begun upload are in the store; the last ones complete it. Result: `UploadItem`."""

    link_id: str
    item_id: str
    offset: int
    blob: str
    sha256: str
    size: int
    mime: str


@dataclass(frozen=True, slots=True)
class CloseUploads:
    """*Done* on the upload page: the link takes nothing more. Result: `UploadLink`."""

    link_id: str


@dataclass(frozen=True, slots=True)
class KeepPhoto:
    """The clean copy of a picture that the customer sends on the page is in the store. Result: `CustomerPhoto`.

    `preview` is the small one's key and its SHA-256 in hex.
    """

    order_id: str
    photo: Attachment
    preview: tuple[str, str]


FilingCommand = (
    TakeFiles | FileSet | UndoSet | KeepSet | RetakeSet | NamePart | ReviewSet | ReviewFile | MakeSlip | MakeUploadLink
    | UploadedFile | BeginUpload | AddPiece | CloseUploads | KeepPhoto
)  # fmt: skip
