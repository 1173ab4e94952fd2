"""Lists of orders: filters as people type them, a page at a time, and close matches for a word nobody knows."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from bots.buttons import Button
from bots.slack import blocks
from bots.slack.reasons import TYPED, helping, reason_words
from bots.slack.when import day_words, moment_words
from bots.texts import say
from core.attention import Need, attention
from core.orders import Order, Status, TaskState
from core.ports import OrderFilter, Store
from core.views import OrderView, order_view

Json = dict[str, Any]
PAGE = 10
QUERY_LIMIT = 200
MORE = "orders_page"
NAMELESS = "–"
ATTENTION = re.compile(r"(?:needs )?attention(?: (?P<reason>" + "|".join(TYPED) + "))?", re.IGNORECASE)


@dataclass(slots=True)
class Listing:
    """One page of orders; `after` is the cursor of the next, `unknown_partner` a name nobody has, or `NAMELESS`."""

    query: str
    views: list[OrderView]
    after: str | None
    total: int
    unknown_partner: str | None = None
    needs: dict[str, list[Need]] = field(default_factory=dict)
    """Of each order in a list of what needs attention: why."""


def read_listing(store: Store, query: str, after: str | None = None, now: datetime | None = None) -> Listing:
    """The orders for what was typed: `active`, `needs attention`, `partner NAME`, nothing, or any text.

    What needs attention at `now` is a list with reasons; without an instant there is none.
    """
    words = query.strip()[:QUERY_LIMIT]
    wanted = ATTENTION.fullmatch(words)
    if wanted is not None and now is not None:
        return _needing(store, words, wanted["reason"] or "", int(after) if after and after.isdigit() else 0, now)
    if words.lower() == "partner":
        return Listing(words, [], None, 0, NAMELESS)
    which = filter_for(store, words)
    if which is None:
        return Listing(words, [], None, 0, words.partition(" ")[2].strip())
    page = store.search.orders(which, after, PAGE)
    found = [order_view(store, order_id) for order_id in page.ids]
    return Listing(words, [view for view in found if view is not None], page.after, page.total)


def filter_for(store: Store, words: str) -> OrderFilter | None:
    """Which orders these words ask for; None for `partner NAME` with a name that nobody has."""
    head, _, rest = words.strip()[:QUERY_LIMIT].partition(" ")
    match head.lower():
        case "" | "active":
            return OrderFilter(active=True, text=rest.strip() or None)
        case "all":
            return OrderFilter(text=rest.strip() or None)
        case "partner":
            partner_id = partner_named(store, rest)
            return OrderFilter(partner_id=partner_id) if partner_id else None
        case _:
            return OrderFilter(text=words.strip()[:QUERY_LIMIT])


def _needing(store: Store, words: str, reason: str, start: int, now: datetime) -> Listing:
    """Orders that need staff, the most urgent first, each with its reasons; `after` is how many lie before a page."""
    found = attention(store, now).orders(TYPED.get(reason.lower()))
    page = found[start : start + PAGE]
    views = [order_view(store, order_id) for order_id, _ in page]
    end = start + len(page)
    return Listing(words, [view for view in views if view], str(end) if end < len(found) else None, len(found),
                   needs=dict(page))  # fmt: skip


def partner_named(store: Store, name: str) -> str | None:
    """The id of the partner with this name, or whose name begins like that and is the only one."""
    wanted = " ".join(name.lower().split())
    known = [(p.name.lower(), p.id) for p in store.partners.find()]
    exact = [found for label, found in known if label == wanted]
    close = [found for label, found in known if label.startswith(wanted)]
    close = close or [found for label, found in known if wanted in label]
    return exact[0] if exact else close[0] if len(close) == 1 else None


def close_references(store: Store, reference: str) -> list[str]:
    """Up to three references that look like this one, of open orders and of orders with these words."""
    wanted = reference.upper()
    pages = [
        store.search.orders(OrderFilter(text=reference), None, 20).ids,
        store.search.orders(OrderFilter(active=True), None, 200).ids,
    ]
    orders: list[Order | None] = [store.orders.get(found) for ids in pages for found in ids]
    names = list(dict.fromkeys(order.reference for order in orders if order))
    by_upper = {name.upper(): name for name in names}
    return [by_upper[name] for name in get_close_matches(wanted, list(by_upper), 3, 0.6)] or names[:0]


def close_partners(store: Store, name: str) -> list[str]:
    """Up to three partners' names that look like this one."""
    by_lower = {p.name.lower(): p.name for p in store.partners.find()}
    return [by_lower[found] for found in get_close_matches(name.lower(), list(by_lower), 3, 0.4)]


def listing_blocks(listing: Listing, zone: str) -> list[Json]:
    """The page: a line and a button per order, and the next page's button."""
    if not listing.views:
        return [blocks.words(say("slack-orders-none"))]
    shown = [blocks.words(say("slack-orders-count", shown=len(listing.views), total=listing.total))]
    shown += [_listed(view, zone, listing.needs.get(view.order.id, [])) for view in listing.views]
    if listing.after:
        press = {"q": listing.query, "after": listing.after}
        shown.append({"type": "actions", "elements": [_next_page(json.dumps(press))]})
    return shown


def _next_page(value: str) -> Json:
    return {"type": "button", "action_id": MORE, "value": value, "text": blocks.plain(say("slack-next-page"), 75)}


def _listed(view: OrderView, zone: str, needs: list[Need]) -> Json:
    why = [reason_words(need, view, zone) for need in needs]
    return order_line(view, zone, helping(needs[0], view) if needs else None, why)


def order_line(view: OrderView, zone: str, press: Button | None = None, why: Sequence[str] = ()) -> Json:
    """One order in a list, with the button that shows it, or another one, and why it is listed."""
    button = press or Button("order", view.order.id)
    accessory = blocks.button(button, say("slack-invite") if button.verb == "invite" else None)
    return {**blocks.words("\n".join([line_text(view, zone), *why])), "accessory": accessory}


def line_text(view: OrderView, zone: str) -> str:
    """An order in two lines."""
    order = view.order
    partner = blocks.one_line(view.partner.name) if view.partner else "–"
    first = f"{order.reference} · {blocks.one_line(order.title)[:120]}"
    second = f"{say(f'status-{order.status}')} · {partner}"
    if order.status is Status.DELIVERED and order.feedback_until:
        return f"{first}\n{second} · {say('slack-fact-feedback')} {moment_words(order.feedback_until, zone)}"
    if order.requested_delivery_date:
        second += f" · {day_words(order.requested_delivery_date)}"
    waiting = [task for task in view.open_tasks if task.state is TaskState.OPEN]
    if waiting:
        second += f" · {say('slack-open-todos', count=len(waiting))}"
    return f"{first}\n{second}"
