"""What the API answers about what has happened: timeline, messages, files, webhooks. Orders: `bots.api.shapes`."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import AwareDatetime

from bots.api.shape import Shape
from core.chats import Audience, MediaKind, MessageState
from core.files import FileKind, ItemState, Review
from core.people import Party, Role


class Who(Shape):
    """Somebody by the platform's stable id."""

    id: str
    name: str


class Acting(Who):
    """Somebody in a role."""

    role: Role


class Entry(Shape):
    """One line of the timeline; `chain` is the SHA-256 over it and the one before."""

    seq: int
    at: AwareDatetime
    effective_at: AwareDatetime
    actor: Acting
    event: str
    old: Any
    new: Any
    reason: str | None
    source: str | None
    chain: str


class Attachment(Shape):
    """What a message carries besides words."""

    kind: MediaKind
    name: str
    mime: str
    size: int


class Message(Shape):
    """A message of a chat."""

    id: str
    chat: Audience
    party: Party
    author: Who
    guest: bool
    text: str
    attachments: list[Attachment]
    state: MessageState
    reply_to: str | None
    sent_at: AwareDatetime
    edited_at: AwareDatetime | None


class Uploader(Who):
    """Who filed it."""

    party: Party


class File(Shape):
    """A file as its newest revision."""

    id: str
    kind: FileKind
    folder: str
    name: str
    original_name: str
    sha256: str
    size: int
    mime: str
    review: Review
    review_note: str | None
    part_side: str | None
    package: int | None
    revision: int
    uploaded_by: Uploader
    at: AwareDatetime
    warnings: list[str]
    customer_sees: bool


class Received(Shape):
    """A file that was just taken."""

    id: str
    name: str
    kind: FileKind
    sha256: str
    size: int
    state: ItemState


class Upload(Shape):
    """What was taken of a form."""

    reference: str
    received: list[Received]


class Webhook(Shape):
    """A webhook on its way or given up; `id` is its `webhook-id`, `seq` null for a message."""

    id: str
    type: str
    seq: int | None
    reference: str
    at: AwareDatetime
    state: Literal["failed", "waiting"]
    attempts: int
    next_attempt_at: AwareDatetime | None
    error: str | None


class Webhooks(Shape):
    """One page of webhooks, oldest first."""

    webhooks: list[Webhook]
    next_cursor: str | None
    total: int


class Replayed(Shape):
    """How many go out again."""

    replayed: int
