import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken
from telegram.request import HTTPXRequest

from tests.integration.sandbox_telegram.conftest import BOT, JAN, TOM, Place


async def test_a_started_chat_carries_the_payload_and_is_answered(place: Place) -> None:
    await place.sandbox.start(JAN, "invite_1")
    update = (await place.bot.get_updates())[0]
    assert update.message is not None
    assert update.message.text == "/start invite_1"
    assert update.message.entities[0].type == "bot_command"
    sent = await place.bot.send_message(JAN, "Hello <b>Jan</b> &amp; 👍 <i>you</i>", parse_mode="HTML")
    assert sent.text == "Hello Jan & 👍 you"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 6, 3), ("italic", 15, 3)]
    assert place.sandbox.texts(JAN) == ["/start invite_1", "Hello Jan & 👍 you"]


async def test_a_bot_is_not_told_of_its_own_posts(place: Place) -> None:
    await place.sandbox.start(JAN)
    await place.updates()
    await place.bot.send_message(JAN, "hello")
    assert await place.updates() == []


async def test_a_stranger_cannot_be_written_to(place: Place) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await place.bot.send_message(TOM, "hi")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await place.bot.send_message(JAN, "hi")


async def test_blocking_is_told_and_closes_the_door_until_start(place: Place) -> None:
    await place.sandbox.start(JAN)
    await place.sandbox.block(JAN)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await place.bot.send_message(JAN, "hi")
    update = (await place.updates())[-1]
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await place.sandbox.start(JAN)
    assert (await place.bot.send_message(JAN, "hi")).text == "hi"


async def test_a_deleted_account_refuses(place: Place) -> None:
    await place.sandbox.start(JAN)
    await place.sandbox.deactivate(JAN)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await place.bot.send_message(JAN, "hi")


async def test_a_pressed_button_waits_for_its_answer(place: Place) -> None:
    await place.sandbox.start(JAN)
    await place.updates()
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Accept", callback_data="a:1")]])
    sent = await place.bot.send_message(JAN, "Offer", reply_markup=keyboard)
    assert place.sandbox.last_keyboard(JAN) == [[{"text": "Accept", "callback_data": "a:1"}]]
    assert await place.sandbox.press(JAN, JAN, sent.message_id, "Accept", timeout=0) is None
    update = (await place.updates())[0]
    assert update["callback_query"]["data"] == "a:1"
    assert update["callback_query"]["message"]["message_id"] == sent.message_id
    await place.bot.answer_callback_query(update["callback_query"]["id"], "Done")
    assert place.sandbox.answers(JAN)[-1]["text"] == "Done"


async def test_an_old_query_cannot_be_answered_and_its_update_expires(place: Place) -> None:
    from datetime import timedelta

    await place.sandbox.start(JAN)
    await place.updates()
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await place.bot.send_message(JAN, "Go?", reply_markup=keyboard)
    await place.sandbox.press(JAN, JAN, sent.message_id, "go", timeout=0)
    query_id = place.sandbox.pending()[0]["callback_query"]["id"]
    place.clock.advance(timedelta(seconds=151))
    assert place.sandbox.pending() == []
    with pytest.raises(BadRequest, match=r"(?i)query is too old and response timeout expired or query ID is invalid"):
        await place.bot.answer_callback_query(query_id)


@pytest.mark.parametrize(
    ("args", "text"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "ä" * 4097}, "message is too long"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"text": "a<br>x", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "br" at byte offset 1',
        ),
        (
            {"text": "é<b>x</i>", "parse_mode": "HTML"},
            'can\'t parse entities: Unmatched end tag at byte offset 6, expected "</b>", found "</i>"',
        ),
        ({"text": "x</b>", "parse_mode": "HTML"}, "can't parse entities: Unexpected end tag at byte offset 1"),
        (
            {"text": "a.b", "parse_mode": "MarkdownV2"},
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ({"text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
        ({"text": "x", "reply_parameters": {"message_id": 9999}}, "message to be replied not found"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "é" * 33}]]}},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b", "url": "http://localhost:80/"}]]}},
            "inline keyboard button URL 'http://localhost:80/' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_what_telegram_refuses_is_refused(place: Place, args: dict[str, object], text: str) -> None:
    await place.sandbox.start(JAN)
    before = len(place.sandbox.messages(JAN))
    body = await place.raw("sendMessage", chat_id=JAN, **args)
    assert body == {"ok": False, "error_code": 400, "description": f"Bad Request: {text}"}
    assert len(place.sandbox.messages(JAN)) == before


