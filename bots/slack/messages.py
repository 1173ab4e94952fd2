"""What people write in an order's threads: words to relay, words that stay in Slack, changes and deletions.

Only threads that are an order's matter. Our own posts, other bots and workflows change nothing; people who are not
staff are told so. Whether a message goes anywhere is the core's decision, this only reads (platforms.md 1.9, 1.10).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bots.buttons import Button
from bots.slack import blocks
from bots.slack.attachments import files_of
from bots.slack.staff import Standing
from bots.slack.telling import whisper
from bots.slack.updates import Asking, Room, Update
from bots.slack.words import richtext_from
from bots.texts import say
from core.chats import Audience, Message, Place, Platform
from core.commands import DeleteMessage, EditMessage, NoteThreadLost, PlatformMessage, RelayMessage
from core.people import CLOCK, Actor, Role
from core.richtext import RichText

Json = Mapping[str, Any]
SPOKEN = frozenset({"", "file_share", "thread_broadcast", "me_message"})
_NOTE = re.compile(r"\s*note:", re.IGNORECASE)
_USER = re.compile(r"<@([UW][A-Z0-9]+)")


async def handle(room: Room, update: Update) -> None:
    """Handle one message event. Raises `SlackAway`, `StorageAway`, `Refusal`."""
    match str(update.event.get("subtype") or ""):
        case "message_changed":
            await _changed(room, update)
        case "message_deleted":
            await _deleted(room, update)
        case subtype if subtype in SPOKEN:
            await _written(room, update)
        case _:
            return


def is_note(text: str) -> bool:
    """Whether the author keeps these words in Slack."""
    return _NOTE.match(text.lstrip("\u200b\u2060\ufeff*_~`> \t\n")) is not None


def moment(ts: object) -> datetime:
    """A message's ts as an instant. Raises ValueError for anything else."""
    seconds, _, micros = str(ts).partition(".")
    return datetime.fromtimestamp(int(seconds), UTC).replace(microsecond=int(micros.ljust(6, "0")[:6] or 0))


async def place_of(room: Room, channel: str, thread: str) -> Place | None:
    """The order thread that this is, or None."""
    if not thread:
        return None
    found = await room.database.glance(
        lambda store: store.places.find(platform=Platform.SLACK, channel=channel, thread=thread)
    )
    return found[-1] if found else None


async def _is_ours(room: Room, body: Json, message: Json) -> bool:
    """Whether we posted it ourselves (reliability.md T44)."""
    me = await room.slack.me()
    profile = message.get("bot_profile") or {}
    apps = {message.get("app_id"), profile.get("app_id")} - {None, ""}
    return (
        (bool(me.bot_id) and message.get("bot_id") == me.bot_id)
        or message.get("user") == me.user_id
        or (bool(body.get("api_app_id")) and body["api_app_id"] in apps and bool(message.get("bot_id")))
    )


async def _written(room: Room, update: Update) -> None:
    event = update.event
    thread = str(event.get("thread_ts") or "")
    if thread == str(event.get("ts")) or await _is_ours(room, update.body, event):
        return
    place = await place_of(room, update.channel, thread)
    if place is None or event.get("bot_id"):
        return
    asking = await _author(room, update, str(event.get("user") or ""))
    body = await _words(room, event)
    if asking is None or is_note(body.plain()):
        return
    if any(shared.get("is_share") for shared in event.get("attachments") or ()):
        # Forwarding may carry words of the other chat along: people write them anew for who is to read them.
        room.slack.later(whisper(room, update, say("slack-share-not-relayed"), thread=thread))
    attachments, named = await files_of(room.slack, event.get("files") or ())
    for line in named:
        body = body.followed_by(f"\n{line}" if body.plain() else line)
    if body.is_blank() and not attachments:
        return
    await _relay(asking, event, body, tuple(attachments))


async def _relay(asking: Asking, event: Json, body: RichText, attachments: tuple[Any, ...]) -> None:
    origin = _origin(asking.update.channel, event)
    message = await asking.do(RelayMessage(origin, body, moment(event["ts"]), attachments))
    if isinstance(message, Message) and message.audience is Audience.WITH_CUSTOMER:
        shown = held_blocks(message.id)
        text = say("slack-held")
        room = asking.room
        room.slack.later(whisper(room, asking.update, text, shown, thread=str(event.get("thread_ts"))))


