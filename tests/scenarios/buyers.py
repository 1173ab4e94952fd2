"""The customer at their page: with a plain client that knows nothing but forms and links, and in a real browser."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import aiohttp
from playwright.async_api import Page, async_playwright

from tests.house.tree import ROOT
from tests.scenarios.visitor import FLAGS, PATIENCE_MS, browser_of
from tests.scenarios.world import World

PICTURES = ROOT / "docs" / "pictures"
LOADED = "Promise.all([...document.images].map((one) => { one.loading = 'eager'; return one.decode() }))"
PHONE, DESKTOP = (390, 844), (1440, 900)


@dataclass
class Form:
    """A form as it stands on a page: where it goes and what it carries along."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(told["action"]))
        if tag == "input" and told.get("type") == "hidden":
            self.forms[-1].fields[told["name"]] = told["value"]
        self.addresses += [told[name] for name in ("href", "src") if name in told]


@dataclass
class Buyer:
    """Somebody with a link and a client that keeps cookies."""

    world: World
    link: str
    http: aiohttp.ClientSession
    html: str = ""
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    async def opens(self, path: str = "") -> str:
        """Look at the page, or at another one of ours."""
        await self._ask("GET", self.world.address + path if path else self.link)
        return self.html

    async def looks(self) -> str:
        """Look once more, by the cookie alone."""
        return await self.opens(re.search(r'data-base="([^"]+)"', self.html)[1] if "data-base" in self.html else "")  # type: ignore[index]

    def form(self, ending: str) -> Form:
        """The form on the page that goes to this address."""
        return next(one for one in self.forms() if one.action.endswith(ending))

    def forms(self) -> list[Form]:
        """All forms on the page."""
        return self._read().forms

    def addresses(self) -> list[str]:
        """Everything that the page links to or loads."""
        return self._read().addresses

    def _read(self) -> _Forms:
        read = _Forms()
        read.feed(self.html)
        return read

    async def sends(self, ending: str, *photos: bytes, headers: dict[str, str] | None = None, **words: str) -> int:
        """Fill in the form that goes to this address and send it; the status of what follows."""
        form = self.form(ending)
        return await self.posts(form.action, {**form.fields, **words}, *photos, headers=headers)

    async def posts(
        self, action: str, fields: dict[str, str], *photos: bytes, headers: dict[str, str] | None = None
    ) -> int:
        """Send these fields and photos somewhere."""
        data = aiohttp.FormData(fields, default_to_multipart=bool(photos))
        for number, photo in enumerate(photos):
            data.add_field("photos", photo, filename=f"IMG_{number}.jpg", content_type="image/jpeg")
        await self._ask("POST", self.world.address + action, data=data, headers=headers)
        return self.status

    async def gets(self, address: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and bytes of anything under an address."""
        async with self.http.get(self.world.address + address) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, await answer.read()

    async def _ask(self, method: str, url: str, **more: Any) -> None:
        async with self.http.request(method, url, **more) as answer:
            self.html, self.status = await answer.text(), answer.status
            self.headers = {k.lower(): v for k, v in answer.headers.items()}


@asynccontextmanager
async def a_buyer(world: World, order: str = "K-100") -> AsyncIterator[Buyer]:
    """The customer of this order, with the link from their mail."""
    link = str((await world.rest("GET", f"/orders/{order}"))["customer_url"])
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        yield Buyer(world, f"{world.address}{link[link.index('/c/') :]}", http)


@asynccontextmanager
async def a_browser(
    world: World, link: str, size: tuple[int, int] = PHONE, language: str = "en", script: str = "on"
) -> AsyncIterator[Page]:
    """The page in a browser; fails when a script broke, the policy refused something, or it asked anybody else."""
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=browser_of(player), args=list(FLAGS))
        context = await browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale=language, java_script_enabled=script == "on"
        )
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        broken: list[str] = []
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
        page.on("request", lambda one: None if one.url.startswith((world.address, "data:")) else broken.append(one.url))
        await page.goto(link)
        yield page
        await browser.close()
        # A refusal is an answer of 4xx, which the browser notes as an error of its own.
        broken = [line for line in broken if not re.search(r"status of 4\d\d", line)]
        assert not broken, broken


async def picture(page: Page, name: str) -> None:
    """Keep what is to be seen for the documentation, when pictures are asked for."""
    if os.environ.get("CUTR_PICTURES") == "1":
        PICTURES.mkdir(parents=True, exist_ok=True)
        await page.evaluate(LOADED)
        await page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
