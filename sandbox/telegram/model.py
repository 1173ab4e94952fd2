"""Chats, topics and messages as the server keeps them.

Plain records without behaviour of their own beyond simple questions; rendering for a bot is in `render.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sandbox.telegram.people import Json, Member, User

GENERAL_TOPIC_ID = 1


@dataclass
class Topic:
    """A forum topic; its id is the id of the service message that created it."""

    id: int
    name: str
    icon_color: int
    creator_id: int
    icon_custom_emoji_id: str = ""
    is_closed: bool = False
    is_deleted: bool = False

    def as_json(self) -> Json:
        """Return the Bot API `ForumTopic`."""
        shown: Json = {"message_thread_id": self.id, "name": self.name, "icon_color": self.icon_color}
        if self.icon_custom_emoji_id:
            shown["icon_custom_emoji_id"] = self.icon_custom_emoji_id
        return shown


@dataclass
class Message:
    """One message; `content` holds text, media or the service field in Bot API shape, files without file_id."""

    id: int
    chat: "Chat"
    date: int
    sender: User
    content: Json
    thread_id: int | None = None
    is_topic: bool = False
    reply_to: int | None = None
    reply_markup: Json | None = None
    edit_date: int | None = None
    media_group_id: str | None = None
    is_anonymous: bool = False
    is_service: bool = False
    extra: Json = field(default_factory=dict)
    reactions: dict[int, list[str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the text or the caption, empty when there is neither."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def keyboard(self) -> list[list[Json]]:
        """Return the rows of the inline keyboard under the message."""
        return list((self.reply_markup or {}).get("inline_keyboard", []))


@dataclass
class Chat:
    """A private chat (one per bot and person), a basic group or a supergroup."""

    id: int
    type: str
    ids: Iterator[int]
    title: str = ""
    is_forum: bool = False
    person: User | None = None
    bot_id: int = 0
    is_blocked: bool = False
    is_deleted: bool = False
    is_general_closed: bool = False
    is_general_hidden: bool = False
    general_name: str = "General"
    migrated_to: int | None = None
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    actions: list[tuple[str, int | None]] = field(default_factory=list)
    invite_links: list[Json] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        """Return whether this is a chat of one person with one bot."""
        return self.type == "private"

    @property
    def kind_name(self) -> str:
        """Return the words the server uses for this kind in its refusals."""
        return "supergroup chat" if self.type == "supergroup" else "group chat"

    def member(self, user_id: int) -> Member | None:
        """Return the membership of a user, None when never in the group."""
        return self.members.get(user_id)

    def open_topic(self, topic_id: int) -> Topic | None:
        """Return the topic unless it is unknown or deleted."""
        topic = self.topics.get(topic_id)
        return None if topic is None or topic.is_deleted else topic

    def as_json(self) -> Json:
        """Return the Bot API `Chat`."""
        shown: Json = {"id": self.id, "type": self.type}
        if self.person is not None:
            person = self.person.as_json()
            return shown | {k: person[k] for k in ("first_name", "last_name", "username") if k in person}
        shown["title"] = self.title
        if self.is_forum:
            shown["is_forum"] = True
        return shown
