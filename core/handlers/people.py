"""Partners, members, customers, and how they are bound to Telegram."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core import commands as c
from core import notices as n
from core.chats import Chat, MessageState, PlaceState, Platform
from core.handlers.copies import deliver_to
from core.handlers.fields import email, one_line
from core.handlers.reach import back, mend_and_resend
from core.handlers.spots import (
    close_place,
    direct,
    open_partner_places,
    say,
)
from core.orders import RUNNING_STATUSES
from core.outbox import UNFINISHED, PostingState
from core.outbox_kinds import DELIVER
from core.people import Customer, Invite, InviteKind, Member, MemberRole, Partner, Party
from core.permissions import Action, demand
from core.ports import Taken
from core.refusals import BadValue, NotAllowed, UnknownThing
from core.work import Work

INVITE_LASTS = timedelta(days=7)


def add_partner(work: Work, command: c.AddPartner) -> Partner:
    """A new partner. Raises `BadValue`."""
    demand(work.actor, Action.CREATE_ORDER)
    partner = Partner(
        id=work.house.new_id(), name=one_line("name", command.name), language=command.language,
        time_zone=_zone(command.time_zone), self_billing=command.self_billing,
        email=email("email", command.email) if command.email else None,
        telegram_chat_id=command.telegram_chat_id, created_at=work.now,
    )  # fmt: skip
    try:
        return work.store.partners.add(partner)
    except Taken:
        raise BadValue("telegram_chat_id", "taken", str(command.telegram_chat_id)) from None


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadValue("time_zone", "unknown_zone", name) from None


def add_member(work: Work, command: c.AddMember) -> tuple[Member, str | None]:
    """A new member, with an invite code when no Telegram id was given. Raises `UnknownThing`, `BadValue`."""
    demand(work.actor, Action.MANAGE_MEMBERS)
    partner = work.partner(command.partner_id)
    _own_organisation(work, partner.id)
    member = Member(
        id=work.house.new_id(), partner_id=partner.id, name=one_line("name", command.name), role=command.role,
        email=email("email", command.email) if command.email else None,
        telegram_user_id=command.telegram_user_id, language=command.language,
    )  # fmt: skip
    try:
        work.store.members.add(member)
    except Taken:
        raise BadValue("telegram_user_id", "taken", str(command.telegram_user_id)) from None
    if member.telegram_user_id is not None:
        _give_spots(work, partner)
        return member, None
    return member, _invite(work, partner.id, member.id)


def _own_organisation(work: Work, partner_id: str) -> None:
    if not work.actor.is_cutr and work.actor.partner_id != partner_id:
        raise NotAllowed(Action.MANAGE_MEMBERS)


def _member(work: Work, member_id: str) -> Member:
    found = work.store.members.get(member_id)
    if found is not None:
        # Two admins who demote each other must not both find the other one left.
        work.store.partners.lock(found.partner_id)
    member = work.store.members.lock(member_id)
    if member is None or member.removed_at is not None:
        raise UnknownThing("member", member_id)
    return member


def _keep_an_admin(work: Work, member: Member) -> None:
    others = work.store.members.find(partner_id=member.partner_id, role=MemberRole.ADMIN, removed_at=None)
    if member.role is MemberRole.ADMIN and [m.id for m in others] == [member.id]:
        raise BadValue("role", "last_admin", member.name)


def remove_member(work: Work, command: c.RemoveMember) -> Member:
    """End access at once: nothing more is sent to or taken from this person (invariant I22)."""
    demand(work.actor, Action.MANAGE_MEMBERS)
    member = _member(work, command.member_id)
    _own_organisation(work, member.partner_id)
    _keep_an_admin(work, member)
    member.removed_at = work.now
    work.store.members.save(member)
    for place in work.store.places.find(member_id=member.id):
        close_place(work, place)
    return member


def change_role(work: Work, command: c.ChangeRole) -> Member:
    """Admin or collaborator; nobody demotes themselves and the last admin stays (domain.md 13)."""
    demand(work.actor, Action.MANAGE_MEMBERS)
    member = _member(work, command.member_id)
    _own_organisation(work, member.partner_id)
    if command.role is MemberRole.COLLABORATOR:
        if work.actor.member_id == member.id:
            raise BadValue("role", "not_yourself", member.name)
        _keep_an_admin(work, member)
    member.role = command.role
    work.store.members.save(member)
    return member


def invite_member(work: Work, command: c.InviteMember) -> str:
    """A fresh one-time code; earlier ones of this member end."""
    demand(work.actor, Action.MANAGE_MEMBERS)
    member = _member(work, command.member_id)
    _own_organisation(work, member.partner_id)
    for old in work.store.invites.find(member_id=member.id, used_at=None):
        old.expires_at = work.now
        work.store.invites.save(old)
    return _invite(work, member.partner_id, member.id)


def make_group_code(work: Work, command: c.MakeGroupCode) -> str:
    """A one-time code for `/link CODE`."""
    demand(work.actor, Action.MANAGE_MEMBERS)
    _own_organisation(work, command.partner_id)
    return _invite(work, work.partner(command.partner_id).id, None)


def _invite(work: Work, partner_id: str, member_id: str | None) -> str:
    code = work.house.new_code()
    kind = InviteKind.MEMBER if member_id else InviteKind.GROUP
    work.store.invites.add(Invite(
        work.house.new_id(), work.house.hash_code(code), kind, partner_id, work.now + INVITE_LASTS, member_id,
    ))  # fmt: skip
    return code


def _use(work: Work, code: str, kind: InviteKind) -> Invite:
    found = work.store.invites.find(code_hash=work.house.hash_code(code.strip()))
    invite = work.store.invites.lock(found[0].id) if found else None
    if invite is None or invite.kind is not kind:
        raise UnknownThing("code", "")
    if invite.used_at is not None:
        raise BadValue("code", "used")
    if invite.expires_at <= work.now:
        raise BadValue("code", "expired")
    invite.used_at, invite.used_by = work.now, work.actor.id
    work.store.invites.save(invite)
    return invite


def link_member(work: Work, command: c.LinkMember) -> Member:
    """Bind a Telegram account to a member by its deep link. Raises `UnknownThing`, `BadValue`."""
    invite = _use(work, command.code, InviteKind.MEMBER)
    member = _member(work, invite.member_id or "")
    if member.telegram_user_id not in (None, command.telegram_user_id):
        raise BadValue("code", "used")
    member.telegram_user_id = command.telegram_user_id
    member.language = member.language or command.language
    member.blocked_since = None
    try:
        work.store.members.save(member)
    except Taken:
        raise BadValue("telegram_user_id", "taken") from None
    partner = work.partner(member.partner_id)
    _give_spots(work, partner)
    place = direct(work, member, partner)
    if place is not None:
        say(work, place, n.MemberWelcome("", member.name, partner.name))
    return member


def link_group(work: Work, command: c.LinkGroup) -> Partner:
    """Bind a group; the partner's running orders get their topics there, private spots close."""
    demand(work.actor, Action.LINK_GROUP)
    invite = _use(work, command.code, InviteKind.GROUP)
    if invite.partner_id != work.actor.partner_id:
        raise NotAllowed(Action.LINK_GROUP)
    partner = work.partner(invite.partner_id)
    for place in work.store.places.find(partner_id=partner.id, platform=Platform.TELEGRAM):
        if place.chat_id is not None and place.channel != str(command.telegram_chat_id):
            close_place(work, place)
    partner.telegram_chat_id = command.telegram_chat_id
    try:
        work.store.partners.save(partner)
    except Taken:
        raise BadValue("group", "taken") from None
    _give_spots(work, partner)
    for place in work.store.places.find(
        platform=Platform.TELEGRAM, channel=str(command.telegram_chat_id), state=PlaceState.BROKEN
    ):
        mend_and_resend(work, place)
    back(work, partner)
    return partner


