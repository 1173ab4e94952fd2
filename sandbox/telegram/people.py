"""Users, bots' own accounts and memberships, and how the Bot API shows them.

Who may do what with these rights is decided in `access.py`.
"""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
)
DEFAULT_ADMIN_RIGHTS = frozenset(ADMIN_RIGHTS) - {"can_promote_members", "can_send_welcome_messages"}
PRESENT = ("creator", "administrator", "member")


@dataclass
class User:
    """A person or a bot's account; empty texts are left out of the JSON."""

    id: int
    first_name: str
    username: str = ""
    last_name: str = ""
    language_code: str = ""
    is_bot: bool = False
    is_deactivated: bool = False

    def as_json(self) -> Json:
        """Return the Bot API `User`."""
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if getattr(self, name):
                shown[name] = getattr(self, name)
        return shown


ANONYMOUS_ADMIN = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)


@dataclass
class Member:
    """What one user is in one group; rights count for administrators only."""

    user: User
    status: str = "member"
    rights: frozenset[str] = field(default_factory=frozenset)
    is_anonymous: bool = False

    @property
    def is_present(self) -> bool:
        """Return whether the user is in the group now."""
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        """Return whether the user is creator or administrator."""
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        """Return whether the member holds an administrator's right."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def as_json(self) -> Json:
        """Return the Bot API `ChatMember` variant of this status."""
        shown: Json = {"status": self.status, "user": self.user.as_json()}
        if self.status == "creator":
            shown["is_anonymous"] = self.is_anonymous
        elif self.status == "administrator":
            shown |= {"can_be_edited": False, "is_anonymous": self.is_anonymous}
            shown |= {right: right in self.rights for right in ADMIN_RIGHTS}
        elif self.status == "kicked":
            shown["until_date"] = 0
        return shown
