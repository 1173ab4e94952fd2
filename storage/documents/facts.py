"""What a slip is drawn from. Dates come as the reader writes them, words from the catalogue: nothing is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class PackageKind(StrEnum):
    """What stands at the customer's door."""

    BOX = "box"
    PALLET = "pallet"


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the part list; `note` e.g. material or size."""

    name: str
    quantity: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """`link` is the text of its QR code: it opens the bot at this order and package."""

    kind: PackageKind
    link: str


@dataclass(frozen=True, slots=True)
class SlipWords:
    """The fixed words of a slip, in the partner's language (the catalogue gives others)."""

    title: str = "Packing slip"
    order: str = "Order"
    sender: str = "From"
    recipient: str = "To"
    contact: str = "Contact"
    delivery: str = "Delivery"
    packages: str = "Packages"
    part: str = "Part"
    quantity: str = "Quantity"
    checked: str = "Checked"
    received: str = "Received"
    name: str = "Name"
    date: str = "Date"
    signature: str = "Signature"
    remarks: str = "Remarks, damage"
    no_parts: str = "No part list was given with this order."
    version: str = "Version"
    printed: str = "printed"
    page: str = "Page"
    fragile: str = "FRAGILE"
    up: str = "THIS SIDE UP"
    box: str = "Box"
    pallet: str = "Pallet"
    scan: str = "Scan to add photos of this package"


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """Everything on a slip (domain.md 9). `address` may have lines; `printed` is a moment in the reader's words."""

    reference: str
    title: str
    partner: str
    customer: str
    address: str
    contact: str
    delivery_date: str
    delivery_method: str
    parts: Sequence[Part]
    packages: Sequence[Package]
    version: int
    printed: str
    words: SlipWords = field(default_factory=SlipWords)
