"""Jan's upload link: large files go on after a break and after a restart, and Done ends the link and says what next."""

from __future__ import annotations

import hashlib
import random
from typing import Any

import aiohttp
from playwright.async_api import FilePayload, Route, async_playwright, expect

from tests.integration.app.pieces import OFFSET_TYPE, announced
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.people import CUTR_ONLY
from tests.scenarios.visitor import FLAGS, PATIENCE_MS, browser_of
from tests.scenarios.world import World

FILM = random.Random(3).randbytes(2 << 20)


async def link_of(case: Case) -> str:
    """The address that Jan gets privately when he presses the button under /files."""
    await case.jan.says(case.order, CUTR_ONLY, "/files")
    await case.jan.presses(await case.jan.sees(case.order, CUTR_ONLY, "Files"), "Upload link")
    told = await case.jan.sees_privately("/u/")
    return next(word for word in told.text.split() if "/u/" in word)


async def on_file(case: Case) -> list[dict[str, Any]]:
    await case.world.settled()
    return list(await case.world.rest("GET", f"/orders/{case.order}/files"))


async def test_an_upload_goes_on_after_a_restart(world: World) -> None:
    case = await an_assigned_order(world)
    link, half = await link_of(case), len(FILM) // 2
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{link}/files", headers=announced(FILM, "film.mp4")) as answer:
            address = world.address + answer.headers["Location"]
        headers = {"Content-Type": OFFSET_TYPE, "Upload-Offset": "0"}
        async with session.patch(address, data=FILM[:half], headers=headers) as answer:
            assert answer.status == 204
    await world.restart()
    async with aiohttp.ClientSession() as session:
        async with session.head(address) as answer:
            assert int(answer.headers["Upload-Offset"]) == half
        headers["Upload-Offset"] = str(half)
        async with session.patch(address, data=FILM[half:], headers=headers) as answer:
            assert answer.status == 204
    (file,) = await on_file(case)
    assert (file["sha256"], file["original_name"]) == (hashlib.sha256(FILM).hexdigest(), "film.mp4")


async def test_the_page_goes_on_by_itself_and_done_closes_it(world: World) -> None:
    case = await an_assigned_order(world)
    link, broken = await link_of(case), 0

    async def breaks(route: Route) -> None:
        """The line is dead for the first two tries; the product is started anew meanwhile."""
        nonlocal broken
        if route.request.method == "PATCH" and broken < 2:
            broken += 1
            await route.abort("connectionreset")
            return
        await route.continue_()

    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=browser_of(player), args=list(FLAGS))
        page = await browser.new_page()
        page.set_default_timeout(PATIENCE_MS)
        await page.goto(link)
        await page.route("**/files/*", breaks)
        await page.get_by_label("What is it?").select_option("packed_photo")
        await page.get_by_label("Files").set_input_files(
            FilePayload(name="film.mp4", mimeType="video/mp4", buffer=FILM)
        )
        await page.get_by_role("button", name="Upload").click()
        await expect(page.get_by_text("no connection, trying again")).to_be_visible()
        await world.restart()
        await expect(page.get_by_text("received ✓")).to_be_visible(timeout=PATIENCE_MS)
        await page.get_by_role("button", name="Done").click()
        await expect(page.get_by_text("one file was received")).to_be_visible()
        await expect(page.get_by_text("press “Upload link”")).to_be_visible()
        await browser.close()
    (file,) = await on_file(case)
    assert (file["sha256"], file["kind"]) == (hashlib.sha256(FILM).hexdigest(), "packed_photo")
    assert broken == 2
