"""What people write: routed to its chat, kept, and queued for every other place of that chat.

The chat is never guessed (decision 4): a place, an answered message or the person's own choice decides, else
`UnclearTarget`. What became of the copies is in `core.handlers.delivery`, taking back and moving in
`core.handlers.corrections`.
"""

from __future__ import annotations

from core import commands as c
from core import events as e
from core import notices as n
from core.chats import Audience, Chat, Copy, Message, MessageState, Place, PlaceState
from core.handlers import ladder
from core.handlers.copies import ALBUM_PAUSE, excerpt, send_out
from core.handlers.customer import note_presence
from core.handlers.filing import take_from_chat
from core.handlers.spots import admins, held_postings, post, say_all, staff_places
from core.handlers.targets import find_copy, target_of
from core.money_words import speaks_of_money
from core.orders import Order, Status
from core.outbox import PostingState, Priority
from core.outbox_kinds import DELIVER, EDIT
from core.people import PARTNER_ROLES, Role
from core.permissions import Action, demand, demand_own
from core.refusals import ClosedChat, NotAllowed, UnknownThing
from core.timeline import DeadlineKind
from core.work import Work


def relay(work: Work, command: c.RelayMessage) -> Message | None:
    """Keep the message and queue its copies. Raises `UnclearTarget`, `NotAllowed`, `NotYourOrder`, `ClosedChat`."""
    known = find_copy(work, command.origin.platform, command.origin.channel, command.origin.external_id)
    if known is not None and known.message_id is not None:
        # A second press on "which chat?", or the same message once more: it is where it was put first.
        return work.store.messages.get(known.message_id)
    chat, place, answered = target_of(work, command)
    order = work.store.orders.get(chat.order_id)
    assert order is not None, "the schema keeps a chat's order"
    _may_write(work, order, chat)
    if command.album:
        joined = _join_album(work, chat, place, command)
        if joined is not None:
            if joined.state is MessageState.LIVE:
                take_from_chat(work, order, place, command)
            return joined
    message = work.store.messages.add(Message(
        id=work.house.new_id(), chat_id=chat.id, order_id=order.id, audience=chat.audience, party=work.actor.party,
        author_id=work.actor.id, author_name=work.actor.name, body=command.body, sent_at=command.sent_at,
        recorded_at=work.now, origin_place_id=place.id, attachments=list(command.attachments),
        reply_to_id=answered.message_id if answered and _same_chat(work, answered, chat) else None,
        album=command.album, guest=work.actor.role is Role.GUEST,
        state=MessageState.HELD if _needs_vouch(work, chat) or _asks_first(work, chat, command) else MessageState.LIVE,
    ))  # fmt: skip
    remember_origin(work, message, place, command.origin)
    note_presence(work, order)
    if message.state is MessageState.HELD:
        _ask(work, order, message, place)
        return message
    send_out(work, message, chat, place)
    take_from_chat(work, order, place, command)
    return message


def _same_chat(work: Work, answered: Copy, chat: Chat) -> bool:
    """Answers never carry words from one chat into the other (invariant I20)."""
    message = work.store.messages.get(answered.message_id) if answered.message_id else None
    return message is not None and message.chat_id == chat.id


def _may_write(work: Work, order: Order, chat: Chat) -> None:
    shared = chat.audience is Audience.WITH_CUSTOMER
    demand(work.actor, Action.WRITE_WITH_CUSTOMER if shared else Action.WRITE_CUTR_ONLY)
    demand_own(work.actor, order)
    if order.status is Status.CANCELLED:
        raise ClosedChat(order.reference)


def _needs_vouch(work: Work, chat: Chat) -> bool:
    return work.actor.role is Role.GUEST and chat.audience is Audience.WITH_CUSTOMER


def _asks_first(work: Work, chat: Chat, command: c.RelayMessage) -> bool:
    """Whether a partner is about to speak of money before the customer (domain.md 4)."""
    shared = chat.audience is Audience.WITH_CUSTOMER and work.actor.role in PARTNER_ROLES
    return shared and speaks_of_money(command.body.plain())


def _ask(work: Work, order: Order, message: Message, place: Place) -> None:
    """Have somebody decide over held words: others over a guest's, the writer over their own."""
    if message.guest:
        _ask_for_vouch(work, order, message)
        return
    say_all(work, [place], n.MoneyQuestion(order.reference, order.id, message.id, excerpt(message)), order)
    ladder.set_deadline(work, DeadlineKind.WORDS_WAITING, message.id, order.epoch, work.now + ladder.STAFF_HEAR_AFTER)


