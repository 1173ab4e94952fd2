"""Sample slips and dossiers, and a reader of PDFs: text, fonts, pages as pictures, QR codes."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pypdfium2
import zxingcpp
from PIL import Image

from core.chats import Audience
from storage.documents import DossierFacts, Package, PackageKind, Part, SlipFacts
from storage.documents.dossier_facts import ChatPart, Happening, Said, Sheet, SlipLine
from tests.support.pictures import encoded, scene


def packages(number: int) -> list[Package]:
    kinds = (PackageKind.PALLET, PackageKind.BOX, PackageKind.BOX)
    return [Package(kinds[place % 3], f"https://t.me/CutrBot?start=p_CUT-417_{place + 1}") for place in range(number)]


def slip(**changes: Any) -> SlipFacts:
    """A slip of an ordinary order."""
    facts = SlipFacts(
        reference="CUT-417", title="Kitchen in oiled oak", partner="Houtbouw BV", customer="Anna de Vries",
        address="Keizersgracht 1\n1015 CC Amsterdam\nNetherlands", contact="+31 6 1234 5678",
        delivery_date="18 December 2026", delivery_method="Delivery with installation",
        parts=[Part("Side panel left", "2", "Oak 19 mm"), Part("Drawer front", "12")], packages=packages(4),
        version=3, printed="23 Nov 2026 15:40",
    )  # fmt: skip
    return replace(facts, **changes)


def dossier(**changes: Any) -> DossierFacts:
    """A dossier with something in both chats."""
    cutr, customer = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
    timeline = [Happening("20 Nov 10:00", "Anna", "Assigned", "", "a" * 64, customer),
                Happening("21 Nov 11:00", "Jan", "Price agreed", "4,000 EUR", "b" * 64, cutr)]  # fmt: skip
    secret = ChatPart("Cutr only", "partner + Cutr", cutr, [Said("20 Nov", "Jan", "The oak was cheap 👍", "edited")])
    shared = ChatPart("With customer", "partner + Cutr + customer", customer,
                      [Said("21 Nov", "Łucja", "When?\n<b>Soon</b>", "", ["room.jpg"])])  # fmt: skip
    picture = encoded(scene(800, 600), "JPEG")
    facts = DossierFacts(
        reference="CUT-417", title="Kitchen in oiled oak", printed="23 Nov 2026", facts=[("Partner", "Houtbouw BV")],
        timeline=timeline, chats=[secret, shared],
        sheets=[Sheet("Finished products", picture, customer), Sheet("Samples inside", picture, cutr)],
        slips=[SlipLine(1, "20 Nov", "3", "outdated"), SlipLine(2, "22 Nov", "4", "signed")],
    )  # fmt: skip
    return replace(facts, **changes)


def texts(pdf: bytes) -> list[str]:
    """What each page says, on one line."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def fonts(pdf: bytes) -> dict[str, bool]:
    """The names of all fonts used, and whether each is embedded."""
    found: dict[str, bool] = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for each in resources.get("/Font", {}).values():
            font = each.get_object()
            found[font["/BaseFont"]] = "/FontFile2" in font.get("/FontDescriptor", {})
    return found


def pictured(pdf: bytes, page: int, scale: float = 1.5) -> Image.Image:
    """A page as it is seen on a screen."""
    seen: Image.Image = pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil()
    return seen


def codes(pdf: bytes, page: int, scale: float = 1.5) -> list[str]:
    """The QR codes that a camera reads from a page."""
    return [found.text for found in zxingcpp.read_barcodes(pictured(pdf, page, scale))]
