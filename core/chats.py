"""The two chats of an order, their places on the platforms, and what is written there.

The audience is fixed when a chat is made (decision 3); the schema repeats the rule that nothing of the Cutr-only chat
can be addressed to a customer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.people import Party
from core.richtext import RichText


class Audience(StrEnum):
    """Who reads a chat: partner and Cutr, or partner, Cutr and the customer."""

    CUTR_ONLY = "cutr_only"
    WITH_CUSTOMER = "with_customer"


@dataclass(slots=True)
class Chat:
    """One of the two chats of an order, for one assignment (epoch)."""

    id: str
    order_id: str
    epoch: int
    audience: Audience
    closed_at: datetime | None = None


class Platform(StrEnum):
    """Where people are."""

    SLACK = "slack"
    TELEGRAM = "telegram"
    MAIL = "mail"
    FILES = "files"
    HOOK = "hook"
    PAGE = "page"


class PlaceKind(StrEnum):
    """What kind of spot a place is. `PRIVATE` is a one-to-one Telegram chat without topics: several chats share it.

    A `PAGE` is where the customer writes; nothing is sent there, it shows what is in the database.
    """

    THREAD = "thread"
    TOPIC = "topic"
    PRIVATE = "private"
    CHANNEL = "channel"
    DIRECT = "direct"
    MAILBOX = "mailbox"
    CUPBOARD = "cupboard"
    ENDPOINT = "endpoint"
    PAGE = "page"


class PlaceState(StrEnum):
    """`WANTED` places are opened by the worker before anything is sent there; `BROKEN` ones get nothing."""

    WANTED = "wanted"
    OPEN = "open"
    BROKEN = "broken"
    CLOSED = "closed"


@dataclass(slots=True)
class Place:
    """Somewhere we send to. `channel` is a Slack channel, a Telegram chat id, or an address; `thread` a ts or topic id.

    `card` is the platform id of the order's card there. `member_id` is set where only one person reads.
    """

    id: str
    platform: Platform
    kind: PlaceKind
    party: Party
    audience: Audience
    channel: str
    thread: str | None = None
    state: PlaceState = PlaceState.OPEN
    chat_id: str | None = None
    order_id: str | None = None
    partner_id: str | None = None
    member_id: str | None = None
    card: str | None = None
    trouble: str | None = None
    language: str = "en"

    @property
    def lane(self) -> str:
        """The rate-limited road there: one per Slack channel, Telegram chat, or mail address."""
        return f"{self.platform}:{self.channel}"


class MediaKind(StrEnum):
    """Kinds of content that people send besides text."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    ANIMATION = "animation"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    POLL = "poll"
    OTHER = "other"


FILE_KINDS = frozenset({
    MediaKind.PHOTO, MediaKind.DOCUMENT, MediaKind.VIDEO, MediaKind.AUDIO, MediaKind.VOICE,
    MediaKind.VIDEO_NOTE, MediaKind.ANIMATION, MediaKind.STICKER,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file or other content of a message. `file_id` is the source platform's handle, `unique_id` its stable id.

    `size` is in bytes. `detail` carries what has no file: coordinates, a contact's name and number, a poll's question.
    On the customer's page `file_id` is the key in our own file store and `unique_id` the SHA-256 in hex.
    """

    kind: MediaKind
    platform: Platform
    file_id: str = ""
    unique_id: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0
    url: str = ""
    detail: str = ""


class MessageState(StrEnum):
    """`HELD` waits for a vouch; `RETRACTED` was undone, moved away or deleted by its author."""

    LIVE = "live"
    HELD = "held"
    RETRACTED = "retracted"


@dataclass(slots=True)
class Message:
    """What a person wrote in a chat. `sent_at` is the source's time, `album` its media group."""

    id: str
    chat_id: str
    order_id: str
    audience: Audience
    party: Party
    author_id: str
    author_name: str
    body: RichText
    sent_at: datetime
    recorded_at: datetime
    origin_place_id: str | None = None
    attachments: list[Attachment] = field(default_factory=list)
    reply_to_id: str | None = None
    album: str | None = None
    guest: bool = False
    state: MessageState = MessageState.LIVE
    edited_at: datetime | None = None
    revision: int = 0
    moved_to_id: str | None = None


@dataclass(slots=True)
class Copy:
    """One platform message that shows (part of) a message: the message map, both ways.

    The one with `origin` true is what the author typed. (platform, channel, external_id) is unique. Without a
    `message_id` it is a notice or card of ours: kept where an answer to it must find its chat.
    """

    id: str
    message_id: str | None
    place_id: str
    platform: Platform
    channel: str
    external_id: str
    part: int = 0
    origin: bool = False


@dataclass(slots=True)
class Ask:
    """A question the bot put to a person, so that a reply to it is read as the answer and relayed nowhere."""

    id: str
    platform: Platform
    channel: str
    external_id: str
    asked_of: str
    kind: str
    data: dict[str, object]
    asked_at: datetime
    order_id: str | None = None
    answered_at: datetime | None = None
