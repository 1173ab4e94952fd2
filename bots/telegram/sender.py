"""The way out: parcels become calls, Telegram's errors become the worker's words. No decision is taken here.

Fails closed (reliability.md I14): an order's place in a group without a topic gets nothing, never "without thread";
and when Telegram echoes another chat or topic than the intended one, what was sent is deleted and the place breaks.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import structlog
from telegram import Message as TelegramMessage
from telegram import ReplyParameters
from telegram.error import BadRequest, TelegramError

from bots.outgoing import SendRefused, SendTrouble, Sent
from bots.telegram.account import TelegramAccount
from bots.telegram.cards import card, reader_at
from bots.telegram.corrections import Corrections
from bots.telegram.labels import ICON_COLOURS, chat_name
from bots.telegram.layout import layout_of, too_big
from bots.telegram.notices import notice_screen
from bots.telegram.recaps import recap_screen
from bots.telegram.screen import Screen, keyboard, sent_as
from bots.telegram.sets import set_screen
from bots.telegram.troubles import Effect, is_not_modified, says, translated
from bots.telegram.uploads import Fetch, LostFile, Target, Uploads
from core import outbox_kinds as kinds
from core.chats import Attachment, MediaKind, Message, Place, PlaceKind, Platform
from core.parcels import Parcel
from core.views import OrderView

log = structlog.get_logger("cutr.telegram")

TellStaff = Callable[[str, str, str | None], Awaitable[None]]
_GENERAL = 1


class TelegramSender:
    """Implements `bots.outgoing.Sender`. `tell_staff(key, detail, order_id)` hears of files too big to pass on."""

    def __init__(
        self,
        telegram: TelegramAccount,
        clock: Callable[[], datetime],
        fetchers: Mapping[Platform, Fetch] | None = None,
        tell_staff: TellStaff | None = None,
    ) -> None:
        self._telegram = telegram
        self._bot = telegram.bot
        self._clock = clock
        self._uploads = Uploads(telegram.bot, fetchers or {})
        self._corrections = Corrections(telegram.bot)
        self._tell_staff = tell_staff

    async def look_up(self, parcel: Parcel) -> Sent | None:  # noqa: ARG002 - the port's signature
        """Return None: a bot can't read what it has sent (platforms.md 2.6); a duplicate is better than a loss."""
        return None

    async def send(self, parcel: Parcel) -> Sent:  # noqa: C901, PLR0911 - one row per kind of posting
        """Do what the posting says. Raises one of `SendTrouble`."""
        match parcel.posting.kind:
            case kinds.OPEN_PLACE:
                return await self._open(parcel)
            case kinds.CLOSE_PLACE:
                return await self._close(parcel)
            case kinds.SHOW_CARD:
                return await self._show_card(parcel)
            case kinds.SHOW_SET:
                return await self._show_set(parcel)
            case kinds.REFRESH_CARD:
                return await self._refresh_card(parcel)
            case kinds.RECAP:
                return await self._recap(parcel)
            case kinds.DELIVER:
                return await self._deliver(parcel, _message(parcel))
            case kinds.EDIT:
                return await self._edit(parcel, _message(parcel))
            case kinds.RETRACT:
                return await self._corrections.retract(target_of(parcel), parcel)
            case kinds.MARK:
                return await self._corrections.mark(parcel)
            case _:
                return await self._notice(parcel)

    # -- places --------------------------------------------------------------------------------------------------------

    async def _open(self, parcel: Parcel) -> Sent:
        """Make the topic. A private chat without topics needs nothing made."""
        place, view = parcel.place, _view(parcel)
        if place.kind is PlaceKind.PRIVATE and not self._telegram.has_topics:
            return Sent()
        name = chat_name(view.order.reference, place.audience, parcel.language)
        with translated():
            try:
                made = await self._bot.create_forum_topic(
                    int(place.channel), name, icon_color=ICON_COLOURS[place.audience]
                )
            except BadRequest as error:
                if place.kind is PlaceKind.PRIVATE and says(error, "not a forum", "topics"):
                    return Sent()  # switched off since we asked: one shared chat works as well
                raise
        return Sent(thread=str(made.message_thread_id), words=name)

    async def _close(self, parcel: Parcel) -> Sent:
        """Close the topic where that is possible; that it stays open harms nobody."""
        place = parcel.place
        if place.thread is not None and int(place.channel) < 0:
            with translated(Effect.AGAIN):
                try:
                    await self._bot.close_forum_topic(int(place.channel), int(place.thread))
                except BadRequest as error:
                    log.info("telegram.topic_not_closed", error=error.message[:200])
        return Sent()

    # -- cards and notices ---------------------------------------------------------------------------------------------

    async def _show_card(self, parcel: Parcel) -> Sent:
        target = target_of(parcel)
        screen = _card(parcel)
        sent = await self._text(target, screen)
        if target.thread is not None:
            with suppress(TelegramError):  # without the right to pin it is still the topic's first message
                await self._bot.pin_chat_message(target.chat, sent.message_id, disable_notification=True)
        return Sent((str(sent.message_id),), words=screen.text.plain())

    async def _refresh_card(self, parcel: Parcel) -> Sent:
        place = parcel.place
        if place.card is None:
            return Sent()  # its first showing is still to come and will show today's state
        await self._rewrite(target_of(parcel), int(place.card), _card(parcel))
        return Sent()

    async def _show_set(self, parcel: Parcel) -> Sent:
        """The card of what was sent in one go: one message, edited from the question to the answer."""
        target, shown = target_of(parcel), parcel.upload
        if shown is None:
            raise SendRefused("upload_gone")
        screen = set_screen(shown, _view(parcel), parcel.place, parcel.language)
        if shown.upload.card is not None:
            await self._rewrite(target, int(shown.upload.card), screen)
            return Sent(words=screen.text.plain())
        sent = await self._text(target, screen)
        return Sent((str(sent.message_id),), words=screen.text.plain())

    async def _rewrite(self, target: Target, message_id: int, screen: Screen) -> None:
        """Bring one of our own messages up to date; one that somebody deleted is not missed."""
        text, entities = sent_as(screen.text)
        with translated(Effect.AGAIN):
            try:
                await self._bot.edit_message_text(
                    text, target.chat, message_id, entities=entities, reply_markup=keyboard(screen.rows)
                )
            except BadRequest as error:
                if not is_not_modified(error) and not says(error, "message to edit not found", "can't be edited"):
                    raise

    async def _notice(self, parcel: Parcel) -> Sent:
        if parcel.notice is None:
            raise SendRefused(f"no words for {parcel.posting.kind}")
        screen = notice_screen(parcel, parcel.notice)
        sent = await self._text(target_of(parcel), screen)
        return Sent((str(sent.message_id),), words=screen.text.plain())

    async def _recap(self, parcel: Parcel) -> Sent:
        """The last words of a chat that was opened anew; nothing where nothing was said."""
        if not parcel.recap:
            return Sent()
        screen = recap_screen(parcel)
        sent = await self._text(target_of(parcel), screen)
        return Sent((str(sent.message_id),), words=screen.text.plain())

    async def _text(self, target: Target, screen: Screen) -> TelegramMessage:
        text, entities = sent_as(screen.text)
        with translated():
            sent = await self._bot.send_message(
                target.chat, text, entities=entities, message_thread_id=target.thread, reply_parameters=target.reply,
                reply_markup=keyboard(screen.rows),
            )  # fmt: skip
        await self._demand_echo(target, [sent])
        return sent

    # -- people's words ------------------------------------------------------------------------------------------------

    async def _deliver(self, parcel: Parcel, message: Message) -> Sent:
        """Send the message; a file that its platform has lost is named instead, the words still arrive."""
        while True:
            try:
                return await self._delivered(parcel, message)
            except LostFile as lost:
                message = _naming(message, lost.attachment)

    async def _delivered(self, parcel: Parcel, message: Message) -> Sent:
        """Send every part; when a later part fails, the earlier ones are taken back, so that trying again is whole."""
        target = target_of(parcel)
        layout = layout_of(parcel, message)
        sent: list[TelegramMessage] = []
        try:
            for text in layout.texts:
                sent.append(await self._text(target, Screen(text)))
                target = Target(target.chat, target.thread)
            for batch in layout.batches:
                caption = layout.caption if batch is layout.batches[0] else None
                with translated():
                    items = await self._uploads.send(target, batch, caption)
                sent += items
                await self._demand_echo(target, items)
                target = Target(target.chat, target.thread)
        except (SendTrouble, LostFile):
            await self._take_back(sent)
            raise
        await self._note_too_big(message)
        words = layout.caption or layout.texts[0]
        return Sent(tuple(str(item.message_id) for item in sent), words=words.plain())

    async def _edit(self, parcel: Parcel, message: Message) -> Sent:
        target = target_of(parcel)
        layout = layout_of(parcel, message)
        ids, extra = await self._corrections.edit(target, parcel, layout)
        for text in extra:
            ids.append(str((await self._text(target, Screen(text))).message_id))
        return Sent(tuple(ids))

    async def _note_too_big(self, message: Message) -> None:
        if self._tell_staff is not None:
            for attachment in too_big(message):
                await self._tell_staff("send_failed", f"{attachment.name}: too big", message.order_id)

    # -- the echo ------------------------------------------------------------------------------------------------------

    async def _demand_echo(self, target: Target, sent: list[TelegramMessage]) -> None:
        """Telegram tells where it put a message: anywhere else than intended it must not stay (decision 3)."""
        if all(_is_there(target, item) for item in sent):
            return
        log.error("telegram.wrong_place", chat=target.chat, topic=target.thread)
        await self._take_back(sent)
        # Where topics were switched off, Telegram ignores the topic's id (platforms.md 2.5).
        has_topics = target.chat > 0 or any(item.chat.is_forum for item in sent)
        raise SendRefused("wrong_place" if has_topics else "no_topics", breaks_place=True)

    async def _take_back(self, sent: list[TelegramMessage]) -> None:
        for item in sent:
            with suppress(TelegramError):
                await self._bot.delete_message(item.chat.id, item.message_id)


