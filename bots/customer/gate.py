"""Who stands before an order's page: by the link's token, or by the cookie it was exchanged for.

A form must come from our own page: by what the browser says of its origin, and by the form's token. Posts are counted
in the database, so that one link can't flood the others' chats, whatever number of processes serves it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol, cast
from urllib.parse import urlsplit

from starlette.requests import Request

from bots.customer.links import CustomerLinks
from bots.customer.sessions import Sessions
from bots.texts import DEFAULT, LANGUAGES
from core.orders import Order
from core.people import Actor, Customer
from core.ports import Database, Store

MOST_POSTS: Final = 30
WINDOW: Final = timedelta(minutes=10)
COUNTED: Final = "page:posts:"


class Forged(Exception):
    """The form did not come from our page, or its page is too old."""


class TooMany(Exception):
    """More posts than a person makes."""


class Facts(Protocol):
    """Facts that outlive a process."""

    def get(self, key: str) -> str | None: ...

    def put(self, key: str, value: str) -> None: ...


class FactStore(Store, Protocol):
    """A store that keeps facts as well."""

    @property
    def meta(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class Visit:
    """The customer at their order's page. `base` is where its forms go; `by_link` when the link itself is the proof."""

    order: Order
    customer: Customer
    base: str
    by_link: bool

    @property
    def actor(self) -> Actor:
        """The customer as the one who asks."""
        return self.customer.as_actor()

    @property
    def language(self) -> str:
        """Theirs, or English where we don't speak it."""
        return self.customer.language if self.customer.language in LANGUAGES else DEFAULT


@dataclass(frozen=True, slots=True)
class Gate:
    """`clock` gives the instant (UTC)."""

    database: Database
    links: CustomerLinks
    sessions: Sessions
    clock: Callable[[], datetime]

    async def visit(self, request: Request) -> Visit | None:
        """Who asks; None for whoever holds no link that is good now. Raises `StorageAway`."""
        return await self.database.read(lambda store: self._visit(store, request))

    def _visit(self, store: Store, request: Request) -> Visit | None:
        token = request.path_params.get("token")
        order = self._by_cookie(store, request) if token is None else self.links.order_behind(store, token)
        customer = store.customers.get(order.customer_id) if order is not None else None
        if order is None or customer is None:
            return None
        return Visit(order, customer, f"/c/o/{order.id}", by_link=token is not None)

    def _by_cookie(self, store: Store, request: Request) -> Order | None:
        order_id = request.path_params["order_id"]
        cookie = request.cookies.get(self.sessions.name(order_id)) if order_id.isalnum() else None
        order = store.orders.get(order_id) if cookie else None
        opens = order is not None and self.sessions.opens(order, cookie or "", self.clock())
        return order if opens else None

    def check_origin(self, request: Request) -> None:
        """Refuse what another site's page sends. Raises `Forged`.

        With `no-referrer` browsers send `Origin: null` along with a form of our own page; then only what they say of
        the site counts, and the form's token (Fetch standard, "append a request Origin header").
        """
        site = request.headers.get("sec-fetch-site")
        if site is not None and site not in {"same-origin", "none"}:
            raise Forged
        origin = request.headers.get("origin", "null")
        ours = {urlsplit(self.links.public_url).netloc, request.headers.get("host", "")}
        if origin != "null" and urlsplit(origin).netloc not in ours:
            raise Forged

    def check_form(self, visit: Visit, token: str) -> None:
        """Refuse a form without the page's own token. Raises `Forged`."""
        if not visit.by_link and not self.sessions.form_fits(visit.order, token):
            raise Forged

    async def count(self, visit: Visit) -> None:
        """One more post. Raises `TooMany`, `StorageAway`."""
        now, key = self.clock(), f"{COUNTED}{visit.order.id}"

        def job(store: Store) -> bool:
            # Posts of one order are counted one after another.
            store.orders.lock(visit.order.id)
            facts = cast("FactStore", store).meta
            begun, count = _window(facts.get(key), now)
            if count >= MOST_POSTS:
                return False
            facts.put(key, f"{int(begun.timestamp())} {count + 1}")
            return True

        if not await self.database.run(job):
            raise TooMany


def _window(kept: str | None, now: datetime) -> tuple[datetime, int]:
    """When the present window began, and how many posts it has seen."""
    begun, _, count = (kept or "0 0").partition(" ")
    since = datetime.fromtimestamp(int(begun), UTC)
    return (since, int(count)) if timedelta(0) <= now - since < WINDOW else (now, 0)
