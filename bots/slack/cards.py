"""An order's card: who reads here, where the order is, what is open, and a button for everything that can be done now.

Pure. Foreign words are plain text or escaped; no price stands in the customer's thread (product.md "Slack").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bots.buttons import Button
from bots.showing import show_money
from bots.slack import blocks
from bots.slack.when import day_words, moment_words
from bots.texts import knows, say
from core.chats import Audience
from core.files import FileKind
from core.lifecycle import Verb, verbs_now
from core.orders import RUNNING_STATUSES, KickOff, Status, Task, TaskKey, TaskState
from core.people import Actor, Role
from core.views import OrderView

Json = dict[str, Any]
ANY_STAFF = Actor(Role.STAFF, "slack", "Cutr")
BUTTON_OF = {
    Verb.OFFER: "offer", Verb.ASSIGN: "assign", Verb.MARK_READY: "ready", Verb.MARK_DELIVERED: "delivered",
    Verb.RECORD_FEEDBACK: "feedback", Verb.APPROVE: "approve", Verb.REOPEN: "reopen", Verb.CANCEL: "cancel",
}  # fmt: skip
MAY_BE_LATE = frozenset({Status.IN_PRODUCTION, Status.READY})
SET_BY_HAND = frozenset(TaskKey) - {TaskKey.MARK_READY, TaskKey.MARK_DELIVERED}


def title(view: OrderView, audience: Audience | None) -> str:
    """The card's first line: the lock or the people, the reference, the chat's name."""
    if audience is None:
        return view.order.reference
    return say(f"topic-{audience}", reference=view.order.reference)


def card_text(view: OrderView, audience: Audience | None) -> str:
    """The card in one line, for notifications and screen readers."""
    who = f" · {say(f'audience-{audience}')}" if audience else ""
    status = say(f"status-{view.order.status}")
    return f"{title(view, audience)}{who} · {blocks.one_line(view.order.title)} · {status}"


def card_blocks(view: OrderView, audience: Audience | None, zone: str) -> list[Json]:
    """The card. `audience` is the thread's; None is the card as an answer to one of the staff."""
    shown = [blocks.header(title(view, audience))]
    if audience is not None:
        shown.append(blocks.context(f"{_sign(audience)} {say(f'audience-{audience}')}"))
    shown.append(blocks.words(blocks.one_line(view.order.title)))
    shown += blocks.facts(_facts(view, audience, zone))
    for part in (_tasks(view, zone), _milestones(view), _staff_tasks(view)):
        if part:
            shown.append(blocks.words(part))
    return blocks.within([*shown, *blocks.rows(_buttons(view))], blocks.MESSAGE_BLOCKS, say("slack-more"))


def _sign(audience: Audience) -> str:
    return "🔒" if audience is Audience.CUTR_ONLY else "👥"


def _facts(view: OrderView, audience: Audience | None, zone: str) -> Iterator[tuple[str, str]]:
    order = view.order
    yield say("slack-fact-status"), say(f"status-{order.status}")
    yield say("slack-fact-partner"), blocks.one_line(view.partner.name) if view.partner else ""
    yield say("slack-fact-customer"), blocks.one_line(view.customer.name)
    yield say("slack-fact-requested"), day_words(order.requested_delivery_date) if order.requested_delivery_date else ""
    yield say("slack-fact-address"), blocks.one_line(order.delivery_address or "")
    if audience is not Audience.WITH_CUSTOMER:
        yield say("slack-fact-price"), show_money(order.price, order.currency or "") if order.price else ""
        yield say("slack-fact-notes"), (order.notes or "")[:500]
    yield say("slack-fact-ready"), moment_words(order.ready_at, zone) if order.ready_at else ""
    yield say("slack-fact-delivered"), moment_words(order.delivered_at, zone) if order.delivered_at else ""
    yield say("slack-fact-feedback"), moment_words(order.feedback_until, zone) if order.feedback_until else ""
    yield say("slack-fact-snoozed"), moment_words(order.snoozed_until, zone) if order.snoozed_until else ""
    yield say("slack-fact-files"), files_words(view)
    yield say("slack-fact-kickoff"), _kick_off(view.kick_off, zone)


