"""What people write: from Telegram's messages to `RelayMessage` and `EditMessage`. Where it goes the core says.

By topic only when Telegram says it is one (`is_topic_message`, platforms.md 2.5); what names no chat is kept with a
question, never guessed and never dropped.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Message

from bots.refusing import refusal_text
from bots.telegram.account import FETCH_LIMIT
from bots.telegram.attachments import attachments_of
from bots.telegram.dialogs.spots import spots_of, which_chat
from bots.telegram.identity import Scene, Standing
from bots.telegram.screen import Screen
from bots.telegram.turn import Again, Turn
from bots.telegram.words import richtext_from
from bots.texts import say
from core import chats
from core.chats import Attachment, MediaKind, MessageState, Platform
from core.commands import AlertStaff, CloseAsk, EditMessage, NoteAsk, PlatformMessage, RelayMessage
from core.people import CLOCK
from core.ports import Store
from core.refusals import Refusal, UnclearTarget
from core.richtext import RichText


def thread_of(message: Message) -> int | None:
    """The topic, if Telegram says that the message is in one; reply chains carry a number too, which is none."""
    return message.message_thread_id if message.is_topic_message else None


def replied_to(message: Message) -> int | None:
    """The message answered; a topic's own "created" message is no answer (platforms.md 2.5)."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created is not None:
        return None
    if message.is_topic_message and answered.message_id == message.message_thread_id:
        return None
    return answered.message_id


def body_of(message: Message) -> RichText:
    """The text or caption with its styles."""
    if message.text is not None:
        return richtext_from(message.text, message.entities)
    return richtext_from(message.caption, message.caption_entities)


def origin_of(message: Message) -> PlatformMessage:
    """Where it stands on Telegram."""
    thread, replied = thread_of(message), replied_to(message)
    return PlatformMessage(
        Platform.TELEGRAM, str(message.chat.id), str(message.message_id), str(thread) if thread is not None else None,
        str(replied) if replied is not None else None,
    )  # fmt: skip


def relay_of(message: Message, chat_id: str | None = None) -> RelayMessage:
    """The message as a command."""
    return RelayMessage(
        origin_of(message), body_of(message), message.date, attachments_of(message), message.media_group_id, chat_id
    )


async def on_message(turn: Turn, message: Message) -> None:
    """Relay it, or ask where it should go. Raises `Again`, `StorageAway`."""
    scene = turn.scene
    if scene.standing is Standing.ANONYMOUS:
        await _refuse_anonymous(turn)
        return
    command = relay_of(message)
    if scene.place is None and not _answers_something(scene, command):
        await _keep_and_ask(turn, command)
        return
    partner_id = scene.place.partner_id if scene.place else None
    try:
        sent = await turn.do(command, scene.actor(partner_id or await _partner_of(turn)))
    except UnclearTarget:
        await _keep_and_ask(turn, command)
        return
    except Refusal as refusal:
        turn.say(Screen(refusal_text(refusal, turn.language)))
        return
    await _tell_limits(turn, command, sent)


def _answers_something(scene: Scene, command: RelayMessage) -> bool:
    return scene.is_private and command.origin.reply_to is not None


async def _partner_of(turn: Turn) -> str | None:
    """Whose order is answered here: a person may belong to several partners."""
    order_id = turn.scene.answered_order_id
    if order_id is None:
        return None

    def job(store: Store) -> str | None:
        order = store.orders.get(order_id)
        return order.partner_id if order else None

    return await turn.room.database.read(job)


async def _refuse_anonymous(turn: Turn) -> None:
    """Nobody can answer for these words: nothing is relayed, staff are told (decision 3)."""
    scene = turn.scene
    if scene.group_partner is None or scene.place is None:
        return
    await turn.do(AlertStaff("anonymous_admin", scene.group_partner.name, scene.order_id), CLOCK)
    turn.say(Screen.of(say("telegram-anonymous", turn.language)))


async def _tell_limits(turn: Turn, command: RelayMessage, sent: object) -> None:
    language = turn.language
    if isinstance(sent, chats.Message) and sent.state is MessageState.HELD:
        turn.say(Screen.of(say("telegram-guest-held", language)))
    big = [a.name for a in command.attachments if a.size > FETCH_LIMIT]
    if big and not await _has_a_card(turn, sent):
        turn.say(Screen.of(say("telegram-too-big", language, name=", ".join(big))))


async def _has_a_card(turn: Turn, sent: object) -> bool:
    """Whether the files are being filed: then their card names what is too large, and offers the upload link."""
    if not isinstance(sent, chats.Message) or turn.scene.standing is not Standing.MEMBER:
        return False
    order_id = sent.order_id

    def job(store: Store) -> bool:
        order = store.orders.get(order_id)
        return order is not None and order.is_open

    return await turn.room.database.read(job)


# -- messages without a chat -------------------------------------------------------------------------------------------


