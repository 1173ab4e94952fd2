"""Who is no member: heard as a guest between partner and Cutr, held in the customer's topic, without any verb."""

from __future__ import annotations

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.looks import slack_marks
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, flat
from tests.scenarios.world import BOT_NAME, GROUP, KEES, World


async def test_a_guests_words_are_marked_as_a_guests(world: World) -> None:
    case = await an_assigned_order(world)
    kees = Maker(world, KEES, "Kees")

    await kees.says(case.order, CUTR_ONLY, "I bring the oak")
    seen = await case.anna.sees(case.order, CUTR_ONLY, "I bring the oak")
    assert seen["username"] == "Kees · guest at Houtbouw BV"


async def test_in_the_customers_topic_a_guest_waits_until_an_admin_vouches(world: World) -> None:
    case = await an_assigned_order(world)
    kees = Maker(world, KEES, "Kees")

    await kees.says(case.order, WITH_CUSTOMER, "Hello dear customer")
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "Hello dear customer")
    asked = await case.jan.sees_privately("Hello dear customer")
    await case.jan.presses(asked, "Let through")
    seen = await case.anna.sees(case.order, WITH_CUSTOMER, "Hello dear customer")
    assert seen["username"] == "Kees · guest at Houtbouw BV"


async def test_staff_can_vouch_or_drop(world: World) -> None:
    case = await an_assigned_order(world)
    kees = Maker(world, KEES, "Kees")

    await kees.says(case.order, WITH_CUSTOMER, "Let me through")
    asked = await case.anna.sees(case.order, CUTR_ONLY, "Let me through")
    await case.anna.presses(asked, "Let through")
    await case.anna.sees(case.order, WITH_CUSTOMER, "Let me through")

    await kees.says(case.order, WITH_CUSTOMER, "Never let through")
    asked = await case.anna.sees(case.order, CUTR_ONLY, "Never let through")
    await case.anna.presses(asked, "Drop")
    await world.wait(hours=1)
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "Never let through")


async def test_a_guest_cannot_vouch_for_themself_or_edit_what_others_vouched_for(world: World) -> None:
    case = await an_assigned_order(world)
    kees = Maker(world, KEES, "Kees")

    said = await kees.says(case.order, WITH_CUSTOMER, "Nice words")
    asked = await case.anna.sees(case.order, CUTR_ONLY, "Nice words")
    await case.anna.presses(asked, "Let through")
    await case.anna.sees(case.order, WITH_CUSTOMER, "Nice words")
    await world.telegram.edit(KEES, GROUP, said, "Ugly words")
    await case.anna.sees_nothing_of(case.order, WITH_CUSTOMER, "Ugly words")


async def test_a_guest_can_use_no_verb_and_sees_no_price(world: World) -> None:
    case = await an_assigned_order(world)
    kees = Maker(world, KEES, "Kees")

    card = next(m for m in world.telegram.messages(GROUP, await case.jan.topic(case.order, CUTR_ONLY)) if m.keyboard)
    before = await case.shown()
    for row in card.keyboard:
        for button in row:
            if "callback_data" in button:
                await kees.presses(card, button["text"])
    for command in ("/ready", "/delivered", "/todo", "/delay", "/undo", "/orders", "/slip"):
        await kees.says(case.order, CUTR_ONLY, command)
    await world.settled()
    after = await case.shown()
    assert (after["status"], after["tasks"]) == (before["status"], before["tasks"])
    shown = [m.text for m in world.telegram.messages(GROUP) if m.sender.is_bot]
    assert not [text for text in shown if "1200" in text]


async def test_a_stranger_in_private_gets_one_fixed_line_and_leaves_no_trace(world: World) -> None:
    await an_assigned_order(world)
    kees = Maker(world, KEES, "Kees")
    before = await stored(world)

    await world.telegram.start(KEES)
    for text in ("Who are you?", "/orders", "/ready", "/help", "hello"):
        await kees.says_privately(text)
    await world.telegram.send_photo(KEES, KEES, bot=BOT_NAME)
    await world.settled()
    answers = {m.text for m in world.telegram.messages(KEES, bot=BOT_NAME) if m.sender.is_bot}
    assert len(answers) == 1
    assert await stored(world) == before


async def stored(world: World) -> tuple[int, int, int]:
    """How many messages, questions and members there are."""
    return await world.parts.database.read(
        lambda store: (len(store.messages.find()), len(store.asks.find()), len(store.members.find()))
    )


async def test_a_guest_of_the_slack_workspace_is_told_that_nobody_reads_it(world: World) -> None:
    case = await an_assigned_order(world)

    root = await case.anna.root(case.order, CUTR_ONLY)
    written = await world.slack.post_as("gijs", case.anna.channel, "I am only a guest", root)
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "only a guest")
    assert "Nobody outside Slack has read this" in flat(world.slack.ephemerals("gijs"))
    assert slack_marks(case.anna, written) == []


async def test_bots_and_workflows_in_slack_change_nothing(world: World) -> None:
    case = await an_assigned_order(world)

    root = await case.anna.root(case.order, CUTR_ONLY)
    await world.slack.workflow_post(case.anna.channel, "A workflow speaks", root)
    await case.jan.sees_nothing_of(case.order, CUTR_ONLY, "A workflow speaks")
