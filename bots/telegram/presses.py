"""Pressed buttons. Nothing in a button is trusted: who presses comes from the update, what is possible from the order.

The spinner is stopped first, with the result in it, then messages change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from telegram import CallbackQuery

from bots.buttons import Button, NotAButton
from bots.refusing import refusal_words
from bots.telegram.cards import Reader, card
from bots.telegram.dialogs import offers
from bots.telegram.dialogs.languages import ask_language, chose_language
from bots.telegram.dialogs.spots import ask_order, list_screen, spots_of, which_chat
from bots.telegram.filing import FILING_VERBS, press_filing
from bots.telegram.identity import Standing
from bots.telegram.labels import chat_name, who_reads
from bots.telegram.messages import route, waiting_asks
from bots.telegram.screen import Screen
from bots.telegram.turn import Again, Outcome, Turn
from bots.telegram.verbs import ORDER_VERBS, STAFF_VERBS, do_with_order, is_known_person, refuse_staff_verb
from bots.texts import say
from core.chats import Audience, Platform
from core.commands import (
    CloseAsk,
    DeleteMessage,
    PlatformMessage,
    RetryMessage,
    SendNow,
    SteerMessage,
    UndoLast,
    VouchMessage,
)
from core.orders import Offer, Order
from core.people import Actor
from core.ports import Store
from core.refusals import AlreadyDone, NotAllowed, Refusal, Stale, TooLate, UnknownThing, WrongStatus
from core.views import OrderView, order_view

_OFFER_VERBS = frozenset({"offer_accept", "offer_decline", "decline"})
_CLOSES_ITS_ASK = frozenset({"why", "confirm", "no_reference", "decline", "slip_make", "file_side"})


async def on_press(turn: Turn, query: CallbackQuery) -> None:
    """Do what the button says and show it. Raises `Again`, `StorageAway`; the spinner stops in any case."""
    answer = turn.room.replies.answer
    try:
        button = Button.decode(query.data or "")
        outcome = await _outcome(turn, button)
        if outcome.send is not None:
            await turn.first_time()
    except (NotAButton, ValueError):
        turn.then(partial(answer, query.id, say("telegram-old-button", turn.language), as_alert=True))
        return
    except Again:
        turn.then(partial(answer, query.id))
        raise
    except Refusal as refusal:
        words = refusal_words(refusal, turn.language)
        turn.then(partial(answer, query.id, words, as_alert=True))
        if isinstance(refusal, (WrongStatus, Stale, AlreadyDone, TooLate)):
            await _show_present_state(turn, button)
        return
    turn.then(partial(answer, query.id, outcome.toast, as_alert=outcome.alarming))
    await _close_ask(turn, button, outcome)
    _show(turn, outcome)


def _show(turn: Turn, outcome: Outcome) -> None:
    scene, replies, pressed = turn.scene, turn.room.replies, turn.pressed
    if pressed is not None and outcome.edit is not None:
        if outcome.question is not None and outcome.send is None:
            # Before the question can be seen, or a quick answer to it would not be understood.
            turn.then(partial(turn.note, outcome.question, pressed))
        turn.then(partial(replies.edit, scene.chat_id, pressed, outcome.edit))
    elif pressed is not None and outcome.strips:
        turn.then(partial(replies.strip, scene.chat_id, pressed))
    if outcome.send is not None:
        turn.say(outcome.send, outcome.question)


async def _close_ask(turn: Turn, button: Button, outcome: Outcome) -> None:
    ask = turn.scene.ask
    if ask is None or ask.answered_at is not None or button.verb not in _CLOSES_ITS_ASK:
        return
    if outcome.alarming:
        return
    await turn.room.dispatcher.dispatch(CloseAsk(ask.id), turn.scene.actor())


async def _show_present_state(turn: Turn, button: Button) -> None:
    """After a stale button: the pressed card brought up to date, or its dialog closed and the card shown."""
    if button.verb in _OFFER_VERBS and turn.pressed is not None:
        turn.then(partial(turn.room.replies.strip, turn.scene.chat_id, turn.pressed))
        return
    view = await turn.view(button.about) if button.verb in ORDER_VERBS else None
    if view is None or turn.pressed is None or view.order.partner_id not in turn.scene.partners:
        return
    place = turn.scene.place
    reader = Reader(turn.language, turn.scene.zone, is_group=not turn.scene.is_private)
    replies, chat = turn.room.replies, turn.scene.chat_id
    if place is not None and place.card == str(turn.pressed):
        turn.then(partial(replies.edit, chat, turn.pressed, card(view, place.audience, reader)))
        return
    turn.then(partial(replies.strip, chat, turn.pressed))
    if place is not None:
        turn.say(card(view, place.audience, reader))


async def _outcome(turn: Turn, button: Button) -> Outcome:  # noqa: C901 - a table, one row per verb
    if not is_known_person(turn.scene.actor()) or turn.scene.standing is not Standing.MEMBER:
        raise NotAllowed(button.verb)
    if button.verb in ORDER_VERBS:
        view = await _order_of(turn, button)
        return await do_with_order(turn, turn.scene.actor(view.order.partner_id), view, button)
    if button.verb in FILING_VERBS:
        return await press_filing(turn, button)
    if button.verb in STAFF_VERBS:
        refuse_staff_verb(button.verb)
    match button.verb:
        case "offer_accept" | "offer_decline" | "decline":
            return await _offer(turn, button)
        case "route":
            return await _route(turn, button)
        case "undo_in":
            return await _undo_in(turn, button)
        case "spots":
            screen = await _spots_page(turn, button)
            return Outcome(edit=screen)
        case "orders":
            return await _orders_page(turn, button)
        case "language":
            return await chose_language(turn, turn.scene.actor(), button.arg) if button.arg else ask_language(turn)
        case "cancel_ask":
            return await _never_mind(turn, button)
        case _:
            return await _message_verb(turn, button)


async def _order_of(turn: Turn, button: Button) -> OrderView:
    """The order, if it is one of the presser's own. Raises `UnknownThing` without saying whether it exists."""
    view = await turn.view(button.about)
    if view is None or view.order.partner_id not in turn.scene.partners:
        raise UnknownThing("order", "")
    return view


