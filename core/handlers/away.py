"""Mail for the customer who is not looking: what was said in the chat since, in one mail, not one each.

A mail waits five minutes for more and for the customer to come by; one queued mail takes up what follows, so that ten
thousand words make few mails (reliability.md T32). What is left of it when it leaves is decided in `core.parcels`.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from core.chats import Audience, Message, Place
from core.handlers.spots import customer_mail, held_postings, post
from core.notice_data import as_data
from core.notices import ChatMail
from core.orders import Order
from core.outbox import Posting, PostingState, Priority
from core.people import Party
from core.work import Work

WAIT = timedelta(minutes=5)
EVERY = timedelta(minutes=15)
MOST_NAMED = 25
KIND = ChatMail.__name__


def mail_when_away(work: Work, message: Message) -> None:
    """Words of partner or Cutr have gone to the customer's chat: have them mailed unless the customer reads them."""
    if message.audience is not Audience.WITH_CUSTOMER or message.party is Party.CUSTOMER:
        return
    order = work.store.orders.get(message.order_id)
    for place in customer_mail(work, order) if order is not None else []:
        assert order is not None, "asked for before"
        waiting = held_postings(work, frozenset({PostingState.QUEUED}), only_newest=_key(order))
        if waiting:
            _join(work, waiting[0], message)
        else:
            _queue(work, order, place, message)


def _key(order: Order) -> str:
    return f"chat-mail:{order.id}"


def _join(work: Work, posting: Posting, message: Message) -> None:
    """Beyond some the mail only counts: nobody reads a hundred messages in a mail."""
    named = posting.body["messages"]
    assert isinstance(named, list), "the notice's messages"
    if len(named) < MOST_NAMED:
        posting.body["messages"] = [*named, message.id]
    else:
        posting.body["more"] = int(str(posting.body["more"])) + 1
    work.store.outbox.save(posting)


def _queue(work: Work, order: Order, place: Place, message: Message) -> None:
    notice = ChatMail(order.reference, order.id, order.title, (message.id,), 0)
    post(
        work,
        place,
        KIND,
        audience=Audience.WITH_CUSTOMER,
        priority=Priority.NOTICE,
        body=as_data(notice),
        order_id=order.id,
        not_before=_earliest(work, order, place),
        only_newest=_key(order),
    )


def _earliest(work: Work, order: Order, place: Place) -> datetime:
    """In five minutes, but a quarter of an hour after the mail before."""
    sent = work.store.outbox.find(place_id=place.id, state=PostingState.SENT, kind=KIND, order_id=order.id)
    mails = [one.sent_at + EVERY for one in sent if one.sent_at and one.external_ids]
    return max([work.now + WAIT, *mails])
