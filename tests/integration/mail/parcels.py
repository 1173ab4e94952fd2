"""Parcels that go to a mailbox, for the mail tests."""

from __future__ import annotations

from datetime import UTC, datetime

from core.chats import Audience, Place, PlaceKind, Platform
from core.notices import CustomerLink, Notice
from core.orders import Order
from core.outbox import Posting, Priority
from core.parcels import Parcel
from core.people import Customer, Party
from core.views import OrderView

AT = datetime(2030, 1, 31, 13, 30, tzinfo=UTC)
KLANT = "klant@example.org"
LINK = "https://orders.example/c/secret-token"


def link_of(order: Order) -> str:
    return f"{LINK}-{order.id}"


def a_parcel(notice: Notice | None = None, to: str = KLANT, party: Party = Party.CUSTOMER) -> Parcel:
    said = notice or CustomerLink("A-1", "or1", "Table", "Zoë Müller")
    audience = Audience.WITH_CUSTOMER if party is Party.CUSTOMER else Audience.CUTR_ONLY
    place = Place("pl", Platform.MAIL, PlaceKind.MAILBOX, party, audience, to)
    posting = Posting(
        "po-1", type(said).__name__, place.id, place.id, place.lane, audience, party, Priority.NOTICE, 1, AT, AT
    )
    view = OrderView(Order("or1", "A-1", "Table", "cu", AT), Customer("cu", "Zoë", to), None)
    return Parcel(posting, place, view, notice=said)
