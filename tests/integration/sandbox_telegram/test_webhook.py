import asyncio
from datetime import timedelta

from starlette.responses import JSONResponse, Response

from sandbox.faults import Fault
from tests.integration.sandbox_telegram.conftest import EVA, FORUM, JAN, TOM, Place, Receiver
from tests.support.telegram_types import check_update


async def test_updates_arrive_signed_and_are_kept_until_then(place: Place, receiver: Receiver) -> None:
    await place.sandbox.start(JAN, "early")
    assert await place.bot.set_webhook(receiver.url, secret_token="s-1")
    got = await receiver.wait_for(1)
    assert got[0]["message"]["text"] == "/start early"
    assert receiver.headers[0]["x-telegram-bot-api-secret-token"] == "s-1"
    check_update(got[0])
    await place.sandbox.wait_for(lambda: not place.sandbox.pending())
    info = await place.bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == (receiver.url, 0)


async def test_a_failing_update_holds_back_its_chat_only(place: Place, receiver: Receiver) -> None:
    await place.sandbox.start(JAN)
    await place.updates()
    receiver.failing.add(JAN)
    await place.bot.set_webhook(receiver.url)
    await place.sandbox.say(JAN, JAN, "first")
    await place.sandbox.say(JAN, JAN, "second")
    await place.sandbox.say(EVA, FORUM, "elsewhere")
    await place.sandbox.wait_for(lambda: len(place.sandbox.pending()) == 2)
    await receiver.wait_for(4)
    assert "second" not in [one["message"]["text"] for one in receiver.got]
    info = await place.bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    receiver.failing.clear()
    place.sandbox.retry_now()
    await place.sandbox.wait_for(lambda: not place.sandbox.pending())
    private = [one["message"]["text"] for one in receiver.got if one["message"]["chat"]["id"] == JAN]
    assert private[-2:] == ["first", "second"]


async def test_a_slow_chat_does_not_delay_another(place: Place, receiver: Receiver) -> None:
    await place.sandbox.start(JAN)
    await place.updates()
    receiver.blocked[JAN] = asyncio.Event()
    await place.bot.set_webhook(receiver.url)
    await place.sandbox.say(JAN, JAN, "slow")
    await place.sandbox.say(EVA, FORUM, "quick")
    assert (await receiver.wait_for(1))[0]["message"]["text"] == "quick"
    receiver.blocked[JAN].set()
    await receiver.wait_for(2)


async def test_a_day_old_update_is_dropped(place: Place, receiver: Receiver) -> None:
    receiver.answers = [Response(status_code=503, headers={"Retry-After": "3600"})]
    await place.bot.set_webhook(receiver.url)
    await place.sandbox.say(EVA, FORUM, "old")
    await receiver.wait_for(1)
    place.clock.advance(timedelta(hours=24, seconds=1))
    await place.sandbox.say(EVA, FORUM, "new")
    place.sandbox.retry_now()
    await place.sandbox.wait_for(lambda: not place.sandbox.pending())
    assert [one["message"]["text"] for one in receiver.got] == ["old", "new"]


async def test_a_method_in_the_answer_is_carried_out(place: Place, receiver: Receiver) -> None:
    receiver.answers = [JSONResponse({"method": "sendMessage", "chat_id": FORUM, "text": "by reply"})]
    await place.bot.set_webhook(receiver.url)
    await place.sandbox.say(EVA, FORUM, "hi")
    await place.sandbox.wait_for(lambda: place.sandbox.texts(FORUM) == ["hi", "by reply"])


async def test_duplicates_reordering_and_loss_on_request(place: Place, receiver: Receiver) -> None:
    await place.bot.set_webhook(receiver.url)
    for kind in ("duplicate", "drop", "reorder"):
        place.faults.add(Fault(kind, "message"))
    for text in ("twice", "never", "late", "early"):
        await place.sandbox.say(EVA, FORUM, text)
    await receiver.wait_for(4)
    assert [one["message"]["text"] for one in receiver.got] == ["twice", "twice", "early", "late"]
    assert receiver.got[0]["update_id"] == receiver.got[1]["update_id"]


async def test_a_webhook_off_loopback_is_refused_by_the_real_rules(place: Place) -> None:
    body = await place.raw("setWebhook", url="http://example.org/hook")
    assert body["description"] == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    body = await place.raw("setWebhook", url="https://example.org:444/hook")
    assert "80, 88, 443 or 8443" in body["description"]


async def test_a_press_returns_the_bots_answer(place: Place, receiver: Receiver) -> None:
    await place.sandbox.start(TOM)
    await place.updates()
    await place.bot.set_webhook(receiver.url)
    keyboard = {"inline_keyboard": [[{"text": "Ok", "callback_data": "ok"}]]}
    sent = await place.raw("sendMessage", chat_id=TOM, text="?", reply_markup=keyboard)
    pressing = asyncio.create_task(place.sandbox.press(TOM, TOM, sent["result"]["message_id"], "Ok"))
    query = (await receiver.wait_for(1))[0]["callback_query"]
    await place.bot.answer_callback_query(query["id"], "Noted")
    assert await pressing == "Noted"
