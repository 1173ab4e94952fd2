"""Places: where an order's chats live, where staff, members and mailboxes are, and how something is posted there.

Every posting of the product is made by `post`, so that lane, strand and audience are always right.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from core.chats import Audience, Chat, Place, PlaceKind, PlaceState, Platform
from core.notice_data import as_data
from core.notices import CutrOnlyNotice, Notice
from core.orders import Order
from core.outbox import Posting, PostingState, Priority
from core.outbox_kinds import OPEN_PLACE, RECAP, REFRESH_CARD
from core.people import Member, MemberRole, Partner, Party
from core.ports import Taken
from core.work import Work

REMADE = "remade"
"""In the body of an opening: the place had a thread before."""
RECAP_AFTER = timedelta(minutes=1)
MICROSECOND = timedelta(microseconds=1)
THREAD_LOST = ("thread not found", "thread_not_found", "topic_deleted", "topic_id_invalid", "wrong_place", "no_thread")
"""Troubles after which the old thread is not written to again; Telegram's texts are in platforms.md 2.4."""
EPOCH_OF_POSITIONS = datetime.fromisoformat("2020-01-01T00:00:00+00:00")


class WrongAudience(AssertionError):
    """A bug: something for Cutr and the partner was about to go where the customer reads."""


def position_of(instant: datetime) -> int:
    """Microseconds since 2020, for ordering within a strand."""
    return (instant - EPOCH_OF_POSITIONS) // MICROSECOND


def post(  # noqa: PLR0913 - a posting has many sides, all named
    work: Work,
    place: Place,
    kind: str,
    *,
    audience: Audience,
    priority: Priority,
    body: dict[str, object] | None = None,
    order_id: str | None = None,
    message_id: str | None = None,
    not_before: datetime | None = None,
    position: datetime | None = None,
    only_newest: str | None = None,
    along: str | None = None,
) -> None:
    """Queue one thing for one place; `along` is a strand and lane of its own there.

    Raises `WrongAudience` when the customer could read what is not for them.
    """
    customer_reads = place.party is Party.CUSTOMER or place.audience is Audience.WITH_CUSTOMER
    if audience is Audience.CUTR_ONLY and customer_reads:
        raise WrongAudience(kind)
    work.store.outbox.post(
        Posting(
            id=work.house.new_id(), kind=kind, place_id=place.id, strand=along or place.id, lane=along or place.lane,
            audience=audience,
            party=place.party, priority=priority, position=position_of(position or work.now),
            not_before=not_before or work.now, created_at=work.now, body=body or {},
            order_id=order_id or place.order_id, message_id=message_id, only_newest=only_newest,
        )
    )  # fmt: skip


def held_postings(work: Work, state: frozenset[PostingState], **which: object) -> list[Posting]:
    """The postings found, each held against the worker who may be claiming it, that are in one of these states now."""
    found = [work.store.outbox.get(posting.id) for posting in work.store.outbox.find(state=state, **which)]
    return [posting for posting in found if posting is not None and posting.state in state]


def say(work: Work, place: Place, notice: Notice, order: Order | None = None) -> None:
    """Queue a notice for a place."""
    audience = Audience.CUTR_ONLY if isinstance(notice, CutrOnlyNotice) else Audience.WITH_CUSTOMER
    post(
        work,
        place,
        type(notice).__name__,
        audience=audience,
        priority=Priority.NOTICE,
        body=as_data(notice),
        order_id=order.id if order else None,
    )


def say_all(work: Work, places: Iterable[Place], notice: Notice, order: Order | None = None) -> None:
    """Queue a notice for each of these places."""
    for place in places:
        say(work, place, notice, order)


def open_chats(work: Work, order: Order, partner: Partner) -> None:
    """Make the order's chats for this assignment, their Slack threads, and the partner's topics or private chats."""
    audiences = [Audience.CUTR_ONLY, *([Audience.WITH_CUSTOMER] if order.customer_chat else [])]
    for audience in audiences:
        chat = work.store.chats.add(Chat(work.house.new_id(), order.id, order.epoch, audience))
        channel = order.slack_channel or partner.slack_channel or work.house.orders_channel
        _open(work, Place(
            id=work.house.new_id(), platform=Platform.SLACK, kind=PlaceKind.THREAD, party=Party.STAFF,
            audience=audience, channel=channel, state=PlaceState.WANTED, chat_id=chat.id, order_id=order.id,
        ))  # fmt: skip
        open_partner_places(work, order, partner, chat)


