"""People talk: start, say, edit, delete, press, react. Media are in `acts_media.py`, groups in `acts_groups.py`."""

import itertools

from sandbox.telegram.acting import Acting, NotPossibleError
from sandbox.telegram.announce import announce, announce_callback, announce_member, announce_reaction
from sandbox.telegram.emoji import without_selectors
from sandbox.telegram.entities import found_entities
from sandbox.telegram.model import Chat, Message
from sandbox.telegram.people import Json, Member
from sandbox.telegram.render import message_json
from sandbox.telegram.world import Query


class TalkActs(Acting):
    """Acts of people with words and buttons; ids are those of the Bot API."""

    async def start(self, user: int, payload: str | None = None, *, bot: str = "") -> int:
        """Press Start (also unblocks), with a deep link's payload; return the message id."""
        who, person = self.bot(bot), self.person(user)
        if (who.id, user) not in self.world.chats:
            self.world.chats[who.id, user] = Chat(
                user, "private", self.world.message_ids(who.id), person=person, bot_id=who.id
            )
        elif self.chat(user, who.user.username).is_blocked:
            await self.unblock(user, bot=bot)
        return await self.say(user, user, f"/start {payload}" if payload else "/start", bot=who.user.username)

    async def say(
        self,
        user: int,
        chat: int,
        text: str,
        thread_id: int | None = None,
        reply_to: int | None = None,
        entities: list[Json] | None = None,
        *,
        bot: str = "",
    ) -> int:
        """Write a text and return its message id; `thread_id` None is General or the chat itself."""
        person, place = self.person(user), self.chat(chat, bot)
        content: Json = {"text": text}
        found = found_entities(text, entities or [])
        if found:
            content["entities"] = found
        return self._posted(self.world.post(place, person, content, **self.placed(person, place, thread_id, reply_to)))

    def tell_again(self, chat: int, message_id: int, *, bot: str = "") -> None:
        """Deliver a message to the bots once more, under a new update id."""
        announce(self.world, self.message(self.chat(chat, bot), message_id))

    def _posted(self, message: Message) -> int:
        announce(self.world, message)
        return message.id

    async def edit(self, user: int, chat: int, message_id: int, text: str, *, bot: str = "") -> None:
        """Change the text or caption of the person's own message."""
        message = self.message(self.chat(chat, bot), message_id)
        if message.sender.id != user:
            raise NotPossibleError("people edit only what they wrote")
        name = "text" if "text" in message.content else "caption"
        kept = {k: v for k, v in message.content.items() if k not in (name, "entities", "caption_entities")}
        entities = found_entities(text, [])
        marked = {"entities" if name == "text" else "caption_entities": entities} if entities else {}
        message.content = kept | {name: text} | marked
        message.edit_date = int(self.world.clock.time())
        announce(self.world, message, "edited_message")
        self.world.changed()

    async def delete(self, user: int, chat: int, message_id: int, *, bot: str = "") -> None:
        """Delete a message; bots are not told (`platforms.md 2.6`)."""
        place = self.chat(chat, bot)
        message = self.message(place, message_id)
        is_allowed = (
            place.is_private or message.sender.id == user or self.member(place, user).may("can_delete_messages")
        )
        if not is_allowed:
            raise NotPossibleError("no right to delete this")
        del place.messages[message_id]
        self.world.changed()

    async def press(
        self, user: int, chat: int, message_id: int, button: str, *, bot: str = "", timeout: float = 5.0
    ) -> str | None:
        """Press a button by its text or callback_data; return the bot's answer text, None when none comes in time.

        `timeout` is in real seconds; 0 does not wait. Raises NotPossibleError when there is no such button.
        """
        person, place = self.person(user), self.chat(chat, bot)
        message = self.message(place, message_id)
        owner = self.world.bot_by_id(message.sender.id)
        buttons = [
            one for one in itertools.chain(*message.keyboard) if button in (one["text"], one.get("callback_data"))
        ]
        if owner is None or not buttons or "callback_data" not in buttons[0]:
            raise NotPossibleError(f"no button {button!r} under message {message_id}")
        query = Query(str(next(self.world.numbers) + (owner.id << 24)), owner.id, user, self.world.clock.time())
        self.world.queries[query.id] = query
        payload: Json = {
            "id": query.id,
            "from": person.as_json(),
            "chat_instance": str(7_000_000_000 + abs(place.id)),
            "message": message_json(self.world, owner, message),
            "data": buttons[0]["callback_data"],
        }
        announce_callback(self.world, owner, person, payload)
        return await self._answer(query, timeout)

    async def _answer(self, query: Query, timeout: float) -> str | None:
        if timeout > 0:
            try:
                await self.world.wait_for(lambda: query.answer is not None, timeout)
            except TimeoutError:
                return None
        return None if query.answer is None else str(query.answer["text"])

    async def react(self, user: int, chat: int, message_id: int, emoji: str, *, bot: str = "") -> None:
        """React with emoji separated by spaces, none to take the reaction back."""
        person, place = self.person(user), self.chat(chat, bot)
        message = self.message(place, message_id)
        old, new = message.reactions.get(user, []), without_selectors(emoji).split()
        message.reactions[user] = new
        announce_reaction(self.world, message, person, old, new)
        self.world.changed()

    async def block(self, user: int, *, bot: str = "") -> None:
        """Block the bot in the private chat."""
        self._private_status(user, bot, "member", "kicked")

    async def unblock(self, user: int, *, bot: str = "") -> None:
        """Unblock the bot again."""
        self._private_status(user, bot, "kicked", "member")

    def _private_status(self, user: int, bot: str, old: str, new: str) -> None:
        who = self.bot(bot)
        place = self.chat(user, who.user.username)
        place.is_blocked = new == "kicked"
        announce_member(self.world, place, self.person(user), Member(who.user, old).as_json(), Member(who.user, new))
        self.world.changed()

    async def deactivate(self, user: int) -> None:
        """Delete the person's account."""
        self.person(user).is_deactivated = True
        self.world.changed()
