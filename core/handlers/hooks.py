"""Webhooks to Cutr's platform: every line of the timeline and every message becomes a posting, in its transaction.

All postings have one place, the endpoint; each order has a strand and a lane of its own there, so that an order's
events arrive in their order and no order waits for another's. How a request looks is in `bots.api.hooks`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from core import commands as c
from core import notices as n
from core.chats import Audience, Message, Place, PlaceKind, PlaceState, Platform
from core.handlers.spots import EPOCH_OF_POSITIONS, known_place, post, say_all, staff_channel
from core.orders import Order
from core.outbox import Posting, PostingState, Priority
from core.outbox_kinds import HOOK
from core.people import Party
from core.permissions import Action, demand
from core.refusals import UnknownOrder, UnknownThing
from core.timeline import Entry
from core.work import Work

MESSAGE_POSTED = "message_posted"
ENDPOINT = "webhook"
"""The id of the one place that all webhooks go to; its address is a setting and stands in no table."""
REPLAYED = frozenset({PostingState.SENT, PostingState.FAILED, PostingState.CANCELLED})
DEAD = frozenset({PostingState.FAILED})


def endpoint(work: Work) -> Place:
    """Where webhooks go."""
    return known_place(work, Place(
        ENDPOINT, Platform.HOOK, PlaceKind.ENDPOINT, Party.STAFF, Audience.CUTR_ONLY, ENDPOINT,
    ))  # fmt: skip


def tell_platform(work: Work, order: Order, entry: Entry) -> None:
    """Queue this entry for Cutr's platform; nothing is done where no webhook is set."""
    if work.house.hooks_enabled:
        _queue(work, order, payload(order, entry))


def tell_of_message(work: Work, message: Message) -> None:
    """The same for words that go out in a chat: they are no line of the timeline."""
    if not work.house.hooks_enabled:
        return
    order = work.store.orders.get(message.order_id)
    if order is not None:
        _queue(work, order, message_payload(order, message, work))


def _queue(work: Work, order: Order, body: dict[str, object]) -> None:
    post(
        work, endpoint(work), HOOK, audience=Audience.CUTR_ONLY, priority=Priority.TOUCH, body=body, order_id=order.id,
        # All alike, so that the outbox's own numbers decide: clocks of two processes may differ.
        position=EPOCH_OF_POSITIONS, along=f"{Platform.HOOK}:{order.id}",
    )  # fmt: skip


def payload(order: Order, entry: Entry) -> dict[str, object]:
    """What is told, but for the id: the order as it stood then, so that a repeated request is the same request."""
    return {
        "type": entry.event,
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "effective_at": entry.effective_at.isoformat(),
        "order": _about(order),
        "actor": {"kind": str(entry.actor_role)},
        "data": {"old": entry.old, "new": entry.new, "reason": entry.reason},
    }


def message_payload(order: Order, message: Message, work: Work) -> dict[str, object]:
    """The words of a message and who wrote them; `seq` is null because the timeline holds no words."""
    return {
        "type": MESSAGE_POSTED,
        "seq": None,
        "at": work.now.isoformat(),
        "effective_at": message.sent_at.isoformat(),
        "order": _about(order),
        "actor": {"kind": str(work.actor.role)},
        "data": {
            "message": message.id, "chat": message.audience.value, "party": message.party.value,
            "author": message.author_name, "text": message.body.plain(),
            "attachments": [{"kind": one.kind.value, "name": one.name} for one in message.attachments],
        },
    }  # fmt: skip


def _about(order: Order) -> dict[str, object]:
    return {
        "id": order.id,
        "reference": order.reference,
        "status": order.status.value,
        "partner_id": order.partner_id,
        "customer_id": order.customer_id,
    }


def hook_died(work: Work, place: Place, posting: Posting, command: c.SettlePosting) -> None:
    """A webhook is given up: staff hear it once, until something arrives again or they replay.

    When the receiver says that the address is gone for good, nothing more is sent there before a replay.
    """
    is_gone = command.breaks_place
    first = place.trouble is None or (is_gone and place.state is not PlaceState.BROKEN)
    if is_gone:
        place.state = PlaceState.BROKEN
    if place.trouble is None or is_gone:
        place.trouble = command.error or "too_old"
        work.store.places.save(place)
    if first:
        order = work.store.orders.get(posting.order_id) if posting.order_id else None
        reference, order_id = (order.reference, order.id) if order else ("", "")
        key = "webhooks_gone" if is_gone else "webhooks_dead"
        alert = n.StaffAlert(reference, key, command.error or "too old", order_id, "")
        say_all(work, [staff_channel(work)], alert, order)


def hook_arrived(work: Work, place: Place) -> None:
    """The receiver takes them again: the next trouble is news."""
    if place.trouble is not None and place.state is not PlaceState.BROKEN:
        place.trouble = None
        work.store.places.save(place)


def replay_hooks(work: Work, command: c.ReplayHooks) -> list[Posting]:
    """Queue webhooks again under their ids and return them, in the order of each order's timeline.

    Raises `UnknownOrder`, and `UnknownThing` for an id that is none or is still on its way.
    """
    demand(work.actor, Action.REPLAY_UPDATE)
    place = work.store.places.lock(ENDPOINT)
    if place is not None:
        place.state, place.trouble = PlaceState.OPEN, None
        work.store.places.save(place)
    chosen = list(_chosen(work, command))
    for posting in chosen:
        posting.state, posting.attempts, posting.error = PostingState.QUEUED, 0, None
        # Its day for being tried begins anew.
        posting.created_at = posting.not_before = work.now
        work.store.outbox.save(posting)
    return chosen


def _chosen(work: Work, command: c.ReplayHooks) -> Iterable[Posting]:
    which: dict[str, object] = {"place_id": ENDPOINT}
    if command.order_id is not None:
        if work.store.orders.get(command.order_id) is None:
            raise UnknownOrder(command.order_id)
        which["order_id"] = command.order_id
    if command.ids:
        yield from (_one(work, posting_id, which) for posting_id in dict.fromkeys(command.ids))
        return
    for found in work.store.outbox.find(**which, state=DEAD if command.since is None else REPLAYED):
        if command.since is None or datetime.fromisoformat(str(found.body["at"])) >= command.since:
            held = work.store.outbox.get(found.id)
            if held is not None and held.state in REPLAYED:
                yield held


def _one(work: Work, posting_id: str, which: dict[str, object]) -> Posting:
    found = work.store.outbox.get(posting_id)
    fits = found is not None and all(getattr(found, name) == value for name, value in which.items())
    if found is None or not fits or found.state not in REPLAYED:
        raise UnknownThing("webhook", posting_id)
    return found
