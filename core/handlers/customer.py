"""The customer's side: where they write, that they looked, and their link.

What they may read is `core.customer_views`; their feedback is `core.handlers.feedback`.
"""

from __future__ import annotations

from core import commands as c
from core import events as e
from core.chats import Audience, Chat, Place, PlaceKind, Platform
from core.handlers.spots import known_place
from core.orders import Order
from core.people import Party, Role
from core.permissions import Action, demand
from core.refusals import NoCustomerChat
from core.work import Work


def page_place(work: Work, order: Order) -> Place:
    """Where the customer of this order writes; it outlives every assignment, and nothing is sent there."""
    customer = work.store.customers.get(order.customer_id)
    return known_place(work, Place(
        id=f"page-{order.id}", platform=Platform.PAGE, kind=PlaceKind.PAGE, party=Party.CUSTOMER,
        audience=Audience.WITH_CUSTOMER, channel=order.id, order_id=order.id,
        language=customer.language if customer else "en",
    ))  # fmt: skip


def page_chat(work: Work, order: Order) -> Chat:
    """The chat that the order's page shows. Raises `NoCustomerChat`."""
    found = work.store.chats.find(order_id=order.id, epoch=order.epoch, audience=Audience.WITH_CUSTOMER, closed_at=None)
    if not found:
        raise NoCustomerChat(order.reference)
    return found[0]


def seen(work: Work, command: c.SeenByCustomer) -> Order:
    """The customer is there. Raises `NotAllowed`, `NotYourOrder`."""
    demand(work.actor, Action.LOOK_AT_PAGE)
    order = work.order(command.order_id)
    return note_presence(work, order)


def note_presence(work: Work, order: Order) -> Order:
    """Whoever writes is there as well: no mail tells them what stands before their eyes."""
    if work.actor.role is Role.CUSTOMER and (order.customer_seen_at is None or order.customer_seen_at < work.now):
        order.customer_seen_at = work.now
        work.store.orders.save(order)
    return order


def renew_link(work: Work, command: c.RenewCustomerLink) -> Order:
    """Shut the earlier links and mail a new one. Raises `NotAllowed`."""
    return _new_version(work, command.order_id, "renewed")


def revoke_link(work: Work, command: c.RevokeCustomerLink) -> Order:
    """Shut the earlier links. Raises `NotAllowed`."""
    return _new_version(work, command.order_id, "revoked")


def _new_version(work: Work, order_id: str, what: str) -> Order:
    demand(work.actor, Action.MANAGE_CUSTOMER_LINK)
    order = work.order(order_id)
    order.customer_link_version += 1
    work.store.orders.save(order)
    work.tell(e.CustomerLinkChanged(order, what))
    return order
