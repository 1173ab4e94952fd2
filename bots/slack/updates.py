"""One thing Slack delivered, and everything a listener needs beside it: plain data read out of the envelopes.

Which keys make it unique is decided here (platforms.md 1.2, 1.4; invariant I2); what it does is not.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from bots.slack.account import SlackAccount
from bots.slack.papers import Papers
from bots.slack.staff import Person
from core.chats import Platform
from core.commands import Command
from core.people import Actor
from core.ports import Database, House, Receipt


class UpdateKind(StrEnum):
    """The four shapes in which Slack speaks to an app."""

    EVENT = "event"
    COMMAND = "command"
    INTERACTIVE = "interactive"
    OPTIONS = "options"


@dataclass(frozen=True, slots=True)
class Update:
    """`body` is the parsed envelope, `key` the receipt key of this delivery."""

    kind: UpdateKind
    body: Mapping[str, Any]
    key: str

    @property
    def event(self) -> Mapping[str, Any]:
        """The inner event; empty for the other kinds."""
        found = self.body.get("event")
        return found if isinstance(found, Mapping) else {}

    @property
    def type(self) -> str:
        """`block_actions`, `view_submission`, an event's type, or the command's name."""
        if self.kind is UpdateKind.EVENT:
            return str(self.event.get("type") or "")
        return str(self.body.get("type") or self.body.get("command") or "")

    @property
    def user_id(self) -> str:
        """Who did it, from the signed envelope."""
        user = self.body.get("user")
        if isinstance(user, Mapping):
            return str(user.get("id") or "")
        inner = self.event.get("message") or self.event.get("previous_message") or {}
        found = self.body.get("user_id") or self.event.get("user") or inner.get("user") or ""
        return found if isinstance(found, str) else ""

    @property
    def channel(self) -> str:
        """Where the asker is; blank in modals and App Home."""
        channel = self.body.get("channel")
        if isinstance(channel, Mapping):
            return str(channel.get("id") or "")
        container = self.body.get("container")
        inside = container.get("channel_id") if isinstance(container, Mapping) else None
        found = self.body.get("channel_id") or inside or self.event.get("channel") or ""
        return found if isinstance(found, str) else ""

    @property
    def thread(self) -> str:
        """The thread whose message was acted on, blank outside threads."""
        container, message = self.body.get("container"), self.body.get("message")
        inner = self.event.get("message") or self.event.get("previous_message")
        for source in (container, message, self.event, inner):
            found = source.get("thread_ts") if isinstance(source, Mapping) else None
            if found:
                return str(found)
        return ""

    @property
    def is_in_ephemeral(self) -> bool:
        """Whether a message that only the asker sees was acted on; the bot need not be in that channel."""
        container = self.body.get("container")
        return isinstance(container, Mapping) and bool(container.get("is_ephemeral")) and bool(self.response_url)

    @property
    def trigger_id(self) -> str:
        """Opens one modal within three seconds."""
        return str(self.body.get("trigger_id") or "")

    @property
    def response_url(self) -> str:
        """Where the asker's ephemeral message can be replaced; blank where there is none."""
        return str(self.body.get("response_url") or "")

    @property
    def natural_key(self) -> str | None:
        """What makes the act itself unique, however often and under which key it is delivered."""
        match self.kind:
            case UpdateKind.EVENT:
                return _event_key(str(self.body.get("team_id") or ""), self.event)
            case UpdateKind.COMMAND:
                return f"slack:trigger:{self.trigger_id}" if self.trigger_id else None
            case _:
                return _act_key(self.body)

    def receipt(self, part: str = "") -> Receipt:
        """The receipt for this update; `part` tells several commands of one update apart."""
        natural = self.natural_key
        return Receipt(self.key + part, Platform.SLACK, natural + part if natural else None)


def _event_key(team: str, event: Mapping[str, Any]) -> str | None:
    if event.get("type") != "message":
        return None
    message = event.get("message")
    inner = message if isinstance(message, Mapping) else {}
    ts = event.get("deleted_ts") or inner.get("ts") or event.get("ts")
    base = f"slack:{team}:{event.get('channel')}:{ts}"
    if event.get("subtype") == "message_deleted":
        return f"{base}:deleted"
    if event.get("subtype") == "message_changed":
        edited = inner.get("edited") or {}
        return f"{base}:{edited.get('ts')}"
    return base


def _act_key(body: Mapping[str, Any]) -> str | None:
    view = body.get("view")
    if body.get("type") == "view_submission" and isinstance(view, Mapping):
        # The hash stays the same after `errors`, so what was filled in belongs to the key as well.
        filled = json.dumps([view.get("private_metadata"), (view.get("state") or {}).get("values")], sort_keys=True)
        return f"slack:view:{view.get('id')}:{view.get('hash')}:{hashlib.sha256(filled.encode()).hexdigest()[:32]}"
    trigger = body.get("trigger_id") or body.get("action_ts")
    return f"slack:trigger:{trigger}" if trigger else None


def key_of(kind: UpdateKind, body: Mapping[str, Any], raw: bytes) -> str:
    """The receipt key: the event's id, else the fingerprint of what was delivered."""
    if kind is UpdateKind.EVENT and body.get("event_id"):
        return f"slack:{body['event_id']}"
    return f"slack:{hashlib.sha256(raw).hexdigest()}"


class Door(Protocol):
    """The dispatcher, as far as this room knows it."""

    @property
    def house(self) -> House: ...

    async def dispatch(self, command: Command, actor: Actor, receipt: Receipt | None = None) -> object:
        """As `core.dispatch.Dispatcher.dispatch`."""
        ...


Examine = Callable[[], Awaitable[Sequence[str]]]


def code_alone(code: str) -> str:
    """An invite as it is when nobody has said how a link is made of it."""
    return f"/start {code}"


@dataclass(slots=True)
class Room:
    """What every listener works with. `invite_link` makes the link that a new member presses of a one-time code.

    `examine` looks at the whole house and gives a line per finding, each with its fix.
    """

    dispatcher: Door
    database: Database
    slack: SlackAccount
    clock: Callable[[], datetime]
    invite_link: Callable[[str], str] = code_alone
    examine: Examine | None = None
    papers: Papers = field(default_factory=Papers)

    @property
    def zone(self) -> str:
        """The staff's time zone."""
        return self.dispatcher.house.staff_zone


@dataclass(slots=True)
class Asking:
    """Somebody of the staff asks for something with this update."""

    room: Room
    update: Update
    person: Person

    @property
    def actor(self) -> Actor:
        """The asker, as the core knows people."""
        return self.person.as_actor()

    async def do(self, command: Command, part: str = "") -> object:
        """Dispatch under this update's receipt. Raises `Refusal` and `StorageAway`."""
        return await self.room.dispatcher.dispatch(command, self.actor, self.update.receipt(part))
