"""Offers: who is asked, who may still answer, and what becomes of those who were not chosen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core import commands as c
from core.chats import Place
from core.orders import DeclineReason, Offer, OfferState, Status
from core.people import Actor, Partner
from core.refusals import AlreadyDone, BadValue, TooLate, UnknownThing
from tests.support.desk import ANNA, MONDAY
from tests.unit.core.scenes import Scene, drafted, offer_to, only


def two_asked() -> tuple[Scene, Partner, Actor]:
    scene = drafted(price="1250", currency="eur")
    smid = scene.desk.partner("Smid", group=-100999)
    sara = scene.desk.member(smid, "Sara", "admin", 21)
    scene.desk.do(c.OfferOrder(scene.order_id, (scene.partner.id, smid.id)))
    return scene, smid, sara


def read_by(scene: Scene, kind: str) -> list[str]:
    return [only(Place, scene.desk.store.places.get(p.place_id)).channel for p in scene.desk.posted(kind)]


def test_each_partner_asked_gets_the_offer_with_its_price() -> None:
    scene, _, _ = two_asked()
    assert scene.order.status is Status.OFFERED
    assert sorted(read_by(scene, "OfferSent")) == ["11", "21"]
    body = scene.desk.posted("OfferSent")[0].body
    assert (body["price"], body["currency"]) == ("1250.00", "EUR")
    assert body["answer_until"] == (MONDAY + timedelta(hours=24)).isoformat()


def test_both_answer_one_is_awarded_the_other_is_told() -> None:
    scene, smid, sara = two_asked()
    scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id), scene.jan)
    scene.desk.do(c.AnswerOffer(offer_to(scene, smid).id), sara)
    scene.desk.do(c.AssignOrder(scene.order_id, smid.id))
    assert offer_to(scene, smid).state is OfferState.AWARDED
    assert offer_to(scene, scene.partner).state is OfferState.NOT_CHOSEN
    outcomes = {place: p.body["outcome"] for place, p in zip(
        read_by(scene, "OfferClosed"), scene.desk.posted("OfferClosed"), strict=True)}  # fmt: skip
    assert outcomes == {"11": "not_chosen", "21": "awarded"}


@pytest.mark.parametrize("reason", list(DeclineReason))
def test_a_decline_keeps_its_reason_and_staff_hear_it(reason: DeclineReason) -> None:
    scene, _, _ = two_asked()
    made = scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id, reason, "until March"), scene.jan)
    assert (only(Offer, made).state, only(Offer, made).reason) == (OfferState.DECLINED, reason)
    assert scene.desk.posted("OfferAnsweredNotice")[-1].body["reason"] == reason
    assert read_by(scene, "OfferAnsweredNotice") == ["CORDERS"]


def test_the_four_reasons_of_the_platform() -> None:
    assert set(DeclineReason) == {"no_capacity", "unfit_tooling", "unfit_machine", "other"}


def test_answering_twice_says_who_did() -> None:
    scene, _, _ = two_asked()
    kees = scene.desk.member(scene.partner, "Kees", "admin", 13)
    scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id), scene.jan)
    with pytest.raises(AlreadyDone) as told:
        scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id, DeclineReason.OTHER), kees)
    assert told.value.by == "Jan"
    assert offer_to(scene, scene.partner).state is OfferState.ACCEPTED


@pytest.mark.parametrize("ticks", ["the clock ran", "the clock was down"])
def test_an_answer_after_the_time_is_refused(ticks: str) -> None:
    scene, _, _ = two_asked()
    scene.desk.now += timedelta(hours=24)
    if ticks == "the clock ran":
        scene.desk.tick()
    with pytest.raises(TooLate) as told:
        scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id), scene.jan)
    assert told.value.until == MONDAY + timedelta(hours=24)


def test_a_second_before_the_time_is_in_time() -> None:
    scene, _, _ = two_asked()
    scene.desk.now += timedelta(hours=24, seconds=-1)
    scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id), scene.jan)
    scene.desk.wait(days=2)
    assert offer_to(scene, scene.partner).state is OfferState.ACCEPTED


def test_silence_expires_and_both_sides_hear_once() -> None:
    scene, smid, _ = two_asked()
    scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id), scene.jan)
    scene.desk.wait(hours=25)
    scene.desk.wait(hours=25)
    assert offer_to(scene, smid).state is OfferState.EXPIRED
    assert read_by(scene, "OfferClosed") == ["21"]
    silent = [p for p in scene.desk.posted("OfferAnsweredNotice") if p.body["answer"] == "expired"]
    assert [p.body["partner"] for p in silent] == ["Smid"]


def test_an_answer_after_the_award_is_too_late() -> None:
    scene, smid, sara = two_asked()
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    with pytest.raises(TooLate):
        scene.desk.do(c.AnswerOffer(offer_to(scene, smid).id), sara)


def test_cancelling_tells_who_was_asked_and_who_had_accepted() -> None:
    scene, _, _ = two_asked()
    scene.desk.do(c.AnswerOffer(offer_to(scene, scene.partner).id), scene.jan)
    scene.desk.do(c.Cancel(scene.order_id, "customer left"))
    assert sorted(read_by(scene, "OfferClosed")) == ["11", "21"]
    assert {o.state for o in scene.desk.store.offers.find(order_id=scene.order_id)} == {OfferState.NOT_CHOSEN}
    assert scene.desk.store.deadlines.find(kind="offer_closes", state="open") == []


def test_asking_again_while_an_offer_is_open_makes_no_second_one() -> None:
    scene, smid, _ = two_asked()
    assert scene.desk.do(c.OfferOrder(scene.order_id, (smid.id, smid.id))) == []
    assert len(scene.desk.posted("OfferSent")) == 2


def test_a_partner_who_declined_can_be_asked_again() -> None:
    scene, smid, sara = two_asked()
    scene.desk.do(c.AnswerOffer(offer_to(scene, smid).id, DeclineReason.NO_CAPACITY), sara)
    made = only(list, scene.desk.do(c.OfferOrder(scene.order_id, (smid.id,))))
    assert [o.partner_id for o in made] == [smid.id]


@pytest.mark.parametrize("hours", [0, -1, 721])
def test_hours_out_of_range_change_nothing(hours: int) -> None:
    scene = drafted()
    with pytest.raises(BadValue):
        scene.desk.do(c.OfferOrder(scene.order_id, (scene.partner.id,), hours))
    assert scene.order.status is Status.DRAFT


async def test_an_unknown_partner_among_them_undoes_the_whole_offer() -> None:
    scene = drafted()
    wish = c.OfferOrder(scene.order_id, (scene.partner.id, "nobody"))
    with pytest.raises(UnknownThing):
        await scene.desk.dispatcher.dispatch(wish, ANNA)
    assert scene.order.status is Status.DRAFT
    assert scene.desk.posted("OfferSent") == []


def test_an_offer_that_no_admin_can_read_is_told_to_staff() -> None:
    scene = drafted()
    silent = scene.desk.partner("Stil", group=None)
    scene.desk.do(c.OfferOrder(scene.order_id, (silent.id,)))
    assert [p.body["key"] for p in scene.desk.posted("StaffAlert")] == ["no_admin_linked"]
