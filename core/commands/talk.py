"""Commands about messages and questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from core.chats import Attachment, Audience, Platform
from core.richtext import RichText


@dataclass(frozen=True, slots=True)
class PlatformMessage:
    """Where a message stands on its platform. `reply_to` is the external id it answers."""

    platform: Platform
    channel: str
    external_id: str
    thread: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class RelayMessage:
    """A person wrote in a chat. Result: `Message`, or None when nobody is to get it.

    `chat_id` is given when the person has chosen the chat; else the place or the answered message decides. Raises
    `UnclearTarget` when neither does.
    """

    origin: PlatformMessage
    body: RichText
    sent_at: datetime
    attachments: tuple[Attachment, ...] = ()
    album: str | None = None
    chat_id: str | None = None


@dataclass(frozen=True, slots=True)
class EditMessage:
    """The author changed a message at `edited_at` (the platform's time)."""

    origin: PlatformMessage
    body: RichText
    edited_at: datetime


@dataclass(frozen=True, slots=True)
class DeleteMessage:
    """The author (or Undo) took a message back: queued copies are cancelled, sent ones retracted."""

    message_id: str | None = None
    origin: PlatformMessage | None = None


@dataclass(frozen=True, slots=True)
class UndoLast:
    """`/undo`: take back the asker's newest message in this chat. Result: `Message`."""

    origin: PlatformMessage
    chat_id: str | None = None


@dataclass(frozen=True, slots=True)
class SendNow:
    """Do not wait for the ten seconds."""

    message_id: str


@dataclass(frozen=True, slots=True)
class RetryMessage:
    """Send again what failed; places that broke are opened anew."""

    message_id: str


@dataclass(frozen=True, slots=True)
class MoveMessage:
    """Staff re-file a message to the right order and chat; copies in the wrong one are retracted. Result: `Message`."""

    message_id: str
    order_id: str
    audience: Audience
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VouchMessage:
    """Let a guest's held message through, or (`let_through` False) drop it."""

    message_id: str
    let_through: bool


@dataclass(frozen=True, slots=True)
class SteerMessage:
    """The answer to "send to Cutr instead?": the readers that the writer wants for words that were held back."""

    message_id: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class NoteAsk:
    """Remember a question that the bot has put, so that the reply is understood. Result: `Ask`."""

    platform: Platform
    channel: str
    external_id: str
    asked_of: str
    kind: str
    data: dict[str, object] = field(default_factory=dict)
    order_id: str | None = None


@dataclass(frozen=True, slots=True)
class CloseAsk:
    """The question is answered or gone."""

    ask_id: str
