"""People of a dialog: staff in Slack, workshop people in Telegram; what they do and what they can see.

`sees` waits until it is there; `sees_nothing_of` looks after everything has settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.slack.delivery import Answer
from sandbox.telegram.model import Message
from tests.scenarios.world import BOT_NAME, GROUP, World, channel_id

CUTR_ONLY, WITH_CUSTOMER = "🔒", "👥"


def flat(value: object) -> str:
    """Every word in a Slack message, view or answer, for looking things up."""
    if isinstance(value, dict):
        return " ".join(flat(part) for key, part in value.items() if key not in {"block_id", "action_id", "metadata"})
    if isinstance(value, list):
        return " ".join(flat(part) for part in value)
    return str(value) if isinstance(value, str) else ""


def pieces(value: object, kind: str) -> list[dict[str, Any]]:
    """Every Block Kit element of a type, wherever it stands."""
    if isinstance(value, dict):
        own = [value] if value.get("type") == kind else []
        return own + [found for part in value.values() for found in pieces(part, kind)]
    if isinstance(value, list):
        return [found for part in value for found in pieces(part, kind)]
    return []


@dataclass
class Staff:
    """Somebody in Slack."""

    world: World
    name: str = "anna"

    @property
    def channel(self) -> str:
        return channel_id(self.world.slack, "orders")

    async def types(self, command: str, text: str = "", channel: str = "orders") -> Answer:
        """A slash command; returns Slack's answer."""
        return await self.world.slack.slash(self.name, channel, command, text)

    async def root(self, reference: str, chat: str) -> str:
        """The ts of an order's thread root."""

        def found() -> str:
            roots = [m for m in self.world.slack.channel_messages(self.channel)
                     if reference in flat(m) and chat in m["text"] and m["text"].startswith(chat)]  # fmt: skip
            return str(roots[-1]["ts"]) if roots else ""

        return str(await self.world.until(found))

    async def thread(self, reference: str, chat: str) -> list[dict[str, Any]]:
        """All messages of a thread, the root first."""
        return self.world.slack.thread(self.channel, await self.root(reference, chat))

    async def writes(self, reference: str, chat: str, text: str, **more: Any) -> str:
        """Write in an order's thread; returns the ts."""
        root = await self.root(reference, chat)
        return await self.world.slack.post_as(self.name, self.channel, text, root, **more)

    async def sees(self, reference: str, chat: str, words: str) -> dict[str, Any]:
        """Wait until a message with these words stands in the thread, and return it."""
        root = await self.root(reference, chat)

        def found() -> dict[str, Any] | None:
            thread = self.world.slack.thread(self.channel, root)
            return next((message for message in reversed(thread) if words in flat(message)), None)

        seen: dict[str, Any] = await self.world.until(found)
        return seen

    async def sees_in_channel(self, words: str) -> dict[str, Any]:
        """Wait until the channel itself shows a message with these words."""

        def found() -> dict[str, Any] | None:
            shown = self.world.slack.channel_messages(self.channel)
            return next((message for message in reversed(shown) if words in flat(message)), None)

        seen: dict[str, Any] = await self.world.until(found)
        return seen

    async def sees_nothing_of(self, reference: str, chat: str, words: str) -> None:
        """Fails when the thread shows these words once everything has settled."""
        await self.world.settled()
        assert not [m for m in await self.thread(reference, chat) if words in flat(m)], words

    async def presses(self, message: dict[str, Any], label: str) -> Answer:
        """Press a button of a message by its label."""
        button = next(b for b in pieces(message, "button") if b["text"]["text"] == label or label in b["text"]["text"])
        return await self.world.slack.click(
            self.name, self.channel, message["ts"], button["action_id"], button.get("value")
        )

    async def sees_privately(self, words: str) -> dict[str, Any]:
        """Wait for an ephemeral message with these words."""

        def found() -> dict[str, Any] | None:
            shown = self.world.slack.ephemerals(self.name)
            return next((message for message in reversed(shown) if words in flat(message)), None)

        seen: dict[str, Any] = await self.world.until(found)
        return seen

    async def modal(self, words: str = "") -> dict[str, Any]:
        """Wait for an open modal with these words and return the view."""

        def found() -> dict[str, Any] | None:
            views = self.world.slack.open_views(self.name)
            return views[-1] if views and words in flat(views[-1]) else None

        view: dict[str, Any] = await self.world.until(found)
        return view

    async def submits(self, view: dict[str, Any], values: dict[str, dict[str, Any]]) -> Answer:
        """Fill in and submit a modal: `{block_id: {action_id: value}}`."""
        return await self.world.slack.submit_view(self.name, view["id"], values)


@dataclass
class Maker:
    """Somebody in Telegram: in the group's topics, or in the private chat with the bot."""

    world: World
    user: int
    name: str

    async def topic(self, reference: str, chat: str) -> int:
        """The id of an order's topic in the group."""

        def found() -> int:
            topics = [t for t in self.world.telegram.topics(GROUP) if t.name.startswith(f"{chat} {reference} ")]
            return topics[-1].id if topics else 0

        return int(await self.world.until(found))

    async def says(self, reference: str, chat: str, text: str, **more: Any) -> int:
        """Write in an order's topic; returns the message id."""
        topic = await self.topic(reference, chat)
        if "reply_to" in more:
            await self.world.settled()  # nobody answers within the milliseconds until the message map is written
        return await self.world.telegram.say(self.user, GROUP, text, topic, **more)

    async def says_privately(self, text: str, **more: Any) -> int:
        """Write in the private chat with the bot."""
        if "reply_to" in more:
            await self.world.settled()
        return await self.world.telegram.say(self.user, self.user, text, bot=BOT_NAME, **more)

    def shown(self, topic: int | None, words: str) -> list[Message]:
        """The messages with these words: of a topic, or of the private chat when `topic` is None."""
        if topic is None:
            found = self.world.telegram.messages(self.user, bot=BOT_NAME)
        else:
            found = self.world.telegram.messages(GROUP, topic)
        return [one for one in found if words in one.text and not one.is_service]

    async def sees(self, reference: str, chat: str, words: str) -> Message:
        """Wait until the order's newest topic shows these words, and return the newest such message."""

        def found() -> list[Message]:
            topics = [t for t in self.world.telegram.topics(GROUP) if t.name.startswith(f"{chat} {reference} ")]
            return self.shown(topics[-1].id, words) if topics else []

        seen: list[Message] = await self.world.until(found)
        return seen[-1]

    async def sees_privately(self, words: str) -> Message:
        """Wait until the private chat shows these words."""
        seen: list[Message] = await self.world.until(lambda: self.shown(None, words))
        return seen[-1]

    async def sees_nothing_of(self, reference: str, chat: str, words: str) -> None:
        """Fails when the topic shows these words once everything has settled."""
        await self.world.settled()
        assert not self.shown(await self.topic(reference, chat), words), words

    async def presses(self, message: Message, label: str) -> str | None:
        """Press a button by (a part of) its text; returns the toast or alert, if any."""
        shown = self.world.telegram.message(message.chat, message.id)
        button = next(b["text"] for row in shown.keyboard for b in row if label in b["text"])
        bot = BOT_NAME if message.chat.is_private else ""
        return await self.world.telegram.press(self.user, message.chat.id, message.id, button, bot=bot)

    async def sends_photo(self, reference: str, chat: str, caption: str = "") -> int:
        """A photo in an order's topic."""
        topic = await self.topic(reference, chat)
        return await self.world.telegram.send_photo(self.user, GROUP, caption=caption, thread_id=topic)
