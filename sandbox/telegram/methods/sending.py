"""sendMessage, the single media, location, contact, poll, albums, chat actions. Editing and copying are elsewhere."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.telegram.access import writable_chat
from sandbox.telegram.args import Args
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request
from sandbox.telegram.media import input_media
from sandbox.telegram.outgoing import deliver, destination, send
from sandbox.telegram.people import Json
from sandbox.telegram.render import message_json
from sandbox.telegram.validation import caption_content, text_content

ALBUM_KINDS = ("photo", "video", "document", "audio")
MAX_ALBUM = 10
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


async def send_message(call: Call) -> Json:
    """Send a text."""
    content = text_content(call.args, call.world.users)
    preview = call.args.parsed("link_preview_options")
    if preview:
        content["link_preview_options"] = preview
    elif call.args.flag("disable_web_page_preview"):
        content["link_preview_options"] = {"is_disabled": True}
    return send(call, content)


def send_media(kind: str) -> Callable[[Call], Awaitable[Json]]:
    """Return the method that sends one medium of this kind."""

    async def method(call: Call) -> Json:
        source = f"attach://{kind}" if kind in call.args.uploads else call.args.text(kind)
        if not source:
            raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
        caption = caption_content(call.args, call.world.users)
        media = await input_media(call.world, call.bot, kind, source, call.args)
        return send(call, media | caption)

    return method


async def send_location(call: Call) -> Json:
    """Send a point on the map."""
    return send(call, {"location": _location(call.args)})


def _location(args: Args) -> Json:
    try:
        point = {"latitude": float(args.text("latitude")), "longitude": float(args.text("longitude"))}
    except ValueError:
        raise bad_request("latitude is empty" if not args.text("latitude") else "wrong location specified") from None
    if not -90 <= point["latitude"] <= 90 or not -180 <= point["longitude"] <= 180:
        raise bad_request("wrong location specified")
    return point


async def send_contact(call: Call) -> Json:
    """Send a phone contact."""
    if not call.args.text("phone_number"):
        raise bad_request("phone number is empty")
    names = ("phone_number", "first_name", "last_name", "vcard")
    return send(call, {"contact": {name: call.args.text(name) for name in names if call.args.text(name)}})


async def send_media_group(call: Call) -> list[Json]:
    """Send an album; every item is a message of its own with one media_group_id."""
    items = call.args.parsed("media", what="media")
    if not isinstance(items, list) or not items:
        raise bad_request("there are no messages to send")
    if len(items) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {str(item.get("type")) for item in items}
    if not kinds <= set(ALBUM_KINDS):
        raise bad_request("can't parse InputMedia: unsupported media type specified")
    for alone in ("document", "audio"):
        if alone in kinds and len(kinds) > 1:
            raise bad_request(f"{alone} can't be mixed with other media types")
    contents = [await _album_item(call, item) for item in items]
    where = destination(call, count=len(contents))
    album = f"1{next(call.world.numbers):016d}" if len(contents) > 1 else None
    sent = [deliver(call, where, content, album=album) for content in contents]
    return [message_json(call.world, call.bot, message) for message in sent]


async def _album_item(call: Call, item: dict[str, Any]) -> Json:
    values = Args(item, call.args.uploads)
    caption = caption_content(values, call.world.users)
    return await input_media(call.world, call.bot, str(item["type"]), values.text("media"), values) | caption


async def send_chat_action(call: Call) -> bool:
    """Show that the bot is busy; a deleted topic is no error here (`platforms.md 2.5`)."""
    chat = writable_chat(call)
    action = call.args.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append((action, call.args.number("message_thread_id") or None))
    call.world.changed()
    return True
