"""Bold, italic, strike, code, quotes and links arrive as what they are; names, emoji and mentions as plain words."""

from __future__ import annotations

import json

from tests.scenarios.cases import an_assigned_order
from tests.scenarios.looks import slack_looks, telegram_looks
from tests.scenarios.people import CUTR_ONLY, flat, pieces
from tests.scenarios.world import World

STYLED = "Now bold italic gone code and block here"
ENTITIES = [
    {"type": "bold", "offset": 4, "length": 4},
    {"type": "italic", "offset": 9, "length": 6},
    {"type": "strikethrough", "offset": 16, "length": 4},
    {"type": "code", "offset": 21, "length": 4},
    {"type": "text_link", "offset": 36, "length": 4, "url": "https://houtbouw.example/plan"},
]


async def test_styles_go_from_slack_to_telegram(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(
        case.order, CUTR_ONLY,
        "Look: *bold* _italic_ ~gone~ `code` *_both_* <https://cutr.example/a|the plan>\n> they said so\n"
        "```x = 1\ny = 2```",
    )  # fmt: skip
    seen = telegram_looks(await case.jan.sees(case.order, CUTR_ONLY, "Look: bold italic gone code both the plan"))
    assert {"bold", "both"} <= seen["bold"]
    assert seen["italic"] == {"italic", "both"}
    assert seen["strikethrough"] == {"gone"}
    assert seen["code"] == {"code"}
    assert seen["pre"] == {"x = 1\ny = 2"}
    assert any("they said so" in words for words in seen["blockquote"])
    assert seen["link to https://cutr.example/a"] == {"the plan"}


async def test_styles_go_from_telegram_to_slack(world: World) -> None:
    case = await an_assigned_order(world)

    await case.jan.says(case.order, CUTR_ONLY, STYLED, entities=ENTITIES)
    seen = await case.anna.sees(case.order, CUTR_ONLY, "Now bold italic")
    looks = slack_looks(seen)
    assert looks["bold"] == {"bold"}
    assert looks["italic"] == {"italic"}
    assert looks["strike"] == {"gone"}
    assert looks["code"] == {"code"}
    assert looks["link to https://houtbouw.example/plan"] == {"here"}
    assert "houtbouw.example" in flat(seen["text"]), "where a link leads is shown"


async def test_code_and_quotes_go_from_telegram_to_slack(world: World) -> None:
    case = await an_assigned_order(world)

    text = "They wrote:\nno oak left\nfor i in parts:\n    cut(i)"
    entities = [
        {"type": "blockquote", "offset": 12, "length": 11},
        {"type": "pre", "offset": 24, "length": 26, "language": "python"},
    ]
    await case.jan.says(case.order, CUTR_ONLY, text, entities=entities)
    looks = slack_looks(await case.anna.sees(case.order, CUTR_ONLY, "They wrote:"))
    assert looks["quote"] == {"no oak left"}
    assert looks["pre"] == {"for i in parts:\n    cut(i)"}


async def test_emoji_do_not_shift_the_styles(world: World) -> None:
    case = await an_assigned_order(world)

    text = "🪵🪚 great 🇳🇱 work"
    await case.jan.says(case.order, CUTR_ONLY, text, entities=[{"type": "bold", "offset": 5, "length": 5}])
    assert slack_looks(await case.anna.sees(case.order, CUTR_ONLY, "great"))["bold"] == {"great"}

    await case.anna.writes(case.order, CUTR_ONLY, ":tada: 🪵🪚 *very* :+1: good")
    seen = await case.jan.sees(case.order, CUTR_ONLY, "🎉 🪵🪚 very 👍 good")
    assert "very" in telegram_looks(seen)["bold"]


async def test_mass_mentions_and_markup_from_telegram_call_nobody(world: World) -> None:
    case = await an_assigned_order(world)

    await case.jan.says(case.order, CUTR_ONLY, "<!channel> @here <@U0ANNA00001> *not bold* & <b>not html</b>")
    seen = await case.anna.sees(case.order, CUTR_ONLY, "*not bold* & <b>not html</b>")
    assert not pieces(seen, "broadcast")
    assert not pieces(seen, "user")
    assert "<!" not in seen["text"]
    assert "<@" not in seen["text"]
    posted = world.ledger.entries("chat.postMessage", "slack")[-1].args
    assert not json.loads(str(posted.get("link_names") or "false"))


async def test_slacks_mentions_become_names(world: World) -> None:
    case = await an_assigned_order(world)

    await case.anna.writes(case.order, CUTR_ONLY, "<@U0BRAM00001> asks: 3 < 5 & 7 > 6? <!here>")
    seen = await case.jan.sees(case.order, CUTR_ONLY, "asks: 3 < 5 & 7 > 6?")
    assert "@Bram asks" in seen.text
    assert "U0BRAM00001" not in seen.text


async def test_a_name_with_markup_stays_a_name(world: World) -> None:
    case = await an_assigned_order(world)
    world.telegram.add_user(505, "<!channel> *Boss*", "boss", "en")
    await world.telegram.join(505, -1001234567890)

    topic = await case.jan.topic(case.order, CUTR_ONLY)
    await world.telegram.say(505, -1001234567890, "Hello from the boss", topic)
    seen = await case.anna.sees(case.order, CUTR_ONLY, "Hello from the boss")
    assert "*Boss*" in seen["username"]
    assert not pieces(seen, "broadcast")
