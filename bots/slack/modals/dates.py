"""Modals of dates: the partner's to-dos set on their behalf, milestones, kick-off proposals."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from bots.slack import blocks
from bots.slack.modals.frame import (
    MAY_BE_EMPTY,
    Json,
    Meta,
    Values,
    ask_for,
    day,
    instant,
    line,
    modal,
    one_of,
    prose,
    ticks,
)
from bots.slack.updates import Asking
from bots.slack.when import day_words
from bots.texts import say
from core.commands import ProposeKickOff, SetDate, SetDelivery, SetInvoiceReference, SetMilestone
from core.orders import DeliveryMethod, Task, TaskKey
from core.refusals import BadValue, UnknownThing
from core.views import OrderView, order_view

NEW = "new"
KICK_OFF_OPTIONS = 3


def task(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    """The form of one to-do. Raises `UnknownThing` for a to-do this order does not have."""
    found = next((t for t in view.tasks if t.key == meta.get("task")), None)
    if found is None:
        raise UnknownThing("task", str(meta.get("task")))
    reason = ask_for("reason", prose(limit=1000), optional=say("slack-hint-reason-on-behalf"))
    title = say(f"slack-title-task-{found.key}")
    about = blocks.words(say("slack-on-behalf", task=say(f"task-{found.key}"), reference=view.order.reference))
    return modal("task", title, meta, [about, *_inputs(found), *([reason] if _is_dated(found) else [])])


def _is_dated(task: Task) -> bool:
    return task.key is not TaskKey.INVOICE_REFERENCE


def _inputs(task: Task) -> list[Json]:
    value = task.value if isinstance(task.value, dict) else {}
    match task.key:
        case TaskKey.DELIVERY_SCHEDULE:
            methods = [(method.value, say(f"method-{method}")) for method in DeliveryMethod]
            return [
                ask_for("method", one_of(methods, str(value.get("method") or ""))),
                ask_for("day", day(task.date)),
            ]
        case TaskKey.INVOICE_REFERENCE:
            none = ticks([("none", say("task-no_reference"))], ["none"] if value.get("no_reference") else [])
            return [
                ask_for("reference", line(str(value.get("reference") or "")), optional=MAY_BE_EMPTY),
                ask_for("no_reference", none, optional=MAY_BE_EMPTY),
            ]
        case _:
            return [ask_for("day", day(task.date), optional=say("slack-hint-clear-date"))]


async def set_task(ask: Asking, meta: Meta, values: Values) -> object:
    """Set the to-do. Raises `ConfirmNeeded` for an odd date that was not confirmed as it stands."""
    key, order, reason = TaskKey(meta["task"]), meta["order"], values.text("reason") or None
    sure = meta.get("confirmed") == values.fingerprint
    if key is TaskKey.INVOICE_REFERENCE:
        return await ask.do(SetInvoiceReference(order, _invoice_reference(values)))
    when = values.day("day")
    if key is not TaskKey.DELIVERY_SCHEDULE:
        return await ask.do(SetDate(order, key, when, reason, confirmed=sure))
    if when is None:
        raise BadValue("day", "blank")
    return await ask.do(SetDelivery(order, DeliveryMethod(values.choice("method")), when, reason, confirmed=sure))


def _invoice_reference(values: Values) -> str | None:
    text, none = values.text("reference"), "none" in values.choices("no_reference")
    if bool(text) == none:
        raise BadValue("reference", "either_or")
    return text or None


def milestones(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    """The editor: what there is, and one to add, change or remove."""
    known = [blocks.words(f"{m.label} ({m.key}): {day_words(m.date)}") for m in view.milestones[:40]]
    pairs = [(NEW, say("slack-milestone-new")), *((m.key, m.label) for m in view.milestones)]
    shown = [
        *(known or [blocks.words(say("slack-milestones-none"))]),
        ask_for("which", one_of(pairs, NEW)),
        ask_for("label", line(limit=80), optional=say("slack-hint-milestone-label")),
        ask_for("key", line(limit=40), optional=say("slack-hint-milestone-key")),
        ask_for("day", day(), optional=MAY_BE_EMPTY),
        ask_for("remove", ticks([("remove", say("slack-milestone-remove"))]), optional=MAY_BE_EMPTY),
    ]
    return modal("milestones", say("slack-title-milestones", reference=view.order.reference), meta, shown)


async def set_milestone(ask: Asking, meta: Meta, values: Values) -> object:
    """Set one and show the editor again."""
    which, label = values.choice("which") or NEW, values.text("label")
    view = await ask.room.database.read(lambda store: order_view(store, meta["order"]))
    old = next((m for m in view.milestones if m.key == which), None) if view else None
    label = label or (old.label if old else "")
    key = old.key if old else slug(values.text("key") or label)
    when = None if "remove" in values.choices("remove") else values.day("day") or (old.date if old else None)
    if old is None and (not label or not key):
        raise BadValue("label", "blank")
    if when is None and "remove" not in values.choices("remove"):
        raise BadValue("day", "blank")
    await ask.do(SetMilestone(meta["order"], key, label, when))
    fresh = await ask.room.database.read(lambda store: order_view(store, meta["order"]))
    return milestones(ask, fresh, meta) if fresh else None


def slug(text: str) -> str:
    """A stable key out of a label."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:40]


def kickoff(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    """Up to three instants to offer."""
    before = [datetime.fromisoformat(text) for text in view.kick_off.proposed] if view.kick_off else []
    shown = [blocks.words(say("slack-kickoff-about"))]
    for number in range(KICK_OFF_OPTIONS):
        at = before[number] if number < len(before) else None
        label = say("slack-field-option", number=number + 1)
        picker = instant(at.replace(tzinfo=UTC) if at and at.tzinfo is None else at)
        shown.append(ask_for(f"option_{number}", picker, optional=MAY_BE_EMPTY if number else "", label=label))
    return modal("kickoff", say("slack-title-kickoff", reference=view.order.reference), meta, shown)


async def propose_kickoff(ask: Asking, meta: Meta, values: Values) -> object:
    given = [values.instant(f"option_{number}") for number in range(KICK_OFF_OPTIONS)]
    return await ask.do(ProposeKickOff(meta["order"], tuple(sorted({at for at in given if at is not None}))))
