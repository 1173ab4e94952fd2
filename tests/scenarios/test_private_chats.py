"""A partner without a group: one private chat for everything, where nothing is ever guessed; or with topics in it."""

from __future__ import annotations

from sandbox.telegram.model import Message
from tests.scenarios.cases import a_draft, a_private_partner
from tests.scenarios.looks import sees_files, telegram_marks
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff
from tests.scenarios.world import BOT, BOT_NAME, EWA, World


async def two_orders(world: World) -> tuple[Staff, Maker]:
    """Ewa makes K-200 and K-201, alone and without a group."""
    partner = await a_private_partner(world)
    for reference in ("K-200", "K-201"):
        await a_draft(world, reference)
        await world.rest("POST", f"/orders/{reference}/assignment", partner_id=partner)
    await world.settled()
    return Staff(world), Maker(world, EWA, "Ewa")


def labels(message: Message) -> list[str]:
    """The texts of a message's buttons."""
    return [button["text"] for row in message.keyboard for button in row]


async def test_every_message_says_its_order_and_its_readers(world: World) -> None:
    anna, ewa = await two_orders(world)

    await anna.writes("K-200", CUTR_ONLY, "Is the oak in?")
    asked = await ewa.sees_privately("Is the oak in?")
    assert asked.text == "🔒 K-200 · Cutr only\nAnna (Cutr)\nIs the oak in?"
    await anna.writes("K-201", WITH_CUSTOMER, "Delivery is on Friday")
    await world.settled()
    await world.wait(seconds=11)
    told = await ewa.sees_privately("Delivery is on Friday")
    assert told.text.startswith("👥 K-201 · With customer\nAnna (Cutr)\n")


async def test_an_answer_goes_where_the_answered_message_came_from(world: World) -> None:
    anna, ewa = await two_orders(world)

    await anna.writes("K-200", CUTR_ONLY, "Is the oak in?")
    await anna.writes("K-201", CUTR_ONLY, "Is the birch in?")
    oak, birch = await ewa.sees_privately("oak in?"), await ewa.sees_privately("birch in?")
    said = await ewa.says_privately("Since Monday", reply_to=oak.id)
    await ewa.says_privately("Not yet", reply_to=birch.id)
    seen = await anna.sees("K-200", CUTR_ONLY, "Since Monday")
    assert seen["username"] == "Ewa · Stolarnia Nowak"
    await anna.sees("K-201", CUTR_ONLY, "Not yet")
    await anna.sees_nothing_of("K-201", CUTR_ONLY, "Since Monday")
    await anna.sees_nothing_of("K-200", CUTR_ONLY, "Not yet")
    await world.until(lambda: telegram_marks(world, said, EWA) == ["delivered"])


async def test_an_answer_to_a_card_and_to_the_own_words_is_routed_too(world: World) -> None:
    anna, ewa = await two_orders(world)

    card = await ewa.sees_privately("👥 K-200")
    said = await ewa.says_privately("Hello customer", reply_to=card.id)
    await anna.sees("K-200", WITH_CUSTOMER, "Hello customer")
    await ewa.says_privately("One more thing", reply_to=said)
    await anna.sees("K-200", WITH_CUSTOMER, "One more thing")


async def test_words_that_answer_nothing_wait_for_a_choice(world: World) -> None:
    anna, ewa = await two_orders(world)

    await ewa.says_privately("The price is wrong")
    question = await ewa.sees_privately("Which order and which chat")
    offered = labels(question)
    for chat in (
        "🔒 K-200 · Cutr only",
        "👥 K-200 · With customer",
        "🔒 K-201 · Cutr only",
        "👥 K-201 · With customer",
    ):
        assert chat in offered
    for reference in ("K-200", "K-201"):
        for chat in (CUTR_ONLY, WITH_CUSTOMER):
            await anna.sees_nothing_of(reference, chat, "The price is wrong")
    await ewa.presses(question, "🔒 K-201")
    await anna.sees("K-201", CUTR_ONLY, "The price is wrong")
    await anna.sees_nothing_of("K-201", WITH_CUSTOMER, "The price is wrong")
    await ewa.sees_privately("Sent to 🔒 K-201 · Cutr only")


