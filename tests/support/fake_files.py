"""A file store in memory, which passes the same contract tests as the real ones."""

import hashlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from core.shelf import Damaged, Kept


class FakeFileStore:
    """Keys are counted, not random, so that failures read well. `held` may be spoilt by a test."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.written_at: dict[str, datetime] = {}
        self._made = 0

    async def keep(self, chunks: AsyncIterator[bytes]) -> Kept:
        content = b"".join([chunk async for chunk in chunks])
        self._made += 1
        key = f"00/{self._made:030x}"
        self.held[key] = content
        self.written_at[key] = datetime.now(UTC)
        return Kept(key, hashlib.sha256(content).hexdigest(), len(content))

    async def read(self, key: str, sha256: str) -> AsyncIterator[bytes]:
        content = self._content(key)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Damaged(key)
        if content:
            yield content

    async def size(self, key: str) -> int:
        return len(self._content(key))

    async def remove(self, key: str) -> None:
        self.held.pop(key, None)

    async def keys(self) -> AsyncIterator[tuple[str, datetime]]:
        for key in list(self.held):
            yield key, self.written_at[key]

    def _content(self, key: str) -> bytes:
        if key not in self.held:
            raise Damaged(f"{key} is missing")
        return self.held[key]
