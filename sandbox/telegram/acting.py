"""What all acts of people share: finding the person, the chat and the bot, and the refusals of a phone.

The acts themselves are in `acts_*.py`.
"""

from sandbox.telegram.model import Chat, Message
from sandbox.telegram.people import Json, Member, User
from sandbox.telegram.world import Bot, World


class NotPossibleError(Exception):
    """A person can't do this in the app: not a member, a closed topic, no such message or button."""


class Acting:
    """Base of the acts: one world and the ways to name what is in it."""

    def __init__(self, world: World) -> None:
        self.world = world

    def bot(self, username: str = "") -> Bot:
        """Return the bot of this user name, the first one without; raises NotPossibleError."""
        for bot in self.world.bots.values():
            if username in ("", bot.user.username, bot.token):
                return bot
        raise NotPossibleError(f"no bot {username!r}")

    def person(self, user_id: int) -> User:
        """Return a known user; raises NotPossibleError."""
        try:
            return self.world.users[user_id]
        except KeyError:
            raise NotPossibleError(f"no user {user_id}") from None

    def chat(self, chat_id: int, bot: str = "") -> Chat:
        """Return a group, or the private chat with the named (or first fitting) bot; raises NotPossibleError."""
        bots = [self.bot(bot)] if bot else list(self.world.bots.values())
        for one in bots:
            found = self.world.chat(one.id, chat_id)
            if found is not None:
                return found
        raise NotPossibleError(f"no chat {chat_id}")

    def message(self, chat: Chat, message_id: int) -> Message:
        """Return a message of the chat; raises NotPossibleError."""
        try:
            return chat.messages[message_id]
        except KeyError:
            raise NotPossibleError(f"no message {message_id} in chat {chat.id}") from None

    def member(self, chat: Chat, user_id: int) -> Member:
        """Return a present member; raises NotPossibleError."""
        found = chat.member(user_id)
        if found is None or not found.is_present:
            raise NotPossibleError(f"user {user_id} is not in chat {chat.id}")
        return found

    def placed(self, user: User, chat: Chat, thread_id: int | None, reply_to: int | None) -> Json:
        """Return the message fields for where a person writes; raises NotPossibleError where nobody could."""
        if chat.migrated_to is not None or chat.is_blocked:
            raise NotPossibleError(f"chat {chat.id} is closed for writing")
        is_anonymous = False if chat.is_private else self.member(chat, user.id).is_anonymous
        fields: Json = {"reply_to": reply_to, "is_anonymous": is_anonymous}
        replied = self.message(chat, reply_to) if reply_to else None
        if thread_id is None and replied is not None and replied.is_topic:
            thread_id = replied.thread_id
        if thread_id is not None:
            self._refuse_closed(user, chat, thread_id)
            return fields | {"thread_id": thread_id, "is_topic": True}
        if replied is not None and chat.type == "supergroup" and not chat.is_forum:
            return fields | {"thread_id": replied.thread_id or replied.id}
        return fields

    def _refuse_closed(self, user: User, chat: Chat, thread_id: int) -> None:
        topic = chat.open_topic(thread_id)
        if topic is None:
            raise NotPossibleError(f"no topic {thread_id} in chat {chat.id}")
        if topic.is_closed and not self.member(chat, user.id).may("can_manage_topics"):
            raise NotPossibleError(f"topic {thread_id} is closed")
