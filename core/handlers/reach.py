"""Whether a partner can be reached on Telegram: noticed by updates and by refused sends, shown to staff, healed.

    gone        blocked, kicked, group deleted: every place there is broken at once and staff are told once
    no topics   topics switched off, or the right to manage them taken: the same
    a topic or thread deleted: made anew by itself, with the chat's last words and what was about to be sent
    a group that moved: every address is rewritten
    back        the bot is let in again, or anybody writes from there: mended, and what waited goes out

What could not be said goes by mail meanwhile (`core.handlers.missed`).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from core import commands as c
from core import notices as n
from core.chats import Audience, Place, PlaceKind, PlaceState, Platform
from core.handlers import missed
from core.handlers.copies import warn_staff
from core.handlers.corrections import send_again
from core.handlers.spots import REMADE, held_postings, mend, remake, say_all, staff_channel, staff_places
from core.notice_data import CLASSES
from core.orders import RUNNING_STATUSES, Order
from core.outbox import Posting, PostingState
from core.outbox_kinds import DELIVER, OPEN_PLACE
from core.people import Member, Partner
from core.work import Work

REASONS: Final = (
    ("bot was kicked", "kicked"), ("not a member", "kicked"), ("kicked", "kicked"),
    ("bot was blocked", "blocked"), ("initiate conversation", "blocked"), ("user is deactivated", "blocked"),
    ("blocked", "blocked"),
    ("group chat was deleted", "gone"), ("chat was deactivated", "gone"), ("chat not found", "gone"),
    ("not a forum", "no_topics"), ("no_topics", "no_topics"),
    ("not enough rights", "no_rights"), ("have no rights", "no_rights"), ("admin_required", "no_rights"),
    ("administrator rights", "no_rights"), ("chat_write_forbidden", "no_rights"), ("no_rights", "no_rights"),
)  # fmt: skip
"""Part of Telegram's text (platforms.md 2.4), lower case, and why nobody is reached."""
DELETED = ("thread not found", "thread_not_found", "topic_deleted", "topic_id_invalid")
"""Refusals that say that the thread alone is gone."""
OUTDATED = frozenset({"TodosNudge", "TodosOverdue"})
"""What is not said later: the next reminder knows better."""
REMADE_WITHIN = timedelta(hours=1)
MOST_REMADE = 3


def why_of(error: str) -> str | None:
    """A stable key when an error is about the whole chat, None when it is about one message or thread."""
    low = error.lower()
    return next((why for needle, why in REASONS if needle in low), None)


# -- going away --------------------------------------------------------------------------------------------------------


def note_reachability(work: Work, command: c.NoteReachability) -> None:
    """A chat went away or came back, as Telegram tells."""
    chat, trouble = command.telegram_chat_id, command.trouble
    partners = work.store.partners.find(telegram_chat_id=chat)
    members = work.store.members.find(telegram_user_id=chat, removed_at=None)
    if trouble is None:
        _welcome(work, chat, partners, members)
        return
    why = why_of(trouble) or "gone"
    for partner in partners:
        away(work, partner, why)
    _note_blocked(work, members)
    if why != "no_rights":
        _break_all(work, str(chat), trouble)


def note_heard(work: Work, command: c.NoteHeard) -> None:
    """Somebody wrote from a chat that was out of reach: it is not, unless topics or rights are what is missing."""
    chat = command.telegram_chat_id
    members = [m for m in work.store.members.find(telegram_user_id=chat, removed_at=None) if m.blocked_since]
    partners = [p for p in work.store.partners.find(telegram_chat_id=chat)
                if p.unreachable_since is not None and _is_over(p, command)]  # fmt: skip
    if partners or members:
        _welcome(work, chat, partners, members)


def _is_over(partner: Partner, command: c.NoteHeard) -> bool:
    if partner.unreachable_why == "no_topics":
        return command.has_topics
    return partner.unreachable_why != "no_rights"


def _welcome(work: Work, chat: int, partners: list[Partner], members: list[Member]) -> None:
    for partner in partners:
        back(work, partner)
    for member in [one for one in members if one.blocked_since is not None]:
        member.blocked_since = None
        work.store.members.save(member)
        _review_private(work, member)
    _mend_all(work, chat)


def _note_blocked(work: Work, members: list[Member]) -> None:
    for member in [one for one in members if one.blocked_since is None]:
        member.blocked_since = work.now
        work.store.members.save(member)
        _review_private(work, member)


def _review_private(work: Work, member: Member) -> None:
    """A partner without a group is out of reach when none of its linked people can be reached."""
    partner = work.store.partners.lock(member.partner_id)
    if partner is None:
        return
    people = work.store.members.find(partner_id=partner.id, removed_at=None)
    linked = [one for one in people if one.telegram_user_id is not None]
    everybody = bool(linked) and all(one.blocked_since is not None for one in linked)
    if partner.telegram_chat_id is None and everybody:
        away(work, partner, "blocked")
        return
    if partner.telegram_chat_id is None and not everybody:
        back(work, partner)
    if member.blocked_since is not None:
        alert = n.StaffAlert("", "member_blocked", f"{member.name} · {partner.name}", "", "")
        say_all(work, [staff_channel(work)], alert)


def away(work: Work, partner: Partner, why: str) -> None:
    """Note it and tell staff, in the channel and in the thread of every running order: once, until it is over."""
    found = work.store.partners.lock(partner.id)
    if found is None or (found.unreachable_since is not None and found.unreachable_why == why):
        return
    partner, first = found, found.unreachable_since is None
    partner.unreachable_since, partner.unreachable_why = partner.unreachable_since or work.now, why
    work.store.partners.save(partner)
    if first:
        _tell_staff(work, partner, KEYS.get(why, "unreachable"))


