"""What the child does with drawings in PDF: a copy that holds nothing but what is to be seen, and a small picture.

Every page is drawn and put into a new PDF as a picture. So no author, comment, attachment, form, hidden layer, script
or photo's place travels along, whatever the drawing programme wrote (reliability.md T29). Runs in `child` only.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import pypdfium2
from PIL import Image

MOST_PAGES: Final = 20
DOTS_PER_INCH: Final = 200
COPY_SIDE: Final = 4200
"""An A3 sheet at a little under 260 dots an inch; larger sheets are drawn as fine as fits."""
QUALITY: Final = 85
POINT: Final = 72


class TooManyPages(ValueError):
    """More sheets than a drawing has."""


def clean_pdf(file: BinaryIO, to: BinaryIO) -> dict[str, Any]:
    """The drawing anew; its pages have their old size."""
    pages = list(_pages(file, COPY_SIDE))
    _write(to, pages)
    return {"pages": len(pages)}


def pdf_preview(file: BinaryIO, to: BinaryIO, side: int) -> dict[str, Any]:
    """The first page as a JPEG that fits into a square of `side` pixels."""
    document = _opened(file)
    try:
        image = _drawn(document[0], side)
    finally:
        document.close()
    to.write(_jpeg(image))
    to.flush()
    return {"width": image.width, "height": image.height}


def _opened(file: BinaryIO) -> pypdfium2.PdfDocument:
    document = pypdfium2.PdfDocument(file.read())
    if not 0 < len(document) <= MOST_PAGES:
        document.close()
        raise TooManyPages(len(document))
    return document


def _pages(file: BinaryIO, side: int) -> Iterator[tuple[float, float, int, int, bytes]]:
    """Of each page: its size in points, its picture's in pixels, and the picture as JPEG."""
    document = _opened(file)
    try:
        for page in document:
            width, height = page.get_size()
            image = _drawn(page, side)
            yield width, height, image.width, image.height, _jpeg(image)
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage, side: int) -> Image.Image:
    longest = max(page.get_size())
    if longest <= 0:
        raise ValueError("a page without a size")
    bitmap = page.render(scale=min(DOTS_PER_INCH / POINT, side / longest), draw_annots=False, may_draw_forms=False)
    drawn: Image.Image = bitmap.to_pil().convert("RGB")
    return drawn


def _jpeg(image: Image.Image) -> bytes:
    # A new image holds nothing that Pillow would write along.
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _write(to: BinaryIO, pages: list[tuple[float, float, int, int, bytes]]) -> None:
    """A PDF of pictures and nothing else: no information dictionary, no dates, no programme's name."""
    kids = b" ".join(b"%d 0 R" % (3 + 3 * at) for at in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)]
    for at, (width, height, across, down, jpeg) in enumerate(pages):
        first = 3 + 3 * at
        draw = b"q %.2f 0 0 %.2f 0 0 cm /P Do Q" % (width, height)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R/Resources<</XObject<</P %d 0 R>>>>>>"
            % (width, height, first + 1, first + 2),
            b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
            b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
            b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (across, down, len(jpeg), jpeg),
        ]
    at, places = to.write(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(at)
        at += to.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    to.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, lines))
    to.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, at))
    to.flush()
