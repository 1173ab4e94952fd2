"""Typed commands: found in the message, then led to the same verbs as the buttons. Linking is in linking.py."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from telegram import Message, MessageEntity

from bots.buttons import Button
from bots.refusing import refusal_text
from bots.telegram import linking
from bots.telegram.dialogs import packages
from bots.telegram.dialogs.languages import ask_language
from bots.telegram.dialogs.spots import ask_order, spots_of, which_chat
from bots.telegram.identity import Standing
from bots.telegram.menu import help_text, is_command
from bots.telegram.messages import origin_of
from bots.telegram.screen import Screen
from bots.telegram.turn import Outcome, Turn
from bots.telegram.verbs import do_with_order, is_known_person
from bots.texts import say
from core.commands import UndoLast
from core.people import Role
from core.ports import Store
from core.refusals import Refusal, UnknownOrder
from core.views import OrderView, order_view, view_by_reference

_ABOUT_AN_ORDER = frozenset({"order", "todo", "files", "slip", "ready", "delivered", "delay"})


@dataclass(frozen=True, slots=True)
class Typed:
    """A command with what follows it. `bot` is the name after @, in small letters."""

    name: str
    rest: str
    bot: str | None = None


def command_in(message: Message) -> Typed | None:
    """The command a message starts with, if it does."""
    text = message.text or ""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset != 0:
        return None
    word = message.parse_entity(first)
    name, _, bot = word.lstrip("/").partition("@")
    return Typed(name.lower(), text[len(word) :].strip(), bot.lower() or None)


async def on_command(turn: Turn, message: Message, typed: Typed) -> None:
    """Answer it; refusals are told. Raises `Again`, `StorageAway`."""
    own = turn.room.telegram.username
    if typed.bot is not None and own is not None and typed.bot != own.lower():
        return
    try:
        outcome = await _outcome(turn, message, typed)
    except Refusal as refusal:
        turn.say(Screen(refusal_text(refusal, turn.language)))
        return
    if outcome is not None:
        if turn.scene.standing is not Standing.STRANGER:
            await turn.first_time()
        turn.show(outcome)


async def _outcome(turn: Turn, message: Message, typed: Typed) -> Outcome | None:
    scene, language = turn.scene, turn.language
    if typed.name == "start" and typed.rest and scene.is_private:
        return await packages.scanned(turn, typed.rest) or await linking.link_member(turn, typed.rest)
    if typed.name == "link" and scene.standing is not Standing.ANONYMOUS:
        return await linking.link_group(turn, typed.rest)
    match scene.standing:
        case Standing.STRANGER:
            return Outcome(toast=say("telegram-stranger", language)) if scene.is_private else None
        case Standing.ANONYMOUS:
            concerns_us = scene.group_partner is not None or typed.name == "link"
            return Outcome(toast=say("telegram-anonymous", language)) if concerns_us else None
        case Standing.GUEST:
            key = "telegram-guest-help" if typed.name == "help" else "telegram-guest-verbs"
            return Outcome(toast=say(key, language))
        case _:
            return await _members(turn, message, typed)


async def _members(turn: Turn, message: Message, typed: Typed) -> Outcome:
    language = turn.language
    match typed.name:
        case "undo":
            return await _undo(turn, message)
        case "language":
            return ask_language(turn)
        case "orders":
            return await ask_order(turn, "order")
        case "help" | "start":
            if turn.scene.is_private:
                turn.then(partial(turn.room.replies.menu, turn.scene.user_id, "private", language))
            return Outcome(toast=f"{say('telegram-help', language)}\n\n{help_text(turn.scene.actor(), language)}")
        case name if name in _ABOUT_AN_ORDER:
            return await _with_order(turn, typed)
        case name:
            key = "telegram-unknown-command" if not is_command(name) else "telegram-help"
            return Outcome(toast=say(key, language))


async def _with_order(turn: Turn, typed: Typed) -> Outcome:
    """In a topic the order is known; with a reference it is named; else the person is asked."""
    reference = typed.rest.split()[0] if typed.rest else ""
    order_id = None if reference else turn.scene.order_id
    if not reference and order_id is None:
        return await ask_order(turn, typed.name)

    def job(store: Store) -> OrderView | None:
        return view_by_reference(store, reference) if reference else order_view(store, order_id or "")

    view = await turn.room.database.read(job)
    if view is None or view.order.partner_id not in turn.scene.partners:
        raise UnknownOrder(reference)
    actor = turn.scene.actor(view.order.partner_id)
    return await do_with_order(turn, actor, view, Button(typed.name, view.order.id))


async def _undo(turn: Turn, message: Message) -> Outcome:
    """Take back the newest message in this topic, the answered one, or the newest of all in a private chat."""
    scene = turn.scene
    if scene.place is None and not scene.is_private:
        spots = await spots_of(turn)
        return Outcome(send=which_chat(spots, "undo_in", message.message_id, 0, turn.language))
    await turn.do(UndoLast(origin_of(message)), scene.actor(scene.place.partner_id if scene.place else None))
    return Outcome(toast=say("telegram-undone", turn.language))


def may_answer(turn: Turn) -> bool:
    """Whether this person's reply to a question counts as its answer."""
    return is_known_person(turn.scene.actor()) and turn.scene.actor().role is not Role.GUEST
