"""Packing slips and dossiers from what the core knows: facts gathered, words chosen, drawn by `storage.documents`.

Nothing is decided here about who may have them; the customer's dossier is cut down by `for_customer` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bots.aliases import customer_for_partner
from bots.showing import show_date, show_instant
from bots.texts import say
from core.files import SlipVersion
from core.orders import TaskKey
from core.views import OrderView
from storage.documents import Package, PackageKind, Part, SlipFacts, SlipWords, packing_slip

SLIP_WORDS: Final = tuple(SlipWords.__dataclass_fields__)


def slip_pdf(view: OrderView, slip: SlipVersion, bot_name: str, now: datetime) -> bytes:
    """The PDF of one version: the list, then a label per package. Takes a while. Raises `MissingGlyph`."""
    return packing_slip(slip_facts(view, slip, bot_name, now))


def slip_facts(view: OrderView, slip: SlipVersion, bot_name: str, now: datetime) -> SlipFacts:
    """What stands on the slip, in the workshop's language and zone; `bot_name` is where its QR codes lead."""
    partner, order = view.partner, view.order
    language = partner.language if partner else "en"
    zone = ZoneInfo(partner.time_zone) if partner else ZoneInfo("Europe/Amsterdam")
    method, day = delivery_told(view, language)
    customer = customer_for_partner(view.customer.name, order, language)
    link = f"https://t.me/{bot_name}?start=p-{order.id}-"
    kinds = [PackageKind.BOX] * slip.boxes + [PackageKind.PALLET] * slip.pallets
    return SlipFacts(
        reference=order.reference,
        title=order.title,
        # The slip goes from the one to the other: with aliases neither finds the other's name on it.
        partner="Cutr" if order.aliases else partner.name if partner else "",
        customer=customer,
        address=order.delivery_address or "",
        contact=customer,
        delivery_date=day,
        delivery_method=method,
        parts=[part_of(one) for one in order.parts],
        packages=[Package(kind, f"{link}{number}") for number, kind in enumerate(kinds, start=1)],
        version=slip.version,
        printed=show_instant(now, language, zone),
        words=SlipWords(**{name: say(f"slip-{name}", language) for name in SLIP_WORDS}),
    )


def delivery_told(view: OrderView, language: str) -> tuple[str, str]:
    """How and when the goods come, in words; the customer's own wish where the partner has not said."""
    task = next((it for it in view.tasks if it.key is TaskKey.DELIVERY_SCHEDULE), None)
    value = task.value if task is not None and isinstance(task.value, dict) else {}
    method = str(value.get("method") or "")
    day = (task.date if task is not None and value else None) or view.order.requested_delivery_date
    told = say(f"page-method-{method}", language) if method else say("slip-open", language)
    return told, show_date(day, language) if day else say("slip-open", language)


def part_of(told: Mapping[str, object]) -> Part:
    """A line of the part list as Cutr's platform gave it: whatever is neither name nor number becomes the note."""
    low = {str(key).lower(): value for key, value in told.items()}
    name = _first(low, "name", "title", "part", "description")
    quantity = _first(low, "quantity", "count", "qty", "amount", "number")
    note = " · ".join(f"{key}: {value}" for key, value in low.items() if value not in {None, ""} and _is_plain(value))
    return Part(name or note, quantity or "1", note if name else "")


def _first(low: dict[str, object], *names: str) -> str:
    found = next((name for name in names if low.get(name) not in {None, ""} and _is_plain(low.get(name))), None)
    return str(low.pop(found)) if found else ""


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float)
