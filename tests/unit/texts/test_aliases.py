"""What partner and customer may not learn of each other where the order says so, and what workshops write all day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.aliases import author_for_customer, customer_for_partner, without_contacts
from bots.texts import LANGUAGES, say
from core.chats import Attachment, MediaKind, Platform
from core.orders import Order
from core.people import Partner, Party
from core.richtext import RichText, Span, Style
from tests.support.samples import NOON, a_message

PLAIN = Order("o1", "K-1", "Table", "cu1", NOON)
HIDDEN = replace(PLAIN, aliases=True)
WITHHELD = "[contact withheld]"


def shown(words: str, order: Order | None = HIDDEN, party: Party = Party.PARTNER) -> str:
    return without_contacts(a_message(body=RichText.of(words), party=party), order, "en").body.plain()


@pytest.mark.parametrize(
    "contact",
    [
        "+31 6 1234 5678", "06-12345678", "(06) 1234 5678", "0031612345678", "+48 512 345 678", "+49 (0)30 123456",
        "jan@houtbouw.example", "jan.de+work@mail.houtbouw.co.uk", "@jan_houtbouw", "https://t.me/janhout",
        "wa.me/31612345678",
    ],
)  # fmt: skip
def test_contacts_do_not_cross(contact: str) -> None:
    words = shown(f"reach me: {contact} or write")
    assert words.replace("(", "") == f"reach me: {WITHHELD} or write"


@pytest.mark.parametrize(
    "words",
    [
        "panels of 2400 1200 18", "2400 x 1200 x 18 mm", "on 01-02-2030", "on 01-02-2030 14:30", "2030-02-01",
        "part 0815", "600 400 300 250 200", "room 12 @ 3 o'clock", "0.5 mm", "RAL 9010",
    ],
)  # fmt: skip
def test_what_workshops_write_all_day_does(words: str) -> None:
    assert shown(words) == words


def test_without_aliases_and_from_staff_everything_crosses() -> None:
    assert shown("call 06-12345678", PLAIN) == "call 06-12345678"
    assert shown("call 020-1234567", HIDDEN, Party.STAFF) == "call 020-1234567"


def test_an_unknown_order_tells_nothing() -> None:
    assert shown("call 06-12345678", None) == f"call {WITHHELD}"
    assert customer_for_partner("Carla", None, "en") == "Customer"


def test_the_look_of_the_words_stays() -> None:
    body = RichText((Span("bold 06-12345678", frozenset({Style.BOLD})), Span(" and plain")))
    kept = without_contacts(a_message(body=body), HIDDEN, "en").body
    assert kept.plain() == f"bold {WITHHELD} and plain"
    assert kept.spans[0].styles == frozenset({Style.BOLD})


@pytest.mark.parametrize(
    "card",
    [
        Attachment(MediaKind.CONTACT, Platform.TELEGRAM, detail="Jan, +31612345678"),
        Attachment(MediaKind.LOCATION, Platform.TELEGRAM, detail="52.1, 4.3"),
        Attachment(MediaKind.DOCUMENT, Platform.TELEGRAM, "f", "u", "jan.VCF", "application/octet-stream"),
        Attachment(MediaKind.DOCUMENT, Platform.TELEGRAM, "f", "u", "jan", "text/vcard"),
    ],
)
def test_a_card_is_named_as_withheld(card: Attachment) -> None:
    photo = Attachment(MediaKind.PHOTO, Platform.TELEGRAM, "f1", "u1", "a.jpg")
    kept = without_contacts(a_message(body=RichText.of("here"), attachments=[card, photo]), HIDDEN, "en")
    assert (kept.body.plain(), kept.attachments) == (f"here\n{WITHHELD}", [photo])


@pytest.mark.parametrize("language", LANGUAGES)
def test_names(language: str) -> None:
    jan = a_message()
    houtbouw = Partner("p1", "Houtbouw BV")
    assert author_for_customer(jan, houtbouw, PLAIN, language) == "Jan · Houtbouw BV"
    assert author_for_customer(jan, houtbouw, HIDDEN, language) == say("alias-workshop", language)
    assert author_for_customer(a_message(party=Party.STAFF), None, HIDDEN, language) == "Jan · Cutr"
    assert customer_for_partner("Carla", PLAIN, language) == "Carla"
    assert customer_for_partner("Carla", HIDDEN, language) == say("alias-customer", language)
