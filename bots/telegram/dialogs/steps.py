"""Ready and Delivered: what is still missing, one confirmation, one step. The guards themselves are the core's."""

from __future__ import annotations

from bots.telegram.dialogs.codes import is_fresh, stamp
from bots.telegram.labels import field_label, key
from bots.telegram.screen import Screen
from bots.telegram.turn import Outcome, Turn
from bots.texts import say
from core.commands import MarkDelivered, MarkReady
from core.lifecycle import Verb, check
from core.orders import Order
from core.people import Actor
from core.permissions import demand_own
from core.views import OrderView


def ask_ready(turn: Turn, actor: Actor, view: OrderView) -> Outcome:
    """What is open, then Yes or no. Raises `NotAllowed`, `NotYourOrder`, `WrongStatus`."""
    demand_own(actor, view.order)
    check(view.order, Verb.MARK_READY, actor)
    language = turn.language
    missing = [field_label(task.key, language) for task in view.open_tasks]
    lines = [say("telegram-ready-missing", language, missing=", ".join(missing))] if missing else []
    lines.append(say("telegram-ready-sure", language))
    return Outcome(send=_sure(turn, view.order, "ready_yes", say("task-mark_ready", language), lines))


def ask_delivered(turn: Turn, actor: Actor, view: OrderView) -> Outcome:
    """Is the packing slip signed? Raises `NotAllowed`, `NotYourOrder`, `WrongStatus`."""
    demand_own(actor, view.order)
    check(view.order, Verb.MARK_DELIVERED, actor)
    language = turn.language
    lines = [say("telegram-delivered-sure", language)]
    return Outcome(send=_sure(turn, view.order, "delivered_yes", say("task-mark_delivered", language), lines))


def _sure(turn: Turn, order: Order, verb: str, what: str, lines: list[str]) -> Screen:
    language = turn.language
    yes = key(verb, order.id, language, stamp(turn.room.clock()))
    return Screen.titled(f"{order.reference} · {what}", "\n".join(lines),
                         ((yes,), (key("cancel_ask", order.id, language),)))  # fmt: skip


async def ready(turn: Turn, actor: Actor, view: OrderView, shown: str) -> Outcome:
    """Confirmed. Raises `Refusal`."""
    if not is_fresh(shown, turn.room.clock()):
        return _again(turn, ask_ready(turn, actor, view))
    await turn.do(MarkReady(view.order.id), actor)
    return _done(turn, actor, view.order, "telegram-ready-done")


async def delivered(turn: Turn, actor: Actor, view: OrderView, shown: str) -> Outcome:
    """Confirmed, with the signed slip in hand. Raises `Refusal`."""
    if not is_fresh(shown, turn.room.clock()):
        return _again(turn, ask_delivered(turn, actor, view))
    await turn.do(MarkDelivered(view.order.id, signed_slip=True), actor)
    return _done(turn, actor, view.order, "telegram-delivered-done")


def _again(turn: Turn, asked: Outcome) -> Outcome:
    return Outcome(toast=say("telegram-too-old", turn.language), alarming=True, edit=asked.send)


def _done(turn: Turn, actor: Actor, order: Order, text: str) -> Outcome:
    words = say(text, turn.language, reference=order.reference, name=actor.name)
    return Outcome(toast=say("telegram-saved", turn.language), edit=Screen.of(words))
