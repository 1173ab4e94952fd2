"""How words leave: a copy for every other place of the chat, and the one lasting mark for their author.

Who may write, and what becomes of what was written, is in `core.handlers.messages`.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from core import commands as c
from core import notices as n
from core.chats import Audience, Chat, Message, MessageState, Place, PlaceState, Platform
from core.handlers.away import mail_when_away
from core.handlers.hooks import tell_of_message
from core.handlers.spots import post, say_all, staff_channel, staff_places
from core.orders import Order
from core.outbox import UNFINISHED, Priority
from core.outbox_kinds import DELIVER, MARK
from core.people import Party
from core.work import Work

UNDO_FOR = timedelta(seconds=10)
ALBUM_PAUSE = timedelta(seconds=1.5)
MARK_PAUSE = timedelta(seconds=1)
"""Words go first: in a burst the marks follow behind it."""
LATE_AFTER = timedelta(seconds=20)
CATCH_UP_PAUSE = timedelta(seconds=2)
"""Slack delivers anew what we missed, but in any order: late words wait for those written before them."""
SHUFFLE_PAUSE = timedelta(seconds=0.3)
"""Counted from the writing, so most words have spent it on their way. Events sent at once may come in any order."""
EXCERPT = 80


def send_out(work: Work, message: Message, chat: Chat, origin: Place | None) -> None:
    """Queue the copies for every other place of the chat; words to the customer's chat from Cutr wait ten seconds."""
    held = chat.audience is Audience.WITH_CUSTOMER and message.party is Party.STAFF
    wait = UNDO_FOR if held else ALBUM_PAUSE if message.album else _in_order(work, message, origin)
    tell_of_message(work, message)
    targets = [place for place in work.store.places.find(chat_id=chat.id)
               if place.state is not PlaceState.CLOSED and (origin is None or place.id != origin.id)]  # fmt: skip
    for place in targets:
        deliver_to(work, message, place, work.now + wait)
    mail_when_away(work, message)
    if message.party is Party.STAFF and not any(place.party is Party.PARTNER for place in targets):
        _nobody_there(work, message)


def _in_order(work: Work, message: Message, origin: Place | None) -> timedelta:
    """How long words from Slack wait for what was written before them: its events come in any order."""
    if origin is None or origin.platform is not Platform.SLACK:
        return timedelta(0)
    age = work.now - message.sent_at
    return CATCH_UP_PAUSE if age > LATE_AFTER else max(timedelta(0), min(SHUFFLE_PAUSE, SHUFFLE_PAUSE - age))


def deliver_to(work: Work, message: Message, place: Place, not_before: datetime) -> None:
    """Queue one copy."""
    post(
        work,
        place,
        DELIVER,
        audience=message.audience,
        priority=Priority.WORDS,
        message_id=message.id,
        order_id=message.order_id,
        not_before=not_before,
        position=message.sent_at,
    )


def _nobody_there(work: Work, message: Message) -> None:
    order = work.store.orders.get(message.order_id)
    if order is not None:
        alert = n.StaffAlert(order.reference, "partner_not_linked", excerpt(message), order.id, message.id)
        say_all(work, staff_places(work, order), alert, order)


def mark(work: Work, message: Message, origin: Place, state: str) -> None:
    """The one lasting mark on the author's own message."""
    if origin.platform in {Platform.MAIL, Platform.PAGE} or origin.state is PlaceState.CLOSED:
        return
    wait = MARK_PAUSE if state == "delivered" else timedelta(0)
    post(
        work,
        origin,
        MARK,
        audience=message.audience,
        priority=Priority.TOUCH,
        body={"mark": state},
        message_id=message.id,
        order_id=message.order_id,
        not_before=work.now + wait,
        only_newest=f"mark:{message.id}",
    )


def mark_waiting(work: Work, command: c.MarkWaiting) -> None:
    """Show "on its way" for words that still have not arrived; the clock asks, so that quick words cost no mark."""
    message = work.store.messages.lock(command.message_id)
    origin = work.store.places.get(message.origin_place_id) if message and message.origin_place_id else None
    if message is None or origin is None or message.state is not MessageState.LIVE:
        return
    states = {posting.state for posting in work.store.outbox.find(message_id=message.id, kind=DELIVER)}
    if states & UNFINISHED and not work.store.outbox.find(message_id=message.id, kind=MARK):
        mark(work, message, origin, "on_its_way")


def warn_staff(work: Work, key: str, detail: str, order: Order | None = None, message_id: str = "") -> None:
    """Something needs a hand: in the order's thread, or in the staff channel."""
    alert = n.StaffAlert(order.reference if order else "", key, detail, order.id if order else "", message_id)
    say_all(work, staff_places(work, order) if order else [staff_channel(work)], alert, order)


def excerpt(message: Message) -> str:
    """The first words, for a notice about the message in its own audience or a narrower one."""
    words = " ".join(message.body.plain().split())
    return words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…"
