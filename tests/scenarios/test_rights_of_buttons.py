"""Every button and typed command for everybody, over the real front ends, against the hand-written table of rights.

Whoever may not is tried first, everything once, and nothing may have changed afterwards. Whoever may is then never told
that it is not theirs, whatever else stands in the way.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from bots.buttons import Button
from bots.catalogue import every_row
from core.chats import Platform
from core.people import Role
from core.ports import Store
from sandbox.telegram.model import Message
from tests.scenarios.cases import Case, a_draft, a_private_partner, an_assigned_order
from tests.scenarios.knocking import kept
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff, flat
from tests.scenarios.rights import BUTTONS, TYPED, Tap, denials, may_use
from tests.scenarios.world import BOT_NAME, EWA, GROUP, KEES, World

OLGA = 505
NOT_STAFF = "Only Cutr's staff can do this"
NOBODYS = ("gijs", "sofie", "eve", "weatherbot")
DENIED = denials()


@dataclass
class Things:
    """What the buttons are about: one of each kind, all of Houtbouw's order."""

    case: Case
    ids: dict[str, str]

    def button(self, verb: str, tap: Tap) -> str:
        """A button's data."""
        arg = tap.arg if len(tap.arg) < 20 else ""
        return Button(verb, self.ids.get(tap.about, ""), arg).encode()


async def things(world: World) -> Things:
    """An assigned order with photos, a message of Jan's, a held one of a guest's, and an offer of another order."""
    case = await an_assigned_order(world)
    await case.photos()
    await case.jan.says(case.order, CUTR_ONLY, "The oak is in")
    await Maker(world, KEES, "Kees").says(case.order, WITH_CUSTOMER, "A guest's words")
    await a_draft(world, "K-300")
    await world.rest("POST", "/orders/K-300/offers", partner_ids=[case.partner])
    await world.settled()
    # What a lane's pace or a pause still holds back is sent now, or it would look like somebody's doing.
    await world.wait(seconds=30)

    def read(store: Store) -> dict[str, str]:
        order = store.orders.find(reference="K-100")[0]
        message = next(m for m in store.messages.find(order_id=order.id) if m.body.plain() == "The oak is in")
        return {
            "order": order.id,
            "message": message.id,
            "guest": store.messages.find(order_id=order.id, guest=True)[0].id,
            "offer": store.offers.find()[0].id,
            "set": store.upload_sets.find(order_id=order.id)[0].id,
            "file": store.files.find(order_id=order.id)[0].id,
            "chat": message.chat_id,
            "task": next((task.id for task in store.staff_tasks.find(order_id=order.id)), "none"),
            "partner": case.partner,
            "place": next(one.id for one in store.places.find(platform=Platform.MAIL)),
        }

    return Things(case, await world.parts.database.read(read))


