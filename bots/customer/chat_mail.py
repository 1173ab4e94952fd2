"""What a mail about the chat says: each message under its author's name, as the order's page would show it."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from bots.aliases import author_for_customer, without_contacts
from bots.showing import show_instant
from bots.texts import say
from bots.wording import compose
from core.chats import Message
from core.parcels import Parcel, Unread
from core.richtext import RichText

LONGEST: Final = 2000
"""Signs of one message; the page has the rest."""


def chat_words(parcel: Parcel, head: RichText, more: int) -> RichText:
    """The mail's body: `head`, the messages oldest first, and how many `more` stand on the page."""
    body = head
    for one in parcel.unread:
        body = body.followed_by("\n\n").followed_by(_said(parcel, one))
    if more:
        body = body.followed_by("\n\n").followed_by(say("mail-chat-mail-more", parcel.language, count=more))
    return body


def _said(parcel: Parcel, one: Unread) -> RichText:
    assert parcel.view is not None, "a chat's mail is about an order"
    order, language = parcel.view.order, parcel.language
    message = without_contacts(one.message, order, language)
    name = author_for_customer(message, one.partner, order, language)
    at = show_instant(message.sent_at, language, ZoneInfo(parcel.zone))
    return (
        compose("mail-chat-mail-line", {"name": name, "at": at}, language)
        .followed_by("\n")
        .followed_by(_words(message, language))
    )


def _words(message: Message, language: str) -> RichText:
    """The words, cut where they are long, and how many files came with them. Blank lines would part paragraphs."""
    body = message.body.part(0, LONGEST)
    if len(message.body.plain()) > LONGEST:
        body = body.followed_by("…")
    if message.attachments:
        files = say("mail-chat-mail-files", language, count=len(message.attachments))
        body = body.followed_by("" if body.is_blank() else "\n").followed_by(files)
    return body
