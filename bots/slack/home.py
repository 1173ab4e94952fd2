"""The Home tab: published when somebody opens it and after they did something in it (platforms.md 1.5).

Never for all at every change. What stands on it is bots/slack/board.py.
"""

from __future__ import annotations

import json
from typing import Any

from bots.slack import blocks
from bots.slack.board import TURN, Turned, board_view, read_board
from bots.slack.staff import Person
from bots.slack.updates import Room, Update
from bots.texts import say

Json = dict[str, Any]


async def opened(room: Room, update: Update) -> None:
    """Somebody looked at the app: publish what they may see. Raises `SlackAway`, `StorageAway`."""
    if update.event.get("tab") not in {None, "home"}:
        return
    person = await room.slack.staff.person(update.user_id)
    if person.is_staff:
        await publish(room, person)
    else:
        view = {"type": "home", "blocks": [blocks.words(say("slack-not-staff"))]}
        room.slack.later(room.slack.client.views_publish(user_id=person.id, view=view))


async def publish(room: Room, person: Person, turned: Turned | None = None) -> None:
    """Read and publish the Home tab of one of the staff, on these pages; the publishing itself may be lost."""
    board = await room.database.read(lambda store: read_board(store, room.clock(), turned or Turned()))
    view = board_view(board, room.zone)
    room.slack.later(room.slack.client.views_publish(user_id=person.id, view=view))


def turned_by(action: Json) -> Turned | None:
    """Where a press on *Next page* or *Previous page* leads; None for any other button."""
    is_ours = str(action.get("action_id") or "").partition(":")[0] == TURN
    return Turned.read(str(action.get("value") or "")) if is_ours else None


def shown_in(view: object) -> Turned | None:
    """The pages that the open Home tab shows, or that a form was opened from; None for any other view."""
    if not isinstance(view, dict):
        return None
    try:
        kept = json.loads(str(view.get("private_metadata") or "{}"))
    except ValueError:
        kept = None
    pages = str(kept.get("home") or "") if isinstance(kept, dict) else ""
    return Turned.read(pages) if pages or view.get("type") == "home" else None
