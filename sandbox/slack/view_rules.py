"""What Slack demands of a modal or Home view (platforms.md 1.5)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sandbox.slack.block_elements import PLAIN
from sandbox.slack.blocks import VIEW_BLOCKS, check_blocks
from sandbox.slack.checks import Problems, anything, chars, flag, obj, text
from sandbox.slack.errors import ApiError

if TYPE_CHECKING:
    from sandbox.slack.state import Json

MAX_BYTES = 250_000
_SHARED = {"private_metadata": chars(3000), "callback_id": chars(255), "external_id": chars(255)}
_MODAL = obj(
    {"type": anything, "title": text(24, PLAIN), "blocks": anything},
    {
        **_SHARED,
        "submit": text(24, PLAIN),
        "close": text(24, PLAIN),
        "clear_on_close": flag,
        "notify_on_close": flag,
        "submit_disabled": flag,
    },
)
_HOME = obj({"type": anything, "blocks": anything}, _SHARED)


def checked_view(view: Any, kind: str) -> Json:
    """Return the view when Slack would take it.

    Raises:
        ApiError: ``invalid_arguments`` naming every problem, or ``view_too_large``.
    """
    problems = Problems()
    if not isinstance(view, dict) or view.get("type") != kind:
        problems.add(f"must be a view of type {kind}", "/view/type")
    else:
        (_MODAL if kind == "modal" else _HOME)(view, "/view", problems)
        check_blocks(view.get("blocks"), VIEW_BLOCKS, "/view/blocks", problems)
        _check_submit(view, problems)
    if problems.found:
        raise ApiError("invalid_arguments", response_metadata={"messages": [f"[ERROR] {p}" for p in problems.found]})
    if len(json.dumps(view).encode()) > MAX_BYTES:
        raise ApiError("view_too_large")
    return dict(view)


def _check_submit(view: Json, problems: Problems) -> None:
    blocks = view.get("blocks")
    if view["type"] != "modal" or not isinstance(blocks, list):
        return
    if "submit" not in view and any(isinstance(b, dict) and b.get("type") == "input" for b in blocks):
        problems.add("missing required field: submit (a modal with input blocks needs it)", "/view")
