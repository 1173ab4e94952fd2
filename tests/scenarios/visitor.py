"""A visitor of the demo page: hands and eyes in a headless browser. Nothing is known here but what the page shows."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

from playwright.async_api import Locator, Page, Playwright, async_playwright, expect

from tests.house.tree import ROOT
from tests.support.days import quiet_day

PICTURES = ROOT / "docs" / "pictures"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
PATIENCE_MS = 15_000
OURS = ("CUTR_", "SLACK_", "TELEGRAM_")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@asynccontextmanager
async def a_demo(*options: str) -> AsyncIterator[str]:
    """`cutr demo` as a process of its own; gives the address from its first line, and ends it in good order."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox.demo", "--start", quiet_day().isoformat(), *options,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
        env={name: value for name, value in os.environ.items() if not name.startswith(OURS)},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        first = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
        assert first.startswith("Open http://127.0.0.1:"), first
        yield first.removeprefix("Open ").strip()
    finally:
        process.terminate()
        ended = await asyncio.wait_for(process.wait(), 20)
    assert ended == 0


@asynccontextmanager
async def a_page(address: str, width: int = 1440, height: int = 900) -> AsyncIterator[Page]:
    """The page in a browser; fails when its scripts broke or it asked for anything outside."""
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=browser_of(player), args=list(FLAGS))
        page = await browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(PATIENCE_MS)
        broken: list[str] = []
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
        page.on("response", lambda got: broken.append(f"{got.status} {got.url}") if got.status > 400 else None)
        page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else broken.append(asked.url))
        await page.goto(address)
        yield page
        await browser.close()
        # A refused act is a 400, which the browser notes as an error of its own.
        broken = [line for line in broken if "400 (Bad Request)" not in line]
        assert not broken, broken


def browser_of(player: Playwright) -> str:
    found = next((path for name in BROWSERS if (path := which(name))), None)
    return found or player.chromium.executable_path


@dataclass
class Visitor:
    """Acts on the page as people do: by what it shows and what buttons are called."""

    page: Page
    slack: Locator = field(init=False)
    telegram: Locator = field(init=False)
    mail: Locator = field(init=False)
    desk: Locator = field(init=False)
    modal: Locator = field(init=False)

    def __post_init__(self) -> None:
        self.slack, self.telegram = self.page.locator("#slack"), self.page.locator("#telegram")
        self.mail, self.desk = self.page.locator("#mail"), self.page.locator("#desk")
        self.modal = self.page.locator("dialog#modal")

    async def sees(self, place: Locator, words: str) -> None:
        """Wait until the words are shown there."""
        await expect(place.get_by_text(words).last).to_be_visible(timeout=PATIENCE_MS)

    async def picture(self, name: str, place: Locator | None = None) -> None:
        """Keep what is to be seen as a picture for the documentation, when pictures are asked for."""
        if os.environ.get("CUTR_PICTURES") != "1":
            return
        await expect(self.page.locator(".toast")).to_have_count(0, timeout=PATIENCE_MS)
        await self.page.wait_for_timeout(300)
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = Path(PICTURES / f"{name}.png")
        await (place.screenshot(path=path) if place is not None else self.page.screenshot(path=path))

    # Slack

    async def types_in_slack(self, words: str) -> None:
        """Type into the open channel."""
        box = self.slack.locator("form[data-where=channel] textarea")
        await box.fill(words)
        await box.press("Enter")

    async def types_in_thread(self, words: str) -> None:
        """Type into the open thread."""
        box = self.slack.locator("form[data-where=thread] textarea")
        await box.fill(words)
        await box.press("Enter")

    async def opens_thread(self, title: str) -> None:
        """Open the thread under the message with this title."""
        root = self.slack.locator(".s-channel .s-msg", has_text=title).last
        await root.scroll_into_view_if_needed()
        await root.hover()
        await root.locator("[data-do='slack.thread']").first.click()

    @property
    def thread(self) -> Locator:
        """The thread beside the channel."""
        return self.slack.locator(".s-thread .s-list")

    def field(self, block: str) -> Locator:
        """A field of the open modal by its block."""
        return self.modal.locator(f"[data-block='{block}']")

    async def submits(self) -> None:
        """Press the modal's green button and wait until it is gone."""
        await self.modal.locator("footer .primary").click()
        await expect(self.modal).to_be_hidden(timeout=PATIENCE_MS)

    # Telegram

    async def is_on_telegram(self, name: str) -> None:
        """Be this person."""
        await self.telegram.locator("select[data-person]").select_option(label=name)

    async def opens_chat(self, title: str) -> None:
        """Open a chat on the rail."""
        await self.telegram.locator(".t-rail button", has_text=title).first.click()

    async def opens_topic(self, name: str) -> None:
        """Open a topic of the group."""
        await self.telegram.get_by_role("tab", name=name).click()

    async def types_in_telegram(self, words: str) -> None:
        """Write in the open chat or topic."""
        box = self.telegram.locator(".t-composer textarea")
        await box.fill(words)
        await box.press("Enter")

    async def sends_photo(self, caption: str) -> None:
        """Send a sample photo with these words into the open chat or topic."""
        await self.telegram.locator(".t-composer textarea").fill(caption)
        await self.telegram.locator(".t-composer .attach summary").click()
        await self.telegram.get_by_role("button", name="Photo", exact=False).first.click()

    async def presses(self, label: str) -> None:
        """Press the newest button with this label in the open chat."""
        named = re.compile(rf"^(✅ |⬜ )?{re.escape(label)}$")
        await self.telegram.locator(".t-keys button", has_text=named).last.click()

    async def answers(self, question: str | re.Pattern[str], words: str) -> None:
        """Reply to the newest message with this question."""
        asked = self.chat.locator("article", has_text=question).last
        await expect(asked).to_be_visible(timeout=PATIENCE_MS)
        await asked.hover()
        await asked.locator("summary").click()
        await asked.get_by_role("button", name="Reply", exact=True).click()
        await self.types_in_telegram(words)

    @property
    def chat(self) -> Locator:
        """The messages of the open chat or topic."""
        return self.telegram.locator(".t-list")

    # Clock

    async def moves_on(self, button: str) -> None:
        """Move the clock by one of its buttons."""
        await self.desk.get_by_role("button", name=button).click()