def open_partner_places(work: Work, order: Order, partner: Partner, chat: Chat) -> None:
    """The partner's side of a chat: one topic in the bound group, or one spot per linked member."""
    taken = {(p.channel) for p in work.store.places.find(chat_id=chat.id, platform=Platform.TELEGRAM)
             if p.state is not PlaceState.CLOSED}  # fmt: skip
    for channel, kind, member in _partner_spots(work, partner):
        if channel in taken:
            continue
        _open(work, Place(
            id=work.house.new_id(), platform=Platform.TELEGRAM, kind=kind, party=Party.PARTNER,
            audience=chat.audience, channel=channel, state=PlaceState.WANTED, chat_id=chat.id, order_id=order.id,
            partner_id=partner.id, member_id=member.id if member else None,
            language=(member and member.language) or partner.language,
        ))  # fmt: skip


def _partner_spots(work: Work, partner: Partner) -> list[tuple[str, PlaceKind, Member | None]]:
    if partner.telegram_chat_id is not None:
        return [(str(partner.telegram_chat_id), PlaceKind.TOPIC, None)]
    return [
        (str(m.telegram_user_id), PlaceKind.PRIVATE, m)
        for m in work.store.members.find(partner_id=partner.id, removed_at=None)
        if m.telegram_user_id
    ]


def _open(work: Work, place: Place) -> None:
    work.store.places.add(place)
    open_again(work, place)


def open_again(work: Work, place: Place) -> None:
    """Have a wanted place opened by the worker, before anything else goes there."""
    post(work, place, OPEN_PLACE, audience=place.audience, priority=Priority.OPENING)


def places_of(work: Work, order: Order, audience: Audience, party: Party) -> list[Place]:
    """Where this side reads this chat of the order's present assignment; nothing for a chat that does not exist."""
    chats = work.store.chats.find(order_id=order.id, epoch=order.epoch, audience=audience)
    return [place for chat in chats for place in work.store.places.find(chat_id=chat.id)
            if place.party is party and place.state is not PlaceState.CLOSED]  # fmt: skip


def partner_places(work: Work, order: Order) -> list[Place]:
    """Where the partner reads what is between them and Cutr."""
    return places_of(work, order, Audience.CUTR_ONLY, Party.PARTNER)


def staff_places(work: Work, order: Order, audience: Audience = Audience.CUTR_ONLY) -> list[Place]:
    """The order's Slack thread, or the staff channel while it has none that works."""
    threads = places_of(work, order, audience, Party.STAFF)
    return [place for place in threads if place.state is not PlaceState.BROKEN] or [staff_channel(work)]


def staff_channel(work: Work) -> Place:
    """The channel where staff hear of everything that has no thread."""
    channel = work.house.orders_channel
    return known_place(work, Place(
        id=f"channel-{channel}", platform=Platform.SLACK, kind=PlaceKind.CHANNEL, party=Party.STAFF,
        audience=Audience.CUTR_ONLY, channel=channel,
    ))  # fmt: skip


def direct(work: Work, member: Member, partner: Partner) -> Place | None:
    """A member's private chat with the bot; None while the member is not linked."""
    if member.telegram_user_id is None or member.removed_at is not None:
        return None
    return known_place(work, Place(
        id=f"direct-{member.id}-{member.telegram_user_id}", platform=Platform.TELEGRAM, kind=PlaceKind.DIRECT,
        party=Party.PARTNER, audience=Audience.CUTR_ONLY, channel=str(member.telegram_user_id), partner_id=partner.id,
        member_id=member.id, language=member.language or partner.language,
    ))  # fmt: skip


def admins(work: Work, partner: Partner) -> list[Place]:
    """The private chats of a partner's linked admins: the only place for offers and prices."""
    members = work.store.members.find(partner_id=partner.id, role=MemberRole.ADMIN, removed_at=None)
    return [place for place in (direct(work, member, partner) for member in members) if place is not None]


