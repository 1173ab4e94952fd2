from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.faults import Fault, FaultPlan

if TYPE_CHECKING:
    from sandbox.slack import SlackSandbox


async def test_an_effect_can_happen_although_the_answer_says_it_failed(
    slack: SlackSandbox, client: AsyncWebClient, faults: FaultPlan, orders: str
) -> None:
    faults.add(Fault("accepted_then_failed", method="chat.postMessage"))
    with pytest.raises(SlackApiError):
        await client.chat_postMessage(channel=orders, text="landed")
    assert [m["text"] for m in slack.channel_messages("orders")] == ["landed"]
    assert [entry.accepted for entry in slack.world.ledger.entries("chat.postMessage")] == [True]


async def test_a_connection_can_close_after_the_effect(
    slack: SlackSandbox, client: AsyncWebClient, faults: FaultPlan, orders: str
) -> None:
    faults.add(Fault("accepted_then_failed", method="chat.postMessage", status=0))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.chat_postMessage(channel=orders, text="landed")
    assert len(slack.channel_messages("orders")) == 1


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Fault("server_error", method="chat.postMessage", status=502), 502),
        (Fault("error", method="chat.postMessage", text="fatal_error"), 200),
        (Fault("rate_limited", method="chat.postMessage", retry_after=7), 429),
    ],
)
async def test_a_fault_before_the_effect_leaves_nothing(
    slack: SlackSandbox, client: AsyncWebClient, faults: FaultPlan, orders: str, fault: Fault, status: int
) -> None:
    faults.add(fault)
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=orders, text="x")
    assert caught.value.response.status_code == status
    assert slack.channel_messages("orders") == []
    assert [entry.accepted for entry in slack.world.ledger.entries("chat.postMessage")] == [False]
    await client.chat_postMessage(channel=orders, text="x")
    assert len(slack.channel_messages("orders")) == 1


async def test_slacks_own_retry_handler_waits_out_a_limit(slack: SlackSandbox, faults: FaultPlan, orders: str) -> None:
    faults.add(Fault("rate_limited", method="chat.postMessage", retry_after=0))
    faults.add(Fault("rate_limited", method="chat.postMessage", retry_after=1, match={"text": "x"}))
    client = AsyncWebClient(
        slack.settings.bot_token,
        base_url=f"{slack.world.public_url}/api/",
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=2)],
    )
    await client.chat_postMessage(channel=orders, text="x")
    assert len(slack.channel_messages("orders")) == 1


async def test_another_process_can_drive_the_workspace(slack: SlackSandbox) -> None:
    async with aiohttp.ClientSession() as http:

        async def control(method: str, /, **args: Any) -> tuple[int, Any]:
            async with http.post(f"{slack.world.public_url}/_control/{method}", json=args) as got:
                answer = await got.json()
                return got.status, answer.get("result", answer.get("error"))

        _, channel = await control("add_channel", name="floor", members=["anna", "bot"])
        _, ts = await control("post_as", user="anna", channel=channel, text="hello")
        content = base64.b64encode(b"data").decode()
        await control("upload_as", user="anna", channel="floor", name="a.bin", content_base64=content, thread_ts=ts)
        _, thread = await control("thread", channel="floor", ts=ts)
        assert [message.get("subtype") for message in thread] == [None, "file_share"]
        before = slack.world.clock.time()
        await control("advance", seconds=3600)
        assert slack.world.clock.time() - before >= 3600
        await control("add_fault", kind="error", method="auth.test", text="fatal_error")
        assert slack.world.faults.take("auth.test", {}) is not None
        assert (await control("post_as", user="eve", channel="floor", text="x"))[0] == 409
        assert (await control("post_as", user="nobody", channel="floor", text="x"))[0] == 404
        assert (await control("world"))[0] == 404
