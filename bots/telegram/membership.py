"""The bot's own standing in chats: blocked, removed, promoted, moved, and topics opened or closed by people."""

from __future__ import annotations

from telegram import Chat, ChatMember, ChatMemberUpdated, Message

from bots.telegram.screen import Screen
from bots.telegram.turn import Turn
from bots.texts import say
from core.chats import Platform
from core.commands import AlertStaff, MoveGroup, NoteHeard, NoteReachability
from core.people import CLOCK
from core.ports import Store

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def on_own_membership(turn: Turn, change: ChatMemberUpdated) -> None:
    """Note whether a known chat can be reached; greet in a new group. Raises `Again`, `StorageAway`."""
    chat_id = change.chat.id
    if change.chat.type == change.chat.CHANNEL:
        return
    if await turn.room.database.read(lambda store: _is_known(store, chat_id)):
        await turn.do(NoteReachability(chat_id, _trouble(change)), CLOCK)
    elif not turn.scene.is_private and change.old_chat_member.status in _GONE and not _trouble_gone(change):
        turn.say(Screen.of(say("telegram-hello-group", turn.language)))


def _is_known(store: Store, chat_id: int) -> bool:
    return bool(
        store.partners.find(telegram_chat_id=chat_id) or store.members.find(telegram_user_id=chat_id, removed_at=None)
    )


def _trouble_gone(change: ChatMemberUpdated) -> bool:
    return change.new_chat_member.status in _GONE


def _trouble(change: ChatMemberUpdated) -> str | None:
    """A stable key, or None when everything works: in a group the bot needs the right to manage topics."""
    new = change.new_chat_member
    if new.status in _GONE:
        return "blocked" if change.chat.type == change.chat.PRIVATE else "kicked"
    if change.chat.type == change.chat.PRIVATE:
        return None
    return None if getattr(new, "can_manage_topics", False) else "no_rights"


async def note_heard(turn: Turn, chat: Chat) -> None:
    """Somebody wrote from a chat that was out of reach: what waited goes out. Raises `StorageAway`."""
    scene = turn.scene
    lost = any(member.blocked_since for member in scene.members) if scene.is_private else (
        scene.group_partner is not None and scene.group_partner.unreachable_since is not None
    )  # fmt: skip
    if lost:
        await turn.room.dispatcher.dispatch(NoteHeard(chat.id, has_topics=bool(chat.is_forum)), CLOCK)


async def on_service(turn: Turn, message: Message) -> None:
    """Service messages: a group that moved, a topic that somebody closed. Everything else is Telegram's small talk."""
    if message.migrate_to_chat_id is not None:
        await _moved(turn, message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await _moved(turn, message.migrate_from_chat_id, message.chat.id)
    elif message.forum_topic_closed is not None and turn.scene.place is not None:
        by_bot = message.from_user is not None and message.from_user.id == turn.room.telegram.bot_id
        if not by_bot:
            place = turn.scene.place
            await turn.do(AlertStaff("topic_closed", turn.scene.name, place.order_id), CLOCK)


async def _moved(turn: Turn, old: int, new: int) -> None:
    def job(store: Store) -> bool:
        return bool(
            store.partners.find(telegram_chat_id=old) or store.places.find(platform=Platform.TELEGRAM, channel=str(old))
        )

    if await turn.room.database.read(job):
        await turn.do(MoveGroup(old, new), CLOCK)
