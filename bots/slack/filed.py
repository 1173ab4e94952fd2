"""Presses on files: where they go, taken back, judged; and *File this* on a message. Raises what the core refuses.

The cards are in bots/slack/filing.py and bots/slack/reviews.py, the forms in bots/slack/modals/files.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bots.buttons import Button
from bots.slack.attachments import files_of
from bots.slack.messages import place_of
from bots.slack.modals import files as forms
from bots.slack.modals import where
from bots.slack.telling import open_view, tell
from bots.slack.updates import Asking
from bots.texts import say
from core.chats import Platform
from core.commands import Command, FileSet, PlatformMessage, ReviewFile, ReviewSet, TakeFiles, UndoSet
from core.dispatch import DUPLICATE
from core.file_views import file_view, upload_view
from core.files import FileKind
from core.refusals import Stale, UnknownThing

Json = dict[str, Any]
VERBS = frozenset({
    "file_as", "file_move", "file_undo", "file_approve", "file_reject", "file_approve_one", "file_reject_one",
})  # fmt: skip


async def pressed(ask: Asking, press: Button) -> Json | None:
    """One of `VERBS` was pressed. Raises `Refusal`."""
    command = _at_once(press)
    if command is not None:
        if await ask.do(command) is DUPLICATE:
            return None
        await forms.shown_anew(ask)
        return await tell(ask.room, ask.update, say(f"slack-pressed-{press.verb.replace('_', '-')}"))
    if press.verb == "file_move":
        view = await ask.room.database.read(lambda store: upload_view(store, press.about))
        if view is None:
            raise UnknownThing("upload", press.about)
        await open_view(ask.room, ask.update, forms.move(where(ask) | {"set": press.about}, view))
        return None
    about = "file" if press.verb == "file_reject_one" else "set"
    if not await ask.room.database.read(lambda store: _is_there(store, about, press.about)):
        raise UnknownThing("upload", press.about)
    await open_view(ask.room, ask.update, forms.reject(where(ask) | {about: press.about}))
    return None


def _is_there(store: Any, about: str, found: str) -> bool:
    return (file_view if about == "file" else upload_view)(store, found) is not None


def _at_once(press: Button) -> Command | None:
    match press.verb:
        case "file_as":
            return FileSet(press.about, _kind(press.arg))
        case "file_undo":
            return UndoSet(press.about)
        case "file_approve":
            return ReviewSet(press.about, approve=True)
        case "file_approve_one":
            return ReviewFile(press.about, approve=True)
        case _:
            return None


def _kind(arg: str) -> FileKind:
    try:
        return FileKind(arg)
    except ValueError:
        raise Stale("") from None


# -- the message shortcut


async def file_this(ask: Asking) -> Json | None:
    """Offer the files of a message in an order's thread for filing. Raises `UnknownThing`, `SlackAway`, `Refusal`."""
    message: Mapping[str, Any] = ask.update.body.get("message") or {}
    ts, thread = str(message.get("ts") or ""), str(message.get("thread_ts") or "")
    place = await place_of(ask.room, ask.update.channel, thread)
    if place is None or place.order_id is None:
        raise UnknownThing("message", ts)
    attachments, named = await files_of(ask.room.slack, message.get("files") or ())
    if not attachments:
        return await tell(ask.room, ask.update, "\n".join([say("slack-file-this-nothing"), *named]))
    origin = PlatformMessage(Platform.SLACK, ask.update.channel, ts, thread=thread)
    await ask.do(TakeFiles(place.order_id, origin, tuple(attachments)))
    return await tell(ask.room, ask.update, "\n".join([say("slack-file-this-taken", count=len(attachments)), *named]))