async def _keep_and_ask(turn: Turn, command: RelayMessage) -> None:
    """Store the message with a question; one question for an album. Guests' small talk in General is left alone."""
    scene = turn.scene
    if scene.standing is not Standing.MEMBER:
        return
    chosen, asked_before = await _album_so_far(turn, command)
    if chosen is not None:
        await turn.do(_with_chat(command, chosen), scene.actor(await _partner_of_chat(turn, chosen)))
        return
    note = NoteAsk(
        Platform.TELEGRAM, command.origin.channel, command.origin.external_id, scene.actor_id, "route",
        data_of(command),
    )  # fmt: skip
    await turn.do(note, scene.actor())
    if not asked_before:
        spots = await spots_of(turn)
        turn.say(which_chat(spots, "route", int(command.origin.external_id), 0, turn.language))


async def _album_so_far(turn: Turn, command: RelayMessage) -> tuple[str | None, bool]:
    """Whether an earlier item of this album has found its chat, or is being asked about."""
    if command.album is None:
        return None, False
    album, actor_id, channel = command.album, turn.scene.actor_id, command.origin.channel

    def job(store: Store) -> tuple[str | None, bool]:
        sent = store.messages.find(album=album, author_id=actor_id)
        asks = store.asks.find(platform=Platform.TELEGRAM, channel=channel, kind="route", answered_at=None)
        return (sent[-1].chat_id if sent else None), any(ask.data.get("album") == album for ask in asks)

    return await turn.room.database.read(job)


async def _partner_of_chat(turn: Turn, chat_id: str) -> str | None:
    def job(store: Store) -> str | None:
        chat = store.chats.get(chat_id)
        order = store.orders.get(chat.order_id) if chat else None
        return order.partner_id if order else None

    return await turn.room.database.read(job)


def _with_chat(command: RelayMessage, chat_id: str) -> RelayMessage:
    return RelayMessage(command.origin, command.body, command.sent_at, command.attachments, command.album, chat_id)


def data_of(command: RelayMessage) -> dict[str, object]:
    """The message as JSON, to wait for its chat."""
    return {
        "origin": asdict(command.origin),
        "body": command.body.to_data(),
        "sent_at": command.sent_at.isoformat(),
        "attachments": [asdict(attachment) for attachment in command.attachments],
        "album": command.album,
    }


def command_from(data: dict[str, Any], chat_id: str) -> RelayMessage:
    """The waiting message again, with the chat chosen for it."""
    origin = data["origin"] | {"platform": Platform(data["origin"]["platform"])}
    files = [a | {"kind": MediaKind(a["kind"]), "platform": Platform(a["platform"])} for a in data["attachments"]]
    return RelayMessage(
        PlatformMessage(**origin), RichText.from_data(data["body"]), datetime.fromisoformat(data["sent_at"]),
        tuple(Attachment(**file) for file in files), data["album"], chat_id,
    )  # fmt: skip


async def route(turn: Turn, chat_id: str, message_id: int) -> int:
    """Relay what waited, all items of its album; return how many. Raises `Refusal`, `Again`."""
    waiting = await waiting_asks(turn, message_id)
    actor = turn.scene.actor(await _partner_of_chat(turn, chat_id))
    for ask in waiting:
        command = command_from(ask.data, chat_id)
        await turn.do(command, actor)
        await turn.room.dispatcher.dispatch(CloseAsk(ask.id), actor)
    return len(waiting)


async def waiting_asks(turn: Turn, message_id: int) -> list[chats.Ask]:
    """The open questions about this message, and about the rest of its album, oldest first; only the asker's own."""
    channel, actor_id = str(turn.scene.chat_id), turn.scene.actor_id

    def job(store: Store) -> list[chats.Ask]:
        asks = store.asks.find(platform=Platform.TELEGRAM, channel=channel, kind="route", answered_at=None)
        mine = [ask for ask in asks if ask.asked_of == actor_id]
        this = [ask for ask in mine if ask.external_id == str(message_id)]
        album = this[0].data.get("album") if this else None
        return [ask for ask in mine if album and ask.data.get("album") == album] or this

    return await turn.room.database.read(job)


async def _keep_instead(turn: Turn, ask: chats.Ask, command: RelayMessage) -> None:
    """The words were changed while they waited for their chat: the new ones wait instead."""
    note = NoteAsk(
        Platform.TELEGRAM, command.origin.channel, command.origin.external_id, ask.asked_of, "route", data_of(command)
    )
    await turn.do(note, turn.scene.actor())
    await turn.room.dispatcher.dispatch(CloseAsk(ask.id), turn.scene.actor())


async def on_edit(turn: Turn, message: Message) -> None:
    """The author changed words that may have been relayed."""
    if turn.scene.standing not in (Standing.MEMBER, Standing.GUEST):
        return
    place = turn.scene.place
    actor = turn.scene.actor(place.partner_id if place else None)
    waiting = [ask for ask in await waiting_asks(turn, message.message_id)
               if ask.external_id == str(message.message_id)]  # fmt: skip
    if waiting:
        await _keep_instead(turn, waiting[0], relay_of(message))
        return
    try:
        await turn.do(EditMessage(origin_of(message), body_of(message), message.edit_date or message.date), actor)
    except Again:
        raise
    except Refusal as refusal:
        turn.then(partial(_say_refusal, turn, refusal))


async def _say_refusal(turn: Turn, refusal: Refusal) -> None:
    scene = turn.scene
    screen = Screen(refusal_text(refusal, turn.language))
    await turn.room.replies.say(scene.chat_id, scene.thread, screen, turn.message_id)