KEYS: Final = {"no_topics": "topics_off", "no_rights": "no_topic_rights"}


def back(work: Work, partner: Partner) -> None:
    """It is over: noted, told, and the digest mail called off."""
    found = work.store.partners.lock(partner.id)
    if found is None or found.unreachable_since is None:
        return
    found.unreachable_since, found.unreachable_why = None, None
    partner = found
    work.store.partners.save(partner)
    missed.call_off(work, partner)
    _tell_staff(work, partner, "reachable_again")


def _tell_staff(work: Work, partner: Partner, key: str) -> None:
    say_all(work, [staff_channel(work)], n.StaffAlert("", key, partner.name, "", ""))
    for order in running_orders(work, partner):
        threads = [place for place in staff_places(work, order) if place.chat_id is not None]
        say_all(work, threads, n.StaffAlert(order.reference, key, partner.name, order.id, ""), order)


def running_orders(work: Work, partner: Partner) -> list[Order]:
    """The orders that the partner is working on."""
    return work.store.orders.find(partner_id=partner.id, status=frozenset(RUNNING_STATUSES))


def _break_all(work: Work, channel: str, trouble: str) -> None:
    """Nothing is tried there any more: the worker fails what waits, and that joins the mail."""
    states = frozenset({PlaceState.OPEN, PlaceState.WANTED})
    for place in work.store.places.find(platform=Platform.TELEGRAM, channel=channel, state=states):
        place.state, place.trouble = PlaceState.BROKEN, trouble
        work.store.places.save(place)


# -- noticed by a send -------------------------------------------------------------------------------------------------


def noticed(work: Work, place: Place, error: str) -> bool:
    """A refused send tells of the whole chat: noted as if Telegram had said so. Whether staff hear of it that way."""
    why = why_of(error) if place.platform is Platform.TELEGRAM else None
    if why is None:
        return False
    chat = int(place.channel)
    partners = work.store.partners.find(telegram_chat_id=chat)
    for partner in partners:
        away(work, partner, why)
    members = work.store.members.find(telegram_user_id=chat, removed_at=None)
    _note_blocked(work, members)
    if why != "no_rights":
        _break_all(work, place.channel, error)
    return bool(partners or members)


def can_heal(work: Work, place: Place, error: str) -> bool:
    """Whether only the thread is gone, so that a new one can be opened; not when new ones vanish again and again."""
    low = error.lower()
    if place.chat_id is None or place.thread is None or not any(needle in low for needle in DELETED):
        return False
    since = work.now - REMADE_WITHIN
    opened = work.store.outbox.find(place_id=place.id, kind=OPEN_PLACE)
    return sum(one.created_at > since and one.body.get(REMADE) is True for one in opened) < MOST_REMADE


def heal(work: Work, place: Place, posting: Posting | None = None) -> None:
    """Open the thread anew and tell staff; what was about to be sent goes there, behind the chat's last words."""
    if posting is not None:
        posting.state, posting.not_before = PostingState.QUEUED, work.now
        work.store.outbox.save(posting)
    remake(work, place)
    order = work.store.orders.get(place.order_id) if place.order_id else None
    sign = "🔒" if place.audience is Audience.CUTR_ONLY else "👥"
    warn_staff(work, "chat_reopened", f"{sign} {place.platform.capitalize()}", order)


def note_thread_lost(work: Work, command: c.NoteThreadLost) -> Place | None:
    """Somebody deleted a thread of ours: it is made anew at once. None when it is none of ours, or closed."""
    found = work.store.places.find(platform=command.platform, channel=command.channel, thread=command.thread)
    place = work.store.places.lock(found[-1].id) if found else None
    if place is None or place.state is not PlaceState.OPEN or place.thread != command.thread:
        return None
    if can_heal(work, place, "thread_not_found"):
        heal(work, place)
    return place


# -- coming back -------------------------------------------------------------------------------------------------------


def _mend_all(work: Work, chat: int) -> None:
    for place in work.store.places.find(platform=Platform.TELEGRAM, channel=str(chat), state=PlaceState.BROKEN):
        mend_and_resend(work, place)


def mend_and_resend(work: Work, place: Place) -> None:
    """Use the place again; what failed for its trouble goes out now, reminders excepted."""
    trouble = {place.trouble, "place_broken"}
    mend(work, place)
    for posting in held_postings(work, frozenset({PostingState.FAILED}), place_id=place.id):
        is_said = posting.kind == DELIVER or (posting.kind in CLASSES and posting.kind not in OUTDATED)
        if posting.error in trouble and is_said:
            send_again(work, posting)


# -- moving ------------------------------------------------------------------------------------------------------------


def move_group(work: Work, command: c.MoveGroup) -> int:
    """Rewrite every address of a group that became a supergroup; its topics are made anew. Result: how many places."""
    for partner in work.store.partners.find(telegram_chat_id=command.old_chat_id):
        partner.telegram_chat_id = command.new_chat_id
        work.store.partners.save(partner)
    places = work.store.places.find(platform=Platform.TELEGRAM, channel=str(command.old_chat_id))
    for place in places:
        place.channel = str(command.new_chat_id)
        work.store.places.save(place)
        if place.kind is not PlaceKind.TOPIC or place.state is PlaceState.CLOSED:
            continue
        if place.thread is not None:
            # Message and thread ids restart in the new chat (platforms.md 2.6).
            remake(work, place)
        elif place.state is PlaceState.BROKEN:
            # A basic group has no topics: what could not be opened there may be opened now.
            mend_and_resend(work, place)
    work.store.outbox.readdress(frozenset(p.id for p in places), f"telegram:{command.new_chat_id}")
    return len(places)
