"""The dossier: complete for staff, and for the customer without a word of the Cutr-only chat."""

import io

import pypdf
import pytest

from core.chats import Audience
from storage.documents import dossier_pdf, for_customer
from storage.documents.dossier_facts import ChatPart, Happening, Said, Sheet
from tests.support.papers import dossier, pictured, texts


def test_everything_is_in_it() -> None:
    everything = " ".join(texts(dossier_pdf(dossier())))
    for word in ("CUT-417", "Houtbouw BV", "Assigned", "Price agreed: 4,000 EUR", "The oak was cheap ‹thumbs up sign›",
                 "edited", "<b>Soon</b>", "→ room.jpg", "outdated", "signed", "a" * 60, "b" * 60):  # fmt: skip
        assert word in everything.replace(" ", "") or word in everything


def test_the_chats_never_share_a_page() -> None:
    pages = texts(dossier_pdf(dossier()))
    secret = [number for number, page in enumerate(pages) if "The oak was cheap" in page]
    shared = [number for number, page in enumerate(pages) if "When?" in page]
    assert secret
    assert shared
    assert not set(secret) & set(shared)
    assert all("partner + Cutr + customer" in pages[number] for number in shared)


def test_the_customers_form_holds_nothing_of_the_other_chat() -> None:
    pdf = dossier_pdf(for_customer(dossier()))
    everything = " ".join(texts(pdf))
    assert "When?" in everything
    assert [
        word for word in ("cheap", "Cutr only", "4,000", "Samples inside", "b" * 20, "Audit") if word in everything
    ] == []


def test_contact_sheets_are_seen() -> None:
    pdf = dossier_pdf(dossier())
    pages = texts(pdf)
    page = next(number for number, page in enumerate(pages) if "Finished products" in page)
    colours = pictured(pdf, page).convert("RGB").getcolors(1 << 20)
    assert colours is not None
    assert any(red > 180 and green < 90 and blue < 90 for _, (red, green, blue) in colours)  # type: ignore[misc]


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe0no", b"%PDF", b"\x89PNG\r\n\x1a\n"])
def test_a_sheet_that_is_no_picture_is_told(content: bytes) -> None:
    pdf = dossier_pdf(dossier(sheets=[Sheet("Broken", content, Audience.WITH_CUSTOMER)]))
    assert "can't be shown" in " ".join(texts(pdf))


def test_a_long_story_breaks_over_pages() -> None:
    said = [Said(f"day {day}", "Jan", f"word{day} " * 120) for day in range(60)]
    timeline = [
        Happening("20 Nov", "Jan", f"event{day}", "x " * 300, "c" * 64, Audience.CUTR_ONLY) for day in range(60)
    ]
    chat = ChatPart("Cutr only", "partner + Cutr", Audience.CUTR_ONLY, said)
    pages = texts(dossier_pdf(dossier(chats=[chat], timeline=timeline)))
    everything = " ".join(pages)
    assert all(everything.count(f"word{day} ") >= 119 for day in range(60))
    assert all(f"event{day}:" in everything for day in range(60))
    assert [number for number, page in enumerate(pages, 1) if f"Page {number}" not in page] == []


def test_nothing_runs_in_it() -> None:
    reader = pypdf.PdfReader(io.BytesIO(dossier_pdf(dossier())))
    assert [key for key in ("/OpenAction", "/AA", "/Names") if key in reader.trailer["/Root"]] == []  # type: ignore[operator]
    assert all("/Annots" not in page for page in reader.pages)
