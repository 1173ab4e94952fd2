"""Guessing where a photo or drawing belongs, and safe names for it. Pure: no store, no clock.

A caption decides when it names exactly one kind; otherwise it only puts guesses in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from core.characters import one_line
from core.files import FOLDERS, FileKind

# Stems, so that endings do not matter: English, Dutch, German, French, Polish.
WORDS: dict[FileKind, tuple[str, ...]] = {
    FileKind.FINISHED_PHOTO: (
        "finish", "ready product", "completed", "assembled", "klaar", "gereed", "afgewerkt", "fertig", "montiert",
        "fini", "terminé", "monté", "gotow", "skończ", "zmontow",
    ),
    FileKind.PACKED_PHOTO: (
        "pack", "boxed", "pallet", "crate", "wrapped", "ingepakt", "verpakt", "doos", "verpackt", "palette", "karton",
        "emball", "palett", "cart", "spakow", "zapakow", "palet", "pudł",
    ),
    FileKind.PRODUCTION_DRAWING: (
        "drawing", "blueprint", "dwg", "dxf", "tekening", "zeichnung", "dessin", "plan de", "rysun", "projekt techn",
    ),
    FileKind.SAMPLE_PHOTO: ("sample", "swatch", "staal", "monster", "muster", "échantillon", "echantillon", "prób"),
    FileKind.SIGNED_PACKING_SLIP: (
        "signed", "packing slip", "delivery note", "pakbon", "getekend", "ondertekend", "lieferschein",
        "unterschrieben", "bon de livraison", "signé", "podpis", "list przewoz", "wz ",
    ),
}  # fmt: skip
DRAWING_NAMES = re.compile(r"\.(dwg|dxf|step|stp|iges|3dm|skp|pdf)$", re.IGNORECASE)
PACKAGE = re.compile(
    r"(?:package|box|pallet|colli|pakket|doos|paket|karton|colis|paczka)\s*#?\s*(\d{1,3})", re.IGNORECASE
)
NAME_LIMIT = 80


def kinds_named(caption: str) -> list[FileKind]:
    """The kinds that the words name, a signed slip before a packed photo (its words contain "pack")."""
    words = f" {_plain(caption)} "
    found = [kind for kind, stems in WORDS.items() if any(f" {_plain(stem)}" in words for stem in stems)]
    if FileKind.SIGNED_PACKING_SLIP in found and FileKind.PACKED_PHOTO in found:
        found.remove(FileKind.PACKED_PHOTO)
    return found


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign)).replace("ł", "l")
    return " ".join(re.split(r"[^a-z0-9]+", letters)).strip() + (" " if text.endswith(" ") else "")


def decided_by(caption: str) -> FileKind | None:
    """The one kind that the caption names, if it names exactly one."""
    named = kinds_named(caption)
    return named[0] if len(named) == 1 else None


def package_named(caption: str) -> int | None:
    """The package number in the words, if any."""
    found = PACKAGE.search(caption)
    return int(found[1]) if found else None


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
    word = re.sub(r"[^\w .()+-]", "_", line).strip(" .")[:NAME_LIMIT].strip(" .")
    stem = word.split(".")[0].upper()
    reserved = {"CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10))}
    return f"_{word}" if stem in reserved else word


ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic", "image/gif": "gif",
    "application/pdf": "pdf", "video/mp4": "mp4", "text/plain": "txt", "application/zip": "zip",
}  # fmt: skip


def safe_name(reference: str, kind: FileKind, number: int, original: str, mime: str) -> str:
    """`REF_kind_001_words.ext`: unique within the order by its number, at most 255 bytes, safe everywhere."""
    stem, _, ending = one_line(original).rpartition(".")
    ending = ENDINGS.get(mime) or (ending.lower() if re.fullmatch(r"[A-Za-z0-9]{1,5}", ending) and stem else "bin")
    words = re.sub(r"[^a-z0-9]+", "-", _plain(stem or original)).strip("-")[:40].strip("-")
    told = [safe_part(reference), kind.value.replace("_", "-"), f"{number:03d}", *([words] if words else [])]
    return f"{'_'.join(told)}.{ending}"


def part_side(original: str) -> str | None:
    """`partA_front.jpg` names part and side (domain.md 7); camera names such as IMG_1234 name nothing."""
    stem = one_line(original).rsplit(".", 1)[0]
    if re.fullmatch(r"(?i)(img|dsc|dscn|pxl|photo|image|file|whatsapp|signal|screenshot)?[-_ \d.()]*", stem):
        return None
    found = re.fullmatch(
        r"([\w +-]{1,40})[_ -](front|back|left|right|top|bottom|inside|detail|side)", stem, re.IGNORECASE
    )
    return f"{found[1].strip()} {found[2].lower()}" if found else None
