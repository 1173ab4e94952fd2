"""How a person's message looks on Telegram: who speaks, in which chat, the words, and its files in legal groups. Pure.

The parts of a message are always laid out in the same order, so that an edit finds the part it must change.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from bots.aliases import without_contacts
from bots.telegram.labels import chat_name
from bots.telegram.screen import bold
from bots.telegram.words import CAPTION_LIMIT, TEXT_LIMIT
from bots.texts import say
from core.chats import FILE_KINDS, Attachment, MediaKind, Message
from core.parcels import Parcel
from core.people import Party
from core.richtext import RichText

MOST_IN_GROUP = 10
UPLOAD_LIMIT = 50 << 20
"""Bytes a bot may upload (platforms.md 2.7)."""
PHOTO_LIMIT = 10 << 20
"""Bytes of a photo; a larger one goes as a document (platforms.md 2.7)."""
_GROUPS = {
    MediaKind.PHOTO: "visual", MediaKind.VIDEO: "visual", MediaKind.DOCUMENT: "document", MediaKind.AUDIO: "audio",
}  # fmt: skip
_CAPTIONED = frozenset({"visual", "document", "audio", MediaKind.VOICE, MediaKind.ANIMATION})


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that go in one call: 2 to 10 as an album, or one alone. `kind` decides the method."""

    kind: str
    files: tuple[Attachment, ...]

    @property
    def can_have_caption(self) -> bool:
        """Whether words can stand below it."""
        return self.kind in _CAPTIONED


@dataclass(frozen=True, slots=True)
class Layout:
    """Texts first, then batches; `caption` goes with the first batch and then there are no texts."""

    texts: tuple[RichText, ...]
    batches: tuple[Batch, ...]
    caption: RichText | None = None


def layout_of(parcel: Parcel, message: Message) -> Layout:
    """The message as it is sent to this place; nothing tells where the customer can be found if the order says so."""
    if message.party is Party.CUSTOMER:
        message = without_contacts(message, parcel.order, parcel.language)
    sendable = [a for a in message.attachments if a.kind in FILE_KINDS and a.size <= UPLOAD_LIMIT]
    batches = batches_of(sendable)
    whole = _whole(parcel, message)
    if batches and batches[0].can_have_caption and len(whole.plain()) <= CAPTION_LIMIT:
        return Layout((), batches, whole)
    return Layout(whole.split(TEXT_LIMIT), batches)


def _whole(parcel: Parcel, message: Message) -> RichText:
    """Name in bold, the words, and a line for everything that has no file to send."""
    unsendable = [a for a in message.attachments if a.kind not in FILE_KINDS or a.size > UPLOAD_LIMIT]
    lines = [_line(attachment, parcel.language) for attachment in unsendable]
    body = message.body
    if lines:
        body = body.followed_by(("" if body.is_blank() else "\n") + "\n".join(lines))
    head = bold(author_line(parcel, message))
    whole = head if body.is_blank() else head.followed_by("\n").followed_by(body)
    if parcel.place.kind == "private" and parcel.place.thread is None and parcel.view is not None:
        label = chat_name(parcel.view.order.reference, message.audience, parcel.language)
        return bold(label).followed_by("\n").followed_by(whole)
    return whole


def author_line(parcel: Parcel, message: Message) -> str:
    """`Anna (Cutr)`, `Jan · Houtbouw BV`, `Eva (customer)` or only `Customer`: whose words these are."""
    language = parcel.language
    match message.party:
        case Party.STAFF:
            return say("telegram-author-staff", language, name=message.author_name)
        case Party.CUSTOMER:
            if parcel.order is None or parcel.order.aliases:
                return say("alias-customer", language)
            return say("telegram-author-customer", language, name=message.author_name)
        case _:
            partner = parcel.author_partner.name if parcel.author_partner else ""
            name = f"{message.author_name} · {partner}" if partner else message.author_name
            return say("telegram-author-guest", language, name=name) if message.guest else name


def _line(attachment: Attachment, language: str) -> str:
    """What stands for something that can't be sent as a file."""
    if attachment.kind in FILE_KINDS:
        megabytes = str(attachment.size >> 20)
        return say("telegram-file-too-big", language, name=attachment.name, size=megabytes)
    return say(f"telegram-kind-{attachment.kind}", language, detail=attachment.detail or attachment.name)


def batches_of(files: list[Attachment]) -> tuple[Batch, ...]:
    """Albums of what Telegram lets stand together: photos with videos, documents or audio among themselves."""
    made: list[Batch] = []
    for kind, run in groupby(files, key=_group):
        listed = list(run)
        size = MOST_IN_GROUP if kind in {"visual", "document", "audio"} else 1
        made += [Batch(kind, tuple(listed[at : at + size])) for at in range(0, len(listed), size)]
    return tuple(made)


def _group(attachment: Attachment) -> str:
    if attachment.kind is MediaKind.PHOTO and attachment.size > PHOTO_LIMIT:
        return "document"
    return _GROUPS.get(attachment.kind, str(attachment.kind))


def too_big(message: Message) -> list[Attachment]:
    """Files that Telegram takes from no bot."""
    return [a for a in message.attachments if a.kind in FILE_KINDS and a.size > UPLOAD_LIMIT]
