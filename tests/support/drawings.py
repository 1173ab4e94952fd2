"""A drawing as a workshop's program makes it, with everything in it that a customer must not read."""

# ruff: noqa: SLF001 - pypdf has no other way to put objects where they do not belong

from __future__ import annotations

import io
from functools import cache

import pypdf
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.support.pictures import photo


@cache
def drawing() -> bytes:
    """A page with words and a photo, and everywhere a secret that no customer may read."""
    plain = io.BytesIO()
    canvas = Canvas(plain)
    canvas.setAuthor("SECRETAUTHOR")
    canvas.setTitle("SECRETTITLE")
    canvas.drawString(72, 700, "Side panel 18 mm oak")
    canvas.drawImage(ImageReader(io.BytesIO(photo())), 72, 300, 200, 150)
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(plain.getvalue()))
    writer.add_metadata({"/Creator": "SECRETCREATOR", "/Company": "SECRETCOMPANY"})
    xmp = StreamObject()
    xmp.set_data(b"<x:xmpmeta>SECRETXMP</x:xmpmeta>")
    xmp.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    writer.pages[0][NameObject("/Metadata")] = writer._add_object(xmp)
    writer.add_attachment("SECRETFILE.txt", b"SECRETATTACHED")
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject({
        NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("SECRETSCRIPT"),
    })  # fmt: skip
    comment = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Text"),
        NameObject("/Rect"): ArrayObject([FloatObject(number) for number in (10, 10, 30, 30)]),
        NameObject("/T"): TextStringObject("SECRETCOMMENTER"), NameObject("/Contents"): TextStringObject("cut here"),
    })  # fmt: skip
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(comment)])
    image = next(one for one in writer._objects if isinstance(one, StreamObject) and one.get("/Subtype") == "/Image")
    image._data, image[NameObject("/Filter")] = photo(), NameObject("/DCTDecode")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
