"""Opening a to-do: which question it leads to. Delivery asks for the method first, an invoice reference for words."""

from __future__ import annotations

from bots.buttons import Button
from bots.telegram.dialogs import dates, steps
from bots.telegram.dialogs.codes import Aim
from bots.telegram.labels import field_label, key
from bots.telegram.screen import Key, Screen, paired, stacked
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Ask
from core.commands import SetInvoiceReference
from core.orders import DATE_TASKS, DeliveryMethod, Order, TaskKey
from core.people import Actor
from core.permissions import Action, demand
from core.refusals import Stale, WrongStatus
from core.views import OrderView

_DATES_SET_IN = frozenset({"in_production", "ready"})


async def open_task(turn: Turn, actor: Actor, view: OrderView, task: str) -> Outcome:
    """The question for this to-do. Raises `NotAllowed`, `NotYourOrder`, `WrongStatus`, `Stale`."""
    match task:
        case TaskKey.MATERIAL_DATE | TaskKey.COMPLETION_DATE:
            _may_set_dates(actor, view.order, task)
            return dates.ask_date(turn, view, Aim(TaskKey(task)))
        case TaskKey.DELIVERY_SCHEDULE:
            _may_set_dates(actor, view.order, task)
            return Outcome(send=_methods(view.order, turn.language))
        case TaskKey.INVOICE_REFERENCE:
            return _ask_invoice(turn, actor, view.order)
        case TaskKey.MARK_READY:
            return await steps.ask_ready(turn, actor, view)
        case TaskKey.MARK_DELIVERED:
            return steps.ask_delivered(turn, actor, view)
        case "no_reference":
            return _ask_invoice(turn, actor, view.order)
        case _:
            raise Stale(view.order.reference)


def _may_set_dates(actor: Actor, order: Order, task: str) -> None:
    demand(actor, Action.SET_DATES, order)
    if order.status not in _DATES_SET_IN:
        raise WrongStatus(order.reference, order.status, f"task_{task}")


def _methods(order: Order, language: str) -> Screen:
    keys = [Key(say(f"method-{method}", language),
                Button("cal", order.id, Aim(TaskKey.DELIVERY_SCHEDULE, method).code))
            for method in DeliveryMethod]  # fmt: skip
    title = say("telegram-date-title", language, reference=order.reference,
                what=field_label(TaskKey.DELIVERY_SCHEDULE, language))  # fmt: skip
    rows = (*paired(keys), (key("cancel_ask", order.id, language),))
    return Screen.titled(title, say("telegram-which-method", language), rows)


def _ask_invoice(turn: Turn, actor: Actor, order: Order) -> Outcome:
    demand(actor, Action.SET_INVOICE_REFERENCE, order)
    language = turn.language
    none = Key(say("task-no_reference", language), Button("no_reference", order.id))
    title = say("telegram-date-title", language, reference=order.reference,
                what=field_label(TaskKey.INVOICE_REFERENCE, language))  # fmt: skip
    screen = Screen.titled(title, say("telegram-invoice-how", language),
                           ((none,), (key("cancel_ask", order.id, language),)))  # fmt: skip
    return Outcome(send=screen, question=Question("invoice", {}, order.id))


async def set_invoice(turn: Turn, actor: Actor, view: OrderView, reference: str | None) -> Outcome:
    """Save the reference, or None for "No reference". Raises `Refusal`."""
    await turn.do(SetInvoiceReference(view.order.id, reference), actor)
    language = turn.language
    value = reference.strip() if reference is not None else say("task-no_reference", language)
    if not turn.scene.is_private:
        # Collaborators read the group too, and billing is for admins (domain.md 13).
        value = say("telegram-saved-silently", language)
    text = say("telegram-saved-text", language, reference=view.order.reference,
               what=field_label(TaskKey.INVOICE_REFERENCE, language), value=value, name=actor.name)  # fmt: skip
    return Outcome(toast=say("telegram-saved", language), edit=Screen.of(text))


def ask_delay(turn: Turn, actor: Actor, view: OrderView) -> Outcome:
    """Which date will not hold? Raises `NotAllowed`, `NotYourOrder`, `WrongStatus`."""
    demand(actor, Action.REPORT_DELAY, view.order)
    if view.order.status not in _DATES_SET_IN:
        raise WrongStatus(view.order.reference, view.order.status, "report_delay")
    language, order = turn.language, view.order
    keys = [Key(field_label(task, language).capitalize(), Button("delay", order.id, Aim(task, is_delay=True).code))
            for task in DATE_TASKS]  # fmt: skip
    title = say("telegram-delay-title", language, reference=order.reference)
    rows = (*stacked(keys), (key("cancel_ask", order.id, language),))
    return Outcome(send=Screen.titled(title, say("telegram-delay-which", language), rows))


async def answered(turn: Turn, actor: Actor, view: OrderView, ask: Ask, text: str) -> Outcome:
    """The typed invoice reference."""
    del ask
    return await set_invoice(turn, actor, view, text)
