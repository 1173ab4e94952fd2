"""The Home tab: what needs attention first, each with its button, then the active orders.

Published when somebody opens it and after they did something in it; never for all at every change (platforms.md 1.5).
"""

from __future__ import annotations

from typing import Any

from bots.buttons import Button
from bots.slack import blocks
from bots.slack.lists import order_line
from bots.slack.staff import Person
from bots.slack.updates import Room, Update
from bots.texts import say
from core.orders import RUNNING_STATUSES, Status
from core.people import Partner
from core.ports import OrderFilter, Store
from core.views import OrderView, order_view

Json = dict[str, Any]
SHOWN = 20


async def opened(room: Room, update: Update) -> None:
    """Somebody looked at the app: publish what they may see. Raises `SlackAway`, `StorageAway`."""
    if update.event.get("tab") not in {None, "home"}:
        return
    person = await room.slack.staff.person(update.user_id)
    if person.is_staff:
        await publish(room, person)
    else:
        view = {"type": "home", "blocks": [blocks.words(say("slack-not-staff"))]}
        room.slack.later(room.slack.client.views_publish(user_id=person.id, view=view))


async def publish(room: Room, person: Person) -> None:
    """Read and publish the Home tab of one of the staff; the publishing itself may be lost."""
    needy, active, silent = await room.database.read(_read)
    view = home_view(needy, active, silent, room.zone)
    room.slack.later(room.slack.client.views_publish(user_id=person.id, view=view))


def _read(store: Store) -> tuple[list[OrderView], list[OrderView], list[Partner]]:
    needy = _views(store, OrderFilter(attention=True))
    seen = {view.order.id for view in needy}
    active = [view for view in _views(store, OrderFilter(active=True)) if view.order.id not in seen]
    silent = [p for p in store.partners.find() if p.unreachable_since is not None]
    return needy, active, silent


def _views(store: Store, which: OrderFilter) -> list[OrderView]:
    found = [order_view(store, order_id) for order_id in store.search.orders(which, None, SHOWN).ids]
    return [view for view in found if view is not None]


def home_view(needy: list[OrderView], active: list[OrderView], silent: list[Partner], zone: str) -> Json:
    """The tab's blocks, times in this zone. Pure."""
    shown = [blocks.header(say("slack-home-attention"))]
    for partner in silent[:SHOWN]:
        press = blocks.button(Button("invite", partner.id), say("slack-invite"))
        text = say("slack-home-unreachable", partner=blocks.one_line(partner.name))
        shown.append({**blocks.words(text), "accessory": press})
    shown += [order_line(view, zone, pressing(view)) for view in needy]
    if not needy and not silent:
        shown.append(blocks.words(say("slack-home-quiet")))
    shown += [blocks.DIVIDER, blocks.header(say("slack-home-active"))]
    shown += [order_line(view, zone) for view in active] or [blocks.words(say("slack-orders-none"))]
    return {"type": "home", "blocks": blocks.within(shown, blocks.VIEW_BLOCKS, say("slack-more"))}


def pressing(view: OrderView) -> Button:
    """What helps this order on most: the late to-do, the feedback to record or judge, a maker, or the card."""
    order = view.order
    waiting = next((task for task in view.open_tasks), None)
    if order.status is Status.DELIVERED:
        return Button("feedback", order.id)
    if order.status is Status.FEEDBACK_RECEIVED:
        return Button("approve", order.id)
    if order.status in RUNNING_STATUSES and waiting is not None and waiting.key not in {"mark_ready", "mark_delivered"}:
        return Button("task", order.id, waiting.key)
    if order.status is Status.OFFERED and any(offer.state == "accepted" for offer, _ in view.offers):
        return Button("assign", order.id)
    return Button("order", order.id)
