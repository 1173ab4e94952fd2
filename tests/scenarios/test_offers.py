"""Staff offer an order, partners answer by button, staff assign one and the other is told."""

from __future__ import annotations

from sandbox.telegram.model import Message
from tests.scenarios.cases import a_draft, a_partner, a_private_partner
from tests.scenarios.doing import fills, labels, monday_morning, pass_until, replies
from tests.scenarios.people import CUTR_ONLY, Maker, Staff, flat
from tests.scenarios.world import BOT_NAME, EWA, GROUP, JAN, KEES, PIET, World

PRICE = "€1,200.00"


class Asked:
    """A draft order, two partners, and everybody who may act."""

    def __init__(self, world: World, houtbouw: str, nowak: str) -> None:
        self.world, self.houtbouw, self.nowak = world, houtbouw, nowak
        self.anna = Staff(world)
        self.jan, self.piet, self.ewa = Maker(world, JAN, "Jan"), Maker(world, PIET, "Piet"), Maker(world, EWA, "Ewa")

    async def offer(self, hours: str = "24") -> tuple[Message, Message]:
        """Anna offers K-100 to both by form; returns what Jan and Ewa see."""
        await self.anna.types("/order", "K-100 offer")
        both = [self.houtbouw, self.nowak]
        await fills(self.anna, "Offer K-100", partner_ids=both, answer_within_hours=hours)
        return await self.jan.sees_privately("New order on offer"), await self.ewa.sees_privately("New order on offer")

    async def state(self) -> dict[str, str]:
        """What became of each offer, by partner."""
        shown = await self.world.rest("GET", "/orders/K-100")
        return {offer["partner_id"]: offer["state"] for offer in shown["offers"]}


async def asked(world: World) -> Asked:
    """Two partners and a draft."""
    await monday_morning(world)
    houtbouw, nowak = await a_partner(world), await a_private_partner(world)
    await a_draft(world)
    return Asked(world, houtbouw, nowak)


async def test_both_accept_one_gets_the_order_and_the_other_is_told(world: World) -> None:
    case = await asked(world)
    anna, jan, ewa = case.anna, case.jan, case.ewa

    to_jan, to_ewa = await case.offer()
    assert PRICE in to_jan.text
    assert "Kade 1, Delft" in to_jan.text
    assert "Tue 9 Jan 2035, 09:00" in to_jan.text
    assert labels(to_jan) == ["Accept", "Decline"]

    await jan.presses(to_jan, "Accept")
    await jan.sees_privately("You accepted K-100")
    await anna.sees_in_channel("Houtbouw BV accepts K-100")
    await ewa.presses(to_ewa, "Accept")
    await anna.sees_in_channel("Stolarnia Nowak accepts K-100")
    assert await case.state() == {case.houtbouw: "accepted", case.nowak: "accepted"}

    await anna.types("/order", "K-100 assign")
    await fills(anna, "Assign K-100", partner_id=case.houtbouw)
    await jan.sees_privately("K-100 · Oak kitchen is yours")
    await ewa.sees_privately("went to another workshop this time")
    assert await case.state() == {case.houtbouw: "awarded", case.nowak: "not_chosen"}
    assert (await world.rest("GET", "/orders/K-100"))["status"] == "in_production"


async def test_a_decline_asks_one_of_four_reasons(world: World) -> None:
    case = await asked(world)
    to_jan, to_ewa = await case.offer()

    await case.jan.presses(to_jan, "Decline")
    why = await case.jan.sees_privately("Why not this one?")
    assert labels(why)[:4] == ["No capacity", "Tooling does not fit", "Machine does not fit", "Another reason"]
    assert await case.state() == {case.houtbouw: "open", case.nowak: "open"}
    await case.jan.presses(why, "No capacity")
    await case.jan.sees_privately("You declined K-100 (Jan): No capacity")
    await case.anna.sees_in_channel("Houtbouw BV declines K-100: No capacity")

    await case.ewa.presses(to_ewa, "Decline")
    await case.ewa.presses(await case.ewa.sees_privately("Why not this one?"), "Another reason")
    await replies(case.ewa, await case.ewa.sees_privately("Reply to this message"), "The saw is away for repair")
    told = await case.anna.sees_in_channel("Stolarnia Nowak declines K-100")
    assert "The saw is away for repair" in flat(told)
    assert await case.state() == {case.houtbouw: "declined", case.nowak: "declined"}


