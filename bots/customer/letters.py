"""What a mail says: subject, plain text and HTML, made of a notice. How it is sent is in `bots.customer.mail`.

Only mails to the customer carry the link to the order's page, and nothing that is Cutr only is ever put into one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bots.customer.chat_mail import chat_words
from bots.customer.missed import is_empty, missed_lines
from bots.outgoing import SendRefused
from bots.speech import fields_of
from bots.texts import knows, say
from bots.wording import compose, kebab
from core.characters import one_line
from core.chats import Audience
from core.notices import ChatMail, MissedMail, Notice
from core.orders import Order
from core.parcels import Parcel
from core.people import Party
from core.richtext import RichText

SUBJECT_LIMIT: Final = 150
CustomerUrl = Callable[[Order], str]

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's content. `words` is what is kept for the record: without the link, which is a secret."""

    subject: str
    text: str
    html: str
    words: str


def letter_for(parcel: Parcel, customer_url: CustomerUrl) -> Letter:
    """The letter for a parcel that goes to a mailbox.

    Raises `SendRefused` for anything that has no mail of its own, and for what the reader may not see.
    """
    notice = parcel.notice
    if notice is None or not knows(_key(notice, "subject")):
        raise SendRefused("not_a_mail")
    if parcel.place.party is Party.CUSTOMER and notice.audience is not Audience.WITH_CUSTOMER:
        raise SendRefused("wrong_audience")
    shown = fields_of(notice, parcel.language, ZoneInfo(parcel.zone))
    if isinstance(notice, MissedMail):
        if is_empty(parcel, notice):
            raise SendRefused("nothing_to_say")
        shown["lines"] = missed_lines(parcel, notice)
    if isinstance(notice, ChatMail):
        shown["count"] = len(parcel.unread) + notice.more
    subject = one_line(compose(_key(notice, "subject"), shown, parcel.language).plain())[:SUBJECT_LIMIT]
    body = compose(_key(notice, "body"), shown, parcel.language)
    if isinstance(notice, ChatMail):
        body = chat_words(parcel, body, notice.more)
    footer = _footer(notice, parcel.language)
    link = _link(parcel, notice, customer_url)
    words = f"{subject}\n\n{body.plain()}"
    return Letter(
        subject,
        _text(body, link, footer, parcel.language),
        _html(subject, body, link, footer, parcel.language),
        words,
    )


def _footer(notice: Notice, language: str) -> str:
    if not notice.reference:
        return say("mail-footer-general", language)
    return compose("mail-footer", {"reference": notice.reference}, language).plain()


def _key(notice: Notice, part: str) -> str:
    return f"mail-{kebab(type(notice).__name__)}-{part}"


def _link(parcel: Parcel, notice: Notice, customer_url: CustomerUrl) -> str | None:
    if parcel.place.party is not Party.CUSTOMER:
        return None
    if parcel.view is None or parcel.view.order.id != getattr(notice, "order_id", None):
        raise SendRefused("no_order")
    return customer_url(parcel.view.order)


def _text(body: RichText, link: str | None, footer: str, language: str) -> str:
    parts = [body.plain()]
    if link:
        parts += [f"{say('mail-open-page', language)}:\n{link}", say("mail-link-is-personal", language)]
    return "\n\n".join([*parts, f"-- \n{footer}"]) + "\n"


def _html(subject: str, body: RichText, link: str | None, footer: str, language: str) -> str:
    return _TEMPLATES.get_template("mail.html").render(
        language=language,
        subject=subject,
        paragraphs=list(paragraphs(body)),
        link=link,
        open_page=say("mail-open-page", language),
        link_is_personal=say("mail-link-is-personal", language),
        footer=footer,
    )


def paragraphs(text: RichText) -> Iterator[RichText]:
    """The text's paragraphs, as blank lines part them."""
    start = 0
    for piece in text.plain().split("\n\n"):
        if piece.strip():
            yield text.part(start, start + len(piece))
        start += len(piece) + 2
