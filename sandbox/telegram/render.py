"""How one bot is shown a message: its own file ids, topic marks and the implicit reply.

Facts: `platforms.md 2.5`, `2.7`. State is not changed here.
"""

from typing import Any

from sandbox.telegram.model import Message
from sandbox.telegram.people import ANONYMOUS_ADMIN, Json
from sandbox.telegram.world import Bot, World


def message_json(world: World, bot: Bot, message: Message, *, depth: int = 1) -> Json:
    """Return the Bot API `Message` as this bot sees it; replied messages are shown one level deep."""
    shown: Json = {"message_id": message.id, "date": message.date, "chat": message.chat.as_json()}
    shown["from"] = (ANONYMOUS_ADMIN if message.is_anonymous else message.sender).as_json()
    if message.is_anonymous:
        shown["sender_chat"] = message.chat.as_json()
    if message.thread_id is not None:
        shown["message_thread_id"] = message.thread_id
    if message.is_topic:
        shown["is_topic_message"] = True
    if message.edit_date is not None:
        shown["edit_date"] = message.edit_date
    if message.media_group_id is not None:
        shown["media_group_id"] = message.media_group_id
    replied = _replied_to(message)
    if depth > 0 and replied is not None:
        shown["reply_to_message"] = message_json(world, bot, replied, depth=depth - 1)
    shown |= message.extra | with_file_ids(world, bot, message.content)
    if message.reply_markup and "inline_keyboard" in message.reply_markup:
        shown["reply_markup"] = message.reply_markup
    if "pinned_message" in shown:
        pinned = message.chat.messages.get(shown["pinned_message"])
        shown["pinned_message"] = (
            {"chat": message.chat.as_json(), "message_id": shown["pinned_message"], "date": 0}
            if pinned is None
            else message_json(world, bot, pinned, depth=0)
        )
    return shown


def _replied_to(message: Message) -> Message | None:
    """The explicit target, or in a topic the service message that created it."""
    if message.reply_to is not None:
        return message.chat.messages.get(message.reply_to)
    if message.is_topic and message.thread_id not in (None, message.id) and "external_reply" not in message.extra:
        return message.chat.messages.get(message.thread_id or 0)
    return None


def with_file_ids(world: World, bot: Bot, value: Any) -> Any:
    """Return a copy in which everything with a file_unique_id has this bot's file_id."""
    if isinstance(value, list):
        return [with_file_ids(world, bot, item) for item in value]
    if not isinstance(value, dict):
        return value
    copied = {key: with_file_ids(world, bot, item) for key, item in value.items()}
    if "file_unique_id" in copied:
        return {"file_id": world.files.file_id(bot.id, copied["file_unique_id"])} | copied
    return copied
