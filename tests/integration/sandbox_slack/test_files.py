from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.routing import Mount

from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.serve import Served
from sandbox.slack import SlackSandbox

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from tests.integration.sandbox_slack.conftest import HeardBot


async def fetched(url: str, token: str) -> tuple[int, str, bytes]:
    async with aiohttp.ClientSession() as http, http.get(url, headers={"Authorization": f"Bearer {token}"}) as got:
        return got.status, got.headers["content-type"], await got.read()


async def test_what_a_person_uploads_can_be_fetched_with_the_token_only(slack: SlackSandbox, bot: HeardBot) -> None:
    bot.listen()
    root = await slack.post_as("anna", "orders", "root")
    await slack.upload_as("anna", "orders", "photo.png", b"\x89PNG", thread_ts=root, text="look")
    event = (await slack.wait_for(lambda: bot.heard("message", "file_share")))[0]
    shown = event["files"][0]
    assert (event["text"], event["thread_ts"], shown["mimetype"], shown["size"]) == ("look", root, "image/png", 4)
    assert await fetched(shown["url_private"], slack.settings.bot_token) == (200, "image/png", b"\x89PNG")
    status, kind, page = await fetched(shown["url_private_download"], "xoxb-wrong")
    assert (status, kind.split(";")[0]) == (200, "text/html")
    assert b"Sign in" in page


async def test_an_upload_in_three_steps_is_shared_a_moment_later(
    slack: SlackSandbox, client: AsyncWebClient, orders: str
) -> None:
    root = (await client.chat_postMessage(channel=orders, text="root"))["ts"]
    done = await client.files_upload_v2(
        channel=orders, thread_ts=root, initial_comment="slip", filename="slip.pdf", file=b"%PDF"
    )
    file_id = done["files"][0]["id"]
    assert done["files"][0]["shares"] == {}
    await slack.wait_for(lambda: len(slack.thread("orders", root)) == 2)
    posted = slack.thread("orders", root)[1]
    assert (posted["text"], posted["files"][0]["id"]) == ("slip", file_id)
    share = (await client.files_info(file=file_id))["file"]["shares"]["public"][orders][0]
    assert (share["ts"], share["thread_ts"]) == (posted["ts"], root)


async def test_the_promised_length_is_exact(slack: SlackSandbox, client: AsyncWebClient, orders: str) -> None:
    handed = await client.files_getUploadURLExternal(filename="a.txt", length=5)
    async with aiohttp.ClientSession() as http:
        async with http.post(handed["upload_url"], data=b"1234") as got:
            assert got.status == 400
        with pytest.raises(SlackApiError, match="file_not_found"):
            await client.files_completeUploadExternal(
                files=[{"id": handed["file_id"], "title": "a"}], channel_id=orders
            )
        async with http.post(handed["upload_url"], data=b"12345") as got:
            assert await got.text() == "OK - 5"
    assert [entry.args["length"] for entry in slack.world.ledger.entries("upload_url")] == [5]
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await client.files_completeUploadExternal(files=[{"id": handed["file_id"], "title": "a"}], channel_id="C0NONE")


async def test_files_in_a_shared_channel_are_stubs(slack: SlackSandbox, bot: HeardBot) -> None:
    bot.listen()
    await slack.upload_as("eve", "shared-orders", "plan.pdf", b"%PDF")
    event = (await slack.wait_for(lambda: bot.heard("message", "file_share")))[0]
    assert event["files"][0]["file_access"] == "check_file_info"
    whole = (await bot.client.files_info(file=event["files"][0]["id"]))["file"]
    assert whole["name"] == "plan.pdf"
    assert any(body["is_ext_shared_channel"] for body in bot.bodies)


async def test_addresses_handed_out_under_a_mount_are_reachable(clock: SandboxClock) -> None:
    sandbox = SlackSandbox(clock, Ledger(clock), FaultPlan())
    async with Served(Starlette(routes=[Mount("/slack", sandbox.app)])) as served, aiohttp.ClientSession() as http:
        client = AsyncWebClient(sandbox.settings.bot_token, base_url=f"{served.url}/slack/api/")
        handed = await client.files_getUploadURLExternal(filename="a.txt", length=1)
        async with http.post(handed["upload_url"], data=b"1") as got:
            assert await got.text() == "OK - 1"


async def test_a_deleted_file_is_gone(slack: SlackSandbox, client: AsyncWebClient, orders: str) -> None:
    done = await client.files_upload_v2(channel=orders, filename="a.txt", file=b"hello")
    await slack.wait_for(lambda: slack.channel_messages("orders"))
    await client.files_delete(file=done["files"][0]["id"])
    with pytest.raises(SlackApiError, match="file_deleted"):
        await client.files_info(file=done["files"][0]["id"])
    assert slack.channel_messages("orders")[0]["files"][0]["mode"] == "tombstone"
