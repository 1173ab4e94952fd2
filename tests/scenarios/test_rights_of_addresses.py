"""Every address for everybody: who may gets an answer, who may not is refused and changes nothing.

Whoever may not is tried first at every address, so that nothing has changed when whoever may comes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest

from core.commands import MakeUploadLink, RenewCustomerLink
from core.people import PLATFORM
from core.ports import Store
from sandbox.slack.settings import AppSettings
from sandbox.slack.signing import signed_headers
from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.knocking import kept
from tests.scenarios.people import WITH_CUSTOMER
from tests.scenarios.rights import (
    API,
    OPEN,
    PAGE,
    ROUTES,
    SLACK_SIGNED,
    TELEGRAM_SIGNED,
    UPLOADS,
)
from tests.scenarios.world import API_TOKEN, GROUP, HOOK_SECRET, JAN, World

NOBODY, WRONG, PLATFORM_CALLER, CUSTOMER = "nobody", "wrong token", "platform", "customer"
OTHER, EARLIER, FORGED, LINKED = "customer of another order", "earlier link", "customer by a stranger's form", "linked"
SLACK, TELEGRAM, FALSE_SIGN = "slack", "telegram", "false signature"
CALLERS = (
    NOBODY, WRONG, PLATFORM_CALLER, CUSTOMER, OTHER, EARLIER, FORGED, LINKED, SLACK, TELEGRAM, FALSE_SIGN,
)  # fmt: skip
ALLOWED = {
    OPEN: frozenset(CALLERS),
    API: frozenset({PLATFORM_CALLER}),
    PAGE: frozenset({CUSTOMER}),
    UPLOADS: frozenset({LINKED}),
    SLACK_SIGNED: frozenset({SLACK}),
    TELEGRAM_SIGNED: frozenset({TELEGRAM}),
}
REFUSED = frozenset({401, 403, 404})
COOKIE = re.compile(r"(cutr-\w+)=([^;]+)")


@dataclass
class Guest:
    """A customer with the link and the cookie of an order, and the token of its forms."""

    token: str
    order_id: str
    cookie: dict[str, str] = field(default_factory=dict)
    form: str = ""
    picture: str = "none"


@dataclass
class Knocking:
    """Everybody who may knock, and what the addresses are about."""

    world: World
    session: aiohttp.ClientSession
    mine: Guest
    other: Guest
    earlier: Guest
    upload: str
    file_id: str
    partner: str

    def path(self, form: str, caller: str) -> str:
        """The address filled in as this caller has it; the page's own order is always the customer's."""
        tokens = {CUSTOMER: self.mine.token, FORGED: self.mine.token, OTHER: "x" + self.mine.token[1:],
                  EARLIER: self.earlier.token}  # fmt: skip
        token = self.upload if caller == LINKED else tokens.get(caller, "z" * 43)
        known = {
            "reference": "K-100", "key": "material_date", "partner_id": self.partner, "file_id": self.file_id,
            "token": token, "order_id": self.mine.order_id, "handle": self.mine.picture, "name": "page.css",
            "upload": "x",
        }  # fmt: skip
        return re.sub(r"\{(\w+)\}", lambda found: known[found[1]], form)

    async def knock(self, route: str, caller: str) -> int:
        """The status that this caller gets at this address."""
        method, _, form = route.partition(" ")
        path = self.path(form, caller)
        body, headers, cookies = self.request(method, form, caller)
        async with self.session.request(
            method, self.world.address + path, data=body, headers=headers, cookies=cookies, allow_redirects=False
        ) as answer:
            await answer.read()
            return answer.status

    def request(self, method: str, form: str, caller: str) -> tuple[Any, dict[str, str], dict[str, str]]:
        """Body, headers and cookies."""
        body: Any = b"{}" if method in {"POST", "PUT"} else None
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if form.startswith("/c/") and body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = f"text=Hello&category=finish&token={'' if caller == FORGED else self.mine.form}".encode()
        if form.endswith("/files") or form.startswith("/u/"):
            body = _a_file() if method == "POST" else None
            headers = {}
        return body, headers | self.proof(caller, body), self.cookies(caller)

    def proof(self, caller: str, body: Any) -> dict[str, str]:
        """What this caller shows in the headers."""
        raw = body if isinstance(body, bytes) else b""
        now = self.world.clock.time()
        match caller:
            case "platform":
                return {"Authorization": f"Bearer {API_TOKEN}"}
            case "wrong token":
                return {"Authorization": f"Bearer {API_TOKEN}x", "X-Telegram-Bot-Api-Secret-Token": "wrong"}
            case "slack":
                return signed_headers(AppSettings().signing_secret, now, raw)
            case "false signature":
                return signed_headers("another-secret", now, raw)
            case "telegram":
                return {"X-Telegram-Bot-Api-Secret-Token": HOOK_SECRET}
            case "customer by a stranger's form":
                return {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
            case _:
                return {}

    def cookies(self, caller: str) -> dict[str, str]:
        """The cookies of this caller; another order's customer shows theirs under this order's name too."""
        if caller in {CUSTOMER, FORGED}:
            return self.mine.cookie
        if caller == OTHER:
            value = next(iter(self.other.cookie.values()))
            return {**self.other.cookie, **dict.fromkeys(self.mine.cookie, value)}
        return self.earlier.cookie if caller == EARLIER else {}


def _a_file() -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("file", b"a note", filename="note.txt", content_type="text/plain")
    return form


async def a_guest(world: World, session: aiohttp.ClientSession, reference: str) -> Guest:
    """The customer at their page, who has opened the link once."""
    shown = await world.rest("GET", f"/orders/{reference}")
    token = shown["customer_url"].rpartition("/")[2]
    async with session.get(f"{world.address}/c/{token}") as page:
        text = await page.text()
        assert page.status == 200
        found = COOKIE.search(page.headers["Set-Cookie"])
    form = re.search(r'name="token" value="([^"]+)"', text)
    picture = re.search(r"/pictures/([\w-]+)", text)
    assert found is not None
    return Guest(token, shown["id"], {found[1]: found[2]}, form[1] if form else "", picture[1] if picture else "none")


async def knocking(world: World, session: aiohttp.ClientSession, case: Case) -> Knocking:
    """Everybody's proofs."""
    await case.photos()
    # One more where the customer reads, for them to see.
    topic = await case.jan.topic(case.order, WITH_CUSTOMER)
    await world.telegram.send_photo(JAN, GROUP, topic, sample_picture(1700, 1300), caption="Finished")
    await world.settled()
    await world.wait(seconds=30)
    customer = (await case.shown())["customer_id"]
    await world.rest("POST", "/orders", reference="K-300", title="Table", customer_id=customer)
    earlier = await a_guest(world, session, "K-100")

    def job(store: Store) -> str:
        order = store.orders.find(reference="K-100")[0]
        world.parts.dispatcher.apply(store, RenewCustomerLink(order.id), PLATFORM)
        made: str = world.parts.dispatcher.apply(store, MakeUploadLink(order.id), PLATFORM)  # type: ignore[assignment]
        return made

    upload = await world.parts.database.run(job)
    files = await world.rest("GET", "/orders/K-100/files")
    mine, other = await a_guest(world, session, "K-100"), await a_guest(world, session, "K-300")
    return Knocking(world, session, mine, other, earlier, upload, files[0]["id"], case.partner)


@pytest.mark.timeout(180)
async def test_every_address_for_everybody(world: World) -> None:
    case = await an_assigned_order(world)
    # No cookie is kept by the client itself: each caller shows their own.
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        it = await knocking(world, session, case)
        there = {route: door for route, door in ROUTES.items() if _is_there(world, door)}
        await world.wait(seconds=30)
        before = await kept(world)
        let_in = [
            (route, caller, status)
            for route, door in there.items()
            for caller in CALLERS
            if caller not in ALLOWED[door] and not (caller == FORGED and route.startswith("GET"))
            and (status := await it.knock(route, caller)) not in REFUSED
        ]  # fmt: skip
        assert let_in == []
        assert await kept(world) == before
        kept_out = [
            (route, caller, status)
            # What shuts a link comes last.
            for route, door in sorted(there.items(), key=lambda one: one[0].endswith(("customer-link", "/done")))
            for caller in ALLOWED[door]
            if (status := await it.knock(route, caller)) in REFUSED or status >= 500
        ]
        assert kept_out == []


def _is_there(world: World, door: str) -> bool:
    """Without a public address Telegram is polled; the address for its updates is there all the same."""
    return door not in {SLACK_SIGNED, TELEGRAM_SIGNED} or world.setting.receivers == "http"
