"""A partner's group becomes a supergroup: addresses are rewritten, topics made anew, and messages flow."""

from __future__ import annotations

from functools import partial

from core.chats import Platform
from tests.scenarios.cases import Case, a_draft
from tests.scenarios.people import CUTR_ONLY, WITH_CUSTOMER, Maker, Staff
from tests.scenarios.world import BOT, JAN, PIET, World

OLD = -4001
BOT_ID = int(BOT.partition(":")[0])


async def channels(world: World) -> set[str]:
    """Where the partner's chats are on Telegram."""
    places = await world.parts.database.read(lambda store: store.places.find(platform=Platform.TELEGRAM))
    return {place.channel for place in places if place.chat_id is not None}


async def a_basic_group(world: World) -> Case:
    """K-100 at a partner whose basic group has no topics yet."""
    world.telegram.add_group(OLD, "Houtbouw BV", admins=(JAN, BOT_ID), members=(PIET,))
    made = await world.rest("POST", "/partners", name="Houtbouw BV", telegram_chat_id=OLD)
    people = f"/partners/{made['id']}/members"
    await world.rest("POST", people, name="Jan", role="admin", telegram_user_id=JAN)
    await world.rest("POST", people, name="Piet", role="collaborator", telegram_user_id=PIET)
    await world.telegram.start(JAN)
    customer, order = await a_draft(world)
    await world.rest("POST", f"/orders/{order}/assignment", partner_id=made["id"])
    await world.settled()
    return Case(world, Staff(world), Maker(world, JAN, "Jan"), Maker(world, PIET, "Piet"), made["id"], customer, order)


async def test_a_group_that_moves_is_followed_and_gets_its_topics(world: World) -> None:
    case = await a_basic_group(world)
    assert await channels(world) == {str(OLD)}
    new = await world.telegram.enable_topics(OLD)
    await world.settled()
    partner = await world.parts.database.read(lambda store: store.partners.get(case.partner))
    assert partner is not None
    assert partner.telegram_chat_id == new
    assert await channels(world) == {str(new)}

    def topic(sign: str) -> int:
        return next((t.id for t in world.telegram.topics(new) if t.name.startswith(f"{sign} K-100")), 0)

    for sign in (CUTR_ONLY, WITH_CUSTOMER):
        assert await world.until(partial(topic, sign))
    await world.telegram.say(PIET, new, "We are here now", topic(CUTR_ONLY))
    await case.anna.sees(case.order, CUTR_ONLY, "We are here now")
    await case.anna.writes(case.order, CUTR_ONLY, "Good to see you")
    await world.until(lambda: [t for t in world.telegram.texts(new, topic(CUTR_ONLY)) if "Good to see you" in t])
    assert not [t for t in world.telegram.texts(new, topic(WITH_CUSTOMER)) if "Good to see you" in t]
