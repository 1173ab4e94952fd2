"""The Telegram sandbox as a whole: set-up of bots, people and groups, and everything people can do.

The Bot API itself is in `app.py` and `methods/`.
"""

import itertools
from collections.abc import Iterable

from starlette.applications import Starlette

from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.telegram.acts_groups import GroupActs
from sandbox.telegram.acts_media import MediaActs
from sandbox.telegram.acts_talk import TalkActs
from sandbox.telegram.app import make_app
from sandbox.telegram.args import Args
from sandbox.telegram.delivery import WebhookDelivery
from sandbox.telegram.dispatch import dispatch
from sandbox.telegram.flood import FloodLimits
from sandbox.telegram.inbox import Inbox
from sandbox.telegram.model import Chat
from sandbox.telegram.people import DEFAULT_ADMIN_RIGHTS, Member, User
from sandbox.telegram.reading import Reading
from sandbox.telegram.world import Bot, Webhook, World

SUPERGROUP_BELOW = -1_000_000_000_000


class TelegramSandbox(TalkActs, MediaActs, GroupActs, Reading):
    """A Bot API server on `app` with people who act through its methods; `retry_pace` scales webhook retry waits."""

    def __init__(
        self, clock: SandboxClock, ledger: Ledger, faults: FaultPlan | None = None, *, retry_pace: float = 1.0
    ) -> None:
        self.faults = faults or FaultPlan()
        super().__init__(World(clock, ledger, self.faults))
        self._retry_pace = retry_pace
        self._deliveries: list[WebhookDelivery] = []
        self.app: Starlette = make_app(self)

    @property
    def limits(self) -> FloodLimits | None:
        """Return the flood limits in force, None when there are none."""
        return self.world.flood.limits

    @limits.setter
    def limits(self, limits: FloodLimits | None) -> None:
        self.world.flood.limits = limits

    def add_bot(
        self, token: str, username: str, *, name: str = "", webhook: str = "", secret: str = "",
        privacy: bool = True, topics_in_private: bool = False,
    ) -> Bot:  # fmt: skip
        """Register a bot; its user id is the number before the colon of the token."""
        user = User(int(token.split(":", maxsplit=1)[0]), name or username, username=username, is_bot=True)
        inbox = Inbox(self.world.clock, next_id=100_000_001 + len(self.world.bots) * 1_000_000)
        bot = Bot(token, user, inbox, has_privacy=privacy, has_topics_enabled=topics_in_private)
        self.world.bots[token] = bot
        self.world.users[user.id] = user
        delivery = WebhookDelivery(self.world, bot, self._reply, self._retry_pace)
        self._deliveries.append(delivery)
        inbox.on_change = delivery.kick
        bot.webhook = Webhook(webhook, secret) if webhook else None
        return bot

    async def _reply(self, bot: Bot, method: str, args: Args) -> object:
        return await dispatch(self.world, bot, method, args)

    def add_user(
        self,
        id: int,  # noqa: A002 - the Bot API's name
        first_name: str,
        username: str = "",
        language_code: str = "",
        *,
        last_name: str = "",
    ) -> User:
        """Register a person."""
        user = User(id, first_name, username=username, last_name=last_name, language_code=language_code)
        self.world.users[id] = user
        return user

    def add_group(
        self,
        id: int,  # noqa: A002 - the Bot API's name
        title: str,
        *,
        forum: bool = False,
        admins: Iterable[int] = (),
        members: Iterable[int] = (),
    ) -> Chat:
        """Set up a group without any update; ids `-100…` are supergroups; the first human admin is the creator."""
        kind = "supergroup" if id < SUPERGROUP_BELOW else "group"
        ids = itertools.count(2) if kind == "supergroup" else self.world.message_ids(0)
        chat = Chat(id, kind, ids, title=title, is_forum=forum)
        for user_id in admins:
            user = self.person(user_id)
            first = not user.is_bot and not any(one.status == "creator" for one in chat.members.values())
            chat.members[user_id] = Member(user, "creator" if first else "administrator", DEFAULT_ADMIN_RIGHTS)
        for user_id in members:
            chat.members.setdefault(user_id, Member(self.person(user_id)))
        self.world.chats[0, id] = chat
        return chat

    def retry_now(self) -> None:
        """Let failed webhook deliveries try again at once."""
        for delivery in self._deliveries:
            delivery.retry_now()

    def skip_update_ids(self, bot: str = "", *, by: int = 5_000_000) -> None:
        """Jump the update_id forward, as happens after a week without updates."""
        self.bot(bot).inbox.next_id += by

    async def stop(self) -> None:
        """Stop delivering webhooks."""
        for delivery in self._deliveries:
            await delivery.stop()
