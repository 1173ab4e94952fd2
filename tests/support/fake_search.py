"""The questions over all orders, answered by looking at every one: `core.ports.Search` for the fake store."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from core.orders import Order
from core.outbox import UNFINISHED
from core.people import Party
from core.ports import OrderFilter, Page
from core.timeline import DeadlineState


class FakeSearch:
    """`store` is the `FakeStore` it belongs to."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def orders(self, which: OrderFilter, after: str | None, limit: int) -> Page:
        everything = [*enumerate(self._store.orders.rows.values())]
        found = [(order.created_at, n, order) for n, order in everything if self._is_wanted(order, which)]
        found.sort(key=lambda row: row[:2], reverse=True)
        start = 0
        if after is not None:
            ids = [order.id for _, _, order in found]
            if after not in ids:
                raise ValueError("not a cursor")
            start = ids.index(after) + 1
        page = [order.id for _, _, order in found[start : start + limit]]
        return Page(page, page[-1] if len(found) > start + limit else None, len(found))

    def due(self, now: datetime, limit: int) -> list[str]:
        rows = self._store.deadlines.rows.values()
        due = [row for row in rows if row.state is DeadlineState.OPEN and row.due_at <= now]
        return [row.id for row in sorted(due, key=lambda row: row.due_at)[:limit]]

    def waiting(self, since: datetime, limit: int) -> list[str]:
        rows = self._store.outbox.rows.values()
        marked = {row.message_id for row in rows if row.kind == "MarkMessage"}
        own = {one.id for one in self._store.messages.rows.values() if one.party is Party.CUSTOMER}
        late = [row for row in rows if row.kind == "DeliverMessage" and row.state in UNFINISHED
                and row.message_id not in own]  # fmt: skip
        found = [row.message_id for row in late if row.created_at <= since and row.message_id not in marked]
        return list(dict.fromkeys(found))[:limit]

    def set_aside(self) -> list[tuple[str, datetime, str, str]]:
        kept = [row for row in self._store.receipts.rows.values() if row.reference is not None]
        return [(row.reference, row.at, str(row.receipt.platform), row.error) for row in kept]

    def ages(self, now: datetime) -> dict[str, float]:
        waiting = [row for row in self._store.outbox.rows.values() if row.state in UNFINISHED]
        posted = [row.not_before for row in waiting if row.not_before <= now]
        due = [row.due_at for row in self._store.deadlines.rows.values() if row.state is DeadlineState.OPEN]
        return {
            "outbox_oldest": (now - min(posted)).total_seconds() if posted else 0.0,
            "deadline_oldest": max(0.0, (now - min(due)).total_seconds()) if due else 0.0,
            "outbox_waiting": float(len(waiting)),
        }

    def _is_wanted(self, order: Order, which: OrderFilter) -> bool:
        return (
            (which.active is None or order.is_open is which.active)
            and (which.status is None or order.status == which.status)
            and (which.partner_id is None or order.partner_id == which.partner_id)
            and (which.text is None or which.text.strip().lower() in self._words(order))
        )

    def _words(self, order: Order) -> str:
        customer = self._store.customers.rows.get(order.customer_id)
        partner = self._store.partners.rows.get(order.partner_id)
        names = [person.name for person in (customer, partner) if person]
        return "\n".join([order.reference, order.title, *names]).lower()