async def test_lengths_count_code_points(place: Place) -> None:
    await place.sandbox.start(JAN)
    sent = await place.bot.send_message(JAN, "👍" * 4096)
    assert sent.text == "👍" * 4096


async def test_a_reply_may_lose_its_target(place: Place) -> None:
    await place.sandbox.start(JAN)
    reply = ReplyParameters(9999, allow_sending_without_reply=True)
    assert (await place.bot.send_message(JAN, "x", reply_parameters=reply)).reply_to_message is None


async def test_edits_and_their_refusals(place: Place) -> None:
    said = await place.sandbox.start(JAN)
    sent = await place.bot.send_message(JAN, "one")
    edited = await place.bot.edit_message_text("two", JAN, sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    with pytest.raises(BadRequest, match=r"(?i)message is not modified: specified new message content"):
        await place.bot.edit_message_text("two", JAN, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await place.bot.edit_message_text("two", JAN, 9999)
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await place.bot.edit_message_text("two", JAN, said)


async def test_reactions_are_of_the_list(place: Place) -> None:
    said = await place.sandbox.start(JAN)
    assert await place.bot.set_message_reaction(JAN, said, "\u2764")
    assert place.sandbox.reactions(JAN, said) == {BOT: ["\u2764"]}
    with pytest.raises(BadRequest, match=r"(?i)reaction_invalid"):
        await place.bot.set_message_reaction(JAN, said, "✅")


async def test_topics_in_private_chats_need_the_switch(place: Place) -> None:
    await place.sandbox.start(JAN)
    with pytest.raises(BadRequest, match=r"(?i)the chat is not a forum"):
        await place.bot.create_forum_topic(JAN, "A")
    place.sandbox.bot().has_topics_enabled = True
    assert (await place.bot.get_me()).has_topics_enabled
    topic = await place.bot.create_forum_topic(JAN, "A")
    sent = await place.bot.send_message(JAN, "in it", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    assert sent.message_thread_id == topic.message_thread_id
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await place.bot.send_message(JAN, "x", message_thread_id=9999)


async def test_tokens_methods_and_names(place: Place) -> None:
    answer = await place.http.get(f"{place.url}/bot1:AAwrong/getMe")
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")
    assert (await place.raw("noSuchThing")) == {
        "ok": False, "error_code": 404, "description": "Not Found: method not found",
    }  # fmt: skip
    assert (await place.raw("GETME"))["result"]["username"] == "cutr_bot"
    request = HTTPXRequest()
    stranger = Bot("1:AAwrong", base_url=f"{place.url}/bot", request=request)
    with pytest.raises(InvalidToken):
        await stranger.get_me()
    await request.shutdown()


async def test_commands_are_kept_by_scope_and_language(place: Place) -> None:
    from telegram import BotCommandScopeChat

    await place.bot.set_my_commands([("orders", "Orders")])
    await place.bot.set_my_commands([("orders", "Opdrachten")], scope=BotCommandScopeChat(FORUM_ID), language_code="nl")
    assert place.sandbox.commands() == [{"command": "orders", "description": "Orders"}]
    assert (await place.bot.get_my_commands())[0].description == "Orders"
    assert place.sandbox.commands({"type": "chat", "chat_id": FORUM_ID}, "nl")[0]["description"] == "Opdrachten"
    await place.bot.delete_my_commands()
    assert place.sandbox.commands() == []
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await place.bot.set_my_commands([("Bad-Name", "x")])


FORUM_ID = -1001000000001