async def test_an_answer_that_was_given_takes_the_buttons_away(world: World) -> None:
    case = await asked(world)
    await world.rest("POST", f"/partners/{case.houtbouw}/members", name="Kees", role="admin", telegram_user_id=KEES)
    await world.telegram.start(KEES)
    kees = Maker(world, KEES, "Kees")
    to_jan, _ = await case.offer()
    to_kees = await kees.sees_privately("New order on offer")

    await case.jan.presses(to_jan, "Accept")
    await world.until(lambda: not world.telegram.message(to_jan.chat, to_jan.id).keyboard)
    second = await kees.presses(to_kees, "Decline")
    assert second is not None
    assert "Already done by Jan on Mon 8 Jan 2035" in second
    assert (await case.state())[case.houtbouw] == "accepted"


async def test_an_answer_after_the_time_is_refused_politely(world: World) -> None:
    case = await asked(world)
    to_jan, to_ewa = await case.offer(hours="4")

    await case.ewa.presses(to_ewa, "Accept")
    await pass_until(world, "2035-01-08 13:30")
    await case.jan.sees_privately("The time to answer the offer of K-100")
    await case.anna.sees_in_channel("Houtbouw BV did not answer the offer of K-100 in time")
    late = await case.jan.presses(to_jan, "Accept")
    assert late is not None
    assert "The time to answer this offer ended on Mon 8 Jan 2035, 13:00" in late
    assert "Write to Cutr" in late
    await world.until(lambda: not world.telegram.message(to_jan.chat, to_jan.id).keyboard)
    assert await case.state() == {case.houtbouw: "expired", case.nowak: "accepted"}


async def test_an_answer_after_the_award_hears_that_it_went_elsewhere(world: World) -> None:
    case = await asked(world)
    to_jan, _ = await case.offer()
    await case.anna.types("/order", "K-100 assign")
    await fills(case.anna, "Assign K-100", partner_id=case.nowak)
    await case.jan.sees_privately("went to another workshop this time")
    late = await case.jan.presses(to_jan, "Decline")
    assert late == "This order went to another workshop. Write to Cutr if you can still help."


async def test_a_collaborator_never_sees_an_offer_or_a_price(world: World) -> None:
    case = await asked(world)
    to_jan, _ = await case.offer()
    await case.jan.presses(to_jan, "Accept")
    await case.anna.types("/order", "K-100 assign")
    await fills(case.anna, "Assign K-100", partner_id=case.houtbouw)
    await case.piet.sees("K-100", CUTR_ONLY, "To-dos")

    await case.piet.says_privately("/order K-100")
    await case.piet.sees_privately("Oak kitchen")
    await world.settled()
    read_by_piet = [*world.telegram.messages(PIET, bot=BOT_NAME), *world.telegram.messages(GROUP)]
    for topic in world.telegram.topics(GROUP):
        read_by_piet += world.telegram.messages(GROUP, topic.id)
    words = "\n".join(message.text for message in read_by_piet)
    assert "1,200" not in words
    assert "1200" not in words
    assert "on offer" not in words


async def test_staff_hear_when_no_admin_can_see_the_offer(world: World) -> None:
    await monday_morning(world)
    anna = Staff(world)
    made = await world.rest(
        "POST", "/partners", name="Metaalwerk", language="en", time_zone="Europe/Amsterdam", self_billing=False
    )
    await world.rest("POST", f"/partners/{made['id']}/members", name="Mo", role="admin")
    await a_draft(world)
    await anna.types("/order", "K-100 offer")
    await fills(anna, "Offer K-100", partner_ids=[made["id"]])
    told = await anna.sees_in_channel("Metaalwerk has no admin on Telegram yet")
    assert "/partner invite" in flat(told)


async def test_an_empty_offer_form_says_what_is_missing_and_changes_nothing(world: World) -> None:
    case = await asked(world)
    answer = await case.anna.types("/order", "K-999 offer")
    assert "I know no order “K-999”" in flat(answer.body)
    answer = await case.anna.types("/order", "K-100 ofer")
    assert "Did you mean: offer" in flat(answer.body)
    assert (await world.rest("GET", "/orders/K-100"))["status"] == "draft"
