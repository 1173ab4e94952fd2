"""Fonts of our papers: Fira Sans for nearly everything European, DejaVu Sans Mono for signs it lacks (⌀, ″, ✓).

Both come out of installed packages and are embedded. Every character is looked up before it is drawn, because reportlab
draws a black box for a missing one and says nothing (stack.md 8).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Final

import fontpkg_fira_sans
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.characters import one_line


class Face(StrEnum):
    """The weights we print in."""

    REGULAR = "FiraSans-Regular"
    BOLD = "FiraSans-Bold"


SPARE: Final = "DejaVuSansMono"
# Joiners, direction marks and variation selectors change nothing on paper.
_SILENT: Final = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, *range(0xFE00, 0xFE10), 0xFEFF])
_RIGHT_TO_LEFT: Final = {"R", "AL", "AN"}


class MissingGlyph(Exception):
    """No installed font has these characters, or they run from right to left; `characters` holds each once."""

    def __init__(self, characters: str) -> None:
        super().__init__(", ".join(f"{one} (U+{ord(one):04X})" for one in characters))
        self.characters = characters


def printable(text: str) -> str:
    """The text as it is drawn: on one line, composed, without invisible signs."""
    return unicodedata.normalize("NFC", one_line(text)).translate(_SILENT)


def missing(texts: Iterable[str]) -> str:
    """The characters of these texts that can't be printed, each once: to ask before, instead of being refused after."""
    seen = dict.fromkeys(sign for text in texts for sign in printable(text))
    return "".join(sign for sign in seen if _font_of(sign, Face.REGULAR) is None)


def spelt(text: str) -> str:
    """The text with signs that can't be printed as their names: for papers that must not fail, like dossiers."""
    lost = missing([text])
    names = {ord(sign): f"‹{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}›" for sign in lost}
    return printable(text).translate(names) if lost else text


@lru_cache(maxsize=4096)
def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """Pieces of a printable text with the name of the registered font that has all of each. Raises `MissingGlyph`."""
    lost = missing([text])
    if lost:
        raise MissingGlyph(lost)
    return tuple((str(font), "".join(signs)) for font, signs in groupby(text, key=lambda sign: _font_of(sign, face)))


@lru_cache(maxsize=4096)
def width(text: str, face: Face, size: float) -> float:
    """Of a printable text, in points. Raises `MissingGlyph`."""
    return float(sum(pdfmetrics.stringWidth(piece, font, size) for font, piece in runs(text, face)))


def registered(face: Face) -> str:
    """The face's name, once reportlab knows it."""
    _signs(face)
    return str(face)


@lru_cache(maxsize=4096)
def _font_of(sign: str, face: Face) -> str | None:
    if unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT:
        return None
    return next((name for name in (str(face), SPARE) if ord(sign) in _signs(name)), None)


@cache
def _signs(name: str) -> frozenset[int]:
    """The characters of a font, which is registered with reportlab when first asked for."""
    font = TTFont(name, str(_path(name)))
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)


def _path(name: str) -> Path:
    if name == SPARE:
        found = find_spec("barcode")
        assert found is not None
        assert found.origin is not None
        return Path(found.origin).parent / "fonts" / f"{name}.ttf"
    return Path(fontpkg_fira_sans.ROOT) / "files" / f"{name}.ttf"
