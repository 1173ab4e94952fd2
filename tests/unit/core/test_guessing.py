"""What a caption says in five languages, and names that are safe whatever somebody calls a file or folder."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.characters import clean
from core.files import FOLDERS, FileKind
from core.filing import (
    RESERVED,
    decided_by,
    folder_for,
    guesses,
    package_named,
    part_side,
    renamed,
    safe_folder,
    safe_name,
    safe_part,
)  # fmt: skip

K = FileKind
SAID = {
    K.FINISHED_PHOTO: ["Finished, looks great!", "assembled cabinets", "Klaar!", "de kast is gereed", "fertig montiert",
                       "Endprodukt", "Meuble terminé", "c'est fini", "Gotowe", "skończone szafki"],
    K.PACKED_PHOTO: ["packed", "On the pallet", "all wrapped up", "alles ingepakt", "verpakt in dozen", "verpackt",
                     "Auf der Palette", "emballé", "cartons prêts", "spakowane", "zapakowane na palecie", "pudła"],
    K.PRODUCTION_DRAWING: ["production drawing v2", "Werktekening", "technische Zeichnung", "dessin technique",
                           "rysunek techniczny"],
    K.SAMPLE_PHOTO: ["colour sample", "kleurstaaltje? nee: staaltje", "Farbmuster", "échantillon de laque", "próbka"],
    K.SIGNED_PACKING_SLIP: ["signed packing slip", "getekende pakbon", "Lieferschein unterschrieben",
                            "bon de livraison signé", "podpisany list przewozowy", "WZ 12"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "caption"), [(kind, words) for kind, said in SAID.items() for words in said])
def test_the_words_of_five_languages_decide(kind: FileKind, caption: str) -> None:
    assert decided_by(caption) is kind


@pytest.mark.parametrize(
    "caption",
    ["", "hello", "finished and packed", "not packed yet", "nog niet klaar", "noch nicht verpackt", "pas encore fini",
     "jeszcze nie gotowe", "stalen frame", "plan de travail", "the finish is matt", "designed by Anna", "unpacked"],
)  # fmt: skip
def test_words_that_decide_nothing(caption: str) -> None:
    assert decided_by(caption) is None


@pytest.mark.parametrize(
    ("caption", "number"),
    [("box 3", 3), ("Package #12 of 14", 12), ("doos nr. 2", 2), ("Karton 4", 4), ("Palette n° 5", 5), ("paczka 6", 6),
     ("3 boxes", None), ("inbox 3", None), ("box 0", None), ("pallet 999", None), ("", None)],
)  # fmt: skip
def test_the_package_in_the_words(caption: str, number: int | None) -> None:
    assert package_named(caption) == number


def test_guesses_name_every_kind_once_and_the_words_weigh_most() -> None:
    found = guesses("packed", ["plan.dwg"], [K.FINISHED_PHOTO], K.SAMPLE_PHOTO)
    assert sorted(found) == sorted(FileKind)
    assert found[:3] == [K.PACKED_PHOTO, K.PRODUCTION_DRAWING, K.SAMPLE_PHOTO]


def test_without_words_what_is_lacking_comes_before_what_is_there() -> None:
    assert guesses("", ["IMG_1.jpg"], [K.PACKED_PHOTO], None)[0] is K.PACKED_PHOTO
    assert guesses("", ["IMG_1.jpg"], [], None)[-1] is K.OTHER


@pytest.mark.parametrize(
    ("name", "part"),
    [("partA_front.jpg", "partA front"), ("Door left-Back.png", "Door left back"), ("IMG_1234.jpg", None),
     ("photo.jpg", None), ("WhatsApp 12.jpeg", None), ("20300107_1200.jpg", None), ("drawing.pdf", None)],
)  # fmt: skip
def test_part_and_side_in_a_name(name: str, part: str | None) -> None:
    assert part_side(name) == part


NASTY = st.one_of(
    st.text(max_size=400),
    st.text(alphabet='./\\ :*?"<>|\x00\r\n\u202e~%$\u0301AÅéCONcon', max_size=60),
    st.sampled_from([
        "../../etc/passwd", "..\\..\\boot.ini", "/abs", "C:\\x", "CON", "con.jpg", "LPT1.tar.gz", "COM¹.txt", ".", "..",
        "...", " . ", "a/../b", "-rf", "~root", "%2e%2e%2f", "NUL .txt", "x" * 300 + ".jpg", "é" * 300, "\u202egpj.exe",
        "a\x00.jpg", "a.jpg\n.exe", "file:///etc", "aux", "名前" * 90 + ".png", "𝕏" * 100, "",
    ]),
)  # fmt: skip


def is_safe(part: str) -> bool:
    """What every file system, archive and shell takes for one plain name."""
    return (
        0 < len(part.encode()) <= 255
        and part == clean(part) == part.strip(" .")
        and part == unicodedata.normalize("NFC", part)
        and not set(part) & set('/\\:*?"<>|\n\t\x00')
        and not part.startswith("~")
        and part.split(".", maxsplit=1)[0].strip().upper() not in RESERVED
    )


@given(original=NASTY, reference=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}", fullmatch=True), mime=NASTY)
def test_every_file_name_is_safe_and_its_number_keeps_it_unique(original: str, reference: str, mime: str) -> None:
    first, second = (safe_name(reference, K.FINISHED_PHOTO, number, original, mime) for number in (7, 8))
    assert is_safe(first)
    assert first.lower() != second.lower()
    assert "_finished-photo_007" in first


@given(chosen=NASTY, kind=st.sampled_from(list(FileKind)))
def test_every_folder_stays_inside(chosen: str, kind: FileKind) -> None:
    parts = folder_for(kind, chosen).split("/")
    assert all(is_safe(part) for part in parts)
    assert parts[-1] == FOLDERS[kind].split("/")[-1]
    assert is_safe(safe_folder(chosen).split("/")[0])


@given(text=NASTY)
def test_a_safe_part_stays_what_it_is(text: str) -> None:
    once = safe_part(text)
    assert safe_part(once) == once


def test_another_kind_shows_in_the_name_and_the_number_stays() -> None:
    name = safe_name("REF-1", K.FINISHED_PHOTO, 12, "Door.jpg", "image/jpeg")
    assert renamed(name, K.FINISHED_PHOTO, K.PACKED_PHOTO) == "REF-1_packed-photo_012_door.jpg"
