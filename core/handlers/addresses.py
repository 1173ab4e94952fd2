"""Mail addresses that take nothing: noticed at the server's refusal, shown to staff, healed by another address.

A mail that is taken first and comes back later is not seen here: nobody reads the sender's mailbox for us.
"""

from __future__ import annotations

from datetime import timedelta

from core import commands as c
from core import notices as n
from core.chats import Place, PlaceKind, PlaceState
from core.handlers.fields import email
from core.handlers.spots import held_postings, mailbox, post, say_all, staff_channel, staff_places
from core.orders import Order
from core.outbox import PostingState, Priority
from core.permissions import Action, demand
from core.refusals import NotAllowed, UnknownThing
from core.work import Work

SENT_AGAIN_WITHIN = timedelta(days=30)


def bounced(work: Work, place: Place, order: Order | None, error: str) -> None:
    """An address was refused for good: staff hear it in the channel and in the order's thread."""
    notice = n.MailBounced(order.reference if order else "", place.id, _who(work, place), place.channel, error)
    places = [staff_channel(work)]
    if order is not None:
        places += [one for one in staff_places(work, order) if one.chat_id is not None]
    say_all(work, [one for one in places if one.state is not PlaceState.BROKEN], notice, order)


def _who(work: Work, place: Place) -> str:
    store, address = work.store, place.channel
    names = [customer.name for customer in store.customers.find(email=address)]
    names += [partner.name for partner in store.partners.find(email=address)]
    names += [member.name for member in store.members.find(email=address, removed_at=None)]
    return ", ".join(dict.fromkeys(names))


def change_address(work: Work, command: c.ChangeAddress) -> Place:
    """Whoever had this mailbox has another address from now on, and gets there what was refused.

    The same address once more opens the mailbox again. Raises `NotAllowed`, `UnknownThing`, `BadValue`.
    """
    demand(work.actor, Action.MANAGE_MEMBERS)
    if not work.actor.is_cutr:
        raise NotAllowed(Action.MANAGE_MEMBERS)
    old = work.store.places.lock(command.place_id)
    if old is None or old.kind is not PlaceKind.MAILBOX:
        raise UnknownThing("mailbox", command.place_id)
    address = email("email", command.address)
    _rename(work, old.channel, address)
    new = mailbox(work, address, old.party, old.language)[0]
    if new.state is PlaceState.BROKEN:
        new.state, new.trouble = PlaceState.OPEN, None
        work.store.places.save(new)
    _send_there(work, old, new)
    return new


def _rename(work: Work, old: str, new: str) -> None:
    for customer in work.store.customers.find(email=old):
        customer.email = new
        work.store.customers.save(customer)
    for partner in work.store.partners.find(email=old):
        partner.email = new
        work.store.partners.save(partner)
    for member in work.store.members.find(email=old, removed_at=None):
        member.email = new
        work.store.members.save(member)


def _send_there(work: Work, old: Place, new: Place) -> None:
    for posting in held_postings(work, frozenset({PostingState.FAILED}), place_id=old.id):
        if work.now - posting.created_at > SENT_AGAIN_WITHIN:
            continue
        posting.state = PostingState.CANCELLED
        work.store.outbox.save(posting)
        post(work, new, posting.kind, audience=posting.audience, priority=Priority.NOTICE, body=posting.body,
             order_id=posting.order_id)  # fmt: skip
