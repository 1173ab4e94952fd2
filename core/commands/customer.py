"""Commands about the customer's page: that they looked, and their link to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeenByCustomer:
    """The customer has the page of this order open and in view. Result: `Order`."""

    order_id: str


@dataclass(frozen=True, slots=True)
class RenewCustomerLink:
    """Earlier links and open pages stop working; the customer gets the new link by mail. Result: `Order`."""

    order_id: str


@dataclass(frozen=True, slots=True)
class RevokeCustomerLink:
    """Earlier links and open pages stop working, and nobody is sent the new one. Result: `Order`."""

    order_id: str


CustomerCommand = SeenByCustomer | RenewCustomerLink | RevokeCustomerLink
