"""A person submits or closes a modal, and Slack acts on the app's ``response_action`` (platforms.md 1.5)."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from sandbox.slack import views
from sandbox.slack.actions import chosen, is_empty
from sandbox.slack.blocks import interactive
from sandbox.slack.delivery import Answer
from sandbox.slack.errors import ApiError, Refused
from sandbox.slack.interactions import view_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.slack.delivery import Delivery
    from sandbox.slack.interactions import Interactions
    from sandbox.slack.state import Json, User, World

_OK = 200


class Modals:
    """The person's side of modals."""

    def __init__(self, world: World, delivery: Delivery, interactions: Interactions) -> None:
        self._world, self._delivery, self._interactions = world, delivery, interactions

    async def submit(self, user: User, view_id: str, values: Mapping[str, Mapping[str, Any]]) -> Answer:
        """Fill in and submit the modal on top; returns the app's answer, after Slack acted on it.

        Raises:
            Refused: when the modal is not on top, or a required input is empty.

        """
        view = self._top(user, view_id)
        view["state"] = {"values": _filled(view, values)}
        payload = {**self._interactions.payload("view_submission", user, view_id), "view": view_json(view)}
        payload["response_urls"] = []
        answer = await self._delivery.interact("interactive", copy.deepcopy(payload))
        if answer.status != _OK:
            return answer
        try:
            self._act(user, view, answer.body)
        except ApiError as error:
            # The person sees "We had some trouble connecting": the app's answer was no valid response.
            return Answer(_OK, {"error": error.error, **error.extra, "answered": answer.body})
        finally:
            self._world.changed()
        return answer

    async def close(self, user: User, view_id: str, *, whole_stack: str = "") -> Answer:
        """Close the modal on top (non-empty ``whole_stack``: all of them, by the cross).

        The app hears of it only with ``notify_on_close``.

        Raises:
            Refused: when the modal is not on top.

        """
        view = self._top(user, view_id)
        cleared = bool(whole_stack) or view["clear_on_close"]
        payload = {**self._interactions.payload("view_closed", user), "view": view_json(view), "is_cleared": cleared}
        del payload["trigger_id"]
        self._drop(user, len(self._world.stacks[user.id]) if cleared else 1)
        if not view["notify_on_close"]:
            return Answer(_OK, "")
        return await self._delivery.interact("interactive", payload)

    def _act(self, user: User, view: Json, body: Any) -> None:
        action = body.get("response_action") if isinstance(body, dict) else None
        if action == "errors":
            inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
            if not body.get("errors") or set(body["errors"]) - inputs:
                raise ApiError("invalid_arguments")
            view["errors"] = dict(body["errors"])
        elif action == "update":
            views.update_view(self._world, view["id"], "", body.get("view"), "")
        elif action == "push":
            views.push_for(self._world, user.id, body.get("view"))
        elif action == "clear":
            self._drop(user, len(self._world.stacks[user.id]))
        elif action is None and not body:
            self._drop(user, 1)
        else:
            raise ApiError("invalid_arguments")

    def _top(self, user: User, view_id: str) -> Json:
        stack = self._world.stacks[user.id]
        if not stack or stack[-1] != view_id:
            msg = f"{view_id} is not the modal on top for {user.name}"
            raise Refused(msg)
        view = self._world.views[view_id]
        view.pop("errors", None)
        return view

    def _drop(self, user: User, count: int) -> None:
        for _ in range(count):
            self._world.views.pop(self._world.stacks[user.id].pop(), None)
        self._world.changed()


def _filled(view: Json, values: Mapping[str, Mapping[str, Any]]) -> Json:
    filled: Json = copy.deepcopy(view["state"]["values"])
    shown = {(block["block_id"], element["action_id"]): element for block, element in interactive(view["blocks"])}
    for block_id, given in values.items():
        for action_id, value in given.items():
            if (block_id, action_id) not in shown:
                msg = f"the modal shows no {block_id}/{action_id}"
                raise Refused(msg)
            filled.setdefault(block_id, {})[action_id] = chosen(shown[block_id, action_id], value)
    for block, element in interactive(view["blocks"]):
        if block["type"] == "input":
            _demand(block, element, filled[block["block_id"]][element["action_id"]])
    return filled


def _demand(block: Json, element: Json, state: Json) -> None:
    if is_empty(state):
        if not block.get("optional"):
            msg = f"{block['block_id']} is required"
            raise Refused(msg)
        return
    value = state.get("value")
    if isinstance(value, str) and not element.get("min_length", 0) <= len(value) <= element.get("max_length", 3000):
        msg = f"{block['block_id']} has a wrong length"
        raise Refused(msg)