def _give_spots(work: Work, partner: Partner) -> None:
    for order in work.store.orders.find(partner_id=partner.id, status=frozenset(RUNNING_STATUSES)):
        for chat in work.store.chats.find(order_id=order.id, epoch=order.epoch):
            open_partner_places(work, order, partner, chat)
            _catch_up(work, chat)


def _catch_up(work: Work, chat: Chat) -> None:
    """What was written while nobody at the partner could read it goes to the spots they have now."""
    spots = work.store.places.find(chat_id=chat.id, party=Party.PARTNER)
    on_the_way = UNFINISHED | {PostingState.SENT}
    for message in work.store.messages.find(chat_id=chat.id, state=MessageState.LIVE):
        postings = work.store.outbox.find(message_id=message.id, kind=DELIVER, party=Party.PARTNER, state=on_the_way)
        if message.party is not Party.PARTNER and not postings:
            for place in (spot for spot in spots if spot.state is not PlaceState.CLOSED):
                deliver_to(work, message, place, work.now)


def set_language(work: Work, command: c.SetLanguage) -> Member:
    """The asking person's language from now on, at every workshop that they belong to."""
    asking = _member(work, work.actor.member_id or "")
    others = work.store.members.find(telegram_user_id=asking.telegram_user_id, removed_at=None)
    for member in (asking, *(_member(work, it.id) for it in others if asking.telegram_user_id and it.id != asking.id)):
        member.language = command.language
        work.store.members.save(member)
        for place in work.store.places.find(member_id=member.id):
            place.language = command.language
            work.store.places.save(place)
    return asking


def add_customer(work: Work, command: c.AddCustomer) -> Customer:
    """A new customer. Raises `BadValue`."""
    demand(work.actor, Action.CREATE_ORDER)
    return work.store.customers.add(Customer(
        work.house.new_id(), one_line("name", command.name), email("email", command.email), command.language,
    ))  # fmt: skip
