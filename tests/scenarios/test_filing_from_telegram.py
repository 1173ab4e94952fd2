"""Photos from the workshop are filed once each, whatever order they come in, what comes twice, and what restarts."""

from __future__ import annotations

import random

import pytest

from sandbox.telegram.acts_media import sample_picture
from sandbox.telegram.model import Message
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import labels, replies
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER
from tests.scenarios.world import BOT_NAME, GROUP, World

TEN = tuple(range(10))
COLOURS = (
    "peru", "wheat", "tan", "sienna", "olive", "teal", "navy", "plum", "gold", "coral",
)  # fmt: skip
PICTURES = tuple(sample_picture(color=colour) for colour in COLOURS)


async def topic(case: Case, chat: str = CUTR_ONLY) -> int:
    return await case.jan.topic(case.order, chat)


async def sends_item(case: Case, number: int, album: str = "71") -> None:
    """One item of Jan's album."""
    await case.world.telegram.send_media(
        "photo", case.jan.user, GROUP, await topic(case), PICTURES[number], album=album
    )


async def filed(case: Case) -> list[str]:
    """The kinds of everything on file, oldest first."""
    found = await case.world.parts.database.read(lambda store: store.files.find(withdrawn_at=None))
    return [str(file.kind) for file in found]


async def card(case: Case, words: str) -> Message:
    """The one card in the topic that says this, once everything has come in."""
    await case.world.settled()
    await case.world.wait(seconds=3)
    return await case.jan.sees(case.order, CUTR_ONLY, words)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_an_album_of_ten_in_any_order_with_gaps_and_a_restart(world: World, seed: int) -> None:
    case = await an_assigned_order(world)
    chance = random.Random(seed)
    order = list(TEN)
    chance.shuffle(order)
    restart, gap = chance.randrange(2, 9), chance.randrange(1, 9)

    for place, number in enumerate(order):
        await sends_item(case, number)
        if place == gap:
            await world.settled()
            await world.wait(seconds=chance.choice((3, 30, 300)))
        if place == restart:
            await world.restart()
    shown = await card(case, "Where do these 10 photos go?")
    await case.jan.presses(shown, "Finished products")
    await case.jan.sees(case.order, CUTR_ONLY, "✅ 10 filed under Finished products")
    assert await filed(case) == ["finished_photo"] * 10
    cards = [m for m in world.telegram.messages(GROUP, await topic(case)) if "filed under" in m.text]
    assert len(cards) == 1


async def test_late_items_join_their_album_after_the_answer(world: World) -> None:
    case = await an_assigned_order(world)
    for number in TEN[:6]:
        await sends_item(case, number)
    await case.jan.presses(await card(case, "Where do these 6 photos go?"), "Packed products")
    await case.jan.sees(case.order, CUTR_ONLY, "✅ 6 filed under Packed products")
    await world.restart()
    for number in TEN[6:]:
        await sends_item(case, number)
    await card(case, "✅ 10 filed under Packed products")
    assert await filed(case) == ["packed_photo"] * 10


async def test_the_same_pictures_again_are_filed_once(world: World) -> None:
    case = await an_assigned_order(world)
    for number in TEN[:3]:
        await sends_item(case, number)
    await case.jan.presses(await card(case, "Where do these 3 photos go?"), "Finished products")
    await case.jan.sees(case.order, CUTR_ONLY, "✅ 3 filed under Finished products")
    for number in TEN[:4]:
        await sends_item(case, number, album="72")
    await case.jan.presses(await card(case, "Where do these 4 photos go?"), "Finished products")
    await case.jan.sees(case.order, CUTR_ONLY, "is already filed as K-100_finished-photo")
    await world.settled()
    assert len(await filed(case)) == 4


async def test_updates_that_come_twice_are_filed_once(world: World) -> None:
    case = await an_assigned_order(world)
    for number in TEN[:3]:
        world.break_once("duplicate", "message")
        await sends_item(case, number)
    await card(case, "Where do these 3 photos go?")


async def test_an_album_out_of_order_and_doubled_is_joined_by_its_late_item_after_a_restart(world: World) -> None:
    case = await an_assigned_order(world)
    troubles = {1: "reorder", 3: "duplicate", 4: "duplicate", 6: "reorder", 8: "duplicate", 9: "reorder"}
    for number in TEN:
        if number in troubles:
            world.break_once(troubles[number], "message")
        await sends_item(case, number)
    await case.jan.presses(await card(case, "Where do these 9 photos go?"), "Finished products")
    await case.jan.sees(case.order, CUTR_ONLY, "✅ 9 filed under Finished products")

    await world.restart()
    # The tenth was held back until now.
    await case.jan.says(case.order, CUTR_ONLY, "That was all")
    await card(case, "✅ 10 filed under Finished products")
    assert await filed(case) == ["finished_photo"] * 10
    cards = [m for m in world.telegram.messages(GROUP, await topic(case)) if "filed under" in m.text]
    assert len(cards) == 1


async def test_ready_needs_its_photos_and_names_what_is_missing(world: World) -> None:
    case = await an_assigned_order(world)
    await case.jan.says(case.order, CUTR_ONLY, "/ready")
    told = await case.jan.sees(case.order, CUTR_ONLY, "Still missing: finished product pictures and packed")
    assert "Yes, it is packed" not in labels(told)
    await case.photos()
    await case.jan.says(case.order, CUTR_ONLY, "/ready")
    asked = await case.jan.sees(case.order, CUTR_ONLY, "Is everything packed")
    await case.jan.presses(asked, "Yes, it is packed")
    await case.anna.sees(case.order, CUTR_ONLY, "K-100 is Ready (by Jan)")


async def test_a_film_over_the_limit_is_told_with_the_upload_link(world: World) -> None:
    case = await an_assigned_order(world)
    here = await topic(case, WITH_CUSTOMER)
    await world.telegram.send_document(case.jan.user, GROUP, here, b"big", filename="film.mov", size=25 << 20)
    await world.settled()
    await world.wait(seconds=3)
    told = await case.jan.sees(case.order, WITH_CUSTOMER, "film.mov: larger than 20 MB")
    await case.jan.presses(told, "Upload link")
    link = await case.jan.sees_privately(f"{world.address}/u/")
    assert "K-100" in link.text
    assert not case.jan.shown(here, "/u/")


async def test_a_slip_arrives_and_its_label_takes_the_packages_photo(world: World) -> None:
    case = await an_assigned_order(world)
    await case.jan.says(case.order, CUTR_ONLY, "/slip")
    asked = await case.jan.sees(case.order, CUTR_ONLY, "How many boxes?")
    await replies(case.jan, asked, "2 boxes, 1 pallet")
    here = await topic(case)
    paper = await world.until(lambda: [m for m in world.telegram.messages(GROUP, here) if "document" in m.content])
    assert paper[0].content["document"]["file_name"] == "K-100-packing-slip-v1.pdf"

    order_id = (await case.shown())["id"]
    await world.telegram.start(case.jan.user, f"p-{order_id}-3")
    await case.jan.sees_privately("Package 3 of 3")
    await world.telegram.send_photo(case.jan.user, case.jan.user, data=PICTURES[0], bot=BOT_NAME)
    await world.settled()
    await world.wait(seconds=3)
    await case.jan.sees_privately("as package 3")
    assert await filed(case) == ["packed_photo"]
