"""The forum topic methods and the rights they need (`platforms.md 2.5`)."""

from collections.abc import Awaitable, Callable

from sandbox.telegram import topics
from sandbox.telegram.access import known_chat, own_member, require_right, writable_chat
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.model import Chat, Topic
from sandbox.telegram.people import Json

NO_RIGHT = "not enough rights to create a topic"
ICONS = ("📰", "💡", "⚡️", "🎙", "🔝", "🗣", "🆒", "❗️", "📝", "📆", "📁", "🔎")


def _forum(call: Call) -> Chat:
    chat = writable_chat(call)
    if not (chat.is_forum or (chat.is_private and call.bot.has_topics_enabled)):
        raise bad_request("the chat is not a forum")
    return chat


def _topic(call: Call, chat: Chat) -> Topic:
    topic = chat.open_topic(call.args.number("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def _manageable(call: Call) -> tuple[Chat, Topic]:
    chat = _forum(call)
    topic = _topic(call, chat)
    if topic.creator_id != call.bot.id:
        require_right(call, chat, "can_manage_topics", NO_RIGHT)
    return chat, topic


async def create_forum_topic(call: Call) -> Json:
    """Open a topic; a name above 128 characters is cut."""
    chat = _forum(call)
    require_right(call, chat, "can_manage_topics", NO_RIGHT)
    name = " ".join(call.args.text("name").split())[: topics.MAX_NAME].strip()
    if not name:
        raise bad_request("title must be non-empty")
    color = call.args.number("icon_color", topics.DEFAULT_COLOR)
    if color not in topics.COLORS:
        raise bad_request("invalid icon color specified")
    call.world.flood.charge(call.bot.id, chat.id)
    icon = call.args.text("icon_custom_emoji_id")
    return topics.create(call.world, chat, call.bot.user, name, color=color, icon=icon).as_json()


async def edit_forum_topic(call: Call) -> bool:
    """Change name and icon; an empty name keeps the old one."""
    chat, topic = _manageable(call)
    name = " ".join(call.args.text("name").split())[: topics.MAX_NAME].strip()
    changes: Json = {"name": name} if name and name != topic.name else {}
    icon = call.args.text("icon_custom_emoji_id")
    if "icon_custom_emoji_id" in call.args.values and icon != topic.icon_custom_emoji_id:
        changes["icon_custom_emoji_id"] = icon
    if not changes:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topics.edit(call.world, chat, call.bot.user, topic, changes)
    return True


async def close_forum_topic(call: Call) -> bool:
    """Close a topic of a supergroup."""
    chat, topic = _manageable(call)
    if chat.is_private:
        raise bad_request("the chat is not a supergroup")
    if topic.is_closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topics.close(call.world, chat, call.bot.user, topic)
    return True


async def reopen_forum_topic(call: Call) -> bool:
    """Open a closed topic of a supergroup."""
    chat, topic = _manageable(call)
    if chat.is_private:
        raise bad_request("the chat is not a supergroup")
    if not topic.is_closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topics.reopen(call.world, chat, call.bot.user, topic)
    return True


async def delete_forum_topic(call: Call) -> bool:
    """Delete a topic with everything in it."""
    chat = _forum(call)
    topic = _topic(call, chat)
    require_right(call, chat, "can_delete_messages", "not enough rights to delete the topic")
    topics.delete(call.world, chat, topic)
    return True


async def unpin_all_forum_topic_messages(call: Call) -> bool:
    """Unpin everything in one topic."""
    chat = _forum(call)
    topic = _topic(call, chat)
    require_right(call, chat, "can_pin_messages", "not enough rights to manage pinned messages in the chat")
    chat.pinned = [one for one in chat.pinned if one not in chat.messages or chat.messages[one].thread_id != topic.id]
    call.world.changed()
    return True


def _general(call: Call) -> Chat:
    chat = known_chat(call)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not own_member(call, chat).may("can_manage_topics"):
        raise bad_request(NO_RIGHT)
    return chat


async def edit_general_forum_topic(call: Call) -> bool:
    """Rename General."""
    chat = _general(call)
    name = call.args.text("name").strip()[: topics.MAX_NAME]
    if not name or name == chat.general_name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.general_name = name
    call.world.changed()
    return True


def general_switch(field: str, state: str, happening: str) -> Callable[[Call], Awaitable[bool]]:
    """Return the method that puts General into a state (`on` or `off`) and tells of it."""

    async def method(call: Call) -> bool:
        chat = _general(call)
        wanted = state == "on"
        if getattr(chat, field) == wanted:
            raise bad_request("TOPIC_NOT_MODIFIED")
        setattr(chat, field, wanted)
        topics.general(call.world, chat, call.bot.user, happening)
        return True

    return method


async def get_forum_topic_icon_stickers(call: Call) -> list[Json]:
    """Return the custom emoji that may be icons."""
    result = []
    for number, emoji in enumerate(ICONS):
        stored = call.world.files.put(f"icon {number}".encode(), "stickers", ".webp")
        result.append(
            {
                "file_id": call.world.files.file_id(call.bot.id, stored.unique_id),
                "file_unique_id": stored.unique_id,
                "type": "custom_emoji",
                "width": 100,
                "height": 100,
                "is_animated": False,
                "is_video": False,
                "emoji": emoji,
                "custom_emoji_id": str(5_300_000_000_000_000_000 + number),
            }
        )
    return result
