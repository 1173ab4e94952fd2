"""The edge towards Slack: Bolt hands a parsed update in, a handler answers, and nothing that goes wrong is lost.

    StorageAway          503, Slack sends it again (its own retries, no effect so far)
    SlackAway            events 503; a person is told to try again
    Refusal              told to the asker, with what to do next
    anything else        kept aside under a reference that the asker gets; answered 200, because repeating cannot help

What an update does is in events.py, commands.py, actions.py and modals/.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bots.refusing import refusal_words
from bots.slack import actions, commands, events, modals
from bots.slack.telling import tell
from bots.slack.troubles import SlackAway
from bots.slack.updates import Asking, Room, Update, UpdateKind
from bots.texts import say
from core.chats import Platform
from core.commands import KeepAside
from core.people import CLOCK
from core.ports import StorageAway
from core.refusals import NotAllowed, Refusal

log = logging.getLogger("cutr.slack")
Json = dict[str, Any]
Handler = Callable[[Room, Update], Awaitable[Json | None]]
Staffed = Callable[[Asking], Awaitable[Json | None]]
ANYTHING = re.compile(".*", re.DOTALL)
KEY = "cutr_receipt_key"


def install(app: AsyncApp, room: Room) -> None:
    """Let every kind of update find its handler; an event nobody knows is answered 200 (platforms.md 1.15)."""
    # An exact type first: Bolt takes the first listener that matches, whatever the message's subtype.
    app.event("message")(_listener(room, UpdateKind.EVENT, events.handle))
    app.event(ANYTHING)(_listener(room, UpdateKind.EVENT, events.handle))
    app.command(ANYTHING)(_listener(room, UpdateKind.COMMAND, for_staff(commands.handle)))
    app.action(ANYTHING)(_listener(room, UpdateKind.INTERACTIVE, for_staff(actions.pressed)))
    app.shortcut(ANYTHING)(_listener(room, UpdateKind.INTERACTIVE, for_staff(actions.shortcut)))
    app.view(ANYTHING)(_listener(room, UpdateKind.INTERACTIVE, for_staff(modals.submitted)))
    app.view_closed(ANYTHING)(_listener(room, UpdateKind.INTERACTIVE, _nothing))
    app.options(ANYTHING)(_listener(room, UpdateKind.OPTIONS, for_staff(actions.suggest)))


def for_staff(handle: Staffed) -> Handler:
    """Only for staff: everybody else is refused, and nothing happens (product.md "Slack")."""

    async def checked(room: Room, update: Update) -> Json | None:
        person = await room.slack.staff.person(update.user_id)
        if not person.is_staff:
            raise NotAllowed("slack")
        return await handle(Asking(room, update, person))

    return checked


async def _nothing(room: Room, update: Update) -> Json | None:  # noqa: ARG001 - a handler's signature
    return None


def _listener(room: Room, kind: UpdateKind, handle: Handler) -> Callable[..., Awaitable[BoltResponse]]:
    async def listener(body: Json, request: AsyncBoltRequest) -> BoltResponse:
        update = Update(kind, body, str(request.context.get(KEY) or ""))
        return await guarded(room, update, handle)

    return listener


async def guarded(room: Room, update: Update, handle: Handler) -> BoltResponse:
    """Run the handler and turn what came of it into Slack's answer."""
    try:
        return _answer(await _refusals_told(room, update, handle))
    except StorageAway:
        return BoltResponse(status=503, body="")
    except Exception as error:  # noqa: BLE001 - the edge: kept aside with its trace
        return await _set_aside(room, update, error)


async def _refusals_told(room: Room, update: Update, handle: Handler) -> Json | None:
    try:
        return await handle(room, update)
    except SlackAway:
        if update.kind is UpdateKind.EVENT:
            raise StorageAway from None
        return await tell(room, update, say("slack-away"))
    except Refusal as refusal:
        if update.kind is UpdateKind.EVENT and not update.channel:
            return None
        return await tell(room, update, _words(refusal, room))


def _words(refusal: Refusal, room: Room) -> str:
    if isinstance(refusal, NotAllowed) and refusal.action == "slack":
        return say("slack-not-staff")
    return refusal_words(refusal, zone=ZoneInfo(room.zone))


def _answer(body: Mapping[str, Any] | None) -> BoltResponse:
    if body is None:
        return BoltResponse(status=200, body="")
    return BoltResponse(status=200, body=json.dumps(body), headers={"content-type": "application/json; charset=utf-8"})


async def _set_aside(room: Room, update: Update, error: Exception) -> BoltResponse:
    reference = secrets.token_hex(4)
    log.error("slack.update_set_aside", exc_info=error, extra={"reference": reference, "type": update.type})
    payload: dict[str, object] = {"kind": update.kind.value, "key": update.key, "body": dict(update.body)}
    kept = KeepAside(
        update.key, update.natural_key, Platform.SLACK, payload, reference, f"{type(error).__name__}: {error}"[:500]
    )
    try:
        reference = str(await room.dispatcher.dispatch(kept, CLOCK))
    except StorageAway:
        return BoltResponse(status=503, body="")
    if update.kind is UpdateKind.EVENT:
        return BoltResponse(status=200, body="")
    return _answer(await _told(room, update, say("slack-broken", reference=reference)))


async def _told(room: Room, update: Update, text: str) -> Json | None:
    try:
        return await tell(room, update, text)
    except Exception as error:  # noqa: BLE001 - the last edge: the reply may be lost, the answer to Slack may not
        log.warning("slack.reply_lost", extra={"error": type(error).__name__})
        return None
