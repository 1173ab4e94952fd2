"""Who holds an upload link: the order it is for, the person it was made for, and whether it is still good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bots.showing import show_instant
from bots.texts import DEFAULT, say
from core.files import UploadLink
from core.orders import Order
from core.people import PLATFORM, Actor, Member, Role
from core.ports import Store

LONGEST_CODE: Final = 200
ZONE: Final = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Guest:
    """Whoever holds a link that is good now."""

    link: UploadLink
    order: Order
    actor: Actor
    language: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A link that was good once: in words, why it is not any more, and how to get a new one."""

    words: str
    language: str


def guest_behind(store: Store, token: str, hash_code: Callable[[str], str], now: datetime) -> Guest | Closed | None:
    """Who may upload with this token now; None for a link that never was, or whose holder has no part any more."""
    fits = len(token) <= LONGEST_CODE and token.isascii() and token.isprintable()
    found = store.upload_links.find(code_hash=hash_code(token)) if fits else []
    link = found[0] if found else None
    order = store.orders.get(link.order_id) if link is not None else None
    if link is None or order is None:
        return None
    member = store.members.get(link.member_id) if link.member_id else None
    actor = actor_of(link, member, order)
    if actor is None:
        return None
    partner = store.partners.get(member.partner_id) if member is not None else None
    language = (member and member.language) or (partner.language if partner else DEFAULT)
    closed = _closed(store, link, order, language, now)
    return Closed(closed, language) if closed else Guest(link, order, actor, language)


def _closed(store: Store, link: UploadLink, order: Order, language: str, now: datetime) -> str:
    again = say("uploads-again", language)
    if not order.is_open:
        return say("uploads-order-over", language, reference=order.reference)
    if link.used_at is not None:
        moment, count = show_instant(link.used_at, language, ZONE), received_through(store, link)
        return f"{say('uploads-finished', language, moment=moment, count=count)} {again}"
    if link.expires_at <= now:
        return f"{say('uploads-expired', language, moment=show_instant(link.expires_at, language, ZONE))} {again}"
    return ""


def received_through(store: Store, link: UploadLink) -> int:
    """How many files have come through the link whole."""
    sets = store.upload_sets.find(order_id=link.order_id, author_id=link.actor_id)
    ours = [upload.id for upload in sets if (upload.album or "").startswith(f"link:{link.id}:")]
    items = [item for set_id in ours for item in store.upload_items.find(set_id=set_id)]
    return sum(item.state not in {"arriving", "lost"} for item in items)


def actor_of(link: UploadLink, member: Member | None, order: Order) -> Actor | None:
    """The one who was given the link, in today's role; None when they have no part in the order any more."""
    if link.member_id is not None:
        gone = member is None or member.removed_at is not None or member.partner_id != order.partner_id
        return None if gone or member is None else member.as_actor()
    if link.actor_id == PLATFORM.id:
        return PLATFORM
    return Actor(Role.STAFF, link.actor_id, link.actor_name) if link.actor_id.startswith("slack:") else None
