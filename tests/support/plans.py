"""Drawings in PDF as drawing programmes and people make them, with a word in every place that nobody looks at."""

from __future__ import annotations

import io

import pypdf
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject, NameObject, create_string_object
from reportlab.pdfgen import canvas

CANARY = "CANARY-7f3a"


def a_drawing(pages: int = 2) -> bytes:
    """A drawing that says CANARY in every place where a drawing programme or a person may leave something."""
    plain = io.BytesIO()
    pen = canvas.Canvas(plain, pagesize=(842, 595), pageCompression=0)
    for number in range(pages):
        pen.rect(100, 100, 400, 200)
        pen.drawString(120, 320, f"Front {number + 1}")
        pen.drawString(5000, 5000, f"{CANARY} beside the sheet")
        pen.showPage()
    pen.save()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(plain.getvalue()))
    writer.add_metadata({"/Author": CANARY, "/Title": CANARY, "/Keywords": CANARY})
    writer.add_attachment(f"{CANARY}.txt", CANARY.encode())
    note = FreeText(text=CANARY, rect=(150, 150, 300, 200))
    note[NameObject("/T")] = create_string_object(CANARY)
    writer.add_annotation(0, note)
    writer.pages[0][NameObject("/PieceInfo")] = DictionaryObject({NameObject("/X"): create_string_object(CANARY)})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