async def pressed_in(world: World, who: Maker, message: Message, data: str, bot: str = "") -> str:
    """Press a button with this data below this message; the toast."""
    shown, message.reply_markup = message.reply_markup, {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
    try:
        return await world.telegram.press(who.user, message.chat.id, message.id, "x", bot=bot) or ""
    finally:
        message.reply_markup = shown


async def in_the_group(it: Things) -> Message:
    """The order's card in its Cutr-only topic."""
    topic = await it.case.jan.topic(it.case.order, CUTR_ONLY)
    shown = it.case.world.telegram.messages(GROUP, topic)
    return next(one for one in shown if one.sender.is_bot and not one.is_service)


def telegram_taps() -> list[tuple[str, Tap]]:
    return [(verb, tap) for verb, tap in BUTTONS.items() if Platform.TELEGRAM in tap.where]


@pytest.mark.timeout(240)
async def test_every_button_in_telegram_for_everybody(world: World) -> None:
    it = await things(world)
    case = it.case
    await a_private_partner(world)
    world.telegram.add_user(OLGA, "Olga", "olga", "en")
    card = await in_the_group(it)
    ewa, kees, olga = Maker(world, EWA, "Ewa"), Maker(world, KEES, "Kees"), Maker(world, OLGA, "Olga")
    await ewa.says_privately("/orders")
    hers = await ewa.sees_privately("You have no orders here yet")
    before = await kept(world)

    let_in = []
    for verb, tap in telegram_taps():
        data = it.button(verb, tap)
        # Below what stands in the group, and, for another partner's admin, in her own chat.
        tries = [(who, card, "") for who in (kees, olga, ewa)]
        tries += [(ewa, hers, BOT_NAME)] if tap.about else []
        tries += [(case.piet, card, "")] if not may_use(tap.right, Role.COLLABORATOR) else []
        tries += [(case.jan, card, "")] if not may_use(tap.right, Role.ADMIN) else []
        for who, below, bot in tries:
            toast = await pressed_in(world, who, below, data, bot)
            if toast not in DENIED:
                let_in.append((who.name, verb, toast))
    assert let_in == []
    assert await kept(world) == before

    kept_out = []
    for verb, tap in telegram_taps():
        for who, role in ((case.piet, Role.COLLABORATOR), (case.jan, Role.ADMIN)):
            if not may_use(tap.right, role):
                continue
            toast = await pressed_in(world, who, card, it.button(verb, tap))
            if toast in DENIED:
                kept_out.append((who.name, verb, toast))
    assert kept_out == [], "\n".join(map(str, kept_out))


async def pressed_in_slack(world: World, name: str, ts: str, data: str) -> str:
    """Press a button with this data on the order's root; what only this person was told."""
    blocks = world.slack.world.channel("orders").messages[ts]["blocks"]
    words = {"type": "plain_text", "text": "x"}
    button = {"type": "button", "action_id": "tried", "text": words, "value": data}
    tried = {"type": "actions", "block_id": "tried", "elements": [button]}
    blocks.append(tried)
    seen = len(world.slack.ephemerals(name))
    try:
        answer = await world.slack.click(name, "orders", ts, "tried", data)
    finally:
        blocks.remove(tried)
    await world.settled()
    return flat([answer.body, *world.slack.ephemerals(name)[seen:]])


@pytest.mark.timeout(240)
async def test_every_button_in_slack_for_everybody(world: World) -> None:
    it = await things(world)
    for name in NOBODYS:
        await world.slack.join(name, "orders")
    ts = await it.case.anna.root(it.case.order, CUTR_ONLY)
    taps = [(verb, tap) for verb, tap in BUTTONS.items() if Platform.SLACK in tap.where]
    assert all(may_use(tap.right, Role.STAFF) for _, tap in taps)
    before = await kept(world)
    for (verb, tap), name in itertools.product(taps, NOBODYS):
        told = await pressed_in_slack(world, name, ts, it.button(verb, tap))
        assert "Carla" not in told, (name, verb)
        assert not world.slack.open_views(name), (name, verb)
    for name in ("gijs", "sofie"):
        assert NOT_STAFF in flat(world.slack.ephemerals(name))
    assert await kept(world) == before

    kept_out = []
    for verb, tap in taps:
        told = await pressed_in_slack(world, "anna", ts, it.button(verb, tap))
        if any(sentence in told for sentence in DENIED):
            kept_out.append((verb, told))
        for view in world.slack.open_views("anna"):
            await world.slack.close_view("anna", view["id"], "all")
    assert kept_out == [], "\n".join(map(str, kept_out))


@pytest.mark.timeout(180)
async def test_every_slash_command_for_everybody(world: World) -> None:
    it = await things(world)
    for name in NOBODYS:
        await world.slack.join(name, "orders")
    rows = [row.name for row in every_row() if row.platform is Platform.SLACK]
    assert all(may_use(TYPED[Platform.SLACK, name], Role.STAFF) for name in rows)
    before = await kept(world)
    # Somebody of another workspace can't type commands in this one at all.
    for row, name in itertools.product(rows, [name for name in NOBODYS if name != "eve"]):
        told = flat((await world.slack.slash(name, "orders", *typed(row))).body)
        assert NOT_STAFF in told or not told, (name, row)
        assert "Carla" not in told
        assert not world.slack.open_views(name)
    assert await kept(world) == before
    for row in rows:
        answer = await it.case.anna.types(*typed(row))
        assert NOT_STAFF not in flat(answer.body), row
        for view in world.slack.open_views("anna"):
            await world.slack.close_view("anna", view["id"], "all")


def typed(row: str) -> tuple[str, str]:
    """A row of the catalogue as it is typed, about the order that is there."""
    name, _, verb = row.partition(" ")
    about = f"K-100 {verb}" if name == "order" and verb not in {"", "new"} else verb
    return f"/{name}", (about or ("K-100" if name == "order" else "")) + (" Houtbouw" if verb == "invite" else "")


@pytest.mark.timeout(180)
async def test_every_telegram_command_for_everybody(world: World) -> None:
    it = await things(world)
    await a_private_partner(world)
    world.telegram.add_user(OLGA, "Olga", "olga", "en")
    await world.telegram.start(OLGA)
    case, telegram = it.case, world.telegram
    names = [name for platform, name in TYPED if platform is Platform.TELEGRAM]
    topic = await case.jan.topic(case.order, CUTR_ONLY)
    before = await kept(world)
    for name in names:
        text = f"/{name} K-100" if name not in {"start", "link"} else f"/{name} not-a-code"
        await telegram.say(KEES, GROUP, text, topic)
        for user in (EWA, OLGA):
            said = await telegram.say(user, user, text, bot=BOT_NAME)
            await world.settled()
            told = [one.text for one in telegram.messages(user, bot=BOT_NAME) if one.id > said and one.sender.is_bot]
            assert not [text for text in told if "Oak kitchen" in text], (user, name)
    assert await kept(world) == before
    for who, role in ((case.piet, Role.COLLABORATOR), (case.jan, Role.ADMIN)):
        for name in names:
            if not may_use(TYPED[Platform.TELEGRAM, name], role) or name in {"start", "link"}:
                continue
            said = await telegram.say(who.user, GROUP, f"/{name} K-100", topic)
            await world.settled()
            told = [one.text for one in telegram.messages(GROUP, topic) if one.id > said and one.sender.is_bot]
            assert not [text for text in told if text in DENIED and name != "undo"], (role, name, told)


async def test_staff_is_who_types_for_cutr(world: World) -> None:
    """A sign of life of the table itself: what staff may do, staff can do here."""
    it = await things(world)
    answer = await Staff(world, "bram").types("/order", f"{it.case.order} history")
    assert answer.status == 200
    assert world.slack.open_views("bram")
