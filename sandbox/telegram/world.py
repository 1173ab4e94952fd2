"""The server's whole state: bots, users, chats, files, and one condition that announces every change.

Refusals are in `access.py`, what bots get to see in `announce.py`.
"""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.telegram.files import FileStore
from sandbox.telegram.flood import Flood
from sandbox.telegram.inbox import Inbox
from sandbox.telegram.model import Chat, Message
from sandbox.telegram.people import Json, Member, User


@dataclass
class Webhook:
    """Where a bot's updates go, and what went wrong last."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_at: int = 0
    last_error: str = ""
    gone_since: float | None = None


@dataclass
class Bot:
    """One bot: its account, its settings in BotFather and its waiting updates."""

    token: str
    user: User
    inbox: Inbox
    has_privacy: bool = True
    has_topics_enabled: bool = False
    webhook: Webhook | None = None
    poll_number: int = 0
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """Return the bot's user id."""
        return self.user.id

    def as_json(self) -> Json:
        """Return the answer of `getMe`."""
        return self.user.as_json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.has_privacy,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": self.has_topics_enabled,
        }


@dataclass
class Query:
    """A pressed button waiting for its answer."""

    id: str
    bot_id: int
    user_id: int
    pressed_at: float
    answer: Json | None = None


class World:
    """Everything the server remembers."""

    def __init__(self, clock: SandboxClock, ledger: Ledger, faults: FaultPlan) -> None:
        self.clock = clock
        self.ledger = ledger
        self.faults = faults
        self.files = FileStore(clock)
        self.flood = Flood(clock)
        self.bots: dict[str, Bot] = {}
        self.users: dict[int, User] = {}
        self.chats: dict[tuple[int, int], Chat] = {}
        self.queries: dict[str, Query] = {}
        self.media: dict[str, Json] = {}
        self.numbers = itertools.count(1)
        self._account_ids: dict[int, Iterator[int]] = {}
        self._changed = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        self.version = 0

    def chat(self, bot_id: int, chat_id: int) -> Chat | None:
        """Return the bot's private chat with that user, or the group."""
        return self.chats.get((bot_id, chat_id)) if chat_id > 0 else self.chats.get((0, chat_id))

    def message_ids(self, bot_id: int) -> Iterator[int]:
        """Return the counter that a bot's private chats and basic groups share."""
        return self._account_ids.setdefault(bot_id, itertools.count(1))

    def bot_by_id(self, bot_id: int) -> Bot | None:
        """Return the bot with this user id."""
        return next((bot for bot in self.bots.values() if bot.id == bot_id), None)

    def bots_in(self, chat: Chat) -> list[Bot]:
        """Return the bots that are in the chat now."""
        if chat.is_private:
            return [bot for bot in self.bots.values() if bot.id == chat.bot_id]
        members = (chat.member(bot.id) for bot in self.bots.values())
        present = {member.user.id for member in members if member is not None and member.is_present}
        return [bot for bot in self.bots.values() if bot.id in present]

    def share_a_group(self, bot_id: int, user_id: int) -> bool:
        """Return whether both are in one group, so that the bot knows the user at all."""
        both = ((chat.member(bot_id), chat.member(user_id)) for chat in self.chats.values())
        return any(isinstance(a, Member) and isinstance(b, Member) and a.is_present for a, b in both)

    def post(self, chat: Chat, sender: User, content: Json, **fields: object) -> Message:
        """Append a message to the chat and return it; nobody is told yet."""
        message = Message(next(chat.ids), chat, int(self.clock.time()), sender, content, **fields)  # type: ignore[arg-type]
        chat.messages[message.id] = message
        self.changed()
        return message

    def changed(self) -> None:
        """Wake everyone who waits for a state."""
        self.version += 1
        task = asyncio.get_running_loop().create_task(self._notify())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def wait_for(self, predicate: Callable[[], object], timeout: float = 5.0) -> None:
        """Return once the predicate is true; raises TimeoutError after `timeout` real seconds."""
        async with asyncio.timeout(timeout), self._changed:
            await self._changed.wait_for(predicate)
