"""The packing slip and its labels: read as text, drawn as pictures, scanned."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.documents import MissingGlyph, Part, missing, packing_slip
from tests.support.papers import codes, fonts, packages, pictured, slip, texts

ROOT = Path(__file__).parents[3]
NAMES = [
    ("Łucja Świętosławska-Gżegżółka", "ul. Źródlana 17\n31-415 Kraków"),
    ("Çiğdem Işıkoğlu", "İğdır Şubesi 5\nİstanbul"),
    ("Γιώργος Παπαδόπουλος", "Οδός Ερμού 5\n105 63 Αθήνα"),
    ("Їжакова Ґаля Єрмоленко", "вул. Хрещатик 1\nКиїв"),
    ("Щёлоков Юрий", "ул. Эрьзи 3\nСаранск"),
    ("Đorđe Ђорђевић", "Њ, Љ, Џ 4\nНиш"),
    ("Jiří Dvořák Őze Űrös", "Říčany\nŢară Ștefan"),
    ("Þórður Ægisson Øye Åse ß", "Ġgantija Ħal\nReykjavík"),
]


def test_page_one_says_what_the_domain_asks_for() -> None:
    first, *labels = texts(packing_slip(slip()))
    for word in ("CUT-417", "Kitchen in oiled oak", "Houtbouw BV", "Anna de Vries", "1015 CC Amsterdam",
                 "+31 6 1234 5678", "18 December 2026", "Delivery with installation", "Side panel left", "Oak 19 mm",
                 "12", "Packages: 4 (2 × Box, 2 × Pallet)", "Name", "Signature", "Remarks, damage", "Version 3",
                 "printed 23 Nov 2026 15:40"):  # fmt: skip
        assert word in first
    assert len(labels) == 4


def test_each_package_has_its_label_and_its_code() -> None:
    facts = slip(packages=packages(50))
    pdf = packing_slip(facts)
    pages = texts(pdf)
    assert len(pages) == 51
    for number, (page, package) in enumerate(zip(pages[1:], facts.packages, strict=True), start=1):
        for word in (f"{number} / 50", "CUT-417", "Anna de Vries", "Keizersgracht 1", "FRAGILE", "THIS SIDE UP",
                     package.kind.title()):  # fmt: skip
            assert word in page
    for number in (1, 2, 25, 50):
        assert codes(pdf, number) == [facts.packages[number - 1].link]


def test_a_code_is_read_from_a_coarse_print_too() -> None:
    pdf = packing_slip(slip())
    assert codes(pdf, 1, scale=0.7) == [slip().packages[0].link]
    assert codes(pdf, 1, scale=4.0) == [slip().packages[0].link]


@pytest.mark.parametrize(("customer", "address"), NAMES)
def test_every_european_script_prints_right(customer: str, address: str) -> None:
    pdf = packing_slip(slip(customer=customer, address=address, partner=customer, title=f"{customer} — {address}"))
    for page in texts(pdf):
        assert customer in page
        for line in address.splitlines():
            assert line in page


def test_fonts_are_embedded() -> None:
    used = fonts(packing_slip(slip(parts=[Part("Drill ⌀ 35, 18″ ✓", "1")])))
    assert {name.partition("+")[2]: there for name, there in used.items()} == {
        "FiraSans-Regular": True, "FiraSans-Bold": True, "DejaVuSansMono": True,
    }  # fmt: skip


def test_a_sign_that_the_first_font_lacks_comes_from_the_second() -> None:
    (first,) = texts(packing_slip(slip(parts=[Part("Drill ⌀ 35, 18″, აბგ", "1")], packages=[])))
    # The reader puts a space where the font changes.
    assert "Drill⌀35,18″,აბგ" in first.replace(" ", "")


@pytest.mark.parametrize("field", ["reference", "title", "partner", "customer", "address", "contact", "delivery_date"])
@pytest.mark.parametrize("lost", ["漢", "🔥", "א"])
def test_a_sign_that_no_font_has_is_named_not_drawn(field: str, lost: str) -> None:
    with pytest.raises(MissingGlyph) as caught:
        packing_slip(slip(**{field: f"Anna {lost} Anna"}))
    assert caught.value.characters == lost
    assert missing([f"Anna {lost} Anna", "żółć"]) == lost


def test_a_composed_and_a_decomposed_name_print_the_same() -> None:
    composed, decomposed = [
        texts(packing_slip(slip(customer=name))) for name in ("Zoë Ångström", "Zoe\u0308 A\u030angstro\u0308m")
    ]
    assert composed == decomposed


def test_a_long_part_list_breaks_over_pages_and_loses_nothing() -> None:
    parts = [
        Part(f"Part {number:03d} " + "with a rather long name " * (number % 5), f"{number} pcs")
        for number in range(300)
    ]
    pages = texts(packing_slip(slip(parts=parts, packages=packages(1))))
    everything = " ".join(pages)
    assert [part.name for part in parts if " ".join(part.name.split()) not in everything] == []
    assert [part.quantity for part in parts if part.quantity not in everything] == []
    assert sum("Signature" in page for page in pages) == 1
    assert "Signature" in pages[-2]
    assert all("CUT-417" in page and "Version 3" in page for page in pages)


@pytest.mark.parametrize("number", range(12, 40))
def test_rows_never_run_into_signature_or_foot(number: int) -> None:
    """The strip between the last row and the foot stays white on every page."""
    pdf = packing_slip(slip(parts=[Part(f"Part {place}", "1") for place in range(number)], packages=[]))
    for page in range(len(texts(pdf))):
        picture = pictured(pdf, page, 1.0).convert("L")
        strip = picture.crop((0, picture.height - 62, picture.width, picture.height - 48))
        assert strip.getextrema() == (255, 255)


@pytest.mark.parametrize(
    "text", ["<b>bold", "</para>", "<img src='file:///etc/passwd'/>", "&lt;", "(a) \\ ) Tj", "%PDF"]
)
def test_markup_is_only_text(text: str) -> None:
    for page in texts(packing_slip(slip(title=text, customer=text, packages=packages(1)))):
        assert text in page


def test_monstrous_texts_still_make_a_slip() -> None:
    word = "W" * 3000
    facts = slip(reference=word, title=word, partner=word, customer=word, address=word, contact=word,
                 delivery_date=word, parts=[Part(word, word, word)] * 3, packages=packages(2))  # fmt: skip
    assert len(texts(packing_slip(facts))) >= 3


def test_nothing_given_is_said() -> None:
    (only,) = texts(packing_slip(slip(parts=[], packages=[], contact="", address="", delivery_date="")))
    assert "No part list was given" in only
    assert "Packages: 0" in only


def test_control_characters_are_dropped() -> None:
    first, *_ = texts(packing_slip(slip(customer="Anna\x00\x1b \u202eeirV ed\u202c\ufe0f")))
    assert "Anna eirV ed" in first


WATCHED = """
import sys
from storage.documents import dossier_pdf, packing_slip
from tests.support.papers import dossier, slip
packing_slip(slip()), dossier_pdf(dossier())
seen = []
sys.addaudithook(lambda event, given: seen.append((event, str(given)[:200])))
for text in ("<img src='file:///etc/passwd'/>", "file:///etc/hosts", "http://127.0.0.1:1/x", "<a href='/etc/passwd'>"):
    packing_slip(slip(reference=text, title=text, customer=text, address=text, contact=text))
    dossier_pdf(dossier(reference=text, title=text, facts=[(text, text)]))
outside = {"open", "socket.connect", "subprocess.Popen", "urllib.Request", "os.system"}
print([each for each in seen if each[0] in outside])
"""


def test_no_text_opens_a_file_or_an_address() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
