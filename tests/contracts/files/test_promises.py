"""What is kept comes back, or the reader is told; what fails half-way is never found under a key."""

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from core.shelf import Damaged, FileStore, Kept
from storage.files import orphans, scrub, sweep
from tests.contracts.files.conftest import Cupboard

MB = 1 << 20
SIZES = [0, 1, 20_000, MB, 4 * MB, 8 * MB - 1, 8 * MB, 8 * MB + 1, 21 * MB + 17]
NOW = datetime.now(UTC)


async def stream(content: bytes, step: int = 300_000) -> AsyncIterator[bytes]:
    for start in range(0, len(content), step):
        yield content[start : start + step]


async def everything(store: FileStore, kept: Kept) -> bytes:
    return b"".join([chunk async for chunk in store.read(kept.key, kept.sha256)])


async def listed(store: FileStore) -> set[str]:
    return {key async for key, _ in store.keys()}  # noqa: SIM118 - a port, not a dict


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_kept_comes_back(store: FileStore, size: int) -> None:
    content = random.Random(size).randbytes(size)
    kept = await store.keep(stream(content))
    assert (kept.size, kept.sha256) == (size, hashlib.sha256(content).hexdigest())
    assert await everything(store, kept) == content
    assert await store.size(kept.key) == size


async def test_the_same_bytes_twice_are_two_files(store: FileStore) -> None:
    first, second = [await store.keep(stream(b"twice")) for _ in range(2)]
    await store.remove(first.key)
    assert await everything(store, second) == b"twice"


async def test_many_at_once_do_not_mix(store: FileStore) -> None:
    contents = [random.Random(seed).randbytes(50_000 + seed) for seed in range(20)]
    kept = await asyncio.gather(*(store.keep(stream(content, 7_000)) for content in contents))
    assert await asyncio.gather(*(everything(store, each) for each in kept)) == contents
    assert await listed(store) == {each.key for each in kept}


async def test_a_removed_file_is_gone_and_may_be_removed_again(store: FileStore) -> None:
    kept = await store.keep(stream(b"gone"))
    await store.remove(kept.key)
    await store.remove(kept.key)
    with pytest.raises(Damaged):
        await everything(store, kept)
    with pytest.raises(Damaged):
        await store.size(kept.key)
    assert await listed(store) == set()


@pytest.mark.parametrize("spoilt", [b"", b"another", b"x" * 60_000, b"x" * 59_999])
async def test_a_damaged_file_is_never_given_out_whole(cupboard: Cupboard, spoilt: bytes) -> None:
    kept = await cupboard.store.keep(stream(b"y" * 60_000))
    cupboard.spoil(kept.key, spoilt)
    seen = bytearray()
    with pytest.raises(Damaged):
        await _read_into(seen, cupboard.store, kept)
    assert len(seen) < max(len(spoilt), 1)


async def _read_into(seen: bytearray, store: FileStore, kept: Kept) -> None:
    async for chunk in store.read(kept.key, kept.sha256):
        seen += chunk


async def test_one_changed_bit_far_in_is_seen(cupboard: Cupboard) -> None:
    content = bytearray(random.Random(1).randbytes(9 * MB))
    kept = await cupboard.store.keep(stream(bytes(content)))
    content[5 * MB] ^= 1
    cupboard.spoil(kept.key, bytes(content))
    with pytest.raises(Damaged):
        await everything(cupboard.store, kept)


@pytest.mark.parametrize("after", [0, 1, 30, 90])
async def test_a_source_that_breaks_leaves_nothing_and_says_why(store: FileStore, after: int) -> None:
    """30 pieces are one part of an upload, 90 are three."""

    async def breaking() -> AsyncIterator[bytes]:
        for _ in range(after):
            yield b"z" * 300_000
        raise ConnectionResetError("the phone went away")

    with pytest.raises(ConnectionResetError, match="the phone went away"):
        await store.keep(breaking())
    assert await listed(store) == set()


async def test_a_cancelled_upload_leaves_nothing(store: FileStore) -> None:
    started = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"z" * 300_000
            started.set()
            await asyncio.sleep(0)

    task = asyncio.create_task(store.keep(endless()))
    if type(store).__name__ == "FakeFileStore":
        task.cancel()  # It would gather for ever.
    else:
        await started.wait()
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await listed(store) == set()


@pytest.mark.parametrize(
    "key", ["../etc/passwd", "/etc/passwd", "ab/../../x", "", "ab", "ab/\0", "ab/é", "AB/" + "0" * 30]
)
async def test_a_key_leads_nowhere_else(store: FileStore, key: str) -> None:
    with pytest.raises(Damaged):
        await store.size(key)
    with pytest.raises(Damaged):
        await everything(store, Kept(key, "0" * 64, 0))


async def test_only_old_unnamed_files_are_swept(store: FileStore) -> None:
    named, orphan = [await store.keep(stream(b"a")) for _ in range(2)]

    async def known(keys: list[str]) -> frozenset[str]:
        return frozenset(keys) & {named.key}

    assert await sweep(store, known, NOW + timedelta(hours=23)) == 0
    assert [key async for key in orphans(store, known, NOW + timedelta(hours=1))] == [orphan.key]
    assert await sweep(store, known, NOW + timedelta(hours=25)) == 1
    assert await listed(store) == {named.key}


async def test_the_scrub_names_what_is_damaged_or_missing(cupboard: Cupboard) -> None:
    good, damaged, missing = [await cupboard.store.keep(stream(bytes([n]) * 9)) for n in range(3)]
    cupboard.spoil(damaged.key, b"?" * 9)
    await cupboard.store.remove(missing.key)

    async def rows() -> AsyncIterator[Kept]:
        for each in (good, damaged, missing):
            yield each

    assert {finding.kept.key async for finding in scrub(cupboard.store, rows())} == {damaged.key, missing.key}
