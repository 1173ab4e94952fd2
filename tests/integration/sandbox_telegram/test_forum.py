import pytest
from telegram import ReplyParameters
from telegram.error import BadRequest

from sandbox.faults import Fault
from sandbox.telegram import NotPossibleError
from tests.integration.sandbox_telegram.conftest import BOT, EVA, FORUM, JAN, PLAIN, Place


async def test_a_topic_is_echoed_in_service_message_and_sends(place: Place) -> None:
    topic = await place.bot.create_forum_topic(FORUM, "🔒 A-1", icon_color=7322096)
    update = (await place.updates())[0]["message"]
    assert update["forum_topic_created"]["name"] == "🔒 A-1"
    assert update["from"]["id"] == BOT
    assert update["message_thread_id"] == update["message_id"] == topic.message_thread_id
    sent = await place.bot.send_message(FORUM, "hello", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.message_id == topic.message_thread_id
    said = await place.sandbox.say(EVA, FORUM, "hi", thread_id=topic.message_thread_id)
    update = (await place.updates())[0]["message"]
    assert (update["message_id"], update["is_topic_message"]) == (said, True)
    assert update["reply_to_message"]["forum_topic_created"]["name"] == "🔒 A-1"


async def test_general_has_no_thread_id_and_id_one_is_refused(place: Place) -> None:
    sent = await place.bot.send_message(FORUM, "general")
    assert sent.message_thread_id is None
    assert sent.is_topic_message is None
    for thread_id in (1, 77777):
        with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
            await place.bot.send_message(FORUM, "x", message_thread_id=thread_id)
    body = await place.raw("sendMessage", chat_id=FORUM, text="x", message_thread_id=-5)
    assert "message_thread_id" not in body["result"]
    await place.sandbox.say(EVA, FORUM, "hi")
    assert "message_thread_id" not in (await place.updates())[0]["message"]


async def test_a_reply_goes_to_the_topic_of_its_target(place: Place) -> None:
    topic = await place.bot.create_forum_topic(FORUM, "A")
    said = await place.sandbox.say(EVA, FORUM, "hi", thread_id=topic.message_thread_id)
    sent = await place.bot.send_message(FORUM, "re", reply_parameters=ReplyParameters(said))
    assert sent.message_thread_id == topic.message_thread_id
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.message_id == said


async def test_a_deleted_topic_refuses_messages_but_not_chat_actions(place: Place) -> None:
    topic = (await place.bot.create_forum_topic(FORUM, "A")).message_thread_id
    await place.updates()
    await place.sandbox.delete_topic(FORUM, topic)
    assert await place.updates() == []
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await place.bot.send_message(FORUM, "x", message_thread_id=topic)
    assert await place.bot.send_chat_action(FORUM, "typing", message_thread_id=topic)
    with pytest.raises(BadRequest, match=r"(?i)topic_id_invalid"):
        await place.bot.edit_forum_topic(FORUM, topic, "B")


async def test_a_closed_topic_is_open_to_admins_only(place: Place) -> None:
    topic = (await place.bot.create_forum_topic(FORUM, "A")).message_thread_id
    await place.bot.close_forum_topic(FORUM, topic)
    with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
        await place.bot.close_forum_topic(FORUM, topic)
    await place.bot.send_message(FORUM, "admins may", message_thread_id=topic)
    with pytest.raises(NotPossibleError):
        await place.sandbox.say(EVA, FORUM, "members may not", thread_id=topic)
    await place.sandbox.demote(FORUM, BOT)
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await place.bot.send_message(FORUM, "x", message_thread_id=topic)
    await place.bot.reopen_forum_topic(FORUM, topic)
    kinds = [
        next(k for k in u["message"] if k.startswith("forum_topic")) for u in await place.updates() if "message" in u
    ]
    assert kinds == ["forum_topic_created", "forum_topic_closed", "forum_topic_reopened"]


async def test_topics_need_the_right_and_a_forum(place: Place) -> None:
    await place.sandbox.promote(FORUM, BOT, rights=["can_manage_chat"])
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to create a topic"):
        await place.bot.create_forum_topic(FORUM, "A")
    with pytest.raises(BadRequest, match=r"(?i)the chat is not a forum"):
        await place.bot.create_forum_topic(PLAIN, "A")


async def test_edit_and_delete(place: Place) -> None:
    topic = (await place.bot.create_forum_topic(FORUM, "A")).message_thread_id
    assert await place.bot.edit_forum_topic(FORUM, topic, "B")
    assert [one.name for one in place.sandbox.topics(FORUM)] == ["B"]
    with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
        await place.bot.edit_forum_topic(FORUM, topic, "B")
    assert await place.bot.delete_forum_topic(FORUM, topic)
    assert place.sandbox.topics(FORUM) == []


async def test_threads_mean_nothing_in_a_plain_supergroup(place: Place) -> None:
    sent = await place.bot.send_message(PLAIN, "root", message_thread_id=12345)
    assert sent.message_thread_id is None
    await place.sandbox.say(EVA, PLAIN, "re", reply_to=sent.message_id)
    update = (await place.updates())[0]["message"]
    assert update["message_thread_id"] == sent.message_id
    assert "is_topic_message" not in update


async def test_pins_come_back_as_service_messages(place: Place) -> None:
    topic = (await place.bot.create_forum_topic(FORUM, "A")).message_thread_id
    sent = await place.bot.send_message(FORUM, "read this", message_thread_id=topic)
    await place.updates()
    assert await place.bot.pin_chat_message(FORUM, sent.message_id)
    assert (await place.updates())[0]["message"]["pinned_message"]["message_id"] == sent.message_id
    chat = await place.bot.get_chat(FORUM)
    assert chat.is_forum
    assert chat.pinned_message is not None
    assert await place.bot.unpin_all_forum_topic_messages(FORUM, topic)
    assert (await place.bot.get_chat(FORUM)).pinned_message is None


async def test_a_wrong_echo_can_be_asked_for(place: Place) -> None:
    topic = (await place.bot.create_forum_topic(FORUM, "A")).message_thread_id
    place.faults.add(Fault("wrong_thread", "sendMessage"))
    sent = await place.bot.send_message(FORUM, "x", message_thread_id=topic)
    assert sent.message_thread_id != topic
    assert place.sandbox.texts(FORUM, topic) == ["x"]


async def test_anonymous_admins_hide_behind_the_group(place: Place) -> None:
    await place.sandbox.hide_identity(FORUM, JAN)
    await place.sandbox.say(JAN, FORUM, "guess who")
    message = (await place.updates())[0]["message"]
    assert message["from"]["id"] == 1087968824
    assert message["sender_chat"]["id"] == FORUM
