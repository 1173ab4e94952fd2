"""What is between the partner and Cutr reaches no customer: by type, by place, and in anything that is ever queued."""

from __future__ import annotations

import dataclasses
import types
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from core import commands as c
from core import notices as n
from core.chats import Audience, Place, Platform
from core.handlers.spots import WrongAudience, customer_mail, say
from core.notice_data import CLASSES, as_data, from_data
from core.orders import DeclineReason, FeedbackCategory, Status, TaskKey
from core.outbox import Posting
from core.parcels import parcel_for
from core.people import CLOCK, Party
from core.work import Work
from tests.support.desk import ANNA, MONDAY, day
from tests.unit.core.bustle import CANARY, Bustle
from tests.unit.core.scenes import DELIVERY, Scene, drafted, offer_to, only

SECRET = sorted(kind.__name__ for kind in get_args(n.AnyCutrOnly))
SHARED = sorted(kind.__name__ for kind in get_args(n.AnyShared))
OF_TYPE: dict[object, object] = {str: "x", int: 1, tuple: ("x",)}


def a_notice(name: str) -> Any:
    kind = CLASSES[name]
    hints = get_type_hints(kind)
    return kind(**{f.name: a_value(hints[f.name]) for f in dataclasses.fields(kind)})


def a_value(hint: Any) -> object:
    if isinstance(hint, types.UnionType):
        return a_value(next(arg for arg in get_args(hint) if arg is not types.NoneType))
    plain = getattr(hint, "__origin__", hint)
    return OF_TYPE.get(plain, date(2030, 1, 7) if plain is date else MONDAY)


def at_work(scene: Scene) -> Work:
    return Work(scene.desk.store, scene.desk.dispatcher.house, ANNA, scene.desk.now)


