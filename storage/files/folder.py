"""`FileStore` in a folder: temporary name, fsync, rename, fsync of the folder, and only then the key is told.

A killed process leaves a `.part` file, which no row names and `storage.files.upkeep.sweep` removes. Folders are opened
without following links and files relative to them, so nothing is read or written outside the root (I32).
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from core.ports import StorageAway
from core.shelf import Damaged, Kept
from storage.files.checking import checked, in_pieces
from storage.files.naming import fresh_key, is_key

PIECE: Final = 1 << 20
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW

T = TypeVar("T")


class FolderStore:
    """Files below `root`, which is made when it is missing. Disk work happens in threads, a megabyte at a time."""

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()

    async def keep(self, chunks: AsyncIterator[bytes]) -> Kept:
        key = fresh_key()
        part = f"{key}.part"
        seen, size = hashlib.sha256(), 0
        file = await _in_thread(self._create, part)
        writing: asyncio.Future[None] | None = None
        try:
            async for piece in in_pieces(chunks, PIECE):
                if writing is not None:
                    await writing
                # The next piece comes in while this one is written and hashed.
                writing = asyncio.ensure_future(_in_thread(_write, file, piece, seen))
                size += len(piece)
            if writing is not None:
                await writing
            await _in_thread(self._finish, file, key)
        except BaseException:
            if writing is not None:
                await asyncio.wait({writing})
                with suppress(BaseException):
                    # What went wrong first is told.
                    writing.result()
            await _in_thread(self._remove, part)
            raise
        finally:
            os.close(file)
        return Kept(key, seen.hexdigest(), size)

    def read(self, key: str, sha256: str) -> AsyncIterator[bytes]:
        return checked(self._pieces(key), key, sha256)

    async def size(self, key: str) -> int:
        def asked() -> int:
            with self._opened(key) as file:
                return os.fstat(file).st_size

        return await _in_thread(asked)

    async def remove(self, key: str) -> None:
        await _in_thread(self._remove, key)

    async def keys(self) -> AsyncIterator[tuple[str, datetime]]:
        for folder in await _in_thread(self._folders):
            for told in await _in_thread(self._listed, folder):
                yield told

    async def _pieces(self, key: str) -> AsyncGenerator[bytes, None]:
        file = await _in_thread(self._open, key)
        try:
            while piece := await _in_thread(os.read, file, PIECE):
                yield piece
        finally:
            os.close(file)

    @contextmanager
    def _within(self, key: str) -> Iterator[tuple[int, str]]:
        """The open folder of a key and the file's name in it."""
        folder, _, name = key.partition("/")
        if not is_key(key):
            raise Damaged(f"{key!r} is no key of this store")
        opened = os.open(self._root / folder, _FOLDER)
        try:
            yield opened, name
        finally:
            os.close(opened)

    def _create(self, part: str) -> int:
        folder = self._root / part.partition("/")[0]
        if not folder.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _sync_folder(self._root)
        with self._within(part) as (opened, name):
            return os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=opened)

    def _finish(self, file: int, key: str) -> None:
        os.fsync(file)
        with self._within(key) as (opened, name):
            os.rename(f"{name}.part", name, src_dir_fd=opened, dst_dir_fd=opened)
            os.fsync(opened)

    def _open(self, key: str) -> int:
        try:
            with self._within(key) as (opened, name):
                return os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=opened)
        except FileNotFoundError:
            raise Damaged(f"{key} is missing") from None

    @contextmanager
    def _opened(self, key: str) -> Iterator[int]:
        file = self._open(key)
        try:
            yield file
        finally:
            os.close(file)

    def _remove(self, key: str) -> None:
        with suppress(FileNotFoundError), self._within(key) as (opened, name):
            os.unlink(name, dir_fd=opened)
            os.fsync(opened)

    def _folders(self) -> list[str]:
        return sorted(each.name for each in os.scandir(self._root)) if self._root.exists() else []

    def _listed(self, folder: str) -> list[tuple[str, datetime]]:
        found = []
        with suppress(NotADirectoryError):
            for each in os.scandir(self._root / folder):
                # A file may be finished, or removed, while we look.
                with suppress(FileNotFoundError):
                    told = each.stat(follow_symlinks=False)
                    found.append((f"{folder}/{each.name}", datetime.fromtimestamp(told.st_mtime, UTC)))
        return [(key, at) for key, at in found if is_key(key)]


async def _in_thread(work: Callable[..., T], *given: object) -> T:
    """What the work returns. Even a cancelled caller waits for it: no descriptor may be closed under a thread."""
    task = asyncio.ensure_future(asyncio.to_thread(work, *given))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise
    except OSError as error:
        raise StorageAway(f"the file store's disk: {error.strerror}") from error


def _write(file: int, piece: bytes, seen: hashlib._Hash) -> None:
    seen.update(piece)
    left = memoryview(piece)
    while left:
        left = left[os.write(file, left) :]


def _sync_folder(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
