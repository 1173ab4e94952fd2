"""views.*: the Web API's side of modals and Home tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.slack import views

if TYPE_CHECKING:
    from sandbox.slack.state import Json
    from sandbox.slack.web_api.call import Call, Method


def _trigger(call: Call) -> str:
    return call.text("trigger_id") or call.needed("interactivity_pointer")


async def open_view(call: Call) -> Json:
    """Open a modal."""
    return {"view": views.open_modal(call.world, _trigger(call), call.parsed("view", "invalid_arguments"))}


async def push(call: Call) -> Json:
    """Put a modal on top."""
    return {"view": views.push_modal(call.world, _trigger(call), call.parsed("view", "invalid_arguments"))}


async def update(call: Call) -> Json:
    """Replace a view by id or external id, guarded by its hash."""
    external_id = call.text("external_id")
    view_id = call.text("view_id") if external_id else call.needed("view_id")
    view = call.parsed("view", "invalid_arguments")
    return {"view": views.update_view(call.world, view_id, external_id, view, call.text("hash"))}


async def publish(call: Call) -> Json:
    """Set somebody's Home tab."""
    view = call.parsed("view", "invalid_arguments")
    return {"view": views.publish_home(call.world, call.needed("user_id"), view, call.text("hash"))}


METHODS: dict[str, tuple[Method, str]] = {
    "views.open": (open_view, ""),
    "views.push": (push, ""),
    "views.update": (update, ""),
    "views.publish": (publish, ""),
}
