from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import ActionsBlock, ButtonElement, HeaderBlock, SectionBlock
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.slack.settings import DEFAULT_SCOPES

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from slack_sdk.web.async_slack_response import AsyncSlackResponse

    from sandbox.clock import SandboxClock
    from sandbox.slack import SlackSandbox

from datetime import timedelta


async def refused(call: Awaitable[AsyncSlackResponse]) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as caught:
        await call
    answer: dict[str, Any] = caught.value.response.data
    return answer


async def test_tokens_and_scopes_are_demanded(slack: SlackSandbox, client: AsyncWebClient, orders: str) -> None:
    base = f"{slack.world.public_url}/api/"
    assert (await refused(AsyncWebClient("xoxb-wrong", base_url=base).auth_test()))["error"] == "invalid_auth"
    assert (await refused(AsyncWebClient(base_url=base).auth_test()))["error"] == "not_authed"
    assert (await refused(client.api_call("chat.shout")))["error"] == "unknown_method"
    assert (await refused(client.apps_connections_open(app_token="xapp-wrong")))["error"] == "invalid_auth"
    await slack.configure_app(scopes=DEFAULT_SCOPES - {"chat:write"})
    answer = await refused(client.chat_postMessage(channel=orders, text="hello"))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write")
    assert "commands" in answer["provided"]


async def test_a_borrowed_name_needs_its_scope_and_posts_without_a_user(
    slack: SlackSandbox, client: AsyncWebClient, orders: str
) -> None:
    posted = await client.chat_postMessage(channel=orders, text="hi", username="Jan · Houtbouw", icon_emoji=":hammer:")
    assert posted["message"]["subtype"] == "bot_message"
    assert "user" not in posted["message"]
    assert [m["text"] for m in slack.messages_by_username("Jan · Houtbouw")] == ["hi"]
    await slack.configure_app(scopes=DEFAULT_SCOPES - {"chat:write.customize"})
    answer = await refused(client.chat_postMessage(channel=orders, text="hi", username="Jan"))
    assert answer["needed"] == "chat:write.customize"


