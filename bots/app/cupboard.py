"""Whether the file store can be written to, read and cleaned: a folder is tried with a file, a bucket by its answer."""

from __future__ import annotations

import asyncio
import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiohttp

TIME_OUT = aiohttp.ClientTimeout(total=5)


async def try_files(files_url: str) -> str | None:
    """What is wrong with the file store, or None when it works."""
    parts = urlsplit(files_url)
    if parts.scheme == "file":
        return await asyncio.to_thread(_try_folder, Path(unquote(parts.path)))
    return await _try_bucket(parts.netloc)


def _try_folder(folder: Path) -> str | None:
    token = secrets.token_bytes(16)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{os.getpid()}-{secrets.token_hex(4)}"
        try:
            probe.write_bytes(token)
            return None if probe.read_bytes() == token else "reads back something else"
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        return error.strerror or type(error).__name__


async def _try_bucket(bucket: str) -> str | None:
    """Any answer but a server's failure or "no such bucket" shows that the store is there (it may want credentials)."""
    endpoint = os.environ.get("AWS_ENDPOINT_URL", "").rstrip("/")
    address = f"{endpoint}/{bucket}" if endpoint else f"https://{bucket}.s3.amazonaws.com/"
    try:
        async with aiohttp.ClientSession(timeout=TIME_OUT) as session, session.head(address) as answer:
            gone = answer.status == 404 or answer.status >= 500
            return f"answers {answer.status}" if gone else None
    except (aiohttp.ClientError, TimeoutError) as error:
        return type(error).__name__
