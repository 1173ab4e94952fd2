"""Whether the file store can be written to, read and cleaned: tried with a file of a few bytes, wherever it is kept.

The store itself is asked, so that its credentials, its endpoint and its rights are tried as they are used.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from typing import Final

from core.ports import StorageAway
from core.shelf import Damaged, FileStore
from storage.files import UnusableFileStore, open_file_store

PATIENCE_SECONDS: Final = 8.0


async def try_store(files: FileStore, seconds: float = PATIENCE_SECONDS) -> str | None:
    """What is wrong with the file store, or None when it works. What a cut-short try leaves is swept after a day."""
    token = secrets.token_bytes(16)
    try:
        async with asyncio.timeout(seconds):
            kept = await files.keep(_once(token))
            back = b"".join([chunk async for chunk in files.read(kept.key, kept.sha256)])
            await files.remove(kept.key)
            return None if back == token else "reads back something else"
    except TimeoutError:
        return f"no answer in {seconds:.0f} s"
    except (StorageAway, Damaged) as trouble:
        return str(trouble)


async def try_files(files_url: str) -> str | None:
    """The same by the store's address, as the settings give it."""
    try:
        return await try_store(open_file_store(files_url))
    except UnusableFileStore as unusable:
        return str(unusable)


async def _once(token: bytes) -> AsyncIterator[bytes]:
    yield token
