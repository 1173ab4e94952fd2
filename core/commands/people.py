"""Commands about partners, members and customers."""

from __future__ import annotations

from dataclasses import dataclass

from core.chats import Platform
from core.people import MemberRole


@dataclass(frozen=True, slots=True)
class AddPartner:
    """A new production partner; result: `Partner`."""

    name: str
    language: str = "en"
    time_zone: str = "Europe/Amsterdam"
    self_billing: bool = False
    email: str | None = None
    telegram_chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class AddMember:
    """A person at a partner; result: `(Member, invite code | None)`."""

    partner_id: str
    name: str
    role: MemberRole
    email: str | None = None
    telegram_user_id: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveMember:
    """End a member's access at once; the last admin stays (domain.md 17, case 21)."""

    member_id: str


@dataclass(frozen=True, slots=True)
class ChangeRole:
    """Make a member admin or collaborator; nobody demotes themselves, the last admin stays."""

    member_id: str
    role: MemberRole


@dataclass(frozen=True, slots=True)
class InviteMember:
    """A new one-time deep link for a member; earlier ones stop working. Result: the code."""

    member_id: str


@dataclass(frozen=True, slots=True)
class MakeGroupCode:
    """A one-time code for `/link CODE` in the partner's group. Result: the code."""

    partner_id: str


@dataclass(frozen=True, slots=True)
class LinkMember:
    """Somebody pressed Start with an invite code. Result: `Member`, who gets this language if they have none yet."""

    code: str
    telegram_user_id: int
    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """`/link CODE` typed in a group by an admin member. Result: `Partner`."""

    code: str
    telegram_chat_id: int


@dataclass(frozen=True, slots=True)
class MoveGroup:
    """Telegram upgraded a group: every address moves to the new chat id."""

    old_chat_id: int
    new_chat_id: int


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """The asking person's own language, at every workshop of theirs. Result: the asking `Member`."""

    language: str


@dataclass(frozen=True, slots=True)
class NoteReachability:
    """Telegram told that a chat can (`trouble` None) or cannot be reached any more."""

    telegram_chat_id: int
    trouble: str | None


@dataclass(frozen=True, slots=True)
class NoteHeard:
    """Somebody wrote from a chat that was out of reach; `has_topics` as Telegram says of it now."""

    telegram_chat_id: int
    has_topics: bool


@dataclass(frozen=True, slots=True)
class NoteThreadLost:
    """A platform told that a thread's root is gone. Result: the `Place`, None when it was none of ours."""

    platform: Platform
    channel: str
    thread: str


@dataclass(frozen=True, slots=True)
class ChangeAddress:
    """Everybody with this mailbox gets another address. Result: the new mailbox's `Place`."""

    place_id: str
    address: str


@dataclass(frozen=True, slots=True)
class AddCustomer:
    """A new customer; result: `Customer`."""

    name: str
    email: str
    language: str = "en"
