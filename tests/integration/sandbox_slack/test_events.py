from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.responses import Response

from sandbox.faults import Fault, FaultPlan

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.slack import SlackSandbox
    from tests.integration.sandbox_slack.conftest import HeardBot


async def test_what_a_person_writes_edits_and_deletes_is_told(slack: SlackSandbox, bot: HeardBot, orders: str) -> None:
    bot.listen()
    ts = await slack.post_as("anna", "orders", "a < b <!channel>")
    await slack.settled()
    await slack.edit_as("anna", "orders", ts, "changed")
    await slack.settled()
    await slack.delete_as("anna", "orders", ts)
    await slack.wait_for(lambda: bot.heard("message", "message_deleted"))
    written, edited = bot.heard("message")[0], bot.heard("message", "message_changed")[0]
    assert (written["text"], written["ts"], written["channel_type"]) == ("a &lt; b <!channel>", ts, "channel")
    assert (edited["message"]["text"], edited["previous_message"]["text"]) == ("changed", "a &lt; b <!channel>")
    assert edited["message"]["edited"]["user"] == slack.world.user("anna").id
    assert edited["ts"] != edited["message"]["ts"]
    assert bot.heard("message", "message_deleted")[0]["deleted_ts"] == ts
    assert bot.bodies[0]["event_id"].startswith("Ev")


async def test_own_posts_are_echoed(slack: SlackSandbox, bot: HeardBot, orders: str) -> None:
    bot.listen()
    await bot.client.chat_postMessage(channel=orders, text="plain")
    await bot.client.chat_postMessage(channel=orders, text="as Jan", username="Jan")
    await slack.wait_for(lambda: bot.heard("message") and bot.heard("message", "bot_message"))
    assert bot.heard("message")[0]["bot_id"] == slack.settings.bot_id
    disguised = bot.heard("message", "bot_message")[0]
    assert disguised["username"] == "Jan"
    assert "user" not in disguised


async def test_threads_broadcasts_and_tombstones(slack: SlackSandbox, bot: HeardBot) -> None:
    bot.listen()
    root = await slack.post_as("anna", "orders", "root")
    await slack.post_as("bram", "orders", "reply", thread_ts=root)
    await slack.post_as("bram", "orders", "loud", thread_ts=root, broadcast="yes")
    await slack.wait_for(lambda: bot.heard("message", "thread_broadcast"))
    assert [m["text"] for m in slack.thread("orders", root)] == ["root", "reply", "loud"]
    assert [m["text"] for m in slack.channel_messages("orders")] == ["root", "loud"]
    await slack.delete_as("anna", "orders", root)
    await slack.wait_for(lambda: bot.heard("message", "message_changed"))
    assert bot.heard("message", "message_changed")[0]["message"]["subtype"] == "tombstone"


async def test_channels_without_the_bot_are_silent(slack: SlackSandbox, bot: HeardBot) -> None:
    bot.listen()
    await slack.post_as("anna", "general", "unheard")
    await slack.join("bot", "general")
    ts = await slack.post_as("anna", "general", "heard")
    await slack.react_as("bram", "general", ts, "eyes")
    await slack.wait_for(lambda: bot.heard("message") and bot.heard("reaction_added"))
    assert [event["text"] for event in bot.heard("message")] == ["heard"]
    assert bot.heard("member_joined_channel")[0]["user"] == slack.settings.bot_user_id
    assert bot.heard("reaction_added")[0]["item"]["ts"] == ts


async def test_a_failed_delivery_comes_again_with_its_headers(
    slack: SlackSandbox, bot: HeardBot, clock: SandboxClock
) -> None:
    await slack.configure_app(signature_clock="machine")
    bot.refusals = [Response(status_code=500) for _ in range(3)]
    bot.listen()
    await slack.post_as("anna", "orders", "again")
    await slack.wait_for(lambda: len(slack.deliveries) == 2)
    clock.advance(timedelta(minutes=1))
    await slack.wait_for(lambda: len(slack.deliveries) == 3)
    assert not bot.heard("message")
    clock.advance(timedelta(minutes=5))
    await slack.wait_for(lambda: bot.heard("message"))
    assert [request.get("x-slack-retry-num") for request in bot.requests] == [None, "1", "2", "3"]
    assert bot.requests[1]["x-slack-retry-reason"] == "http_error"
    assert len({attempt.event_id for attempt in slack.deliveries}) == 1


async def test_an_app_can_ask_for_no_retry(slack: SlackSandbox, bot: HeardBot) -> None:
    slack.timing.retry_delays = (0.0, 0.0, 0.0)
    bot.refusals = [Response(status_code=500, headers={"x-slack-no-retry": "1"})]
    bot.listen()
    await slack.post_as("anna", "orders", "first")
    await slack.settled()
    await slack.post_as("anna", "orders", "second")
    await slack.wait_for(lambda: bot.heard("message"))
    assert [event["text"] for event in bot.heard("message")] == ["second"]
    assert len(bot.requests) == 2


async def test_an_app_that_answers_late_is_asked_again(slack: SlackSandbox) -> None:
    slack.timing.retry_delays, slack.timing.answer_seconds = (0.0,), 0.05
    await slack.configure_app(request_url=f"{slack.world.public_url}/api/api.test")
    slack.world.faults.add(Fault("slow", method="api.test", after=0.2))
    await slack.post_as("anna", "orders", "slow")
    await slack.wait_for(lambda: len(slack.deliveries) == 2)
    assert slack.deliveries[0].reason == "http_timeout"


async def test_an_unreachable_app_is_a_failed_connection(slack: SlackSandbox) -> None:
    slack.timing.retry_delays = ()
    await slack.configure_app(request_url="http://127.0.0.1:9/slack/events")
    await slack.post_as("anna", "orders", "x")
    await slack.wait_for(lambda: slack.deliveries)
    assert slack.deliveries[0].reason == "connection_failed"
    assert (await slack.slash("anna", "orders", "/order")).body == {"error": "dispatch_failed"}


async def test_events_are_doubled_reordered_and_dropped_on_request(
    slack: SlackSandbox, bot: HeardBot, faults: FaultPlan
) -> None:
    bot.listen()
    faults.add(Fault("drop", method="message", match={"text": "lost"}))
    faults.add(Fault("duplicate", method="message", match={"text": "twice"}))
    faults.add(Fault("reorder", method="message", match={"text": "late"}))
    for text in ("lost", "late", "twice", "end"):
        await slack.post_as("anna", "orders", text)
    await slack.wait_for(lambda: len(bot.heard("message")) == 4)
    heard = [event["text"] for event in bot.heard("message")]
    assert sorted(heard) == ["end", "late", "twice", "twice"]
    assert heard[0] != "late"
    twice = [body["event_id"] for body in bot.bodies if body["event"]["text"] == "twice"]
    assert len(set(twice)) == 1


async def test_an_unfurl_changes_a_message_nobody_edited(slack: SlackSandbox, bot: HeardBot) -> None:
    bot.listen()
    ts = await slack.post_as("anna", "orders", "see https://example.com/")
    await slack.unfurl("orders", ts)
    changed = (await slack.wait_for(lambda: bot.heard("message", "message_changed")))[0]
    assert "edited" not in changed["message"]
    assert changed["message"]["text"] == "see <https://example.com/>"
