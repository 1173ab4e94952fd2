"""Picking and typing a date, and confirming it: for material, completion, a delivery and the new date of a delay."""

from __future__ import annotations

from datetime import date

from bots.buttons import Button
from bots.refusing import refusal_text
from bots.showing import show_date
from bots.telegram.dialogs import reasons
from bots.telegram.dialogs.calendar import calendar_rows
from bots.telegram.dialogs.codes import Aim, Choice
from bots.telegram.labels import field_label, key
from bots.telegram.screen import Key, Screen, titled
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Ask
from core.commands import SetDate, SetDelivery
from core.dates import read_date
from core.orders import Order, TaskKey
from core.people import Actor
from core.refusals import BadValue, ConfirmNeeded, ReasonNeeded
from core.views import OrderView


def calendar_screen(turn: Turn, view: OrderView, aim: Aim, month: date) -> Screen:
    """The question with its calendar; the date set so far is named."""
    language = turn.language
    old = next((t.date for t in view.tasks if t.key is aim.key and t.date), None)
    lines = [say("telegram-date-now", language, day=show_date(old, language))] if old else []
    lines.append(say("telegram-date-how", language))
    rows = calendar_rows(view.order.id, aim, month, turn.today, language)
    return Screen.titled(_title(view.order, aim, language), "\n".join(lines), rows)


def _title(order: Order, aim: Aim, language: str) -> str:
    return say("telegram-date-title", language, reference=order.reference, what=field_label(aim.key, language))


def ask_date(turn: Turn, view: OrderView, aim: Aim) -> Outcome:
    """Open a calendar as a new message, which can also be answered in words."""
    screen = calendar_screen(turn, view, aim, turn.today.replace(day=1))
    return Outcome(send=screen, question=_question(view.order, aim))


def _question(order: Order, aim: Aim) -> Question:
    return Question("date", {"code": aim.code}, order.id)


def turned_into_calendar(turn: Turn, view: OrderView, aim: Aim, month: date) -> Outcome:
    """The pressed message becomes the calendar; a reply to it is read as a date as well."""
    return Outcome(edit=calendar_screen(turn, view, aim, month), question=_question(view.order, aim))


def typed(turn: Turn, view: OrderView, ask: Ask, text: str) -> Outcome:
    """A date in words, shown for confirmation. Raises `BadValue` when it is not clearly one date."""
    day = read_date(text, turn.today, turn.language)
    if day is None:
        raise BadValue("date", "not_a_date", text[:60])
    chosen = chose(turn, view, Aim.of(str(ask.data.get("code"))), day)
    return Outcome(send=chosen.send or chosen.edit, question=chosen.question)


def chose(turn: Turn, view: OrderView, aim: Aim, day: date) -> Outcome:
    """A day was chosen: ask why where a reason is due, else show it for confirmation. Raises `BadValue`."""
    old = next((t.date for t in view.tasks if t.key is aim.key), None)
    data: reasons.Data = {"key": str(aim.key), "day": day.isoformat(), "method": str(aim.method or "")}
    if aim.is_delay:
        if old is not None and day <= old:
            raise BadValue("date", "not_later", day.isoformat())
        return reasons.ask_why(turn, view.order, data | {"flow": "delay"})
    if aim.key is TaskKey.DELIVERY_SCHEDULE and old is not None and old != day:
        return reasons.ask_why(turn, view.order, data | {"flow": "delivery"})
    return Outcome(edit=confirm_screen(turn, view.order, Choice(aim, day, turn.room.clock())))


def confirm_screen(turn: Turn, order: Order, choice: Choice, trouble: ConfirmNeeded | None = None) -> Screen:
    """The date in words with Yes, another day, or never mind; warnings where it looks odd."""
    language, aim = turn.language, choice.aim
    words = say("telegram-confirm-date", language, value=_shown(choice, language))
    text = titled(_title(order, aim, language), words)
    if trouble is not None:
        text = text.followed_by("\n\n⚠️ ").followed_by(refusal_text(trouble, language))
    elif choice.day < turn.today:
        text = text.followed_by("\n\n⚠️ " + say("warning-past_date", language))
    other = Key(say("telegram-other-day", language), Button("cal", order.id, f"{aim.code}.{choice.day:%Y-%m}"))
    rows = ((key("confirm", order.id, language, choice.encode()),), (other, key("cancel_ask", order.id, language)))
    return Screen(text, rows)


async def confirmed(turn: Turn, actor: Actor, view: OrderView, choice: Choice) -> Outcome:
    """Save it; odd dates are shown once more with their warnings, an old confirmation asks again. Raises `Refusal`."""
    if not choice.is_fresh(turn.room.clock()):
        return _asked_again(turn, view.order, choice)
    try:
        await turn.do(_command(view.order, choice), actor)
    except ConfirmNeeded as trouble:
        sure = Choice(choice.aim, choice.day, turn.room.clock(), is_sure=True)
        return Outcome(edit=confirm_screen(turn, view.order, sure, trouble))
    except ReasonNeeded:
        method = str(choice.aim.method or "")
        task, day = str(choice.aim.key), choice.day.isoformat()
        data: reasons.Data = {"key": task, "day": day, "method": method, "flow": "delivery"}
        return reasons.ask_why(turn, view.order, data)
    return saved(turn, view.order, choice, actor)


def _asked_again(turn: Turn, order: Order, choice: Choice) -> Outcome:
    again = Choice(choice.aim, choice.day, turn.room.clock())
    toast = say("telegram-too-old", turn.language)
    return Outcome(toast=toast, alarming=True, edit=confirm_screen(turn, order, again))


def saved(turn: Turn, order: Order, choice: Choice, actor: Actor) -> Outcome:
    """What the dialog's message says when all is done."""
    language = turn.language
    what, value = field_label(choice.aim.key, language), _shown(choice, language)
    text = say("telegram-saved-date", language, reference=order.reference, what=what, day=value, name=actor.name)
    return Outcome(toast=say("telegram-saved", language), edit=Screen.of(text))


def _shown(choice: Choice, language: str) -> str:
    """The day, after the method of a delivery."""
    day, method = show_date(choice.day, language), choice.aim.method
    return f"{say(f'method-{method}', language)}, {day}" if method else day


def _command(order: Order, choice: Choice) -> SetDate | SetDelivery:
    aim = choice.aim
    if aim.method is not None:
        return SetDelivery(order.id, aim.method, choice.day, confirmed=choice.is_sure)
    return SetDate(order.id, aim.key, choice.day, confirmed=choice.is_sure)
