"""Files and albums are passed on both ways with their words; what cannot follow is named to both sides."""

from __future__ import annotations

from sandbox.telegram.acts_media import sample_picture
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.looks import media, sees_files, slack_marks, telegram_marks
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER
from tests.scenarios.world import GROUP, World

OAK, BIRCH = sample_picture(color="peru"), sample_picture(color="wheat")


async def uploaded(case: Case, text: str, *names: str, chat: str = CUTR_ONLY) -> str:
    """Anna puts files into the thread as one message."""
    slack, root = case.world.slack, await case.anna.root(case.order, chat)
    contents = {"jpg": OAK, "png": BIRCH, "pdf": b"%PDF-1.4 plan", "zip": b"PK zipped"}
    files = [await slack.store_file("anna", name, contents[name.rpartition(".")[2]]) for name in names]
    return await slack.post_as("anna", case.anna.channel, text, root, files)


async def topic(case: Case) -> int:
    return await case.jan.topic(case.order, CUTR_ONLY)


async def test_a_photo_with_words_goes_to_slack(world: World) -> None:
    case = await an_assigned_order(world)

    said = await case.jan.sends_photo(case.order, CUTR_ONLY, "The first door")
    seen = await case.anna.sees(case.order, CUTR_ONLY, "The first door")
    assert seen["username"] == "Jan · Houtbouw BV"
    ((name, content),) = await sees_files(case.anna, case.order, CUTR_ONLY, 1)
    assert name.endswith(".jpg")
    assert content[:3] == b"\xff\xd8\xff"
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])


async def test_a_document_keeps_its_name_and_every_byte(world: World) -> None:
    case = await an_assigned_order(world)

    await world.telegram.send_document(
        case.jan.user, GROUP, await topic(case), b"%PDF-1.4 cut list", filename="cut list.pdf", caption="Please check"
    )
    await case.anna.sees(case.order, CUTR_ONLY, "Please check")
    assert await sees_files(case.anna, case.order, CUTR_ONLY, 1) == [("cut list.pdf", b"%PDF-1.4 cut list")]


async def test_an_album_arrives_as_one_message(world: World) -> None:
    case = await an_assigned_order(world)

    items: list[dict[str, object]] = [
        {"type": "photo", "caption": "All sides", "data": OAK},
        {"type": "photo", "data": BIRCH},
        {"type": "video"},
    ]
    sent = await world.telegram.send_album(case.jan.user, GROUP, items, await topic(case))
    await world.settled()
    await world.wait(seconds=2)
    await case.anna.sees(case.order, CUTR_ONLY, "All sides")
    assert len(await sees_files(case.anna, case.order, CUTR_ONLY, 3)) == 3
    thread = await case.anna.thread(case.order, CUTR_ONLY)
    assert [len(m["files"]) for m in thread if m.get("files")] == [3]
    await world.until(lambda: telegram_marks(world, sent[0]) == ["delivered"])
    await world.until(lambda: all(telegram_marks(world, one) in (["delivered"], []) for one in sent))


async def test_a_late_item_of_an_album_is_not_lost(world: World) -> None:
    case = await an_assigned_order(world)

    await world.telegram.send_media(
        "photo", case.jan.user, GROUP, await topic(case), data=OAK, album="77", caption="Sides"
    )
    await world.settled()
    await world.wait(seconds=5)
    await sees_files(case.anna, case.order, CUTR_ONLY, 1)
    await world.telegram.send_media("photo", case.jan.user, GROUP, await topic(case), data=OAK, album="77")
    await world.settled()
    await world.wait(seconds=5)
    await sees_files(case.anna, case.order, CUTR_ONLY, 2)


async def test_files_from_slack_arrive_as_an_album_with_the_words_below(world: World) -> None:
    case = await an_assigned_order(world)

    written = await uploaded(case, "Three *drawings*", "a.jpg", "b.png", "c.jpg")
    await case.jan.sees(case.order, CUTR_ONLY, "Three drawings")
    photos = media(world, GROUP, await topic(case), "photo")
    assert len(photos) == 3
    assert len({one.media_group_id for one in photos}) == 1
    assert [one.text for one in photos][1:] == ["", ""]
    await world.until(lambda: slack_marks(case.anna, written) == ["delivered"])


async def test_files_of_different_kinds_all_arrive(world: World) -> None:
    case = await an_assigned_order(world)

    await uploaded(case, "Everything", "a.jpg", "plan.pdf", "all.zip", "b.png")
    await case.jan.sees(case.order, CUTR_ONLY, "Everything")
    await world.settled()
    names = [m.content["document"]["file_name"] for m in media(world, GROUP, await topic(case), "document")]
    assert names == ["plan.pdf", "all.zip"]
    assert len(media(world, GROUP, await topic(case), "photo")) == 2


