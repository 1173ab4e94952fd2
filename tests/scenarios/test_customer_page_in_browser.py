"""The customer's page in a real browser: phone and desktop, with and without script, by keyboard alone, for everybody.

With CUTR_PICTURES=1 what is to be seen is kept under docs/pictures.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import FilePayload, Page, expect

from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.buyers import DESKTOP, PHONE, a_browser, a_buyer, picture
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER
from tests.scenarios.test_customer_page import XSS, delivered, sends
from tests.scenarios.world import Setting, World

LANGUAGES = ("en", "nl", "de", "fr", "pl")
SIZES = (("phone", PHONE), ("desktop", DESKTOP))


@pytest.fixture
def setting() -> Setting:
    """The browser is the same whatever runs behind: one way is enough."""
    return Setting("sqlite", "http")


async def link_of(case: Case) -> str:
    """The customer's link, on this machine."""
    async with a_buyer(case.world, case.order) as buyer:
        return buyer.link


async def a_full_order(world: World) -> Case:
    """An order with something in every part of its page."""
    case = await an_assigned_order(world)
    task, today = f"/orders/{case.order}/tasks/delivery_schedule", world.clock.now().date()
    first, second = str(today + timedelta(days=40)), str(today + timedelta(days=43))
    await world.rest("PUT", task, value={"method": "installation", "date": first})
    reason = "The varnish needs two more days to dry."
    await world.rest("PUT", task, value={"method": "installation", "date": second}, reason=reason)
    for key, label in (("measure", "Measure-up"), ("install", "Installation")):
        await world.rest("PUT", f"/orders/{case.order}/milestones/{key}", label=label, date=second)
    await case.anna.writes(case.order, WITH_CUSTOMER, "Good morning, this is Anna of Cutr. Ask us anything here.")
    for caption, color in (("finished", "peru"), ("packed", "wheat"), ("production drawing", "lavender")):
        await sends(case, caption, color)
    async with a_buyer(world) as buyer:
        await buyer.opens()
        await buyer.sends("/messages", sample_picture(900, 700, "teal"), text="Is the oak oiled?")
    await world.settled()
    return case


async def speak(world: World, language: str) -> None:
    """The customer reads this language."""

    def job(store: Any) -> None:
        customer = store.customers.find()[0]
        customer.language = language
        store.customers.save(customer)

    await world.parts.database.run(job)


async def serious(page: Page) -> list[str]:
    """What axe-core finds serious or critical on the page as it is."""
    found = (await Axe().run(page)).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


