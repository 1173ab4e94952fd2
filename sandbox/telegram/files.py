"""The files the server holds: one content, one lasting unique id, and a file_id of its own for every bot.

Pictures' sizes are made in `photos.py`; this module only stores and hands out.
"""

import hashlib
from dataclasses import dataclass, field

from sandbox.clock import SandboxClock
from sandbox.telegram.errors import bad_request
from sandbox.telegram.people import Json

DOWNLOAD_LIMIT = 20 << 20
UPLOAD_LIMIT = 50 << 20
PHOTO_LIMIT = 10 << 20
LINK_SECONDS = 3600


@dataclass(frozen=True)
class StoredFile:
    """Content with its stable id; `folder` is the first part of the download path; `shown` are the media's fields."""

    unique_id: str
    data: bytes
    folder: str
    extension: str
    size: int
    shown: Json = field(default_factory=dict)


class FileStore:
    """All files of the server."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._files: dict[str, StoredFile] = {}
        self._links: dict[str, tuple[str, float]] = {}
        self._ids: dict[str, str] = {}

    def put(self, data: bytes, folder: str, extension: str, *, size: int | None = None) -> StoredFile:
        """Keep the content and return it; `size` claims another size, to stand for a large file without its bytes."""
        digest = hashlib.sha256(folder.encode() + data + str(size).encode()).hexdigest()
        stored = StoredFile(f"AQAD{digest[:12]}", data, folder, extension, len(data) if size is None else size)
        return self._files.setdefault(stored.unique_id, stored)

    def file_id(self, bot_id: int, unique_id: str) -> str:
        """Return the id this bot knows the file by; other bots can't use it."""
        mark = hashlib.sha256(f"{bot_id}:{unique_id}".encode()).hexdigest()[:40]
        file_id = f"AgACAgIAAxkB{mark}{unique_id}"
        self._ids[file_id] = unique_id
        return file_id

    def by_id(self, bot_id: int, file_id: str) -> StoredFile:
        """Return the file; raises ApiError 400 for an id that is not this bot's."""
        unique_id = self._ids.get(file_id)
        if unique_id is None or self.file_id(bot_id, unique_id) != file_id:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self._files[unique_id]

    def get(self, unique_id: str) -> StoredFile:
        """Return the file with this stable id."""
        return self._files[unique_id]

    def new_link(self, bot_id: int, file_id: str) -> Json:
        """Return the Bot API `File` with a path valid for an hour; raises ApiError 400 above 20 MB."""
        stored = self.by_id(bot_id, file_id)
        if stored.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        path = f"{stored.folder}/file_{stored.unique_id[4:]}{stored.extension}"
        self._links[f"{bot_id}/{path}"] = (stored.unique_id, self._clock.time() + LINK_SECONDS)
        return {
            "file_id": file_id,
            "file_unique_id": stored.unique_id,
            "file_size": stored.size,
            "file_path": path,
        }

    def download(self, bot_id: int, path: str) -> bytes | None:
        """Return the content behind a path handed out in the last hour, None otherwise."""
        unique_id, until = self._links.get(f"{bot_id}/{path}", ("", 0.0))
        return self._files[unique_id].data if until > self._clock.time() else None
