"""The cookie that stands for a link once it was opened, and the tokens of the page's forms. Nothing of them is kept.

Both are made with the house's secret for one order and the version of its link, so a renewed or revoked link closes
every open page as well. A form's token is the same as long as the link is: whoever could learn it holds the link.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from starlette.responses import Response

from core.orders import Order

LASTS: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sessions:
    """`secure` when the installation's public address is https: then the browser itself guards the cookie's origin."""

    secret_key: str
    secure: bool

    def name(self, order_id: str) -> str:
        """One cookie per order: who has two orders keeps both pages open."""
        return f"{'__Host-' if self.secure else ''}cutr-{order_id}"

    def begin(self, answer: Response, order: Order, now: datetime) -> None:
        """Let the browser keep the page open for `LASTS`, without the link's token in its requests."""
        answer.set_cookie(
            self.name(order.id),
            self.value(order, now),
            max_age=int(LASTS.total_seconds()),
            path="/" if self.secure else "/c/",
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def value(self, order: Order, now: datetime) -> str:
        """What the cookie holds: when it was given, and the proof."""
        issued = int(now.timestamp())
        return f"{issued}.{self._mac('session', order, issued)}"

    def opens(self, order: Order, cookie: str, now: datetime) -> bool:
        """Whether this cookie opens this order's page at this instant."""
        told, _, proof = cookie.partition(".")
        if not (told.isascii() and told.isdigit() and len(told) < 15):
            return False
        issued = int(told)
        fits = hmac.compare_digest(proof.encode(), self._mac("session", order, issued).encode())
        return fits and timedelta(0) <= now - datetime.fromtimestamp(issued, UTC) + timedelta(minutes=5) <= LASTS

    def form_token(self, order: Order) -> str:
        """What a form of this order's page carries."""
        return self._mac("form", order, 0)

    def form_fits(self, order: Order, token: str) -> bool:
        """Whether a form came from this order's page."""
        return hmac.compare_digest(token.encode(), self.form_token(order).encode())

    def _mac(self, what: str, order: Order, issued: int) -> str:
        told = f"customer-{what}:{order.customer_link_version}:{order.id}:{issued}"
        return hmac.new(self.secret_key.encode(), told.encode(), hashlib.sha256).hexdigest()
