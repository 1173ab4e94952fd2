import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.integration.sandbox_telegram.conftest import BASIC, BOT, EVA, FORUM, JAN, PLAIN, TOM, Place


async def test_privacy_mode_hides_talk_but_not_commands_and_replies(place: Place) -> None:
    sent = await place.bot.send_message(PLAIN, "hello")
    await place.sandbox.say(EVA, PLAIN, "not for you")
    await place.sandbox.say(EVA, PLAIN, "/orders@other_bot")
    await place.sandbox.say(EVA, PLAIN, "/orders@Cutr_bot now")
    await place.sandbox.say(EVA, PLAIN, "an answer", reply_to=sent.message_id)
    texts = [update["message"]["text"] for update in await place.updates()]
    assert texts == ["/orders@Cutr_bot now", "an answer"]
    await place.sandbox.promote(PLAIN, BOT)
    await place.sandbox.say(EVA, PLAIN, "admins see this")
    assert (await place.updates())[-1]["message"]["text"] == "admins see this"


async def test_a_group_becomes_a_supergroup(place: Place) -> None:
    new = await place.sandbox.migrate(BASIC)
    updates = [update["message"] for update in await place.updates()]
    assert [one.get("migrate_to_chat_id") for one in updates] == [new, None]
    assert updates[1]["migrate_from_chat_id"] == BASIC
    with pytest.raises(ChatMigrated) as caught:
        await place.bot.send_message(BASIC, "x")
    assert caught.value.new_chat_id == new
    assert (await place.bot.send_message(new, "x")).message_id == updates[1]["message_id"] + 1


async def test_leaving_and_kicking_close_the_door(place: Place) -> None:
    await place.sandbox.kick_bot(PLAIN)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await place.bot.send_message(PLAIN, "x")
    assert (await place.updates())[0]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await place.sandbox.join(BOT, PLAIN, by=JAN)
    update = (await place.updates())[0]["my_chat_member"]
    assert (update["from"]["id"], update["new_chat_member"]["status"]) == (JAN, "member")
    assert await place.bot.leave_chat(PLAIN)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await place.bot.send_message(PLAIN, "x")
    await place.sandbox.delete_group(FORUM)
    with pytest.raises(Forbidden, match="the group chat was deleted"):
        await place.bot.send_message(FORUM, "x")


async def test_members_are_told_apart(place: Place) -> None:
    assert (await place.bot.get_chat_member(FORUM, JAN)).status == "creator"
    assert (await place.bot.get_chat_member(FORUM, BOT)).status == "administrator"
    assert (await place.bot.get_chat_member(FORUM, EVA)).status == "member"
    assert (await place.bot.get_chat_member(FORUM, TOM)).status == "left"
    with pytest.raises(BadRequest):
        await place.bot.get_chat_member(FORUM, 987654)
    assert await place.bot.get_chat_member_count(FORUM) == 3
    assert {admin.user.id for admin in await place.bot.get_chat_administrators(FORUM)} == {JAN, BOT}


async def test_comings_and_goings_are_service_messages(place: Place) -> None:
    await place.sandbox.join(TOM, FORUM)
    await place.sandbox.leave(TOM, FORUM)
    messages = [update["message"] for update in await place.updates()]
    assert messages[0]["new_chat_members"][0]["id"] == TOM
    assert messages[1]["left_chat_member"]["id"] == TOM


async def test_members_and_reactions_are_told_only_on_request(place: Place) -> None:
    said = await place.sandbox.say(EVA, FORUM, "hi")
    await place.sandbox.react(EVA, FORUM, said, "👍")
    await place.sandbox.join(TOM, FORUM)
    assert [next(k for k in u if k != "update_id") for u in await place.updates()] == ["message", "message"]
    await place.updates(allowed_updates=["message_reaction", "chat_member"])
    await place.sandbox.react(EVA, FORUM, said, "🔥")
    await place.sandbox.leave(TOM, FORUM)
    await place.sandbox.say(EVA, FORUM, "unwanted")
    updates = await place.updates()
    assert updates[0]["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]
    assert updates[1]["chat_member"]["new_chat_member"]["status"] == "left"
    assert len(updates) == 2


async def test_edits_are_told_and_deletions_are_not(place: Place) -> None:
    said = await place.sandbox.say(EVA, FORUM, "hi")
    await place.sandbox.edit(EVA, FORUM, said, "hello")
    await place.sandbox.delete(EVA, FORUM, said)
    updates = await place.updates()
    assert [u.get("edited_message", {}).get("text") for u in updates] == [None, "hello"]


async def test_invite_links_and_deleting_others_messages(place: Place) -> None:
    link = await place.bot.create_chat_invite_link(FORUM, name="line")
    assert link.invite_link.startswith("https://t.me/+")
    said = await place.sandbox.say(EVA, FORUM, "hi")
    assert await place.bot.delete_message(FORUM, said)
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await place.bot.delete_message(FORUM, said)
    plain = await place.sandbox.say(EVA, PLAIN, "hi")
    with pytest.raises(BadRequest, match=r"(?i)message can't be deleted"):
        await place.bot.delete_message(PLAIN, plain)