def customer_places(scene: Scene) -> list[Place]:
    return [
        scene.place(Audience.WITH_CUSTOMER, Platform.SLACK), scene.place(Audience.WITH_CUSTOMER, Platform.TELEGRAM),
        *customer_mail(at_work(scene), scene.order),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def order() -> Scene:
    scene = drafted()
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    return scene


def test_every_notice_belongs_to_one_family() -> None:
    assert set(SECRET) | set(SHARED) == set(CLASSES)
    assert set(SECRET) & set(SHARED) == set()
    assert {CLASSES[name].audience for name in SECRET} == {Audience.CUTR_ONLY}
    assert {CLASSES[name].audience for name in SHARED} == {Audience.WITH_CUSTOMER}


@pytest.mark.parametrize("name", SECRET)
def test_a_notice_for_cutr_and_partner_is_refused_where_the_customer_reads(order: Scene, name: str) -> None:
    for place in customer_places(order):
        with pytest.raises(WrongAudience):
            say(at_work(order), place, a_notice(name))


@pytest.mark.parametrize("name", SHARED)
def test_a_notice_fit_for_the_customer_goes_anywhere(order: Scene, name: str) -> None:
    for place in [*customer_places(order), order.place(Audience.CUTR_ONLY, Platform.SLACK)]:
        say(at_work(order), place, a_notice(name), order.order)
        assert order.desk.posted(name)[-1].place_id == place.id


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_a_notice_survives_its_journey_through_the_outbox(name: str) -> None:
    notice = a_notice(name)
    assert from_data(name, as_data(notice)) == notice


def a_life_with_secrets() -> Scene:
    """An order in which everything that is not for the customer carries the canary."""
    scene = drafted(price="1250.77", notes=CANARY, needs_kick_off=True)
    do, jan, order_id = scene.desk.do, scene.jan, scene.order_id
    do(c.OfferOrder(order_id, (scene.partner.id,)))
    do(c.AnswerOffer(offer_to(scene, scene.partner).id, DeclineReason.OTHER, CANARY), jan)
    do(c.AssignOrder(order_id, scene.partner.id, responsible=CANARY))
    scene.desk.send_all()
    scene.says(jan, scene.place(Audience.CUTR_ONLY, Platform.TELEGRAM), CANARY, "501")
    scene.says(ANNA, scene.place(Audience.CUTR_ONLY, Platform.SLACK), CANARY, "1.1")
    scene.desk.send_all()
    crossing = scene.desk.store.copies.find(channel="-100777", origin=True)[0].external_id
    scene.says(jan, scene.place(Audience.WITH_CUSTOMER, Platform.TELEGRAM), "hello", "502", reply_to=crossing)
    do(c.SetInvoiceReference(order_id, CANARY), jan)
    do(c.SetDate(order_id, TaskKey.MATERIAL_DATE, day("2030-01-12"), CANARY), jan)
    do(c.SetDelivery(order_id, DELIVERY, day("2030-01-20")), jan)
    do(c.ReportDelay(order_id, TaskKey.DELIVERY_SCHEDULE, day("2030-01-25"), "saw broke", CANARY), jan)
    do(c.SetMilestone(order_id, "measure_up", CANARY, day("2030-01-15")))
    do(c.Snooze(order_id, day("2030-01-09"), CANARY))
    scene.desk.wait(days=7)
    do(c.MarkReady(order_id, override_reason=CANARY), ANNA)
    do(c.MarkDelivered(order_id, signed_slip=True), jan)
    scene.desk.wait(days=12)
    do(c.RecordFeedback(order_id, FeedbackCategory.FINISH, f"{CANARY} is what staff wrote down"))
    do(c.Reopen(order_id, Status.DELIVERED, CANARY))
    do(c.Approve(order_id, CANARY))
    scene.desk.send_all()
    return scene


def test_no_secret_of_a_whole_life_is_in_what_the_customers_places_are_sent() -> None:
    scene = a_life_with_secrets()
    checked = 0
    for posting in scene.desk.store.outbox.find():
        place = only(Place, scene.desk.store.places.get(posting.place_id))
        if place.audience is Audience.WITH_CUSTOMER or place.party is Party.CUSTOMER:
            assert CANARY not in told(scene, posting)
            checked += 1
    assert checked > 15
    kinds = {p.kind for p in scene.desk.store.outbox.find(party=Party.CUSTOMER)}
    assert kinds == {"CustomerLink", "ChatMail", "DeliveryDateNotice", "OrderReady", "OrderDelivered",
                     "FeedbackLastCall", "OrderApproved"}  # fmt: skip


def told(scene: Scene, posting: Posting) -> str:
    """All of a parcel that becomes words; the order itself is shown by cards, which have tests of their own."""
    parcel = parcel_for(scene.desk.store, posting, uncertain=False)
    return repr((posting.body, parcel.notice, parcel.message, parcel.answered, parcel.reply_to))


def test_secrets_were_told_to_those_they_are_for() -> None:
    scene = a_life_with_secrets()
    readers = {p.party for p in scene.desk.store.outbox.find() if CANARY in told(scene, p)}
    assert readers == {Party.STAFF, Party.PARTNER}


def test_prices_go_to_admins_privately_and_into_no_chat() -> None:
    scene = a_life_with_secrets()
    priced = [p for p in scene.desk.store.outbox.find() if "1250.77" in repr(p.body)]
    assert {only(Place, scene.desk.store.places.get(p.place_id)).kind for p in priced} == {"direct"}


def test_a_broken_send_in_the_customers_chat_is_told_where_the_customer_does_not_read() -> None:
    scene = drafted()
    scene.desk.do(c.AssignOrder(scene.order_id, scene.partner.id))
    scene.desk.open_all()
    message = scene.says(scene.jan, scene.place(Audience.WITH_CUSTOMER, Platform.TELEGRAM), "hello", "501")
    posting = scene.copies_to(message, scene.place(Audience.WITH_CUSTOMER, Platform.SLACK))[0]
    posting.state, posting.fence = type(posting.state).SENDING, 1
    scene.desk.store.outbox.save(posting)
    scene.desk.now += timedelta(seconds=1)
    scene.desk.do(c.SettlePosting(posting.id, 1, "refused", error="channel_not_found", breaks_place=True), CLOCK)
    for kind in ("SendFailed", "StaffAlert"):
        assert scene.desk.posted(kind)
        places = [only(Place, scene.desk.store.places.get(p.place_id)) for p in scene.desk.posted(kind)]
        assert {place.audience for place in places} == {Audience.CUTR_ONLY}


def test_nothing_crosses_in_any_order_of_anybodys_doings() -> None:
    """The invariants of `bustle.py` on audiences and canaries, with fresh chances."""
    calm = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=10, stateful_step_count=50)
    run_state_machine_as_test(Bustle, settings=calm)
