"""REST: milestones and to-dos, set by PUT; saying the same twice changes nothing more."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from fastapi import APIRouter
from pydantic import ValidationError

from bots.api import answers, shapes
from bots.api.bodies import DeliverySchedule, InvoiceReference, MilestoneBody, TaskBody
from bots.api.desk import Act, Desk, as_platform
from bots.api.orders import shown, wanted
from bots.api.problems import Problem
from bots.api.shape import told
from core.commands import Command, SetDate, SetDelivery, SetInvoiceReference, SetMilestone
from core.dispatch import Dispatcher
from core.orders import TaskKey
from core.ports import Store
from core.refusals import BadValue


def router(desk: Desk) -> APIRouter:
    """The routes over this desk."""
    routes = APIRouter(tags=["Plans"])

    @routes.put(
        "/orders/{reference}/milestones/{key}",
        response_model=None,
        responses=told(shapes.Milestone | shapes.NoMilestone),
    )
    async def set_milestone(reference: str, key: str, body: MilestoneBody) -> dict[str, Any]:
        """Set, move or (with `date` null) remove a milestone."""
        if not key.isprintable() or len(key) > 60:
            raise BadValue("key", "not_a_key")

        def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
            order = wanted(store, reference).order
            made = as_platform(store, dispatcher, SetMilestone(order.id, key, body.label, body.date))
            return answers.milestone(made) if made else {"key": key, "date": None}

        return await desk.put(act, act)

    @routes.put("/orders/{reference}/tasks/{key}", response_model=None, responses=told(shapes.SetTask))
    async def set_task(reference: str, key: str, body: TaskBody) -> dict[str, Any]:
        """Set a to-do: `material_date`, `completion_date`, `delivery_schedule` or `invoice_reference`.

        An implausible date is taken and named in `warnings`.
        """
        command_of = reader_of(key)

        def acting(confirmed: frozenset[str]) -> Act:
            def act(store: Store, dispatcher: Dispatcher) -> dict[str, Any]:
                order = wanted(store, reference).order
                task = as_platform(store, dispatcher, command_of(order.id, body, confirmed))
                return {**answers.task(task), "order": shown(desk, store, order.id)["reference"]}

            return act

        return await desk.put(acting(frozenset()), acting(frozenset({"confirmed"})))

    return routes


def reader_of(key: str) -> Any:
    """What makes a command of a body for this key. Raises `Problem` 404 for a key that can't be set."""
    readers = {
        "material_date": _date_command(TaskKey.MATERIAL_DATE),
        "completion_date": _date_command(TaskKey.COMPLETION_DATE),
        "delivery_schedule": _delivery_command,
        "invoice_reference": _invoice_command,
    }
    if key not in readers:
        raise Problem(404, "unknown-task")
    return readers[key]


def _date_command(key: TaskKey) -> Any:
    def command(order_id: str, body: TaskBody, confirmed: frozenset[str]) -> Command:
        day = None if body.value is None else _day_of(body.value)
        return SetDate(order_id, key, day, body.reason, confirmed=bool(confirmed))

    return command


def _day_of(value: object) -> date:
    try:
        # Only `2030-01-31`: a number or a week's form would be read in another way than it was meant.
        return datetime.strptime(str(value), "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise BadValue("value", "not_a_date", str(value)[:40]) from None


def _delivery_command(order_id: str, body: TaskBody, confirmed: frozenset[str]) -> Command:
    try:
        plan = DeliverySchedule.model_validate(body.value)
    except ValidationError:
        raise BadValue("value", "not_a_delivery_schedule") from None
    return SetDelivery(order_id, plan.method, plan.date, body.reason, confirmed=bool(confirmed))


def _invoice_command(order_id: str, body: TaskBody, _: frozenset[str]) -> Command:
    try:
        invoice = InvoiceReference.model_validate(body.value)
    except ValidationError:
        raise BadValue("value", "not_an_invoice_reference") from None
    if (invoice.reference is None) is not invoice.no_reference:
        raise BadValue("value", "reference_or_no_reference")
    return SetInvoiceReference(order_id, invoice.reference)
