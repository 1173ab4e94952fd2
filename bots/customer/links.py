"""The customer's link: a token that only the holder of the secret key can make, for one version of one order.

A token is base64url of HMAC-SHA256 followed by the order's id, so that finding the order costs one look-up and
knowing an id opens nothing. Raising `Order.customer_link_version` makes earlier links stop working.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

from core.orders import Order
from core.ports import Store

MAC_BYTES = 32
LONGEST = 200


@dataclass(frozen=True, slots=True)
class CustomerLinks:
    """Makes and reads the links of one installation; `public_url` is without a trailing slash."""

    secret_key: str
    public_url: str

    def token_for(self, order: Order) -> str:
        """The unguessable part of the link."""
        mac = self._mac(order.id, order.customer_link_version)
        return base64.urlsafe_b64encode(mac + order.id.encode()).decode().rstrip("=")

    def url_for(self, order: Order) -> str:
        """The whole link. The host comes from the settings, never from a request (reliability.md T37)."""
        return f"{self.public_url}/c/{self.token_for(order)}"

    def upload_url(self, code: str) -> str:
        """The address of the upload page for an upload link's code."""
        return f"{self.public_url}/u/{code}"

    def order_behind(self, store: Store, token: str) -> Order | None:
        """The order that this token opens now, or None."""
        raw = _decoded(token)
        mac, order_id = raw[:MAC_BYTES], raw[MAC_BYTES:].decode("ascii", "replace")
        order = store.orders.get(order_id) if order_id.isprintable() else None
        version = order.customer_link_version if order is not None else 0
        # Compared also when there is no such order: the answer's time tells nothing.
        fits = hmac.compare_digest(mac, self._mac(order_id, version))
        return order if fits else None

    def _mac(self, order_id: str, version: int) -> bytes:
        return hmac.digest(self.secret_key.encode(), f"customer-link:{version}:{order_id}".encode(), hashlib.sha256)


def _decoded(token: str) -> bytes:
    if len(token) > LONGEST or not token.isascii():
        return b""
    try:
        return base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except binascii.Error:
        return b""