async def test_the_last_used_chat_is_not_taken_for_the_next_words(world: World) -> None:
    anna, ewa = await two_orders(world)

    await ewa.says_privately("First words")
    await ewa.presses(await ewa.sees_privately("Which order and which chat"), "🔒 K-200")
    await anna.sees("K-200", CUTR_ONLY, "First words")
    await ewa.says_privately("Second words")
    await anna.sees_nothing_of("K-200", CUTR_ONLY, "Second words")


async def test_the_choice_survives_a_restart_and_never_mind_sends_nothing(world: World) -> None:
    anna, ewa = await two_orders(world)

    await ewa.says_privately("Before the restart")
    question = await ewa.sees_privately("Which order and which chat")
    await world.restart()
    await ewa.presses(question, "🔒 K-200")
    await anna.sees("K-200", CUTR_ONLY, "Before the restart")

    await ewa.says_privately("Better not")
    await world.settled()
    await ewa.presses(await ewa.sees_privately("Which order and which chat"), "Never mind")
    await ewa.sees_privately("Not passed on")
    await anna.sees_nothing_of("K-200", CUTR_ONLY, "Better not")


async def test_a_photo_that_answers_nothing_is_asked_about_as_well(world: World) -> None:
    anna, ewa = await two_orders(world)

    await world.telegram.send_photo(EWA, EWA, caption="The door", bot=BOT_NAME)
    await ewa.presses(await ewa.sees_privately("Which order and which chat"), "🔒 K-201")
    await anna.sees("K-201", CUTR_ONLY, "The door")
    await sees_files(anna, "K-201", CUTR_ONLY, 1)


async def test_edits_and_undo_work_without_topics(world: World) -> None:
    anna, ewa = await two_orders(world)

    await anna.writes("K-200", CUTR_ONLY, "Is the oak in?")
    asked = await ewa.sees_privately("oak in?")
    await world.settled()  # nobody answers within the milliseconds that the map takes
    said = await ewa.says_privately("Since Mondy", reply_to=asked.id)
    await anna.sees("K-200", CUTR_ONLY, "Since Mondy")
    await world.telegram.edit(EWA, EWA, said, "Since Monday", bot=BOT_NAME)
    await anna.sees("K-200", CUTR_ONLY, "Since Monday")
    await ewa.says_privately("/undo", reply_to=said)
    await anna.sees_nothing_of("K-200", CUTR_ONLY, "Since Monday")


async def test_with_topics_switched_on_the_private_chat_works_like_a_group(world: World) -> None:
    world.telegram.world.bots[BOT].has_topics_enabled = True
    await world.restart()
    anna, ewa = await two_orders(world)

    topics = {topic.name: topic.id for topic in world.telegram.topics(EWA)}
    assert {"🔒 K-200 · Cutr only", "👥 K-200 · With customer"} <= topics.keys()
    await anna.writes("K-200", CUTR_ONLY, "Is the oak in?")
    asked = await ewa.sees_privately("Is the oak in?")
    assert asked.thread_id == topics["🔒 K-200 · Cutr only"]
    assert asked.text == "Anna (Cutr)\nIs the oak in?"
    await ewa.says_privately("Since Monday", thread_id=topics["🔒 K-200 · Cutr only"])
    await anna.sees("K-200", CUTR_ONLY, "Since Monday")


async def test_somebody_who_blocks_the_bot_is_reported_and_hears_everything_later(world: World) -> None:
    anna, ewa = await two_orders(world)

    await world.telegram.block(EWA, bot=BOT_NAME)
    await anna.writes("K-200", CUTR_ONLY, "Where are you?")
    await anna.sees_in_channel("Stolarnia Nowak")
    await world.telegram.start(EWA)
    await world.settled()
    await world.wait(seconds=60)
    await ewa.sees_privately("Where are you?")
