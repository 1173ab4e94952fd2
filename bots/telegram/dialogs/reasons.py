"""Why a date moves, and what is done about a delay: the steps that need words, kept in the question that was stored."""

from __future__ import annotations

from datetime import date

from bots.buttons import Button
from bots.refusing import refusal_text
from bots.showing import show_date
from bots.telegram.dialogs.codes import FRESH_FOR, is_fresh, stamp
from bots.telegram.labels import field_label, key
from bots.telegram.screen import Key, Rows, Screen, stacked, titled
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Ask
from core.commands import ReportDelay, SetDelivery
from core.orders import DelayReason, DeliveryMethod, Order, TaskKey
from core.people import Actor
from core.refusals import ConfirmNeeded, Stale
from core.views import OrderView

Data = dict[str, object]


def ask_why(turn: Turn, order: Order, data: Data) -> Outcome:
    """The usual reasons as buttons; own words are a reply. A moved delivery's reason is read by the customer."""
    language = turn.language
    keys = [Key(say(f"delay-{cause}", language), Button("why", order.id, cause)) for cause in DelayReason]
    rows = (*stacked(keys), (key("cancel_ask", order.id, language),))
    read_by_customer = data["key"] == TaskKey.DELIVERY_SCHEDULE
    text = say("telegram-why-delivery" if read_by_customer else "telegram-why-delay", language)
    return Outcome(
        edit=Screen.of(_chosen(order, data, language)),
        send=Screen.titled(_title(order, data, language), text, rows),
        question=Question("reason", data, order.id),
    )


def take_cause(turn: Turn, order: Order, ask: Ask, cause: DelayReason) -> Outcome:
    """One of the list is chosen: words are asked for, which only `OTHER` needs."""
    data, language = ask.data | {"cause": str(cause)}, turn.language
    is_other = cause is DelayReason.OTHER
    text = say("telegram-words-other" if is_other else "telegram-words", language,
               reason=say(f"delay-{cause}", language))  # fmt: skip
    return _ask(turn, order, "reason_words", data, text, () if is_other else _nothing_to_add(order, language))


def take_reason(turn: Turn, order: Order, ask: Ask, reason: str) -> Outcome:
    """The words are known: a delay asks for the remedy, a delivery for the last confirmation."""
    data = ask.data | {"reason": reason}
    if data.get("flow") != "delay":
        return _confirm(turn, order, data)
    nothing = _nothing_to_add(order, turn.language)
    return _ask(turn, order, "remedy", data, say("telegram-remedy", turn.language), nothing)


def _nothing_to_add(order: Order, language: str) -> Rows:
    return ((Key(say("telegram-no-remedy", language), Button("why", order.id, "-")),),)


def _ask(turn: Turn, order: Order, kind: str, data: Data, text: str, keys: Rows) -> Outcome:
    rows = (*keys, (key("cancel_ask", order.id, turn.language),))
    send = Screen.titled(_title(order, data, turn.language), text, rows)
    return Outcome(strips=True, send=send, question=Question(kind, data, order.id))


def take_remedy(turn: Turn, order: Order, ask: Ask, remedy: str) -> Outcome:
    """Everything is known."""
    return _confirm(turn, order, ask.data | {"remedy": remedy})


def pressed(turn: Turn, view: OrderView, ask: Ask | None, name: str) -> Outcome:
    """A usual reason, or nothing to add. Raises `Stale` when its question is not known any more."""
    order = view.order
    if ask is None or ask.answered_at is not None or ask.order_id != order.id:
        raise Stale(order.reference)
    if name == "-" and ask.kind == "remedy":
        return take_remedy(turn, order, ask, "")
    if name == "-" and ask.kind == "reason_words" and ask.data.get("cause") != DelayReason.OTHER:
        return take_reason(turn, order, ask, "")
    if name in set(DelayReason) and ask.kind == "reason":
        return take_cause(turn, order, ask, DelayReason(name))
    raise Stale(order.reference)


def _confirm(turn: Turn, order: Order, data: Data, trouble: ConfirmNeeded | None = None) -> Outcome:
    language = turn.language
    sure = say("telegram-confirm", language)
    text = titled(_title(order, data, language), f"{_summary(order, data, language)}\n{sure}")
    if trouble is not None:
        text = text.followed_by("\n\n⚠️ ").followed_by(refusal_text(trouble, language))
    yes = key("confirm", order.id, language, "@" + stamp(turn.room.clock()))
    screen = Screen(text, ((yes,), (key("cancel_ask", order.id, language),)))
    return Outcome(strips=True, send=screen, question=Question("confirm", data, order.id))


async def confirmed(turn: Turn, actor: Actor, view: OrderView, ask: Ask | None, arg: str) -> Outcome:
    """Do it; an old confirmation asks again. Raises `Refusal`."""
    order = view.order
    if ask is None or ask.kind != "confirm" or ask.answered_at is not None or ask.order_id != order.id:
        raise Stale(order.reference)
    if not is_fresh(arg.lstrip("@"), turn.room.clock()):
        again = _confirm(turn, order, ask.data)
        toast = say("telegram-too-old", turn.language, minutes=str(int(FRESH_FOR.total_seconds()) // 60))
        return Outcome(toast, alarming=True, strips=True, send=again.send, question=again.question)
    try:
        await turn.do(_command(order, ask.data), actor)
    except ConfirmNeeded as trouble:
        return _confirm(turn, order, ask.data | {"sure": True}, trouble)
    summary = _summary(order, ask.data, turn.language)
    done = say("telegram-done-by", turn.language, summary=f"{order.reference}: {summary}", name=actor.name)
    return Outcome(toast=say("telegram-saved", turn.language), edit=Screen.of(done))


def _command(order: Order, data: Data) -> SetDelivery | ReportDelay:
    day, reason = date.fromisoformat(str(data["day"])), str(data["reason"])
    cause = _cause(data)
    if data.get("flow") == "delay":
        return ReportDelay(order.id, TaskKey(str(data["key"])), day, reason, str(data.get("remedy") or ""), cause)
    method = DeliveryMethod(str(data.get("method") or DeliveryMethod.DELIVERY))
    return SetDelivery(order.id, method, day, reason, confirmed=bool(data.get("sure")), cause=cause)


def _cause(data: Data) -> DelayReason:
    return DelayReason(str(data.get("cause") or DelayReason.OTHER))


def _title(order: Order, data: Data, language: str) -> str:
    what = field_label(str(data["key"]), language)
    return say("telegram-date-title", language, reference=order.reference, what=what)


def _chosen(order: Order, data: Data, language: str) -> str:
    day = show_date(date.fromisoformat(str(data["day"])), language)
    return f"{_title(order, data, language)}: {day}"


def _summary(order: Order, data: Data, language: str) -> str:
    lines = [_chosen(order, data, language).partition(": ")[2]]
    if data.get("method"):
        lines[0] = say(f"method-{data['method']}", language) + f", {lines[0]}"
    cause, words = _cause(data), str(data.get("reason", ""))
    listed = say(f"delay-{cause}", language) if cause is not DelayReason.OTHER else ""
    lines.append(say("telegram-summary-reason", language, reason=": ".join(filter(None, [listed, words]))))
    if data.get("remedy"):
        lines.append(say("telegram-summary-remedy", language, remedy=str(data["remedy"])))
    return "\n".join(lines)
