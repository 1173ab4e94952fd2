"""What a dossier says, in words: first page, timeline, chats, slips, for Cutr or for the customer.

The customer reads steps and dates, but neither reasons nor who at the workshop did what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bots.showing import show_date, show_instant
from bots.texts import knows, say
from core.chats import Audience, Chat, Message, MessageState
from core.file_views import FileView
from core.files import SlipVersion
from core.timeline import Entry
from core.views import OrderView
from storage.documents.dossier_facts import ChatPart, DossierWords, Happening, Said, SlipLine

STEPS: Final = frozenset({
    "order_created", "delivery_date_changed", "milestone_changed", "mark_ready", "mark_delivered", "feedback_recorded",
    "approve",
})  # fmt: skip
"""What of the timeline the customer has been told anyway."""
ALL, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


@dataclass(frozen=True, slots=True)
class DossierBook:
    """Everything about one order; `partners` gives names by id."""

    view: OrderView
    entries: list[Entry]
    chats: list[tuple[Chat, list[Message]]]
    files: list[FileView]
    slips: list[SlipVersion]
    partners: dict[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """When it was printed, and a dossier's fixed words."""

    printed: str
    fixed: DossierWords


def words_of(_book: DossierBook, now: datetime) -> Words:
    """The words, as of now."""
    names = DossierWords.__dataclass_fields__
    return Words(show_instant(now), DossierWords(**{name: say(f"dossier-{name}") for name in names}))


def first_page(book: DossierBook, reader: Audience) -> Sequence[tuple[str, str]]:
    """Pairs of label and value; the customer's mail and the price are for Cutr."""
    order, view = book.view.order, book.view
    day = order.requested_delivery_date
    shared = [
        (say("dossier-status"), say(f"status-{order.status}")),
        (say("dossier-customer"), view.customer.name),
        (say("dossier-address"), " · ".join((order.delivery_address or "–").splitlines())),
        (say("dossier-delivery"), show_date(day) if day else "–"),
    ]
    if reader is SHARED:
        return shared
    price = f"{order.price} {order.currency or ''}".strip() if order.price else "–"
    return [
        *shared,
        (say("dossier-partner"), view.partner.name if view.partner else "–"),
        (say("dossier-mail"), view.customer.email),
        (say("dossier-price"), price),
    ]


def happenings(book: DossierBook, reader: Audience) -> list[Happening]:
    """The timeline's lines for this reader."""
    lines = [entry for entry in book.entries if reader is ALL or entry.event in STEPS]
    return [_happening(book, entry, reader) for entry in lines]


def _happening(book: DossierBook, entry: Entry, reader: Audience) -> Happening:
    audience = SHARED if entry.event in STEPS else ALL
    what = say(f"event-{entry.event}") if knows(f"event-{entry.event}") else say("event-other")
    if reader is SHARED:
        return Happening(show_instant(entry.effective_at), "", what, _plan(entry), "", audience)
    change = " → ".join(filter(None, (_told(book, entry.old), _told(book, entry.new))))
    change = " · ".join(filter(None, (change, entry.reason or "")))
    return Happening(show_instant(entry.at), entry.actor_name, what, change, entry.chain, audience)


def _plan(entry: Entry) -> str:
    """The date that a milestone or the delivery has now."""
    new = entry.new if isinstance(entry.new, dict) else {}
    told = [str(new[key]) for key in ("label", "date") if new.get(key)]
    return " ".join(told) if entry.event in {"milestone_changed", "delivery_date_changed"} else ""


def _told(book: DossierBook, value: object) -> str:
    match value:
        case None | "" | False:
            return ""
        case dict():
            return ", ".join(f"{key}: {_told(book, one)}" for key, one in value.items() if one not in (None, ""))
        case list() | tuple():
            return ", ".join(_told(book, one) for one in value)
        case _:
            return book.partners.get(str(value), str(value))


def chat_parts(book: DossierBook, reader: Audience) -> list[ChatPart]:
    """The chats, each whole and by itself; the customer gets theirs, without what was taken back."""
    return [
        ChatPart(
            say(f"dossier-chat-{chat.audience}"),
            say(f"dossier-readers-{chat.audience}"),
            chat.audience,
            [_said(one) for one in sorted(messages, key=lambda one: (one.sent_at, one.recorded_at))
             if reader is ALL or one.state is MessageState.LIVE],
        )
        for chat, messages in book.chats
        if reader is ALL or chat.audience is SHARED
    ]  # fmt: skip


def _said(message: Message) -> Said:
    edited = say("dossier-edited") if message.edited_at else ""
    mark = say(f"dossier-{message.state}") if message.state is not MessageState.LIVE else edited
    files = [one.name or one.kind.value for one in message.attachments]
    return Said(show_instant(message.sent_at), message.author_name, message.body.plain(), mark, files)


def slip_lines(book: DossierBook) -> list[SlipLine]:
    """Every slip that was made, and which one counts."""
    return [
        SlipLine(
            slip.version, show_instant(slip.made_at), str(slip.packages),
            say("dossier-outdated" if slip.outdated_at else "dossier-current"),
        )
        for slip in book.slips
    ]  # fmt: skip
