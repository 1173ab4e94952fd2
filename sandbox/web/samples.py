"""Sample files for visitors who have none at hand: workshop photos drawn on the spot, a drawing, a voice note."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageDraw

WOODS: Final = (("#c8a06a", "#8a5a2b"), ("#b98b5e", "#6e4522"), ("#d9b98a", "#9c6b3c"), ("#a9763f", "#5e3b1c"))


def photo(number: int = 0) -> bytes:
    """A JPEG of a board of wood on a bench; every number gives another picture."""
    light, dark = WOODS[number % len(WOODS)]
    picture = Image.new("RGB", (1200, 900), "#dfe3e6")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 620, 1200, 900), fill="#9aa3a8")
    pen.rectangle((150, 220, 1050, 700), fill=light, outline=dark, width=8)
    for line in range(250, 690, 30):
        dip = 14 if line % 60 else -10
        pen.line([(165, line), (450, line + dip), (760, line - dip), (1035, line)], fill=dark, width=3, joint="curve")
    pen.ellipse((300 + 90 * (number % 4), 380, 380 + 90 * (number % 4), 470), fill=dark)
    pen.text((60, 60), f"No. {number + 1}", fill="#3a3f44", font_size=48)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=82)
    return written.getvalue()


def drawing() -> bytes:
    """A one-page PDF with a line of text."""
    stream = b"BT /F1 24 Tf 72 720 Td (Production drawing, sample) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj%s endobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end
