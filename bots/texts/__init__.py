"""The message catalogues: a folder of Fluent files per language, English complete. Logic has no sentence of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

HERE = Path(__file__).parent
LANGUAGES = tuple(sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and any(folder.glob("*.ftl"))))
DEFAULT = "en"

# Cutr's staff read Slack, alerts and the dossier in English: these texts have no other language. Everything else can
# reach a partner or a customer and is there in every language (tests/house/test_languages.py).
STAFF_FILES = frozenset({"slack.ftl"})
STAFF_KEYS = (
    "alert-",
    "api-",
    "command-slack-",
    "deadline-",
    "dossier-",
    "event-",
    "offer-",
    "shortcut-",
    "slack-",
    "staff-task-",
    "notice-check-in-answered",
    "notice-check-in-wanted",
    "notice-check-ins-digest",
    "notice-feedback-notice",
    "notice-mail-bounced",
    "notice-milestones-wanted",
    "notice-offer-answered-notice",
    "notice-todos-digest",
    "notice-todos-escalated",
    "notice-weekly-report",
)
"""How the keys of texts for staff alone begin, in files that hold others' texts too."""


# Fluent refuses a longer string in a placeable, a guard against translators; ours are people's words, so such a one
# enters the sentence as a single private-use sign and is put there afterwards.
LONGEST_STRING = 2500
FIRST_SIGN = 0xF000


class MissingText(KeyError):
    """A key without words, or words with a placeholder that got no value: a bug, never shown half."""


@cache
def bundle(language: str) -> FluentBundle:
    """All texts of one language; made once."""
    made = FluentBundle([language], use_isolating=False)
    for file in sorted((HERE / language).glob("*.ftl")):
        made.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return made


def for_staff(key: str, file: str = "") -> bool:
    """Whether only staff read this text, by its key or by the file that it stands in."""
    return file in STAFF_FILES or key.startswith(STAFF_KEYS)


def spoken(tag: str) -> str:
    """The language of ours that a tag such as `nl-NL` means; English for one that is not spoken here."""
    code = tag.partition("-")[0].lower()
    return code if code in LANGUAGES else DEFAULT


def knows(key: str, language: str = DEFAULT) -> bool:
    """Whether there are words for this key."""
    return bundle(language).has_message(key)


def say(key: str, language: str = DEFAULT, fields: Mapping[str, object] | None = None, **more: object) -> str:
    """The words for this key in this language, or in English where that language lacks them.

    Raises `MissingText` when there are none, or when a placeholder of theirs got no value.
    """
    wanted = spoken(language)
    chosen = wanted if knows(key, wanted) else DEFAULT
    texts = bundle(chosen)
    if not texts.has_message(key):
        raise MissingText(key)
    pattern = texts.get_message(key).value
    if pattern is None:
        raise MissingText(key)
    values = {**(fields or {}), **more}
    long = {name: value for name, value in values.items() if isinstance(value, str) and len(value) > LONGEST_STRING}
    signs = {name: chr(FIRST_SIGN + place) for place, name in enumerate(long)}
    words, errors = texts.format_pattern(pattern, {**values, **signs})
    if errors:
        raise MissingText(key, errors)
    return str(words).translate({ord(sign): long[name] for name, sign in signs.items()})
