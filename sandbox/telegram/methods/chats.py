"""getChat and members, leaveChat, invite links."""

from sandbox.telegram.access import known_chat, require_right
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.groups import PERMISSIONS, set_status
from sandbox.telegram.model import Chat
from sandbox.telegram.people import Json, Member
from sandbox.telegram.render import message_json

GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


async def get_chat(call: Call) -> Json:
    """Return the chat in full."""
    chat = known_chat(call)
    shown = chat.as_json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if not chat.is_private:
        shown["permissions"] = dict.fromkeys(PERMISSIONS, True)
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    if pinned is not None:
        shown["pinned_message"] = message_json(call.world, call.bot, pinned, depth=0)
    return shown


def _member(call: Call, chat: Chat, user_id: int) -> Member:
    user = call.world.users.get(user_id)
    if user is None:
        raise bad_request("invalid user_id specified" if not user_id else "member not found")
    if chat.is_private:
        if user_id not in (chat.id, call.bot.id):
            raise bad_request("member not found")
        return Member(user)
    return chat.members.get(user_id) or Member(user, "left")


async def get_chat_member(call: Call) -> Json:
    """Return one membership; a known user who never was there has left."""
    chat = known_chat(call)
    return _member(call, chat, call.args.number("user_id")).as_json()


async def get_chat_member_count(call: Call) -> int:
    """Return how many are in the chat, bots included."""
    chat = known_chat(call)
    return 2 if chat.is_private else sum(member.is_present for member in chat.members.values())


async def get_chat_administrators(call: Call) -> list[Json]:
    """Return creator and administrators; of the bots only the caller."""
    chat = known_chat(call)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    admins = [member for member in chat.members.values() if member.is_admin]
    return [member.as_json() for member in admins if not member.user.is_bot or member.user.id == call.bot.id]


async def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = known_chat(call)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    set_status(call.world, chat, call.bot.user, call.bot.user, "left")
    return True


async def create_chat_invite_link(call: Call) -> Json:
    """Return a new link; joining through it is `join` of the control API."""
    chat = known_chat(call)
    if chat.is_private:
        raise bad_request("can't access the chat")
    require_right(call, chat, "can_invite_users", "not enough rights to manage chat invite link")
    link: Json = {
        "invite_link": f"https://t.me/+sandbox{next(call.world.numbers):010d}",
        "creator": call.bot.user.as_json(),
        "creates_join_request": call.args.flag("creates_join_request"),
        "is_primary": False,
        "is_revoked": False,
    }
    if call.args.text("name"):
        link["name"] = call.args.text("name")
    for name in ("expire_date", "member_limit"):
        if call.args.number(name):
            link[name] = call.args.number(name)
    chat.invite_links.append(link)
    return link
