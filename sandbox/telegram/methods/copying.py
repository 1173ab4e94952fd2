"""copyMessage, copyMessages, forwardMessage."""

from sandbox.telegram.access import known_chat
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.model import Message
from sandbox.telegram.outgoing import Destination, deliver, destination
from sandbox.telegram.people import Json
from sandbox.telegram.render import message_json
from sandbox.telegram.validation import caption_content


def _source(call: Call, message_id: int, verb: str) -> Message:
    found = known_chat(call, "from_chat_id").messages.get(message_id)
    if found is None:
        raise bad_request(f"message to {verb} not found")
    if found.is_service or found.extra.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return found


def _copied(call: Call, source: Message) -> Json:
    content = dict(source.content)
    if "text" not in content and "caption" in call.args.values:
        content = {k: v for k, v in content.items() if k not in ("caption", "caption_entities")}
        content |= caption_content(call.args, call.world.users)
    return content


async def copy_message(call: Call) -> Json:
    """Copy one message without a link to its origin."""
    source = _source(call, call.args.number("message_id"), "copy")
    sent = deliver(call, destination(call), _copied(call, source))
    return {"message_id": sent.id}


async def copy_messages(call: Call) -> list[Json]:
    """Copy 1 to 100 messages in order; what is missing is skipped, albums stay albums."""
    ids = call.args.parsed("message_ids")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many messages to copy")
    messages = known_chat(call, "from_chat_id").messages
    found = [messages[int(one)] for one in ids if int(one) in messages and not messages[int(one)].is_service]
    if not found:
        raise bad_request("there are no messages to copy")
    where = destination(call, count=len(found))
    albums = {one.media_group_id: f"1{next(call.world.numbers):016d}" for one in found if one.media_group_id}
    sent = [deliver(call, where, dict(one.content), album=albums.get(one.media_group_id or "")) for one in found]
    return [{"message_id": message.id} for message in sent]


async def forward_message(call: Call) -> Json:
    """Forward one message with its origin."""
    source = _source(call, call.args.number("message_id"), "forward")
    where = destination(call)
    origin = source.extra.get("forward_origin") or {
        "type": "user",
        "date": source.date,
        "sender_user": source.sender.as_json(),
    }
    marked = Destination(where.chat, where.topic, where.reply, where.extra | {"forward_origin": origin})
    return message_json(call.world, call.bot, deliver(call, marked, dict(source.content)))
