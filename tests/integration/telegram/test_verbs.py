"""Verbs as commands and buttons: dates, delivery, delay, Ready, Delivered, offers, kick-off; and who may not."""

from __future__ import annotations

from datetime import date, timedelta

from core.chats import Audience
from core.commands import OfferOrder, ProposeKickOff, SetDelivery
from core.orders import DeliveryMethod, Order, Status, TaskKey
from tests.integration.telegram.conftest import EVA, GROUP, GUS, JAN, Workshop
from tests.support.desk import ANNA

CUTR, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


def now(shop: Workshop, order: Order) -> Order:
    found = shop.desk.store.orders.get(order.id)
    assert found is not None
    return found


async def reply(shop: Workshop, user: int, thread: int, text: str) -> None:
    """Answer the bot's newest message in the topic."""
    await shop.telegram.say(user, GROUP, text, thread, shop.telegram.messages(GROUP, thread)[-1].id)
    await shop.settle()


async def test_a_date_is_picked_on_the_calendar_and_confirmed(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.press(EVA, "⬜ Set material delivery date", thread)
    await shop.press(EVA, "›", thread)
    await shop.press(EVA, "15", thread)
    assert "Is that right?" in shop.last(thread)
    assert await shop.press(EVA, "Yes, that is right", thread) == "Saved"
    chosen = shop.task(order, TaskKey.MATERIAL_DATE).date
    today = shop.clock.now().date()
    assert chosen == (today.replace(day=1) + timedelta(days=32)).replace(day=15)
    assert "✅ Set material delivery date" in shop.labels(thread) or "✅" in shop.telegram.texts(GROUP, thread)[0]


async def test_a_date_is_typed_as_a_reply_and_not_relayed(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.press(JAN, "⬜ Set planned completion date", thread)
    await reply(shop, JAN, thread, "soonish")
    assert "could not read" in shop.last(thread)
    question = [m for m in shop.telegram.messages(GROUP, thread) if m.keyboard][-1]
    await shop.telegram.say(JAN, GROUP, "3-3-2040", thread, question.id)
    await shop.settle()
    assert "Sat 3 Mar 2040" in shop.last(thread)
    await shop.press(JAN, "Yes, that is right", thread)
    assert shop.task(order, TaskKey.COMPLETION_DATE).date == date(2040, 3, 3)
    assert shop.slack.words(CUTR) == []


async def test_an_odd_date_warns_and_is_saved_on_the_second_yes(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.press(JAN, "⬜ Set material delivery date", thread)
    await reply(shop, JAN, thread, "1-2-2020")
    await shop.press(JAN, "Yes, that is right", thread)
    assert "this date is in the past" in shop.last(thread)
    assert shop.task(order, TaskKey.MATERIAL_DATE).date is None
    await shop.press(JAN, "Yes, that is right", thread)
    assert shop.task(order, TaskKey.MATERIAL_DATE).date == date(2020, 2, 1)


async def test_an_old_confirmation_changes_nothing_and_asks_again(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.press(JAN, "⬜ Set material delivery date", thread)
    await reply(shop, JAN, thread, "3-3-2040")
    shop.clock.advance(timedelta(minutes=20))
    answer = await shop.press(JAN, "Yes, that is right", thread)
    assert answer is not None
    assert "15 minutes" in answer
    assert shop.task(order, TaskKey.MATERIAL_DATE).date is None
    await shop.press(JAN, "Yes, that is right", thread)
    assert shop.task(order, TaskKey.MATERIAL_DATE).date == date(2040, 3, 3)


async def test_the_first_delivery_needs_no_reason(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.press(JAN, "⬜ Set delivery schedule", thread)
    await shop.press(JAN, "Pick-up", thread)
    await reply(shop, JAN, thread, "3-3-2040")
    await shop.press(JAN, "Yes, that is right", thread)
    assert shop.task(order, TaskKey.DELIVERY_SCHEDULE).value == {"method": "pick_up", "date": "2040-03-03"}


async def test_a_moved_delivery_asks_why_and_tells_the_customer(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.desk.dispatcher.dispatch(SetDelivery(order.id, DeliveryMethod.DELIVERY, date(2040, 3, 3)), ANNA)
    await shop.settle()
    await shop.press(JAN, "✅ Set delivery schedule", thread)
    await shop.press(JAN, "Delivery", thread)
    await reply(shop, JAN, thread, "10-3-2040")
    assert "The CUSTOMER reads this reason" in shop.last(thread)
    await reply(shop, JAN, thread, "The lacquer needs a week")
    assert "The lacquer needs a week" in shop.last(thread)
    await shop.press(JAN, "Yes, that is right", thread)
    assert shop.task(order, TaskKey.DELIVERY_SCHEDULE).date == date(2040, 3, 10)
    told = [p.notice for p in shop.slack.parcels if p.posting.kind == "DeliveryDateNotice"]
    assert getattr(told[-1], "reason", "") == "The lacquer needs a week"


async def test_a_delay_is_reported_step_by_step(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.telegram.say(EVA, GROUP, "/delay", thread)
    await shop.settle()
    await shop.press(EVA, "Planned completion date", thread)
    await reply(shop, EVA, thread, "3-3-2040")
    await shop.press(EVA, "A machine is down", thread)
    await shop.press(EVA, "Nothing to add", thread)
    await shop.press(EVA, "Nothing to add", thread)
    await shop.press(EVA, "Yes, that is right", thread)
    assert shop.task(order, TaskKey.COMPLETION_DATE).date == date(2040, 3, 3)
    notice = next(p.notice for p in shop.slack.parcels if p.posting.kind == "DelayNotice")
    assert (getattr(notice, "reason", None), getattr(notice, "cause", "")) == ("", "machine")


async def test_invoice_reference_is_for_admins_in_words_or_none(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    refused = await shop.press(EVA, "⬜ Set invoice reference", thread)
    assert refused is not None
    assert "Only an admin" in refused
    await shop.press(JAN, "⬜ Set invoice reference", thread)
    await reply(shop, JAN, thread, "PO 77")
    assert shop.task(order, TaskKey.INVOICE_REFERENCE).value == {"reference": "PO 77"}
    await shop.press(JAN, "✅ Set invoice reference", thread)
    await shop.press(JAN, "No reference", thread)
    assert shop.task(order, TaskKey.INVOICE_REFERENCE).value == {"no_reference": True}


async def test_ready_then_delivered_each_with_one_confirmation(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.photos(order)
    await shop.telegram.say(EVA, GROUP, f"/ready@{shop.account.username}", thread)
    await shop.settle()
    assert "Still open" in shop.last(thread)
    assert now(shop, order).status is Status.IN_PRODUCTION
    await shop.press(EVA, "Yes, it is packed", thread)
    assert now(shop, order).status is Status.READY
    await shop.press(EVA, "Mark as Delivered", thread)
    await shop.press(EVA, "Yes, slip is signed", thread)
    assert now(shop, order).status is Status.DELIVERED
    assert shop.telegram.last_keyboard(GROUP, shop.topic(order, CUTR)) is not None


async def test_a_stale_button_says_who_did_it_and_changes_nothing(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.photos(order)
    await shop.telegram.say(EVA, GROUP, "/ready", thread)
    await shop.settle()
    dialog = shop.telegram.last_keyboard_message(GROUP, thread)
    assert dialog is not None
    as_it_was = dialog.reply_markup
    await shop.press(EVA, "Yes, it is packed", thread)
    dialog.reply_markup = as_it_was  # a phone that has not heard of the edit yet
    answer = await shop.telegram.press(JAN, GROUP, dialog.id, "Yes, it is packed")
    await shop.settle()
    assert answer is not None
    assert "Already done by Eva" in answer
    assert now(shop, order).status is Status.READY


async def test_guests_strangers_and_other_partners_press_in_vain(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    answer = await shop.press(GUS, "Mark as Ready", thread)
    assert answer
    other = shop.desk.partner("Metaal BV", group=None)
    shop.desk.member(other, "Max", "admin", GUS)
    again = await shop.press(GUS, "Mark as Ready", thread)
    assert again
    assert shop.telegram.answers(GUS)[-1]["show_alert"] is True
    assert now(shop, order).status is Status.IN_PRODUCTION


async def test_commands_in_general_ask_which_order(shop: Workshop) -> None:
    order, partner = await shop.assigned()
    await shop.assign(partner, "REF-2")
    await shop.telegram.say(JAN, GROUP, "/todo")
    await shop.settle()
    assert {label.split(" ")[0] for label in shop.labels(0)} == {"REF-1", "REF-2"}
    await shop.press(JAN, next(label for label in shop.labels(0) if label.startswith("REF-1")), 0)
    assert "REF-1 · To-dos" in shop.last(0)
    del order


async def test_an_offer_is_accepted_or_declined_in_private(shop: Workshop) -> None:
    partner = shop.desk.partner(group=GROUP)
    shop.desk.member(partner, "Jan", "admin", JAN)
    await shop.telegram.start(JAN)
    for reference in ("OF-1", "OF-2"):
        order = shop.desk.order(reference, price="1250.00", currency="EUR")
        await shop.desk.dispatcher.dispatch(OfferOrder(order.id, (partner.id,)), ANNA)
    await shop.settle()
    assert "1,250" in " ".join(shop.telegram.texts(JAN))
    assert "1,250" not in " ".join(shop.telegram.texts(GROUP))
    await shop.press(JAN, "Decline", chat=JAN)
    await shop.press(JAN, "Machine does not fit", chat=JAN)
    answer = await shop.press(JAN, "Accept", chat=JAN)
    assert answer is not None
    assert "Already done by Jan" in answer
    await shop.press(JAN, "Accept", chat=JAN)
    states = {offer.state for offer in shop.desk.store.offers.find()}
    assert states == {"declined", "accepted"}


async def test_a_kick_off_time_is_picked_with_one_tap(shop: Workshop) -> None:
    order, _ = await shop.assigned(needs_kick_off=True)
    at = shop.clock.now().replace(second=0, microsecond=0) + timedelta(days=3)
    await shop.desk.dispatcher.dispatch(ProposeKickOff(order.id, (at, at + timedelta(hours=1))), ANNA)
    await shop.settle()
    thread = shop.topic(order)
    await shop.press(JAN, shop.labels(thread)[1], thread)
    kick_off = shop.desk.store.kick_offs.find(order_id=order.id)[0]
    assert kick_off.picked == (at + timedelta(hours=1)).isoformat(timespec="minutes")


async def test_undo_takes_the_last_words_back(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    await shop.telegram.say(JAN, GROUP, "Wrong chat", thread)
    await shop.settle()
    await shop.telegram.say(JAN, GROUP, "/undo", thread)
    await shop.settle()
    assert shop.last(thread) == "Taken back."
    assert [p.posting.kind for p in shop.slack.parcels if p.posting.kind == "RetractCopies"] == ["RetractCopies"]


async def test_help_orders_order_files_slip_language_answer(shop: Workshop) -> None:
    order, _ = await shop.assigned(needs_production_drawings=True)
    thread = shop.topic(order)
    for typed, expected in {
        "/help": "/ready", "/orders": "Your orders", "/order": "partner + Cutr read this", "/order ref-1": "REF-1",
        "/files": "Production drawings", "/slip": "Address", "/language": "Which language", "/nonsense": "/help",
        "/order NOPE": "NOPE",
    }.items():  # fmt: skip
        await shop.telegram.say(JAN, GROUP, typed, thread)
        await shop.settle()
        assert expected in shop.last(thread), typed


async def test_commands_for_another_bot_are_left_alone(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    thread = shop.topic(order)
    before = len(shop.telegram.texts(GROUP, thread))
    await shop.telegram.say(JAN, GROUP, "/ready@other_bot", thread)
    await shop.settle()
    assert len(shop.telegram.texts(GROUP, thread)) == before + 1
