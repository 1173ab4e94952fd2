"""Media of messages: from an upload, a file_id or an address to the fields of a Bot API message.

Used alike for what bots send and for what people send. Captions are in `validation.py`.
"""

import mimetypes
from pathlib import PurePosixPath

import httpx

from sandbox.telegram.args import Args, Upload
from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.files import UPLOAD_LIMIT, StoredFile
from sandbox.telegram.people import Json
from sandbox.telegram.photos import photo_sizes
from sandbox.telegram.world import Bot, World

PHOTO_URL_LIMIT = 5 << 20
FILE_URL_LIMIT = 20 << 20
FOLDERS = {
    "document": "documents", "video": "videos", "audio": "music", "voice": "voice", "animation": "animations",
    "video_note": "video_notes", "sticker": "stickers", "photo": "photos",
}  # fmt: skip
MIME = {"voice": "audio/ogg", "video": "video/mp4", "animation": "video/mp4", "audio": "audio/mpeg"}
KINDS = tuple(FOLDERS)


async def input_media(world: World, bot: Bot, kind: str, source: str, args: Args) -> Json:
    """Return the content of a medium named by a call; raises ApiError 400 for one that can't be used."""
    upload = args.uploads.get(source.removeprefix("attach://")) if source.startswith("attach://") else None
    if upload is None and source.startswith("attach://"):
        raise bad_request(f'attached file "{source.removeprefix("attach://")}" not found')
    if upload is None and source.startswith(("http://", "https://")):
        upload = await _fetched(source, PHOTO_URL_LIMIT if kind == "photo" else FILE_URL_LIMIT)
    if upload is None:
        return _by_file_id(world, bot, kind, source)
    return media_content(world, kind, upload, args)


async def _fetched(url: str, limit: int) -> Upload:
    try:
        async with httpx.AsyncClient(timeout=5, follow_redirects=True) as client:
            answer = await client.get(url)
    except httpx.HTTPError:
        raise bad_request("failed to get HTTP URL content") from None
    if not answer.is_success or len(answer.content) > limit:
        raise bad_request("failed to get HTTP URL content")
    name = PurePosixPath(httpx.URL(url).path).name or "file"
    return Upload(name, answer.headers.get("content-type", ""), answer.content)


def _by_file_id(world: World, bot: Bot, kind: str, file_id: str) -> Json:
    stored = world.files.by_id(bot.id, file_id)
    content: Json = world.media[stored.unique_id]
    have = next(name for name in KINDS if name in content)
    if have != kind:
        raise bad_request(f"can't use file of type {have.title()} as {kind.title()}")
    return content


def media_content(world: World, kind: str, upload: Upload, args: Args, *, size: int | None = None) -> Json:
    """Return `{kind: …}` for new content and remember it for later use by file_id; raises ApiError 400/413."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        sizes = photo_sizes(world.files, upload.data)
        content: Json = {"photo": sizes}
        for one in sizes:
            world.media[one["file_unique_id"]] = content
        return content
    suffix = PurePosixPath(upload.filename).suffix.lower()
    stored = world.files.put(upload.data, FOLDERS[kind], suffix, size=size)
    content = {kind: _fields(kind, stored, upload, args)}
    if kind == "animation":
        content["document"] = {k: v for k, v in content[kind].items() if k not in ("width", "height", "duration")}
    world.media[stored.unique_id] = content
    return content


def _fields(kind: str, stored: StoredFile, upload: Upload, args: Args) -> Json:
    shown: Json = {"file_unique_id": stored.unique_id, "file_size": stored.size}
    if kind in ("document", "video", "audio", "animation"):
        guessed = mimetypes.guess_type(upload.filename)[0]
        shown |= {"file_name": upload.filename, "mime_type": guessed or MIME.get(kind, "application/octet-stream")}
    if kind == "voice":
        shown["mime_type"] = MIME[kind]
    if kind not in {"document", "sticker"}:
        shown["duration"] = args.number("duration")
    if kind in ("video", "animation"):
        shown |= {"width": args.number("width", 320), "height": args.number("height", 240)}
    if kind == "video_note":
        shown["length"] = args.number("length", 240)
    if kind == "sticker":
        shown |= {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        }
    if kind == "audio":
        shown |= {name: args.text(name) for name in ("performer", "title") if args.text(name)}
    return shown
