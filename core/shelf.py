"""The file store as the core sees it: bytes under random keys. storage/files keeps them in a folder or a bucket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the store: its random key, its SHA-256 in hex and its size in bytes."""

    key: str
    sha256: str
    size: int


class Damaged(Exception):
    """The file is missing from the store, or its bytes are no longer those that were kept."""


class FileStore(Protocol):
    """Bytes under random keys; `keys` tells when each was written (UTC). All raise `StorageAway`."""

    async def keep(self, chunks: AsyncIterator[bytes]) -> Kept:
        """Durable on return; a failure or crash in between leaves at most litter, which `keys` tells of."""
        ...

    def read(self, key: str, sha256: str) -> AsyncIterator[bytes]:
        """The bytes; the last ones are held back until the hash is right. Raises `Damaged`."""
        ...

    async def size(self, key: str) -> int: ...  # Raises `Damaged`.
    async def remove(self, key: str) -> None: ...
    def keys(self) -> AsyncIterator[tuple[str, datetime]]: ...
