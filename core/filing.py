"""Guessing where a photo or drawing belongs, and safe names for it. Pure: no store, no clock.

A caption decides when it names exactly one kind; otherwise it only puts guesses in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache

from core.characters import one_line
from core.chats import FILE_KINDS, Attachment, MediaKind
from core.files import FOLDERS, FileKind

# Beginnings of words, so that endings do not matter: English, Dutch, German, French, Polish. One with a star may stand
# inside a word, as in German and Dutch compounds. Words that also name a material or a part are left out: "staal" is
# Dutch for sample and for steel, "plan de travail" is French for a worktop.
WORDS: dict[FileKind, tuple[str, ...]] = {
    FileKind.FINISHED_PHOTO: (
        "finished", "ready product", "completed", "assembled", "klaar", "gereed", "afgewerkt", "eindproduct", "fertig",
        "montiert", "endprodukt", "fini", "finie", "finis", "finies", "terminé", "monté", "gotow", "skończ", "zmontow",
    ),
    FileKind.PACKED_PHOTO: (
        "packed", "packing", "packag", "packaging", "boxed", "pallet", "crate", "wrapped", "ingepakt", "verpakt",
        "verpakking", "doos", "dozen", "verpack", "gepackt", "eingepackt", "palet", "karton", "carton", "emball",
        "spakow", "zapakow", "opakow", "pudł", "paczk",
    ),
    FileKind.PRODUCTION_DRAWING: (
        "drawing", "blueprint", "dwg", "dxf", "*tekening", "*zeichnung", "dessin", "plan technique",
        "plan de fabrication", "plan de production", "rysun", "projekt techn",
    ),
    FileKind.SAMPLE_PHOTO: (
        "sample", "swatch", "staaltje", "kleurstaal", "monster", "muster", "*muster", "échantillon", "prób",
    ),
    FileKind.SIGNED_PACKING_SLIP: (
        "signed", "packing slip", "delivery note", "pakbon", "getekend", "ondertekend", "*lieferschein",
        "unterschrieben", "bon de livraison", "signé", "podpis", "list przewoz", "wz ",
    ),
}  # fmt: skip
WHOLE = frozenset({"fini", "finie", "finis", "finies", "finished"})
"""Not as a beginning: "finish" and "finition" are the surface, not the state."""
DENIED = frozenset({"not", "no", "isn", "niet", "geen", "nog", "nicht", "kein", "keine", "noch", "pas", "non", "nie"})
DRAWING_NAMES = re.compile(r"\.(dwg|dxf|step|stp|iges|3dm|skp|pdf)$", re.IGNORECASE)
PACKAGE = re.compile(
    r"\b(?:package|box|pal+et\w*|coll?[io]|kolli|pakket|doos|paket|[ck]arton|colis|paczka|pudło|paleta)"
    r"\s*(?:#|n[ro°]\.?)?\s*(\d{1,3})\b",
    re.IGNORECASE,
)
MOST_PACKAGES = 200
NAME_BYTES = 120


FILED_KINDS = FILE_KINDS - {MediaKind.VOICE, MediaKind.STICKER, MediaKind.VIDEO_NOTE}


def worth_filing(attachments: tuple[Attachment, ...]) -> list[Attachment]:
    """What of a message is a file to keep: photos, documents, films; not voices and stickers."""
    return [one for one in attachments if one.kind in FILED_KINDS]


def kinds_named(caption: str) -> list[FileKind]:
    """The kinds that the words name, a signed slip before a packed photo (its words contain "pack")."""
    words = f" {_plain(caption)} "
    found = [kind for kind, stems in WORDS.items() if any(_stem(stem) in words for stem in stems)]
    if FileKind.SIGNED_PACKING_SLIP in found and FileKind.PACKED_PHOTO in found:
        found.remove(FileKind.PACKED_PHOTO)
    return found


@cache
def _stem(stem: str) -> str:
    """What is looked for between the words."""
    plain = _plain(stem.removeprefix("*"))
    return f"{'' if stem.startswith('*') else ' '}{plain}{' ' if stem in WHOLE else ''}"


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign)).replace("ł", "l")
    return " ".join(re.split(r"[^a-z0-9]+", letters)).strip() + (" " if text.endswith(" ") else "")


def decided_by(caption: str) -> FileKind | None:
    """The one kind that the caption names, if it names exactly one and denies nothing ("not packed yet")."""
    named = kinds_named(caption)
    return named[0] if len(named) == 1 and not DENIED & set(_plain(caption).split()) else None


def package_named(caption: str) -> int | None:
    """The package number in the words, if any."""
    found = PACKAGE.search(caption)
    return int(found[1]) if found and 1 <= int(found[1]) <= MOST_PACKAGES else None


def guesses(caption: str, names: Iterable[str], lacking: Collection[FileKind], last: FileKind | None) -> list[FileKind]:
    """All kinds, the likeliest first: by the words, the file's name, the last choice, and what is still lacking."""
    weight = dict.fromkeys(FileKind, 0.0)
    for kind in kinds_named(caption):
        weight[kind] += 8
    if any(DRAWING_NAMES.search(name) for name in names):
        weight[FileKind.PRODUCTION_DRAWING] += 4
    for kind in lacking:
        weight[kind] += 2
    if last is not None:
        weight[last] += 3
    weight[FileKind.OTHER] -= 1
    order = list(FileKind)
    return sorted(order, key=lambda kind: (-weight[kind], order.index(kind)))


