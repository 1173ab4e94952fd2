from datetime import timedelta

import pytest
from telegram import InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from sandbox.telegram.acts_media import sample_picture
from tests.integration.sandbox_telegram.conftest import EVA, FORUM, JAN, PLAIN, Place


async def test_a_photo_is_a_ladder_and_can_be_fetched_for_an_hour(place: Place) -> None:
    await place.sandbox.send_photo(EVA, FORUM, data=sample_picture(3000, 2000), caption="weld")
    message = (await place.updates())[0]["message"]
    assert [(one["width"], one["height"]) for one in message["photo"]] == [
        (90, 60), (320, 213), (800, 533), (1280, 853), (2560, 1707),
    ]  # fmt: skip
    file = await place.bot.get_file(message["photo"][-1]["file_id"])
    data = bytes(await file.download_as_bytearray())
    assert data[:2] == b"\xff\xd8"
    place.clock.advance(timedelta(hours=1, seconds=1))
    with pytest.raises(Exception, match="Not Found"):
        await file.download_as_bytearray()


async def test_documents_keep_bytes_and_name_and_file_ids_are_reusable(place: Place) -> None:
    sent = await place.bot.send_document(
        FORUM, b"drawing", filename="plan.pdf", caption="<b>Plan</b>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type, sent.caption) == ("plan.pdf", "application/pdf", "Plan")
    again = await place.bot.send_document(PLAIN, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_unique_id == sent.document.file_unique_id
    file = await place.bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"drawing"
    with pytest.raises(BadRequest, match=r"(?i)can't use file of type Document as Photo"):
        await place.bot.send_photo(FORUM, sent.document.file_id)


async def test_every_kind_of_medium_is_accepted(place: Place) -> None:
    bot = place.bot
    assert (await bot.send_video(FORUM, b"v", filename="v.mp4")).video
    assert (await bot.send_audio(FORUM, b"a", filename="a.mp3", title="T")).audio
    assert (await bot.send_voice(FORUM, b"o")).voice
    assert (await bot.send_animation(FORUM, b"g", filename="g.mp4")).animation
    assert (await bot.send_video_note(FORUM, b"n")).video_note
    assert (await bot.send_sticker(FORUM, b"s")).sticker
    assert (await bot.send_location(FORUM, 52.0, 4.0)).location
    assert (await bot.send_contact(FORUM, "+31", "Jan")).contact


async def test_people_send_every_kind(place: Place) -> None:
    sandbox = place.sandbox
    for act in (sandbox.send_photo, sandbox.send_document, sandbox.send_voice, sandbox.send_video):
        await act(EVA, FORUM)
    for plain in (sandbox.send_video_note, sandbox.send_sticker, sandbox.send_location, sandbox.send_contact):
        await plain(EVA, FORUM)
    await sandbox.send_poll(EVA, FORUM, "When?", ["Monday", "Friday"])
    assert len(await place.updates()) == 9


async def test_large_files_cannot_be_fetched(place: Place) -> None:
    await place.sandbox.send_document(EVA, FORUM, size=(20 << 20) + 1)
    message = (await place.updates())[0]["message"]
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await place.bot.get_file(message["document"]["file_id"])
    with pytest.raises(BadRequest, match=r"(?i)wrong file_id or the file is temporarily unavailable"):
        await place.bot.get_file("nonsense")


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"no picture", "IMAGE_PROCESS_FAILED"), (sample_picture(2100, 100), "PHOTO_INVALID_DIMENSIONS")],
)
async def test_pictures_that_are_none(place: Place, data: bytes, text: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){text}"):
        await place.bot.send_photo(FORUM, data)


async def test_captions_have_a_limit(place: Place) -> None:
    with pytest.raises(BadRequest, match=r"(?i)message caption is too long"):
        await place.bot.send_document(FORUM, b"x", caption="x" * 1025)


async def test_albums_both_ways(place: Place) -> None:
    sent = await place.bot.send_media_group(
        FORUM, [InputMediaPhoto(sample_picture(), caption="one"), InputMediaPhoto(sample_picture(color="teal"))]
    )
    assert len({one.media_group_id for one in sent}) == 1
    assert [one.caption for one in sent] == ["one", None]
    with pytest.raises(BadRequest, match=r"(?i)document can't be mixed with other media types"):
        await place.bot.send_media_group(FORUM, [InputMediaPhoto(sample_picture()), InputMediaDocument(b"x")])
    await place.sandbox.send_album(
        EVA, FORUM, [{"type": "photo", "caption": "c"}, {"type": "photo"}, {"type": "video"}]
    )
    updates = [one["message"] for one in await place.updates()]
    assert len({one["media_group_id"] for one in updates}) == 1
    assert [one.get("caption") for one in updates] == ["c", None, None]


async def test_copies_have_no_origin_and_forwards_have(place: Place) -> None:
    said = await place.sandbox.say(JAN, PLAIN, "hello")
    copied = await place.bot.copy_message(FORUM, PLAIN, said)
    assert place.sandbox.shown(FORUM, copied.message_id)["text"] == "hello"
    assert len(await place.bot.copy_messages(FORUM, PLAIN, [said])) == 1
    forwarded = await place.bot.forward_message(FORUM, PLAIN, said)
    assert forwarded.forward_origin is not None
    with pytest.raises(BadRequest, match=r"(?i)message to copy not found"):
        await place.bot.copy_message(FORUM, PLAIN, 9999)


async def test_captions_and_keyboards_are_edited(place: Place) -> None:
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    sent = await place.bot.send_document(FORUM, b"x", caption="one")
    edited = await place.bot.edit_message_caption(FORUM, sent.message_id, caption="two")
    assert not isinstance(edited, bool)
    assert edited.caption == "two"
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("B", callback_data="b")]])
    await place.bot.edit_message_reply_markup(FORUM, sent.message_id, reply_markup=markup)
    assert place.sandbox.last_keyboard(FORUM)[0][0]["text"] == "B"
    with pytest.raises(BadRequest, match=r"(?i)there is no text in the message to edit"):
        await place.bot.edit_message_text("x", FORUM, sent.message_id)
