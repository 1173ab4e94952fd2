"""Packing slips by buttons and in words, and the labels whose codes open the bot at a package."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bots.telegram.dialogs.slips import packages_in
from core.commands import AddMember
from core.files import SlipVersion
from core.orders import Order
from core.people import MemberRole
from sandbox.telegram.model import Message
from tests.integration.telegram.conftest import BOT, GROUP, GUS, JAN, Workshop


def slips(shop: Workshop, order: Order) -> list[SlipVersion]:
    return shop.desk.store.slips.find(order_id=order.id)


def papers(shop: Workshop, thread: int) -> list[Message]:
    return [m for m in shop.telegram.messages(GROUP, thread) if "document" in m.content and m.sender.is_bot]


async def opened(shop: Workshop, thread: int) -> None:
    await shop.telegram.say(JAN, GROUP, "/slip", thread)
    await shop.settle()


async def test_a_slip_by_two_presses_arrives_at_once(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await opened(shop, thread)
    assert "No packing slip was made yet" in shop.last(thread)
    await shop.press(JAN, "3", thread)
    assert "3 boxes. And how many pallets?" in shop.telegram.texts(GROUP, thread)[-1]
    await shop.press(JAN, "1", thread)
    assert [(s.version, s.boxes, s.pallets) for s in slips(shop, order)] == [(1, 3, 1)]
    (paper,) = papers(shop, thread)
    assert paper.content["document"]["file_name"] == "REF-1-packing-slip-v1.pdf"
    assert "packing slip version 1 for 3 boxes and 1 pallet" in paper.text


async def test_the_same_numbers_again_are_the_same_version(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    for text, number in (("3 boxes, 2 pallets", 1), ("3 2", 1), ("4", 2)):
        await opened(shop, thread)
        question = [m for m in shop.telegram.messages(GROUP, thread) if "How many boxes?" in m.text][-1]
        await shop.telegram.say(JAN, GROUP, text, thread, question.id)
        await shop.settle()
        assert slips(shop, order)[-1].version == number
    assert [s.outdated_at is None for s in slips(shop, order)] == [False, True]
    assert len(papers(shop, thread)) == 3
    told = [text for text in shop.telegram.texts(GROUP, thread) if "it is still version 1" in text]
    assert told
    await opened(shop, thread)
    shown = shop.last(thread)
    assert "Packing slip version 2: 4 boxes" in shown
    assert "Outdated: version 1." in shown
    await shop.press(JAN, "Send version 2 again", thread)
    assert len(papers(shop, thread)) == 4
    assert len(slips(shop, order)) == 2


async def test_words_without_a_number_and_impossible_numbers_are_refused(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await opened(shop, thread)
    question = [m for m in shop.telegram.messages(GROUP, thread) if "How many boxes?" in m.text][-1]
    for text, told in (("many", "I read no number of packages"), ("900", "out of range")):
        await shop.telegram.say(JAN, GROUP, text, thread, question.id)
        await shop.settle()
        assert told in shop.last(thread)
    assert slips(shop, order) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12", (12, 0)), ("3 boxes, 2 pallets", (3, 2)), ("2 pallets and 3 boxes", (3, 2)), ("1 palet", (0, 1)),
        ("5 dozen 1 pallet", (5, 1)), ("3 2", (3, 2)), ("", None), ("1 2 3", None), ("2 Europaletten", (0, 2)),
    ],
)  # fmt: skip
def test_packages_in_words(text: str, told: tuple[int, int] | None) -> None:
    assert packages_in(text) == told


async def scans(shop: Workshop, user: int, order: Order, number: int) -> None:
    await shop.telegram.start(user, f"p-{order.id}-{number}")
    await shop.settle()


async def test_a_scanned_label_takes_the_next_photo_for_its_package(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await opened(shop, thread)
    await shop.press(JAN, "2", thread)
    await shop.press(JAN, "no pallets", thread)
    await scans(shop, JAN, order, 2)
    assert "Package 2 of 2. Send its photo now" in shop.telegram.texts(JAN)[-1]
    await shop.telegram.send_photo(JAN, JAN, bot=BOT)
    await shop.shown()
    (file,) = shop.desk.store.files.find(order_id=order.id)
    assert (file.kind, file.package, file.party) == ("packed_photo", 2, "partner")
    assert any("as package 2" in text for text in shop.telegram.texts(JAN))

    await shop.telegram.send_photo(JAN, JAN, bot=BOT)
    await shop.shown()
    assert len(shop.desk.store.files.find(order_id=order.id)) == 1
    assert "There is no open order to write in here" in shop.telegram.texts(JAN)[-1]


async def test_an_album_after_the_scan_goes_to_the_package_as_a_whole(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await scans(shop, JAN, order, 1)
    await shop.telegram.send_album(JAN, JAN, [{"type": "photo"}] * 3, bot=BOT)
    await shop.shown()
    assert [file.package for file in shop.desk.store.files.find(order_id=order.id)] == [1, 1, 1]


async def test_half_an_hour_after_the_scan_it_is_any_photo(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await scans(shop, JAN, order, 1)
    shop.clock.advance(timedelta(minutes=31))
    await shop.telegram.send_photo(JAN, JAN, bot=BOT)
    await shop.shown()
    assert shop.desk.store.files.find(order_id=order.id) == []


async def test_a_label_opens_nothing_for_others(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await scans(shop, GUS, order, 1)
    assert "This bot is for workshops" in shop.telegram.texts(GUS)[-1]
    other = shop.desk.partner("Metaal BV", group=None)
    shop.desk.do(AddMember(other.id, "Max", MemberRole.ADMIN, telegram_user_id=GUS))
    await scans(shop, GUS, order, 1)
    assert "does not work any more" in shop.telegram.texts(GUS)[-1]
    assert shop.desk.store.asks.find(kind="package") == []


async def test_in_a_shared_private_chat_every_card_names_its_order(shop: Workshop) -> None:
    partner = shop.desk.partner("Stolarnia Nowak", group=None)
    shop.desk.member(partner, "Gus", "admin", GUS)
    await shop.telegram.start(GUS)
    order = await shop.assign(partner, "REF-7")
    card = next(m for m in shop.telegram.messages(GUS) if "🔒 REF-7" in m.text)
    await shop.telegram.send_document(GUS, GUS, filename="IMG_1.HEIC", reply_to=card.id, bot=BOT)
    await shop.shown()
    shown = shop.telegram.messages(GUS)[-1]
    assert shown.text == "🔒 REF-7 · Cutr only\nWhere does this file go?"
    await shop.telegram.press(GUS, GUS, shown.id, "Finished products")
    await shop.shown()
    (file,) = shop.desk.store.files.find(order_id=order.id)
    assert (file.kind, file.original_name, file.audience) == ("finished_photo", "IMG_1.HEIC", "cutr_only")
