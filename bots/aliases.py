"""Partner and customer as the other one sees them where an order says that neither learns who the other is.

Staff always see names and the original words. Contact cards, addresses and telephone numbers do not cross; a line of
ours stands in their place (reliability.md T30).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bots.texts import say
from core.chats import Attachment, MediaKind, Message
from core.orders import Order
from core.people import Partner, Party
from core.richtext import RichText

# A telephone number begins with 0 or +: sizes in millimetres, which workshops write all day, do not.
MAIL_ADDRESS: Final = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
TELEPHONE: Final = r"(?<![\w/.,:-])(?:\+|0)\(?\d(?:[ ()./-]{0,2}\d){7,14}(?![\w/-])"
HANDLE: Final = r"(?<![\w@/])@[A-Za-z]\w{3,31}"
CONTACT: Final = re.compile(f"{MAIL_ADDRESS}|{TELEPHONE}|{HANDLE}|(?:https?://)?(?:t|wa)\\.me/\\S+")
DATE: Final = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}")
CARDS: Final = frozenset({"text/vcard", "text/x-vcard", "text/directory"})


def author_for_customer(message: Message, partner: Partner | None, order: Order, language: str) -> str:
    """Whose words these are, as the customer reads it: `Anna · Cutr`, `Jan · Houtbouw BV`, or `Your workshop`."""
    if message.party is Party.STAFF:
        return f"{message.author_name} · Cutr"
    if message.party is Party.CUSTOMER:
        return message.author_name
    if order.aliases:
        return say("alias-workshop", language)
    return f"{message.author_name} · {partner.name}" if partner is not None else message.author_name


def customer_for_partner(name: str, order: Order | None, language: str) -> str:
    """The customer as the partner reads it: by name, or as `Customer`. An unknown order tells no name."""
    return name if order is not None and not order.aliases else say("alias-customer", language)


def without_contacts(message: Message, order: Order | None, language: str) -> Message:
    """The message without what would tell partner and customer how to reach each other; others' words as they are."""
    if order is not None and not order.aliases:
        return message
    if message.party is Party.STAFF:
        return message
    withheld = say("alias-contact-withheld", language)
    kept = [one for one in message.attachments if not _is_card(one)]
    body = _masked(message.body, withheld)
    if len(kept) < len(message.attachments):
        body = body.followed_by("" if body.is_blank() else "\n").followed_by(withheld)
    return replace(message, body=body, attachments=kept)


def words_without_contacts(text: str, order: Order, language: str) -> str:
    """The same for words that stand beside a file or a date."""
    return _masked(RichText.of(text), say("alias-contact-withheld", language)).plain() if order.aliases else text


def _is_card(one: Attachment) -> bool:
    """A location tells where a workshop or a customer is as surely as a card does."""
    return one.kind in {MediaKind.CONTACT, MediaKind.LOCATION} or one.mime in CARDS or one.name.lower().endswith(".vcf")


def _masked(text: RichText, withheld: str) -> RichText:
    plain, at, kept = text.plain(), 0, RichText(())
    for found in CONTACT.finditer(plain):
        if DATE.search(found[0]):
            continue
        kept = kept.followed_by(text.part(at, found.start())).followed_by(withheld)
        at = found.end()
    return kept.followed_by(text.part(at, len(plain))) if at else text
