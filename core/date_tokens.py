"""A typed date cut into tokens: folding away case and accents, written numbers, and the words of one language.

What a row of tokens means is said in core/dates.py, which words there are in core/date_words.py.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.date_words import LANGUAGES, MONTH, NEAR, NUMBER, WEEKDAY

WRITTEN, ORDINAL, UNKNOWN = "Z", "O", "?"
LONGEST = 80
_SHORTEST_FOREIGN_WORD = 4
_YEARS = range(1900, 2200)
_RISKY = (WEEKDAY, MONTH, NEAR)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("'’`") | {"ł": "l"})

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{4}|\d{2})(?!\d)|(?!\d))\.?")
_LETTERS = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d{1,4}(?!\d)")
_ORDINAL = re.compile(r"(\d{1,2})(?:\.|(?:st|nd|rd|th|e|er|ste|de|eme|go|ego)\b)")


@dataclass(frozen=True, slots=True)
class DayMonth:
    """A date in figures or words; without a year when none was written."""

    day: int
    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its kind (a letter of core/date_words.py or the three above) and what it stands for."""

    kind: str
    number: int = 0
    written: DayMonth | None = None


Lexicon = dict[str, tuple[str, int]]


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return every word of a language that may stand in a date, fillers with an empty kind."""
    words = LANGUAGES[language]
    return dict.fromkeys(words.fillers.split(), ("", 0)) | words.lexicon()


@cache
def foreign_lexicon_of(language: str) -> Lexicon:
    """Return a language's words without the short ones for days and months, which mean other things elsewhere."""
    words = lexicon_of(language).items()
    return {word: it for word, it in words if it[0] not in _RISKY or len(word) >= _SHORTEST_FOREIGN_WORD}


def folded(text: str) -> str:
    """Return the text in lower case without accents, apostrophes and closing signs, single spaced."""
    # Cut first: nothing that long is a date, and a stranger's megabyte shall not be folded.
    parted = unicodedata.normalize("NFKD", text[: 4 * LONGEST].casefold())
    bare = "".join(char for char in parted if not unicodedata.combining(char)).translate(_DASHES)
    bare = re.sub(r"(?<=[a-z])[-/.,]+|[-/](?=[a-z])|,(?=\s|$)", " ", bare)
    return re.sub(r"(?<=\d{4})\.$", "", " ".join(bare.split()).rstrip("!? "))


def tokens_of(folded_text: str, language: str, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens but the fillers; the first word that is none of the language's ends them as unknown."""
    text = folded_text
    for phrase, word in LANGUAGES[language].phrases.items():
        text = re.sub(rf"\b{phrase}\b", word, text)
    at = 0
    while at < len(text):
        token, at = _token_at(text, at, lexicon)
        if token.kind:
            yield token
        while at < len(text) and text[at] == " ":
            at += 1


def _token_at(text: str, at: int, lexicon: Lexicon) -> tuple[Token, int]:
    if found := _YEAR_FIRST.match(text, at):
        return Token(WRITTEN, written=DayMonth(int(found[4]), int(found[3]), year_of(found[1]))), found.end()
    if found := _DAY_FIRST.match(text, at):
        return Token(WRITTEN, written=DayMonth(int(found[1]), int(found[2]), year_of(found[3]))), found.end()
    if found := _ORDINAL.match(text, at):
        return Token(ORDINAL, int(found[1])), found.end()
    if found := _DIGITS.match(text, at):
        return Token(NUMBER, int(found[0])), found.end()
    if (found := _LETTERS.match(text, at)) and found[0] in lexicon:
        return Token(*lexicon[found[0]]), found.end()
    return Token(UNKNOWN), len(text)


def year_of(written: str | None) -> int | None:
    """Return the year meant by two or four digits. Raises ValueError outside 1900-2199."""
    if written is None:
        return None
    year = int(written) + (2000 if len(written) == 2 else 0)
    if year not in _YEARS:
        raise ValueError(f"no year of an order: {year}")
    return year
