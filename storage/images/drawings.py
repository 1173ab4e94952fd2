"""A drawing's PDF anew for the customer: its pages, without what else a PDF tells. Runs in the child only.

Gone are author, program and dates (Info), XMP, attachments, scripts, form actions and comments' authors, and EXIF in
photos that a page holds. What the pages show stays; a PDF that can't be read or is locked has no customer's copy.
"""

from __future__ import annotations

import codecs
import io
import warnings
from importlib import import_module
from typing import Any, BinaryIO, Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

MOST_PAGES: Final = 300
_LATE: Final = ("pypdf.filters", "pypdf.xmp", "pypdf._encryption", "pypdf._crypt_providers", "pypdf._cmap")
_TELLING: Final = (
    "/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF", "/EmbeddedFile", "/EF", "/JS", "/Thumb", "/SpiderInfo",
)  # fmt: skip
_OF_COMMENTS: Final = ("/T", "/M", "/CreationDate", "/NM", "/Popup", "/IRT", "/RC", "/Subj")
_ACTIONS: Final = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition"})
_FILES: Final = frozenset({"/FileAttachment", "/Sound", "/Movie", "/RichMedia", "/Screen", "/3D"})


class Unfit(ValueError):
    """Not a drawing that a customer could be given."""


def prepare() -> None:
    """Loads whatever a drawing may need later: pypdf fetches its filters and codings when it first meets them."""
    for name in _LATE:
        import_module(name)
    for word in ("latin-1", "utf-8", "utf-16", "utf-16-be", "utf-16-le", "ascii", "charmap", "cp1252", "mac-roman"):
        codecs.lookup(word)
    sample, cleaned = io.BytesIO(), io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": "\N{LATIN SMALL LETTER Z WITH DOT ABOVE}"})
    writer.write(sample)
    clean_pdf(sample, cleaned)


def clean_pdf(file: BinaryIO, to: BinaryIO) -> dict[str, Any]:
    """The pages alone. Raises `Unfit`, and what pypdf raises on bytes that are none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = PdfReader(file)
        if reader.is_encrypted:
            raise Unfit("locked")
        if not 0 < len(reader.pages) <= MOST_PAGES:
            raise Unfit("pages")
        writer = PdfWriter()
        for page in reader.pages:
            writer.add_page(page)
        writer.metadata = None
        for found in writer._objects:  # noqa: SLF001 - every object, wherever it hangs
            if isinstance(found, DictionaryObject):
                _clean(found)
        # What was taken out hangs nowhere now, but is still there.
        writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
        writer.write(to)
    to.flush()
    return {"pages": len(reader.pages)}


def _clean(found: DictionaryObject) -> None:
    """Take out of one object what is not drawn."""
    for key in _TELLING:
        found.pop(NameObject(key), None)
    action = _resolved(found.get("/A"))
    if isinstance(action, DictionaryObject) and action.get("/S") in _ACTIONS:
        del found["/A"]
    comments = _resolved(found.get("/Annots"))
    if isinstance(comments, ArrayObject):
        kept = [one for one in comments if _kind(_resolved(one)) not in _FILES]
        found[NameObject("/Annots")] = ArrayObject(kept)
    if "/Rect" in found and "/Subtype" in found and "/FT" not in found:
        for key in _OF_COMMENTS:
            found.pop(NameObject(key), None)
    if isinstance(found, StreamObject) and _is_photo(found):
        found._data = without_segments(found._data)  # noqa: SLF001 - the JPEG as it is, not decoded


def _resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, PdfObject) else value


def _kind(comment: Any) -> Any:
    return comment.get("/Subtype") if isinstance(comment, DictionaryObject) else None


def _is_photo(found: StreamObject) -> bool:
    kind = found.get("/Filter")
    return kind == "/DCTDecode" or (isinstance(kind, list) and list(kind) == ["/DCTDecode"])


def without_segments(jpeg: bytes) -> bytes:
    """A JPEG without EXIF, XMP, IPTC and comments; its colours (JFIF, ICC, Adobe) stay. What is no JPEG stays."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, place = bytearray(b"\xff\xd8"), 2
    while place + 4 <= len(jpeg) and jpeg[place] == 0xFF and jpeg[place + 1] != 0xDA:
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if jpeg[place + 1] not in {0xE1, 0xED, 0xFE}:
            kept += jpeg[place:end]
        place = end
    return bytes(kept) + jpeg[place:]
