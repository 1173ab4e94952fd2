"""Characters: which ones may enter the product, and where a long text may be cut.

Plain strings only. Styles and links live in core/richtext.py; what a platform counts (code points, UTF-16 units,
escaped length) is handed in by that platform's room as a measure.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

Measure = Callable[[str], int]

_ZERO_WIDTH_JOINER = 0x200D
_ZERO_WIDTH_NON_JOINER = 0x200C
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_JAMO = range(0x1100, 0x1200)
_HANGUL = range(0xAC00, 0xD7A4)
_NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")


def _forbidden() -> dict[int, str | None]:
    """One entry per code point that is dropped (None) or replaced; every rule looks at one character alone."""
    controls = [*range(0x20), *range(0x7F, 0xA0)]
    surrogates = range(0xD800, 0xE000)
    # Embeddings, overrides and isolates reorder what stands around them; the plain marks (200E, 200F, 061C) don't.
    bidi = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    table: dict[int, str | None] = dict.fromkeys([*controls, *surrogates, *bidi])
    table |= {ord("\n"): "\n", ord("\t"): "\t", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
    return table


_FORBIDDEN = _forbidden()


def clean(text: str) -> str:
    """Return the text without NUL, other controls (but newline and tab), lone surrogates and bidi overrides.

    Works character by character, so cleaning the pieces of a text equals cleaning the whole; carriage returns are
    dropped, Unicode line and paragraph separators become newlines (reliability.md I15, T20).
    """
    # Most texts hold nothing that is dropped, and then both questions are answered much faster than translating.
    return text if text.isascii() and text.isprintable() else text.translate(_FORBIDDEN)


def one_line(text: str) -> str:
    """Return the cleaned text on one line with single spaces: for titles, names and file names (reliability.md T20)."""
    return " ".join(clean(text).split())


def is_one_sign(text: str, place: int) -> bool:
    """Return whether cutting before `place` would tear one visible sign apart (accent, flag, joined emoji, jamo)."""
    if not 0 < place < len(text):
        return False
    left, right = ord(text[place - 1]), ord(text[place])
    if text[place - 1] in "\n\t":
        return False
    if right < 0x300:
        return left == _ZERO_WIDTH_JOINER
    if _ZERO_WIDTH_JOINER in (left, right) or right == _ZERO_WIDTH_NON_JOINER:
        return True
    if right in _SKIN_TONES or right in _TAGS or unicodedata.category(text[place])[0] == "M":
        return True
    if left in _REGIONAL and right in _REGIONAL:
        return _flags_before(text, place) % 2 == 1
    return (left in _JAMO or left in _HANGUL) and right in _JAMO


def _flags_before(text: str, place: int) -> int:
    start = place
    while start > 0 and ord(text[start - 1]) in _REGIONAL:
        start -= 1
    return place - start


def may_break(char: str) -> bool:
    """Return whether this character is white space at which a line may end."""
    return char.isspace() and char not in _NO_BREAK_SPACES


def pieces(text: str, limit: int, measure: Measure = len) -> Iterator[tuple[int, int]]:
    """Yield (start, end) places of the pieces of a text, in order, none longer than `limit` by `measure`.

    Cuts fall at a paragraph, else a line, else a word, else between two signs; only white space at a cut is left out
    and blank pieces are not yielded. `measure` must add up and give at least 1 per character. Raises ValueError when
    not even one character fits.
    """
    start = 0
    while start < len(text):
        end, following = _cut(text, start, limit, measure)
        if text[start:end].strip():
            yield start, end
        start = following


def _cut(text: str, start: int, limit: int, measure: Measure) -> tuple[int, int]:
    window = text[start : start + max(limit, 0)]
    fitting = bisect_right(range(1, len(window) + 1), limit, key=lambda size: measure(window[:size]))
    if fitting == 0:
        msg = f"a limit of {limit} has no room for one character"
        raise ValueError(msg)
    furthest = start + fitting
    if furthest == len(text):
        return furthest, furthest
    return _soft_cut(text, start, furthest) or _hard_cut(text, start, furthest)


def _soft_cut(text: str, start: int, furthest: int) -> tuple[int, int] | None:
    half = start + (furthest - start) // 2
    for separator, earliest in (("\n\n", half), ("\n", half), (" ", start + 1)):
        place = furthest + 1
        while (place := _last_break(text, separator, earliest, place)) >= 0:
            end, following = _gap_around(text, start, place)
            if end > start and not is_one_sign(text, following):
                return end, following
    return None


def _last_break(text: str, separator: str, earliest: int, before: int) -> int:
    if separator != " ":
        return text.rfind(separator, earliest, before - 1 + len(separator))
    return next((at for at in range(min(before, len(text)) - 1, earliest - 1, -1) if may_break(text[at])), -1)


def _gap_around(text: str, start: int, place: int) -> tuple[int, int]:
    """Return where the words before the break end and where those after it begin (keeping a line's indentation)."""
    end = following = place
    while end > start and may_break(text[end - 1]):
        end -= 1
    while following < len(text) and may_break(text[following]):
        following += 1
    newline = text.rfind("\n", place, following)
    return end, (newline + 1 if newline >= 0 else following)


def _hard_cut(text: str, start: int, furthest: int) -> tuple[int, int]:
    place = furthest
    while place > start and is_one_sign(text, place):
        place -= 1
    place = place if place > start else furthest  # one sign longer than the limit: between its code points
    return place, place