def target_of(parcel: Parcel) -> Target:
    """Where this parcel goes. Raises `SendRefused` for a place of an order in a group that has no topic."""
    place = parcel.place
    try:
        chat = int(place.channel)
        thread = int(place.thread) if place.thread else None
    except ValueError:
        raise SendRefused("no_thread", breaks_place=True) from None
    if _needs_thread(place, chat) and (thread is None or thread <= _GENERAL):
        raise SendRefused("no_thread", breaks_place=True)
    reply = None
    if parcel.reply_to is not None and parcel.posting.kind == kinds.DELIVER and parcel.reply_to.isdigit():
        reply = ReplyParameters(int(parcel.reply_to), allow_sending_without_reply=True)
    return Target(chat, thread, reply)


def _needs_thread(place: Place, chat: int) -> bool:
    """Groups have negative ids; everything of an order goes to its topic, and a topic is a topic in private as well."""
    return place.kind is PlaceKind.TOPIC or chat < 0


def _is_there(target: Target, item: TelegramMessage) -> bool:
    if item.chat.id != target.chat:
        return False
    if target.thread is None:  # a private chat: whatever topic it shows it in, one person reads it
        return target.chat > 0 or not item.is_topic_message
    return item.message_thread_id == target.thread


def _card(parcel: Parcel) -> Screen:
    view = _view(parcel)
    return card(view, parcel.place.audience, reader_at(parcel.place, view, parcel.zone, parcel.language))


def _view(parcel: Parcel) -> OrderView:
    if parcel.view is None:
        raise SendRefused("order_gone")
    return parcel.view


def _naming(message: Message, lost: Attachment) -> Message:
    """The message with this file's name in place of the file."""
    named = Attachment(MediaKind.OTHER, lost.platform, detail=lost.name)
    return replace(message, attachments=[named if a == lost else a for a in message.attachments])


def _message(parcel: Parcel) -> Message:
    if parcel.message is None:
        raise SendRefused("message_gone")
    return parcel.message
