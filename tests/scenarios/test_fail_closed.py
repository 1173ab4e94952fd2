"""When the right place is gone or open to others nothing is sent anywhere else; staff are told, and Retry mends it."""

from __future__ import annotations

from typing import Any

from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.looks import slack_marks, telegram_marks
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER
from tests.scenarios.world import GROUP, World


def anywhere_in_telegram(world: World, words: str) -> list[tuple[int | None, str]]:
    """Where in the group the bot shows these words."""
    return [(m.thread_id, m.text) for m in world.telegram.messages(GROUP) if words in m.text and m.sender.is_bot]


def anywhere_in_slack(case: Case, words: str) -> list[dict[str, Any]]:
    """The bot's relayed messages with these words in any channel."""
    channels = case.world.slack.world.channels.values()
    return [m for c in channels for m in c.messages.values() if words in str(m.get("blocks")) and m.get("username")]


async def test_a_deleted_topic_gets_nothing_elsewhere_and_a_new_one_is_made(world: World) -> None:
    case = await an_assigned_order(world)

    await world.telegram.delete_topic(GROUP, await case.jan.topic(case.order, CUTR_ONLY))
    written = await case.anna.writes(case.order, CUTR_ONLY, "The margin is 40 %")
    await case.jan.sees(case.order, CUTR_ONLY, "The margin is 40 %")
    topic = await case.jan.topic(case.order, CUTR_ONLY)
    assert [thread for thread, _ in anywhere_in_telegram(world, "margin")] == [topic]
    await world.until(lambda: slack_marks(case.anna, written) == ["delivered"])
    await case.jan.says(case.order, CUTR_ONLY, "We are back")
    await case.anna.sees(case.order, CUTR_ONLY, "We are back")


async def test_without_a_topic_id_nothing_is_sent(world: World) -> None:
    case = await an_assigned_order(world)

    await _forget_the_thread(case, "telegram")
    written = await case.anna.writes(case.order, CUTR_ONLY, "The margin is 40 %")
    await world.until(lambda: slack_marks(case.anna, written) == ["failed"])
    assert anywhere_in_telegram(world, "margin") == []
    await case.anna.presses(await case.anna.sees(case.order, CUTR_ONLY, "did not arrive"), "Retry")
    await case.jan.sees(case.order, CUTR_ONLY, "The margin is 40 %")


async def test_without_a_thread_id_nothing_is_posted_into_the_channel(world: World) -> None:
    case = await an_assigned_order(world)

    await _forget_the_thread(case, "slack")
    said = await case.jan.says(case.order, WITH_CUSTOMER, "For the customer")
    await world.settled()
    await case.jan.says(case.order, CUTR_ONLY, "Only for Cutr")
    await world.until(lambda: telegram_marks(world, said) == ["failed"])
    assert anywhere_in_slack(case, "For the customer") == []


async def _forget_the_thread(case: Case, platform: str) -> None:
    """As if a row had lost its thread."""

    def job(store: Any) -> None:
        for place in store.places.find(platform=platform):
            if place.chat_id is not None:
                place.thread = None
                store.places.save(place)

    await case.world.parts.database.run(job)


async def test_a_message_that_lands_in_another_topic_is_taken_back(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("wrong_thread", "sendMessage")
    written = await case.anna.writes(case.order, CUTR_ONLY, "The margin is 40 %")
    await world.until(lambda: slack_marks(case.anna, written) == ["failed"])
    assert anywhere_in_telegram(world, "margin") == []
    await case.anna.sees_in_channel(case.order)
    await case.anna.presses(await case.anna.sees(case.order, CUTR_ONLY, "did not arrive"), "Retry")
    await case.jan.sees(case.order, CUTR_ONLY, "The margin is 40 %")
    assert len(anywhere_in_telegram(world, "margin")) == 1


async def test_a_channel_shared_with_others_gets_nothing(world: World) -> None:
    case = await an_assigned_order(world)

    await world.slack.share_outside(case.anna.channel)
    await world.settled()
    said = await case.jan.says(case.order, CUTR_ONLY, "The purchase price is 300")
    await world.until(lambda: telegram_marks(world, said) == ["failed"])
    assert anywhere_in_slack(case, "purchase price") == []
    told = await case.jan.sees(case.order, CUTR_ONLY, "did not arrive")

    await world.slack.unshare(case.anna.channel)
    await world.settled()
    await case.jan.presses(told, "Retry")
    await case.anna.sees(case.order, CUTR_ONLY, "The purchase price is 300")
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])


async def test_an_archived_channel_gets_nothing_and_retry_mends_it(world: World) -> None:
    case = await an_assigned_order(world)

    await world.slack.change_channel(case.anna.channel, is_archived=True)
    await world.settled()
    said = await case.jan.says(case.order, CUTR_ONLY, "Into the archive")
    await world.until(lambda: telegram_marks(world, said) == ["failed"])
    told = await case.jan.sees(case.order, CUTR_ONLY, "did not arrive")
    assert anywhere_in_slack(case, "Into the archive") == []

    await world.slack.change_channel(case.anna.channel, is_archived=False)
    await case.jan.presses(told, "Retry")
    await case.anna.sees(case.order, CUTR_ONLY, "Into the archive")


async def test_an_anonymous_admin_is_not_relayed_and_staff_are_told(world: World) -> None:
    case = await an_assigned_order(world)

    await world.telegram.hide_identity(GROUP, case.jan.user)
    await case.jan.says(case.order, WITH_CUSTOMER, "Who wrote this?")
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "Who wrote this?")
    await case.anna.sees(case.order, CUTR_ONLY, "anonymous admin")
    await case.jan.sees(case.order, WITH_CUSTOMER, "anonymous")
    await world.telegram.show_identity(GROUP, case.jan.user)
    await case.jan.says(case.order, WITH_CUSTOMER, "It was me")
    await case.anna.sees(case.order, WITH_CUSTOMER, "It was me")


async def test_words_in_general_go_to_no_order(world: World) -> None:
    case = await an_assigned_order(world)

    await world.telegram.say(case.jan.user, GROUP, "Just chatting in General")
    await world.settled()
    for chat in (CUTR_ONLY, WITH_CUSTOMER):
        await case.anna.sees_nothing_of(case.order, chat, "Just chatting")


async def test_what_was_written_before_never_crosses_from_one_chat_to_the_other(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, CUTR_ONLY, "The margin is 40 %")
    secret = await case.jan.sees(case.order, CUTR_ONLY, "The margin is 40 %")
    topic = await case.jan.topic(case.order, WITH_CUSTOMER)
    await world.telegram.say(case.jan.user, GROUP, "About this one", topic, reply_to=secret.id)
    await case.anna.sees(case.order, WITH_CUSTOMER, "About this one")
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "margin")


async def test_a_bot_that_was_removed_is_noticed(world: World) -> None:
    case = await an_assigned_order(world)

    await world.telegram.kick_bot(GROUP)
    written = await case.anna.writes(case.order, CUTR_ONLY, "Anybody there?")
    await world.until(lambda: slack_marks(case.anna, written) == ["failed"])
    await case.anna.sees_in_channel("Houtbouw BV")
