"""Answers keep what they answer, edits change the copies, deletions take them back where the platform tells of them."""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, flat
from tests.scenarios.world import GROUP, World


async def test_an_answer_names_what_it_answers(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan, piet = case.anna, case.jan, case.piet

    await anna.writes(case.order, CUTR_ONLY, "Is the oak in?")
    await anna.writes(case.order, CUTR_ONLY, "And the hinges?")
    question = await jan.sees(case.order, CUTR_ONLY, "Is the oak in?")
    answer = await jan.says(case.order, CUTR_ONLY, "Since Monday", reply_to=question.id)
    seen = await anna.sees(case.order, CUTR_ONLY, "Since Monday")
    assert "in answer to Anna: Is the oak in?" in flat(seen)

    await piet.says(case.order, CUTR_ONLY, "Since Tuesday, really", reply_to=answer)
    seen = await anna.sees(case.order, CUTR_ONLY, "Since Tuesday, really")
    assert "in answer to Jan: Since Monday" in flat(seen)
    assert seen["username"] == "Piet · Houtbouw BV"


async def test_an_answer_to_the_bots_card_is_relayed_and_quotes_nothing(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    card = next(m for m in world.telegram.messages(GROUP, await jan.topic(case.order, CUTR_ONLY)) if m.keyboard)
    await jan.says(case.order, CUTR_ONLY, "We start on Monday", reply_to=card.id)
    seen = await anna.sees(case.order, CUTR_ONLY, "We start on Monday")
    assert "in answer to" not in flat(seen)


async def test_an_edit_changes_the_copy_on_the_other_side(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    asked = await anna.writes(case.order, CUTR_ONLY, "Is the ook in?")
    copy = await jan.sees(case.order, CUTR_ONLY, "Is the ook in?")
    await anna.world.slack.edit_as("anna", anna.channel, asked, "Is the *oak* in?")
    assert (await jan.sees(case.order, CUTR_ONLY, "Is the oak in?")).id == copy.id
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "ook")

    said = await jan.says(case.order, CUTR_ONLY, "Since Mondy")
    shown = await anna.sees(case.order, CUTR_ONLY, "Since Mondy")
    await world.telegram.edit(jan.user, GROUP, said, "Since Monday")
    assert (await anna.sees(case.order, CUTR_ONLY, "Since Monday"))["ts"] == shown["ts"]
    await anna.sees_nothing_of(case.order, CUTR_ONLY, "Mondy")


async def test_an_edit_within_the_ten_seconds_sends_only_the_new_words(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    written = await anna.writes(case.order, WITH_CUSTOMER, "It costs 900")
    await anna.sees_privately("Undo")
    await world.slack.edit_as("anna", anna.channel, written, "It comes on Friday")
    await world.settled()
    await world.wait(seconds=11)
    await jan.sees(case.order, WITH_CUSTOMER, "It comes on Friday")
    await jan.sees_nothing_of(case.order, WITH_CUSTOMER, "900")


async def test_a_link_preview_is_no_edit(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    written = await anna.writes(case.order, CUTR_ONLY, "See https://example.com/plan")
    copy = await jan.sees(case.order, CUTR_ONLY, "See https://example.com/plan")
    await world.slack.unfurl(anna.channel, written)
    await world.settled()
    assert copy.edit_date is None
    assert len(world.ledger.entries("editMessageText", "telegram")) == 0


async def test_what_staff_delete_disappears_in_telegram(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    written = await anna.writes(case.order, CUTR_ONLY, "Wrong order, sorry")
    await jan.sees(case.order, CUTR_ONLY, "Wrong order, sorry")
    await world.slack.delete_as("anna", anna.channel, written)
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "Wrong order")


async def test_words_that_become_a_note_are_taken_back(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    written = await anna.writes(case.order, CUTR_ONLY, "They are always late")
    await jan.sees(case.order, CUTR_ONLY, "They are always late")
    await world.slack.edit_as("anna", anna.channel, written, "note: they are always late")
    await jan.sees_nothing_of(case.order, CUTR_ONLY, "always late")


async def test_undo_takes_back_what_telegram_cannot_tell_us_was_deleted(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan = case.anna, case.jan

    first = await jan.says(case.order, CUTR_ONLY, "The first words")
    await jan.says(case.order, CUTR_ONLY, "The second words")
    await anna.sees(case.order, CUTR_ONLY, "The second words")
    await jan.says(case.order, CUTR_ONLY, "/undo")
    await anna.sees_nothing_of(case.order, CUTR_ONLY, "The second words")
    await anna.sees(case.order, CUTR_ONLY, "The first words")
    await jan.says(case.order, CUTR_ONLY, "/undo", reply_to=first)
    await anna.sees_nothing_of(case.order, CUTR_ONLY, "The first words")


async def test_nobody_can_change_or_take_back_somebody_elses_words(world: World) -> None:
    case = await an_assigned_order(world)
    anna, jan, piet = case.anna, case.jan, case.piet

    said = await jan.says(case.order, CUTR_ONLY, "Jan wrote this")
    await anna.sees(case.order, CUTR_ONLY, "Jan wrote this")
    await piet.says(case.order, CUTR_ONLY, "/undo", reply_to=said)
    await world.settled()
    await anna.sees(case.order, CUTR_ONLY, "Jan wrote this")
