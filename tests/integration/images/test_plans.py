"""Drawings in PDF: what a customer gets of them is what is to be seen, and nothing beside it."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image

from storage.images import NoPreview, PictureRoom
from tests.integration.images.conftest import File
from tests.support.drawings import drawing
from tests.support.pictures import mutated
from tests.support.plans import CANARY, a_drawing


def words_in(path: Path) -> str:
    """Everything readable in the file, packed or not."""
    reader = pypdf.PdfReader(path)
    streams = [item.get_data() for item in _streams(reader)]
    return path.read_bytes().decode("latin-1") + "".join(one.decode("latin-1") for one in streams)


def _streams(reader: pypdf.PdfReader) -> list[Any]:
    size: Any = reader.trailer["/Size"]
    found: list[Any] = [reader.get_object(number) for number in range(1, size)]
    return [one for one in found if hasattr(one, "get_data") and one.get("/Filter") != "/DCTDecode"]


async def test_a_clean_drawing_shows_the_same_and_holds_nothing_else(
    room: PictureRoom, file: File, tmp_path: Path
) -> None:
    path, to = file(a_drawing()), tmp_path / "copy.pdf"
    assert CANARY in words_in(path)
    assert await room.clean_pdf(path, to) == 2
    assert CANARY not in words_in(to)
    read = pypdf.PdfReader(to)
    assert (read.metadata, [page.mediabox.width for page in read.pages]) == (None, [842, 842])
    shown = pypdfium2.PdfDocument(to)[1].render(scale=1).to_pil().convert("L")
    assert shown.size == (842, 595)
    # The frame of the drawing stands where it stood, and nothing but white is within it.
    assert shown.getpixel((100, 395)) < 128
    assert shown.getpixel((300, 400)) > 240


async def test_the_same_drawing_makes_the_same_bytes(room: PictureRoom, file: File, tmp_path: Path) -> None:
    path = file(a_drawing())
    for name in ("one", "two"):
        await room.clean_pdf(path, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


async def test_a_preview_is_a_small_picture_of_the_first_sheet(room: PictureRoom, file: File, tmp_path: Path) -> None:
    to = tmp_path / "small.jpg"
    await room.pdf_preview(file(a_drawing()), to, 1024)
    with Image.open(to) as small:
        assert (small.format, max(small.size)) == ("JPEG", 1024)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4\n", b"%PDF-1.7\n" + b"\xff" * 5000, a_drawing()[:900], a_drawing(21)], ids=len
)
async def test_what_cant_be_drawn_makes_no_copy(room: PictureRoom, file: File, tmp_path: Path, content: bytes) -> None:
    to = tmp_path / "copy.pdf"
    with pytest.raises(NoPreview):
        await room.clean_pdf(file(content), to)
    assert not to.exists()
    assert await room.clean_pdf(file(a_drawing(1)), to) == 1


async def test_nothing_in_a_photo_on_the_sheet_travels_along(room: PictureRoom, file: File, tmp_path: Path) -> None:
    path, to = file(drawing()), tmp_path / "copy.pdf"
    assert b"SECRET" in path.read_bytes()
    await room.clean_pdf(path, to)
    for told in (b"SECRET", b"Exif", b"GPS"):
        assert told not in to.read_bytes()


async def test_a_locked_pdf_has_no_copy(room: PictureRoom, file: File, tmp_path: Path) -> None:
    locked, writer = io.BytesIO(), pypdf.PdfWriter(clone_from=io.BytesIO(drawing()))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(locked)
    with pytest.raises(NoPreview):
        await room.clean_pdf(file(locked.getvalue()), tmp_path / "copy.pdf")


async def test_mutated_drawings_harm_nobody(room: PictureRoom, file: File, tmp_path: Path) -> None:
    to = tmp_path / "copy.pdf"
    for content in mutated([drawing()], 60, seed=7):
        with suppress(NoPreview):
            await room.clean_pdf(file(content), to)
    assert await room.clean_pdf(file(drawing()), to) == 1
