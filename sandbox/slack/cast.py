"""The people and channels a fresh sandbox workspace starts with: every kind of person a staff check must tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.slack.state import SLACKBOT, User, UserGroup

if TYPE_CHECKING:
    from sandbox.slack.state import World

OTHER_TEAM = "T0PARTNER01"


def fill(world: World) -> None:
    """Add staff (Anna is an admin, Bram, Chiara), guests, another bot, a Connect user, @staff, and three channels."""
    team, app = world.team_id, world.app
    people = [
        User(SLACKBOT, "slackbot", "Slackbot", team, is_bot=False),
        User(app.bot_user_id, app.name, app.name, team, is_bot=True),
        User("U0ANNA00001", "anna", "Anna de Vries", team, "anna@example.com", is_admin=True),
        User("U0BRAM00001", "bram", "Bram Bakker", team, "bram@example.com"),
        User("U0CHIARA001", "chiara", "Chiara Conti", team, "chiara@example.com"),
        User("U0GUEST0001", "gijs", "Gijs Gast", team, "gijs@example.com", is_restricted=True),
        User("U0SINGLE001", "sofie", "Sofie Solo", team, "sofie@example.com", is_ultra_restricted=True),
        User("U0OTHERBOT1", "weatherbot", "Weather Bot", team, is_bot=True),
        User("U0CONNECT01", "eve", "Eve Elsewhere", OTHER_TEAM, "eve@elsewhere.example"),
    ]
    world.users.update({user.id: user for user in people})
    staff = ["U0ANNA00001", "U0BRAM00001", "U0CHIARA001"]
    world.usergroups["S0STAFF0001"] = UserGroup("S0STAFF0001", "staff", "Order staff", list(staff))
    world.new_channel("orders", "channel", {*staff, "U0GUEST0001", "U0OTHERBOT1", app.bot_user_id})
    world.new_channel("general", "channel", {*staff})
    world.new_channel("shared-orders", "channel", {*staff, "U0CONNECT01", app.bot_user_id}, is_ext_shared=True)
