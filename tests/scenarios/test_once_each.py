"""Whatever the platforms do twice, late or half: a message appears once on Slack, on Telegram but for one doubt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox.faults import Fault
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.looks import sees_files, slack_marks, telegram_marks
from tests.scenarios.people import CUTR_ONLY, flat
from tests.scenarios.world import GROUP, World


async def in_slack(case: Case, words: str) -> list[str]:
    await case.world.settled()
    thread = await case.anna.thread(case.order, CUTR_ONLY)
    return [flat(m["blocks"]) for m in thread if words in flat(m.get("blocks")) and m.get("username")]


async def in_telegram(case: Case, words: str) -> list[str]:
    await case.world.settled()
    topic = await case.jan.topic(case.order, CUTR_ONLY)
    return [m.text for m in case.jan.shown(topic, words) if m.sender.is_bot]


async def test_what_slack_delivers_twice_is_relayed_once(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("duplicate", "message", times=3)
    for number in range(3):
        await case.anna.writes(case.order, CUTR_ONLY, f"question {number}")
    await case.jan.sees(case.order, CUTR_ONLY, "question 2")
    assert [text[-1] for text in await in_telegram(case, "question")] == ["0", "1", "2"]


async def test_the_same_words_under_a_new_delivery_id_are_relayed_once(world: World) -> None:
    case = await an_assigned_order(world)

    written = await case.anna.writes(case.order, CUTR_ONLY, "question once")
    await case.jan.sees(case.order, CUTR_ONLY, "question once")
    world.slack.tell_again(case.anna.channel, written)
    assert len(await in_telegram(case, "question once")) == 1

    said = await case.jan.says(case.order, CUTR_ONLY, "answer once")
    await case.anna.sees(case.order, CUTR_ONLY, "answer once")
    world.telegram.tell_again(GROUP, said)
    assert len(await in_slack(case, "answer once")) == 1


async def test_what_telegram_delivers_twice_is_relayed_once(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("duplicate", "message", times=3)
    for number in range(3):
        await case.jan.says(case.order, CUTR_ONLY, f"answer {number}")
    await case.anna.sees(case.order, CUTR_ONLY, "answer 2")
    assert len(await in_slack(case, "answer")) == 3


async def test_what_slack_delivers_late_is_not_lost(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("reorder", "message", after=5.0)
    await case.anna.writes(case.order, CUTR_ONLY, "question first")
    await case.anna.writes(case.order, CUTR_ONLY, "question second")
    await case.jan.sees(case.order, CUTR_ONLY, "question second")
    await world.wait(seconds=6)
    await case.jan.sees(case.order, CUTR_ONLY, "question first")
    assert len(await in_telegram(case, "question")) == 2


async def test_an_edit_that_overtakes_its_message_wins(world: World) -> None:
    case = await an_assigned_order(world)

    written = await case.anna.writes(case.order, CUTR_ONLY, "one")
    await case.jan.sees(case.order, CUTR_ONLY, "one")
    world.faults.add(Fault("reorder", method="message", match={"subtype": "message_changed"}, after=5.0))
    await world.slack.edit_as("anna", case.anna.channel, written, "two, delivered late")
    world.clock.advance(timedelta(seconds=1))
    await world.slack.edit_as("anna", case.anna.channel, written, "three, the last word")
    await case.jan.sees(case.order, CUTR_ONLY, "three, the last word")
    await world.wait(seconds=6)
    await case.jan.sees(case.order, CUTR_ONLY, "three, the last word")


async def test_slack_took_it_but_did_not_say_so(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("accepted_then_failed", "chat.postMessage", status=500)
    said = await case.jan.says(case.order, CUTR_ONLY, "answer once")
    await world.settled()
    for _ in range(3):
        await world.wait(minutes=1)
    assert len(await in_slack(case, "answer once")) == 1
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])
    # What was found again is known: an edit reaches it.
    await world.telegram.edit(case.jan.user, GROUP, said, "answer changed")
    await case.anna.sees(case.order, CUTR_ONLY, "answer changed")
    assert await in_slack(case, "answer once") == []


async def test_the_line_to_slack_broke_after_it_took_a_file(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("accepted_then_failed", "files.completeUploadExternal", status=0)
    said = await case.jan.sends_photo(case.order, CUTR_ONLY, "The door")
    await world.settled()
    for _ in range(3):
        await world.wait(minutes=1)
    assert len(await in_slack(case, "The door")) == 1
    await sees_files(case.anna, case.order, CUTR_ONLY, 1)
    await world.until(lambda: telegram_marks(world, said) == ["delivered"])


async def test_telegram_took_it_but_did_not_say_so(world: World) -> None:
    case = await an_assigned_order(world)

    world.break_once("accepted_then_failed", "sendMessage", status=0)
    written = await case.anna.writes(case.order, CUTR_ONLY, "question once")
    await world.settled()
    for _ in range(3):
        await world.wait(minutes=1)
    assert 1 <= len(await in_telegram(case, "question once")) <= 2
    await world.until(lambda: slack_marks(case.anna, written) == ["delivered"])


@pytest.mark.parametrize("kind", ["rate_limited", "server_error"])
async def test_a_stumbling_slack_gets_everything_once_and_in_order(world: World, kind: str) -> None:
    case = await an_assigned_order(world)

    world.break_once(kind, "chat.postMessage", times=2, retry_after=7, status=503)
    for number in range(4):
        await case.jan.says(case.order, CUTR_ONLY, f"answer {number}")
    await world.settled()
    for _ in range(6):
        await world.wait(seconds=20)
    assert [text.split()[-1] for text in await in_slack(case, "answer")] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("kind", ["rate_limited", "server_error"])
async def test_a_stumbling_telegram_gets_everything_in_order(world: World, kind: str) -> None:
    case = await an_assigned_order(world)

    world.break_once(kind, "sendMessage", times=2, retry_after=7, status=502)
    for number in range(4):
        await case.anna.writes(case.order, CUTR_ONLY, f"question {number}")
    await world.settled()
    for _ in range(6):
        await world.wait(seconds=20)
    assert [text[-1] for text in await in_telegram(case, "question")] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("method", ["chat.postMessage", "sendMessage"])
async def test_retry_after_is_honoured(world: World, method: str) -> None:
    case = await an_assigned_order(world)
    platform = "slack" if method.startswith("chat") else "telegram"

    world.break_once("rate_limited", method, retry_after=40)
    before = len(world.ledger.entries(method, platform))
    await case.jan.says(case.order, CUTR_ONLY, "from the workshop")
    await case.anna.writes(case.order, CUTR_ONLY, "from the office")
    await world.settled()
    for _ in range(3):
        await world.wait(seconds=12)
    calls = world.ledger.entries(method, platform)[before:]
    assert len(calls) == 1, "nothing before the 40 seconds are over"
    await world.wait(seconds=10)
    words = "from the workshop" if platform == "slack" else "from the office"
    assert len(await (in_slack if platform == "slack" else in_telegram)(case, words)) == 1
    again = world.ledger.entries(method, platform)[before + 1]
    assert (again.at - calls[0].at).total_seconds() >= 40
