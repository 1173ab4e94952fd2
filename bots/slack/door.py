"""Slack's way in: the signature on the raw body first, then Bolt, then Slack's answer once everything is committed.

The same application takes HTTP and Socket Mode (bots/slack/socket.py); nothing here knows what an update means.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import Clock, SignatureVerifier

from bots.slack.account import SlackAccount
from bots.slack.listeners import KEY, install
from bots.slack.papers import Papers
from bots.slack.socket import run_socket
from bots.slack.troubles import SlackAway
from bots.slack.updates import Door, Examine, Room, UpdateKind, code_alone, key_of
from core.ports import Database, StorageAway

log = logging.getLogger("cutr.slack")
Answer = tuple[int, dict[str, str], bytes]
MAX_BODY = 1024 * 1024
COME_AGAIN = 503
TEXT = {"content-type": "text/plain; charset=utf-8"}


class _OurClock(Clock):
    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock().timestamp()


class SlackDoor:
    """Takes what Slack delivers. `invite_link`, `examine` and `papers` are as in `Room`."""

    def __init__(
        self,
        dispatcher: Door,
        database: Database,
        slack: SlackAccount,
        clock: Callable[[], datetime],
        *,
        invite_link: Callable[[str], str] = code_alone,
        examine: Examine | None = None,
        papers: Papers | None = None,
    ) -> None:
        self.slack = slack
        self.room = Room(dispatcher, database, slack, clock, invite_link, examine, papers or Papers())
        self._verifier = SignatureVerifier(slack.signing_secret, _OurClock(clock))
        self._app = AsyncApp(
            logger=_bolts_logger(),
            client=slack.client_outside_loop,
            signing_secret=slack.signing_secret,
            authorize=_authorizing(slack),
            process_before_response=True,
            request_verification_enabled=False,
            ignoring_self_events_enabled=False,
            ssl_check_enabled=False,
        )
        install(self._app, self.room)

    async def handle_http(self, headers: Mapping[str, str], body: bytes) -> Answer:
        """Status, headers and body for one POST of Slack's: 401 unless signed, 413 when too long, 503 to come again."""
        if len(body) > MAX_BODY:
            return 413, TEXT, b"too long"
        lowered = {name.lower(): value for name, value in headers.items()}
        if not self._is_signed(lowered, body):
            return 401, TEXT, b"invalid request"
        parsed = parse(lowered.get("content-type", ""), body)
        if parsed is None or not is_well_formed(parsed):
            return 400, TEXT, b"neither JSON nor a form"
        if parsed.get("ssl_check"):
            return 200, TEXT, b""
        if parsed.get("type") == "url_verification":
            return 200, TEXT, str(parsed.get("challenge") or "").encode()
        return await self.take(parsed, body)

    async def take(self, body: dict[str, Any], raw: bytes) -> Answer:
        """Handle one verified update; returns the answer once its effect is committed."""
        kind = kind_of(body)
        try:
            ours = await self._is_ours(body)
        except SlackAway:
            return 503, TEXT, b""
        except SlackApiError:
            log.exception("slack.auth_test_refused")
            return 503, TEXT, b""
        if not ours:
            log.warning("slack.foreign_update", extra={"team": str(body.get("team_id") or "")})
            return 200, TEXT, b""
        return await self._dispatch(body, key_of(kind, body, raw))

    async def replay(self, payload: Mapping[str, Any]) -> Answer:
        """Handle an update again that was kept aside, under the key it came with. Raises `StorageAway`."""
        answer = await self._dispatch(dict(payload["body"]), str(payload["key"]))
        if answer[0] == COME_AGAIN:
            raise StorageAway
        return answer

    async def run_socket_mode(self, stop: asyncio.Event) -> None:
        """Receive over a WebSocket until `stop` is set."""
        await run_socket(self.slack, self.take, stop)

    async def _dispatch(self, body: dict[str, Any], key: str) -> Answer:
        request = AsyncBoltRequest(body=body, context={KEY: key}, mode="socket_mode")
        response = await self._app.async_dispatch(request)
        if response.status == 404:
            # Bolt knows no listener for this kind of envelope: nothing of ours, and no reason for Slack to repeat it.
            return 200, TEXT, b""
        return response.status, dict(response.first_headers()), response.body.encode()

    def _is_signed(self, headers: Mapping[str, str], body: bytes) -> bool:
        timestamp, signature = headers.get("x-slack-request-timestamp", ""), headers.get("x-slack-signature", "")
        if not self.slack.signing_secret:
            return False
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 12 and signature.isascii()):
            return False
        try:
            return bool(self._verifier.is_valid(body, timestamp, signature))
        except UnicodeDecodeError:
            # The SDK signs text; Slack sends nothing else.
            return False

    async def _is_ours(self, body: Mapping[str, Any]) -> bool:
        me = await self.slack.me()
        team, user = body.get("team"), body.get("user")
        named = [
            body.get("team_id"),
            team.get("id") if isinstance(team, Mapping) else None,
            user.get("team_id") if isinstance(user, Mapping) else None,
        ]
        # The first that is told: a person of another workspace presses under their own workspace's id.
        told = next((str(value) for value in named if value), me.team_id)
        app = body.get("api_app_id")
        return told == me.team_id and (not app or not me.app_id or app == me.app_id)


