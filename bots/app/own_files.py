"""Files of our own store on their way to a platform: what the customer sent on their page, as the clean copy."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bots.outgoing import SendLater, SendRefused
from core.chats import Attachment
from core.ports import StorageAway
from core.shelf import Damaged, FileStore


def from_store(files: FileStore) -> Callable[[Attachment, Path], Awaitable[Path]]:
    """A fetcher as the senders want one: `file_id` is the key, `unique_id` the SHA-256 in hex."""

    async def fetch(attachment: Attachment, to: Path) -> Path:
        """Write the file to `to`. Raises `SendLater` when the store is away, `SendRefused` for a damaged file."""
        try:
            with to.open("wb") as file:
                async for chunk in files.read(attachment.file_id, attachment.unique_id):
                    await asyncio.to_thread(file.write, chunk)
        except Damaged:
            raise SendRefused("file_gone") from None
        except StorageAway:
            raise SendLater(5.0, "files_away") from None
        return to

    return fetch
