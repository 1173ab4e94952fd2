"""What a digest mail tells of messages and notices that could not be brought to Telegram: one paragraph each. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from bots.speech import words
from bots.texts import say
from core import notices as n
from core.chats import Message
from core.notice_data import from_data
from core.orders import Order
from core.parcels import Parcel
from core.people import Party

LINE = 500


def missed_lines(parcel: Parcel, notice: n.MissedMail) -> str:
    """People's words first, then notices; what was taken back meanwhile is not there any more."""
    return "\n\n".join([*_messages(parcel), *_notices(parcel, notice)])


def is_empty(parcel: Parcel, notice: n.MissedMail) -> bool:
    """Whether nothing is left to tell."""
    return not parcel.missed and not notice.lines


def _messages(parcel: Parcel) -> Iterator[str]:
    for order, message in parcel.missed:
        said = " ".join(message.body.plain().split())
        said = said if len(said) <= LINE else said[: LINE - 1] + "…"
        files = f" 📎 {len(message.attachments)}" if message.attachments else ""
        chat = say(f"chat-{message.audience}", parcel.language)
        yield f"{order.reference} · {chat} · {_author(order, message, parcel.language)}:\n{said}{files}"


def _author(order: Order, message: Message, language: str) -> str:
    """The customer's own name only where the partner may know it."""
    if message.party is Party.CUSTOMER and order.aliases:
        return say("role-customer", language)
    return message.author_name


def _notices(parcel: Parcel, notice: n.MissedMail) -> Iterator[str]:
    for line in notice.lines:
        stored = json.loads(line)
        missed = from_data(str(stored["kind"]), dict(stored["data"]))
        if isinstance(missed, n.OfferSent):
            # A price is for admins' eyes; the office reads this.
            missed = replace(missed, price="", currency="")
        yield words(missed, parcel.language, ZoneInfo(parcel.zone)).plain()
