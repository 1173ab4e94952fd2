"""Sending files: again by their id when they come from Telegram, else fetched from the other platform and uploaded."""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from telegram import (
    Bot,
    InputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import BadRequest

from bots.outgoing import SendLater, SendRefused
from bots.telegram.layout import Batch
from bots.telegram.screen import sent_as
from bots.telegram.troubles import says
from core.chats import Attachment, MediaKind, Platform
from core.richtext import RichText

Fetch = Callable[[Attachment, Path], Awaitable[Path]]
Content = str | InputFile

_BAD_PICTURE = (
    "photo_invalid_dimensions", "image_process_failed", "photo_save_file_invalid", "photo_ext_invalid",
    "photo_invalid", "wrong type of the web page content", "can't use file of type",
)  # fmt: skip
_ALBUM = {MediaKind.PHOTO: InputMediaPhoto, MediaKind.VIDEO: InputMediaVideo, MediaKind.AUDIO: InputMediaAudio}
_FETCH_AGAIN_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Target:
    """Where a file goes: chat, topic, and the message it answers."""

    chat: int
    thread: int | None
    reply: ReplyParameters | None = None


@dataclass(eq=False)
class LostFile(Exception):
    """The other platform does not give this file any more; the rest of the message can still go."""

    attachment: Attachment


class Uploads:
    """Sends batches of files. `fetchers` give the bytes of other platforms' files."""

    def __init__(self, bot: Bot, fetchers: Mapping[Platform, Fetch]) -> None:
        self._bot = bot
        self._fetchers = fetchers

    async def send(self, target: Target, batch: Batch, caption: RichText | None) -> list[Message]:
        """Send one batch. Raises `TelegramError`, `LostFile`, and `SendLater` when a file can't be fetched now."""
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cutr-telegram-")))
            paths = [await self._path(a, folder / str(n)) for n, a in enumerate(batch.files)]
            try:
                return await self._sent(target, batch, paths, caption)
            except BadRequest as error:
                if batch.kind != "visual" or not says(error, *_BAD_PICTURE):
                    raise
                return await self._as_documents(target, batch, paths, caption)

    async def _as_documents(
        self, target: Target, batch: Batch, paths: list[Path | None], caption: RichText | None
    ) -> list[Message]:
        """Pictures that Telegram can't show go as files: nothing is lost of them."""
        return await self._sent(target, Batch("document", batch.files), paths, caption)

    async def _path(self, attachment: Attachment, to: Path) -> Path | None:
        """The fetched bytes; None when Telegram has the file already."""
        if attachment.platform is Platform.TELEGRAM and attachment.file_id:
            return None
        fetch = self._fetchers.get(attachment.platform)
        if fetch is None:
            raise SendLater(_FETCH_AGAIN_SECONDS, "no_fetcher")
        try:
            return await fetch(attachment, to)
        except SendLater as later:  # the other platform's lane rests, ours does not
            raise SendLater(later.seconds, later.error) from None
        except SendRefused:
            raise LostFile(attachment) from None
        except (OSError, TimeoutError, ValueError, LookupError, aiohttp.ClientError) as error:
            raise SendLater(_FETCH_AGAIN_SECONDS, f"file_not_fetched: {type(error).__name__}") from error

    async def _sent(
        self, target: Target, batch: Batch, paths: list[Path | None], caption: RichText | None
    ) -> list[Message]:
        contents = [_content(a, path, len(paths)) for a, path in zip(batch.files, paths, strict=True)]
        text, entities = sent_as(caption) if caption is not None else (None, None)
        if len(contents) == 1:
            return [await self._one(target, batch.kind, batch.files[0], contents[0], (text, entities))]
        media = [
            _in_album(a, batch.kind, content, (text, entities) if n == 0 else (None, None))
            for n, (a, content) in enumerate(zip(batch.files, contents, strict=True))
        ]
        sent = await self._bot.send_media_group(
            target.chat, media, message_thread_id=target.thread, reply_parameters=target.reply
        )
        return list(sent)

    async def _one(
        self,
        target: Target,
        kind: str,
        attachment: Attachment,
        content: Content,
        caption: tuple[str | None, list[MessageEntity] | None],
    ) -> Message:
        where: dict[str, Any] = {"message_thread_id": target.thread, "reply_parameters": target.reply}
        words: dict[str, Any] = {"caption": caption[0], "caption_entities": caption[1]} if caption[0] else {}
        match kind:
            case "visual" if attachment.kind is MediaKind.PHOTO:
                return await self._bot.send_photo(target.chat, content, **where, **words)
            case "visual":
                return await self._bot.send_video(target.chat, content, **where, **words)
            case "audio":
                return await self._bot.send_audio(target.chat, content, **where, **words)
            case MediaKind.VOICE:
                return await self._bot.send_voice(target.chat, content, **where, **words)
            case MediaKind.ANIMATION:
                return await self._bot.send_animation(target.chat, content, **where, **words)
            case MediaKind.VIDEO_NOTE:
                return await self._bot.send_video_note(target.chat, content, **where)
            case MediaKind.STICKER:
                return await self._bot.send_sticker(target.chat, content, **where)
            case _:
                return await self._bot.send_document(target.chat, content, **where, **words)


def _content(attachment: Attachment, path: Path | None, together: int) -> Content:
    """The file's id, or its bytes; in an album bytes travel beside the call under a name of their own."""
    if path is None:
        return attachment.file_id
    return InputFile(path.read_bytes(), filename=attachment.name or path.name, attach=together > 1)


def _in_album(
    attachment: Attachment,
    kind: str,
    content: Content,
    caption: tuple[str | None, list[MessageEntity] | None],
) -> InputMediaAudio | InputMediaDocument | InputMediaPhoto | InputMediaVideo:
    made = InputMediaDocument if kind == "document" else _ALBUM[attachment.kind]
    return made(content, caption=caption[0], caption_entities=caption[1])  # type: ignore[no-any-return]
