"""Taking back, sending at once, sending again, and re-filing messages."""

from __future__ import annotations

from core import commands as c
from core import events as e
from core.chats import Chat, Message, MessageState, PlaceState
from core.handlers.copies import deliver_to, mark, send_out
from core.handlers.fields import prose
from core.handlers.spots import held_postings, mend, post
from core.handlers.targets import find_copy
from core.handlers.unsending import take_back_files
from core.orders import Status
from core.outbox import Posting, PostingState, Priority
from core.outbox_kinds import DELIVER, RETRACT
from core.people import Party
from core.permissions import Action, demand
from core.refusals import ClosedChat, NoCustomerChat, NotAllowed, UnclearTarget, UnknownThing, WrongStatus
from core.work import Work

QUEUED = frozenset({PostingState.QUEUED})
ARRIVED = frozenset({PostingState.SENT, PostingState.SENDING, PostingState.UNKNOWN})


def _message(work: Work, message_id: str) -> Message:
    message = work.store.messages.lock(message_id)
    if message is None:
        raise UnknownThing("message", message_id)
    work.order(message.order_id)
    return message


def delete(work: Work, command: c.DeleteMessage) -> Message | None:
    """Take a message back: its author or Cutr may. None for what we never relayed. Raises `NotAllowed`."""
    message_id = command.message_id
    if message_id is None and command.origin is not None:
        origin = command.origin
        copy = find_copy(work, origin.platform, origin.channel, origin.external_id)
        message_id = copy.message_id if copy and copy.origin else None
    if message_id is None:
        return None
    message = _message(work, message_id)
    if message.author_id != work.actor.id and not (work.actor.is_cutr and message.party is Party.STAFF):
        raise NotAllowed("delete_message")
    if message.state is not MessageState.RETRACTED:
        _retract(work, message, "deleted")
    return message


def _retract(work: Work, message: Message, what: str, moved_to: str | None = None) -> None:
    message.state, message.moved_to_id = MessageState.RETRACTED, moved_to
    work.store.messages.save(message)
    for posting in held_postings(work, frozenset(PostingState), message_id=message.id, kind=DELIVER):
        place = work.store.places.get(posting.place_id)
        if posting.state in ARRIVED and place is not None and place.state is PlaceState.OPEN:
            post(
                work,
                place,
                RETRACT,
                audience=message.audience,
                priority=Priority.WORDS,
                message_id=message.id,
                order_id=message.order_id,
                only_newest=f"retract:{message.id}:{place.id}",
            )
        elif posting.state in {PostingState.QUEUED, PostingState.FAILED}:
            posting.state = PostingState.CANCELLED
            work.store.outbox.save(posting)
    take_back_files(work, message, what)
    order = work.store.orders.get(message.order_id)
    if order is not None:
        work.tell(e.MessageChanged(order, message.id, what, message.body.plain(), moved_to))


def undo_last(work: Work, command: c.UndoLast) -> Message:
    """The asker's newest message here. Raises `UnclearTarget` without a place, `UnknownThing` without a message."""
    origin = command.origin
    if origin.reply_to is not None:
        copy = find_copy(work, origin.platform, origin.channel, origin.reply_to)
        mine = work.store.messages.get(copy.message_id) if copy and copy.message_id else None
        candidates = [mine] if mine and mine.author_id == work.actor.id else []
    else:
        candidates = _own_messages(work, command)
    live = [m for m in candidates if m.state is not MessageState.RETRACTED]
    if not live:
        raise UnknownThing("own_message", "")
    # Telegram counts in whole seconds: of two in the same one, what came in later was written later.
    newest = max(live, key=lambda message: (message.sent_at, message.recorded_at))
    _retract(work, newest, "undone")
    return newest


def _own_messages(work: Work, command: c.UndoLast) -> list[Message]:
    origin, chat_id = command.origin, command.chat_id
    if chat_id is None and origin.thread is not None:
        found = work.store.places.find(platform=origin.platform, channel=origin.channel, thread=origin.thread)
        chat_id = found[0].chat_id if found else None
    if chat_id is not None:
        return work.store.messages.find(chat_id=chat_id, author_id=work.actor.id)
    if origin.thread is not None:
        raise UnclearTarget
    # In a private chat without topics the newest of all they wrote there is the one just written.
    here = {place.id for place in work.store.places.find(platform=origin.platform, channel=origin.channel)}
    return [m for m in work.store.messages.find(author_id=work.actor.id) if m.origin_place_id in here]


