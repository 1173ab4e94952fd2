"""The modal in which staff report a delay on the partner's behalf: which date, until when, why, what is done."""

from __future__ import annotations

from bots.slack import blocks
from bots.slack.cards import MAY_BE_LATE
from bots.slack.modals.frame import MAY_BE_EMPTY, Json, Meta, Values, ask_for, day, modal, one_of, prose, radio
from bots.slack.updates import Asking
from bots.slack.when import day_words
from bots.texts import say
from core.commands import ReportDelay
from core.orders import DATE_TASKS, DelayReason, Task, TaskKey
from core.refusals import BadValue, WrongStatus
from core.views import OrderView


def delay(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    """The form. Raises `WrongStatus` when no date of the order counts any more."""
    order = view.order
    if order.status not in MAY_BE_LATE:
        raise WrongStatus(order.reference, order.status, "report_delay")
    tasks = [task for task in view.tasks if task.key in DATE_TASKS]
    causes = [(cause.value, say(f"delay-{cause}")) for cause in DelayReason]
    shown = [
        blocks.words(say("slack-delay-about")),
        ask_for("task", radio([(task.key.value, _line(task)) for task in tasks])),
        ask_for("day", day()),
        ask_for("cause", one_of(causes)),
        ask_for("reason", prose(limit=1000), optional=say("slack-hint-delay-reason")),
        ask_for("remedy", prose(limit=1000), optional=MAY_BE_EMPTY),
    ]
    return modal("delay", say("slack-title-delay", reference=order.reference), meta, shown)


def _line(task: Task) -> str:
    name = say(f"task-{task.key}-short").capitalize()
    return f"{name}: {day_words(task.date)}" if task.date else name


async def make_delay(ask: Asking, meta: Meta, values: Values) -> object:
    """Report it. Raises `BadValue`, `ReasonNeeded`."""
    when = values.day("day")
    if when is None:
        raise BadValue("day", "blank")
    cause = DelayReason(values.choice("cause") or DelayReason.OTHER)
    key = TaskKey(values.choice("task"))
    return await ask.do(ReportDelay(meta["order"], key, when, values.text("reason"), values.text("remedy"), cause))
