"""Which chat somebody's words are for: by the place they stand in, the message they answer, or the person's choice.

Nothing is guessed (decision 4): what names no chat is `UnclearTarget`, what names one that is over is `ClosedChat`.
"""

from __future__ import annotations

from core import commands as c
from core.chats import Chat, Copy, Place, PlaceKind, PlaceState, Platform
from core.refusals import ClosedChat, UnclearTarget
from core.work import Work


def target_of(work: Work, command: c.RelayMessage) -> tuple[Place, Copy | None]:
    """The place the words were written in, and the copy they answer. Raises `UnclearTarget`, `ClosedChat`."""
    origin = command.origin
    answered = find_copy(work, origin.platform, origin.channel, origin.reply_to) if origin.reply_to else None
    if command.chat_id is not None:
        chosen = work.store.places.find(chat_id=command.chat_id, platform=origin.platform, channel=origin.channel)
        chosen = [place for place in chosen if place.state is not PlaceState.CLOSED]
        if not chosen:
            raise UnclearTarget
        return chosen[0], answered
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
    return found[0], answered


def _refuse_closed(work: Work, place: Place) -> None:
    """The thread is known, but its order went elsewhere: no guess where the words should go instead."""
    order = work.store.orders.get(place.order_id) if place.order_id else None
    if order is not None:
        raise ClosedChat(order.reference)


def find_copy(work: Work, platform: Platform, channel: str, external_id: str) -> Copy | None:
    """The copy with this platform id: the message map backwards."""
    found = work.store.copies.find(platform=platform, channel=channel, external_id=external_id)
    return found[0] if found else None


def chat_of(work: Work, place: Place) -> Chat:
    """The chat of a place. Raises `UnclearTarget` for one that is over."""
    chat = work.store.chats.get(place.chat_id or "")
    if chat is None or chat.closed_at is not None:
        raise UnclearTarget
    return chat