def send_now(work: Work, command: c.SendNow) -> Message:
    """End the ten seconds."""
    message = _message(work, command.message_id)
    _demand_author(work, message, "send_now")
    for posting in held_postings(work, QUEUED, message_id=message.id, kind=DELIVER):
        posting.not_before = work.now
        work.store.outbox.save(posting)
    return message


def _demand_author(work: Work, message: Message, action: str) -> None:
    """The author or Cutr. Raises `NotAllowed`."""
    if message.author_id != work.actor.id and not work.actor.is_cutr:
        raise NotAllowed(action)


def retry(work: Work, command: c.RetryMessage) -> Message:
    """Queue what failed again; broken places are mended, and places that never got it get it now."""
    message = _message(work, command.message_id)
    _demand_author(work, message, "retry")
    if message.state is not MessageState.LIVE:
        raise UnknownThing("message", message.id)
    order = work.order(message.order_id)
    if order.status is Status.CANCELLED:
        raise ClosedChat(order.reference)
    sends = held_postings(work, frozenset(PostingState), message_id=message.id, kind=DELIVER)
    postings = {posting.place_id: posting for posting in sends}
    for place in work.store.places.find(chat_id=message.chat_id):
        if place.id == message.origin_place_id or place.state is PlaceState.CLOSED:
            continue
        if place.state is PlaceState.BROKEN:
            mend(work, place)
        posting = postings.get(place.id)
        if posting is None:
            deliver_to(work, message, place, work.now)
        elif posting.state is PostingState.FAILED:
            send_again(work, posting)
    origin = work.store.places.get(message.origin_place_id or "")
    if origin is not None:
        mark(work, message, origin, "on_its_way")
    return message


def send_again(work: Work, posting: Posting) -> None:
    """Queue a copy anew that has failed, with all its attempts before it."""
    posting.state, posting.attempts, posting.error = PostingState.QUEUED, 0, None
    posting.not_before = posting.created_at = work.now
    work.store.outbox.save(posting)


def move(work: Work, command: c.MoveMessage) -> Message:
    """Re-file a message; the wrong chat's copies are taken back. Raises `NoCustomerChat`, `WrongStatus`."""
    demand(work.actor, Action.MOVE_MESSAGE)
    message = _message(work, command.message_id)
    if message.state is MessageState.RETRACTED:
        raise UnknownThing("message", message.id)
    chat = _chat_of(work, command)
    if chat.id == message.chat_id:
        raise WrongStatus("", "here", "move")
    return refile(work, message, chat, prose("reason", command.reason, 1000))


def refile(work: Work, message: Message, chat: Chat, reason: str) -> Message:
    """Put the words into another chat, and take them out of where they were."""
    moved = work.store.messages.add(Message(
        id=work.house.new_id(), chat_id=chat.id, order_id=chat.order_id, audience=chat.audience,
        party=message.party, author_id=message.author_id, author_name=message.author_name, body=message.body,
        sent_at=message.sent_at, recorded_at=work.now, attachments=list(message.attachments), guest=message.guest,
    ))  # fmt: skip
    _retract(work, message, "moved", moved.id)
    send_out(work, moved, chat, None)
    target = work.store.orders.get(chat.order_id)
    if target is not None:
        work.tell(e.MessageChanged(target, moved.id, "moved_here", message.id, None, reason or None))
    return moved


def _chat_of(work: Work, command: c.MoveMessage) -> Chat:
    order = work.order(command.order_id)
    found = work.store.chats.find(order_id=order.id, epoch=order.epoch, audience=command.audience, closed_at=None)
    if not order.is_open or order.partner_id is None:
        raise WrongStatus(order.reference, order.status, "move")
    if not found:
        raise NoCustomerChat(order.reference)
    return found[0]
