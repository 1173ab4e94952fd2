"""From an update to its listener: python-telegram-bot parses and matches, errors reach the door.

`Application.process_update` would turn an exception into a log line (house-style "Traps"): only its handlers are used.
"""

from __future__ import annotations

from typing import Any

from telegram import Chat, ChatMemberUpdated, Message, Update, User
from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from bots.telegram.answers import on_answer
from bots.telegram.commands import command_in, on_command
from bots.telegram.dialogs import packages
from bots.telegram.dialogs.handed import carries_files
from bots.telegram.identity import Scene, Standing, scene_of, spoken_by, standing_of
from bots.telegram.membership import note_heard, on_own_membership, on_service
from bots.telegram.messages import on_edit, on_message, replied_to, thread_of
from bots.telegram.presses import on_press
from bots.telegram.screen import Screen
from bots.telegram.turn import Room, Turn
from bots.texts import DEFAULT, say
from core.chats import Ask
from core.ports import Receipt


class Listeners:
    """What is done with each kind of update. The turn's own coroutines do the work; here it is only found."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._handlers: tuple[BaseHandler[Update, Any, Any], ...] = (
            MessageHandler(filters.UpdateType.MESSAGE, self._message),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._edited),
            CallbackQueryHandler(self._press),
            ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER),
        )

    async def handle(self, update: Update, receipt: Receipt, turns: list[Turn]) -> None:
        """Handle it; the turn is put into `turns` as soon as it exists. Raises whatever the listener raises."""
        for handler in self._handlers:
            check = handler.check_update(update)
            if check is not None and check is not False:
                await handler.callback(update, (receipt, turns))
                return

    async def _scene(
        self, chat: Chat, user: User | None, message: Message | None, thread: int | None, replied: int | None
    ) -> Scene | None:
        standing = standing_of(chat, user, message)
        if standing is Standing.IGNORED or user is None:
            return None
        if replied is not None:
            await self._room.questions.stored(chat.id)
        return await self._room.database.glance(lambda store: scene_of(store, chat, user, thread, replied, standing))

    async def _message(self, update: Update, context: tuple[Receipt, list[Turn]]) -> None:
        message = update.message
        assert message is not None, "the filter lets only messages through"
        is_service = bool(filters.StatusUpdate.ALL.check_update(update))
        replied = replied_to(message)
        scene = await self._scene(message.chat, _writer(message), message, thread_of(message), replied)
        if scene is None:
            if not is_service:
                return
            scene = _nobody(message)
        turn = self._begin(scene, context, message.message_id)
        await note_heard(turn, message.chat)
        if is_service:
            await on_service(turn, message)
        else:
            await self._written(turn, message)

    async def _written(self, turn: Turn, message: Message) -> None:
        typed = command_in(message)
        if typed is not None:
            await on_command(turn, message, typed)
        elif turn.scene.standing is Standing.STRANGER:
            if turn.scene.is_private:
                turn.say(Screen.of(say("telegram-stranger", turn.language)))
        elif (ask := turn.scene.ask or await _photo_wanted(turn, message)) is not None:
            await on_answer(turn, message, ask)
        else:
            await on_message(turn, message)

    async def _edited(self, update: Update, context: tuple[Receipt, list[Turn]]) -> None:
        message = update.edited_message
        assert message is not None, "the filter lets only edits through"
        scene = await self._scene(message.chat, _writer(message), message, thread_of(message), replied_to(message))
        if scene is None or command_in(message) is not None:
            return
        await on_edit(self._begin(scene, context, message.message_id), message)

    async def _press(self, update: Update, context: tuple[Receipt, list[Turn]]) -> None:
        query = update.callback_query
        assert query is not None, "the handler lets only presses through"
        message = query.message
        if not isinstance(message, Message) and (message is None or message.chat.type != Chat.PRIVATE):
            # Too old to be shown: its topic is unknown, so nothing could be answered in the right place.
            words = say("telegram-old-button", spoken_by(query.from_user) or DEFAULT)
            await self._room.replies.answer(query.id, words, as_alert=True)
            return
        pressed, thread = message.message_id, thread_of(message) if isinstance(message, Message) else None
        scene = await self._scene(message.chat, query.from_user, None, thread, pressed)
        if scene is None:
            return
        turn = self._begin(scene, context, None)
        turn.pressed, turn.query_id = pressed, query.id
        await on_press(turn, query)

    async def _membership(self, update: Update, context: tuple[Receipt, list[Turn]]) -> None:
        change = update.my_chat_member
        assert isinstance(change, ChatMemberUpdated), "the handler lets only the bot's own membership through"
        scene = await self._scene(change.chat, change.from_user, None, None, None)
        if scene is None:
            scene = Scene(Standing.IGNORED, change.chat.id, None, 0, "", change.chat.type == Chat.PRIVATE)
        await on_own_membership(self._begin(scene, context, None), change)

    def _begin(self, scene: Scene, context: tuple[Receipt, list[Turn]], message_id: int | None) -> Turn:
        receipt, turns = context
        turn = Turn(self._room, scene, receipt, message_id)
        turns.append(turn)
        return turn


async def _photo_wanted(turn: Turn, message: Message) -> Ask | None:
    """The package whose label this person has just scanned, if these are photos that name no other order."""
    scene = turn.scene
    free = scene.is_private and scene.place is None and replied_to(message) is None
    if not free or scene.standing is not Standing.MEMBER or not carries_files(message):
        return None
    return await packages.waiting(turn, message.media_group_id)


def _writer(message: Message) -> User | None:
    """Who wrote it. A group's own voice has no user in some updates; then it is nobody we could name."""
    if message.from_user is None and message.sender_chat is not None:
        return User(message.sender_chat.id, message.sender_chat.effective_name or "?", is_bot=False)
    return message.from_user


def _nobody(message: Message) -> Scene:
    return Scene(Standing.IGNORED, message.chat.id, thread_of(message), 0, "", message.chat.type == Chat.PRIVATE)