async def _offer(turn: Turn, button: Button) -> Outcome:
    def job(store: Store) -> tuple[Offer, Order] | None:
        offer = store.offers.get(button.about)
        order = store.orders.get(offer.order_id) if offer else None
        return (offer, order) if offer and order else None

    found = await turn.room.database.read(job)
    if found is None or found[0].partner_id not in turn.scene.partners:
        raise UnknownThing("offer", "")
    offer, order = found
    actor = turn.scene.actor(offer.partner_id)
    match button.verb:
        case "offer_accept":
            return await offers.accept(turn, actor, offer, order)
        case "offer_decline":
            return offers.ask_reason(turn, actor, offer, order)
        case _:
            return await offers.decline(turn, actor, offer, order, button.arg)


async def _route(turn: Turn, button: Button) -> Outcome:
    """The waiting message goes where its writer says. Raises `Stale` when nothing waits."""
    waiting = await waiting_asks(turn, int(button.arg))
    view = await _view_of_chat(turn, button.about)
    if view is None or view.order.partner_id not in turn.scene.partners:
        raise UnknownThing("chat", "")
    if not waiting:
        raise Stale(view.order.reference)
    await route(turn, button.about, int(button.arg))
    audience = next(chat.audience for chat in view.chats if chat.id == button.about)
    name = chat_name(view.order.reference, audience, turn.language)
    words = say("telegram-routed", turn.language, chat=name, readers=who_reads(audience, turn.language))
    return Outcome(toast=name, edit=Screen.of(words))


async def _view_of_chat(turn: Turn, chat_id: str) -> OrderView | None:
    def job(store: Store) -> OrderView | None:
        chat = store.chats.get(chat_id)
        view = order_view(store, chat.order_id) if chat else None
        return view if view is not None and any(c.id == chat_id for c in view.chats) else None

    return await turn.room.database.read(job)


async def _undo_in(turn: Turn, button: Button) -> Outcome:
    view = await _view_of_chat(turn, button.about)
    if view is None or view.order.partner_id not in turn.scene.partners:
        raise UnknownThing("chat", "")
    origin = PlatformMessage(Platform.TELEGRAM, str(turn.scene.chat_id), button.arg)
    await turn.do(UndoLast(origin, button.about), turn.scene.actor(view.order.partner_id))
    return Outcome(toast=say("telegram-undone", turn.language), edit=Screen.of(say("telegram-undone", turn.language)))


async def _spots_page(turn: Turn, button: Button) -> Screen:
    message_id, _, page = button.arg.partition(".")
    return which_chat(await spots_of(turn), button.about, int(message_id), int(page or 0), turn.language)


async def _orders_page(turn: Turn, button: Button) -> Outcome:
    verb, _, page = button.arg.partition(".")
    if not button.about:
        return await ask_order(turn, verb or "order")
    if button.about not in turn.scene.partners or not page:
        raise UnknownThing("partner", "")
    return Outcome(edit=await list_screen(turn, button.about, verb, int(page)))


async def _never_mind(turn: Turn, button: Button) -> Outcome:
    """A dialog is left: nothing changes. A message that waited for its chat is given up."""
    verb, _, message_id = button.arg.partition(".")
    if verb == "route" and message_id:
        for waiting in await waiting_asks(turn, int(message_id)):
            await turn.do(CloseAsk(waiting.id), turn.scene.actor())
        return Outcome(edit=Screen.of(say("telegram-not-sent", turn.language)))
    ask = turn.scene.ask
    if ask is not None and ask.answered_at is None:
        await turn.do(CloseAsk(ask.id), turn.scene.actor())
    return Outcome(edit=Screen.of(say("telegram-never-mind", turn.language)))


async def _message_verb(turn: Turn, button: Button) -> Outcome:
    """Retry, undo, send now, vouch, drop, steer: about one message. Raises `Refusal`."""
    partner_id = await _partner_of_message(turn, button.about)
    actor: Actor = turn.scene.actor(partner_id)
    commands: dict[str, Callable[[], RetryMessage | DeleteMessage | SendNow | VouchMessage | SteerMessage]] = {
        "retry": lambda: RetryMessage(button.about),
        "undo": lambda: DeleteMessage(button.about),
        "send_now": lambda: SendNow(button.about),
        "vouch": lambda: VouchMessage(button.about, let_through=True),
        "drop": lambda: VouchMessage(button.about, let_through=False),
        "steer_cutr": lambda: SteerMessage(button.about, Audience.CUTR_ONLY),
        "steer_customer": lambda: SteerMessage(button.about, Audience.WITH_CUSTOMER),
    }
    if button.verb not in commands:
        raise NotAButton(button.verb)
    if partner_id not in turn.scene.partners:
        raise UnknownThing("message", "")
    await turn.do(commands[button.verb](), actor)
    return Outcome(toast=say(f"telegram-done-{button.verb.replace('_', '-')}", turn.language), strips=True)


async def _partner_of_message(turn: Turn, message_id: str) -> str | None:
    def job(store: Store) -> str | None:
        message = store.messages.get(message_id)
        order = store.orders.get(message.order_id) if message else None
        return order.partner_id if order else None

    return await turn.room.database.read(job)
