"""Binding people by a one-time link and groups by a one-time code, and everything that can be wrong with either."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenarios.cases import a_draft
from tests.scenarios.doing import fills
from tests.scenarios.people import CUTR_ONLY, Maker, Staff, flat
from tests.scenarios.world import BOT, BOT_NAME, EWA, GROUP, JAN, KEES, PIET, World

BOT_ID = int(BOT.partition(":")[0])


async def a_new_partner(world: World, **more: Any) -> str:
    """Houtbouw BV, with nobody bound yet."""
    made = await world.rest("POST", "/partners", name="Houtbouw BV", email="office@houtbouw.example", **more)
    return str(made["id"])


async def invited(world: World, partner: str, name: str, role: str = "admin") -> str:
    """The token in a new member's one-time link."""
    made = await world.rest("POST", f"/partners/{partner}/members", name=name, role=role)
    link = str(made["invite_url"])
    assert link.startswith(f"https://t.me/{BOT_NAME}?start=")
    token = link.partition("start=")[2]
    assert 20 < len(token) <= 64
    return token


async def group_code(world: World) -> str:
    """A code for the partner's group, made by Anna in Slack."""
    anna = Staff(world)
    await anna.types("/partner", "invite Houtbouw BV")
    answer = await fills(anna, "Invite", which="group", role="admin")
    told = flat(answer.body)
    assert "An admin of Houtbouw BV" in told
    return told.partition("/link ")[2].split()[0]


async def telegram_ids(world: World, partner: str) -> dict[str, int | None]:
    """Who is bound to which account."""
    members = await world.parts.database.read(lambda store: store.members.find(partner_id=partner))
    return {member.name: member.telegram_user_id for member in members}


async def groups(world: World) -> list[int | None]:
    """The partners' groups."""
    partners = await world.parts.database.read(lambda store: store.partners.find())
    return [partner.telegram_chat_id for partner in partners]


async def types_in_group(world: World, user: int, text: str, group: int = GROUP) -> str:
    """Type in the group's General; the answer, blank for none."""
    said = await world.telegram.say(user, group, text)
    await world.settled()
    assert world.parts.telegram_door is not None
    await world.parts.telegram_door.settled()
    return "\n".join(m.text for m in world.telegram.messages(group) if m.id > said and not m.is_service)


async def test_a_link_binds_once_and_only_one_account(world: World) -> None:
    partner = await a_new_partner(world)
    token = await invited(world, partner, "Jan")
    jan, ewa = Maker(world, JAN, "Jan"), Maker(world, EWA, "Ewa")
    await world.telegram.start(JAN, token)
    await jan.sees_privately("Houtbouw BV")
    assert await telegram_ids(world, partner) == {"Jan": JAN}

    await world.telegram.start(EWA, token)
    refused = await ewa.sees_privately("code was used before")
    assert "Ask Cutr" in refused.text
    await world.telegram.start(JAN, token)
    await world.until(lambda: len(jan.shown(None, "used before")) == 1)
    assert await telegram_ids(world, partner) == {"Jan": JAN}
    told = str(await world.parts.database.read(lambda store: store.invites.find()))
    assert token not in told, "only a hash of the token is kept"


async def test_an_old_link_and_a_guess_bind_nobody(world: World) -> None:
    partner = await a_new_partner(world)
    token = await invited(world, partner, "Jan")
    await world.wait(days=400)
    await world.telegram.start(JAN, token)
    await Maker(world, JAN, "Jan").sees_privately("expired")
    await world.telegram.start(EWA, "A" * 43)
    await Maker(world, EWA, "Ewa").sees_privately("This bot is for workshops")
    assert await telegram_ids(world, partner) == {"Jan": None}


async def test_a_new_link_makes_the_old_one_worthless(world: World) -> None:
    partner = await a_new_partner(world)
    first = await invited(world, partner, "Jan")
    anna = Staff(world)
    await anna.types("/partner", "invite Houtbouw BV")
    member = (await world.parts.database.read(lambda store: store.members.find(partner_id=partner)))[0]
    answer = await fills(anna, "Invite", which=member.id, role="admin")
    second = flat(answer.body).partition("?start=")[2].split()[0]
    await world.telegram.start(EWA, first)
    await Maker(world, EWA, "Ewa").sees_privately("Ask Cutr for a new one")
    await world.telegram.start(JAN, second)
    await Maker(world, JAN, "Jan").sees_privately("Houtbouw BV")
    assert await telegram_ids(world, partner) == {"Jan": JAN}


