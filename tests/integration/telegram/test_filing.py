"""Where photos and papers go: one question per set, one answer line, and every press on it, in a group's topics."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.chats import Audience
from core.commands import MarkReady, ReviewSet
from core.files import File, FileKind, SetState, UploadSet
from core.orders import Order, Status
from sandbox.telegram.model import Message
from tests.integration.telegram.conftest import EVA, GROUP, GUS, JAN, PAGE, Workshop
from tests.support.desk import ANNA

ALL_KINDS = {
    "Finished products", "Packed products", "Production drawings", "Samples", "Signed packing slip", "Other",
}  # fmt: skip


def files(shop: Workshop, order: Order) -> list[File]:
    return shop.desk.store.files.find(order_id=order.id, withdrawn_at=None)


def kinds(shop: Workshop, order: Order) -> list[str]:
    return [file.kind for file in files(shop, order)]


def sets(shop: Workshop, order: Order) -> list[UploadSet]:
    return shop.desk.store.upload_sets.find(order_id=order.id)


async def send(shop: Workshop, order: Order, caption: str = "", user: int = JAN) -> int:
    number = await shop.telegram.send_photo(user, GROUP, shop.topic(order), caption=caption)
    await shop.shown()
    return number


async def answer(shop: Workshop, thread: int, *, caption: str = "", words: str = "") -> None:
    """Reply to the newest message of the bot with a photo, or with words."""
    question = [one for one in shop.telegram.messages(GROUP, thread) if one.sender.is_bot][-1]
    if words:
        await shop.telegram.say(JAN, GROUP, words, thread, question.id)
    else:
        await shop.telegram.send_photo(JAN, GROUP, thread, caption=caption, reply_to=question.id)
    await shop.shown()


def cards(shop: Workshop, thread: int) -> list[Message]:
    words = ("Where do", "filed under", "Taken back", "Nothing new", "New version", "larger than")
    return [m for m in shop.telegram.messages(GROUP, thread) if any(word in m.text for word in words)]


async def test_one_question_for_a_burst_and_one_answer(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    for _ in range(3):
        await shop.telegram.send_photo(JAN, GROUP, thread)
    await shop.shown()
    (card,) = cards(shop, thread)
    assert card.text == "Where do these 3 photos go?"
    assert set(shop.labels(thread)) == ALL_KINDS
    assert shop.labels(thread)[0] == "Finished products"
    assert files(shop, order) == []

    assert await shop.press(EVA, "Packed products", thread) == "Packed products"
    await shop.shown()
    (card,) = cards(shop, thread)
    assert card.text == "✅ 3 filed under Packed products · still missing: finished product pictures"
    assert shop.labels(thread) == ["Move", "Undo"]
    assert kinds(shop, order) == ["packed_photo"] * 3


async def test_a_caption_decides_and_the_photo_is_relayed_all_the_same(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await send(shop, order, "Ingepakt, doos 2")
    assert "✅ 1 filed under Packed products as package 2" in shop.last(shop.topic(order))
    assert kinds(shop, order) == ["packed_photo"]
    assert shop.slack.words(Audience.CUTR_ONLY) == ["Ingepakt, doos 2"]


async def test_move_and_undo(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await send(shop, order, "Finished")
    await shop.press(JAN, "Move", thread)
    assert {*ALL_KINDS, "Back"} == set(shop.labels(thread))
    await shop.press(JAN, "Back", thread)
    assert "Name part and side" in shop.labels(thread)
    await shop.press(JAN, "Move", thread)
    await shop.press(JAN, "Other", thread)
    await shop.shown()
    assert kinds(shop, order) == ["other"]
    assert "filed under Other" in shop.last(thread)
    assert await shop.press(JAN, "Undo", thread) == "Taken back"
    await shop.shown()
    assert files(shop, order) == []
    assert "Taken back" in shop.last(thread)
    assert not cards(shop, thread)[-1].keyboard


async def test_nobody_else_presses(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await send(shop, order)
    told = await shop.press(GUS, "Other", shop.topic(order))
    assert "not yours to do here" in str(told)
    assert files(shop, order) == []


async def test_what_a_guest_sends_is_not_filed(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await send(shop, order, "Finished", user=GUS)
    assert sets(shop, order) == []


async def test_warnings_are_kept_or_taken_again(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        shop.shelf.warnings[name] = ["blurred"] if name == "b.jpg" else []
        await shop.telegram.send_document(JAN, GROUP, thread, filename=name, caption="Finished")
    await shop.shown()
    assert "⚠️ b.jpg: blurred" in shop.last(thread)
    told = await shop.press(JAN, "Retake", thread)
    assert "Please send a new one" in str(told)
    await shop.shown()
    assert shop.last(thread).startswith("✅ 2 filed under Finished products")
    assert [file.original_name for file in files(shop, order)] == ["a.jpg", "c.jpg"]

    shop.shelf.warnings["d.jpg"] = ["too_dark", "too_small"]
    await shop.telegram.send_document(JAN, GROUP, thread, filename="d.jpg", caption="Packed")
    await shop.shown()
    assert "too dark to judge the finish" in shop.last(thread)
    await shop.press(EVA, "Keep", thread)
    await shop.shown()
    assert "too dark" not in shop.last(thread)
    assert kinds(shop, order) == ["finished_photo", "finished_photo", "packed_photo"]
    await shop.press(EVA, "Move", thread)
    await shop.press(EVA, "Samples", thread)
    await shop.shown()
    assert "too dark" not in shop.last(thread)


async def test_a_retaken_single_photo_leaves_nothing(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    shop.shelf.warnings["a.jpg"] = ["blurred"]
    await shop.telegram.send_document(JAN, GROUP, thread, filename="a.jpg", caption="Finished")
    await shop.shown()
    await shop.press(JAN, "Retake", thread)
    await shop.shown()
    assert "Taken back" in shop.last(thread)
    assert [one.state for one in sets(shop, order)] == [SetState.UNDONE]


async def test_the_same_photo_again_is_said_to_be_there(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    shop.shelf.twins = {"a.jpg": "same", "b.jpg": "same"}
    for name in ("a.jpg", "b.jpg"):
        await shop.telegram.send_document(JAN, GROUP, thread, filename=name, caption="Finished")
        await shop.shown()
        shop.clock.advance(timedelta(minutes=2))
    filed = files(shop, order)
    assert len(filed) == 1
    assert f"b.jpg is already filed as {filed[0].name}" in shop.last(thread)


async def test_a_file_that_is_gone_is_named_and_the_others_go_on(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    shop.shelf.gone = {"b.jpg"}
    for name in ("a.jpg", "b.jpg"):
        await shop.telegram.send_document(JAN, GROUP, thread, filename=name, caption="Packed")
    await shop.shown()
    assert "✅ 1 filed" in shop.last(thread)
    assert "One file could not be fetched" in shop.last(thread)


async def test_the_orders_own_folders(shop: Workshop) -> None:
    order, _ = await shop.assigned(folders=["Kitchen", "Wardrobe"])
    thread = shop.topic(order)
    await send(shop, order)
    await shop.press(JAN, "Finished products", thread)
    await shop.shown()
    assert shop.labels(thread)[:2] == ["📁 Kitchen", "📁 Wardrobe"]
    await shop.press(JAN, "📁 Wardrobe", thread)
    await shop.shown()
    assert [file.folder for file in files(shop, order)] == ["Wardrobe/Finished products"]
    assert "filed under Wardrobe / Finished products" in shop.last(thread)
    assert "📁 Kitchen" not in shop.labels(thread)


async def test_one_folder_needs_no_question(shop: Workshop) -> None:
    order, _ = await shop.assigned(folders=["Kitchen"])
    await send(shop, order)
    await shop.press(JAN, "Finished products", shop.topic(order))
    assert [file.folder for file in files(shop, order)] == ["Kitchen/Finished products"]


async def test_part_and_side_on_demand(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.telegram.send_document(JAN, GROUP, thread, filename="partA_front.jpg", caption="Finished")
    photos = [await shop.telegram.send_photo(JAN, GROUP, thread) for _ in range(3)]
    await shop.shown()
    await shop.press(JAN, "Name part and side", thread)
    asked = shop.telegram.messages(GROUP, thread)[-1]
    assert "(2 of 4): which part, and which side?" in asked.text
    assert asked.reply_to == photos[0]
    await answer(shop, thread, words="Door left, front")
    assert "Door left, front" in shop.last(thread)
    await shop.press(JAN, "Skip", thread)
    assert "(4 of 4)" in shop.last(thread)
    await shop.press(JAN, "Back", thread)
    assert "That was the last one" in shop.last(thread)
    assert [file.part_side for file in files(shop, order)] == ["partA front", "Door left, front", None, "Back"]


async def test_files_shows_what_is_there_and_what_is_missing(shop: Workshop) -> None:
    order, _ = await shop.assigned(needs_production_drawings=True)
    thread = shop.topic(order)
    await send(shop, order, "Finished")
    await shop.telegram.say(JAN, GROUP, "/files", thread)
    await shop.settle()
    shown = shop.last(thread)
    assert "🟡 Finished products: 1 (1 in review)" in shown
    assert "⬜ Packed products: none yet" in shown
    assert "Still missing before Ready: packed product pictures and production drawings." in shown
    await shop.press(JAN, "Finished products (1)", thread)
    assert files(shop, order)[0].name in shop.last(thread)
    assert "v1, " in shop.last(thread)


async def test_an_upload_link_goes_to_the_presser_alone(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    shared = shop.topic(order, Audience.WITH_CUSTOMER)
    await shop.telegram.start(JAN)
    await shop.telegram.say(JAN, GROUP, "/files", shared)
    await shop.settle()
    await shop.press(JAN, "Upload link", shared)
    begin = PAGE.format("")
    assert any(begin in text for text in shop.telegram.texts(JAN))
    assert not any(begin in text for text in shop.telegram.texts(GROUP, shared))
    assert "I sent you the link in our private chat" in shop.last(shared)


async def test_without_a_private_chat_the_link_stays_out_of_the_customers_topic(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    begin = PAGE.format("")
    for audience, seen in ((Audience.WITH_CUSTOMER, False), (Audience.CUTR_ONLY, True)):
        thread = shop.topic(order, audience)
        await shop.telegram.say(EVA, GROUP, "/files", thread)
        await shop.settle()
        await shop.press(EVA, "Upload link", thread)
        assert any(begin in text for text in shop.telegram.texts(GROUP, thread)) is seen


async def test_the_checklist_is_ticked_by_uploads(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.telegram.say(JAN, GROUP, "/files", thread)
    await shop.settle()
    await shop.press(JAN, "Photo checklist", thread)
    await shop.press(JAN, "Packed goods", thread)
    await shop.press(JAN, "⬜ Products before packing", thread)
    await answer(shop, thread, caption="on the bench")
    assert kinds(shop, order) == ["packed_photo"]
    assert [one.note for one in sets(shop, order)] == ["Products before packing: on the bench"]
    await shop.telegram.say(JAN, GROUP, "/files", thread)
    await shop.settle()
    await shop.press(JAN, "Photo checklist", thread)
    await shop.press(JAN, "Packed goods", thread)
    assert "1 of 3" in shop.last(thread)
    assert "✅ Products before packing" in shop.labels(thread)
    assert shop.slack.words(Audience.CUTR_ONLY) == []


@pytest.mark.parametrize("caption", ["", "new one, sanded again"])
async def test_a_rejected_file_is_revised(shop: Workshop, caption: str) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.photos(order)
    first = files(shop, order)[0]
    await shop.desk.dispatcher.dispatch(ReviewSet(first.set_id, approve=False, note="Scratch on the door"), ANNA)
    await shop.shown()
    assert "Scratch on the door" in shop.telegram.texts(GROUP, thread)[-1]
    await shop.telegram.say(JAN, GROUP, "/ready", thread)
    await shop.settle()
    assert f"Rejected, a revision is needed: {first.name}" in shop.last(thread)

    await shop.press(JAN, f"Upload revision: {first.name}", thread)
    assert "What to change: Scratch on the door" in shop.last(thread)
    await answer(shop, thread, words="soon")
    assert "with the file itself" in shop.last(thread)
    question = next(m for m in reversed(shop.telegram.messages(GROUP, thread)) if "the new version of" in m.text)
    await shop.telegram.send_photo(JAN, GROUP, thread, caption=caption, reply_to=question.id)
    await shop.shown()
    assert f"New version 2 of {first.name}" in shop.last(thread)
    now = shop.desk.store.files.get(first.id)
    assert now is not None
    assert (now.revision, now.review) == (2, "pending")

    await shop.telegram.say(JAN, GROUP, "/files", thread)
    await shop.settle()
    await shop.press(JAN, "Finished products (1)", thread)
    assert "v2, " in shop.last(thread)
    assert "rejected · Finished / Scratch on the door" in shop.last(thread)


async def test_an_album_as_revision_makes_one_version_and_loses_nothing(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.photos(order)
    first = files(shop, order)[0]
    await shop.desk.dispatcher.dispatch(ReviewSet(first.set_id, approve=False, note="Scratch"), ANNA)
    await shop.shown()
    await shop.press(JAN, "Upload revision", thread)
    question = next(m for m in reversed(shop.telegram.messages(GROUP, thread)) if "the new version of" in m.text)
    for _ in range(3):
        await shop.telegram.send_media("photo", JAN, GROUP, thread, album="9", reply_to=question.id)
        await shop.settle()
    await shop.shown()
    now = shop.desk.store.files.get(first.id)
    assert now is not None
    assert now.revision == 2
    assert "Where do these 2 photos go?" in shop.last(thread)


async def test_ready_says_what_is_missing_and_works_once_it_is_there(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.telegram.say(JAN, GROUP, "/ready", thread)
    await shop.settle()
    assert "Still missing: finished product pictures and packed product pictures." in shop.last(thread)
    assert "Yes, it is packed" not in shop.labels(thread)
    await shop.photos(order)
    await shop.telegram.say(JAN, GROUP, "/ready", thread)
    await shop.settle()
    await shop.press(JAN, "Yes, it is packed", thread)
    found = shop.desk.store.orders.get(order.id)
    assert found is not None
    assert found.status is Status.READY


async def test_delivered_asks_for_the_signed_slip(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.photos(order)
    await shop.desk.dispatcher.dispatch(MarkReady(order.id), ANNA)
    await shop.telegram.say(JAN, GROUP, "/delivered", thread)
    await shop.settle()
    await shop.press(JAN, "Yes, slip is signed", thread)
    asked = next(m for m in shop.telegram.messages(GROUP, thread) if "photograph the signed packing slip" in m.text)
    await shop.telegram.send_photo(JAN, GROUP, thread, reply_to=asked.id)
    await shop.shown()
    assert kinds(shop, order)[-1] is FileKind.SIGNED_PACKING_SLIP
    assert "filed under Signed packing slip" in shop.last(thread)
