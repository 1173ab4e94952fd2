"""The answer to a check-in, in one tap: yes, later, or "not yet", which leads on to reporting the delay."""

from __future__ import annotations

from bots.checks import NotAnAnswer, read_answer
from bots.telegram.dialogs import dates
from bots.telegram.dialogs.codes import Aim
from bots.telegram.screen import Screen
from bots.telegram.turn import Outcome, Turn
from bots.texts import say
from core.check_ins import DELAYS, CheckInAnswer
from core.commands import AnswerCheckIn
from core.people import Actor
from core.refusals import Stale
from core.views import OrderView


async def answered(turn: Turn, actor: Actor, view: OrderView, arg: str) -> Outcome:
    """Write it down and thank; for "not yet" ask for the new date. Raises `Refusal`."""
    order, language = view.order, turn.language
    try:
        key, day, answer = read_answer(arg)
    except NotAnAnswer:
        raise Stale(order.reference) from None
    await turn.do(AnswerCheckIn(order.id, key, day, answer), actor)
    words = say(f"answer-{answer}", language)
    done = say("telegram-check-in-done", language, reference=order.reference, what=say(f"check-in-{key}", language),
               answer=words, name=actor.name)  # fmt: skip
    if answer is not CheckInAnswer.NOT_YET:
        return Outcome(toast=say("telegram-check-in-thanks", language), edit=Screen.of(done))
    opened = dates.ask_date(turn, view, Aim(DELAYS[key], is_delay=True))
    return Outcome(toast=words, edit=Screen.of(done), send=opened.send, question=opened.question)
