"""``SlackSandbox``: the workspace, its web server, and the control API in one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from sandbox.slack import cast, responses
from sandbox.slack.delivery import Answer, Attempt, Delivery
from sandbox.slack.errors import Refused
from sandbox.slack.interactions import Interactions
from sandbox.slack.messages import system_event
from sandbox.slack.modals import Modals
from sandbox.slack.people import People
from sandbox.slack.rate_limits import RateLimits
from sandbox.slack.server import build_app
from sandbox.slack.socket_mode import Sockets
from sandbox.slack.state import World

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from sandbox.clock import SandboxClock
    from sandbox.faults import FaultPlan
    from sandbox.ledger import Ledger
    from sandbox.slack.settings import AppSettings, Pace, Timing
    from sandbox.slack.state import Json


class SlackSandbox(People):
    """A Slack workspace on loopback with one installed app.

    ``app`` is the ASGI application: ``/api/{method}``, uploads, downloads, response_urls, the Socket Mode address and
    ``/_control/{method}``. ``public_url`` must be where it is reachable; it is learnt from the first request otherwise.
    ``timing`` and ``pace`` may be changed at any time.
    """

    def __init__(self, clock: SandboxClock, ledger: Ledger, faults: FaultPlan, public_url: str = "") -> None:
        super().__init__(World(clock, ledger, faults))
        self.world.public_url = public_url
        cast.fill(self.world)
        self.sockets = Sockets(self.world)
        self._delivery = Delivery(self.world, self.sockets)
        self.world.emit = self._delivery.event
        self._interactions = Interactions(self.world, self._delivery)
        self._modals = Modals(self.world, self._delivery, self._interactions)
        self.app = build_app(self, RateLimits(self.world))

    async def __aenter__(self) -> Self:
        """Return the sandbox; leaving the block ends its deliveries."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End deliveries and close connections."""
        await self.close()

    async def close(self) -> None:
        """End deliveries and close connections."""
        await self._delivery.close()

    @property
    def settings(self) -> AppSettings:
        """Return the installed app's settings, open to change."""
        return self.world.app

    @property
    def timing(self) -> Timing:
        """Return Slack's patience, open to change."""
        return self.world.timing

    @property
    def pace(self) -> Pace:
        """Return the rate limits, open to change."""
        return self.world.pace

    @property
    def deliveries(self) -> list[Attempt]:
        """Return every try to deliver an event so far."""
        return list(self._delivery.attempts)

    async def configure_app(self, **settings: Any) -> None:
        """Change the installed app: signing_secret, request_url, bot_token, app_token, scopes, events, commands ...

        Raises:
            Refused: for a setting that does not exist.

        """
        for name, value in settings.items():
            if not hasattr(self.world.app, name):
                msg = f"an app has no setting {name}"
                raise Refused(msg)
            is_set = name in ("scopes", "events", "commands") and value is not None
            setattr(self.world.app, name, frozenset(value) if is_set else value)

    async def verify_request_url(self) -> bool:
        """Send ``url_verification`` and return whether the app echoed the challenge."""
        challenge = self.world.new_id("challenge")
        token = "deprecated-verification-token"  # noqa: S105
        answer = await self._delivery.post_json({"token": token, "challenge": challenge, "type": "url_verification"})
        echoed = answer.body.get("challenge") if isinstance(answer.body, dict) else str(answer.body).strip()
        return answer.status == 200 and echoed == challenge

    @property
    def is_settled(self) -> bool:
        """Whether every event so far had its first try."""
        return self._delivery.settled()

    async def settled(self, timeout: float = 5.0) -> None:
        """Wait until every event so far was tried once."""
        await self.wait_for(self._delivery.settled, timeout)

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Answer:
        """Type a slash command; returns (status, body). An ephemeral answer is found under ``ephemerals``."""
        return await self._interactions.slash(self.world.user(user), self.world.channel(channel), command, text)

    async def click(
        self, user: str, channel: str, message_ts: str, action_id: str, value: Any = None, block_id: str = ""
    ) -> Answer:
        """Press a button or choose in a message (also an ephemeral one); returns (status, body).

        value: the option's value, date or id; for one of several buttons with the same action_id, the button's value.
        """
        place, person = self.world.channel(channel), self.world.user(user)
        own = next((m for m in self.ephemerals(user) if m["ts"] == message_ts), None)
        message = own or place.messages.get(message_ts)
        if message is None or person.id not in place.members:
            msg = f"{person.name} sees no message {message_ts}"
            raise Refused(msg)
        wanted = {"action_id": action_id, "block_id": block_id, "value": value}
        return await self._interactions.click(person, place, message, wanted, value)

    async def click_in_view(
        self, user: str, view_id: str, action_id: str, value: Any = None, block_id: str = ""
    ) -> Answer:
        """Press a button or choose in a modal or Home tab; returns (status, body)."""
        view = self._seen_view(user, view_id)
        wanted = {"action_id": action_id, "block_id": block_id, "value": value}
        return await self._interactions.click_in_view(self.world.user(user), view, wanted, value)

    async def submit_view(self, user: str, view_id: str, values: Mapping[str, Mapping[str, Any]]) -> Answer:
        """Submit the modal on top with ``{block_id: {action_id: value or state}}``; returns (status, body)."""
        return await self._modals.submit(self.world.user(user), view_id, values)

    async def close_view(self, user: str, view_id: str, whole_stack: str = "") -> Answer:
        """Close the modal on top, or with a non-empty ``whole_stack`` all of them."""
        return await self._modals.close(self.world.user(user), view_id, whole_stack=whole_stack)

    async def message_shortcut(self, user: str, callback_id: str, channel: str, ts: str) -> Answer:
        """Use a message shortcut."""
        place = self.world.channel(channel)
        return await self._interactions.message_shortcut(self.world.user(user), callback_id, place, place.messages[ts])

    async def shortcut(self, user: str, callback_id: str) -> Answer:
        """Use a global shortcut."""
        return await self._interactions.shortcut(self.world.user(user), callback_id)

    async def suggest_in_view(self, user: str, view_id: str, action_id: str, text: str) -> Answer:
        """Type into an external select of a modal; the body holds the options offered."""
        view = self._seen_view(user, view_id)
        place = {"container": {"type": "view", "view_id": view_id}, "view": view}
        person = self.world.user(user)
        return await self._interactions.suggest(person, view["blocks"], {"action_id": action_id}, text, place)

    async def open_home(self, user: str, timeout: float = 2.0) -> Json | None:
        """Open the Home tab; returns the view published in answer, or after ``timeout`` the one there was, or None."""
        person, before = self.world.user(user), self.home(user)
        known = before["hash"] if before else ""
        event = {"type": "app_home_opened", "user": person.id, "tab": "home"}
        event["channel"] = self.world.direct(person.id).id
        system_event(self.world, None, {**event, **({"view": dict(before)} if before else {})})
        try:
            await self.wait_for(lambda: (self.home(user) or {}).get("hash", known) != known, timeout)
        except TimeoutError:
            return before
        return self.home(user)

    async def uninstall(self) -> None:
        """Remove the app: ``app_uninstalled`` and ``tokens_revoked`` are told and the token stops working."""
        system_event(self.world, None, {"type": "app_uninstalled"})
        revoked = {"oauth": [], "bot": [self.world.app.bot_user_id]}
        system_event(self.world, None, {"type": "tokens_revoked", "tokens": revoked})
        self.world.app.bot_token = self.world.new_id("xoxb-revoked-")

    async def disconnect_sockets(self, reason: str = "refresh_requested") -> None:
        """Send ``disconnect`` on every socket: warning, refresh_requested or link_disabled."""
        await self.sockets.disconnect(reason)

    async def show_to(self, user: str, channel: str, body: Any) -> str:
        """Show an answer as Slack would show one from the app; returns Slack's error or nothing."""
        return responses.show(self.world, self.world.channel(channel), self.world.user(user).id, body)

    def _seen_view(self, user: str, view_id: str) -> Json:
        view = self.world.views.get(view_id)
        if view is None or view["user_id"] != self.world.user(user).id:
            msg = f"{user} sees no view {view_id}"
            raise Refused(msg)
        return view
