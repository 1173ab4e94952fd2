"""Setting the to-dos: dates, delivery, invoice reference, delays; plausibility warns, it never refuses."""

from __future__ import annotations

from datetime import date

from core import commands as c
from core import events as e
from core.handlers import check_ins, ladder
from core.handlers.fields import one_line, prose
from core.orders import DATE_TASKS, DelayReason, DeliveryMethod, Order, Status, Task, TaskKey, TaskState
from core.permissions import Action, demand
from core.refusals import BadValue, ConfirmNeeded, ReasonNeeded, WrongStatus
from core.work import Work

DATES_MAY_CHANGE = frozenset({Status.IN_PRODUCTION, Status.READY})
INVOICE_MAY_CHANGE = DATES_MAY_CHANGE | {Status.DELIVERED, Status.FEEDBACK_RECEIVED}
FARTHEST = date(2100, 1, 1)


def _open_task(work: Work, order: Order, key: TaskKey) -> Task:
    found = work.store.tasks.find(order_id=order.id, epoch=order.epoch, key=key)
    allowed = INVOICE_MAY_CHANGE if key is TaskKey.INVOICE_REFERENCE else DATES_MAY_CHANGE
    if not found or order.status not in allowed:
        raise WrongStatus(order.reference, order.status, f"task_{key}")
    return found[0]


def set_date(work: Work, command: c.SetDate) -> Task:
    """Material or completion date; None clears it. Raises `ConfirmNeeded`, `WrongStatus`."""
    order = work.order(command.order_id)
    demand(work.actor, Action.SET_DATES, order)
    if command.key not in {TaskKey.MATERIAL_DATE, TaskKey.COMPLETION_DATE}:
        raise BadValue("key", "not_a_date_task", command.key)
    task = _open_task(work, order, command.key)
    if task.date == command.day:
        return task
    warnings = _warn(work, order, task, command.day, confirmed=command.confirmed)
    value = command.day.isoformat() if command.day else None
    return _write(work, order, task, value, prose("reason", command.reason, 1000) or None, warnings)


def set_delivery(work: Work, command: c.SetDelivery) -> Task:
    """Method and date; a moved date needs a reason and goes to the customer. Raises `ReasonNeeded`, `ConfirmNeeded`."""
    order = work.order(command.order_id)
    demand(work.actor, Action.SET_DATES, order)
    return _set_delivery(work, order, command)


def _set_delivery(work: Work, order: Order, command: c.SetDelivery) -> Task:
    task = _open_task(work, order, TaskKey.DELIVERY_SCHEDULE)
    value: dict[str, object] = {"method": str(command.method), "date": command.day.isoformat()}
    if task.value == value:
        return task
    old, reason = task.date, prose("reason", command.reason, 1000)
    moved = old is not None and old != command.day
    if moved and not reason and command.cause is DelayReason.OTHER:
        raise ReasonNeeded("delivery_date")
    warnings = _warn(work, order, task, command.day, confirmed=command.confirmed)
    _write(work, order, task, value, reason or None, warnings)
    if old != command.day:
        cause = str(command.cause) if moved and command.cause is not DelayReason.OTHER else ""
        why = reason or None if moved else None
        work.tell(e.DeliveryDateChanged(order, old, command.day, command.method, why, cause))
    return task


def set_invoice_reference(work: Work, command: c.SetInvoiceReference) -> Task:
    """Text, or None for "No reference"; only for self-billing partners, only by who sees money."""
    order = work.order(command.order_id)
    demand(work.actor, Action.SET_INVOICE_REFERENCE, order)
    task = _open_task(work, order, TaskKey.INVOICE_REFERENCE)
    if task.state is TaskState.HIDDEN:
        raise BadValue("invoice_reference", "not_self_billing")
    value: dict[str, object] = {"no_reference": True}
    if command.reference is not None:
        value = {"reference": one_line("invoice_reference", command.reference, 100)}
    return task if task.value == value else _write(work, order, task, value, None, ())


def report_delay(work: Work, command: c.ReportDelay) -> Task:
    """One flow for "it will be later": new date, why, what is done about it. Raises `ReasonNeeded`, `BadValue`."""
    order = work.order(command.order_id)
    demand(work.actor, Action.REPORT_DELAY, order)
    reason, remedy = prose("reason", command.reason, 1000), prose("remedy", command.remedy, 1000)
    if not reason and command.cause is DelayReason.OTHER:
        raise ReasonNeeded("delay")
    if command.key not in DATE_TASKS:
        raise BadValue("key", "not_a_date_task", command.key)
    task = _open_task(work, order, command.key)
    old = task.date
    if old is not None and command.day <= old:
        raise BadValue("date", "not_later", command.day.isoformat())
    work.tell(e.DelayReported(order, command.key, old, command.day, reason, remedy, command.cause))
    if command.key is not TaskKey.DELIVERY_SCHEDULE:
        return set_date(work, c.SetDate(order.id, command.key, command.day, reason, confirmed=True))
    method = task.value["method"] if isinstance(task.value, dict) else DeliveryMethod.DELIVERY
    again = c.SetDelivery(
        order.id, DeliveryMethod(str(method)), command.day, reason, confirmed=True, cause=command.cause
    )
    return _set_delivery(work, order, again)


def _write(
    work: Work, order: Order, task: Task, value: dict[str, object] | str | None, reason: str | None,
    warnings: tuple[str, ...],
) -> Task:  # fmt: skip
    old, task.value = task.value, value
    task.state = TaskState.DONE if value is not None else TaskState.OPEN
    task.done_at = work.now if value is not None else None
    task.done_by = work.actor.name if value is not None else None
    work.store.tasks.save(task)
    ladder.follow(work, order)
    check_ins.follow(work, order)
    work.tell(e.TaskChanged(order, task, old, value, reason, warnings))
    return task


def _warn(work: Work, order: Order, task: Task, day: date | None, *, confirmed: bool) -> tuple[str, ...]:
    if day is None:
        return ()
    if day >= FARTHEST:
        raise BadValue("date", "too_far", day.isoformat())
    warnings = tuple(_implausible(work, order, task.key, day))
    if warnings and not confirmed:
        raise ConfirmNeeded(list(warnings))
    return warnings


def _implausible(work: Work, order: Order, key: TaskKey, day: date) -> list[str]:
    """Stable keys of what looks odd: material <= completion <= delivery, nothing in the past (domain.md 3)."""
    tasks = work.store.tasks.find(order_id=order.id, epoch=order.epoch)
    dates = {task.key: task.date for task in tasks} | {key: day}
    material, completion = dates.get(TaskKey.MATERIAL_DATE), dates.get(TaskKey.COMPLETION_DATE)
    delivery = dates.get(TaskKey.DELIVERY_SCHEDULE)
    found = []
    if day < work.today(order):
        found.append("past_date")
    if key is not TaskKey.DELIVERY_SCHEDULE and material and completion and material > completion:
        found.append("material_after_completion")
    if key is not TaskKey.MATERIAL_DATE and completion and delivery and delivery < completion:
        found.append("delivery_before_completion")
    wanted = order.requested_delivery_date
    if key is TaskKey.DELIVERY_SCHEDULE and wanted and day > wanted:
        found.append("delivery_after_requested")
    return found
