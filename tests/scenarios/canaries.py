"""Marks that must never reach a customer, and files that carry them where nobody looks.

Every mark is a word of its own, so that what leaks says where it came from.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from email.message import EmailMessage

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

MAKE, ARTIST, COMMENT = 0x010F, 0x013B, 0x9286


@dataclass
class Canaries:
    """Makes marks and remembers them; `salt` tells one run's from another's."""

    salt: str
    made: set[str] = field(default_factory=set)

    def __call__(self, where: str) -> str:
        """A mark that says where it was put."""
        mark = f"QZ{where}{self.salt}ZQ"
        self.made.add(mark)
        return mark

    def found_in(self, shown: bytes | str) -> list[str]:
        """The marks in what somebody is shown, as they are or in the two ways that PDF and EXIF write letters."""
        data = shown.encode() if isinstance(shown, str) else shown
        ways = ("utf-8", "utf-16-le", "utf-16-be")
        return sorted(mark for mark in self.made if any(mark.encode(way) in data for way in ways))


def a_photo(canaries: Canaries, color: str) -> bytes:
    """A JPEG whose maker, artist, comment and XMP are marks."""
    told = Image.Exif()
    told[MAKE], told[ARTIST] = canaries("ExifMake"), canaries("ExifArtist")
    told.get_ifd(0x8769)[COMMENT] = canaries("ExifComment").encode()
    file = io.BytesIO()
    xmp = f"<x:xmpmeta>{canaries('Xmp')}</x:xmpmeta>".encode()
    comment = canaries("JpegComment").encode()
    Image.new("RGB", (1100, 800), color).save(file, "JPEG", exif=told, xmp=xmp, comment=comment)
    return file.getvalue()


def a_drawing(canaries: Canaries) -> bytes:
    """A PDF whose Info, XMP, page entries and attachment are marks."""
    made = PdfWriter()
    page = made.add_blank_page(300, 200)
    page[NameObject("/PieceInfo")] = StreamObject()
    made.add_metadata({"/Author": canaries("PdfAuthor"), "/Title": canaries("PdfTitle")})
    xmp = StreamObject()
    xmp.set_data(f"<x:xmpmeta>{canaries('PdfXmp')}</x:xmpmeta>".encode())
    made.root_object[NameObject("/Metadata")] = made._add_object(xmp)  # noqa: SLF001 - there is no other way to plant one
    made.add_attachment(canaries("PdfAttachment"), canaries("PdfAttached").encode())
    file = io.BytesIO()
    made.write(file)
    return file.getvalue()


def insides(content: bytes) -> list[bytes]:
    """What lies packed in a PDF: every object, every stream unpacked; nothing for any other file."""
    if not content.startswith(b"%PDF"):
        return []
    found: list[bytes] = []
    read = PdfReader(io.BytesIO(content))
    for number in range(1, len(read.xref[0]) + 1 if read.xref else 1):
        one = read.get_object(number)
        found += [repr(one).encode(), *([one.get_data()] if isinstance(one, StreamObject) else [])]
    return [*found, repr(read.metadata).encode(), repr(read.trailer).encode()]


RANDOM = re.compile(
    r"/c/(?!o/)[A-Za-z0-9_-]{40,}"  # the link's token
    r"|\b(?:[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{16})\b"  # proofs, ids, and the marks and nonces made of ids
    r"|={15}\d+=="  # where a mail's parts meet
    r"|127\.0\.0\.1:\d+"  # this run's port
)


def without_chance(told: list[str]) -> list[str]:
    """The same with all that is random by design named by its first appearance."""
    names: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        return names.setdefault(found[0], f"<{len(names)}>")

    return [RANDOM.sub(named, one) for one in told]


def all_parts(mail: EmailMessage) -> list[str]:
    """A mail as readers' programmes see it: its headers and every part, decoded."""
    parts = [str(part.get_content()) for part in mail.walk() if not part.is_multipart()]
    return [*(f"{name}: {value}" for name, value in mail.items()), *parts]
