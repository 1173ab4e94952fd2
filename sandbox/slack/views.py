"""Modals and Home tabs: opening, pushing, updating, publishing, and the stack of three (platforms.md 1.5).

Checking a view's shape is in ``view_rules``; a person's submitting and closing is in ``modals``.
"""

from __future__ import annotations

import copy
import hashlib
from typing import TYPE_CHECKING, Any

from sandbox.slack.errors import ApiError
from sandbox.slack.view_rules import checked_view

if TYPE_CHECKING:
    from sandbox.slack.state import Json, Trigger, World

MAX_STACK = 3


def use_trigger(world: World, trigger_id: str) -> Trigger:
    """Return the trigger and use it up.

    Raises:
        ApiError: ``invalid_trigger_id``, ``exchanged_trigger_id`` or ``expired_trigger_id`` (platforms.md 1.4).
    """
    trigger = world.triggers.get(trigger_id)
    if trigger is None:
        raise ApiError("invalid_trigger_id")
    if trigger.used:
        raise ApiError("exchanged_trigger_id")
    trigger.used = True
    if world.clock.time() - trigger.issued_at > world.timing.trigger_seconds:
        raise ApiError("expired_trigger_id")
    return trigger


def open_modal(world: World, trigger_id: str, view: Any) -> Json:
    """Show a modal to the person of the trigger, in place of any they had open, and return it."""
    wanted = _new(world, view)
    trigger = use_trigger(world, trigger_id)
    for view_id in world.stacks[trigger.user]:
        world.views.pop(view_id, None)
    stored = _store(world, wanted, trigger.user, [])
    world.stacks[trigger.user] = [stored["id"]]
    world.changed()
    return stored


def push_modal(world: World, trigger_id: str, view: Any) -> Json:
    """Put a modal on top of the one the trigger came from and return it.

    Raises:
        ApiError: ``push_limit_reached`` for a fourth view; ``not_found`` when no modal is open.
    """
    wanted = _new(world, view)
    trigger = use_trigger(world, trigger_id)
    return push_for(world, trigger.user, wanted)


def push_for(world: World, user: str, view: Any) -> Json:
    """Push without a trigger, as ``response_action: push`` does."""
    stack = world.stacks[user]
    if not stack:
        raise ApiError("not_found")
    if len(stack) >= MAX_STACK:
        raise ApiError("push_limit_reached")
    stored = _store(world, _new(world, view), user, stack)
    stack.append(stored["id"])
    world.changed()
    return stored


def update_view(world: World, view_id: str, external_id: str, view: Any, given_hash: str) -> Json:
    """Replace a view's content and return it.

    Raises:
        ApiError: ``not_found``, or ``hash_conflict`` when the given hash is not the current one.
    """
    stored = world.views.get(view_id) if view_id else _by_external_id(world, external_id)
    if stored is None:
        raise ApiError("not_found")
    wanted = checked_view(view, stored["type"])
    if given_hash and given_hash != stored["hash"]:
        raise ApiError("hash_conflict")
    if wanted.get("external_id", stored["external_id"]) != stored["external_id"]:
        _refuse_taken(world, wanted)
    return _fill(world, stored, wanted)


def publish_home(world: World, user: str, view: Any, given_hash: str) -> Json:
    """Set a person's Home tab and return it.

    Raises:
        ApiError: ``not_enabled``, ``user_not_found`` or ``hash_conflict``.
    """
    if not world.app.home_tab_enabled:
        raise ApiError("not_enabled")
    if user not in world.users:
        raise ApiError("invalid_arguments")
    wanted = checked_view(view, "home")
    current = world.views.get(world.homes.get(user, ""))
    if current is None:
        stored = _store(world, wanted, user, [])
        world.homes[user] = stored["id"]
        world.changed()
        return stored
    if given_hash and given_hash != current["hash"]:
        raise ApiError("hash_conflict")
    return _fill(world, current, wanted)


def initial_value(element: Json) -> Json:
    """Return the state of an element nobody touched yet, as found in ``view.state.values``."""
    state: Json = {"type": element["type"]}
    kind = element["type"].removeprefix("multi_")
    many = element["type"].startswith("multi_") or kind == "checkboxes"
    names = {
        "static_select": "option",
        "external_select": "option",
        "radio_buttons": "option",
        "checkboxes": "option",
        "users_select": "user",
        "channels_select": "channel",
        "conversations_select": "conversation",
        "datepicker": "date",
        "timepicker": "time",
        "datetimepicker": "date_time",
    }
    if kind == "file_input":
        return {**state, "files": []}
    if kind == "rich_text_input":
        return {**state, "rich_text_value": element.get("initial_value")}
    if kind not in names:
        return {**state, "value": element.get("initial_value")}
    name = names[kind] + ("s" if many else "")
    return {**state, f"selected_{name}": element.get(f"initial_{name}", [] if many else None)}


def _new(world: World, view: Any) -> Json:
    wanted = checked_view(view, "modal")
    _refuse_taken(world, wanted)
    return wanted


def _refuse_taken(world: World, view: Json) -> None:
    if view.get("external_id") and _by_external_id(world, view["external_id"]):
        raise ApiError("duplicate_external_id")


def _by_external_id(world: World, external_id: str) -> Json | None:
    return next((v for v in world.views.values() if external_id and v["external_id"] == external_id), None)


def _store(world: World, view: Json, user: str, below: list[str]) -> Json:
    app = world.app
    stored: Json = {"id": world.new_id("V"), "team_id": world.team_id, "user_id": user, "app_id": app.app_id}
    stored.update(bot_id=app.bot_id, app_installed_team_id=world.team_id, type=view["type"])
    stored["root_view_id"] = below[0] if below else stored["id"]
    stored["previous_view_id"] = below[-1] if below else None
    world.views[stored["id"]] = stored
    return _fill(world, stored, view)


def _fill(world: World, stored: Json, view: Json) -> Json:
    kept = stored.get("state", {"values": {}})["values"]
    for name in ("title", "submit", "close"):
        stored[name] = view.get(name)
    for name in ("private_metadata", "callback_id", "external_id"):
        stored[name] = view.get(name, "")
    for name in ("clear_on_close", "notify_on_close"):
        stored[name] = view.get(name, False)
    stored["blocks"] = copy.deepcopy(view["blocks"])
    for block in stored["blocks"]:
        block.setdefault("block_id", world.new_id("b"))
        for element in (block.get("element"), block.get("accessory"), *(block.get("elements") or [])):
            if isinstance(element, dict) and element.get("type") not in ("plain_text", "mrkdwn", "image"):
                element.setdefault("action_id", world.new_id("a"))
    stored["state"] = {"values": _values(stored["blocks"], kept)}
    stamp = f"{world.clock.time():.6f}".split(".")
    stored["hash"] = f"{stamp[0]}.{hashlib.sha256(world.new_id('h').encode()).hexdigest()[:8]}"
    world.changed()
    return stored


def _values(blocks: list[Json], kept: Json) -> Json:
    values: Json = {}
    for block in blocks:
        for element in (block.get("element"), block.get("accessory"), *(block.get("elements") or [])):
            if not isinstance(element, dict) or element.get("type") in ("button", "overflow", "workflow_button"):
                continue
            if "action_id" in element:
                before = kept.get(block["block_id"], {}).get(element["action_id"])
                values.setdefault(block["block_id"], {})[element["action_id"]] = before or initial_value(element)
    return values
