"""The desk a handler works at: the store, the instant, who asks, and the events it tells.

One `Work` lives as long as one transaction. It reads no clock and makes no identifier by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.events import Event
from core.orders import Order
from core.people import Actor, Partner
from core.permissions import demand_own
from core.ports import House, Store
from core.refusals import UnknownOrder, UnknownThing


@dataclass(slots=True)
class Work:
    """What a handler may use. `source` is the receipt's key and stands in the timeline."""

    store: Store
    house: House
    actor: Actor
    now: datetime
    source: str | None = None
    events: list[Event] = field(default_factory=list)

    def tell(self, event: Event) -> None:
        """Something has happened; the timeline and the notices follow when the handler is done."""
        self.events.append(event)

    def order(self, order_id: str) -> Order:
        """The order, locked. Raises `UnknownOrder`, or `NotYourOrder` for people of another partner."""
        order = self.store.orders.lock(order_id)
        if order is None:
            raise UnknownOrder(order_id)
        demand_own(self.actor, order)
        return order

    def partner(self, partner_id: str) -> Partner:
        """The partner. Raises `UnknownThing`."""
        partner = self.store.partners.get(partner_id)
        if partner is None:
            raise UnknownThing("partner", partner_id)
        return partner

    def zone_of(self, order: Order) -> ZoneInfo:
        """The time zone of the order's partner, or the staff's where there is none."""
        partner = self.store.partners.get(order.partner_id) if order.partner_id else None
        return ZoneInfo(partner.time_zone if partner else self.house.staff_zone)

    def today(self, order: Order) -> date:
        """The calendar day at the order's partner."""
        return self.now.astimezone(self.zone_of(order)).date()

    def is_holiday_in(self, zone: ZoneInfo) -> HolidayTest:
        """The holiday test of a zone, as `core.worktime` wants it."""
        return HolidayTest(self.house, zone.key)


@dataclass(frozen=True, slots=True)
class HolidayTest:
    """Says of a day whether nobody works."""

    house: House
    zone: str

    def __call__(self, day: date) -> bool:
        return self.house.is_holiday(day, self.zone)