async def fits(page: Page) -> bool:
    """Whether nothing is wider than the screen."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.timeout(180)
async def test_everybody_can_use_it_on_every_screen_in_every_language(world: World) -> None:
    case = await a_full_order(world)
    link = await link_of(case)
    await delivered(case)
    for name, size in SIZES:
        async with a_browser(world, link, size) as page:
            for language in LANGUAGES:
                await speak(world, language)
                await page.goto(link)
                await expect(page.locator("html")).to_have_attribute("lang", language)
                if language == "en":
                    await picture(page, f"customer-{name}")
                await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
                assert await serious(page) == [], (language, name)
                assert await fits(page), (language, name)


async def test_headings_go_down_one_by_one_and_every_picture_and_field_has_words(world: World) -> None:
    case = await a_full_order(world)
    await delivered(case)
    async with a_browser(world, await link_of(case)) as page:
        levels = await page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map((one) => Number(one.tagName[1]))")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert await page.eval_on_selector_all("img", "all => all.filter((one) => !one.alt.trim()).length") == 0
        unnamed = "all => all.filter((one) => one.type !== 'hidden' && !one.labels.length).length"
        assert await page.eval_on_selector_all("input, textarea, select", unnamed) == 0
        told = await page.locator("svg[role=img]:visible").get_attribute("aria-label")
        assert told is not None
        assert "In production" in told
        targets = "all => all.filter((one) => one.getBoundingClientRect().height < 24).length"
        assert await page.eval_on_selector_all("button, a.button, summary, textarea, select", targets) == 0


async def test_a_phone_without_script_does_everything(world: World) -> None:
    case = await an_assigned_order(world)
    await sends(case, "production drawing", "lavender")
    async with a_browser(world, await link_of(case), PHONE, script="off") as page:
        await page.get_by_label("Your message").fill("When can you come?")
        await page.get_by_label("Add photos").last.set_input_files(
            FilePayload(name="kitchen.jpg", mimeType="image/jpeg", buffer=sample_picture(800, 600, "teal"))
        )
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.get_by_text("Your message is on its way")).to_be_visible()
        await case.jan.sees(case.order, WITH_CUSTOMER, "When can you come?")
        await page.get_by_text("Reject with a note").click()
        await page.get_by_label("What needs to change?").fill("The sink is wider")
        await page.get_by_role("button", name="Reject this drawing").click()
        await expect(page.get_by_text("the workshop will change the drawing")).to_be_visible()
        await delivered(case)
        await page.reload()
        await page.get_by_role("button", name="Everything is fine").click()
        await expect(page.get_by_text("glad that everything is fine")).to_be_visible()
    assert (await case.shown())["status"] == "approved"


async def test_news_come_by_themselves_and_typed_words_stay(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_browser(world, await link_of(case), DESKTOP) as page:
        box = page.get_by_label("Your message")
        await box.fill("I was just going to")
        await case.jan.says(case.order, WITH_CUSTOMER, "The fronts are sawn")
        await expect(page.get_by_text("The fronts are sawn")).to_be_visible(timeout=20_000)
        await expect(box).to_have_value("I was just going to")
        await box.fill("Lovely, thank you")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".message.customer")).to_contain_text("Lovely, thank you")
        await expect(box).to_have_value("")
        await case.jan.sees(case.order, WITH_CUSTOMER, "Lovely, thank you")
        await expect(page.locator(".message.customer .mark")).to_have_text("Delivered ✓", timeout=20_000)
        await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "Lovely")
    orders = await world.parts.database.read(lambda store: store.orders.find(reference=case.order))
    assert orders[0].customer_seen_at is not None


async def test_the_keyboard_is_enough(world: World) -> None:
    case = await an_assigned_order(world)
    await delivered(case)
    async with a_browser(world, await link_of(case), DESKTOP) as page:
        await tab_to(page, "Something is not right")
        await page.keyboard.press("Enter")
        await tab_to(page, "What is it about?")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Tab")
        await page.keyboard.type("A corner is dented")
        await tab_to(page, "Send feedback")
        outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("we have received your feedback")).to_be_visible()
        await expect(page.get_by_text("A corner is dented")).to_be_visible()
    assert (await case.shown())["status"] == "feedback_received"


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name (or label) is in focus."""
    named = "(() => { const one = document.activeElement; return (one.labels?.[0] ?? one).textContent.trim() })()"
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await page.evaluate(named) == name:
            return
    pytest.fail(f"no way to {name} by keyboard")


async def test_nobody_elses_words_run_in_the_browser(world: World) -> None:
    case = await an_assigned_order(world, title=f"Oak {' '.join(XSS)}")
    for payload in XSS:
        await case.jan.says(case.order, WITH_CUSTOMER, payload)
    await sends(case, f"production drawing {XSS[0]}{XSS[1]}", "white")
    asked: list[str] = []
    async with a_browser(world, await link_of(case)) as page:
        page.on("dialog", lambda one: asked.append(one.message))
        await page.reload()
        await expect(page.get_by_text(XSS[0]).first).to_be_visible()
        assert await page.locator("main script, main img[src=x], main a[href^=javascript]").count() == 0
    assert asked == []


async def test_a_wrong_link_says_so_kindly(world: World) -> None:
    case = await an_assigned_order(world)
    async with a_browser(world, f"{await link_of(case)}x", PHONE, "nl-NL") as page:
        assert await page.title() == "Hier is niets te vinden"
        assert await serious(page) == []
