"""A partner's words about money or delay, on their way to the customer: nothing leaves until the writer was asked.

The message is kept in the meantime (`HELD`); staff see after an hour that it waits. Which words make the bot ask is
`core.money_words`.
"""

from __future__ import annotations

from core import commands as c
from core import events as e
from core.chats import Audience, Chat, Message, MessageState, Place
from core.handlers.copies import excerpt, send_out, warn_staff
from core.handlers.corrections import refile
from core.handlers.filing import take_from_chat
from core.handlers.spots import partner_places
from core.orders import Order
from core.people import Role
from core.permissions import Action, demand
from core.refusals import ClosedChat, NotAllowed, Stale, UnknownThing
from core.timeline import Deadline, DeadlineState
from core.work import Work


def steer(work: Work, command: c.SteerMessage) -> Message:
    """Let held words go where the writer says. Raises `UnknownThing`, `NotAllowed`, `Stale`, `ClosedChat`."""
    message = work.store.messages.lock(command.message_id)
    if message is None:
        raise UnknownThing("message", command.message_id)
    order = work.order(message.order_id)
    demand(work.actor, Action.STEER_MESSAGE, order)
    if message.guest or (work.actor.role is Role.COLLABORATOR and work.actor.id != message.author_id):
        raise NotAllowed(Action.STEER_MESSAGE)
    if message.state is not MessageState.HELD:
        raise Stale(order.reference)
    for deadline in work.store.deadlines.find(subject=message.id, state=DeadlineState.OPEN):
        deadline.state = DeadlineState.CANCELLED
        work.store.deadlines.save(deadline)
    if command.audience is Audience.WITH_CUSTOMER:
        return _to_customer(work, order, message)
    return _to_cutr(work, order, message)


def _to_customer(work: Work, order: Order, message: Message) -> Message:
    chat = work.store.chats.get(message.chat_id)
    if chat is None or chat.closed_at is not None:
        raise ClosedChat(order.reference)
    message.state = MessageState.LIVE
    work.store.messages.save(message)
    work.tell(e.MessageChanged(order, message.id, "let_through"))
    origin = work.store.places.get(message.origin_place_id or "")
    send_out(work, message, chat, origin)
    if origin is not None:
        _take_files(work, order, message, origin)
    return message


def _to_cutr(work: Work, order: Order, message: Message) -> Message:
    chat = _cutr_only(work, order)
    moved = refile(work, message, chat, "")
    places = partner_places(work, order)
    if places:
        # Filed as what was sent there: the customer sees nothing of it.
        _take_files(work, order, message, places[0])
    return moved


def _cutr_only(work: Work, order: Order) -> Chat:
    found = work.store.chats.find(order_id=order.id, epoch=order.epoch, audience=Audience.CUTR_ONLY, closed_at=None)
    if not found:
        raise ClosedChat(order.reference)
    return found[0]


def _take_files(work: Work, order: Order, message: Message, place: Place) -> None:
    for copy in work.store.copies.find(message_id=message.id, origin=True) if message.attachments else []:
        files = [message.attachments[copy.part - 1]] if message.album else message.attachments
        origin = c.PlatformMessage(copy.platform, copy.channel, copy.external_id, place.thread)
        taken = c.RelayMessage(origin, message.body, message.sent_at, tuple(files), message.album)
        take_from_chat(work, order, place, taken)


def waited(work: Work, deadline: Deadline) -> Deadline:
    """An hour has gone by: staff learn that words wait for their writer."""
    message = work.store.messages.get(deadline.subject)
    order = work.store.orders.get(message.order_id) if message else None
    waits = message is not None and order is not None and message.state is MessageState.HELD and order.is_open
    deadline.state = DeadlineState.FIRED if waits else DeadlineState.CANCELLED
    deadline.fired_at = work.now
    work.store.deadlines.save(deadline)
    if waits and message is not None:
        warn_staff(work, "words_waiting", f"{message.author_name}: {excerpt(message)}", order)
    return deadline