async def a_bound_team(world: World) -> str:
    """Houtbouw BV with admin Jan and collaborator Piet, no group yet."""
    partner = await a_new_partner(world)
    people = f"/partners/{partner}/members"
    await world.rest("POST", people, name="Jan", role="admin", telegram_user_id=JAN)
    await world.rest("POST", people, name="Piet", role="collaborator", telegram_user_id=PIET)
    await world.telegram.start(JAN)
    await world.telegram.start(PIET)
    return partner


async def test_an_admin_binds_the_group_with_a_code_that_works_once(world: World) -> None:
    await a_bound_team(world)
    code = await group_code(world)
    assert "not valid" in await types_in_group(world, JAN, "/link WRONG")
    assert "Only an admin" in await types_in_group(world, PIET, f"/link {code}")
    kees = await types_in_group(world, KEES, f"/link {code}")
    assert "connected" not in kees
    assert await groups(world) == [None]
    assert "in your group, not here" in await privately(world, JAN, f"/link {code}")

    assert "This group is connected" in await types_in_group(world, JAN, f"/link {code}")
    assert await groups(world) == [GROUP]
    assert "connected" not in await types_in_group(world, JAN, f"/link {code}")


async def privately(world: World, user: int, text: str) -> str:
    """Type in private; the answer."""
    maker = Maker(world, user, "")
    said = await maker.says_privately(text)
    await world.settled()
    assert world.parts.telegram_door is not None
    await world.parts.telegram_door.settled()
    return "\n".join(m.text for m in world.telegram.messages(user, bot=BOT_NAME) if m.id > said)


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ("can_manage_topics", "Manage topics"),
        ("can_pin_messages", "Pin messages"),
        ("can_delete_messages", "Delete messages"),
    ],
)
async def test_a_missing_right_is_named_exactly(world: World, lacking: str, words: str) -> None:
    await a_bound_team(world)
    code = await group_code(world)
    rights = {"can_manage_chat", "can_manage_topics", "can_pin_messages", "can_delete_messages"}
    await world.telegram.promote(GROUP, BOT_ID, rights=sorted(rights - {lacking}), by=JAN)
    told = await types_in_group(world, JAN, f"/link {code}")
    assert f"I lack the right “{words}”" in told
    assert "The code still works" in told
    assert told.count("I lack") == 1
    await world.telegram.promote(GROUP, BOT_ID, rights=sorted(rights), by=JAN)
    assert "This group is connected" in await types_in_group(world, JAN, f"/link {code}")


async def test_no_admin_and_no_topics_are_told_at_once(world: World) -> None:
    await a_bound_team(world)
    code = await group_code(world)
    world.telegram.add_group(-4001, "Houtbouw klein", admins=(JAN,), members=(PIET, BOT_ID))
    told = await types_in_group(world, JAN, f"/link@{BOT_NAME} {code}", -4001)
    assert "has no topics yet" in told
    assert "no admin of this group" in told
    assert await groups(world) == [None]


async def test_a_group_bound_late_and_a_member_who_comes_late_get_the_running_orders(world: World) -> None:
    partner = await a_bound_team(world)
    await a_draft(world)
    await world.rest("POST", "/orders/K-100/assignment", partner_id=partner)
    await world.settled()
    code = await group_code(world)
    await types_in_group(world, JAN, f"/link {code}")
    jan = Maker(world, JAN, "Jan")
    await jan.topic("K-100", CUTR_ONLY)
    await jan.says("K-100", CUTR_ONLY, "Now from the group")
    await Staff(world).sees("K-100", CUTR_ONLY, "Now from the group")

    token = await invited(world, partner, "Ewa", "collaborator")
    await world.telegram.start(EWA, token)
    await Maker(world, EWA, "Ewa").sees_privately("Houtbouw BV")
    await privately(world, EWA, "/orders")
    assert "K-100" in str(world.telegram.last_keyboard(EWA, bot=BOT_NAME))


async def test_without_a_group_a_new_member_gets_the_running_orders(world: World) -> None:
    partner = await a_bound_team(world)
    await a_draft(world)
    await world.rest("POST", "/orders/K-100/assignment", partner_id=partner)
    await world.settled()
    token = await invited(world, partner, "Ewa", "collaborator")
    await world.telegram.start(EWA, token)
    ewa = Maker(world, EWA, "Ewa")
    card = await ewa.sees_privately("🔒 K-100 · Cutr only")
    await ewa.sees_privately("👥 K-100 · With customer")
    await ewa.says_privately("Hello from Ewa", reply_to=card.id)
    shown = await Staff(world).sees("K-100", CUTR_ONLY, "Hello from Ewa")
    assert shown["username"] == "Ewa · Houtbouw BV"