def folder_for(kind: FileKind, chosen: str | None) -> str:
    """The folder of a kind: the default tree, or the kind's own name beneath a folder that staff have set."""
    own = FOLDERS[kind].rsplit("/", 1)[-1]
    return f"{safe_folder(chosen)}/{own}" if chosen else FOLDERS[kind]


def safe_folder(folder: str) -> str:
    """A folder's path of safe parts; never empty, absolute, or leading anywhere else."""
    parts = [safe_part(part) for part in re.split(r"[/\\]+", folder)]
    return "/".join(part for part in parts if part) or "Folder"


def safe_part(text: str) -> str:
    """One part of a path that every system takes: no separators, dots only inside, not a reserved device name."""
    line = unicodedata.normalize("NFC", one_line(text))
    word = _within(re.sub(r"[^\w .()+-]", "_", line).strip(" ."), NAME_BYTES).strip(" .")
    return f"_{word}" if word.split(".")[0].strip().upper() in RESERVED else word


def _within(text: str, limit: int) -> str:
    """As much of the text as fits into so many bytes of UTF-8: systems count bytes, not signs."""
    return text.encode()[:limit].decode(errors="ignore")


RESERVED = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³")})
ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic", "image/gif": "gif",
    "application/pdf": "pdf", "video/mp4": "mp4", "text/plain": "txt", "application/zip": "zip",
}  # fmt: skip


def safe_name(reference: str, kind: FileKind, number: int, original: str, mime: str) -> str:
    """`REF_kind_001_words.ext`: unique within the order by its number, at most 255 bytes, safe everywhere."""
    stem, _, ending = one_line(original).rpartition(".")
    ending = ENDINGS.get(mime) or (ending.lower() if re.fullmatch(r"[A-Za-z0-9]{1,5}", ending) and stem else "bin")
    words = re.sub(r"[^a-z0-9]+", "-", _plain(stem or original)).strip("-")[:40].strip("-")
    told = [safe_part(reference), _dashed(kind), f"{number:03d}", *([words] if words else [])]
    return f"{'_'.join(told)}.{ending}"


def renamed(name: str, old: FileKind, new: FileKind) -> str:
    """The same file's name after it has become another kind; its number keeps it unique."""
    return name.replace(f"_{_dashed(old)}_", f"_{_dashed(new)}_", 1)


def _dashed(kind: FileKind) -> str:
    return kind.value.replace("_", "-")


def part_side(original: str) -> str | None:
    """`partA_front.jpg` names part and side (domain.md 7); camera names such as IMG_1234 name nothing."""
    stem = one_line(original).rsplit(".", 1)[0]
    if re.fullmatch(r"(?i)(img|dsc|dscn|pxl|photo|image|file|whatsapp|signal|screenshot)?[-_ \d.()]*", stem):
        return None
    found = re.fullmatch(
        r"([\w +-]{1,40})[_ -](front|back|left|right|top|bottom|inside|detail|side)", stem, re.IGNORECASE
    )
    return f"{found[1].strip()} {found[2].lower()}" if found else None
