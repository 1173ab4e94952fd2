"""People arrange groups: topics, coming and going, rights, becoming a supergroup."""

from sandbox.telegram import groups, topics
from sandbox.telegram.acting import Acting, NotPossibleError
from sandbox.telegram.model import Chat, Topic
from sandbox.telegram.people import DEFAULT_ADMIN_RIGHTS, User
from sandbox.telegram.world import Bot


class GroupActs(Acting):
    """Acts of people on groups; `by` is who does it, the creator when left out."""

    def _actor(self, chat: Chat, by: int | None) -> User:
        if by is not None:
            return self.person(by)
        people = [one for one in chat.members.values() if one.is_present and not one.user.is_bot]
        first = [one for one in people if one.status == "creator"] + people
        if not first:
            raise NotPossibleError(f"nobody is in chat {chat.id}")
        return first[0].user

    def _topic(self, chat: Chat, topic_id: int) -> Topic:
        topic = chat.open_topic(topic_id)
        if topic is None:
            raise NotPossibleError(f"no topic {topic_id} in chat {chat.id}")
        return topic

    async def create_topic(self, user: int, chat: int, name: str) -> int:
        """Open a topic and return its id."""
        place = self.chat(chat)
        if not place.is_forum and not (place.is_private and self.bot_of(place).has_topics_enabled):
            raise NotPossibleError(f"chat {chat} has no topics")
        return topics.create(self.world, place, self.person(user), name).id

    def bot_of(self, chat: Chat) -> Bot:
        """Return the bot of a private chat."""
        found = self.world.bot_by_id(chat.bot_id)
        if found is None:
            raise NotPossibleError(f"chat {chat.id} has no bot")
        return found

    async def close_topic(self, user: int, chat: int, topic: int) -> None:
        """Close a topic."""
        place = self.chat(chat)
        topics.close(self.world, place, self.person(user), self._topic(place, topic))

    async def reopen_topic(self, user: int, chat: int, topic: int) -> None:
        """Open a closed topic again."""
        place = self.chat(chat)
        topics.reopen(self.world, place, self.person(user), self._topic(place, topic))

    async def rename_topic(self, user: int, chat: int, topic: int, name: str) -> None:
        """Give a topic another name."""
        place = self.chat(chat)
        topics.edit(self.world, place, self.person(user), self._topic(place, topic), {"name": name})

    async def delete_topic(self, chat: int, topic: int) -> None:
        """Delete a topic; bots are not told."""
        place = self.chat(chat)
        topics.delete(self.world, place, self._topic(place, topic))

    async def join(self, user: int, chat: int, *, by: int | None = None) -> None:
        """Come in by oneself, or be added by someone; also how a bot gets in."""
        place, joining = self.chat(chat), self.person(user)
        actor = self.person(by) if by is not None else self._actor(place, None) if joining.is_bot else joining
        groups.set_status(self.world, place, actor, joining, "member")

    async def leave(self, user: int, chat: int) -> None:
        """Go."""
        leaving = self.person(user)
        groups.set_status(self.world, self.chat(chat), leaving, leaving, "left")

    async def kick(self, chat: int, user: int, *, by: int | None = None) -> None:
        """Remove someone for good."""
        place = self.chat(chat)
        groups.set_status(self.world, place, self._actor(place, by), self.person(user), "kicked")

    async def kick_bot(self, chat: int, *, bot: str = "", by: int | None = None) -> None:
        """Remove the bot for good."""
        await self.kick(chat, self.bot(bot).id, by=by)

    async def promote(self, chat: int, user: int, *, rights: list[str] | None = None, by: int | None = None) -> None:
        """Make someone an administrator; without `rights` the usual ones, topics included."""
        place = self.chat(chat)
        held = DEFAULT_ADMIN_RIGHTS if rights is None else frozenset(rights)
        groups.set_status(self.world, place, self._actor(place, by), self.person(user), "administrator", held)

    async def demote(self, chat: int, user: int, *, by: int | None = None) -> None:
        """Make an administrator a member."""
        place = self.chat(chat)
        groups.set_status(self.world, place, self._actor(place, by), self.person(user), "member")

    async def hide_identity(self, chat: int, user: int) -> None:
        """Let an administrator post anonymously from now on."""
        self.member(self.chat(chat), user).is_anonymous = True

    async def show_identity(self, chat: int, user: int) -> None:
        """Let an administrator post under the own name again."""
        self.member(self.chat(chat), user).is_anonymous = False

    async def migrate(self, chat: int, *, by: int | None = None) -> int:
        """Turn a basic group into a supergroup and return the new id."""
        place = self.chat(chat)
        new_id = -(1_000_000_000_000 + 1_500_000_000 + next(self.world.numbers))
        return groups.migrate(self.world, place, self._actor(place, by), new_id).id

    async def enable_topics(self, chat: int) -> int:
        """Switch topics on, which turns a basic group into a supergroup first; return the chat id from now on."""
        place = self.chat(chat)
        if place.type == "group":
            place = self.chat(await self.migrate(chat))
        place.is_forum = True
        self.world.changed()
        return place.id

    async def disable_topics(self, chat: int) -> None:
        """Switch topics off: they are gone from sight, their messages stand in the one chat; bots are not told."""
        self.chat(chat).is_forum = False
        self.world.changed()

    async def delete_group(self, chat: int) -> None:
        """Delete the whole group."""
        self.chat(chat).is_deleted = True
        self.world.changed()
