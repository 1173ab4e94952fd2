from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import pytest_asyncio
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler

from tests.integration.sandbox_slack.conftest import HeardBot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sandbox.slack import SlackSandbox


@pytest_asyncio.fixture
async def socket_bot(slack: SlackSandbox) -> AsyncIterator[HeardBot]:
    heard = HeardBot(slack)
    handler = AsyncSocketModeHandler(heard.bolt, slack.settings.app_token, web_client=heard.client)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.wait_for(lambda: slack.sockets.count)
    yield heard
    await handler.close_async()  # type: ignore[no-untyped-call]
    await slack.close()


async def raw_socket(slack: SlackSandbox, http: aiohttp.ClientSession) -> aiohttp.ClientWebSocketResponse:
    token = {"Authorization": f"Bearer {slack.settings.app_token}"}
    async with http.post(f"{slack.world.public_url}/api/apps.connections.open", headers=token) as got:
        socket = await http.ws_connect((await got.json())["url"])
    assert (await socket.receive_json())["type"] == "hello"
    return socket


async def test_bolt_hears_events_and_answers_commands_over_a_socket(slack: SlackSandbox, socket_bot: HeardBot) -> None:
    socket_bot.listen()

    @socket_bot.bolt.command("/order")
    async def order(ack: Any, body: dict[str, Any]) -> None:
        await ack(f"you asked {body['text']}")

    await slack.post_as("anna", "orders", "by socket")
    await slack.wait_for(lambda: socket_bot.heard("message"))
    assert [attempt.transport for attempt in slack.deliveries] == ["socket"]
    answer = await slack.slash("anna", "orders", "/order", "7")
    assert answer.body == {"text": "you asked 7"}
    assert slack.ephemerals("anna")[0]["text"] == "you asked 7"


async def test_bolt_comes_back_after_a_disconnect(slack: SlackSandbox, socket_bot: HeardBot) -> None:
    socket_bot.listen()
    await slack.disconnect_sockets("refresh_requested")
    await slack.wait_for(lambda: slack.sockets.count, timeout=10)
    await slack.post_as("anna", "orders", "still there")
    await slack.wait_for(lambda: socket_bot.heard("message"))


async def test_an_envelope_without_ack_comes_again_under_a_new_id(slack: SlackSandbox) -> None:
    slack.timing.answer_seconds, slack.timing.retry_delays = 0.1, (0.0,)
    async with aiohttp.ClientSession() as http:
        socket = await raw_socket(slack, http)
        await slack.post_as("anna", "orders", "hello?")
        first, second = await socket.receive_json(), await socket.receive_json()
        await socket.send_json({"envelope_id": second["envelope_id"]})
        await slack.wait_for(lambda: len(slack.deliveries) == 2)
        await socket.close()
    assert first["envelope_id"] != second["envelope_id"]
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert (first["retry_attempt"], second["retry_attempt"], second["retry_reason"]) == (0, 1, "timeout")
    assert [attempt.reason for attempt in slack.deliveries] == ["timeout", ""]


async def test_each_payload_goes_to_one_socket_and_an_eleventh_is_sent_away(slack: SlackSandbox) -> None:
    async with aiohttp.ClientSession() as http:
        sockets = [await raw_socket(slack, http) for _ in range(10)]
        token = {"Authorization": f"Bearer {slack.settings.app_token}"}
        async with http.post(f"{slack.world.public_url}/api/apps.connections.open", headers=token) as got:
            eleventh = await http.ws_connect((await got.json())["url"])
        assert (await eleventh.receive_json())["reason"] == "too_many_websockets"
        await slack.post_as("anna", "orders", "one of you")
        envelope = await sockets[0].receive_json()
        await sockets[0].send_json({"envelope_id": envelope["envelope_id"]})
        await slack.wait_for(lambda: len(slack.deliveries) == 1)
        for socket in (*sockets, eleventh):
            await socket.close()


async def test_an_address_opens_once(slack: SlackSandbox) -> None:
    url = f"ws{slack.world.public_url.removeprefix('http')}/link/?ticket={slack.sockets.new_ticket()}"
    async with aiohttp.ClientSession() as http:
        await (await http.ws_connect(url)).close()
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await http.ws_connect(url)
    assert refused.value.status == 403