async def test_more_files_than_an_album_holds(world: World) -> None:
    case = await an_assigned_order(world)

    await uploaded(case, "Twelve", *[f"{number}.jpg" for number in range(12)])
    await case.jan.sees(case.order, CUTR_ONLY, "Twelve")
    await world.settled()
    assert len(media(world, GROUP, await topic(case), "photo")) == 12


async def test_a_file_without_words(world: World) -> None:
    case = await an_assigned_order(world)

    await uploaded(case, "", "plan.pdf")
    here = await topic(case)
    await world.until(lambda: media(world, GROUP, here, "document"))
    (shown,) = media(world, GROUP, here, "document")
    assert "Anna" in shown.text


async def test_words_too_long_for_a_caption_go_before_the_file(world: World) -> None:
    case = await an_assigned_order(world)

    await uploaded(case, "word " * 400 + "end", "plan.pdf")
    words = await case.jan.sees(case.order, CUTR_ONLY, "word end")
    await world.settled()
    (file,) = media(world, GROUP, await topic(case), "document")
    assert words.id < file.id


async def test_a_note_with_a_file_stays_in_slack(world: World) -> None:
    case = await an_assigned_order(world)

    await uploaded(case, "note: our margin", "margin.pdf")
    await world.settled()
    assert media(world, GROUP, await topic(case), "document") == []


async def test_a_file_too_big_to_fetch_is_named_to_both(world: World) -> None:
    case = await an_assigned_order(world)

    await world.telegram.send_document(
        case.jan.user, GROUP, await topic(case), b"big", filename="film.mov", caption="The film", size=25 << 20
    )
    await case.anna.sees(case.order, CUTR_ONLY, "The film")
    await case.anna.sees(case.order, CUTR_ONLY, "film.mov could not be brought over")
    told = await case.jan.sees(case.order, CUTR_ONLY, "film.mov")
    assert told.sender.is_bot


async def test_a_file_kept_outside_slack_is_named(world: World) -> None:
    case = await an_assigned_order(world)

    file = await world.slack.store_file("anna", "sheet.gsheet", b"", "https://drive.example/sheet")
    root = await case.anna.root(case.order, CUTR_ONLY)
    await world.slack.post_as("anna", case.anna.channel, "The sheet", root, [file])
    seen = await case.jan.sees(case.order, CUTR_ONLY, "The sheet")
    assert "sheet.gsheet" in seen.text
    assert "https://drive.example/sheet" in seen.text


async def test_files_are_taken_back_with_their_message(world: World) -> None:
    case = await an_assigned_order(world)

    written = await uploaded(case, "Wrong plan", "plan.pdf")
    await case.jan.sees(case.order, CUTR_ONLY, "Wrong plan")
    await world.settled()
    await world.slack.delete_as("anna", case.anna.channel, written)
    await world.settled()
    assert media(world, GROUP, await topic(case), "document") == []

    await case.jan.sends_photo(case.order, CUTR_ONLY, "Wrong photo")
    await case.anna.sees(case.order, CUTR_ONLY, "Wrong photo")
    await sees_files(case.anna, case.order, CUTR_ONLY, 1)
    await case.jan.says(case.order, CUTR_ONLY, "/undo")
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "Wrong photo")
    await sees_files(case.anna, case.order, CUTR_ONLY, 0)


async def test_a_caption_can_be_edited(world: World) -> None:
    case = await an_assigned_order(world)

    written = await uploaded(case, "The pln", "plan.pdf")
    copy = await case.jan.sees(case.order, CUTR_ONLY, "The pln")
    await world.settled()
    await world.slack.edit_as("anna", case.anna.channel, written, "The plan")
    assert (await case.jan.sees(case.order, CUTR_ONLY, "The plan")).id == copy.id

    said = await case.jan.sends_photo(case.order, CUTR_ONLY, "The dor")
    await case.anna.sees(case.order, CUTR_ONLY, "The dor")
    await world.settled()
    await world.telegram.edit(case.jan.user, GROUP, said, "The door")
    await case.anna.sees(case.order, CUTR_ONLY, "The door")
    await sees_files(case.anna, case.order, CUTR_ONLY, 1)


async def test_a_file_for_the_customer_waits_and_can_be_undone(world: World) -> None:
    case = await an_assigned_order(world)

    await uploaded(case, "For the customer", "plan.pdf", chat=WITH_CUSTOMER)
    held = await case.anna.sees_privately("Undo")
    await case.anna.presses(held, "Undo")
    await world.wait(seconds=30)
    shared = await case.jan.topic(case.order, WITH_CUSTOMER)
    assert media(world, GROUP, shared, "document") == []