def mailbox(work: Work, address: str | None, party: Party, language: str) -> list[Place]:
    """A mail address as a place; empty when there is no address or no mail is sent here."""
    if not address or not work.house.mail_enabled:
        return []
    digest = hashlib.sha256(address.lower().encode()).hexdigest()[:24]
    audience = Audience.WITH_CUSTOMER if party is Party.CUSTOMER else Audience.CUTR_ONLY
    return [known_place(work, Place(
        id=f"mail-{party}-{digest}", platform=Platform.MAIL, kind=PlaceKind.MAILBOX, party=party, audience=audience,
        channel=address, language=language,
    ))]  # fmt: skip


def customer_mail(work: Work, order: Order) -> list[Place]:
    """The customer's mailbox."""
    customer = work.store.customers.get(order.customer_id)
    return mailbox(work, customer.email, Party.CUSTOMER, customer.language) if customer else []


def known_place(work: Work, place: Place) -> Place:
    """The place with this id, made now if it is not there yet; its language follows the reader's."""
    found = work.store.places.get(place.id)
    if found is not None:
        if found.language != place.language:
            found.language = place.language
            work.store.places.save(found)
        return found
    try:
        return work.store.places.add(place)
    except Taken:
        return place


def shows_order(_place: Place) -> bool:
    """Every card shows the order's status and dates."""
    return True


def shows_todos(place: Place) -> bool:
    """The to-dos stand on staff's cards and on the partner's Cutr-only card, not where the customer would read them."""
    return place.party is Party.STAFF or place.audience is Audience.CUTR_ONLY


def refresh_cards(work: Work, order: Order, which: Callable[[Place], bool] = shows_order) -> None:
    """Bring these cards of the order up to date; only the newest wish counts, and it goes last."""
    for chat in work.store.chats.find(order_id=order.id, epoch=order.epoch):
        for place in work.store.places.find(chat_id=chat.id):
            if place.state is PlaceState.OPEN and which(place):
                post(
                    work,
                    place,
                    REFRESH_CARD,
                    audience=chat.audience,
                    priority=Priority.TOUCH,
                    only_newest=f"card:{place.id}",
                )


def close_places(work: Work, order: Order) -> None:
    """End an assignment's chats: nothing is sent or read there any more (invariant I22)."""
    for chat in work.store.chats.find(order_id=order.id, epoch=order.epoch):
        chat.closed_at = work.now
        work.store.chats.save(chat)
        for place in work.store.places.find(chat_id=chat.id):
            close_place(work, place)


def close_place(work: Work, place: Place) -> None:
    """Close one place and drop what is queued for it."""
    waiting = frozenset({PostingState.QUEUED, PostingState.UNKNOWN})
    for posting in held_postings(work, waiting, place_id=place.id):
        posting.state = PostingState.CANCELLED
        work.store.outbox.save(posting)
    place.state = PlaceState.CLOSED
    work.store.places.save(place)


def remake(work: Work, place: Place) -> None:
    """Have a chat's place made anew: the old thread is forgotten, a new one is opened before anything else goes out."""
    place.thread, place.card, place.state, place.trouble = None, None, PlaceState.WANTED, None
    work.store.places.save(place)
    post(work, place, OPEN_PLACE, audience=place.audience, priority=Priority.OPENING, body={REMADE: True})
    # Behind the card, before the words that wait: what was said last, or the new thread would begin in the middle.
    later = work.now + RECAP_AFTER
    post(work, place, RECAP, audience=place.audience, priority=Priority.OPENING, position=later,
         only_newest=f"recap:{place.id}")  # fmt: skip


def mend(work: Work, place: Place) -> None:
    """A broken place is to be used again: made anew when its thread is gone or doubtful, else as it was."""
    trouble = (place.trouble or "").lower()
    lost = place.kind is not PlaceKind.PRIVATE and any(word in trouble for word in THREAD_LOST)
    if place.chat_id is not None and (lost or (place.thread is None and place.kind is not PlaceKind.PRIVATE)):
        remake(work, place)
        return
    place.state, place.trouble = PlaceState.OPEN, None
    work.store.places.save(place)
