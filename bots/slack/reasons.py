"""Why an order needs staff, in words and with the button that helps: for the Home tab and `/orders needs attention`."""

from __future__ import annotations

from bots.buttons import Button
from bots.showing import show_list
from bots.slack.blocks import one_line
from bots.slack.when import day_words, moment_words
from bots.texts import say
from core.attention import Need, Reason
from core.check_ins import CheckInState
from core.concerns import Why
from core.handlers.concerns import promised
from core.orders import Status
from core.views import OrderView

NAMES = {
    Reason.LATE: "slack-reason-late", Reason.DUE_SOON: "slack-reason-due-soon",
    Reason.REJECTED: "slack-reason-rejected", Reason.UNREACHABLE: "slack-reason-unreachable",
    Reason.FAILED: "slack-reason-failed", Reason.FEEDBACK: "slack-reason-feedback",
    Reason.SILENT: "slack-reason-silent",
    Reason.CLOSING: "slack-reason-closing", Reason.MILESTONES: "slack-reason-milestones",
}  # fmt: skip
"""The catalogue's key of a reason's name; the emoji in it is the same in every list."""
TYPED = {
    "late": Reason.LATE, "due": Reason.DUE_SOON, "due soon": Reason.DUE_SOON, "rejected": Reason.REJECTED,
    "unreachable": Reason.UNREACHABLE, "silent": Reason.SILENT, "closing": Reason.CLOSING, "failed": Reason.FAILED,
    "feedback": Reason.FEEDBACK, "milestones": Reason.MILESTONES,
}  # fmt: skip
"""What people type after `/orders needs attention` for one reason only."""
NAMES_SHOWN = 5


def reason_words(need: Need, view: OrderView, zone: str) -> str:
    """The reason with what is the matter, in one line; times in this zone."""
    return f"{say(NAMES[need.reason])}: {_detail(need, view, zone)}"


def _detail(need: Need, view: OrderView, zone: str) -> str:
    match need.reason:
        case Reason.LATE | Reason.DUE_SOON:
            return _due(need, view, zone)
        case Reason.REJECTED:
            names = [one_line(file.name) for file in view.rejected]
            return show_list([*names[:NAMES_SHOWN], *(["…"] if len(names) > NAMES_SHOWN else [])])
        case Reason.UNREACHABLE:
            return one_line(view.partner.name) if view.partner else "–"
        case Reason.SILENT:
            keys = [one.key for one in view.check_ins if one.state is CheckInState.SILENT]
            return show_list([say(f"check-in-{key}") for key in keys])
        case Reason.CLOSING if view.order.feedback_until:
            return moment_words(view.order.feedback_until, zone)
        case _:
            return say("slack-reason-since", moment=moment_words(need.since, zone))


def _due(need: Need, view: OrderView, zone: str) -> str:
    """Which to-dos are due and when, or which promised day is over."""
    if need.why is Why.DATE:
        task = promised(view.order.status, {task.key: task for task in view.tasks})
        if task is not None and task.date is not None:
            return say("slack-reason-date", what=say(f"task-{task.key}-short"), day=day_words(task.date))
    what = show_list([say(f"task-{task.key}-short") for task in view.open_tasks])
    return say("slack-reason-todos", what=what, moment=moment_words(view.due_at or need.since, zone))


def helping(need: Need, view: OrderView) -> Button:
    """What helps with this: the late to-do, the file to look at, a new link, the send to repeat, feedback to judge."""
    order = view.order
    match need.reason:
        case Reason.LATE | Reason.DUE_SOON:
            return _next_step(need, view)
        case Reason.REJECTED:
            return Button("files", order.id)
        case Reason.UNREACHABLE if order.partner_id:
            return Button("invite", order.partner_id)
        case Reason.FAILED if need.about:
            return Button("retry", need.about)
        case Reason.FEEDBACK:
            return Button("approve", order.id)
        case Reason.CLOSING:
            return Button("feedback", order.id)
        case Reason.MILESTONES:
            return Button("milestones", order.id)
        case _:
            return Button("order", order.id)


def _next_step(need: Need, view: OrderView) -> Button:
    if need.why is Why.DATE:
        return Button("ready" if view.order.status is Status.IN_PRODUCTION else "delivered", view.order.id)
    waiting = next((task for task in view.open_tasks), None)
    return Button("task", view.order.id, waiting.key) if waiting else Button("order", view.order.id)
