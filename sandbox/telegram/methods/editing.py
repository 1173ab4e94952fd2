"""editMessageText, -Caption, -ReplyMarkup, -Media; deleteMessage(s); setMessageReaction; pins."""

from sandbox.telegram.access import known_chat, require_right, writable_chat
from sandbox.telegram.announce import announce
from sandbox.telegram.args import Args
from sandbox.telegram.call import Call
from sandbox.telegram.emoji import is_allowed_reaction, without_selectors
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media import input_media
from sandbox.telegram.model import Chat, Message
from sandbox.telegram.people import Json
from sandbox.telegram.render import message_json
from sandbox.telegram.validation import caption_content, reply_markup, text_content

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETE_SECONDS = 48 * 3600
CAPTIONED = ("photo", "document", "video", "audio", "voice", "animation")
PIN_REFUSAL = "not enough rights to manage pinned messages in the chat"


def _own_message(call: Call) -> Message:
    chat = writable_chat(call)
    message = chat.messages.get(call.args.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender.id != call.bot.id or message.is_service:
        raise bad_request("message can't be edited")
    return message


def _edited(call: Call, message: Message, content: Json) -> Json:
    markup = reply_markup(call.args)
    if message.content == content and message.reply_markup == markup:
        raise bad_request(NOT_MODIFIED)
    call.world.flood.charge(call.bot.id, message.chat.id)
    message.content, message.reply_markup = content, markup
    message.edit_date = int(call.world.clock.time())
    call.world.changed()
    return message_json(call.world, call.bot, message)


async def edit_message_text(call: Call) -> Json:
    """Replace the text of the bot's own message."""
    content = text_content(call.args, call.world.users)
    message = _own_message(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    preview = call.args.parsed("link_preview_options")
    return _edited(call, message, content | ({"link_preview_options": preview} if preview else {}))


async def edit_message_caption(call: Call) -> Json:
    """Replace the caption of the bot's own media."""
    caption = caption_content(call.args, call.world.users)
    message = _own_message(call)
    if not any(kind in message.content for kind in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    media = {k: v for k, v in message.content.items() if k not in ("caption", "caption_entities")}
    return _edited(call, message, media | caption)


async def edit_message_reply_markup(call: Call) -> Json:
    """Replace only the keyboard."""
    message = _own_message(call)
    return _edited(call, message, message.content)


async def edit_message_media(call: Call) -> Json:
    """Replace the medium and caption."""
    item = call.args.parsed("media", what="media")
    message = _own_message(call)
    if not isinstance(item, dict) or item.get("type") not in CAPTIONED:
        raise bad_request("can't parse InputMedia: unsupported media type specified")
    values = Args(item, call.args.uploads)
    media = await input_media(call.world, call.bot, str(item["type"]), values.text("media"), values)
    return _edited(call, message, media | caption_content(values, call.world.users))


def _may_delete(call: Call, chat: Chat, message: Message) -> bool:
    if not chat.is_private and chat.members[call.bot.id].may("can_delete_messages"):
        return True
    is_young = call.world.clock.time() - message.date < DELETE_SECONDS
    return is_young and (chat.is_private or message.sender.id == call.bot.id)


async def delete_message(call: Call) -> bool:
    """Delete one message: own ones for 48 hours, others' with the right."""
    chat = writable_chat(call)
    message = chat.messages.get(call.args.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not _may_delete(call, chat, message):
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message.id]
    call.world.changed()
    return True


async def delete_messages(call: Call) -> bool:
    """Delete 1 to 100 messages, skipping what can't be."""
    chat = writable_chat(call)
    ids = call.args.parsed("message_ids")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many messages to delete")
    for one in ids:
        message = chat.messages.get(int(one))
        if message is not None and _may_delete(call, chat, message):
            del chat.messages[message.id]
    call.world.changed()
    return True


async def set_message_reaction(call: Call) -> bool:
    """Set or clear the bot's one reaction."""
    chat = writable_chat(call)
    message = chat.messages.get(call.args.number("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    wanted = call.args.parsed("reaction", what="reaction types") or []
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [without_selectors(str(one.get("emoji", ""))) for one in wanted]
    if not all(is_allowed_reaction(one) for one in emoji):
        raise bad_request("REACTION_INVALID")
    message.reactions[call.bot.id] = emoji
    call.world.changed()
    return True


async def pin_chat_message(call: Call) -> bool:
    """Pin a message; the service message comes back as an update."""
    chat = known_chat(call)
    require_right(call, chat, "can_pin_messages", PIN_REFUSAL)
    message = chat.messages.get(call.args.number("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        fields = {"thread_id": message.thread_id, "is_topic": message.is_topic, "is_service": True}
        announce(call.world, call.world.post(chat, call.bot.user, {"pinned_message": message.id}, **fields))
    return True


async def unpin_chat_message(call: Call) -> bool:
    """Unpin one message, without an id the newest."""
    chat = known_chat(call)
    require_right(call, chat, "can_pin_messages", PIN_REFUSAL)
    wanted = call.args.number("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    call.world.changed()
    return True


async def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin everything in the chat."""
    chat = known_chat(call)
    require_right(call, chat, "can_pin_messages", PIN_REFUSAL)
    chat.pinned.clear()
    call.world.changed()
    return True
