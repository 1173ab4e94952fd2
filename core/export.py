"""Orders as rows for a table, a batch at a time, with columns for who may see them. Writing CSV is `bots.export`.

Nothing here is a sentence: values are text, calendar dates, instants (UTC) and numbers as they are stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.orders import Order, Task, TaskKey, TaskState
from core.people import Actor
from core.permissions import Action, demand, may
from core.ports import OrderFilter, Store

Cell = str | int | date | datetime | None
BATCH: Final = 200
COLUMNS: Final = (
    "reference", "title", "status", "customer", "partner", "label", "requested_delivery_date", "material_date",
    "completion_date", "delivery_date", "delivery_method", "invoice_reference", "open_todos", "delivery_address",
    "price", "currency", "created_at", "assigned_at", "ready_at", "delivered_at", "feedback_until", "approved_at",
    "cancelled_at",
)  # fmt: skip
MONEY: Final = frozenset({"price", "currency", "invoice_reference"})
"""Columns that are left out for whoever may not see money (domain.md 13)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows, and the cursor of what follows them; None at the end."""

    rows: list[list[Cell]]
    after: str | None


def columns_for(actor: Actor) -> tuple[str, ...]:
    """The columns that this actor gets. Raises `NotAllowed` for who may not list all orders."""
    demand(actor, Action.EXPORT_ORDERS)
    money = may(actor, Action.SEE_MONEY)
    return tuple(name for name in COLUMNS if money or name not in MONEY)


def batch(store: Store, columns: tuple[str, ...], which: OrderFilter, after: str | None = None) -> Batch:
    """The next rows, newest orders first. Raises ValueError for a cursor that is not one."""
    page = store.search.orders(which, after, BATCH)
    ids = frozenset(page.ids)
    found = {order.id: order for order in store.orders.find(id=ids)}
    orders = [found[order_id] for order_id in page.ids if order_id in found]
    tasks: dict[str, list[Task]] = {}
    for task in store.tasks.find(order_id=ids) if ids else ():
        tasks.setdefault(task.order_id, []).append(task)
    names = _names(store, orders)
    cells = [_cells(order, tasks.get(order.id, []), names) for order in orders]
    return Batch([[row[name] for name in columns] for row in cells], page.after)


def _names(store: Store, orders: list[Order]) -> dict[str, str]:
    customers = store.customers.find(id=frozenset(order.customer_id for order in orders)) if orders else []
    makers = frozenset(order.partner_id for order in orders if order.partner_id)
    partners = store.partners.find(id=makers) if makers else []
    return {customer.id: customer.name for customer in customers} | {partner.id: partner.name for partner in partners}


def _cells(order: Order, tasks: list[Task], names: dict[str, str]) -> dict[str, Cell]:
    mine = {task.key: task for task in tasks if task.epoch == order.epoch}
    dates = {key: task.date for key, task in mine.items()}
    waiting = [task for task in mine.values() if task.state is TaskState.OPEN and task.due_at is not None]
    own: dict[str, Cell] = {name: getattr(order, name) for name in COLUMNS if hasattr(order, name)}
    return own | {
        "status": str(order.status),
        "customer": names.get(order.customer_id, ""),
        "partner": names.get(order.partner_id or "", ""),
        "material_date": dates.get(TaskKey.MATERIAL_DATE),
        "completion_date": dates.get(TaskKey.COMPLETION_DATE),
        "delivery_date": dates.get(TaskKey.DELIVERY_SCHEDULE),
        "delivery_method": _part(mine.get(TaskKey.DELIVERY_SCHEDULE), "method"),
        "invoice_reference": _part(mine.get(TaskKey.INVOICE_REFERENCE), "reference"),
        "open_todos": len(waiting) if order.is_open else 0,
    }


def _part(task: Task | None, name: str) -> str | None:
    value = task.value if task is not None else None
    found = value.get(name) if isinstance(value, dict) else None
    return str(found) if found else None
