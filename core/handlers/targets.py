"""Which chat somebody's words are for: by the place they stand in, the message they answer, or the person's choice.

Nothing is guessed (decision 4): what names no chat is `UnclearTarget`, what names one that is over is `ClosedChat`.
"""

from __future__ import annotations

from typing import NamedTuple

from core import commands as c
from core.chats import Audience, Chat, Copy, Place, PlaceKind, PlaceState, Platform
from core.handlers.customer import page_chat, page_place
from core.handlers.spots import known_place
from core.people import Party
from core.permissions import Action, demand
from core.refusals import ClosedChat, UnclearTarget
from core.work import Work


class Target(NamedTuple):
    """The chat that words are for, the place they stand in, and the copy they answer."""

    chat: Chat
    place: Place
    answered: Copy | None


def target_of(work: Work, command: c.RelayMessage) -> Target:
    """Where the words belong. Raises `UnclearTarget`, `ClosedChat`."""
    origin = command.origin
    if origin.platform is Platform.PAGE:
        return _page_target(work, command)
    answered = find_copy(work, origin.platform, origin.channel, origin.reply_to) if origin.reply_to else None
    if command.chat_id is not None:
        return Target(_open_chat(work, command.chat_id), _chosen_place(work, command), answered)
    if origin.thread is not None:
        here = work.store.places.find(platform=origin.platform, channel=origin.channel, thread=origin.thread)
        found = [place for place in here if place.state is not PlaceState.CLOSED]
        if here and not found:
            _refuse_closed(work, here[0])
    else:
        found = [place] if answered and (place := work.store.places.get(answered.place_id)) else []
        found = [place for place in found if place.chat_id and place.kind is PlaceKind.PRIVATE]
    if not found or found[0].chat_id is None or found[0].state is PlaceState.CLOSED:
        raise UnclearTarget
    return Target(_open_chat(work, found[0].chat_id), found[0], answered)


def _page_target(work: Work, command: c.RelayMessage) -> Target:
    """A page belongs to one order and its customer, who has one chat there.

    Raises `NotAllowed`, `NotYourOrder`, `NoCustomerChat`.
    """
    demand(work.actor, Action.LOOK_AT_PAGE)
    order = work.order(command.origin.channel)
    chat, origin = page_chat(work, order), command.origin
    # The page names what is answered by our own id.
    answered = work.store.copies.find(message_id=origin.reply_to) if origin.reply_to else []
    return Target(chat, page_place(work, order), answered[0] if answered else None)


def _chosen_place(work: Work, command: c.RelayMessage) -> Place:
    """Where words stand whose author chose the chat: in a spot of that chat, or outside of it.

    From outside (the group's General, a private chat beside the group) the chat's own topic gets a copy too.
    """
    origin = command.origin
    found = work.store.places.find(chat_id=command.chat_id, platform=origin.platform, channel=origin.channel)
    for place in found:
        if place.state is not PlaceState.CLOSED and place.thread == origin.thread:
            return place
    return known_place(work, Place(
        id=f"outside-{origin.platform}-{origin.channel}", platform=origin.platform, kind=PlaceKind.DIRECT,
        party=Party.PARTNER, audience=Audience.CUTR_ONLY, channel=origin.channel, partner_id=work.actor.partner_id,
    ))  # fmt: skip


def _refuse_closed(work: Work, place: Place) -> None:
    """The thread is known, but its order went elsewhere: no guess where the words should go instead."""
    order = work.store.orders.get(place.order_id) if place.order_id else None
    if order is not None:
        raise ClosedChat(order.reference)


def find_copy(work: Work, platform: Platform, channel: str, external_id: str) -> Copy | None:
    """The copy with this platform id: the message map backwards."""
    found = work.store.copies.find(platform=platform, channel=channel, external_id=external_id)
    return found[0] if found else None


def _open_chat(work: Work, chat_id: str) -> Chat:
    chat = work.store.chats.get(chat_id)
    if chat is None or chat.closed_at is not None:
        raise UnclearTarget
    return chat
