"""What became of a send: the message map, the author's mark, opened and broken places.

Called by the worker through the same door as everything else. A stale fence changes nothing: a worker that was paused
past its lease does no harm (reliability.md F5).
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from core import commands as c
from core import notices as n
from core.chats import Copy, Message, MessageState, Place, PlaceKind, PlaceState, Platform
from core.handlers import missed, reach
from core.handlers.addresses import bounced
from core.handlers.copies import excerpt, mark, warn_staff
from core.handlers.hooks import hook_arrived, hook_died
from core.handlers.reach import move_group
from core.handlers.shelving import FILE_KINDS, brought, lost
from core.handlers.spots import held_postings, partner_places, post, say_all, staff_channel
from core.orders import Order
from core.outbox import UNFINISHED, Posting, PostingState, Priority
from core.outbox_kinds import (
    CLOSE_PLACE,
    DELIVER,
    EDIT,
    HOOK,
    MARK,
    OPEN_PLACE,
    REFRESH_CARD,
    RETRACT,
    SHOW_CARD,
    STORE_FILE,
)
from core.people import Party
from core.ports import Taken
from core.work import Work

GIVE_UP_AFTER = timedelta(hours=24)
QUIET = frozenset({MARK, REFRESH_CARD, CLOSE_PLACE})


def settle(work: Work, command: c.SettlePosting) -> Posting | None:
    """Write down the outcome; None when the fence is stale."""
    posting = work.store.outbox.get(command.posting_id)
    if posting is None or posting.fence != command.fence or posting.state is not PostingState.SENDING:
        return None
    place = work.store.places.lock(posting.place_id)
    assert place is not None, "the schema keeps a posting's place"
    if command.outcome == "sent":
        _sent(work, posting, place, command)
    elif _is_moot(work, posting, place, command.outcome):
        posting.state, posting.error = PostingState.CANCELLED, command.error
        work.store.outbox.save(posting)
    elif command.outcome == "moved" and command.new_channel:
        _moved(work, posting, place, command.new_channel)
    elif command.outcome == "refused" or work.now - posting.created_at > GIVE_UP_AFTER:
        _failed(work, posting, place, command)
    else:
        posting.state = PostingState.UNKNOWN if command.outcome == "unknown" else PostingState.QUEUED
        posting.attempts, posting.error = posting.attempts + 1, command.error
        posting.not_before = command.retry_at or work.now
        work.store.outbox.save(posting)
    return posting


def _is_moot(work: Work, posting: Posting, place: Place, outcome: str) -> bool:
    """Nobody is to get it any more: the place was closed, or the words taken back, while it was on its way."""
    if place.state is PlaceState.CLOSED:
        return True
    message = work.store.messages.get(posting.message_id) if posting.message_id else None
    taken_back = message is not None and message.state is MessageState.RETRACTED
    # After an unknown outcome the copy may stand there: only settling it makes it known, so that it can be retracted.
    return taken_back and posting.kind in {DELIVER, EDIT} and outcome != "unknown"


def _moved(work: Work, posting: Posting, place: Place, new_channel: str) -> None:
    """The group has another id now; of several sends that learn it, the first moves it."""
    posting.state, posting.not_before = PostingState.QUEUED, work.now
    work.store.outbox.save(posting)
    if place.channel != new_channel:
        move_group(work, c.MoveGroup(int(place.channel), int(new_channel)))


def _sent(work: Work, posting: Posting, place: Place, command: c.SettlePosting) -> None:
    posting.state, posting.sent_at, posting.error = PostingState.SENT, work.now, None
    posting.external_ids, posting.words = list(command.external_ids), command.words
    work.store.outbox.save(posting)
    if posting.kind == OPEN_PLACE:
        _opened(work, place, command)
    elif posting.kind == SHOW_CARD and command.external_ids:
        place.card = command.external_ids[0]
        work.store.places.save(place)
    elif posting.kind in {DELIVER, EDIT}:
        _map(work, posting, place, posting.message_id)
    elif posting.kind == HOOK:
        hook_arrived(work, place)
    elif posting.kind in FILE_KINDS:
        brought(work, posting, command)
    if posting.kind == DELIVER and posting.message_id:
        _refresh_mark(work, posting.message_id)
    elif place.kind is PlaceKind.PRIVATE and posting.kind not in {DELIVER, EDIT, RETRACT, MARK, REFRESH_CARD}:
        _map(work, posting, place, None)


def _opened(work: Work, place: Place, command: c.SettlePosting) -> None:
    if place.state is PlaceState.CLOSED:
        # The order was given to somebody else meanwhile: opening it again would show them its card.
        return
    place.state, place.thread, place.trouble = PlaceState.OPEN, command.thread, None
    if place.platform is Platform.SLACK and command.external_ids:
        place.card = command.external_ids[0]
    if place.kind is PlaceKind.PRIVATE and command.thread is not None:
        place.kind = PlaceKind.TOPIC
    work.store.places.save(place)
    if place.platform is Platform.TELEGRAM:
        post(work, place, SHOW_CARD, audience=place.audience, priority=Priority.OPENING)


def _map(work: Work, posting: Posting, place: Place, message_id: str | None) -> None:
    for part, external_id in enumerate(posting.external_ids):
        with suppress(Taken):
            work.store.copies.add(Copy(
                work.house.new_id(), message_id, place.id, place.platform, place.channel, external_id, part,
            ))  # fmt: skip


def _refresh_mark(work: Work, message_id: str) -> None:
    message = work.store.messages.get(message_id)
    origin = work.store.places.get(message.origin_place_id) if message and message.origin_place_id else None
    if message is None or origin is None:
        return
    states = {p.state for p in work.store.outbox.find(message_id=message_id, kind=DELIVER)}
    if PostingState.FAILED in states:
        mark(work, message, origin, "failed")
    elif not states & UNFINISHED:
        mark(work, message, origin, "delivered")


def _failed(work: Work, posting: Posting, place: Place, command: c.SettlePosting) -> None:
    error = command.error or "too_old"
    if error == "place_broken" and place.state in {PlaceState.OPEN, PlaceState.WANTED}:
        # Mended while this was being refused: it goes out like everything that waited.
        posting.state, posting.not_before = PostingState.QUEUED, work.now
        work.store.outbox.save(posting)
        return
    if command.breaks_place and place.state is not PlaceState.CLOSED and reach.can_heal(work, place, error):
        reach.heal(work, place, posting)
        return
    _fail(work, posting, error)
    if posting.kind == STORE_FILE:
        lost(work, posting, error)
    elif posting.kind == HOOK:
        hook_died(work, place, posting, command)
    elif command.breaks_place and place.state is not PlaceState.CLOSED:
        _break(work, place, error, posting.order_id or place.order_id)
        missed.note(work, place, posting)
    elif place.state is PlaceState.BROKEN and missed.note(work, place, posting):
        pass
    elif posting.kind not in QUIET and posting.kind != DELIVER:
        order = work.store.orders.get(posting.order_id) if posting.order_id else None
        _alert(work, place, order, "send_failed", f"{posting.kind}: {error}")


def _fail(work: Work, posting: Posting, error: str) -> None:
    posting.state, posting.error = PostingState.FAILED, error
    work.store.outbox.save(posting)
    message = work.store.messages.get(posting.message_id) if posting.message_id else None
    if posting.kind == DELIVER and message is not None:
        _tell_sender(work, message, error)


def _tell_sender(work: Work, message: Message, error: str) -> None:
    order = work.store.orders.get(message.order_id)
    reference = order.reference if order else ""
    _refresh_mark(work, message.id)
    notice = n.SendFailed(reference, message.id, message.author_name, excerpt(message), error)
    origin = work.store.places.get(message.origin_place_id) if message.origin_place_id else None
    warn_staff(work, "message_failed", f"{message.author_name}: {error}", order, message.id)
    if origin is not None and message.party is Party.PARTNER and origin.state is PlaceState.OPEN:
        _say_in_own_chat(work, origin, notice, order)


def _say_in_own_chat(work: Work, origin: Place, notice: n.SendFailed, order: Order | None) -> None:
    """To the sender where they wrote; what the customer could read goes to the Cutr-only chat instead."""
    if origin.audience is notice.audience:
        say_all(work, [origin], notice, order)
        return
    say_all(work, partner_places(work, order) if order else [], notice, order)


def _break(work: Work, place: Place, error: str, order_id: str | None) -> None:
    """Nothing goes there any more until somebody mends it; what waits fails with it, and staff are told once."""
    first = place.state is not PlaceState.BROKEN
    place.state, place.trouble = PlaceState.BROKEN, error
    work.store.places.save(place)
    for posting in held_postings(work, frozenset({PostingState.QUEUED}), place_id=place.id):
        _fail(work, posting, error)
        missed.note(work, place, posting)
    is_told = reach.noticed(work, place, error)
    order = work.store.orders.get(order_id) if order_id else None
    if first and place.kind is PlaceKind.MAILBOX:
        bounced(work, place, order, error)
    elif first and not is_told:
        _alert(work, place, order, "place_broken", error)


def _alert(work: Work, place: Place, order: Order | None, key: str, detail: str) -> None:
    """Tell staff, unless the trouble is with the very place where they would read it."""
    channel = staff_channel(work)
    if place.id == channel.id:
        return
    reference, order_id = (order.reference, order.id) if order else ("", "")
    where = f"{place.platform} {place.channel}"
    alert = n.StaffAlert(reference, key, f"{where}: {detail}", order_id, "")
    if channel.state is not PlaceState.BROKEN:
        say_all(work, [channel], alert, order)
