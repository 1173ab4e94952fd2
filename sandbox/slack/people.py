"""What people do in the Slack client: write, edit, delete, react, upload, join; and what they can see.

Acting on the app (commands, buttons, modals) is in ``control``, which adds to this.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from sandbox.slack import files, messages
from sandbox.slack.composer import rich_text
from sandbox.slack.errors import Refused
from sandbox.slack.state import Channel, User
from sandbox.slack.text import as_stored
from sandbox.slack.web_api import reactions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sandbox.slack.state import Json, World


class People:
    """People's hands and eyes. Everywhere a user or channel may be named by id or by name."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def add_user(self, name: str, real_name: str = "", **facts: Any) -> str:
        """Add a person and return the id; facts are fields of ``User`` (team_id, is_restricted, is_bot ...)."""
        user_id = str(facts.pop("id", "")) or self.world.new_id("U")
        team = str(facts.pop("team_id", self.world.team_id))
        self.world.users[user_id] = User(user_id, name, real_name or name.title(), team, **facts)
        return user_id

    async def change_user(self, user: str, **facts: Any) -> None:
        """Change a person's facts, such as ``deleted=True``."""
        _set(self.world.user(user), facts)

    async def add_channel(self, name: str, members: Sequence[str] = (), **flags: Any) -> str:
        """Add a channel with members and return its id; flags: is_private, is_archived, is_ext_shared.

        The bot is in it only when named among the members (``"bot"`` will do).
        """
        ids = {self._id(member) for member in members}
        return self.world.new_channel(name, "channel", ids, **flags).id

    async def change_channel(self, channel: str, **flags: Any) -> None:
        """Change a channel's flags, such as ``is_archived=True`` (told as ``channel_archive``)."""
        found = self.world.channel(channel)
        _set(found, flags)
        if flags.get("is_archived"):
            kind = "group_archive" if found.is_private else "channel_archive"
            messages.system_event(self.world, found, {"type": kind, "channel": found.id, "user": ""})

    async def share_outside(self, channel: str, team: str = "T0PARTNER01") -> None:
        """Let another organisation read a channel, told as ``channel_shared`` (platforms.md 1.13)."""
        await self._share(channel, {"type": "channel_shared", "connected_team_id": team}, shared=True)

    async def unshare(self, channel: str, team: str = "T0PARTNER01") -> None:
        """End the sharing, told as ``channel_unshared``."""
        told = {"type": "channel_unshared", "previously_connected_team_id": team, "is_ext_shared": False}
        await self._share(channel, told, shared=False)

    async def _share(self, channel: str, event: Json, *, shared: bool) -> None:
        found = self.world.channel(channel)
        found.is_ext_shared = shared
        messages.system_event(self.world, found, {**event, "channel": found.id})

    def tell_again(self, channel: str, ts: str) -> None:
        """Deliver a message to the app once more, under an event id of its own."""
        place = self.world.channel(channel)
        told = messages.public(place.messages[ts]) | {"channel": place.id, "channel_type": place.event_type}
        self.world.emit({**told, "event_ts": ts}, place)

    async def join(self, user: str, channel: str) -> None:
        """Make somebody (``"bot"`` for the bot) a member."""
        messages.join(self.world, self.world.channel(channel), self._id(user))

    async def leave(self, user: str, channel: str) -> None:
        """End somebody's membership."""
        messages.leave(self.world, self.world.channel(channel), self._id(user))

    async def direct(self, user: str) -> str:
        """Return the id of the direct message channel between a person and the bot."""
        return self.world.direct(self.world.user(user).id).id

    async def post_as(
        self,
        user: str,
        channel: str,
        text: str,
        thread_ts: str = "",
        files: Sequence[str] = (),
        blocks: list[Json] | None = None,
        broadcast: str = "",
    ) -> str:
        """Write a message (with files by id, in a thread, also shown in the channel) and return its ts.

        Raises:
            Refused: when the person cannot post there.

        """
        place, author = self._writable(user, channel, thread_ts)
        body = self._typed(author, text, blocks)
        if files:
            stored = [self.world.files[file_id] for file_id in files]
            return str(_share(self.world, stored, place, body, thread_ts)["ts"])
        return str(messages.post(self.world, place, body, thread_ts=thread_ts, broadcast=broadcast)["ts"])

    async def upload_as(
        self, user: str, channel: str, name: str, content: bytes, thread_ts: str = "", text: str = ""
    ) -> str:
        """Upload a file with a comment and return the message's ts."""
        place, author = self._writable(user, channel, thread_ts)
        stored = files.add_file(self.world, author.id, name, content, len(content))
        return str(_share(self.world, [stored], place, self._typed(author, text, None), thread_ts)["ts"])

    async def store_file(self, user: str, name: str, content: bytes, external_url: str = "") -> str:
        """Store a file (or where it is kept outside Slack) without sharing it; its id is named in ``post_as``."""
        stored = files.add_file(self.world, self.world.user(user).id, name, content, len(content))
        stored.external_url = external_url
        return stored.id

    async def forward_as(
        self, user: str, channel: str, text: str, thread_ts: str = "", *, words: str, author: str
    ) -> str:
        """Forward somebody's message with a comment (or none) and return the ts: it comes as an attachment."""
        place, person = self._writable(user, channel, thread_ts)
        share: Json = {
            "is_msg_unfurl": True, "is_share": True, "author_name": author, "author_id": self.world.user(user).id,
            "channel_id": place.id, "text": as_stored(words), "fallback": as_stored(words), "mrkdwn_in": ["text"],
            "footer": f"Posted in #{place.name}",
        }  # fmt: skip
        body = self._typed(person, text, None) | {"attachments": [share]}
        return str(messages.post(self.world, place, body, thread_ts=thread_ts)["ts"])

    async def edit_as(self, user: str, channel: str, ts: str, text: str) -> None:
        """Edit an own message."""
        place, author = self._own(user, channel, ts)
        stored = as_stored(text)
        changes = {"text": stored, "blocks": [rich_text(stored, self.world.new_id("b"))]}
        messages.edit(self.world, place, ts, changes, author.id)

    async def delete_as(self, user: str, channel: str, ts: str) -> None:
        """Delete an own message (an admin: any message)."""
        place, _author = self._own(user, channel, ts, admins="too")
        messages.delete(self.world, place, ts)

    async def react_as(self, user: str, channel: str, ts: str, name: str) -> None:
        """Add a reaction."""
        reactions.react(self.world, self.world.channel(channel), ts, name, self.world.user(user).id)

    async def unreact_as(self, user: str, channel: str, ts: str, name: str) -> None:
        """Take a reaction back."""
        reactions.unreact(self.world, self.world.channel(channel), ts, name, self.world.user(user).id)

    async def unfurl(self, channel: str, ts: str) -> None:
        """Let Slack add a link preview: ``message_changed`` without anybody having edited (platforms.md 1.7)."""
        shown = [{"id": 1, "fallback": "preview", "from_url": "https://example.com/", "title": "Example"}]
        messages.edit(self.world, self.world.channel(channel), ts, {"attachments": shown})

    async def workflow_post(self, channel: str, text: str, thread_ts: str = "", name: str = "Workflow") -> str:
        """Post as another app or workflow: subtype ``bot_message`` under its own bot_id; returns the ts."""
        body = {"subtype": "bot_message", "bot_id": "B0WORKFLOW1", "app_id": "A0WORKFLOW1", "username": name}
        place = self.world.channel(channel)
        return str(messages.post(self.world, place, {**body, "text": as_stored(text)}, thread_ts=thread_ts)["ts"])

    def channel_messages(self, channel: str) -> list[Json]:
        """Return what the channel shows, oldest first: top level and broadcast replies."""
        stored = self.world.channel(channel).messages.values()
        return [m for m in stored if m.get("thread_ts", m["ts"]) == m["ts"] or "root" in m]

    def thread(self, channel: str, ts: str) -> list[Json]:
        """Return a thread's messages, root first; empty when there is none."""
        place = self.world.channel(channel)
        root = [place.messages[ts]] if ts in place.messages else []
        return [*root, *messages.replies(place, ts)]

    def messages_by_username(self, username: str) -> list[Json]:
        """Return all messages posted under a borrowed name, oldest first per channel."""
        everything = [m for channel in self.world.channels.values() for m in channel.messages.values()]
        return [m for m in everything if m.get("username") == username]

    def ephemerals(self, user: str) -> list[Json]:
        """Return the messages only this person sees, oldest first; each names its ``channel``."""
        return list(self.world.ephemerals[self.world.user(user).id])

    def open_views(self, user: str) -> list[Json]:
        """Return the person's modals, bottom first."""
        return [self.world.views[view_id] for view_id in self.world.stacks[self.world.user(user).id]]

    def home(self, user: str) -> Json | None:
        """Return the person's Home tab, None before it was published."""
        return self.world.views.get(self.world.homes.get(self.world.user(user).id, ""))

    async def wait_for(self, predicate: Callable[[], Any], timeout: float = 5.0) -> Any:
        """Return the predicate's first true value, looking again at every change.

        Raises:
            TimeoutError: after ``timeout`` real seconds.

        """
        async with asyncio.timeout(timeout):
            while not (found := predicate()):
                await self.world.change()
        return found

    def _id(self, user: str) -> str:
        return self.world.app.bot_user_id if user == "bot" else self.world.user(user).id

    def _typed(self, author: User, text: str, blocks: list[Json] | None) -> Json:
        stored = as_stored(text)
        body: Json = {"user": author.id, "text": stored, "client_msg_id": self.world.new_id("client-")}
        shown = blocks or ([rich_text(stored, self.world.new_id("b"))] if text else [])
        body |= {"blocks": shown} if shown else {}
        return body | ({"user_team": author.team_id} if author.team_id != self.world.team_id else {})

    def _writable(self, user: str, channel: str, thread_ts: str) -> tuple[Channel, User]:
        place, author = self.world.channel(channel), self.world.user(user)
        if place.is_archived or author.id not in place.members or author.deleted:
            msg = f"{author.name} cannot post in {place.name or place.id}"
            raise Refused(msg)
        if thread_ts and thread_ts not in place.messages:
            msg = f"there is no message {thread_ts} to answer"
            raise Refused(msg)
        return place, author

    def _own(self, user: str, channel: str, ts: str, admins: str = "") -> tuple[Channel, User]:
        place, author = self.world.channel(channel), self.world.user(user)
        message = place.messages.get(ts, {})
        if message.get("user") != author.id and not (admins and author.is_admin and message):
            msg = f"{ts} is not a message of {author.name}"
            raise Refused(msg)
        return place, author


_share = files.share


def _set(target: User | Channel, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        if not hasattr(target, name):
            msg = f"{type(target).__name__} has no {name}"
            raise Refused(msg)
        setattr(target, name, value)
