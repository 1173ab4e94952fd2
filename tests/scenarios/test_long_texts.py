"""Long texts are split, never cut: every word arrives once and in order, and edits keep the parts right."""

from __future__ import annotations

from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.people import CUTR_ONLY, flat
from tests.scenarios.world import GROUP, World


def numbered(first: int, last: int) -> str:
    """Words that can be counted: `w00001 w00002 …`."""
    return " ".join(f"w{number:05d}" for number in range(first, last))


def counted(texts: list[str]) -> list[str]:
    """The numbered words of several texts in order of appearance."""
    return [word for text in texts for word in text.split() if word[:1] == "w" and word[1:].isdigit()]


async def in_telegram(case: Case) -> list[str]:
    await case.world.settled()
    topic = await case.jan.topic(case.order, CUTR_ONLY)
    return [m.text for m in case.world.telegram.messages(GROUP, topic) if m.sender.is_bot and counted([m.text])]


async def in_slack(case: Case) -> list[str]:
    await case.world.settled()
    thread = await case.anna.thread(case.order, CUTR_ONLY)
    return [flat(m["blocks"]) for m in thread if m.get("username") and counted([flat(m.get("blocks"))])]


async def test_twelve_thousand_signs_from_slack_arrive_whole(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, CUTR_ONLY, numbered(0, 1700))
    await case.jan.sees(case.order, CUTR_ONLY, "w01699")
    shown = await in_telegram(case)
    assert counted(shown) == numbered(0, 1700).split()
    assert 3 <= len(shown) <= 4
    assert all(len(text) <= 4096 for text in shown)


async def test_the_longest_telegram_message_arrives_whole(world: World) -> None:
    case = await an_assigned_order(world)

    text = numbered(0, 585)
    assert 4080 < len(text) <= 4096
    await case.jan.says(case.order, CUTR_ONLY, text)
    await case.anna.sees(case.order, CUTR_ONLY, "w00584")
    assert counted(await in_slack(case)) == text.split()


async def test_signs_that_slack_escapes_do_not_burst_its_limits(world: World) -> None:
    case = await an_assigned_order(world)

    text = "<&>" * 1300 + " end of it"
    await case.jan.says(case.order, CUTR_ONLY, text)
    await case.anna.sees(case.order, CUTR_ONLY, "end of it")
    thread = await case.anna.thread(case.order, CUTR_ONLY)
    whole = "".join(flat(m["blocks"]) for m in thread if m.get("username"))
    assert whole.count("&") == 1300


async def test_an_edit_makes_parts_more_and_fewer(world: World) -> None:
    case = await an_assigned_order(world)
    anna = case.anna

    written = await anna.writes(case.order, CUTR_ONLY, numbered(0, 900))
    await case.jan.sees(case.order, CUTR_ONLY, "w00899")
    await world.slack.edit_as("anna", anna.channel, written, numbered(0, 1500))
    await case.jan.sees(case.order, CUTR_ONLY, "w01499")
    assert counted(await in_telegram(case)) == numbered(0, 1500).split()
    await world.slack.edit_as("anna", anna.channel, written, numbered(0, 5))
    await world.settled()
    shown = await in_telegram(case)
    assert counted(shown) == numbered(0, 5).split()
    assert len(shown) == 1

    said = await case.jan.says(case.order, CUTR_ONLY, numbered(0, 20))
    await anna.sees(case.order, CUTR_ONLY, "w00019")
    await world.telegram.edit(case.jan.user, GROUP, said, numbered(0, 580))
    await anna.sees(case.order, CUTR_ONLY, "w00579")
    assert counted(await in_slack(case)) == numbered(0, 580).split()
    await world.telegram.edit(case.jan.user, GROUP, said, numbered(0, 3))
    await world.settled()
    assert counted(await in_slack(case)) == numbered(0, 3).split()


async def test_parts_of_two_writers_do_not_mix(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, CUTR_ONLY, numbered(0, 1200))
    await world.slack.post_as(
        "bram", case.anna.channel, numbered(1200, 1300), await case.anna.root(case.order, CUTR_ONLY)
    )
    await case.jan.sees(case.order, CUTR_ONLY, "w01299")
    assert counted(await in_telegram(case)) == numbered(0, 1300).split()
