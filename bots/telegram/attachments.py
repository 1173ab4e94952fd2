"""What a Telegram message carries besides text. Every kind gets a name: nothing is dropped in silence."""

from __future__ import annotations

from typing import Any

from telegram import Message, PhotoSize

from core.chats import Attachment, MediaKind, Platform

_PLAIN_FILES = (
    ("animation", MediaKind.ANIMATION, "mp4"), ("video", MediaKind.VIDEO, "mp4"), ("audio", MediaKind.AUDIO, "mp3"),
    ("voice", MediaKind.VOICE, "ogg"), ("video_note", MediaKind.VIDEO_NOTE, "mp4"),
    ("document", MediaKind.DOCUMENT, "bin"),
)  # fmt: skip
_KNOWN_OTHERS = (
    "story", "game", "invoice", "giveaway", "giveaway_winners", "paid_media", "checklist", "successful_payment",
    "users_shared", "chat_shared", "passport_data",
)  # fmt: skip
_WORDS = frozenset({"text", "caption"})


def attachments_of(message: Message) -> tuple[Attachment, ...]:
    """The message's contents in our words; empty for a text. A file's size is in bytes, 0 when not told."""
    if message.photo:
        return (_photo(message.photo[-1], message),)
    for name, kind, ending in _PLAIN_FILES:  # an animation comes with a document as well: the first one counts
        file = getattr(message, name)
        if file is not None:
            return (_file(file, kind, f"{kind}-{message.message_id}.{ending}"),)
    if message.sticker is not None:
        sticker = message.sticker
        ending = "tgs" if sticker.is_animated else "webm" if sticker.is_video else "webp"
        made = _file(sticker, MediaKind.STICKER, f"sticker-{message.message_id}.{ending}")
        return (Attachment(**_fields(made) | {"detail": sticker.emoji or ""}),)
    detail = _without_file(message)
    return (Attachment(detail[0], Platform.TELEGRAM, detail=detail[1]),) if detail else ()


def _photo(photo: PhotoSize, message: Message) -> Attachment:
    return Attachment(
        MediaKind.PHOTO, Platform.TELEGRAM, photo.file_id, photo.file_unique_id, f"photo-{message.message_id}.jpg",
        "image/jpeg", photo.file_size or 0,
    )  # fmt: skip


def _file(file: Any, kind: MediaKind, name: str) -> Attachment:
    return Attachment(
        kind, Platform.TELEGRAM, file.file_id, file.file_unique_id, getattr(file, "file_name", None) or name,
        getattr(file, "mime_type", None) or "", file.file_size or 0,
    )  # fmt: skip


def _fields(attachment: Attachment) -> dict[str, Any]:
    return {name: getattr(attachment, name) for name in Attachment.__dataclass_fields__}


def _without_file(message: Message) -> tuple[MediaKind, str] | None:
    """What has no file: coordinates, a contact, a poll, and whatever else Telegram may think of."""
    if message.venue is not None:
        at = message.venue.location
        return MediaKind.LOCATION, f"{message.venue.title}, {message.venue.address} ({at.latitude}, {at.longitude})"
    if message.location is not None:
        return MediaKind.LOCATION, f"{message.location.latitude}, {message.location.longitude}"
    if message.contact is not None:
        contact = message.contact
        name = f"{contact.first_name} {contact.last_name or ''}".strip()
        return MediaKind.CONTACT, f"{name}, {contact.phone_number}"
    if message.poll is not None:
        options = " / ".join(option.text for option in message.poll.options)
        return MediaKind.POLL, f"{message.poll.question} ({options})"
    if message.dice is not None:
        return MediaKind.OTHER, f"{message.dice.emoji} {message.dice.value}"
    return _other(message)


def _other(message: Message) -> tuple[MediaKind, str] | None:
    if message.text or message.caption:
        return None
    named = [name for name in _KNOWN_OTHERS if getattr(message, name, None) is not None]
    named += sorted(key for key in message.api_kwargs if key not in _WORDS)
    return MediaKind.OTHER, ", ".join(named).replace("_", " ") or "message"
