"""What staff ask about all orders, answered by looking at every one: `core.concerns.Overview` for the fake store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from core.chats import MessageState, PlaceState
from core.concerns import OpenTodos, Said, Trouble, Why
from core.orders import TaskState
from core.outbox import PostingState
from core.outbox_kinds import CLOSE_PLACE, MARK, REFRESH_CARD
from core.people import Party


class FakeOverview:
    """`store` is the `FakeStore` it belongs to."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def troubles(self, until: datetime, failed_since: datetime, most: int) -> list[Trouble]:
        concerns = sorted(self._store.concerns.rows.values(), key=lambda row: row.since)
        known = [Trouble(row.order_id, row.why, row.since) for row in concerns if row.since <= until][:most]
        return [*known, *self._silent(), *self._broken(), *self._failed(failed_since)]

    def _open_orders(self) -> list[Any]:
        return [order for order in self._store.orders.rows.values() if order.is_open]

    def _silent(self) -> Iterator[Trouble]:
        for partner in self._store.partners.rows.values():
            if partner.unreachable_since is not None:
                theirs = [order.id for order in self._open_orders() if order.partner_id == partner.id] or [""]
                for order_id in theirs:
                    yield Trouble(order_id, Why.UNREACHABLE, partner.unreachable_since, partner.id)

    def _broken(self) -> Iterator[Trouble]:
        orders = {order.id: order for order in self._open_orders()}
        for place in self._store.places.rows.values():
            order = orders.get(place.order_id)
            if place.state is PlaceState.BROKEN and order is not None:
                why = Why.UNREACHABLE if place.party is Party.PARTNER else Why.FAILED
                yield Trouble(order.id, why, order.assigned_at or order.created_at)

    def _failed(self, since: datetime) -> Iterator[Trouble]:
        ids = {order.id for order in self._open_orders()}
        for row in self._store.outbox.rows.values():
            loud = row.kind not in {MARK, REFRESH_CARD, CLOSE_PLACE}
            if row.state is PostingState.FAILED and row.order_id in ids and row.created_at >= since and loud:
                yield Trouble(row.order_id, Why.FAILED, row.created_at, row.message_id or "")

    def done(self, since: datetime, until: datetime) -> list[str]:
        return [
            order.id for order in self._store.orders.rows.values()
            if any(at is not None and since <= at < until for at in (order.ready_at, order.delivered_at))
        ]  # fmt: skip

    def answered(self, since: datetime, until: datetime) -> list[tuple[str, datetime, datetime]]:
        return [
            (offer.partner_id, offer.sent_at, offer.answered_at) for offer in self._store.offers.rows.values()
            if offer.answered_at is not None and since <= offer.answered_at < until
        ]  # fmt: skip

    def said(self, since: datetime, until: datetime, most: int) -> list[Said]:
        found = []
        for message in self._store.messages.rows.values():
            chat = self._store.chats.rows[message.chat_id]
            order = self._store.orders.rows[chat.order_id]
            live = message.state is MessageState.LIVE and since <= message.sent_at < until
            if live and order.epoch == chat.epoch and order.partner_id is not None:
                found.append(Said(chat.id, order.partner_id, message.party, message.sent_at))
        newest = sorted(found, key=lambda one: one.at, reverse=True)[:most]
        return sorted(newest, key=lambda one: (one.chat_id, one.at))

    def open_todos(self, now: datetime) -> list[OpenTodos]:
        counted: dict[str, list[bool]] = {}
        for concern in self._store.concerns.rows.values():
            order = self._store.orders.rows[concern.order_id]
            if concern.why is Why.TODOS and order.partner_id is not None:
                counted.setdefault(order.partner_id, []).extend(
                    task.due_at <= now for task in self._store.tasks.rows.values()
                    if task.order_id == order.id and task.epoch == order.epoch and task.state is TaskState.OPEN
                    and task.due_at is not None
                )  # fmt: skip
        return [OpenTodos(partner_id, len(late), sum(late)) for partner_id, late in counted.items()]
