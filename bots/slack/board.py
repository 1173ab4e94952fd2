"""The Home tab's board: what needs attention by reason, each row with its button, then the active orders; in pages.

Reading and drawing only; when it is published is in bots/slack/home.py.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from bots.buttons import Button
from bots.slack import blocks
from bots.slack.lists import order_line
from bots.slack.reasons import NAMES, helping, reason_words
from bots.texts import say
from core.attention import MOST, RANK, Attention, Need, Reason, attention
from core.people import Partner
from core.ports import OrderFilter, Store
from core.views import OrderView, order_view

Json = dict[str, Any]
NEEDS_ON_A_PAGE = 15
ORDERS_ON_A_PAGE = 10
TURN = "home_page"
REFERENCES_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Turned:
    """Which page of each half is open; both count from 0."""

    needs: int = 0
    orders: int = 0

    def written(self) -> str:
        """As a button's value, and in the metadata of the tab and of the forms opened from it."""
        return f"{self.needs}.{self.orders}"

    @classmethod
    def read(cls, text: str) -> Turned:
        """The pages again; the first ones for anything else."""
        needs, _, orders = text.partition(".")
        known = all(part.isascii() and part.isdigit() and len(part) < 5 for part in (needs, orders))
        return cls(int(needs), int(orders)) if known else cls()


@dataclass(slots=True)
class Row:
    """One line of the board: an order for one reason, or a partner with the orders that wait for it."""

    reason: Reason
    need: Need
    view: OrderView | None = None
    partner: Partner | None = None
    references: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Board:
    """What one look at the Home tab shows. `pages` and `total` are of the needs and of the active orders."""

    turned: Turned
    rows: list[Row]
    counts: Counter[Reason]
    pages: int
    active: list[OrderView]
    total: int


