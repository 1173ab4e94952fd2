"""Who is told what: updates for the bots that may see a message, an edit, a membership or a reaction.

Privacy mode and queues of `platforms.md 2.2` and `2.6`; delivery itself is elsewhere.
"""

from sandbox.telegram.inbox import CALLBACK_SECONDS, DAY_SECONDS
from sandbox.telegram.model import Chat, Message
from sandbox.telegram.people import Json, Member, User
from sandbox.telegram.render import message_json
from sandbox.telegram.world import Bot, World


def push(world: World, bot: Bot, kind: str, payload: Json, queue: str, *, lifetime: int = DAY_SECONDS) -> None:
    """Queue an update for one bot unless it doesn't want the kind; delivery faults strike here."""
    if not bot.inbox.wants(kind):
        return
    fault = world.faults.take_delivery(kind, payload)
    bot.inbox.add(kind, payload, queue, world.clock.time() + lifetime, fault.kind if fault else "")
    world.changed()


def announce(world: World, message: Message, kind: str = "message") -> None:
    """Tell the bots in the chat; a bot is told of its own service messages but not of its own posts."""
    for bot in world.bots_in(message.chat):
        if sees(bot, message):
            push(world, bot, kind, message_json(world, bot, message), f"chat:{message.chat.id}")


def sees(bot: Bot, message: Message) -> bool:
    """Return whether the bot receives the message (`platforms.md 2.6`)."""
    if message.is_service:
        return True
    if message.sender.is_bot:
        return False
    member = message.chat.member(bot.id)
    if message.chat.is_private or not bot.has_privacy or (member is not None and member.is_admin):
        return True
    return _is_for(bot, message)


def _is_for(bot: Bot, message: Message) -> bool:
    replied = message.chat.messages.get(message.reply_to or 0)
    if replied is not None and replied.sender.id == bot.id:
        return True
    text = message.text
    command, _, addressee = text.split()[0].partition("@") if text.split() else ("", "", "")
    return command.startswith("/") and addressee.lower() in ("", bot.user.username.lower())


def announce_member(world: World, chat: Chat, actor: User, old: Json, member: Member) -> None:
    """Tell the bot itself of its own change, and admin bots that asked for it of others' (`chat_member`)."""
    payload: Json = {
        "chat": chat.as_json(),
        "from": actor.as_json(),
        "date": int(world.clock.time()),
        "old_chat_member": old,
        "new_chat_member": member.as_json(),
    }
    own = world.bot_by_id(member.user.id)
    if own is not None:
        push(world, own, "my_chat_member", payload, f"member:{chat.id}")
    for bot in world.bots_in(chat):
        mine = chat.member(bot.id)
        if bot is not own and mine is not None and mine.is_admin:
            push(world, bot, "chat_member", payload, f"member:{chat.id}")


def announce_callback(world: World, bot: Bot, user: User, payload: Json) -> None:
    """Tell the bot of a pressed button: a queue per user, and 150 seconds of life."""
    push(world, bot, "callback_query", payload, f"user:{user.id}", lifetime=CALLBACK_SECONDS)


def announce_reaction(world: World, message: Message, user: User, old: list[str], new: list[str]) -> None:
    """Tell admin bots that asked for `message_reaction`."""
    payload: Json = {
        "chat": message.chat.as_json(),
        "message_id": message.id,
        "user": user.as_json(),
        "date": int(world.clock.time()),
        "old_reaction": [{"type": "emoji", "emoji": emoji} for emoji in old],
        "new_reaction": [{"type": "emoji", "emoji": emoji} for emoji in new],
    }
    for bot in world.bots_in(message.chat):
        member = message.chat.member(bot.id)
        if message.chat.is_private or (member is not None and member.is_admin):
            push(world, bot, "message_reaction", payload, f"reaction:{message.chat.id}")
