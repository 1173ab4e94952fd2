"""What a dossier is drawn from, each piece with its audience, and the form that a customer may read.

The audience decides here, once: the drawing knows none (reliability.md: nothing of the Cutr-only chat leaves).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.chats import Audience


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline; `at` in the reader's words, `chain` the entry's hash in the audit trail."""

    at: str
    actor: str
    event: str
    change: str
    chain: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class Said:
    """A message; `mark` e.g. "edited", "deleted", "did not reach Slack", `files` the names of what came with it."""

    at: str
    author: str
    text: str
    mark: str = ""
    files: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ChatPart:
    """One chat, whole."""

    title: str
    readers: str
    audience: Audience
    messages: Sequence[Said]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contact sheet as `storage.images` made it: JPEG bytes."""

    title: str
    jpeg: bytes
    audience: Audience


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A packing slip that was made; `state` e.g. "current", "outdated", "signed"."""

    version: int
    made_at: str
    packages: str
    state: str


@dataclass(frozen=True, slots=True)
class DossierWords:
    """The fixed words of a dossier (the catalogue gives other languages)."""

    title: str = "Dossier"
    timeline: str = "Timeline"
    when: str = "When"
    who: str = "Who"
    what: str = "What"
    photos: str = "Photos"
    slips: str = "Packing slips"
    version: str = "Version"
    packages: str = "Packages"
    state: str = "State"
    audit: str = "Audit trail"
    chain: str = "SHA-256 over each entry and the one before it"
    nothing: str = "Nothing."
    page: str = "Page"
    printed: str = "printed"
    no_picture: str = "This contact sheet can't be shown."


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """Everything about an order; `facts` are pairs of label and value for the first page."""

    reference: str
    title: str
    printed: str
    facts: Sequence[tuple[str, str]]
    timeline: Sequence[Happening]
    chats: Sequence[ChatPart]
    sheets: Sequence[Sheet]
    slips: Sequence[SlipLine]
    show_audit: Audience = Audience.CUTR_ONLY
    words: DossierWords = field(default_factory=DossierWords)


def for_customer(facts: DossierFacts) -> DossierFacts:
    """The same without anything that is not for the customer: Cutr-only chat, entries, sheets, and the audit trail.

    The caller chooses `facts.facts`, the pairs of the first page, for its reader.
    """
    return replace(
        facts,
        timeline=[each for each in facts.timeline if each.audience is Audience.WITH_CUSTOMER],
        chats=[each for each in facts.chats if each.audience is Audience.WITH_CUSTOMER],
        sheets=[each for each in facts.sheets if each.audience is Audience.WITH_CUSTOMER],
        show_audit=Audience.WITH_CUSTOMER,
    )
