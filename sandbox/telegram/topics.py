"""What happens to a forum topic, whoever does it: the state and the service message that tells of it.

Rights are checked by the callers.
"""

from sandbox.telegram.announce import announce
from sandbox.telegram.model import Chat, Message, Topic
from sandbox.telegram.people import Json, User
from sandbox.telegram.world import World

MAX_NAME = 128
DEFAULT_COLOR = 7322096
COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def _service(world: World, chat: Chat, actor: User, content: Json, thread_id: int | None) -> Message:
    is_topic = thread_id is not None
    message = world.post(chat, actor, content, thread_id=thread_id, is_topic=is_topic, is_service=True)
    announce(world, message)
    return message


def create(world: World, chat: Chat, actor: User, name: str, *, color: int = DEFAULT_COLOR, icon: str = "") -> Topic:
    """Open a topic; its id is that of the service message, which is itself part of the topic."""
    shown: Json = {"name": name, "icon_color": color} | ({"icon_custom_emoji_id": icon} if icon else {})
    message = world.post(chat, actor, {"forum_topic_created": shown}, is_topic=True, is_service=True)
    message.thread_id = message.id
    topic = Topic(message.id, name, color, actor.id, icon)
    chat.topics[topic.id] = topic
    announce(world, message)
    return topic


def edit(world: World, chat: Chat, actor: User, topic: Topic, changes: Json) -> None:
    """Change name and/or icon; `changes` uses Bot API names."""
    topic.name = changes.get("name", topic.name)
    topic.icon_custom_emoji_id = changes.get("icon_custom_emoji_id", topic.icon_custom_emoji_id)
    _service(world, chat, actor, {"forum_topic_edited": changes}, topic.id)


def close(world: World, chat: Chat, actor: User, topic: Topic) -> None:
    """Close the topic to everyone but administrators."""
    topic.is_closed = True
    _service(world, chat, actor, {"forum_topic_closed": {}}, topic.id)


def reopen(world: World, chat: Chat, actor: User, topic: Topic) -> None:
    """Open the topic to everyone again."""
    topic.is_closed = False
    _service(world, chat, actor, {"forum_topic_reopened": {}}, topic.id)


def delete(world: World, chat: Chat, topic: Topic) -> None:
    """Delete the topic with its messages; no update tells of it (`platforms.md 2.5`)."""
    topic.is_deleted = True
    chat.messages = {key: message for key, message in chat.messages.items() if message.thread_id != topic.id}
    world.changed()


def general(world: World, chat: Chat, actor: User, happening: str) -> None:
    """Post a service message in General, which carries no thread id."""
    _service(world, chat, actor, {happening: {}}, None)
