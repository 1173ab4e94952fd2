"""A slip of 50 packages against a bare reportlab canvas that draws the same words with reportlab's own QR codes."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.report import Line, median
from storage.documents import Package, PackageKind, Part, SlipFacts, packing_slip

PACKAGES = 50
REPEATS = 5


def _facts() -> SlipFacts:
    link = "https://t.me/CutrOrdersBot?start=pkg_CUT-2026-0417_"
    return SlipFacts(
        reference="CUT-2026-0417", title="Kitchen in oiled oak", partner="Houtbouw BV", customer="Anna de Vries",
        address="Keizersgracht 1\n1015 CC Amsterdam", contact="+31 6 1234 5678", delivery_date="18 December 2026",
        delivery_method="Delivery", parts=[Part(f"Side panel {number}", "2") for number in range(13)],
        packages=[Package(PackageKind.BOX, f"{link}{number}") for number in range(PACKAGES)], version=1,
        printed="23 Nov 2026 15:40",
    )  # fmt: skip


def _bare(facts: SlipFacts) -> bytes:
    """As one would write it first: standard fonts, no check of characters, the library's QR codes."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1)
    lines = [facts.reference, facts.title, facts.partner, facts.customer, *facts.address.splitlines(), facts.contact]
    for place, line in enumerate([*lines, *(f"{part.quantity} {part.name}" for part in facts.parts)]):
        canvas.drawString(48, 780 - 14 * place, line)
    canvas.showPage()
    for number, package in enumerate(facts.packages, start=1):
        canvas.setFont("Helvetica-Bold", 26)
        for place, line in enumerate([*lines, f"{number} / {len(facts.packages)}", "FRAGILE", "THIS SIDE UP"]):
            canvas.drawString(48, 780 - 34 * place, line)
        code = QrCodeWidget(package.link, barLevel="M")
        x, y, to_x, to_y = code.getBounds()
        drawing = Drawing(190, 190, transform=[190 / (to_x - x), 0, 0, 190 / (to_y - y), 0, 0])
        drawing.add(code)
        renderPDF.draw(drawing, canvas, 350, 60)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _seconds(make: Callable[[SlipFacts], bytes], facts: SlipFacts) -> float:
    begun = time.perf_counter()
    assert make(facts).startswith(b"%PDF")
    return time.perf_counter() - begun


def run(told: Callable[[Line], None]) -> None:
    """One line: how many times as fast; the first pair is a warm-up."""
    facts = _facts()
    pairs = [(_seconds(_bare, facts), _seconds(packing_slip, facts)) for _ in range(REPEATS + 1)][1:]
    ratio = median([bare / ours for bare, ours in pairs])
    ours = median([ours for _, ours in pairs])
    told(Line(f"packing slip of {PACKAGES} packages, times as fast as bare reportlab", ratio, "at least", 1.5,
              f"{ours * 1000:.0f} ms against {median([bare for bare, _ in pairs]) * 1000:.0f} ms"))  # fmt: skip
