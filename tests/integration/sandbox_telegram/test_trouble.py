from datetime import timedelta

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from sandbox.faults import Fault
from sandbox.telegram import FloodLimits
from tests.integration.sandbox_telegram.conftest import FORUM, JAN, Place


async def test_rate_limits_carry_their_wait(place: Place) -> None:
    place.faults.add(Fault("rate_limited", "sendMessage", {"chat_id": FORUM}, retry_after=7))
    with pytest.raises(RetryAfter) as caught:
        await place.bot.send_message(FORUM, "x")
    assert caught.value.retry_after == timedelta(seconds=7)
    assert place.sandbox.texts(FORUM) == []
    assert not place.ledger.entries("sendMessage")[0].accepted


@pytest.mark.parametrize("status", [500, 502, 0])
async def test_servers_fail_before_the_effect(place: Place, status: int) -> None:
    place.faults.add(Fault("server_error", "sendMessage", status=status))
    with pytest.raises(NetworkError):
        await place.bot.send_message(FORUM, "x")
    assert place.sandbox.texts(FORUM) == []


@pytest.mark.parametrize("status", [500, 504, 0])
async def test_servers_fail_after_the_effect(place: Place, status: int) -> None:
    place.faults.add(Fault("accepted_then_failed", "sendMessage", status=status))
    with pytest.raises(NetworkError):
        await place.bot.send_message(FORUM, "x")
    assert place.sandbox.texts(FORUM) == ["x"]
    assert place.ledger.entries("sendMessage")[0].accepted


async def test_the_front_answers_in_html(place: Place) -> None:
    place.faults.add(Fault("server_error", "getMe", status=502))
    answer = await place.http.get(f"{place.url}/bot{place.bot.token}/getMe")
    assert answer.status_code == 502
    assert "<h1>502 Bad Gateway</h1>" in answer.text


async def test_a_slow_answer_times_out_after_the_effect(place: Place) -> None:
    place.faults.add(Fault("slow", "sendMessage", after=0.4))
    with pytest.raises(TimedOut):
        await place.bot.send_message(FORUM, "x", read_timeout=0.05)
    assert place.sandbox.texts(FORUM) == ["x"]


async def test_a_refusal_can_be_asked_for(place: Place) -> None:
    place.faults.add(Fault("error", "sendMessage", text="Bad Request: message thread not found"))
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await place.bot.send_message(FORUM, "x")


async def test_a_groups_twenty_a_minute(place: Place) -> None:
    place.sandbox.limits = FloodLimits(chat_per_second=100, chat_burst=100)
    for number in range(20):
        await place.bot.send_message(FORUM, str(number))
    with pytest.raises(RetryAfter) as caught:
        await place.bot.send_message(FORUM, "too many")
    assert caught.value.retry_after in {timedelta(seconds=1), timedelta(seconds=2), timedelta(seconds=3)}
    place.clock.advance(timedelta(seconds=3))
    await place.bot.send_message(FORUM, "again")


async def test_one_chats_burst_leaves_others_free(place: Place) -> None:
    place.sandbox.limits = FloodLimits(chat_burst=2)
    await place.sandbox.start(JAN)
    for number in range(2):
        await place.bot.send_message(JAN, str(number))
    with pytest.raises(RetryAfter):
        await place.bot.send_message(JAN, "too fast")
    await place.bot.send_message(FORUM, "elsewhere")


async def test_control_over_http_is_the_same_control(place: Place) -> None:
    async def act(name: str, **values: object) -> dict[str, object]:
        answer = await place.http.post(f"{place.url}/_control/{name}", json=values)
        body: dict[str, object] = answer.json()
        return body

    assert (await act("start", user=JAN, payload="p"))["result"] == 1
    assert (await act("texts", chat=JAN))["result"] == ["/start p"]
    assert (await act("send_document", user=JAN, chat=JAN, data_base64="aGk=", filename="a.txt"))["result"] == 2
    assert "no topic" in str((await act("say", user=JAN, chat=FORUM, text="x", thread_id=99))["error"])
    assert (await place.http.post(f"{place.url}/_control/stop")).status_code == 404
    await act("fault", kind="rate_limited", method="getChat", retry_after=2)
    with pytest.raises(RetryAfter):
        await place.bot.get_chat(FORUM)
    messages = (await act("messages", chat=JAN))["result"]
    assert isinstance(messages, list)
    assert [one["message_id"] for one in messages] == [1, 2]
