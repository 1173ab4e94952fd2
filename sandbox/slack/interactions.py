"""What people do to the app: slash commands, clicks, shortcuts, suggestions (platforms.md 1.3, 1.4).

Submitting and closing modals is in ``modals``; delivery in ``delivery``; what the app answers in ``responses``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.slack import responses, views
from sandbox.slack.actions import chosen, pressed
from sandbox.slack.blocks import interactive
from sandbox.slack.errors import Refused
from sandbox.slack.messages import public
from sandbox.slack.state import ResponseUrl, Trigger
from sandbox.slack.text import as_command_text

if TYPE_CHECKING:
    from sandbox.slack.delivery import Answer, Delivery
    from sandbox.slack.state import Channel, Json, User, World


class Interactions:
    """Builds and sends what Slack sends when a person acts on the app."""

    def __init__(self, world: World, delivery: Delivery) -> None:
        self._world, self._delivery = world, delivery

    async def slash(self, user: User, channel: Channel, command: str, text: str) -> Answer:
        """Send a slash command and show what the app answers.

        Raises:
            Refused: for an unknown command, or people of another workspace.

        """
        world, app = self._world, self._world.app
        if app.commands is not None and command not in app.commands:
            msg = f"{command} is not a valid command"
            raise Refused(msg)
        if user.team_id != world.team_id:
            msg = "only members of the workspace can use its commands"
            raise Refused(msg)
        typed = text
        if app.should_escape:
            people = {u.name: u.id for u in world.users.values()}
            text = as_command_text(text, people, {c.name: c.id for c in world.channels.values() if c.name})
        names = {"im": "directmessage", "mpim": channel.name, "group": "privategroup"}
        payload = {
            "token": "deprecated-verification-token",
            "team_id": world.team_id,
            "team_domain": world.domain,
            "channel_id": channel.id,
            "channel_name": names.get(channel.event_type, channel.name),
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": app.app_id,
            "is_enterprise_install": "false",
            "response_url": self.response_url(user, channel),
            "trigger_id": self.trigger(user),
        }
        answer = await self._delivery.interact("slash_commands", payload)
        return self._shown(answer, user, channel, f"{command} {typed}".strip())

    async def click(self, user: User, channel: Channel, message: Json, wanted: Json, value: Any) -> Answer:
        """Touch an element of a message; wanted holds action_id and maybe block_id."""
        block, element = find(message.get("blocks") or [], wanted)
        is_ephemeral = bool(message.get("is_ephemeral"))
        container = {"type": "message", "message_ts": message["ts"], "channel_id": channel.id}
        container |= {"thread_ts": message["thread_ts"]} if "thread_ts" in message else {}
        payload = self.payload("block_actions", user)
        payload.update(container={**container, "is_ephemeral": is_ephemeral}, channel=_channel_json(channel))
        payload["response_url"] = self.response_url(user, channel, message["ts"])
        payload["actions"] = [pressed(block, element, value, f"{self._world.clock.time():.6f}")]
        payload["state"] = {"values": _message_state(message, block, element, value)}
        if not is_ephemeral:
            payload["message"] = public(message)
        return await self._delivery.interact("interactive", payload)

    async def click_in_view(self, user: User, view: Json, wanted: Json, value: Any) -> Answer:
        """Touch an element of a modal or Home tab."""
        block, element = find(view["blocks"], wanted)
        if element["type"] not in ("button", "overflow", "workflow_button"):
            values = view["state"]["values"].setdefault(block["block_id"], {})
            values[element["action_id"]] = chosen(element, value)
        payload = self.payload("block_actions", user, view["id"])
        payload.update(container={"type": "view", "view_id": view["id"]}, view=view_json(view))
        payload["actions"] = [pressed(block, element, value, f"{self._world.clock.time():.6f}")]
        return await self._delivery.interact("interactive", payload)

    async def shortcut(self, user: User, callback_id: str) -> Answer:
        """Use a global shortcut."""
        payload = {**self.payload("shortcut", user), "callback_id": callback_id}
        return await self._delivery.interact("interactive", payload)

    async def message_shortcut(self, user: User, callback_id: str, channel: Channel, message: Json) -> Answer:
        """Use a message shortcut on a message, also one inside a thread."""
        payload = {**self.payload("message_action", user), "callback_id": callback_id}
        payload.update(channel=_channel_json(channel), message_ts=message["ts"], message=public(message))
        payload["response_url"] = self.response_url(user, channel, message["ts"])
        return await self._delivery.interact("interactive", payload)

    async def suggest(self, user: User, blocks: list[Json], wanted: Json, text: str, place: Json) -> Answer:
        """Type into an external select; the answer's body holds the app's options."""
        block, element = find(blocks, wanted)
        payload = {**self.payload("block_suggestion", user), **place, "value": text}
        payload.update(action_id=element["action_id"], block_id=block["block_id"])
        del payload["trigger_id"]
        return await self._delivery.interact("interactive", payload, self._world.app.options_url)

    def payload(self, kind: str, user: User, view_id: str = "") -> Json:
        """Return what all interaction payloads share."""
        world = self._world
        return {
            "type": kind,
            "token": "deprecated-verification-token",
            "action_ts": f"{world.clock.time():.6f}",
            "api_app_id": world.app.app_id,
            "team": {"id": world.team_id, "domain": world.domain},
            "enterprise": None,
            "is_enterprise_install": False,
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
            "trigger_id": self.trigger(user, view_id),
        }

    def trigger(self, user: User, view_id: str = "") -> str:
        """Return a fresh trigger_id: 3 seconds, one use."""
        key = f"{int(self._world.clock.time() * 1000)}.{self._world.new_id('t')}"
        self._world.triggers[key] = Trigger(user.id, self._world.clock.time(), view_id)
        return key

    def response_url(self, user: User, channel: Channel, message_ts: str = "") -> str:
        """Return a fresh response_url: 5 uses in 30 minutes."""
        key = self._world.new_id("R")
        self._world.response_urls[key] = ResponseUrl(user.id, channel.id, self._world.clock.time(), message_ts)
        return self._world.url(f"response/{key}")

    def _shown(self, answer: Answer, user: User, channel: Channel, typed: str) -> Answer:
        if answer.status != 200:
            return answer
        if isinstance(answer.body, dict) and answer.body.get("response_type") == "in_channel":
            # The typed line becomes visible to all (platforms.md 1.3); Slack tells no app about it.
            stamp = self._world.next_ts(channel)
            channel.messages[stamp] = {"type": "message", "user": user.id, "text": typed, "ts": stamp}
        responses.show(self._world, channel, user.id, answer.body)
        return answer


def find(blocks: list[Json], wanted: Json) -> tuple[Json, Json]:
    """Return the (block, element) with the wanted action_id and, when given, block_id.

    Raises:
        Refused: when no such element is shown.

    """
    for block, element in interactive(blocks):
        if element["action_id"] == wanted["action_id"] and wanted.get("block_id") in (None, "", block["block_id"]):
            if (
                wanted.get("value") is not None
                and element["type"] == "button"
                and element.get("value") != wanted["value"]
            ):
                continue
            return block, element
    msg = f"nothing shown has {wanted}"
    raise Refused(msg)


def view_json(view: Json) -> Json:
    """Return the view as interaction payloads show it."""
    return {key: value for key, value in view.items() if key != "user_id"}


def _channel_json(channel: Channel) -> Json:
    return {"id": channel.id, "name": channel.name or "directmessage"}


def _message_state(message: Json, block: Json, element: Json, value: Any) -> Json:
    values: Json = {}
    for held_in, other in interactive(message.get("blocks") or []):
        if other["type"] in ("button", "overflow", "workflow_button"):
            continue
        touched = other is element and held_in is block
        state = chosen(other, value) if touched else views.initial_value(other)
        values.setdefault(held_in["block_id"], {})[other["action_id"]] = state
    return values
