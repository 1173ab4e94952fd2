"""The demo page as a visitor plays it: an order's whole life by hand, and nonsense that gets clear answers."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import aiohttp
import pytest
from playwright.async_api import Page, expect

from tests.scenarios.visitor import PATIENCE_MS, Visitor, a_demo, a_page

pytestmark = pytest.mark.timeout(240)
REF = "CUTR-1050"
CUTR_ONLY, WITH_CUSTOMER = f"🔒 {REF} · Cutr only", f"👥 {REF} · With customer"


@pytest.fixture
async def demo() -> AsyncIterator[str]:
    async with a_demo() as address:
        yield address


@pytest.fixture
async def page(demo: str) -> AsyncIterator[Page]:
    async with a_page(demo) as opened:
        yield opened


async def test_an_order_lives_its_whole_life_on_the_page(page: Page) -> None:
    visitor = Visitor(page)
    await _creates_an_order(visitor)
    await _offers_it_to_two_partners(visitor)
    await _assigns_it(visitor)
    await _talks_in_both_chats(visitor)
    await _fills_in_two_todos(visitor)
    await _is_reminded_of_the_third(visitor)
    await _finishes_and_delivers(visitor)
    await _is_approved_by_itself(visitor)


async def _creates_an_order(visitor: Visitor) -> None:
    await visitor.types_in_slack("/order new")
    await visitor.sees(visitor.modal, "New order")
    # Nothing filled in: the form says what is missing and stays open.
    await visitor.modal.locator("footer .primary").click()
    await visitor.sees(visitor.modal, "Please complete this required field.")
    await visitor.field("reference").locator("input").fill(REF)
    await visitor.field("title").locator("input").fill("Oak dining table, 2.40 m")
    await visitor.field("customer_id").locator("select").select_option(label="Carla Visser · carla@visser.example")
    await visitor.field("delivery_address").locator("textarea").fill("Kade 12, 2611 Delft")
    await visitor.picture("slack-modal")
    await visitor.submits()
    await visitor.sees(visitor.slack, f"{REF} is created.")


async def _offers_it_to_two_partners(visitor: Visitor) -> None:
    await visitor.types_in_slack(f"/order {REF} offer")
    await visitor.modal.get_by_label("Houtbouw BV").check()
    await visitor.modal.get_by_label("Stolarnia Nowak").check()
    await visitor.submits()
    await visitor.opens_chat("Cutr orders")
    await visitor.sees(visitor.chat, "New order on offer")
    await visitor.presses("Accept")
    await visitor.is_on_telegram("Ewa Nowak")
    await visitor.opens_chat("Cutr orders")
    await visitor.sees(visitor.chat, "New order on offer")
    await visitor.presses("Decline")
    await visitor.presses("No capacity")
    await visitor.sees(visitor.chat, f"You declined {REF}")
    await visitor.sees(visitor.slack, "No capacity")


async def _assigns_it(visitor: Visitor) -> None:
    await visitor.types_in_slack(f"/order {REF} assign")
    await visitor.modal.get_by_label("Partner", exact=True).select_option(label="Houtbouw BV")
    await visitor.submits()
    await visitor.is_on_telegram("Jan Houtman")
    await visitor.opens_chat("Houtbouw BV")
    await expect(visitor.telegram.get_by_role("tab", name=CUTR_ONLY)).to_be_visible()
    await expect(visitor.telegram.get_by_role("tab", name=WITH_CUSTOMER)).to_be_visible()
    await visitor.opens_topic(CUTR_ONLY)
    await visitor.sees(visitor.chat, "partner + Cutr read this")


async def _talks_in_both_chats(visitor: Visitor) -> None:
    await visitor.opens_thread(CUTR_ONLY)
    await visitor.types_in_telegram("The oak for the top is in. Want to see it?")
    await visitor.sees(visitor.thread, "The oak for the top is in. Want to see it?")
    await visitor.sees(visitor.thread, "Jan Houtman · Houtbouw BV")
    await visitor.types_in_thread("Yes please, and *mind the knots* :eyes:")
    await expect(visitor.chat.locator("b", has_text="mind the knots")).to_be_visible()
    await visitor.telegram.locator(".t-composer .attach summary").click()
    await visitor.telegram.get_by_role("button", name="Photo", exact=False).first.click()
    await expect(visitor.thread.locator(".s-image img").last).to_be_visible()
    await visitor.picture("demo")
    await visitor.picture("slack-thread", visitor.slack)
    await visitor.opens_topic(WITH_CUSTOMER)
    await visitor.types_in_telegram("Your table is on the bench!")
    await visitor.slack.get_by_role("button", name="Close the thread").click()
    await visitor.opens_thread(WITH_CUSTOMER)
    await visitor.sees(visitor.thread, "Your table is on the bench!")
    await expect(visitor.thread.get_by_text("mind the knots")).to_have_count(0)


async def _fills_in_two_todos(visitor: Visitor) -> None:
    await visitor.opens_topic(CUTR_ONLY)
    await visitor.presses("Set material delivery date")
    await visitor.sees(visitor.chat, "Pick a day")
    await visitor.presses("›")
    await visitor.sees(visitor.telegram.locator(".t-list"), "April")
    await visitor.picture("telegram-topic", visitor.telegram)
    await visitor.presses("3")
    await visitor.presses("Yes, that is right")
    await visitor.sees(visitor.chat, f"✅ {REF} · material delivery date")
    await visitor.presses("Set planned completion date")
    await visitor.answers(re.compile("planned completion date.*Pick a day", re.DOTALL), "in 8 weeks")
    await visitor.presses("Yes, that is right")
    await visitor.sees(visitor.chat, f"✅ {REF} · planned completion date")
    await expect(visitor.telegram.locator(".t-keys", has_text="✅ Set planned completion date")).to_be_visible()


async def _is_reminded_of_the_third(visitor: Visitor) -> None:
    await visitor.moves_on("+3 days")
    await visitor.sees(visitor.chat, "still misses: delivery schedule")
    await visitor.presses("Set delivery schedule")
    await visitor.presses("Delivery")
    await visitor.answers(re.compile("delivery schedule.*Pick a day", re.DOTALL), "in 9 weeks")
    await visitor.presses("Yes, that is right")
    await visitor.sees(visitor.chat, f"✅ {REF} · delivery schedule")


async def _finishes_and_delivers(visitor: Visitor) -> None:
    await visitor.sends_photo("Finished, front")
    await visitor.sees(visitor.chat, "filed under Finished products")
    await visitor.sends_photo("Packed, box 1")
    await visitor.sees(visitor.chat, "filed under Packed products")
    await visitor.types_in_telegram("/ready")
    await visitor.presses("Yes, it is packed")
    await visitor.sees(visitor.chat, "Status: Ready")
    await visitor.types_in_telegram("/delivered")
    await visitor.presses("Yes, slip is signed")
    await visitor.sees(visitor.chat, "Status: Delivered")
    await visitor.sees(visitor.mail, "deliver")


async def _is_approved_by_itself(visitor: Visitor) -> None:
    await visitor.moves_on("+14 days")
    await visitor.sees(visitor.chat, f"{REF} is Approved")
    await visitor.types_in_slack(f"/order {REF}")
    await visitor.sees(visitor.slack.locator(".s-channel .secret").last, "Approved")
    await visitor.mail.locator("button", has_text="approved").first.click()
    await visitor.sees(visitor.mail, "to carla@visser.example")
    await visitor.mail.get_by_role("button", name="Make the mail box wider or narrower").click()
    await visitor.picture("mail", visitor.mail)


async def test_the_home_tab_shows_what_needs_attention(page: Page) -> None:
    visitor = Visitor(page)
    await visitor.moves_on("+3 days")
    home = visitor.slack.locator("[data-do='slack.home']")
    late = visitor.slack.get_by_role("button", name="Set material delivery date")
    await home.click()
    while not await late.is_visible():
        # Home shows what was so when it was opened, and the clock may still be at work.
        await page.wait_for_timeout(500)
        await home.click()
    await visitor.picture("app-home", visitor.slack)
    while not await visitor.modal.is_visible():
        # Home may just be drawn anew: a press in that moment is lost.
        await late.click()
        await page.wait_for_timeout(1500)
    await visitor.sees(visitor.modal, "CUTR-1038")


async def test_nonsense_gets_a_clear_answer_and_never_a_trace(page: Page) -> None:
    visitor = Visitor(page)
    for typed, answer in (
        ("/nonsense", "/nonsense is not a valid command."),
        ("/order NOPE-1", "NOPE-1"),
        ("/order <script>alert(1)</script>", "no order"),
    ):
        await visitor.types_in_slack(typed)
        await visitor.sees(page.locator("body"), answer)
    await visitor.slack.locator("form[data-where=channel] textarea").fill("")
    await visitor.opens_thread("🔒 CUTR-1038 · Cutr only")
    await visitor.types_in_thread("/orders")
    await visitor.sees(page.locator("body"), "not supported in threads")
    await visitor.opens_topic("🔒 CUTR-1038 · Cutr only")
    await visitor.types_in_telegram("x" * 5000)
    await visitor.sees(page.locator("body"), "4096 signs at once")
    await visitor.types_in_telegram("<b>& <!channel> @everyone")
    await visitor.sees(visitor.thread, "<b>& <!channel>")
    assert "Traceback" not in await page.locator("body").inner_text()


async def test_a_guest_and_a_stranger_are_told_who_they_are(page: Page) -> None:
    visitor = Visitor(page)
    await visitor.slack.locator("select[data-person]").select_option(label="Gijs Gast · guest")
    await visitor.types_in_slack("/orders")
    await visitor.sees(visitor.slack.locator(".secret").last, "staff")
    await visitor.is_on_telegram("Marta Lis")
    while not await visitor.chat.locator("article").count():
        # The rail is drawn anew for the other person: a press in that moment is lost.
        await visitor.opens_chat("Cutr orders")
        await page.wait_for_timeout(1000)
    await expect(visitor.chat.locator("article")).to_have_count(2, timeout=PATIENCE_MS)


async def test_the_page_asks_only_what_people_can_do(demo: str) -> None:
    """Whoever pokes at the page's own addresses gets a sentence, never a stack trace."""
    asked = [
        ("/slack/act", {"act": "post", "user": "nobody", "channel": "orders", "text": "hi"}),
        ("/slack/act", {"act": "submit", "user": "anna", "view": "V1", "values": {"a": 1}}),
        ("/slack/act", {"act": "click", "user": "anna", "channel": "orders", "ts": "1", "action": "x"}),
        ("/telegram/act", {"act": "press", "user": 501, "chat": 501, "message": 10**9, "button": "x"}),
        ("/telegram/act", {"act": "say", "user": "501", "chat": None, "text": "hi"}),
        ("/telegram/act", {"act": "start", "user": 501, "bot": "", "payload": "no such code!"}),
        ("/desk/act", {"act": "advance", "seconds": -5}),
        ("/desk/act", {"act": "advance", "seconds": 10**12}),
        ("/desk/act", {"act": "fault", "platform": "moon", "kind": "eclipse"}),
        ("/desk/act", {"act": "__class__"}),
    ]
    async with aiohttp.ClientSession() as session:
        for path, body in asked:
            async with session.post(demo + path, json=body) as answer:
                told = await answer.json()
                assert answer.status == 400, (path, body, told)
                assert told["error"][0].isupper() or told["error"][0] == "/", told
        async with session.post(f"{demo}/desk/act", data="act=advance") as answer:
            assert answer.status == 400
        async with session.get(demo, headers={"Host": "evil.example"}) as answer:
            assert answer.status == 400


@pytest.mark.parametrize("pane", ["slack", "telegram", "mail", "desk"])
async def test_on_a_phone_one_pane_fills_the_screen(demo: str, pane: str) -> None:
    async with a_page(demo, 390, 844) as page:
        await page.locator(f".tabs [data-pane={pane}]").click()
        shown = page.locator(".pane:visible")
        await expect(shown).to_have_count(1)
        box = await shown.bounding_box()
        assert box is not None
        assert (box["x"], box["width"]) == (0, 390)
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        if pane in {"slack", "telegram"}:
            await Visitor(page).picture(f"phone-{pane}")
