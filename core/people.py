"""Who takes part: partners and their members, customers, and the actor behind a command.

What somebody may do is not decided here but in `core.permissions`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """In which capacity somebody acts. `PLATFORM` is Cutr's own platform through REST and counts as staff."""

    STAFF = "staff"
    PLATFORM = "platform"
    ADMIN = "admin"
    COLLABORATOR = "collaborator"
    GUEST = "guest"
    CUSTOMER = "customer"
    CLOCK = "clock"


CUTR_ROLES = frozenset({Role.STAFF, Role.PLATFORM})
PARTNER_ROLES = frozenset({Role.ADMIN, Role.COLLABORATOR})


class Party(StrEnum):
    """One of the three sides of an order."""

    STAFF = "staff"
    PARTNER = "partner"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person or process that asks. Identity comes from the signed envelope only (reliability.md I39).

    `id` is the platform's own stable id (`slack:U1`, `telegram:77`, `customer:…`, `rest`, `clock`), never a name.
    """

    role: Role
    id: str
    name: str
    partner_id: str | None = None
    member_id: str | None = None
    customer_id: str | None = None

    @property
    def is_cutr(self) -> bool:
        """Whether this is Cutr's side."""
        return self.role in CUTR_ROLES

    @property
    def party(self) -> Party:
        """The side this actor speaks for; the clock speaks for Cutr."""
        if self.role in PARTNER_ROLES or self.role is Role.GUEST:
            return Party.PARTNER
        return Party.CUSTOMER if self.role is Role.CUSTOMER else Party.STAFF


CLOCK = Actor(Role.CLOCK, "clock", "Cutr")
PLATFORM = Actor(Role.PLATFORM, "rest", "Cutr platform")


@dataclass(slots=True)
class Partner:
    """A workshop. `telegram_chat_id` is its bound group; `slack_channel` overrides the orders channel.

    `unreachable_since` is set while nothing reaches its people on Telegram; `unreachable_why` is a stable key then.
    """

    id: str
    name: str
    language: str = "en"
    time_zone: str = "Europe/Amsterdam"
    self_billing: bool = False
    email: str | None = None
    telegram_chat_id: int | None = None
    slack_channel: str | None = None
    unreachable_since: datetime | None = None
    unreachable_why: str | None = None
    created_at: datetime | None = None


class MemberRole(StrEnum):
    """The two roles a partner's people can have (domain.md 13)."""

    ADMIN = "admin"
    COLLABORATOR = "collaborator"


@dataclass(slots=True)
class Member:
    """A person at a partner. `telegram_user_id` is set once the person has linked."""

    id: str
    partner_id: str
    name: str
    role: MemberRole
    email: str | None = None
    telegram_user_id: int | None = None
    language: str | None = None
    blocked_since: datetime | None = None
    removed_at: datetime | None = None

    def as_actor(self) -> Actor:
        """This member as the one who asks."""
        role = Role.ADMIN if self.role is MemberRole.ADMIN else Role.COLLABORATOR
        return Actor(role, f"telegram:{self.telegram_user_id or self.id}", self.name, self.partner_id, self.id)


class InviteKind(StrEnum):
    """What an invite binds: a person (deep link) or the partner's group (`/link CODE`)."""

    MEMBER = "member"
    GROUP = "group"


@dataclass(slots=True)
class Invite:
    """A one-time code. Only the SHA-256 of the code is kept (reliability.md T13)."""

    id: str
    code_hash: str
    kind: InviteKind
    partner_id: str
    expires_at: datetime
    member_id: str | None = None
    used_at: datetime | None = None
    used_by: str | None = None


@dataclass(slots=True)
class Customer:
    """The party who ordered."""

    id: str
    name: str
    email: str
    language: str = "en"

    def as_actor(self) -> Actor:
        """This customer as the one who asks, through the page of an order of theirs."""
        return Actor(Role.CUSTOMER, f"customer:{self.id}", self.name, customer_id=self.id)


@dataclass(slots=True)
class StaffTask:
    """Something staff must do for an order, e.g. the check-in on a partner's first one (domain.md 5)."""

    id: str
    order_id: str
    kind: str
    created_at: datetime
    done_at: datetime | None = None
    done_by: str | None = None
    data: dict[str, object] = field(default_factory=dict)
