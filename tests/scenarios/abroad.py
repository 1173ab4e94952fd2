"""Somebody who reads another language than English: their words for things, and everything that they were shown."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bots.texts import say
from sandbox.telegram.model import Message
from tests.scenarios.doing import labels
from tests.scenarios.people import CUTR_ONLY, Maker
from tests.scenarios.world import BOT_NAME, GROUP, World


@dataclass
class Foreigner:
    """A maker who reads `language`, in their group's topics or, without one, in private. `order` is the one at hand."""

    maker: Maker
    language: str
    order: str
    has_group: bool
    toasts: list[str] = field(default_factory=list)

    @property
    def world(self) -> World:
        return self.maker.world

    def words(self, key: str, **fields: object) -> str:
        """What the catalogue of their language says."""
        return say(key, self.language, fields)

    async def sees(self, words: str, chat: str = CUTR_ONLY) -> Message:
        """Wait until the order's topic, or the private chat, shows these words."""
        if self.has_group:
            return await self.maker.sees(self.order, chat, words)
        return await self.maker.sees_privately(words)

    async def presses(self, message: Message, label: str) -> None:
        """Press a button; what pops up is kept."""
        await self.world.until(lambda: [one for one in labels(self._now(message)) if label in one])
        told = await self.maker.presses(message, label)
        self.toasts += [told] if told else []
        await self._answered()

    async def _answered(self) -> None:
        await self.world.settled()
        assert self.world.parts.telegram_door is not None
        await self.world.parts.telegram_door.settled()

    def _now(self, message: Message) -> Message:
        return self.world.telegram.message(message.chat, message.id)

    async def offers(self, label: str) -> Message:
        """Wait until there is a message with this button, and return the newest."""
        telegram = self.world.telegram
        card = await self.card()

        def found() -> list[Message]:
            bot = "" if self.has_group else BOT_NAME
            shown = telegram.messages(card.chat.id, card.thread_id if self.has_group else None, bot=bot)
            return [one for one in shown if label in labels(one)]

        seen: list[Message] = await self.world.until(found)
        return seen[-1]

    async def answers(self, message: Message, text: str) -> int:
        """Reply to a message in words."""
        if not self.has_group:
            return await self.maker.says_privately(text, reply_to=message.id)
        await self.world.settled()
        return await self.world.telegram.say(self.maker.user, GROUP, text, message.thread_id, message.id)

    async def types(self, text: str, chat: str = CUTR_ONLY) -> None:
        """Type a command about the order, and let it be answered."""
        if self.has_group:
            await self.maker.says(self.order, chat, text)
        else:
            await self.maker.says_privately(text)
        await self._answered()

    async def card(self, chat: str = CUTR_ONLY) -> Message:
        """The order's card as it is now."""
        names = self.words(f"topic-{'cutr_only' if chat == CUTR_ONLY else 'with_customer'}", reference=self.order)

        def found() -> list[Message]:
            if self.has_group:
                topics = [t for t in self.world.telegram.topics(GROUP) if t.name == names]
                shown = self.world.telegram.messages(GROUP, topics[-1].id) if topics else []
            else:
                shown = self.world.telegram.messages(self.maker.user, bot=BOT_NAME)
            return [one for one in shown if one.keyboard and self.order in one.text and not one.is_service]

        cards: list[Message] = await self.world.until(found)
        return cards[0]

    def shown(self) -> list[str]:
        """All they were ever shown by the bot that can still be seen: texts, buttons, topics, pop-ups, menus."""
        telegram = self.world.telegram
        spots = [telegram.messages(self.maker.user, bot=BOT_NAME)]
        if self.has_group:
            spots += [telegram.messages(GROUP, topic.id) for topic in telegram.topics(GROUP)]
        seen = [one for spot in spots for one in spot if one.sender.is_bot and not one.is_service]
        found = [text for one in seen for text in (one.text, *labels(one))] + self.toasts
        found += [topic.name for topic in telegram.topics(GROUP)] if self.has_group else []
        return found + [row["description"] for row in self.menu()]

    def menu(self) -> list[dict[str, Any]]:
        """The commands that their private chat offers."""
        return list(self.world.telegram.commands({"type": "chat", "chat_id": self.maker.user}))


def mailed(world: World, address: str) -> list[str]:
    """The subject, plain part and HTML part of every mail that somebody got."""
    parts = []
    for mail in world.mail.to(address):
        parts += [str(mail.message["subject"]), mail.body]
        page = mail.message.get_body(("html",))
        parts += visible(str(page.get_content())) if page is not None else []
    return parts


async def looked_at(world: World, reference: str) -> list[str]:
    """What the customer's page of an order says now, line by line, without the people's own words marked as such."""
    address = (await world.rest("GET", f"/orders/{reference}"))["customer_url"]
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        return visible(await answer.text())


def visible(page: str) -> list[str]:
    """The texts of a page, and those of its attributes that are read out."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page)
    told = re.findall(r'(?:alt|title|placeholder|aria-label)="([^"]*)"', page)
    return [html.unescape(text).strip() for text in (*re.split(r"<[^>]*>", page), *told) if text.strip()]
