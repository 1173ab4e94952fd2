"""Replies to the bot's own questions: read as the answer, relayed to nobody."""

from __future__ import annotations

from telegram import Message

from bots.refusing import refusal_text
from bots.telegram.dialogs import dates, handed, offers, parts, reasons, slips, todos
from bots.telegram.dialogs.handed import FILE_ASKS, carries_files
from bots.telegram.filing import file_of
from bots.telegram.identity import Standing
from bots.telegram.messages import on_message, relay_of
from bots.telegram.screen import Screen
from bots.telegram.turn import Outcome, Turn
from bots.texts import say
from core.chats import Ask, Audience
from core.commands import CloseAsk
from core.orders import Offer
from core.people import Actor
from core.ports import Store
from core.refusals import NotAllowed, Refusal, Stale, UnknownThing
from core.views import OrderView

_ENDS = frozenset({"invoice", "decline", "milestone_no", "reason", "reason_words", "remedy", "slip", "part"})


async def on_answer(turn: Turn, message: Message, ask: Ask) -> None:
    """Take the answer; refusals are told and the question stays open. Raises `Again`, `StorageAway`."""
    if ask.kind == "revise" and ask.answered_at is not None and carries_files(message):
        # The other items of an album whose first was the new version: they go where photos go.
        await on_message(turn, message)
        return
    try:
        if turn.scene.standing is not Standing.MEMBER:
            raise NotAllowed("answer")
        view = await _view(turn, ask)
        actor = turn.scene.actor(_partner_id(view))
        outcome = await _taken(turn, actor, view, ask, message)
        await turn.first_time()
    except Refusal as refusal:
        turn.say(Screen(refusal_text(refusal, turn.language)))
        return
    if ask.kind in _ENDS:
        await turn.room.dispatcher.dispatch(CloseAsk(ask.id), actor)
    turn.show(outcome)


async def _view(turn: Turn, ask: Ask) -> OrderView:
    """The question's order. Raises `UnknownThing`, and `Stale` for a question answered before."""
    view = await turn.view(ask.order_id or "")
    if view is None:
        raise UnknownThing("order", "")
    if ask.answered_at is not None and ask.kind not in FILE_ASKS:
        raise Stale(view.order.reference)
    return view


def _partner_id(view: OrderView) -> str | None:
    return view.order.partner_id


async def _taken(turn: Turn, actor: Actor, view: OrderView, ask: Ask, message: Message) -> Outcome:
    if ask.kind in FILE_ASKS:
        _demand_own(turn, view)
        return await handed.taken(turn, actor, view, ask, message)
    text = (message.text or message.caption or "").strip()
    if not text:
        return Outcome(send=Screen.of(say("telegram-answer-in-words", turn.language)))
    return await _in_words(turn, actor, view, ask, (message, text))


async def _in_words(turn: Turn, actor: Actor, view: OrderView, ask: Ask, said: tuple[Message, str]) -> Outcome:
    message, text = said
    if ask.kind == "decline":
        return await _declined(turn, view, ask, text)
    _demand_own(turn, view)
    match ask.kind:
        case "slip":
            return await slips.typed(turn, actor, view, text[:200])
        case "part":
            return await _part_named(turn, actor, view, ask, text)
        case "date":
            return dates.typed(turn, view, ask, text)
        case "reason" | "reason_words":
            return reasons.take_reason(turn, view.order, ask, text[:1000])
        case "remedy":
            return reasons.take_remedy(turn, view.order, ask, text[:1000])
        case "invoice":
            done = await todos.set_invoice(turn, actor, view, text)
            return Outcome(send=done.edit)
        case "milestone_no":
            return await _told_cutr(turn, actor, view, message)
        case _:
            return Outcome(send=Screen.of(say("telegram-press-a-button", turn.language)))


def _demand_own(turn: Turn, view: OrderView) -> None:
    if view.order.partner_id not in turn.scene.partners:
        raise UnknownThing("order", "")


async def _part_named(turn: Turn, actor: Actor, view: OrderView, ask: Ask, text: str) -> Outcome:
    found = await file_of(turn, str(ask.data.get("file")))
    if found is None:
        raise Stale(view.order.reference)
    return await parts.typed(turn, actor, found[0], view, text)


async def _declined(turn: Turn, view: OrderView, ask: Ask, text: str) -> Outcome:
    offer_id = str(ask.data.get("offer", ""))

    def job(store: Store) -> Offer | None:
        return store.offers.get(offer_id)

    offer = await turn.room.database.read(job)
    if offer is None or offer.partner_id not in turn.scene.partners:
        raise UnknownThing("offer", "")
    done = await offers.typed(turn, turn.scene.actor(offer.partner_id), offer, view.order, ask, text)
    return Outcome(send=done.edit)


async def _told_cutr(turn: Turn, actor: Actor, view: OrderView, message: Message) -> Outcome:
    """Take "can not make it" to the Cutr-only chat, in the partner's own words."""
    chat = next((chat for chat in view.chats if chat.audience is Audience.CUTR_ONLY), None)
    if chat is None:
        raise Stale(view.order.reference)
    await turn.do(relay_of(message, chat.id), actor)
    return Outcome(send=Screen.of(say("telegram-told-cutr", turn.language)))
