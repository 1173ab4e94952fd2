"""Membership of groups and what follows from it: joining, leaving, rights, and a group becoming a supergroup.

Used by the bots' methods and by people's acts alike.
"""

import itertools

from sandbox.telegram.announce import announce, announce_member
from sandbox.telegram.model import Chat
from sandbox.telegram.people import Json, Member, User
from sandbox.telegram.world import World

PERMISSIONS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]


def set_status(
    world: World, chat: Chat, actor: User, user: User, status: str, rights: frozenset[str] = frozenset()
) -> None:
    """Change what a user is in the group: service messages for coming and going, and membership updates."""
    member = chat.members.get(user.id) or Member(user, "left")
    old, was_present = member.as_json(), member.is_present
    chat.members[user.id] = member
    member.status, member.rights = status, rights
    announce_member(world, chat, actor, old, member)
    if member.is_present and not was_present:
        content: Json = {"new_chat_members": [user.as_json()]}
        announce(world, world.post(chat, actor, content, is_service=True))
    elif was_present and not member.is_present and not user.is_bot:
        announce(world, world.post(chat, actor, {"left_chat_member": user.as_json()}, is_service=True))
    world.changed()


def migrate(world: World, chat: Chat, actor: User, new_id: int) -> Chat:
    """Turn a basic group into a supergroup under `new_id`; message ids start again (`platforms.md 2.6`)."""
    new = Chat(new_id, "supergroup", itertools.count(2), title=chat.title)
    new.members = dict(chat.members)
    world.chats[0, new_id] = new
    announce(world, world.post(chat, actor, {"migrate_to_chat_id": new_id}, is_service=True))
    chat.migrated_to = new_id
    announce(world, world.post(new, actor, {"migrate_from_chat_id": chat.id}, is_service=True))
    return new
