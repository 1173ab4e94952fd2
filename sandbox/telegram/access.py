"""May this bot write here, and in which topic? The refusals of `platforms.md 2.4` to `2.6`.

Checks only; nothing is changed.
"""

from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request, forbidden
from sandbox.telegram.model import GENERAL_TOPIC_ID, Chat, Message, Topic
from sandbox.telegram.people import Member

MAX_ID = 1 << 52


def known_chat(call: Call, name: str = "chat_id") -> Chat:
    """Return the chat named by the argument; raises ApiError 400/403 when the bot can't reach it."""
    raw = call.args.text(name).strip()
    if not raw:
        raise bad_request(f"{name} is empty")
    chat_id = call.args.number(name)
    if not chat_id or abs(chat_id) > MAX_ID:
        raise bad_request("chat not found")
    chat = call.world.chat(call.bot.id, chat_id)
    if chat is None:
        _refuse_stranger(call, chat_id)
        raise bad_request("chat not found")
    if chat.is_private:
        return chat
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    _refuse_outsider(call, chat)
    return chat


def _refuse_stranger(call: Call, chat_id: int) -> None:
    user = call.world.users.get(chat_id)
    if user is None:
        return
    if user.is_bot:
        raise forbidden("bot can't send messages to bots")
    if user.is_deactivated:
        raise forbidden("user is deactivated")
    if call.world.share_a_group(call.bot.id, chat_id):
        raise forbidden("bot can't initiate conversation with a user")


def _refuse_outsider(call: Call, chat: Chat) -> None:
    if chat.is_deleted:
        raise forbidden("the group chat was deleted")
    member = chat.member(call.bot.id)
    if member is None:
        raise bad_request("chat not found")
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind_name}")
    if not member.is_present:
        raise forbidden(f"bot is not a member of the {chat.kind_name}")


def writable_chat(call: Call, name: str = "chat_id") -> Chat:
    """Return the chat when the bot may write to it; raises ApiError 400/403."""
    chat = known_chat(call, name)
    if chat.person is not None and chat.person.is_deactivated:
        raise forbidden("user is deactivated")
    if chat.is_blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def own_member(call: Call, chat: Chat) -> Member:
    """Return the bot's membership of a group it is known to be in."""
    return chat.members[call.bot.id]


def require_right(call: Call, chat: Chat, right: str, refusal: str) -> None:
    """Raise ApiError 400 unless the bot holds the right; private chats need none."""
    if not chat.is_private and not own_member(call, chat).may(right):
        raise bad_request(refusal)


def target_topic(call: Call, chat: Chat, reply: Message | None) -> Topic | None:
    """Return the topic a send lands in, None for no topic or General; raises ApiError 400 (`platforms.md 2.5`)."""
    wanted = max(call.args.number("message_thread_id"), 0)
    if not chat.is_forum and not chat.is_private:
        return None
    if wanted == 0 and reply is not None and reply.is_topic and reply.thread_id is not None:
        wanted = reply.thread_id
    if wanted == 0:
        if chat.is_forum and chat.is_general_closed and not own_member(call, chat).may("can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")
        return None
    topic = None if chat.is_forum and wanted == GENERAL_TOPIC_ID else chat.open_topic(wanted)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.is_closed and not chat.is_private and not own_member(call, chat).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return topic
