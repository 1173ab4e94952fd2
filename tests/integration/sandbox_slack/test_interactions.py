from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError

from sandbox.slack import Refused

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.slack import SlackSandbox
    from tests.integration.sandbox_slack.conftest import HeardBot


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def modal(title: str = "Order", **more: Any) -> dict[str, Any]:
    name = {"type": "plain_text_input", "action_id": "name", "max_length": 10}
    kind = {"type": "static_select", "action_id": "kind", "options": [{"text": plain("A"), "value": "a"}]}
    blocks = [
        {"type": "input", "block_id": "b1", "label": plain("Name"), "element": name},
        {"type": "input", "block_id": "b2", "label": plain("Kind"), "element": kind, "optional": True},
    ]
    return {
        "type": "modal",
        "title": plain(title),
        "submit": plain("Save"),
        "callback_id": "form",
        "blocks": blocks,
        **more,
    }


BUTTONS = [
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "button", "action_id": "go", "text": plain("One"), "value": "1"},
            {"type": "static_select", "action_id": "pick", "options": [{"text": plain("A"), "value": "a"}]},
        ],
    }
]


def opens_modal(bot: HeardBot, view: dict[str, Any] | None = None) -> None:
    @bot.bolt.command("/order")
    async def order(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        await bot.client.views_open(trigger_id=body["trigger_id"], view=view or modal())


def stack_is(slack: SlackSandbox, depth: int) -> bool:
    return len(slack.open_views("anna")) == depth


async def opened(slack: SlackSandbox) -> str:
    await slack.slash("anna", "orders", "/order", "new")
    views = await slack.wait_for(lambda: slack.open_views("anna"))
    return str(views[-1]["id"])


async def test_a_command_is_answered_to_its_user_alone(slack: SlackSandbox, bot: HeardBot) -> None:
    @bot.bolt.command("/order")
    async def order(ack: Any, body: dict[str, Any]) -> None:
        await ack(f"{body['user_id']} asked {body['text']}")

    status, body = await slack.slash("anna", "orders", "/order", "12 history")
    assert (status, body) == (200, f"{slack.world.user('anna').id} asked 12 history")
    assert slack.ephemerals("anna")[0]["text"].endswith("asked 12 history")
    assert slack.ephemerals("bram") == []
    with pytest.raises(Refused):
        await slack.slash("eve", "shared-orders", "/order", "12")


async def test_escaped_commands_name_ids(slack: SlackSandbox, bot: HeardBot) -> None:
    heard: list[str] = []

    @bot.bolt.command("/order")
    async def order(ack: Any, command: dict[str, Any]) -> None:
        await ack(response_type="in_channel", text="seen")
        heard.append(command["text"])

    await slack.configure_app(should_escape=True)
    await slack.slash("anna", "orders", "/order", "give @bram #general @nobody")
    bram, general = slack.world.user("bram").id, slack.world.channel("general").id
    assert heard == [f"give <@{bram}|bram> <#{general}|general> @nobody"]
    shown = [m["text"] for m in slack.channel_messages("orders")]
    assert shown == ["/order give @bram #general @nobody", "seen"]


async def test_a_silent_command_times_out(slack: SlackSandbox, bot: HeardBot) -> None:
    @bot.bolt.command("/order")
    async def order(ack: Any) -> None:
        del ack

    slack.timing.answer_seconds = 0.2
    assert (await slack.slash("anna", "orders", "/order")).body == {"error": "operation_timeout"}


async def test_buttons_and_selects_in_a_message(slack: SlackSandbox, bot: HeardBot, orders: str) -> None:
    heard: list[dict[str, Any]] = []

    async def act(ack: Any, body: dict[str, Any], respond: Any) -> None:
        await ack()
        heard.append(body)
        await respond(text="done", replace_original=True)

    bot.bolt.action("go")(act)
    bot.bolt.action("pick")(act)
    ts = (await bot.client.chat_postMessage(channel=orders, text="card", blocks=BUTTONS))["ts"]
    await slack.click("anna", "orders", ts, "pick", "a")
    assert heard[0]["actions"][0]["selected_option"]["value"] == "a"
    assert heard[0]["container"]["message_ts"] == ts
    await slack.wait_for(lambda: slack.world.channels[orders].messages[ts]["text"] == "done")
    with pytest.raises(Refused):
        await slack.click("anna", "orders", ts, "go")


async def test_a_response_url_serves_five_times_and_half_an_hour(
    slack: SlackSandbox, bot: HeardBot, clock: SandboxClock, orders: str
) -> None:
    said: list[Any] = []

    @bot.bolt.command("/order")
    async def order(ack: Any, respond: Any) -> None:
        await ack()
        said.append(respond)

    await slack.slash("anna", "orders", "/order")
    answers = [(await said[0](f"line {n}")).status_code for n in range(6)]
    assert answers == [200] * 5 + [404]
    assert len(slack.ephemerals("anna")) == 5
    await slack.slash("anna", "orders", "/order")
    clock.advance(timedelta(minutes=31))
    assert (await said[1]("late")).body == '{"ok":false,"error":"expired_url"}'


async def test_a_trigger_opens_one_modal_within_three_seconds(
    slack: SlackSandbox, bot: HeardBot, clock: SandboxClock
) -> None:
    triggers: list[str] = []

    @bot.bolt.command("/order")
    async def order(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        triggers.append(body["trigger_id"])

    slack.timing.trigger_seconds = 3.0
    await slack.slash("anna", "orders", "/order")
    clock.advance(timedelta(seconds=4))
    for wanted in ("expired_trigger_id", "exchanged_trigger_id"):
        with pytest.raises(SlackApiError, match=wanted):
            await bot.client.views_open(trigger_id=triggers[0], view=modal())
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await bot.client.views_open(trigger_id="1.2.3", view=modal())


@pytest.mark.parametrize(
    "change",
    [
        {"title": plain("x" * 25)},
        {"blocks": [{"type": "divider"}] * 101},
        {"private_metadata": "x" * 3001},
        {"submit": None, "colour": "red"},
        {"blocks": [{"type": "section"}]},
    ],
)
async def test_views_slack_would_refuse(slack: SlackSandbox, bot: HeardBot, change: dict[str, Any]) -> None:
    errors: list[str] = []

    @bot.bolt.command("/order")
    async def order(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        try:
            await bot.client.views_open(trigger_id=body["trigger_id"], view={**modal(), **change})
        except SlackApiError as error:
            errors.append(error.response["response_metadata"]["messages"][0])

    await slack.slash("anna", "orders", "/order")
    await slack.wait_for(lambda: errors)
    assert errors[0].startswith("[ERROR]")
    assert slack.open_views("anna") == []


async def test_submitting_corrects_updates_pushes_and_closes(slack: SlackSandbox, bot: HeardBot) -> None:
    opens_modal(bot)
    seen: list[dict[str, Any]] = []
    answers: list[dict[str, Any]] = [
        {"response_action": "errors", "errors": {"b1": "too short"}},
        {"response_action": "update", "view": modal("Second")},
        {"response_action": "push", "view": modal("Third")},
        {},
        {"response_action": "clear"},
    ]

    @bot.bolt.view("form")
    async def submitted(ack: Any, view: dict[str, Any]) -> None:
        seen.append(view["state"]["values"])
        await ack(**answers.pop(0))

    first = await opened(slack)
    with pytest.raises(Refused, match="b1 is required"):
        await slack.submit_view("anna", first, {})
    fill = {"b1": {"name": "x"}, "b2": {"kind": "a"}}
    await slack.submit_view("anna", first, fill)
    assert slack.open_views("anna")[0]["errors"] == {"b1": "too short"}
    assert seen[0]["b2"]["kind"]["selected_option"]["value"] == "a"
    await slack.submit_view("anna", first, fill)
    assert slack.open_views("anna")[0]["title"]["text"] == "Second"
    await slack.submit_view("anna", first, fill)
    assert [view["title"]["text"] for view in slack.open_views("anna")] == ["Second", "Third"]
    await slack.submit_view("anna", slack.open_views("anna")[-1]["id"], fill)
    await slack.submit_view("anna", first, fill)
    assert slack.open_views("anna") == []


async def test_a_stack_holds_three_and_closing_is_told(slack: SlackSandbox, bot: HeardBot) -> None:
    button = {"type": "button", "action_id": "more", "text": plain("More")}
    view = modal(notify_on_close=True)
    view["blocks"].append({"type": "actions", "elements": [button]})
    opens_modal(bot, view)
    closed: list[bool] = []
    errors: list[str] = []

    @bot.bolt.action("more")
    async def more(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        try:
            await bot.client.views_push(trigger_id=body["trigger_id"], view=view)
        except SlackApiError as error:
            errors.append(error.response["error"])

    @bot.bolt.view_closed("form")
    async def gone(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        closed.append(body["is_cleared"])

    top = await opened(slack)
    for depth in (2, 3):
        await slack.click_in_view("anna", top, "more")
        await slack.wait_for(partial(stack_is, slack, depth))
        top = slack.open_views("anna")[-1]["id"]
    await slack.click_in_view("anna", top, "more")
    await slack.wait_for(lambda: errors)
    assert errors == ["push_limit_reached"]
    await slack.close_view("anna", top)
    await slack.close_view("anna", slack.open_views("anna")[-1]["id"], whole_stack="yes")
    assert closed == [False, True]
    assert slack.open_views("anna") == []


async def test_an_update_with_an_old_hash_is_refused(slack: SlackSandbox, bot: HeardBot) -> None:
    opens_modal(bot)
    view_id = await opened(slack)
    old = slack.open_views("anna")[0]["hash"]
    await bot.client.views_update(view_id=view_id, hash=old, view=modal("Newer"))
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await bot.client.views_update(view_id=view_id, hash=old, view=modal("Older"))
    with pytest.raises(SlackApiError, match="not_found"):
        await bot.client.views_update(view_id="V0NONE", view=modal())
    assert slack.open_views("anna")[0]["title"]["text"] == "Newer"


async def test_home_is_published_when_opened_and_its_buttons_work(slack: SlackSandbox, bot: HeardBot) -> None:
    clicked: list[str] = []

    @bot.bolt.event("app_home_opened")
    async def home(event: dict[str, Any]) -> None:
        view = {"type": "home", "blocks": BUTTONS}
        await bot.client.views_publish(user_id=event["user"], view=view)

    @bot.bolt.action("go")
    async def go(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        clicked.append(body["view"]["type"])

    assert slack.home("anna") is None
    view = await slack.open_home("anna", timeout=5)
    assert view is not None
    await slack.click_in_view("anna", view["id"], "go")
    assert clicked == ["home"]


async def test_shortcuts_and_suggestions(slack: SlackSandbox, bot: HeardBot) -> None:
    select = {"type": "external_select", "action_id": "partner", "min_query_length": 0}
    view = modal()
    view["blocks"].append(
        {"type": "input", "block_id": "b3", "label": plain("Partner"), "element": select, "optional": True}
    )
    opens_modal(bot, view)
    used: list[str] = []

    @bot.bolt.message_shortcut("file_this")
    async def file_this(ack: Any, shortcut: dict[str, Any]) -> None:
        await ack()
        used.append(shortcut["message"]["text"])

    @bot.bolt.options("partner")
    async def partners(ack: Any, payload: dict[str, Any]) -> None:
        await ack(options=[{"text": plain(payload["value"]), "value": "p1"}])

    root = await slack.post_as("anna", "orders", "root")
    reply = await slack.post_as("anna", "orders", "photo here", thread_ts=root)
    await slack.message_shortcut("bram", "file_this", "orders", reply)
    assert used == ["photo here"]
    answer = await slack.suggest_in_view("anna", await opened(slack), "partner", "Hout")
    assert answer.body["options"][0]["text"]["text"] == "Hout"