def _bolts_logger() -> logging.Logger:
    """Bolt warns at every start that the client's token is not used for authorizing; that is how it is meant here."""
    logger = logging.getLogger("cutr.slack.bolt")
    logger.setLevel(logging.ERROR)
    return logger


def _authorizing(slack: SlackAccount) -> Callable[[], Awaitable[AuthorizeResult]]:
    """What Bolt asks at every request: answered from what is known already, without a call."""

    async def authorize() -> AuthorizeResult:
        me = await slack.me()
        return AuthorizeResult(
            enterprise_id=None,
            team_id=me.team_id,
            bot_user_id=me.user_id,
            bot_id=me.bot_id,
            bot_token=slack.bot_token,
        )

    return authorize


def parse(content_type: str, body: bytes) -> dict[str, Any] | None:
    """The JSON object, or the form with its `payload` unpacked; None for anything else."""
    try:
        text = body.decode("utf-8")
        if text.lstrip()[:1] == "{" or "json" in content_type:
            found = json.loads(text)
            return found if isinstance(found, dict) else None
        form = {name: values[0] for name, values in parse_qs(text, keep_blank_values=True, max_num_fields=100).items()}
        if "payload" in form:
            found = json.loads(form["payload"])
            return found if isinstance(found, dict) else None
        return form or None
    except (ValueError, RecursionError):
        return None


def is_well_formed(body: Mapping[str, Any]) -> bool:
    """Whether the parts that Bolt reaches into have the kinds that Slack gives them: it breaks on others."""
    if body.get("type") == "event_callback" and not _is_event(body.get("event")):
        return False
    actions = body.get("actions", [])
    if not isinstance(actions, list) or not all(isinstance(action, Mapping) for action in actions):
        return False
    parts = [body.get(name) for name in ("view", "message", "container", "user", "team", "channel", "enterprise")]
    # A foreign slash command's form has words there; only Slack's own objects are reached into.
    return all(part is None or isinstance(part, Mapping | str) for part in parts) and _views_are_whole(body)


def _is_event(event: object) -> bool:
    if not isinstance(event, Mapping) or not isinstance(event.get("type"), str):
        return False
    texts = all(isinstance(event.get(name, ""), str) for name in ("ts", "thread_ts", "subtype"))
    return texts and all(isinstance(event.get(name, ""), Mapping | str) for name in ("channel", "user"))


def _views_are_whole(body: Mapping[str, Any]) -> bool:
    return not str(body.get("type") or "").startswith("view_") or isinstance(body.get("view"), Mapping)


def kind_of(body: Mapping[str, Any]) -> UpdateKind:
    """Which of Slack's four shapes this is."""
    if body.get("type") == "event_callback":
        return UpdateKind.EVENT
    if body.get("command"):
        return UpdateKind.COMMAND
    return UpdateKind.OPTIONS if body.get("type") == "block_suggestion" else UpdateKind.INTERACTIVE
