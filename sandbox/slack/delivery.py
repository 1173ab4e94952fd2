"""Deliveries to the app: signed HTTP or a socket, the 3 second deadline, retries and their faults (platforms.md 1.2).

What is delivered is made elsewhere: events in ``messages``, interactions in ``interactions``.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

import aiohttp

from sandbox.slack.signing import signed_headers

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from sandbox.slack.socket_mode import Sockets
    from sandbox.slack.state import Channel, Json, World

_TICK, _HOLD = 0.02, 5.0
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
TIMED_OUT, UNREACHABLE, MULTIPLE_CHOICES = 504, 502, 300


class Answer(NamedTuple):
    """What the app answered. status 504 with ``operation_timeout`` and 502 with ``dispatch_failed`` are Slack's own."""

    status: int
    body: Any


@dataclass(frozen=True)
class Attempt:
    """One try to deliver an event. reason is empty when it was taken, else Slack's retry reason.

    ts: the event's own ts, which for a new message is the message's; empty when it has none.
    """

    event_id: str
    event_type: str
    number: int
    transport: str
    status: int
    reason: str
    ts: str = ""


@dataclass(frozen=True)
class _Outcome:
    status: int
    reason: str
    give_up: bool = False
    body: Any = ""


class Delivery:
    """Sends events and interactions to the app under test."""

    def __init__(self, world: World, sockets: Sockets) -> None:
        self._world, self._sockets = world, sockets
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._first_done = asyncio.Event()
        self.first_tries = 0
        self.attempts: list[Attempt] = []

    def event(self, event: Json, channel: Channel | None) -> None:
        """Start delivering an event to the app, if it is subscribed and sees the conversation."""
        if not self._heard(event, channel) or not (self._world.app.request_url or self._sockets.ever_open):
            return
        envelope = self._envelope(event, channel)
        fault = self._world.faults.take_delivery(event["type"], event)
        kind = fault.kind if fault else ""
        if kind == "drop":
            return
        hold = (fault.after or _HOLD) if fault and kind == "reorder" else 0.0
        self._start(self._deliver(envelope, hold, patient=bool(fault and fault.after)))
        if kind == "duplicate":
            self._start(self._deliver(envelope, 0.0, patient=False))

    async def interact(self, kind: str, payload: Json, url: str = "") -> Answer:
        """Deliver a slash command or interaction once and return the app's answer; there are no retries."""
        if self._sockets.count:
            ack = await self._sockets.send(kind, payload)
            if ack is None:
                return Answer(TIMED_OUT, {"error": "operation_timeout"})
            return Answer(200, ack.get("payload") or "")
        body = urlencode(payload if kind == "slash_commands" else {"payload": json.dumps(payload)}).encode()
        outcome = await self._post(url or self._world.app.request_url, body, _FORM, {})
        if outcome.reason == "http_timeout":
            return Answer(TIMED_OUT, {"error": "operation_timeout"})
        if outcome.status == 0:
            return Answer(UNREACHABLE, {"error": "dispatch_failed"})
        return Answer(outcome.status, outcome.body)

    async def post_json(self, payload: Json) -> Answer:
        """Deliver a configuration request such as ``url_verification`` by HTTP."""
        outcome = await self._post(self._world.app.request_url, json.dumps(payload).encode(), _JSON, {})
        return Answer(outcome.status, outcome.body)

    def settled(self) -> bool:
        """Return whether every event so far had its first try (retries may still be due)."""
        return self.first_tries == 0

    async def close(self) -> None:
        """Stop delivering and close the connections."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self.first_tries += 1
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _heard(self, event: Json, channel: Channel | None) -> bool:
        app = self._world.app
        kinds = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}
        name = event["type"]
        if channel is not None and name == "message":
            name = f"message.{kinds[channel.event_type]}"
        subscribed = app.events is None or name in app.events
        return subscribed and (channel is None or app.bot_user_id in channel.members)

    def _envelope(self, event: Json, channel: Channel | None) -> Json:
        world, event_id = self._world, self._world.new_id("Ev")
        who = {"team_id": world.team_id, "user_id": world.app.bot_user_id, "is_bot": True, "enterprise_id": None}
        return {
            "token": "deprecated-verification-token",
            "team_id": world.team_id,
            "context_team_id": world.team_id,
            "context_enterprise_id": None,
            "api_app_id": world.app.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": event_id,
            "event_time": int(world.clock.time()),
            "authorizations": [{**who, "is_enterprise_install": False}],
            "is_ext_shared_channel": bool(channel and channel.is_ext_shared),
            "event_context": f"4-{event_id}",
        }

    async def _deliver(self, envelope: Json, hold: float, *, patient: bool) -> None:
        if hold:
            await self._held(hold, patient=patient)
        outcome = await self._first(envelope)
        for number, delay in enumerate(self._world.timing.retry_delays, start=1):
            if not outcome.reason or outcome.give_up:
                return
            await self._until(self._world.clock.time() + delay)
            outcome = await self._attempt(envelope, number, outcome.reason)

    async def _first(self, envelope: Json) -> _Outcome:
        try:
            return await self._attempt(envelope, 0, "")
        finally:
            self.first_tries -= 1
            self._first_done.set()
            self._first_done = asyncio.Event()
            self._world.changed()

    async def _held(self, seconds: float, *, patient: bool) -> None:
        if patient:
            await self._until(self._world.clock.time() + seconds)
            return
        try:
            await asyncio.wait_for(self._first_done.wait(), seconds)
        except TimeoutError:
            return

    async def _until(self, moment: float) -> None:
        # Looked at often, because the sandbox clock may be moved on meanwhile.
        while (left := moment - self._world.clock.time()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(min(left, _TICK))

    async def _attempt(self, envelope: Json, number: int, reason: str) -> _Outcome:
        if self._sockets.count or not self._world.app.request_url:
            transport = "socket"
            ack = await self._sockets.send("events_api", envelope, attempt=number, reason=reason)
            outcome = _Outcome(200, "") if ack is not None else _Outcome(0, "timeout")
        else:
            transport = "http"
            retry = {"x-slack-retry-num": str(number), "x-slack-retry-reason": reason} if number else {}
            body = json.dumps(envelope).encode()
            outcome = await self._post(self._world.app.request_url, body, _JSON, retry)
        kind = envelope["event"]["type"]
        ts = str(envelope["event"].get("ts", ""))
        attempt = Attempt(envelope["event_id"], kind, number, transport, outcome.status, outcome.reason, ts)
        self.attempts.append(attempt)
        self._world.changed()
        return outcome

    async def _post(self, url: str, body: bytes, kind: str, extra: dict[str, str]) -> _Outcome:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers={"User-Agent": "Slackbot 1.0 (sandbox)"})
        app = self._world.app
        now = self._world.clock.time() if app.signature_clock == "sandbox" else time.time()
        signed = signed_headers(app.signing_secret, now, body)
        headers = {"Content-Type": kind, **signed, **extra}
        patience = aiohttp.ClientTimeout(total=self._world.timing.answer_seconds)
        try:
            async with self._session.post(url, data=body, headers=headers, timeout=patience, max_redirects=2) as got:
                return await _outcome(got)
        except TimeoutError:
            return _Outcome(0, "http_timeout")
        except aiohttp.TooManyRedirects:
            return _Outcome(0, "too_many_redirects")
        except aiohttp.ClientSSLError:
            return _Outcome(0, "ssl_error")
        except (aiohttp.ClientConnectionError, aiohttp.InvalidURL):
            return _Outcome(0, "connection_failed")
        except aiohttp.ClientError:
            return _Outcome(0, "unknown_error")


async def _outcome(got: aiohttp.ClientResponse) -> _Outcome:
    raw = await got.text(errors="replace")
    body: Any = raw
    if raw and "json" in got.headers.get("content-type", ""):
        try:
            body = json.loads(raw)
        except ValueError:
            body = raw
    taken = got.status < MULTIPLE_CHOICES
    give_up = got.headers.get("x-slack-no-retry") == "1"
    return _Outcome(got.status, "" if taken else "http_error", give_up, body)
