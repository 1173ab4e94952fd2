"""A stream that is hashed on its way, and whose end is held back until the hash is right (reliability.md I33)."""

import hashlib
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from core.shelf import Damaged


async def checked(chunks: AsyncGenerator[bytes, None], key: str, sha256: str) -> AsyncIterator[bytes]:
    """The same bytes. A damaged file raises `Damaged` before its last chunk, so nobody ever holds one completely."""
    seen = hashlib.sha256()
    held = b""
    async with aclosing(chunks):
        async for chunk in chunks:
            seen.update(chunk)
            if held:
                yield held
            held = chunk
    if seen.hexdigest() != sha256:
        raise Damaged(f"{key} is no longer what was kept")
    if held:
        yield held


async def in_pieces(chunks: AsyncIterator[bytes], size: int) -> AsyncIterator[bytes]:
    """The same bytes in pieces of exactly `size`, the last one shorter: few disk writes, few parts."""
    gathered = bytearray()
    async for chunk in chunks:
        if not gathered and len(chunk) == size:
            yield chunk
            continue
        gathered += chunk
        while len(gathered) >= size:
            with memoryview(gathered) as seen:
                piece = bytes(seen[:size])
            del gathered[:size]
            yield piece
    if gathered:
        yield bytes(gathered)