@pytest.mark.parametrize(
    ("channel", "args", "error"),
    [
        ("orders", {}, "no_text"),
        ("general", {"text": "x"}, "not_in_channel"),
        ("attic", {"text": "x"}, "is_archived"),
        ("secret", {"text": "x"}, "channel_not_found"),
        ("orders", {"text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
        ("orders", {"text": "x", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        (
            "orders",
            {"text": "x", "blocks": [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}]},
            "invalid_blocks",
        ),
        ("orders", {"text": "x", "metadata": {"event_type": "only"}}, "invalid_metadata_format"),
    ],
)
async def test_posts_slack_would_refuse(
    slack: SlackSandbox, client: AsyncWebClient, channel: str, args: dict[str, Any], error: str
) -> None:
    await slack.add_channel("attic", ["bot"], is_archived=True)
    await slack.add_channel("secret", ["anna"], is_private=True)
    place = slack.world.channel(channel).id
    if "text" in args:
        answer = await refused(client.chat_postMessage(channel=place, **args))
    else:
        answer = await refused(client.api_call("chat.postMessage", json={"channel": place}))
    assert answer["error"] == error
    assert slack.channel_messages(channel) == []


async def test_a_refused_block_is_named(client: AsyncWebClient, orders: str) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}]
    answer = await refused(client.chat_postMessage(channel=orders, text="x", blocks=blocks))
    assert answer["errors"] == ["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]


async def test_blocks_made_by_slack_sdk_models_are_taken(
    slack: SlackSandbox, client: AsyncWebClient, orders: str
) -> None:
    blocks = [
        HeaderBlock(text="Order 123"),
        SectionBlock(text="*Status*: in production", fields=["a", "b"]),
        ActionsBlock(elements=[ButtonElement(text="Ready", action_id="ready", value="123", style="primary")]),
    ]
    for block in blocks:
        block.validate_json()
    posted = await client.chat_postMessage(channel=orders, text="Order 123", blocks=blocks)
    shown = slack.world.channels[orders].messages[posted["ts"]]["blocks"]
    assert [block["type"] for block in shown] == ["header", "section", "actions"]
    assert all(block["block_id"] for block in shown)


async def test_long_text_is_cut_when_posted_and_refused_when_updated(client: AsyncWebClient, orders: str) -> None:
    posted = await client.chat_postMessage(channel=orders, text="x" * 40_001)
    assert len(posted["message"]["text"]) == 40_000
    answer = await refused(client.chat_update(channel=orders, ts=posted["ts"], text="x" * 4_001))
    assert answer["error"] == "msg_too_long"


async def test_only_own_messages_are_updated_and_deleted(
    slack: SlackSandbox, client: AsyncWebClient, orders: str
) -> None:
    theirs = await slack.post_as("anna", "orders", "mine")
    assert (await refused(client.chat_update(channel=orders, ts=theirs, text="no")))["error"] == "cant_update_message"
    assert (await refused(client.chat_delete(channel=orders, ts=theirs)))["error"] == "cant_delete_message"
    assert (await refused(client.chat_update(channel=orders, ts="1.1", text="no")))["error"] == "message_not_found"
    own = (await client.chat_postMessage(channel=orders, text="old", blocks=[{"type": "divider"}]))["ts"]
    await client.chat_update(channel=orders, ts=own, text="new")
    assert slack.world.channels[orders].messages[own]["text"] == "new"
    assert "blocks" not in slack.world.channels[orders].messages[own]
    await client.chat_delete(channel=orders, ts=own)
    assert [m["ts"] for m in slack.channel_messages("orders")] == [theirs]


async def test_metadata_comes_back_only_on_request(client: AsyncWebClient, orders: str) -> None:
    metadata = {"event_type": "outbox", "event_payload": {"id": "7"}}
    root = (await client.chat_postMessage(channel=orders, text="root"))["ts"]
    await client.chat_postMessage(channel=orders, text="reply", thread_ts=root, metadata=metadata)
    plain = await client.conversations_replies(channel=orders, ts=root)
    full = await client.conversations_replies(channel=orders, ts=root, include_all_metadata=True, oldest=root)
    assert "metadata" not in plain["messages"][1]
    assert full["messages"][1]["metadata"] == metadata
    assert (await client.conversations_history(channel=orders))["messages"][0]["reply_count"] == 1


async def test_message_times_are_unique_and_increase(client: AsyncWebClient, orders: str) -> None:
    stamps = [(await client.chat_postMessage(channel=orders, text=str(n)))["ts"] for n in range(5)]
    assert stamps == sorted(set(stamps))
    assert all(len(ts.split(".")[1]) == 6 for ts in stamps)


async def test_history_comes_in_pages_newest_first(client: AsyncWebClient, orders: str) -> None:
    for n in range(5):
        await client.chat_postMessage(channel=orders, text=str(n))
    pages = [
        [m["text"] for m in page["messages"]]
        async for page in await client.conversations_history(channel=orders, limit=2)
    ]
    assert pages == [["4", "3"], ["2", "1"], ["0"]]


async def test_people_are_told_apart(slack: SlackSandbox, client: AsyncWebClient) -> None:
    async def who(name: str) -> dict[str, Any]:
        user: dict[str, Any] = (await client.users_info(user=slack.world.user(name).id))["user"]
        return user

    assert (await who("gijs"))["is_restricted"]
    assert (await who("sofie"))["is_ultra_restricted"]
    assert (await who("weatherbot"))["is_bot"]
    assert (await who("eve"))["team_id"] != slack.world.team_id
    stranger = await slack.add_user("mallory", team_id="T0UNKNOWN01")
    assert (await refused(client.users_info(user=stranger)))["error"] == "user_not_found"
    groups = (await client.usergroups_list())["usergroups"]
    members = (await client.usergroups_users_list(usergroup=groups[0]["id"]))["users"]
    assert slack.world.user("anna").id in members


async def test_form_only_methods_do_not_read_json(slack: SlackSandbox, client: AsyncWebClient, orders: str) -> None:
    assert (await client.conversations_info(channel=orders))["channel"]["is_member"]
    assert (await refused(client.api_call("conversations.info", json={"channel": orders})))[
        "error"
    ] == "channel_not_found"


async def test_reactions_count_once(client: AsyncWebClient, slack: SlackSandbox, orders: str) -> None:
    ts = await slack.post_as("anna", "orders", "look")
    await client.reactions_add(channel=orders, timestamp=ts, name="eyes")
    assert (await refused(client.reactions_add(channel=orders, timestamp=ts, name="eyes")))[
        "error"
    ] == "already_reacted"
    shown = (await client.reactions_get(channel=orders, timestamp=ts))["message"]["reactions"]
    assert shown == [{"name": "eyes", "users": [slack.settings.bot_user_id], "count": 1}]
    await client.reactions_remove(channel=orders, timestamp=ts, name="eyes")
    assert (await refused(client.reactions_remove(channel=orders, timestamp=ts, name="eyes")))["error"] == "no_reaction"


async def test_ephemerals_reach_members_only_and_stay_out_of_history(
    slack: SlackSandbox, client: AsyncWebClient, orders: str
) -> None:
    anna, sofie = slack.world.user("anna").id, slack.world.user("sofie").id
    await client.chat_postEphemeral(channel=orders, user=anna, text="only you")
    assert [m["text"] for m in slack.ephemerals("anna")] == ["only you"]
    assert slack.channel_messages("orders") == []
    answer = await refused(client.chat_postEphemeral(channel=orders, user=sofie, text="x"))
    assert answer["error"] == "user_not_in_channel"


async def test_a_channel_is_made_filled_and_emptied(slack: SlackSandbox, client: AsyncWebClient) -> None:
    made = (await client.conversations_create(name="new-orders", is_private=True))["channel"]["id"]
    anna = slack.world.user("anna").id
    await client.conversations_invite(channel=made, users=[anna])
    assert anna in (await client.conversations_members(channel=made))["members"]
    await client.conversations_kick(channel=made, user=anna)
    assert (await client.conversations_members(channel=made))["members"] == [slack.settings.bot_user_id]
    opened = (await client.conversations_open(users=[anna]))["channel"]["id"]
    sent = await client.chat_postMessage(channel=anna, text="psst")
    assert sent["channel"] == opened


async def test_one_message_a_second_when_switched_on(
    slack: SlackSandbox, client: AsyncWebClient, clock: SandboxClock, orders: str
) -> None:
    slack.pace.posts_per_second, slack.pace.post_burst = 0.01, 2
    for _ in range(2):
        await client.chat_postMessage(channel=orders, text="x")
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=orders, text="x")
    response = caught.value.response
    assert (response.status_code, response["error"]) == (429, "ratelimited")
    clock.advance(timedelta(seconds=int(response.headers["Retry-After"])))
    await client.chat_postMessage(channel=orders, text="x")
    assert len(slack.channel_messages("orders")) == 3


async def test_permalinks_pins_and_bookmarks(client: AsyncWebClient, orders: str) -> None:
    ts = (await client.chat_postMessage(channel=orders, text="x"))["ts"]
    assert ts.replace(".", "") in (await client.chat_getPermalink(channel=orders, message_ts=ts))["permalink"]
    await client.pins_add(channel=orders, timestamp=ts)
    assert (await refused(client.pins_add(channel=orders, timestamp=ts)))["error"] == "already_pinned"
    marked = await client.bookmarks_add(channel_id=orders, title="Page", type="link", link="https://example.com")
    assert marked["bookmark"]["title"] == "Page"


async def test_plain_http_form_and_bad_json(slack: SlackSandbox, orders: str) -> None:
    url, token = f"{slack.world.public_url}/api/", {"Authorization": f"Bearer {slack.settings.bot_token}"}
    async with aiohttp.ClientSession(headers=token) as http:
        async with http.post(url + "chat.postMessage", data={"channel": orders, "text": "form"}) as got:
            assert (await got.json())["ok"]
        async with http.post(url + "auth.test", data=b"{", headers={"Content-Type": "application/json"}) as got:
            assert (await got.json())["error"] == "invalid_json"
