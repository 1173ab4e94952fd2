"""`FileStore` in an S3 bucket, through obstore: uploads in parts of bounded memory, downloads as streams.

Keys are random and written once, so nothing depends on conditional writes, which some servers ignore without saying so
(stack.md 4), nor on ranges, which rclone answers with the wrong status. An upload that a kill cut short is not listed
by S3; the bucket's own rule "abort incomplete multipart uploads after a day" clears it.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from core.ports import StorageAway
from core.shelf import Damaged, Kept
from storage.files.checking import checked, in_pieces
from storage.files.naming import fresh_key, is_key

PART: Final = 5 << 20
"""S3 takes parts of at least 5 MiB, 10,000 of them: files up to 50 GB."""
PIECE: Final = 1 << 20
PATIENCE_SECONDS: Final = 60


class BucketStore:
    """Files below a prefix of a bucket, set up by `storage.files.opening`; `slow` is the same without a time limit."""

    def __init__(self, store: S3Store, slow: S3Store) -> None:
        self._store, self._slow = store, slow

    async def keep(self, chunks: AsyncIterator[bytes]) -> Kept:
        key, seen, size = fresh_key(), hashlib.sha256(), 0
        failed: list[Exception] = []

        async def parts() -> AsyncIterator[bytes]:
            nonlocal size
            try:
                async for part in in_pieces(chunks, PIECE):
                    seen.update(part)
                    size += len(part)
                    yield part
            except Exception as error:
                failed.append(error)
                raise

        try:
            with _translated(key):
                await self._put(key, parts())
                kept = (await obstore.head_async(self._store, key))["size"]
        except (StorageAway, Damaged):
            if failed:
                raise failed[0] from None
            raise
        if kept != size:
            raise StorageAway(f"the bucket kept another size of {key}")
        return Kept(key, seen.hexdigest(), size)

    async def _put(self, key: str, parts: AsyncIterator[bytes]) -> None:
        """A small file in one request, a large one in parts that the library gathers."""
        begun: list[bytes] = []
        async for part in parts:
            begun.append(part)
            if len(begun) * PIECE >= PART:
                break
        else:
            await obstore.put_async(self._store, key, b"".join(begun), use_multipart=False)
            return

        async def all_parts() -> AsyncIterator[bytes]:
            while begun:
                yield begun.pop(0)
            async for part in parts:
                yield part

        await obstore.put_async(self._store, key, all_parts(), use_multipart=True, chunk_size=PART, max_concurrency=2)

    def read(self, key: str, sha256: str) -> AsyncIterator[bytes]:
        return checked(self._stream(key), key, sha256)

    async def _stream(self, key: str) -> AsyncGenerator[bytes, None]:
        with _translated(key):
            got = await obstore.get_async(self._slow, key)
        chunks = got.stream(min_chunk_size=PIECE).__aiter__()
        while True:
            try:
                # A reader may take an hour, the bucket may not.
                with _translated(key):
                    async with asyncio.timeout(PATIENCE_SECONDS):
                        chunk = bytes(await anext(chunks))
            except StopAsyncIteration:
                return
            if chunk:
                yield chunk

    async def size(self, key: str) -> int:
        with _translated(key):
            return (await obstore.head_async(self._store, key))["size"]

    async def remove(self, key: str) -> None:
        try:
            with _translated(key):
                await obstore.delete_async(self._store, key)
        except Damaged:
            return  # It is not there, as asked.

    async def keys(self) -> AsyncIterator[tuple[str, datetime]]:
        listing = obstore.list(self._store, chunk_size=1000).__aiter__()
        while True:
            with _translated("the list of files"):
                some = await anext(listing, None)
            if some is None:
                return
            for each in some:
                if is_key(each["path"]):
                    yield each["path"], each["last_modified"]


@contextmanager
def _translated(key: str) -> Iterator[None]:
    """Obstore's exceptions in our words."""
    if "/" in key and not is_key(key):
        raise Damaged(f"{key!r} is no key of this store")
    try:
        yield
    except FileNotFoundError:
        raise Damaged(f"{key} is missing") from None
    except (BaseError, OSError) as error:
        raise StorageAway(f"the bucket: {type(error).__name__}") from error
