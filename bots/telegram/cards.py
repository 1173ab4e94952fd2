"""The card of an order in a chat, its to-do list, and the lists of orders: pure pictures of an `OrderView`.

Never a price: everybody in the group reads a card (domain.md 13). Which buttons work is decided when they are pressed;
here only those are shown that can be of use now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bots.buttons import Button
from bots.showing import show_date
from bots.telegram.labels import chat_name, key, moment, order_line, task_label, tick, value_of, who_reads
from bots.telegram.screen import Key, Rows, Screen, bold, fitting, stacked
from bots.texts import say
from core.chats import Audience, Place
from core.orders import Order, Status, Task, TaskKey, TaskState
from core.people import MemberRole
from core.richtext import RichText
from core.views import OrderView

_STEPS = (TaskKey.MARK_READY, TaskKey.MARK_DELIVERED)
PAGE = 8


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a picture is made. `sees_billing` is false for collaborators' private chats, where it is left out.

    Where `is_group`, collaborators read along: that an invoice reference is set may be seen, what it says may not.
    """

    language: str = "en"
    zone: str = "Europe/Amsterdam"
    sees_billing: bool = True
    is_group: bool = False


def reader_at(place: Place, view: OrderView, zone: str, language: str) -> Reader:
    """The reader of a place: where one member reads alone, that member's role counts."""
    member = next((m for m in view.members if m.id == place.member_id), None)
    return Reader(language, zone, member is None or member.role is MemberRole.ADMIN, is_group=member is None)


def card(view: OrderView, audience: Audience, reader: Reader) -> Screen:
    """The pinned card: who reads here, where the order is, its dates and to-dos, and every button of use."""
    language = reader.language
    head = bold(chat_name(view.order.reference, audience, language)).followed_by("\n" + who_reads(audience, language))
    lines = [*_facts(view, reader), *(_todo_lines(view, reader) if audience is Audience.CUTR_ONLY else [])]
    text = head.followed_by("\n\n" + "\n".join(lines))
    return Screen(fitting(text), _buttons(view, audience, reader))


def _facts(view: OrderView, reader: Reader) -> list[str]:
    order, language = view.order, reader.language
    lines = [order.title, say("telegram-card-status", language, status=say(f"status-{order.status}", language))]
    if order.requested_delivery_date:
        lines.append(say("telegram-card-wanted", language, day=show_date(order.requested_delivery_date, language)))
    delivery = next((t for t in view.tasks if t.key is TaskKey.DELIVERY_SCHEDULE and t.date), None)
    if delivery is not None:
        lines.append(say("telegram-card-delivery", language, value=value_of(delivery, language)))
    if order.delivery_address:
        lines.append(say("telegram-card-address", language, address=" ".join(order.delivery_address.split())))
    if order.status is Status.DELIVERED and order.feedback_until:
        until = moment(order.feedback_until, reader.zone, language)
        lines.append(say("telegram-card-feedback", language, moment=until))
    lines += [say("telegram-card-milestone", language, label=m.label, day=show_date(m.date, language))
              for m in view.milestones]  # fmt: skip
    return lines


def shown_tasks(view: OrderView, reader: Reader) -> list[Task]:
    """The to-dos this reader sees, in their order."""
    order = {name: number for number, name in enumerate(TaskKey)}
    tasks = [t for t in view.tasks if t.state is not TaskState.HIDDEN]
    if not reader.sees_billing:
        tasks = [t for t in tasks if t.key is not TaskKey.INVOICE_REFERENCE]
    return sorted(tasks, key=lambda task: order[task.key])


def _todo_lines(view: OrderView, reader: Reader) -> list[str]:
    tasks = shown_tasks(view, reader)
    if not tasks:
        return []
    language = reader.language
    lines = ["", say("telegram-card-todos", language)]
    for task in tasks:
        is_private = reader.is_group and task.key is TaskKey.INVOICE_REFERENCE
        value = "" if is_private else value_of(task, language)
        lines.append(f"{tick(task)} {task_label(task.key, language)}" + (f": {value}" if value else ""))
    if view.due_at is not None and any(t.state is TaskState.OPEN and t.due_at for t in tasks):
        lines.append(say("telegram-card-due", language, moment=moment(view.due_at, reader.zone, language)))
    return lines


def _buttons(view: OrderView, audience: Audience, reader: Reader) -> Rows:
    order, language = view.order, reader.language
    if not order.is_open:
        return ()
    if audience is Audience.WITH_CUSTOMER:
        return ((key("todo", order.id, language), key("files", order.id, language)),)
    rows = list(_task_rows(view, reader))
    if order.status in {Status.IN_PRODUCTION, Status.READY}:
        rows.append((key("delay", order.id, language), key("files", order.id, language)))
    return tuple(rows)


def _task_rows(view: OrderView, reader: Reader) -> Iterable[tuple[Key, ...]]:
    order, language = view.order, reader.language
    if order.status in {Status.IN_PRODUCTION, Status.READY}:
        for task in shown_tasks(view, reader):
            if task.key not in _STEPS:
                yield (Key(f"{tick(task)} {task_label(task.key, language)}", Button("task", order.id, task.key)),)
    if order.status is Status.IN_PRODUCTION:
        yield (key("ready", order.id, language),)
    if order.status is Status.READY:
        yield (key("delivered", order.id, language),)


def todo_screen(view: OrderView, reader: Reader) -> Screen:
    """What is open, with one button each."""
    language = reader.language
    # The title says already what these lines are.
    lines = _todo_lines(view, reader)[2:] or [say("telegram-todo-none", language)]
    tasks = [t for t in shown_tasks(view, reader) if t.state is TaskState.OPEN] if view.order.is_open else []
    rows = stacked(key("task", view.order.id, language, task.key) for task in tasks)
    title = say("telegram-todo-title", language, reference=view.order.reference)
    return Screen.titled(title, "\n".join(lines).strip(), rows)


def order_list(orders: list[Order], verb: str, page: int, partner_id: str, language: str) -> Screen:
    """A page of orders with one button each: pressing one does `verb` with it."""
    if not orders:
        return Screen.of(say("telegram-orders-none", language))
    shown = orders[page * PAGE : (page + 1) * PAGE]
    keys = [Key(order_line(order, language), Button(verb, order.id)) for order in shown]
    title = say("telegram-orders-title" if verb == "order" else "telegram-which-order", language)
    rows = (*stacked(keys), *page_row(Button("orders", partner_id, verb), page, len(orders), language))
    return Screen.of(title, rows)


def page_row(button: Button, page: int, count: int, language: str) -> Rows:
    """Back and forth between pages; nothing when there is only one."""
    keys = []
    if page > 0:
        keys.append(Key(say("telegram-previous", language), _paged(button, page - 1)))
    if (page + 1) * PAGE < count:
        keys.append(Key(say("telegram-next", language), _paged(button, page + 1)))
    return (tuple(keys),) if keys else ()


def _paged(button: Button, page: int) -> Button:
    return Button(button.verb, button.about, f"{button.arg}.{page}")


def placed(text: RichText, reference: str, audience: Audience, language: str) -> RichText:
    """The text under the label of its chat: in a private chat several chats share one spot."""
    return bold(chat_name(reference, audience, language)).followed_by("\n").followed_by(text)
