"""What is read for who has missed something: the last words of a chat opened anew, and the words for a digest mail.

Only messages of the very chat, or of the very partner's orders, are read: nothing can cross over by mistake.
"""

from __future__ import annotations

from core.chats import Message, MessageState, Place
from core.orders import Order
from core.outbox import Posting, PostingState
from core.outbox_kinds import DELIVER
from core.ports import Store

MOST_RECALLED = 10


def recalled(store: Store, place: Place) -> list[Message]:
    """The last messages of a place's chat, oldest first, without those that are still to be delivered there whole."""
    if place.chat_id is None:
        return []
    coming = {
        posting.message_id
        for posting in store.outbox.find(place_id=place.id, kind=DELIVER)
        if posting.state is not PostingState.SENT
    }
    live = store.messages.find(chat_id=place.chat_id, state=MessageState.LIVE)
    said = sorted((one for one in live if one.id not in coming), key=lambda one: (one.sent_at, one.recorded_at))
    return said[-MOST_RECALLED:]


def missed_words(store: Store, posting: Posting) -> list[tuple[Order, Message]]:
    """The messages of a digest mail that still stand, oldest first, each with its order."""
    ids = posting.body.get("messages")
    found = store.messages.find(id=frozenset(ids), state=MessageState.LIVE) if isinstance(ids, list) and ids else []
    found.sort(key=lambda one: (one.sent_at, one.recorded_at))
    orders = {one.order_id: store.orders.get(one.order_id) for one in found}
    return [(order, one) for one in found if (order := orders[one.order_id]) is not None]