def read_board(store: Store, now: datetime, turned: Turned) -> Board:
    """The board as it is now, on these pages or the last ones there are."""
    found = attention(store, now)
    lines = _lines(store, found)
    pages = max(1, -(-len(lines) // NEEDS_ON_A_PAGE))
    page = min(turned.needs, pages - 1)
    shown = lines[page * NEEDS_ON_A_PAGE : (page + 1) * NEEDS_ON_A_PAGE]
    rows = [row for row in (_row(store, needs) for needs in shown) if row is not None]
    active, total, orders_page = _active(store, turned.orders)
    return Board(Turned(page, orders_page), rows, found.counts, pages, active, total)


def _lines(store: Store, found: Attention) -> list[list[Need]]:
    """The needs of each line: those of one unreachable partner share one, all others stand alone."""
    by_line: dict[tuple[Reason, str], list[Need]] = {}
    for number, need in enumerate(found.needs):
        key = _partner_of(store, need) if need.reason is Reason.UNREACHABLE else str(number)
        by_line.setdefault((need.reason, key), []).append(need)
    return sorted(by_line.values(), key=lambda needs: RANK[needs[0].reason])


def _partner_of(store: Store, need: Need) -> str:
    if need.about:
        return need.about
    order = store.orders.get(need.order_id)
    return order.partner_id or "" if order else ""


def _row(store: Store, needs: list[Need]) -> Row | None:
    first = needs[0]
    if first.reason is not Reason.UNREACHABLE:
        view = order_view(store, first.order_id)
        return Row(first.reason, first, view) if view else None
    partner = store.partners.get(_partner_of(store, first))
    if partner is None:
        return None
    orders = [store.orders.get(need.order_id) for need in needs if need.order_id]
    return Row(first.reason, first, None, partner, [order.reference for order in orders if order])


def _active(store: Store, wanted: int) -> tuple[list[OrderView], int, int]:
    """The wanted page of active orders, or the last one there is; how many orders there are, and which page it is."""
    page, number = store.search.orders(OrderFilter(active=True), None, ORDERS_ON_A_PAGE), 0
    while number < wanted and page.after is not None:
        page, number = store.search.orders(OrderFilter(active=True), page.after, ORDERS_ON_A_PAGE), number + 1
    views = [order_view(store, order_id) for order_id in page.ids]
    return [view for view in views if view is not None], page.total, number


def board_view(board: Board, zone: str) -> Json:
    """The tab's view, times in this zone. Pure."""
    shown = [blocks.header(say("slack-home-attention")), *_needs(board, zone), blocks.DIVIDER]
    shown += [blocks.header(say("slack-home-active")), *_orders(board, zone)]
    return {"type": "home", "private_metadata": json.dumps({"home": board.turned.written()}),
            "blocks": _told_apart(blocks.within(shown, blocks.VIEW_BLOCKS, say("slack-more")))}  # fmt: skip


def _told_apart(shown: list[Json]) -> list[Json]:
    """The same button may stand in several rows, its id may not; what it does is in its value."""
    seen: Counter[str] = Counter()
    for block in shown:
        for element in [*block.get("elements", ()), block.get("accessory") or {}]:
            if "action_id" in element:
                seen[element["action_id"]] += 1
                if seen[element["action_id"]] > 1:
                    element["action_id"] += f"~{seen[element['action_id']]}"
    return shown


def _needs(board: Board, zone: str) -> Iterator[Json]:
    if not board.rows:
        yield blocks.words(say("slack-home-quiet"))
        return
    yield blocks.context(counts_words(board.counts))
    for reason, rows in groupby(board.rows, key=lambda row: row.reason):
        yield blocks.words(say("slack-home-reason", reason=say(NAMES[reason]), count=_number(board.counts[reason])))
        for row in rows:
            yield _line(row, zone)
    turned = board.turned
    yield from _turning(
        Turned(turned.needs - 1, turned.orders) if turned.needs else None,
        Turned(turned.needs + 1, turned.orders) if turned.needs + 1 < board.pages else None,
        turned.needs, board.pages,
    )  # fmt: skip


def counts_words(counts: Counter[Reason]) -> str:
    """How many orders there are for each reason: `🔴 Late 3 · 📷 Rejected 1`."""
    return " · ".join(f"{say(NAMES[reason])} {_number(counts[reason])}" for reason in Reason if counts[reason])


def _number(count: int) -> str:
    return f"{MOST}+" if count >= MOST else str(count)


def _line(row: Row, zone: str) -> Json:
    if row.view is not None:
        return order_line(row.view, zone, helping(row.need, row.view), [reason_words(row.need, row.view, zone)])
    assert row.partner is not None, "a row is an order or a partner"
    text = say("slack-home-unreachable", partner=blocks.one_line(row.partner.name))
    if row.references:
        more = "…" if len(row.references) > REFERENCES_SHOWN else ""
        text += "\n" + say("slack-home-unreachable-orders", count=len(row.references),
                           names=", ".join(row.references[:REFERENCES_SHOWN]) + more)  # fmt: skip
    press = blocks.button(Button("invite", row.partner.id), say("slack-invite"))
    return {**blocks.words(text), "accessory": press}


def _orders(board: Board, zone: str) -> Iterator[Json]:
    if not board.active:
        yield blocks.words(say("slack-orders-none"))
        return
    turned, pages = board.turned, max(1, -(-board.total // ORDERS_ON_A_PAGE))
    yield blocks.context(say("slack-orders-count", shown=len(board.active), total=board.total))
    yield from (order_line(view, zone) for view in board.active)
    yield from _turning(
        Turned(turned.needs, turned.orders - 1) if turned.orders else None,
        Turned(turned.needs, turned.orders + 1) if turned.orders + 1 < pages else None,
        turned.orders, pages,
    )  # fmt: skip


def _turning(back: Turned | None, on: Turned | None, page: int, pages: int) -> Iterator[Json]:
    if back is None and on is None:
        return
    yield blocks.context(say("slack-page-of", page=page + 1, pages=pages))
    pressed = [(back, say("slack-previous-page"), "back"), (on, say("slack-next-page"), "on")]
    yield {
        "type": "actions",
        "elements": [
            {"type": "button", "action_id": f"{TURN}:{way}", "value": to.written(), "text": blocks.plain(words, 75)}
            for to, words, way in pressed if to is not None
        ],
    }  # fmt: skip