def files_words(view: OrderView) -> str:
    """What is on file and what Ready still lacks: `3 finished product pictures ✓, packed product pictures missing`."""
    if view.order.status not in RUNNING_STATUSES and not view.files:
        return ""
    counts = Counter(file.kind for file in view.files)
    rejected = {file.kind for file in view.rejected}
    told = [
        say("slack-files-there", count=str(counts[kind]), kind=say(f"kind-{kind}-short"),
            sign="🔴" if kind in rejected else "✓")
        for kind in FileKind if counts[kind]
    ]  # fmt: skip
    missing = [kind for kind in view.lacking if not counts[kind]]
    return ", ".join([*told, *(say("slack-files-missing", kind=say(f"kind-{kind}-short")) for kind in missing)])


def _kick_off(kick_off: KickOff | None, zone: str) -> str:
    if kick_off is None:
        return ""
    if kick_off.picked:
        return moment_words(_instant(kick_off.picked), zone)
    times = " / ".join(moment_words(_instant(text), zone) for text in kick_off.proposed)
    return say("slack-kickoff-proposed", times=times)


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _tasks(view: OrderView, zone: str) -> str:
    return "\n".join(_task_line(task, zone) for task in view.tasks if task.state is not TaskState.HIDDEN)


def _task_line(task: Task, zone: str) -> str:
    if task.state is TaskState.DONE:
        value = task_value(task)
        return f"☑ {say(f'task-{task.key}-short')}{f': {value}' if value else ''}"
    due = f" · {say('slack-due', moment=moment_words(task.due_at, zone))}" if task.due_at else ""
    return f"☐ {say(f'task-{task.key}')}{due}"


def task_value(task: Task) -> str:
    """What a to-do holds, in words; blank when it holds nothing."""
    value = task.value
    if isinstance(value, dict):
        if value.get("no_reference"):
            return say("task-no_reference")
        method = str(value.get("method") or "")
        words = [say(f"method-{method}")] if knows(f"method-{method}") else []
        words += [day_words(task.date)] if task.date else []
        return ", ".join(words) or blocks.one_line(str(value.get("reference") or ""))
    return day_words(task.date) if task.date else blocks.one_line(value or "")


def _milestones(view: OrderView) -> str:
    return "\n".join(f"◆ {blocks.one_line(m.label)}: {day_words(m.date)}" for m in view.milestones[:30])


def _staff_tasks(view: OrderView) -> str:
    waiting = [task for task in view.staff_tasks if task.done_at is None]
    return "\n".join(f"☐ {say('slack-staff-task', kind=task.kind.replace('_', ' '))}" for task in waiting)


def _buttons(view: OrderView) -> Iterator[Json]:
    order, now = view.order, verbs_now(view.order, ANY_STAFF)
    for verb in now:
        if verb is not Verb.CANCEL:
            style = "primary" if verb in {Verb.MARK_READY, Verb.MARK_DELIVERED} else None
            yield blocks.button(Button(BUTTON_OF[verb], order.id), style=style)
    if order.status is Status.APPROVED:
        # Feedback from before the deadline wins also when it is entered after it (decision 1).
        yield blocks.button(Button("feedback", order.id))
    if order.status in RUNNING_STATUSES:
        yield from _buttons_while_running(view)
    for task in view.staff_tasks:
        if task.done_at is None:
            yield blocks.button(Button("staff_task", task.id, task.kind))
    if order.is_open:
        yield blocks.button(Button("milestones", order.id))
    yield from _paper_buttons(view)
    yield blocks.button(Button("history", order.id))
    yield blocks.button(Button("upcoming", order.id))
    if Verb.CANCEL in now:
        yield blocks.button(Button("cancel", order.id), style="danger")


def _paper_buttons(view: OrderView) -> Iterator[Json]:
    order = view.order
    if order.status in RUNNING_STATUSES or view.files:
        yield blocks.button(Button("files", order.id))
    if order.status in RUNNING_STATUSES:
        yield blocks.button(Button("slip", order.id), say("slack-packing-slip"))
    if order.assigned_at is not None:
        yield blocks.button(Button("dossier", order.id))
        yield blocks.button(Button("dossier", order.id, "customer"), say("slack-dossier-customer"))


def _buttons_while_running(view: OrderView) -> Iterator[Json]:
    order = view.order
    for task in view.tasks:
        if task.state is not TaskState.HIDDEN and task.key in SET_BY_HAND:
            yield blocks.button(Button("task", order.id, task.key))
    if order.status in MAY_BE_LATE:
        yield blocks.button(Button("delay", order.id))
    if order.wants_kick_off:
        yield blocks.button(Button("kickoff", order.id), say("slack-propose-kickoff"))
    yield blocks.button(Button("wake" if order.snoozed_until else "snooze", order.id))
