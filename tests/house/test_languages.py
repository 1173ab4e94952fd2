"""Everything a partner or a customer can read is there in every language, with the same fields and its own plurals.

What is for staff alone stays English; `bots.texts` says what that is. Whether words are well chosen no test can tell.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from babel import Locale
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bots.texts import DEFAULT, LANGUAGES, STAFF_FILES, STAFF_KEYS, for_staff
from core.date_words import LANGUAGES as DATE_LANGUAGES
from tests.house import ftl

SPOKEN: Final = ("de", "en", "fr", "nl", "pl")
ENGLISH: Final = ftl.TEXTS / DEFAULT
OTHERS: Final = tuple(folder for folder in ftl.FOLDERS if folder.name != DEFAULT)
CATEGORIES: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
LABEL_LIMIT: Final = 40
LABELS: Final = ("button-", "telegram-button-", "telegram-reason-", "task-", "decline-", "feedback-", "files-side-")

# Words that a language shares with English: a text of nothing else may look the same in both.
NAMES: Final = "cutr telegram nederlands english deutsch français polski "
SHARED_WORDS: Final[dict[str, frozenset[str]]] = {
    "nl": frozenset((NAMES + "code partner partners status account detail min pallet kick off").split()),
    "de": frozenset((NAMES + "detail name version kick off").split()),
    "fr": frozenset((NAMES + "code date min fragile page photo signature version").split()),
    "pl": frozenset((NAMES + "folder min partner status").split()),
}


@cache
def translated(folder: Path = ENGLISH) -> dict[str, ast.Message]:
    """The texts that partners and customers can read, by key."""
    return {
        entry.id.name: entry
        for file in sorted(folder.glob("*.ftl"))
        for entry in ftl.entries(file)
        if isinstance(entry, ast.Message) and not for_staff(entry.id.name, file.name)
    }


class Choices(Visitor):
    """Every place where a text chooses: by which field, between which variants."""

    def __init__(self, message: ast.Message) -> None:
        self.found: list[tuple[str, frozenset[str]]] = []
        self.visit(message)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the visitor's naming
        by = node.selector.id.name if isinstance(node.selector, ast.VariableReference) else "?"
        names = (v.key.name if isinstance(v.key, ast.Identifier) else v.key.value for v in node.variants)
        self.found.append((by, frozenset(names)))
        self.generic_visit(node)


def plurals(found: Choices) -> list[tuple[str, frozenset[str]]]:
    return [(by, names & CATEGORIES) for by, names in found.found if names & (CATEGORIES - {"other"})]


def cases(found: Choices) -> set[tuple[str, frozenset[str]]]:
    """What is chosen by value: `none` and the keys of the code; the fall-back is called `other` everywhere."""
    return {(by, names - CATEGORIES) for by, names in found.found}


def categories(language: str) -> frozenset[str]:
    """The plural forms that whole numbers need in a language (CLDR), and the fall-back."""
    form = Locale.parse(language).plural_form
    return frozenset({form(number) for number in range(1000)} | {"other"})


def bare(message: ast.Message) -> str:
    """The words of a text without fields, figures and single signs such as the `v` of a version."""
    texts: list[str] = []

    class Words(Visitor):
        def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the visitor's naming
            texts.append(node.value)

    Words().visit(message)
    return " ".join(re.findall(r"[^\W\d_]{2,}", " ".join(texts)))


def each() -> Iterator[tuple[Path, str]]:
    return ((folder, key) for folder in OTHERS for key in sorted(translated(folder).keys() & translated().keys()))


def test_the_languages_are_those_that_were_promised() -> None:
    assert LANGUAGES == SPOKEN
    assert set(DATE_LANGUAGES) == set(SPOKEN)


@pytest.mark.parametrize("folder", OTHERS, ids=lambda folder: folder.name)
def test_no_text_is_missing(folder: Path) -> None:
    assert sorted(translated().keys() - translated(folder).keys()) == []


@pytest.mark.parametrize("folder", OTHERS, ids=lambda folder: folder.name)
def test_no_text_is_extra(folder: Path) -> None:
    assert sorted(set(ftl.keys(folder)) - translated().keys()) == []


def test_fields_and_cases_are_those_of_the_english_text() -> None:
    english = {key: cases(Choices(message)) for key, message in translated().items()}
    wrong = []
    for folder, key in each():
        if ftl.placeholders(folder, key) != ftl.placeholders(ENGLISH, key):
            wrong.append(f"{folder.name} {key}: fields")
        if cases(Choices(translated(folder)[key])) != english[key]:
            wrong.append(f"{folder.name} {key}: cases")
    assert wrong == []


def test_every_plural_that_a_language_has_is_there() -> None:
    counted = {key for key, message in translated().items() if plurals(Choices(message))}
    wrong = []
    for folder in OTHERS:
        needed, texts = categories(folder.name), translated(folder)
        for key in sorted(texts.keys() & translated().keys()):
            found = plurals(Choices(texts[key]))
            if (key in counted and not found) or any(needed - names for _, names in found):
                wrong.append(f"{folder.name} {key}")
    assert wrong == []


def test_polish_needs_more_forms_than_english() -> None:
    assert categories("pl") == {"one", "few", "many", "other"}
    assert categories("nl") == {"one", "other"}


def test_nothing_is_left_in_english() -> None:
    english = {key: bare(message) for key, message in translated().items()}
    same = []
    for folder, key in each():
        words = bare(translated(folder)[key])
        if words == english[key] and set(words.lower().split()) - SHARED_WORDS[folder.name]:
            same.append(f"{folder.name} {key}: {words}")
    assert same == []


@pytest.mark.parametrize("folder", ftl.FOLDERS, ids=lambda folder: folder.name)
def test_what_stands_on_buttons_is_short(folder: Path) -> None:
    words = {key: bare(message) for key, message in translated(folder).items() if key.startswith(LABELS)}
    assert {key: text for key, text in words.items() if len(text) > LABEL_LIMIT} == {}


def test_what_is_for_staff_alone_still_exists() -> None:
    names = {file.name for file in ENGLISH.glob("*.ftl")}
    keys = ftl.keys(ENGLISH)
    assert names >= STAFF_FILES
    assert [start for start in STAFF_KEYS if not any(key.startswith(start) for key in keys)] == []
