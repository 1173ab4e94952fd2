"""users.* and usergroups.*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.slack.errors import ApiError
from sandbox.slack.web_api.conversations import as_json as channel_json
from sandbox.slack.web_api.conversations import of_types

if TYPE_CHECKING:
    from sandbox.slack.state import Json, User, UserGroup
    from sandbox.slack.web_api.call import Call, Method


def _shown(user: User) -> str:
    """The display name: people go by their first name, bots have none."""
    return "" if user.is_bot else user.real_name.split(" ")[0]


def as_json(call: Call, user: User) -> Json:
    """Return the user object; the mail address only with ``users:read.email``."""
    profile: Json = {"real_name": user.real_name, "display_name": _shown(user), "team": user.team_id, "image_72": ""}
    if "users:read.email" in call.world.app.scopes and user.email:
        profile["email"] = user.email
    if user.is_bot and user.id == call.world.app.bot_user_id:
        profile.update(bot_id=call.world.app.bot_id, api_app_id=call.world.app.app_id)
    return {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": 3600,
        "profile": profile,
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": user.is_restricted or user.is_ultra_restricted,
        "is_ultra_restricted": user.is_ultra_restricted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "is_workflow_bot": user.is_workflow_bot,
        "is_stranger": user.team_id != call.world.team_id,
        "updated": 0,
        "has_2fa": False,
        **({"locale": user.locale} if call.flag("include_locale") else {}),
    }


def _visible(call: Call, user: User) -> bool:
    if user.team_id == call.world.team_id:
        return True
    return any(user.id in c.members and call.is_member(c) for c in call.world.channels.values())


async def info(call: Call) -> Json:
    """Describe a person; those of another workspace only when sharing a channel (platforms.md 1.13)."""
    user = call.world.users.get(call.text("user"))
    if user is None or not _visible(call, user):
        raise ApiError("user_not_found")
    return {"user": as_json(call, user)}


async def listing(call: Call) -> Json:
    """List the people of this workspace."""
    page, metadata = call.page([u for u in call.world.users.values() if u.team_id == call.world.team_id])
    members = [as_json(call, user) for user in page]
    return {"members": members, "cache_ts": int(call.world.clock.time()), "response_metadata": metadata}


async def lookup_by_email(call: Call) -> Json:
    """Find a person by mail address."""
    wanted = call.needed("email").lower()
    for user in call.world.users.values():
        if user.email.lower() == wanted and not user.deleted and _visible(call, user):
            return {"user": as_json(call, user)}
    raise ApiError("users_not_found")


async def conversations(call: Call) -> Json:
    """List the conversations a person (by default the bot) is in, as far as the bot may know."""
    user = call.text("user") or call.world.app.bot_user_id
    if user not in call.world.users:
        raise ApiError("user_not_found")
    known = [c for c in of_types(call) if user in c.members and (not c.is_private or call.is_member(c))]
    page, metadata = call.page(known)
    return {"channels": [channel_json(call, c) for c in page], "response_metadata": metadata}


def _group_json(call: Call, group: UserGroup) -> Json:
    base = {"id": group.id, "team_id": call.world.team_id, "is_usergroup": True, "name": group.name}
    rest: Json = {"handle": group.handle, "description": "", "date_delete": 0, "user_count": len(group.users)}
    return {**base, **rest, **({"users": list(group.users)} if call.flag("include_users") else {})}


async def usergroups_list(call: Call) -> Json:
    """List the user groups, disabled ones on request."""
    groups = [g for g in call.world.usergroups.values() if not g.disabled or call.flag("include_disabled")]
    return {"usergroups": [_group_json(call, group) for group in groups]}


async def usergroups_users(call: Call) -> Json:
    """List the members of a user group."""
    group = call.world.usergroups.get(call.needed("usergroup"))
    if group is None or (group.disabled and not call.flag("include_disabled")):
        raise ApiError("no_such_subteam")
    return {"users": list(group.users)}


METHODS: dict[str, tuple[Method, str]] = {
    "users.info": (info, "users:read"),
    "users.list": (listing, "users:read"),
    "users.lookupByEmail": (lookup_by_email, "users:read.email"),
    "users.conversations": (conversations, ""),
    "usergroups.list": (usergroups_list, "usergroups:read"),
    "usergroups.users.list": (usergroups_users, "usergroups:read"),
}