def held_blocks(message_id: str) -> list[dict[str, Any]]:
    """The ten seconds: the customer will read it, with Undo and Send now."""
    return [
        blocks.words(say("slack-held")),
        *blocks.rows(
            [
                blocks.button(Button("undo", message_id), style="danger"),
                blocks.button(Button("send_now", message_id), style="primary"),
            ]
        ),
    ]


async def _author(room: Room, update: Update, user_id: str) -> Asking | None:
    """The author if they are staff; a person who is not is told that nothing of theirs is passed on."""
    person = await room.slack.staff.person(user_id)
    if person.is_staff:
        return Asking(room, update, person)
    if person.standing is not Standing.BOT and user_id:
        room.slack.later(whisper(room, update, say("slack-not-relayed")))
    return None


def _origin(channel: str, message: Json) -> PlatformMessage:
    return PlatformMessage(
        Platform.SLACK, channel, str(message.get("ts")), thread=str(message.get("thread_ts") or "") or None
    )


async def _words(room: Room, message: Json) -> RichText:
    shown = message.get("blocks") or ()
    text = str(message.get("text") or "")
    ids = {*_USER.findall(text), *_mentioned(shown)}
    names = {user_id: await room.slack.staff.name(user_id) for user_id in ids}
    return richtext_from(text, shown, names.get)


def _mentioned(shown: object) -> Iterator[str]:
    if isinstance(shown, Mapping):
        if shown.get("type") == "user":
            yield str(shown.get("user_id"))
        for value in shown.values():
            yield from _mentioned(value)
    elif isinstance(shown, list):
        for item in shown:
            yield from _mentioned(item)


async def _changed(room: Room, update: Update) -> None:
    message, before = update.event.get("message") or {}, update.event.get("previous_message") or {}
    edited = (message.get("edited") or {}).get("ts")
    if message.get("subtype") == "tombstone":
        await _removed(room, update, str(message.get("ts") or ""), before)
        return
    # Unfurls, thread counters and our own updates change a message without anybody having edited it.
    if not edited or await _is_ours(room, update.body, message) or message.get("bot_id"):
        return
    if edited == (before.get("edited") or {}).get("ts") or not await _is_relayed(room, update.channel, message):
        return
    body, old = await _words(room, message), await _words(room, before)
    if before and body == old:
        return
    asking = await _author(room, update, str(message.get("user") or ""))
    if asking is None:
        return
    origin = _origin(update.channel, message)
    if is_note(body.plain()) or (body.is_blank() and not message.get("files")):
        await asking.do(DeleteMessage(origin=origin))
    else:
        await asking.do(EditMessage(origin, body, moment(edited)))


async def _is_relayed(room: Room, channel: str, message: Json) -> bool:
    """A note that is edited into something else stays here: only what went out can be changed."""
    ts = str(message.get("ts"))
    return bool(
        await room.database.read(
            lambda s: s.copies.find(platform=Platform.SLACK, channel=channel, external_id=ts, origin=True)
        )
    )


async def _deleted(room: Room, update: Update) -> None:
    before = update.event.get("previous_message") or {}
    await _removed(room, update, str(update.event.get("deleted_ts") or before.get("ts") or ""), before)


async def _removed(room: Room, update: Update, ts: str, before: Json) -> None:
    place = await place_of(room, update.channel, ts)
    if place is not None:
        lost = NoteThreadLost(Platform.SLACK, update.channel, ts)
        await room.dispatcher.dispatch(lost, CLOCK, update.receipt())
        return
    if not await _is_relayed(room, update.channel, {"ts": ts}):
        return
    # Its copy proves that staff wrote it; taking back is allowed even to somebody who has left since.
    user = str(before.get("user") or "")
    name = await room.slack.staff.name(user) if user else None
    actor = Actor(Role.STAFF, f"slack:{user}", name or "Slack")
    origin = PlatformMessage(Platform.SLACK, update.channel, ts, thread=str(before.get("thread_ts") or "") or None)
    await room.dispatcher.dispatch(DeleteMessage(origin=origin), actor, update.receipt())
