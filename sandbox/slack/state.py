"""The workspace's contents: people, channels, files, views, triggers, and the ids and message times given to them.

Plain data and look-ups. Posting and its events are in ``messages``, views in ``views``, delivery in ``delivery``.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.slack.settings import AppSettings, Pace, Timing

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.clock import SandboxClock
    from sandbox.faults import FaultPlan
    from sandbox.ledger import Ledger

Json = dict[str, Any]
_ID_TYPES = {"channel": "C", "group": "G", "im": "D", "mpim": "G"}
SLACKBOT = "USLACKBOT"


@dataclass
class User:
    """A person or a bot user; ``team_id`` differs from the workspace's for people of a Connect partner."""

    id: str
    name: str
    real_name: str
    team_id: str
    email: str = ""
    tz: str = "Europe/Amsterdam"
    locale: str = "en-US"
    is_bot: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    deleted: bool = False
    is_workflow_bot: bool = False


@dataclass
class Channel:
    """A conversation of any kind, with its messages by ts in order of posting."""

    id: str
    name: str
    kind: str = "channel"
    is_private: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    is_pending_ext_shared: bool = False
    members: set[str] = field(default_factory=set)
    messages: dict[str, Json] = field(default_factory=dict)
    pins: list[str] = field(default_factory=list)
    bookmarks: list[Json] = field(default_factory=list)
    created: int = 0
    last_micros: int = 0

    @property
    def event_type(self) -> str:
        """Return Slack's ``channel_type``: channel, group, im or mpim."""
        return "group" if self.kind == "channel" and self.is_private else self.kind


@dataclass
class UserGroup:
    """A user group such as @staff."""

    id: str
    handle: str
    name: str
    users: list[str]
    disabled: bool = False


@dataclass
class StoredFile:
    """A file's bytes and facts. ``shares`` maps channel id to the ts of the messages that carry it.

    With an ``external_url`` it is kept elsewhere, such as on Google Drive, and Slack has no bytes.
    """

    id: str
    name: str
    title: str
    user: str
    mimetype: str
    length: int
    created: int
    upload_key: str = ""
    content: bytes | None = None
    shares: dict[str, list[str]] = field(default_factory=dict)
    deleted: bool = False
    external_url: str = ""


@dataclass
class Trigger:
    """A ``trigger_id``: 3 seconds, one use (platforms.md 1.4)."""

    user: str
    issued_at: float
    view_id: str = ""
    used: bool = False


@dataclass
class ResponseUrl:
    """A ``response_url``: 5 uses in 30 minutes (platforms.md 1.4); message_ts names the original message."""

    user: str
    channel: str
    issued_at: float
    message_ts: str = ""
    uses: int = 0


class World:
    """Everything the sandbox Slack knows, shared by its parts."""

    def __init__(self, clock: SandboxClock, ledger: Ledger, faults: FaultPlan) -> None:
        self.clock, self.ledger, self.faults = clock, ledger, faults
        self.app, self.timing, self.pace = AppSettings(), Timing(), Pace()
        self.public_url = ""
        self.team_id, self.domain = "T0SANDBOX01", "sandbox"
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.usergroups: dict[str, UserGroup] = {}
        self.files: dict[str, StoredFile] = {}
        self.views: dict[str, Json] = {}
        self.stacks: dict[str, list[str]] = defaultdict(list)
        self.homes: dict[str, str] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.ephemerals: dict[str, list[Json]] = defaultdict(list)
        self.emit: Callable[[Json, Channel | None], None] = lambda _event, _channel: None
        self._ids: dict[str, int] = defaultdict(int)
        self._changed = asyncio.Event()
        self.version = 0

    def new_id(self, prefix: str) -> str:
        """Return a fresh id in Slack's form, such as ``U0SBX000001``."""
        self._ids[prefix] += 1
        return f"{prefix}0SBX{self._ids[prefix]:06d}"

    def next_ts(self, channel: Channel) -> str:
        """Return a message time unique and increasing in its channel, as ``seconds.micros``."""
        micros = max(int(self.clock.time() * 1_000_000), channel.last_micros + 1)
        channel.last_micros = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def changed(self) -> None:
        """Wake everybody who waits for a change."""
        self.version += 1
        self._changed.set()
        self._changed = asyncio.Event()

    async def change(self) -> None:
        """Wait for the next change, or a tenth of a second: a predicate may also look outside the sandbox."""
        event = self._changed
        try:
            await asyncio.wait_for(event.wait(), 0.1)
        except TimeoutError:
            return

    def user(self, key: str) -> User:
        """Return a person by id or name.

        Raises:
            LookupError: when nobody has that id or name.
        """
        found = self.users.get(key) or next((u for u in self.users.values() if u.name == key.lstrip("@")), None)
        if found is None:
            msg = f"no such user: {key}"
            raise LookupError(msg)
        return found

    def channel(self, key: str) -> Channel:
        """Return a conversation by id or name (with or without ``#``).

        Raises:
            LookupError: when there is none.
        """
        name = key.lstrip("#")
        found = self.channels.get(key) or next((c for c in self.channels.values() if name and c.name == name), None)
        if found is None:
            msg = f"no such channel: {key}"
            raise LookupError(msg)
        return found

    def new_channel(self, name: str, kind: str, members: set[str], **flags: Any) -> Channel:
        """Add a conversation and return it."""
        channel = Channel(self.new_id(_ID_TYPES[kind]), name, kind, members=set(members), **flags)
        channel.created = int(self.clock.time())
        self.channels[channel.id] = channel
        return channel

    def direct(self, user: str, other: str | None = None) -> Channel:
        """Return the direct message channel between a person and the bot (or ``other``), opening it when needed."""
        members = {user, other or self.app.bot_user_id}
        for channel in self.channels.values():
            if channel.kind == "im" and channel.members == members:
                return channel
        return self.new_channel("", "im", members, is_private=True)

    def url(self, path: str) -> str:
        """Return an absolute address of the sandbox.

        Raises:
            RuntimeError: before ``public_url`` is set or the first request arrived.
        """
        if not self.public_url:
            msg = "set public_url: the sandbox has not been asked anything yet and does not know its own address"
            raise RuntimeError(msg)
        return f"{self.public_url.rstrip('/')}/{path.lstrip('/')}"
