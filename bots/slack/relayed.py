"""A person's message as Slack shows it: under their own name, in parts that fit, its files named if they can't follow.

Pure. A quote appears only of a message of the same chat (reliability.md T2); the parcel brings no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bots.slack import blocks
from bots.slack.words import SPLIT_LIMIT, as_blocks, as_fallback, length_of
from bots.texts import say
from core.chats import FILE_KINDS, Attachment, MediaKind, Message
from core.parcels import Parcel
from core.people import Party
from core.richtext import RichText, Span, Style

Json = dict[str, Any]
NAME_LIMIT = 80
QUOTE_LIMIT = 120
ICONS = {Party.PARTNER: ":factory:", Party.CUSTOMER: ":bust_in_silhouette:", Party.STAFF: ":office:"}


@dataclass(frozen=True, slots=True)
class Part:
    """One message to post: the fallback text and the blocks."""

    text: str
    blocks: list[Json]


def author(parcel: Parcel, message: Message) -> tuple[str, str]:
    """The name and icon it appears under: `Jan · Houtbouw BV`."""
    partner = parcel.author_partner.name if parcel.author_partner else ""
    key = "slack-author-guest" if message.guest else "slack-author-partner"
    return _shown(message.party, message.author_name, partner, key)


@lru_cache(maxsize=500)
def _shown(party: Party, author_name: str, partner_name: str, key: str) -> tuple[str, str]:
    """Kept for who writes often: the same few people write most of what is relayed."""
    name = blocks.one_line(author_name)
    match party:
        case Party.PARTNER:
            partner = blocks.one_line(partner_name) if partner_name else say("slack-a-partner")
            shown = say(key, name=name, partner=partner)
        case Party.CUSTOMER:
            shown = say("slack-author-customer", name=name)
        case _:
            shown = say("slack-author-staff", name=name)
    return blocks.cut(shown, NAME_LIMIT), ICONS[party]


def parts(parcel: Parcel, message: Message, extra: tuple[str, ...] = ()) -> list[Part]:
    """The message in parts of at most 3,000 signs; `extra` lines name what could not be carried over."""
    body = whole(message, extra)
    split = body.split(SPLIT_LIMIT, length_of) or (RichText.of("…"),)
    made = [Part(as_fallback(part), as_blocks(part)) for part in split]
    quoted = _quote(parcel)
    if quoted is not None:
        made[0].blocks.insert(0, quoted)
    return made


def whole(message: Message, extra: tuple[str, ...] = ()) -> RichText:
    """The words, and a line for everything that is no text."""
    lines = [line for line in (_named(item) for item in message.attachments) if line]
    body = message.body
    for line in (*lines, *extra):
        body = body.followed_by(("\n" if body.plain() else "") + line)
    if body.is_blank():
        body = RichText.of(say("slack-files", count=len(files(message))))
    return body


def files(message: Message) -> list[Attachment]:
    """What can be uploaded."""
    return [item for item in message.attachments if item.kind in FILE_KINDS]


def _named(item: Attachment) -> str:
    if item.kind in FILE_KINDS:
        return ""
    key = item.kind if item.kind in {MediaKind.LOCATION, MediaKind.CONTACT, MediaKind.POLL} else MediaKind.OTHER
    return say(f"slack-media-{key}", detail=blocks.one_line(item.detail or item.name)[:300])


def _quote(parcel: Parcel) -> Json | None:
    if parcel.answered is None:
        return None
    said = blocks.one_line(parcel.answered.body.plain())
    short = said if len(said) <= QUOTE_LIMIT else said[: QUOTE_LIMIT - 1] + "…"
    line = say("slack-in-answer-to", name=blocks.one_line(parcel.answered.author_name), words=short)
    return as_blocks(RichText((Span(line, frozenset({Style.ITALIC})),)))[0]
