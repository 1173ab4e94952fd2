"""A bot's message on its way into a chat: the checks common to every send, and the reply it makes.

What the message says comes from `methods/`.
"""

from dataclasses import dataclass

from sandbox.telegram.access import target_topic, writable_chat
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.model import Chat, Message, Topic
from sandbox.telegram.people import Json
from sandbox.telegram.render import message_json
from sandbox.telegram.validation import reply_markup


@dataclass(frozen=True)
class Destination:
    """Where a send lands and what it answers."""

    chat: Chat
    topic: Topic | None
    reply: Message | None
    extra: Json


def destination(call: Call, *, count: int = 1) -> Destination:
    """Return the checked target; raises ApiError for a closed door, an unknown topic or reply, or a flood."""
    chat = writable_chat(call)
    reply = _reply_target(call, chat)
    topic = target_topic(call, chat, reply)
    call.world.flood.charge(call.bot.id, chat.id, count=count)
    extra: Json = {}
    if reply is not None and (chat.is_forum or chat.is_private) and reply.thread_id != (topic.id if topic else None):
        extra["external_reply"] = _external(reply)
        reply = None
    if call.args.flag("protect_content"):
        extra["has_protected_content"] = True
    return Destination(chat, topic, reply, extra)


def _external(reply: Message) -> Json:
    origin = {"type": "user", "date": reply.date, "sender_user": reply.sender.as_json()}
    return {"origin": origin, "chat": reply.chat.as_json(), "message_id": reply.id}


def _reply_target(call: Call, chat: Chat) -> Message | None:
    parameters = call.args.parsed("reply_parameters") or {}
    if not isinstance(parameters, dict):
        raise bad_request("can't parse reply parameters: expected an Object")
    wanted = parameters.get("message_id") or call.args.number("reply_to_message_id")
    if not wanted:
        return None
    lenient = parameters.get("allow_sending_without_reply") or call.args.flag("allow_sending_without_reply")
    found = chat.messages.get(int(wanted))
    if found is None and not lenient:
        raise bad_request("message to be replied not found")
    return found


def thread_of(chat: Chat, topic: Topic | None, reply: Message | None) -> tuple[int | None, bool]:
    """Return the thread id and whether it is a topic's; a plain supergroup's replies form threads of their own."""
    if topic is not None:
        return topic.id, True
    if chat.type == "supergroup" and not chat.is_forum and reply is not None:
        return reply.thread_id or reply.id, False
    return None, False


def deliver(call: Call, where: Destination, content: Json, *, album: str | None = None) -> Message:
    """Put the message into the chat and return it; a markup that is wrong is refused first."""
    markup = reply_markup(call.args)
    thread_id, is_topic = thread_of(where.chat, where.topic, where.reply)
    return call.world.post(
        where.chat,
        call.bot.user,
        content,
        thread_id=thread_id,
        is_topic=is_topic,
        reply_to=where.reply.id if where.reply else None,
        reply_markup=markup,
        media_group_id=album,
        extra=dict(where.extra),
    )


def send(call: Call, content: Json) -> Json:
    """Send one message and return what the caller sees."""
    where = destination(call)
    return message_json(call.world, call.bot, deliver(call, where, content))
