"""Ready and Delivered: what is still missing, one confirmation, one step. The guards themselves are the core's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bots.refusing import kinds_words
from bots.showing import show_list
from bots.telegram.dialogs.codes import is_fresh, stamp
from bots.telegram.labels import field_label, key
from bots.telegram.screen import Key, Screen
from bots.telegram.sets import revise_key
from bots.telegram.stock import Stock, stock_of
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.commands import MarkDelivered, MarkReady
from core.files import FileKind
from core.lifecycle import Verb, check
from core.orders import Order
from core.people import Actor
from core.permissions import demand_own
from core.views import OrderView

_MOST_REVISIONS = 5


async def ask_ready(turn: Turn, actor: Actor, view: OrderView) -> Outcome:
    """What is open, then Yes or no; or which uploads are missing. Raises `NotAllowed`, `WrongStatus`."""
    demand_own(actor, view.order)
    check(view.order, Verb.MARK_READY, actor)
    language = turn.language
    stock = await turn.room.database.read(lambda store: stock_of(store, view.order.id))
    if stock.lacking or stock.rejected:
        return Outcome(send=_not_yet(view.order, stock, language))
    missing = [field_label(task.key, language) for task in view.open_tasks]
    lines = [say("telegram-ready-missing", language, missing=", ".join(missing))] if missing else []
    lines.append(say("telegram-ready-sure", language))
    return Outcome(send=_sure(turn, view.order, "ready_yes", say("task-mark_ready", language), lines))


def _not_yet(order: Order, stock: Stock, language: str) -> Screen:
    """What is missing, and every way to send it."""
    lines = [say("ready-lacks", language, kinds=kinds_words(stock.lacking, language))] if stock.lacking else []
    if stock.rejected:
        names = show_list([one.file.name for one in stock.rejected], language)
        lines.append(say("ready-rejected", language, names=names))
    lines.append(say("ready-how", language))
    rows: list[tuple[Key, ...]] = [(revise_key(one, language),) for one in stock.rejected[:_MOST_REVISIONS]]
    rows += [(key("check", order.id, language), key("file_link", order.id, language))]
    rows += [(key("files", order.id, language), key("cancel_ask", order.id, language))]
    title = f"{order.reference} · {say('task-mark_ready', language)}"
    return Screen.titled(title, "\n".join(lines), rows)


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
        return _again(turn, await ask_ready(turn, actor, view))
    await turn.do(MarkReady(view.order.id), actor)
    return _done(turn, actor, view.order, "telegram-ready-done")


async def delivered(turn: Turn, actor: Actor, view: OrderView, shown: str) -> Outcome:
    """Confirmed, with the signed slip in hand. Raises `Refusal`."""
    if not is_fresh(shown, turn.room.clock()):
        return _again(turn, ask_delivered(turn, actor, view))
    await turn.do(MarkDelivered(view.order.id, signed_slip=True), actor)
    done = _done(turn, actor, view.order, "telegram-delivered-done")
    stock = await turn.room.database.read(lambda store: stock_of(store, view.order.id))
    return done if stock.of_kind(FileKind.SIGNED_PACKING_SLIP) else replace(done, **_slip_wanted(turn, view.order))


def _slip_wanted(turn: Turn, order: Order) -> dict[str, Any]:
    """Ask for a photo of the signed packing slip (domain.md 9): proof, and no condition any more."""
    asked = Screen.of(say("delivered-slip-ask", turn.language))
    return {"send": asked, "question": Question("signed_slip", {}, order.id)}


def _again(turn: Turn, asked: Outcome) -> Outcome:
    return Outcome(toast=say("telegram-too-old", turn.language), alarming=True, edit=asked.send)


def _done(turn: Turn, actor: Actor, order: Order, text: str) -> Outcome:
    words = say(text, turn.language, reference=order.reference, name=actor.name)
    return Outcome(toast=say("telegram-saved", turn.language), edit=Screen.of(words))
