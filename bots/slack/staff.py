"""Who somebody in Slack is to us: staff, or one of those who change nothing. Asked of Slack, never guessed.

Staff are full members of the bot's own workspace, narrowed to a user group where one is set (product.md "Slack"). When
Slack cannot be asked, nobody is staff (platforms.md 1.3, reliability.md T11, T39).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bots.slack.troubles import as_away
from core.people import Actor, Role

if TYPE_CHECKING:
    from bots.slack.account import SlackAccount

CACHE_SECONDS = 60.0


class Standing(StrEnum):
    """What somebody is in the bot's workspace; only `STAFF` may do anything."""

    STAFF = "staff"
    GUEST = "guest"
    STRANGER = "stranger"
    BOT = "bot"
    GONE = "gone"
    OUTSIDE_GROUP = "outside_group"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Slack. `name` is for showing only: identity is the id."""

    id: str
    name: str
    standing: Standing

    @property
    def is_staff(self) -> bool:
        """Whether this person may act for Cutr."""
        return self.standing is Standing.STAFF

    def as_actor(self) -> Actor:
        """This person as the one who asks; only ever called for staff."""
        return Actor(Role.STAFF, f"slack:{self.id}", self.name)


class StaffDirectory:
    """Looks people up; an answer counts for about a minute."""

    def __init__(self, account: SlackAccount, usergroup: str | None, monotonic: Callable[[], float]) -> None:
        self._account, self._usergroup, self._monotonic = account, (usergroup or "").lstrip("@") or None, monotonic
        self._people: dict[str, tuple[float, Person]] = {}
        self._group: tuple[float, frozenset[str]] | None = None

    async def person(self, user_id: str) -> Person:
        """Who this is. Raises `SlackAway` when Slack cannot say, `SlackApiError` when it will not."""
        known = self._people.get(user_id)
        if known is None or known[0] < self._monotonic():
            known = (self._monotonic() + CACHE_SECONDS, await self._ask(user_id))
            self._people[user_id] = known
        return known[1]

    def forget(self, user_id: str | None = None) -> None:
        """Ask again next time: the person, or everybody."""
        if user_id is None:
            self._people.clear()
            self._group = None
        else:
            self._people.pop(user_id, None)

    async def name(self, user_id: str) -> str | None:
        """The name to show for an id, or None when Slack does not know or answer."""
        try:
            return (await self.person(user_id)).name
        except SlackApiError:
            return None

    async def _ask(self, user_id: str) -> Person:
        if not user_id:
            return Person("", "", Standing.STRANGER)
        me = await self._account.me()
        try:
            with as_away():
                answer = await self._account.client.users_info(user=user_id)
        except SlackApiError as error:
            if error.response.get("error") in {"user_not_found", "user_not_visible"}:
                return Person(user_id, user_id, Standing.STRANGER)
            raise
        user: dict[str, Any] = answer.get("user") or {}
        standing = standing_of(user, me.team_id)
        if standing is Standing.STAFF and self._usergroup and user_id not in await self._members():
            standing = Standing.OUTSIDE_GROUP
        return Person(user_id, name_of(user) or user_id, standing)

    async def _members(self) -> frozenset[str]:
        if self._group is None or self._group[0] < self._monotonic():
            self._group = (self._monotonic() + CACHE_SECONDS, await self._ask_members())
        return self._group[1]

    async def _ask_members(self) -> frozenset[str]:
        with as_away():
            group = await self._group_id()
            answer = await self._account.client.usergroups_users_list(usergroup=group) if group else None
        return frozenset(answer.get("users") or ()) if answer else frozenset()

    async def _group_id(self) -> str | None:
        wanted = self._usergroup or ""
        if wanted[:1] == "S" and wanted.isupper() and wanted.isalnum():
            return wanted
        answer = await self._account.client.usergroups_list()
        groups: list[dict[str, Any]] = answer.get("usergroups") or []
        return next((str(g["id"]) for g in groups if wanted.lower() in (g.get("handle"), g.get("name"))), None)


def standing_of(user: dict[str, Any], own_team: str) -> Standing:
    """What `users.info` says somebody is to this workspace (platforms.md 1.13)."""
    if user.get("is_bot") or user.get("is_workflow_bot") or user.get("id") == "USLACKBOT":
        return Standing.BOT
    if user.get("deleted"):
        return Standing.GONE
    if user.get("is_stranger") or (user.get("team_id") or own_team) != own_team:
        return Standing.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted") or user.get("is_invited_user"):
        return Standing.GUEST
    return Standing.STAFF if user.get("id") else Standing.STRANGER


def name_of(user: dict[str, Any]) -> str:
    """The name people see: the display name, else the full name, else the handle."""
    profile = user.get("profile") or {}
    found = profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name") or ""
    return str(found).strip()
