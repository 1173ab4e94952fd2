"""A partner who can't be reached: noticed, shown, told by mail meanwhile, and healed by itself where possible."""

from __future__ import annotations

from sandbox.mail.server import MailFault
from tests.scenarios.cases import Case, a_draft, a_private_partner, an_assigned_order
from tests.scenarios.doing import fills, monday_morning
from tests.scenarios.looks import slack_marks, telegram_marks
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff, flat
from tests.scenarios.world import BOT, BOT_NAME, EWA, GROUP, JAN, World

OFFICE = "office@houtbouw.example"
BOT_ID = int(BOT.partition(":")[0])
CARLA = "carla@customer.example"


def anywhere_in_telegram(world: World, words: str) -> list[tuple[int | None, str]]:
    """Where in the group the bot shows these words."""
    return [(m.thread_id, m.text) for m in world.telegram.messages(GROUP) if words in m.text and m.sender.is_bot]


async def a_case(world: World) -> Case:
    await monday_morning(world)
    return await an_assigned_order(world)


def mails(world: World, address: str, subject: str) -> list[str]:
    """The plain text of the mails to somebody with this in the subject."""
    found = [mail.message for mail in world.mail.to(address) if subject in str(mail.message["subject"])]
    bodies = [message.get_body(("plain",)) for message in found]
    return [str(body.get_content()) for body in bodies if body is not None]


async def partner(world: World) -> dict[str, object]:
    """What Slack's Home tab is made of: the partner as stored."""
    found = await world.parts.database.read(lambda store: store.partners.find())
    return {"since": found[0].unreachable_since, "why": found[0].unreachable_why}


# -- a topic or a thread is deleted ------------------------------------------------------------------------------------


async def test_a_deleted_topic_is_opened_anew_with_the_last_words(world: World) -> None:
    case = await a_case(world)
    await case.jan.says(case.order, CUTR_ONLY, "The legs are glued")
    await case.anna.writes(case.order, CUTR_ONLY, "The margin is 40 %")
    await case.jan.sees(case.order, CUTR_ONLY, "The margin is 40 %")
    await case.anna.writes(case.order, WITH_CUSTOMER, "Dear Carla")
    await world.settled()
    await world.wait(seconds=11)
    await case.jan.sees(case.order, WITH_CUSTOMER, "Dear Carla")
    old = await case.jan.topic(case.order, CUTR_ONLY)

    await world.telegram.delete_topic(GROUP, old)
    written = await case.anna.writes(case.order, CUTR_ONLY, "Are you there?")
    await world.until(lambda: slack_marks(case.anna, written) == ["delivered"])
    await case.jan.sees(case.order, CUTR_ONLY, "Are you there?")
    recap = await case.jan.sees(case.order, CUTR_ONLY, "opened anew")
    assert recap.thread_id != old
    for words in ("The legs are glued", "The margin is 40 %", "Jan · Houtbouw BV", "Cutr"):
        assert words in recap.text
    assert "Dear Carla" not in recap.text
    assert "Are you there?" not in recap.text
    assert [thread for thread, _ in anywhere_in_telegram(world, "Are you there?")] == [recap.thread_id]
    await case.anna.sees(case.order, CUTR_ONLY, "It is opened anew with its last words")
    await case.jan.says(case.order, CUTR_ONLY, "We are back")
    await case.anna.sees(case.order, CUTR_ONLY, "We are back")


async def test_a_topic_that_vanishes_again_and_again_is_left_to_staff(world: World) -> None:
    case = await a_case(world)
    for number in range(4):
        await world.telegram.delete_topic(GROUP, await case.jan.topic(case.order, CUTR_ONLY))
        await case.anna.writes(case.order, CUTR_ONLY, f"Try {number}")
        await world.settled()
    await case.anna.sees(case.order, CUTR_ONLY, "did not arrive")
    assert anywhere_in_telegram(world, "Try 3") == []


async def test_a_deleted_thread_is_restored_in_slack(world: World) -> None:
    case = await a_case(world)
    anna = case.anna
    await case.jan.says(case.order, CUTR_ONLY, "The legs are glued")
    await anna.sees(case.order, CUTR_ONLY, "The legs are glued")
    old = await anna.root(case.order, CUTR_ONLY)
    await world.slack.delete_as("anna", anna.channel, old)

    await world.until(lambda: [m for m in world.slack.channel_messages(anna.channel)
                               if m["text"].startswith(CUTR_ONLY) and m["ts"] != old])  # fmt: skip
    recap = await anna.sees(case.order, CUTR_ONLY, "What was said last")
    assert "The legs are glued" in flat(recap)
    assert await anna.root(case.order, CUTR_ONLY) != old
    said = await case.jan.says(case.order, CUTR_ONLY, "And sanded")
    await anna.sees(case.order, CUTR_ONLY, "And sanded")
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])
    await anna.writes(case.order, CUTR_ONLY, "Well done")
    await case.jan.sees(case.order, CUTR_ONLY, "Well done")


# -- the whole chat is gone --------------------------------------------------------------------------------------------