def _ask_for_vouch(work: Work, order: Order, message: Message) -> None:
    notice = n.GuestHeld(order.reference, message.id, message.author_name, excerpt(message))
    places = staff_places(work, order)
    if order.partner_id:
        places = [*places, *admins(work, work.partner(order.partner_id))]
    say_all(work, places, notice, order)


def remember_origin(work: Work, message: Message, place: Place, origin: c.PlatformMessage) -> None:
    """Put what the author typed on the message map."""
    work.store.copies.add(Copy(
        work.house.new_id(), message.id, place.id, origin.platform, origin.channel, origin.external_id,
        part=len(message.attachments) if message.album else 0, origin=True,
    ))  # fmt: skip


def _join_album(work: Work, chat: Chat, place: Place, command: c.RelayMessage) -> Message | None:
    """Add an item to its album while that has not gone out; late items make a message of their own."""
    for message in reversed(work.store.messages.find(chat_id=chat.id, album=command.album, author_id=work.actor.id)):
        postings = held_postings(work, frozenset(PostingState), message_id=message.id, kind=DELIVER)
        if any(p.state is not PostingState.QUEUED or p.attempts for p in postings):
            return None
        message.attachments = [*message.attachments, *command.attachments]
        if message.body.is_blank():
            message.body = command.body
        work.store.messages.save(message)
        remember_origin(work, message, place, command.origin)
        for posting in postings:
            posting.not_before = max(posting.not_before, work.now + ALBUM_PAUSE)
            work.store.outbox.save(posting)
        return message
    return None


def edit(work: Work, command: c.EditMessage) -> Message | None:
    """The author changed the words: queued copies carry the new ones, sent ones are edited. None: no change.

    Raises `NotAllowed` for a guest in the customer's chat: others vouched for the words as they were.
    """
    copy = find_copy(work, command.origin.platform, command.origin.channel, command.origin.external_id)
    message = work.store.messages.lock(copy.message_id) if copy and copy.message_id and copy.origin else None
    if message is None or message.state is MessageState.RETRACTED or message.author_id != work.actor.id:
        return None
    if message.edited_at is not None and command.edited_at < message.edited_at:
        return None
    old, new = message.body.plain(), command.body.plain()
    if message.body == command.body:
        return None
    _may_edit(work, message)
    message.body, message.edited_at, message.revision = command.body, command.edited_at, message.revision + 1
    work.store.messages.save(message)
    for place_id in dict.fromkeys(
        p.place_id
        for p in work.store.outbox.find(message_id=message.id, kind=DELIVER)
        if p.state in {PostingState.SENT, PostingState.SENDING, PostingState.UNKNOWN}
    ):
        place = work.store.places.get(place_id)
        if place is not None and place.state is PlaceState.OPEN:
            post(
                work,
                place,
                EDIT,
                audience=message.audience,
                priority=Priority.WORDS,
                message_id=message.id,
                order_id=message.order_id,
                only_newest=f"edit:{message.id}:{place.id}",
                position=command.edited_at,
            )
    order = work.store.orders.get(message.order_id)
    if order is not None:
        work.tell(e.MessageChanged(order, message.id, "edited", old, new))
    return message


def _may_edit(work: Work, message: Message) -> None:
    """As for writing there. Raises `NotAllowed`, `NotYourOrder`, `ClosedChat`."""
    order, chat = work.order(message.order_id), work.store.chats.get(message.chat_id)
    assert chat is not None, "the schema keeps a message's chat"
    _may_write(work, order, chat)
    if chat.closed_at is not None:
        raise ClosedChat(order.reference)
    if _needs_vouch(work, chat):
        raise NotAllowed("edit_message")


def vouch(work: Work, command: c.VouchMessage) -> Message:
    """Let a guest's words through to the customer's chat, or drop them. Raises `UnknownThing`, `NotAllowed`."""
    message = work.store.messages.lock(command.message_id)
    if message is None:
        raise UnknownThing("message", command.message_id)
    order = work.order(message.order_id)
    demand(work.actor, Action.VOUCH, order)
    if work.actor.id == message.author_id:
        raise NotAllowed(Action.VOUCH)
    if message.state is not MessageState.HELD:
        return message
    message.state = MessageState.LIVE if command.let_through else MessageState.RETRACTED
    work.store.messages.save(message)
    work.tell(e.MessageChanged(order, message.id, "let_through" if command.let_through else "dropped"))
    chat = work.store.chats.get(message.chat_id)
    origin = work.store.places.get(message.origin_place_id or "")
    if command.let_through and chat is not None:
        send_out(work, message, chat, origin)
    return message
