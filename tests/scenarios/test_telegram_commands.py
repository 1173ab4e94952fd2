"""Every typed command in a topic, in General and in private; the menu, `@BotName`, and commands nobody knows."""

from __future__ import annotations

import pytest

from bots.catalogue import rows
from core.chats import Platform
from sandbox.telegram.model import Message
from tests.scenarios.cases import Case, an_assigned_order
from tests.scenarios.doing import labels
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker
from tests.scenarios.world import BOT_NAME, EWA, GROUP, KEES, World

ABOUT_AN_ORDER = {
    "order": "Oak kitchen", "todo": "Set material delivery date", "files": "Still missing before Ready",
    "slip": "Kade 1, Delft", "ready": "Still missing: finished product pictures", "delivered": "only a Ready order",
    "delay": "Which date will not hold?",
}  # fmt: skip
ANYWHERE = {"orders": "Your orders", "language": "Which language", "help": "What you can type"}
COMMANDS = {**ABOUT_AN_ORDER, **ANYWHERE}


class Typing:
    """Somebody who types commands somewhere, and what comes of each."""

    def __init__(self, case: Case, who: Maker, where: str, chat: str = CUTR_ONLY) -> None:
        self.case, self.who, self.where, self.chat = case, who, where, chat

    async def __call__(self, text: str) -> list[Message]:
        """Type it; the answers that stand where it was typed, once all is settled."""
        telegram, user = self.case.world.telegram, self.who.user
        topic = await self.who.topic(self.case.order, self.chat) if self.where == "topic" else None
        if self.where == "private":
            said, place, bot = await telegram.say(user, user, text, bot=BOT_NAME), user, BOT_NAME
        else:
            said, place, bot = await telegram.say(user, GROUP, text, topic), GROUP, ""
        await self.case.world.settled()
        door = self.case.world.parts.telegram_door
        assert door is not None
        await door.settled()
        shown = [m for m in telegram.messages(place, bot=bot) if m.id > said and not m.is_service]
        if self.where != "private":
            assert {m.thread_id or None for m in shown} <= {topic}, "an answer stands where was asked"
        return shown

    async def once(self, text: str) -> Message:
        """Type it; the one answer."""
        shown = await self(text)
        assert len(shown) == 1, [m.text for m in shown]
        return shown[0]


async def test_in_a_topic_the_order_is_known(world: World) -> None:
    case = await an_assigned_order(world)
    for chat in (CUTR_ONLY, WITH_CUSTOMER):
        types = Typing(case, case.jan, "topic", chat)
        for command, words in COMMANDS.items():
            assert words in (await types.once(f"/{command}")).text, command
        await case.anna.sees_nothing_of(case.order, chat, "/todo")


@pytest.mark.parametrize("where", ["General", "private"])
async def test_elsewhere_the_order_is_asked_or_named(world: World, where: str) -> None:
    case = await an_assigned_order(world)
    types = Typing(case, case.jan, where)
    for command, words in ABOUT_AN_ORDER.items():
        asked = await types.once(f"/{command}")
        assert labels(asked) == ["K-100 · Oak kitchen · In production"], command
        assert words in (await types.once(f"/{command} K-100")).text
        assert "no order “X-9”" in (await types.once(f"/{command} X-9")).text
    for command, words in ANYWHERE.items():
        assert words in (await types.once(f"/{command}")).text
    asked = await types.once("/todo")
    await case.jan.presses(asked, "K-100")
    bot = BOT_NAME if where == "private" else ""
    await world.until(lambda: "K-100 · To-dos" in world.telegram.texts(asked.chat.id, bot=bot)[-1])


async def test_the_menu_is_the_catalogue(world: World) -> None:
    await an_assigned_order(world)
    listed = [row.name for row in rows(Platform.TELEGRAM) if row.listed]
    menu = {row["command"]: row["description"] for row in world.telegram.commands({"type": "all_private_chats"})}
    group = [row["command"] for row in world.telegram.commands({"type": "all_group_chats"})]
    assert list(menu) == listed
    assert set(COMMANDS) | {"undo"} == set(menu)
    assert set(listed) - set(group) == {"language"}
    assert all(menu.values())


async def test_bot_names_unknown_commands_and_start(world: World) -> None:
    case = await an_assigned_order(world)
    for where in ("topic", "General", "private"):
        types = Typing(case, case.jan, where)
        assert "What you can type" in (await types.once(f"/help@{BOT_NAME}")).text
        assert "What you can type" in (await types.once(f"/HELP@{BOT_NAME.upper()}")).text
        assert await types("/help@another_bot") == []
        assert "/help" in (await types.once("/frobnicate now")).text
        assert "What you can type" in (await types.once("/start")).text
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "frobnicate")


async def test_help_is_made_for_the_one_who_asks(world: World) -> None:
    case = await an_assigned_order(world)
    for maker in (case.jan, case.piet):
        told = (await Typing(case, maker, "private").once("/help")).text
        assert all(f"/{command}" in told for command in COMMANDS)
    kees = Typing(case, Maker(world, KEES, "Kees"), "topic")
    told = (await kees.once("/help")).text
    assert "You are a guest here" in told
    assert "/ready" not in told
    for command in set(COMMANDS) - {"help"}:
        assert "Only members of the workshop" in (await kees.once(f"/{command}")).text


async def test_a_stranger_gets_one_fixed_line(world: World) -> None:
    case = await an_assigned_order(world)
    await world.telegram.start(EWA)
    ewa = Maker(world, EWA, "Ewa")
    await ewa.sees_privately("This bot is for workshops")
    types = Typing(case, ewa, "private")
    answers = {(await types.once(f"/{name}")).text for name in (*COMMANDS, "undo", "link ABC", "start x", "whatever")}
    assert len(answers) == 1
    assert "This bot is for workshops" in answers.pop()


async def test_undo_takes_back_the_last_words(world: World) -> None:
    case = await an_assigned_order(world)
    types = Typing(case, case.jan, "topic")
    assert "nothing of yours" in (await types.once("/undo")).text
    await case.jan.says(case.order, CUTR_ONLY, "First words")
    await case.jan.says(case.order, CUTR_ONLY, "Second words")
    await case.anna.sees(case.order, CUTR_ONLY, "Second words")
    assert "Taken back" in (await types.once("/undo")).text
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "Second words")
    await case.anna.sees(case.order, CUTR_ONLY, "First words")
    asked = await Typing(case, case.jan, "General").once("/undo")
    await case.jan.presses(asked, "🔒 K-100")
    await case.anna.sees_nothing_of(case.order, CUTR_ONLY, "First words")


async def test_ready_and_delivered_by_command(world: World) -> None:
    case = await an_assigned_order(world)
    await case.photos()
    types = Typing(case, case.piet, "topic")
    await case.piet.presses(await types.once("/ready"), "Yes, it is packed")
    await world.settled()
    assert (await case.shown())["status"] == "ready"
    assert "only an order in production" in (await types.once("/ready")).text
    await case.piet.presses(await types.once("/delivered"), "Yes, slip is signed")
    await world.settled()
    assert (await case.shown())["status"] == "delivered"


async def test_the_language_is_a_members_own(world: World) -> None:
    case = await an_assigned_order(world)
    asked = await Typing(case, case.jan, "private").once("/language")
    assert "English" in labels(asked)
    assert "English" in str(await case.jan.presses(asked, "English"))
