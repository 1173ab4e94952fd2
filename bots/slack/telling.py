"""Replies to the person who asked: ephemeral messages, alert views, answers in the HTTP response. They may be lost.

Announcements to chats never go this way; they are postings (bots/slack/sender.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.errors import SlackApiError

from bots.slack import blocks
from bots.slack.troubles import as_away
from bots.slack.updates import Room, Update, UpdateKind
from bots.texts import say

Json = dict[str, Any]


def ephemeral(text: str, shown: Sequence[Json] = ()) -> Json:
    """The HTTP answer to a slash command that only the asker sees."""
    answer: Json = {"response_type": "ephemeral", "text": blocks.fallback(text)}
    return answer | {"blocks": list(shown)} if shown else answer


def alert_view(text: str) -> Json:
    """A modal that says one thing."""
    return {
        "type": "modal",
        "title": blocks.plain(say("slack-alert-title"), 24),
        "close": blocks.plain(say("slack-close"), 24),
        "blocks": [blocks.words(text)],
    }


async def tell(room: Room, update: Update, text: str, shown: Sequence[Json] = ()) -> Json | None:
    """Say something to whoever acted, in the way this update allows; returns the HTTP answer's body, if any."""
    if update.kind is UpdateKind.COMMAND:
        return ephemeral(text, shown)
    if update.kind is UpdateKind.OPTIONS:
        return {"options": []}
    if update.type == "view_submission":
        return {"response_action": "update", "view": alert_view(text)}
    if update.is_in_ephemeral:
        room.slack.later(respond(room, update, ephemeral(text, shown) | {"replace_original": False}))
    elif update.channel:
        room.slack.later(whisper(room, update, text, shown))
    elif update.trigger_id:
        await open_view(room, update, alert_view(text))
    return None


async def whisper(room: Room, update: Update, text: str, shown: Sequence[Json] = (), *, thread: str = "") -> None:
    """An ephemeral message where the asker is."""
    await room.slack.client.chat_postEphemeral(
        channel=update.channel,
        user=update.user_id,
        thread_ts=thread or update.thread or None,
        text=blocks.fallback(text),
        blocks=list(shown) or [blocks.words(text)],
    )


async def replace(room: Room, update: Update, text: str, shown: Sequence[Json]) -> None:
    """Put something else in the place of the ephemeral message whose button was pressed."""
    await respond(room, update, {"replace_original": True, "text": blocks.fallback(text), "blocks": list(shown)})


async def respond(room: Room, update: Update, body: Json) -> None:
    """Use the address Slack gave for answers to this press: it works where the bot is no member (platforms.md 1.4)."""
    if update.thread:
        body = body | {"thread_ts": update.thread}
    async with room.slack.session.post(update.response_url, json=body) as answer:
        await answer.read()


SPENT = frozenset({"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired"})


async def open_view(room: Room, update: Update, view: Mapping[str, Any]) -> None:
    """Open a modal for the asker, above the one they are in. A trigger that is spent opens nothing."""
    inside = isinstance(update.body.get("view"), Mapping) and update.body["view"].get("type") == "modal"
    call = room.slack.client.views_push if inside else room.slack.client.views_open
    try:
        with as_away():
            await call(trigger_id=update.trigger_id, view=dict(view))
    except SlackApiError as error:
        # The same press delivered twice, or a slow moment: pressing again is the way.
        if error.response.get("error") not in SPENT:
            raise
        if update.channel and update.kind is not UpdateKind.COMMAND:
            room.slack.later(whisper(room, update, say("slack-press-again")))
