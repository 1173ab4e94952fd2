"""api.test, auth.test, apps.connections.open, team.info, bots.info."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.slack.errors import ApiError

if TYPE_CHECKING:
    from sandbox.slack.state import Json
    from sandbox.slack.web_api.call import Call, Method


async def api_test(call: Call) -> Json:
    """Echo the arguments, and fail with the given error when asked to."""
    if call.text("error"):
        raise ApiError(call.text("error"), args=dict(call.args))
    return {"args": dict(call.args)}


async def auth_test(call: Call) -> Json:
    """Say who the token belongs to."""
    world = call.world
    return {
        "url": f"https://{world.domain}.slack.com/",
        "team": "Sandbox",
        "user": world.app.name,
        "team_id": world.team_id,
        "user_id": world.app.bot_user_id,
        "bot_id": world.app.bot_id,
        "is_enterprise_install": False,
    }


async def connections_open(call: Call) -> Json:
    """Hand out a one-time Socket Mode address (platforms.md 1.14)."""
    address = call.world.url(f"link/?ticket={call.sockets.new_ticket()}&app_id={call.world.app.app_id}")
    return {"url": "ws" + address.removeprefix("http")}


async def team_info(call: Call) -> Json:
    """Describe the workspace."""
    world = call.world
    wanted = call.text("team") or world.team_id
    if wanted != world.team_id:
        raise ApiError("team_not_found")
    team = {"id": world.team_id, "name": "Sandbox", "domain": world.domain, "email_domain": ""}
    return {"team": {**team, "url": f"https://{world.domain}.slack.com/", "icon": {"image_default": True}}}


async def bots_info(call: Call) -> Json:
    """Describe the app's bot."""
    app = call.world.app
    if call.text("bot") not in ("", app.bot_id):
        raise ApiError("bot_not_found")
    bot = {"id": app.bot_id, "deleted": False, "name": app.name, "updated": 0, "app_id": app.app_id}
    return {"bot": {**bot, "user_id": app.bot_user_id, "icons": {}}}


METHODS: dict[str, tuple[Method, str]] = {
    "api.test": (api_test, ""),
    "auth.test": (auth_test, ""),
    "apps.connections.open": (connections_open, ""),
    "team.info": (team_info, "team:read"),
    "bots.info": (bots_info, "users:read"),
}