async def test_a_bot_removed_from_the_group_is_shown_mailed_and_healed(world: World) -> None:
    case = await a_case(world)
    anna = case.anna
    await world.telegram.kick_bot(GROUP)
    await world.settled()
    await anna.sees_in_channel("Houtbouw BV can not be reached on Telegram")
    await anna.sees(case.order, CUTR_ONLY, "can not be reached on Telegram")
    assert (await partner(world))["why"] == "kicked"
    assert "K-100" in flat((await anna.types("/orders", "attention")).body)

    written = [await anna.writes(case.order, CUTR_ONLY, f"Line {number}") for number in range(3)]
    await anna.writes(case.order, WITH_CUSTOMER, "Dear Carla")
    await world.settled()
    await world.wait(seconds=11)
    await world.rest("PUT", "/orders/K-100/milestones/measure_up", label="Measure-up", date="2035-02-01")
    await world.settled()
    assert [slack_marks(anna, one) for one in written] == [["failed"]] * 3
    assert mails(world, OFFICE, "could not reach you") == []
    await world.wait(minutes=11)
    told = mails(world, OFFICE, "could not reach you")
    assert len(told) == 1, "one mail for everything"
    for words in ("Line 0", "Line 2", "Dear Carla", "Measure-up", "K-100"):
        assert words in told[0]
    assert mails(world, CARLA, "could not reach you") == []

    await world.telegram.join(BOT_ID, GROUP, by=JAN)
    await world.telegram.promote(GROUP, BOT_ID, by=JAN)
    await world.settled()
    await anna.sees_in_channel("can be reached on Telegram again")
    assert (await partner(world))["since"] is None
    for number in range(3):
        await case.jan.sees(case.order, CUTR_ONLY, f"Line {number}")
    await case.jan.sees(case.order, WITH_CUSTOMER, "Dear Carla")
    await case.jan.sees(case.order, CUTR_ONLY, "Measure-up")
    await world.until(lambda: [slack_marks(anna, one) for one in written] == [["delivered"]] * 3)
    assert len(anywhere_in_telegram(world, "Line 1")) == 1


async def test_topics_switched_off_are_noticed_and_words_in_a_topic_end_it(world: World) -> None:
    case = await a_case(world)
    await world.telegram.disable_topics(GROUP)
    await case.anna.writes(case.order, CUTR_ONLY, "Anybody there?")
    await case.anna.sees_in_channel("has switched topics off")
    await world.settled()
    assert anywhere_in_telegram(world, "Anybody there?") == []
    assert (await partner(world))["why"] == "no_topics"

    await world.telegram.enable_topics(GROUP)
    await world.telegram.say(case.jan.user, GROUP, "Topics are on again")
    await case.jan.sees(case.order, CUTR_ONLY, "Anybody there?")
    assert (await partner(world))["since"] is None


async def test_a_blocked_bot_in_private_is_mailed_and_any_word_brings_it_back(world: World) -> None:
    await monday_morning(world)
    nowak = await a_private_partner(world)
    _, order = await a_draft(world)
    await world.rest("POST", f"/orders/{order}/assignment", partner_id=nowak)
    await world.settled()
    anna, ewa = Staff(world), Maker(world, EWA, "Ewa")

    await world.telegram.block(EWA, bot=BOT_NAME)
    await world.settled()
    await anna.sees(order, CUTR_ONLY, "Stolarnia Nowak can not be reached")
    await anna.writes(order, CUTR_ONLY, "The drawing is new")
    await world.settled()
    await world.wait(minutes=11)
    assert "The drawing is new" in mails(world, "biuro@nowak.example", "could not reach you")[0]

    await world.telegram.unblock(EWA, bot=BOT_NAME)
    await ewa.sees_privately("The drawing is new")
    assert (await partner(world))["since"] is None
    await anna.sees(order, CUTR_ONLY, "can be reached on Telegram again")


async def test_who_is_back_within_minutes_gets_no_mail(world: World) -> None:
    case = await a_case(world)
    await world.telegram.kick_bot(GROUP)
    await world.settled()
    await case.anna.writes(case.order, CUTR_ONLY, "Short trouble")
    await world.settled()
    await world.telegram.join(BOT_ID, GROUP, by=JAN)
    await world.telegram.promote(GROUP, BOT_ID, by=JAN)
    await case.jan.sees(case.order, CUTR_ONLY, "Short trouble")
    await world.wait(minutes=30)
    assert mails(world, OFFICE, "could not reach you") == []


# -- mail --------------------------------------------------------------------------------------------------------------


async def test_a_refused_address_is_told_and_another_one_gets_what_was_missed(world: World) -> None:
    case = await a_case(world)
    anna = case.anna
    world.mail.add_fault(MailFault("refuse", to=CARLA, times=1000))
    plan = {"method": "delivery", "date": "2035-02-12"}
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=plan)
    alert = await anna.sees(case.order, CUTR_ONLY, CARLA)
    for words in ("of Carla", "takes no mail"):
        assert words in flat(alert)
    await anna.presses(alert, "Change address")
    await fills(anna, "Mail address", email="carla@new.example")
    told = await world.until(lambda: mails(world, "carla@new.example", ""))
    assert "12 Feb" in told[0]
    plan["date"] = "2035-02-14"
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value=plan, reason="Snow")
    await world.until(lambda: len(mails(world, "carla@new.example", "")) == len(told) + 1)
