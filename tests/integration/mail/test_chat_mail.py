"""The mail about the chat, through a true SMTP server: whose words, under which name, and nothing when all is read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bots.customer.letters import letter_for
from bots.customer.mail import MailSender
from bots.texts import LANGUAGES, say
from core.chats import Attachment, Audience, MediaKind, Message, Platform
from core.notices import ChatMail
from core.parcels import Parcel, Unread
from core.people import Partner, Party
from core.richtext import RichText
from sandbox.clock import SandboxClock
from sandbox.ledger import Ledger
from sandbox.mail import MailSandbox
from tests.integration.mail.parcels import AT, KLANT, LINK, a_parcel, link_of
from tests.support.samples import a_message

HOUTBOUW = Partner("pa1", "Houtbouw BV")
PHOTO = Attachment(MediaKind.PHOTO, Platform.TELEGRAM, "f", "u", "a.jpg")


def said(text: str, party: Party = Party.PARTNER, **more: Any) -> Unread:
    message = a_message(body=RichText.of(text), party=party, audience=Audience.WITH_CUSTOMER, sent_at=AT, **more)
    return Unread(message, HOUTBOUW if party is Party.PARTNER else None)


def a_chat_mail(*unread: Unread, more: int = 0, language: str = "en", hidden: str = "") -> Parcel:
    parcel = a_parcel(ChatMail("A-1", "or1", "Table", tuple(one.message.id for one in unread), more))
    parcel.unread, parcel.language = list(unread), language
    assert parcel.view is not None
    parcel.view.order.aliases = bool(hidden)
    return parcel


@pytest.fixture
async def box() -> AsyncIterator[MailSandbox]:
    sandbox = MailSandbox(SandboxClock(), Ledger(SandboxClock()))
    yield sandbox
    await sandbox.stop()


async def test_it_arrives_in_both_forms_with_the_link(box: MailSandbox) -> None:
    sender = MailSender(f"smtp://127.0.0.1:{await box.start()}", "Cutr <orders@cutr.example>", link_of)
    parcel = a_chat_mail(said("The oak is in", attachments=[PHOTO]), said("On <b>Friday</b>\n\nOr later", Party.STAFF))
    first, again = await sender.send(parcel), await sender.send(parcel)
    assert first.external_ids == again.external_ids == ("<po-1@cutr.example>",)
    mail = box.to(KLANT)[0]
    html = mail.message.get_body(("html",))
    assert html is not None
    for shown in (mail.body, html.get_content()):
        assert shown.index("Jan · Houtbouw BV") < shown.index("The oak is in") < shown.index("Jan · Cutr")
        assert "Thu 31 Jan 2030, 14:30" in shown
        assert "(one file, on your order" in shown
        assert f"{LINK}-or1" in shown
    assert "On <b>Friday</b>\n\nOr later" in mail.body
    assert "<b>Friday</b>" not in html.get_content()
    assert LINK not in (first.words or "")


async def test_nothing_is_sent_when_nothing_is_left_to_read(box: MailSandbox) -> None:
    sender = MailSender(f"smtp://127.0.0.1:{await box.start()}", "Cutr <orders@cutr.example>", link_of)
    sent = await sender.send(a_chat_mail())
    assert (sent.external_ids, sent.words) == ((), None)
    assert box.to(KLANT) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_aliases_nobody_at_the_workshop_is_named(language: str) -> None:
    letter = letter_for(a_chat_mail(said("Call 06-12345678"), language=language, hidden="yes"), link_of)
    for shown in (letter.text, letter.html, letter.words):
        assert say("alias-workshop", language) in shown
        assert say("alias-contact-withheld", language) in shown
        for secret in ("Jan ·", "Houtbouw", "12345678"):
            assert secret not in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("more", [1, 3, 12])
def test_what_does_not_fit_is_counted(language: str, more: int) -> None:
    letter = letter_for(a_chat_mail(said("one"), more=more, language=language), link_of)
    assert say("mail-chat-mail-more", language, count=more) in letter.text


def test_long_words_are_cut_and_the_page_has_the_rest() -> None:
    letter = letter_for(a_chat_mail(said("x" * 5000)), link_of)
    assert "x" * 2000 + "…" in letter.text
    assert "x" * 2001 not in letter.text


def test_words_are_never_taken_for_markup_of_ours() -> None:
    message: Message = replace(said("*not bold* { $title }").message, author_name="*J*")
    letter = letter_for(a_chat_mail(Unread(message, HOUTBOUW)), link_of)
    assert "*not bold* { $title }" in letter.text
    assert "*J* · Houtbouw BV" in letter.text
