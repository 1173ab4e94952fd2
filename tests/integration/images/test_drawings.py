"""A drawing for the customer: what its pages show stays, who made it when and with what goes, in the child."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import PdfObject, StreamObject

from storage.images import NoPreview, PictureRoom
from storage.images.drawings import without_segments
from tests.support.drawings import drawing
from tests.support.pictures import mutated, photo


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "plan.pdf", tmp_path / "copy.pdf"


def contents(thing: object) -> bytes:
    """What an object of a PDF says, unpacked."""
    found = thing.get_object() if isinstance(thing, PdfObject) else thing
    return found.get_data() if isinstance(found, StreamObject) else str(found).encode()


async def test_only_the_pages_are_left(room: PictureRoom, paths: tuple[Path, Path]) -> None:
    original, copy = paths
    original.write_bytes(drawing())
    assert b"SECRET" in original.read_bytes()
    await room.clean_pdf(original, copy)
    reader = pypdf.PdfReader(copy)
    assert "Side panel 18 mm oak" in reader.pages[0].extract_text()
    assert (len(reader.pages), reader.metadata, reader.xmp_metadata, dict(reader.attachments)) == (1, None, None, {})
    (image,) = reader.pages[0].images
    assert image.image is not None
    assert image.image.size == (1600, 1200)
    assert reader.pages[0]["/Annots"][0].get_object()["/Contents"] == "cut here"  # type: ignore[index]
    everything = copy.read_bytes() + b"".join(contents(one) for one in reader.pages[0].values())
    assert b"SECRET" not in everything
    assert b"Exif" not in everything
    assert b"GPS" not in everything


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 plan", b"%PDF-1.4\n" + bytes(5000), b"%PDF-1.7\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"]
)
async def test_what_is_no_readable_pdf_has_no_copy(room: PictureRoom, paths: tuple[Path, Path], content: bytes) -> None:
    original, copy = paths
    original.write_bytes(content)
    with pytest.raises(NoPreview):
        await room.clean_pdf(original, copy)
    assert not copy.exists()


async def test_a_locked_pdf_has_no_copy(room: PictureRoom, paths: tuple[Path, Path]) -> None:
    original, copy = paths
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawing()))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(original)
    with pytest.raises(NoPreview):
        await room.clean_pdf(original, copy)


def test_a_jpeg_keeps_its_picture_and_loses_its_segments() -> None:
    clean = without_segments(photo())
    assert clean.startswith(b"\xff\xd8")
    assert clean.endswith(photo()[-200:])
    for told in (b"SECRET", b"Exif", b"GPS"):
        assert told not in clean
    assert without_segments(b"no jpeg") == b"no jpeg"


async def test_mutated_drawings_harm_nobody(room: PictureRoom, paths: tuple[Path, Path]) -> None:
    original, copy = paths
    cleaned = 0
    for content in mutated([drawing()], 150, seed=7):
        original.write_bytes(content)
        with suppress(NoPreview):
            await room.clean_pdf(original, copy)
            cleaned += 1
    original.write_bytes(drawing())
    await room.clean_pdf(original, copy)
    assert 0 < cleaned < 150
