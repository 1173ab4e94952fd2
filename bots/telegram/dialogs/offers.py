"""Answering an offer: Accept, or Decline with one of the four reasons; "another reason" may be said in words."""

from __future__ import annotations

from bots.buttons import Button
from bots.telegram.labels import key
from bots.telegram.screen import Key, Screen, stacked
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Ask
from core.commands import AnswerOffer
from core.orders import DeclineReason, Offer, OfferState, Order
from core.people import Actor
from core.permissions import Action, demand
from core.refusals import AlreadyDone, NotYourOrder, Stale, TooLate


def _mine(turn: Turn, actor: Actor, offer: Offer) -> None:
    demand(actor, Action.ANSWER_OFFER)
    if offer.partner_id != actor.partner_id:
        raise NotYourOrder
    if offer.answered_at is not None:
        raise AlreadyDone(f"offer_{offer.state}", offer.answered_by or "", offer.answered_at)
    if turn.room.clock() >= offer.answer_until or offer.state is OfferState.EXPIRED:
        raise TooLate("offer", offer.answer_until)
    if offer.state is not OfferState.OPEN:
        raise TooLate("offer_gone", turn.room.clock())


async def accept(turn: Turn, actor: Actor, offer: Offer, order: Order) -> Outcome:
    """Take it. Raises `Refusal`."""
    await turn.do(AnswerOffer(offer.id), actor)
    words = say("telegram-offer-accepted", turn.language, reference=order.reference, name=actor.name)
    return Outcome(toast=say("telegram-saved", turn.language), strips=True, send=Screen.of(words))


def ask_reason(turn: Turn, actor: Actor, offer: Offer, order: Order) -> Outcome:
    """Why not? Raises `NotAllowed`, `NotYourOrder`, `AlreadyDone`, `TooLate`."""
    _mine(turn, actor, offer)
    language = turn.language
    keys = [key("decline", offer.id, language, reason) for reason in DeclineReason]
    rows = (*stacked(keys), (key("cancel_ask", "", language),))
    text = say("telegram-decline-why", language)
    return Outcome(send=Screen.titled(_title(order, language), text, rows))


async def decline(turn: Turn, actor: Actor, offer: Offer, order: Order, arg: str) -> Outcome:
    """Decline, or ask for words first when it is another reason. Raises `Refusal`."""
    language = turn.language
    if arg == DeclineReason.OTHER:
        _mine(turn, actor, offer)
        silent = Key(say("telegram-decline-silent", language), Button("decline", offer.id, "silent"))
        screen = Screen.titled(_title(order, language), say("telegram-decline-words", language), ((silent,),))
        return Outcome(strips=True, send=screen, question=Question("decline", {"offer": offer.id}, order.id))
    if arg == "silent":
        return await _declined(turn, actor, offer, order, DeclineReason.OTHER, None)
    if arg not in set(DeclineReason):
        raise Stale(order.reference)
    return await _declined(turn, actor, offer, order, DeclineReason(arg), None)


async def typed(turn: Turn, actor: Actor, offer: Offer, order: Order, ask: Ask, text: str) -> Outcome:
    """Another reason, in words. Raises `Refusal`."""
    del ask
    return await _declined(turn, actor, offer, order, DeclineReason.OTHER, text)


async def _declined(
    turn: Turn, actor: Actor, offer: Offer, order: Order, reason: DeclineReason, note: str | None
) -> Outcome:
    await turn.do(AnswerOffer(offer.id, reason, note), actor)
    language = turn.language
    words = say("telegram-offer-declined", language, reference=order.reference, name=actor.name,
                reason=note or say(f"decline-{reason}", language))  # fmt: skip
    return Outcome(toast=say("telegram-saved", language), edit=Screen.of(words))


def _title(order: Order, language: str) -> str:
    return say("telegram-offer-title", language, reference=order.reference, title=order.title)
