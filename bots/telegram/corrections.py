"""Changing what was sent: edits, withdrawals, and the author's lasting mark. Doing any of it twice does no harm."""

from __future__ import annotations

from telegram import Bot, ReactionTypeEmoji
from telegram.error import BadRequest

from bots.outgoing import Sent
from bots.telegram.layout import Layout
from bots.telegram.screen import fitting, sent_as
from bots.telegram.troubles import Effect, is_not_modified, says, translated
from bots.telegram.uploads import Target
from bots.telegram.words import CAPTION_LIMIT, TEXT_LIMIT
from bots.texts import say
from core.chats import Copy
from core.parcels import Parcel
from core.richtext import RichText

MARKS = {"on_its_way": "👀", "delivered": "👌", "failed": "💔"}
"""All three are among the emoji that Telegram lets bots react with."""
_IS_MEDIA = ("there is no text in the message",)
_IS_TEXT = ("there is no caption in the message",)
_GONE = ("message to edit not found", "message to delete not found", "message_id_invalid")


class Corrections:
    """Edits, deletes and reacts with one bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def edit(self, target: Target, parcel: Parcel, layout: Layout) -> tuple[list[str], list[RichText]]:
        """Bring the copies up to date; return all their ids and the texts that need a message more."""
        copies = sorted((c for c in parcel.copies if not c.origin), key=lambda copy: copy.part)
        text_copies = max(len(copies) - _media(layout), 0)
        texts, extra = _shared_out(layout, text_copies)
        for number, copy in enumerate(copies):
            if number < len(texts):
                await self._rewrite(target, copy, texts[number])
            elif number < text_copies:
                await self._withdraw(target, copy, parcel.language)  # the text became shorter by a whole part
        return [copy.external_id for copy in copies], extra

    async def _rewrite(self, target: Target, copy: Copy, text: RichText) -> None:
        """Text or caption, whichever the message has: what was a caption may have grown and the other way round."""
        with translated(Effect.AGAIN):
            try:
                await self._rewrite_either(target.chat, int(copy.external_id), text)
            except BadRequest as error:
                if not is_not_modified(error) and not says(error, *_GONE):
                    raise

    async def _rewrite_either(self, chat: int, message_id: int, text: RichText) -> None:
        plain, entities = sent_as(fitting(text, TEXT_LIMIT))
        try:
            await self._bot.edit_message_text(plain, chat, message_id, entities=entities)
        except BadRequest as error:
            if not says(error, *_IS_MEDIA):
                raise
            plain, entities = sent_as(fitting(text, CAPTION_LIMIT))
            await self._bot.edit_message_caption(chat, message_id, caption=plain, caption_entities=entities)

    async def retract(self, target: Target, parcel: Parcel) -> Sent:
        """Delete every copy; one that can't be deleted any more (48 hours, platforms.md 2.6) says it was withdrawn."""
        for copy in parcel.copies:
            if not copy.origin:
                await self._withdraw(target, copy, parcel.language)
        return Sent()

    async def _withdraw(self, target: Target, copy: Copy, language: str) -> None:
        with translated(Effect.AGAIN):
            try:
                await self._bot.delete_message(target.chat, int(copy.external_id))
            except BadRequest as error:
                if says(error, *_GONE):
                    return
                try:
                    words = RichText.of(say("telegram-withdrawn", language))
                    await self._rewrite_either(target.chat, int(copy.external_id), words)
                except BadRequest as worse:
                    if not is_not_modified(worse) and not says(worse, *_GONE):
                        raise

    async def mark(self, parcel: Parcel) -> Sent:
        """Set the one mark on the author's own message; where Telegram allows no reaction there is none."""
        emoji = MARKS.get(str(parcel.posting.body.get("mark")))
        for copy in parcel.copies:
            if copy.origin and emoji is not None:
                with translated(Effect.AGAIN):
                    try:
                        await self._bot.set_message_reaction(
                            int(copy.channel), int(copy.external_id), [ReactionTypeEmoji(emoji)]
                        )
                    except BadRequest:
                        continue
        return Sent()


def _shared_out(layout: Layout, text_copies: int) -> tuple[list[RichText], list[RichText]]:
    """The words for the copies there are, and the words for which there is none yet."""
    if layout.caption is not None:
        return [layout.caption], []
    if text_copies == 0 and layout.batches:  # it was a caption and has outgrown it
        first, *rest = layout.texts[0].split(CAPTION_LIMIT)
        return [first], [*rest, *layout.texts[1:]]
    return list(layout.texts[:text_copies]), list(layout.texts[text_copies:])


def _media(layout: Layout) -> int:
    return sum(len(batch.files) for batch in layout.batches)
