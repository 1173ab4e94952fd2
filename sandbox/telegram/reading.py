"""What can be looked at from outside: messages, topics, keyboards, reactions, commands. Nothing is changed here."""

from collections.abc import Callable

from sandbox.telegram.acting import Acting
from sandbox.telegram.methods.commands import scope_key
from sandbox.telegram.model import Chat, Message, Topic
from sandbox.telegram.people import Json
from sandbox.telegram.render import message_json


class Reading(Acting):
    """Read models over the world."""

    def messages(self, chat: int, thread_id: int | None = None, *, bot: str = "") -> list[Message]:
        """Return the messages oldest first; of one topic with `thread_id`, 0 meaning those in no topic."""
        found = list(self.chat(chat, bot).messages.values())
        if thread_id is None:
            return found
        return [one for one in found if (one.thread_id if one.is_topic else 0) == thread_id]

    def texts(self, chat: int, thread_id: int | None = None, *, bot: str = "") -> list[str]:
        """Return texts and captions oldest first, service messages left out."""
        return [one.text for one in self.messages(chat, thread_id, bot=bot) if not one.is_service]

    def topics(self, chat: int) -> list[Topic]:
        """Return the topics that are not deleted."""
        return [topic for topic in self.chat(chat).topics.values() if not topic.is_deleted]

    def last_keyboard(self, chat: int, thread_id: int | None = None, *, bot: str = "") -> list[list[Json]]:
        """Return the rows of the newest inline keyboard, no rows when there is none."""
        found = self.last_keyboard_message(chat, thread_id, bot=bot)
        return [] if found is None else found.keyboard

    def last_keyboard_message(self, chat: int, thread_id: int | None = None, *, bot: str = "") -> Message | None:
        """Return the newest message with an inline keyboard."""
        return next((one for one in reversed(self.messages(chat, thread_id, bot=bot)) if one.keyboard), None)

    def reactions(self, chat: int, message_id: int) -> dict[int, list[str]]:
        """Return the emoji by user id."""
        return {
            user: list(emoji) for user, emoji in self.message(self.chat(chat), message_id).reactions.items() if emoji
        }

    def commands(self, scope: Json | None = None, language_code: str = "", *, bot: str = "") -> list[Json]:
        """Return the commands set for exactly this scope and language."""
        return self.bot(bot).commands.get((scope_key(scope), language_code), [])

    def pending(self, bot: str = "") -> list[Json]:
        """Return the updates still waiting for the bot."""
        return [update.as_json() for update in self.bot(bot).inbox.live()]

    def answers(self, user: int) -> list[Json]:
        """Return the answers to the person's pressed buttons, oldest first, unanswered ones left out."""
        return [one.answer for one in self.world.queries.values() if one.user_id == user and one.answer is not None]

    def shown(self, chat: int, message_id: int, *, bot: str = "") -> Json:
        """Return one message as the bot sees it."""
        place = self.chat(chat, bot)
        viewer = self.world.bot_by_id(place.bot_id) or self.bot(bot)
        return message_json(self.world, viewer, self.message(place, message_id))

    def overview(self) -> list[Json]:
        """Return all chats with topics and messages, for a page that shows them."""
        return [self._overview(chat) for chat in self.world.chats.values()]

    def _overview(self, chat: Chat) -> Json:
        viewer = self.world.bot_by_id(chat.bot_id) or self.bot()
        return {
            "chat": chat.as_json(),
            "bot_id": chat.bot_id,
            "is_blocked": chat.is_blocked,
            "topics": [
                one.as_json() | {"is_closed": one.is_closed} for one in chat.topics.values() if not one.is_deleted
            ],
            "messages": [
                message_json(self.world, viewer, one) | {"reactions": {str(k): v for k, v in one.reactions.items()}}
                for one in chat.messages.values()
            ],
        }

    async def wait_for(self, predicate: Callable[[], object], timeout: float = 5.0) -> None:
        """Return once the predicate holds; raises TimeoutError after `timeout` real seconds."""
        await self.world.wait_for(predicate, timeout)
