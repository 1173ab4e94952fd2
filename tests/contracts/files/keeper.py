"""A process that keeps files, to be killed, starved and measured: `keeper.py URL keep-on|full|stream [MEGABYTES]`."""

import asyncio
import json
import resource
import sys
from collections.abc import AsyncIterator
from dataclasses import asdict

from core.ports import StorageAway
from core.shelf import FileStore
from storage.files import open_file_store

MB = 1 << 20


async def zeros(megabytes: float) -> AsyncIterator[bytes]:
    for _ in range(int(megabytes * 16)):
        yield bytes(MB // 16)


async def keep_on(store: FileStore) -> None:
    """Keeps one file after another and tells each only when it is durable."""
    while True:
        kept = await store.keep(zeros(3))
        print(json.dumps(asdict(kept)), flush=True)


async def full(store: FileStore) -> None:
    """The disk takes two megabytes of a file and no more, as a full one would."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * MB, 2 * MB))
    try:
        await store.keep(zeros(5))
    except StorageAway:
        left = [found async for found in store.keys()]  # noqa: SIM118 - a port, not a dict
        print("StorageAway", left, flush=True)


async def stream(store: FileStore, megabytes: int) -> None:
    """In and out again; prints by how many megabytes the process grew at its highest."""
    kept = await store.keep(zeros(1))
    async for _ in store.read(kept.key, kept.sha256):
        pass
    before = _peak()
    kept = await store.keep(zeros(megabytes))
    size = 0
    async for chunk in store.read(kept.key, kept.sha256):
        size += len(chunk)
    assert size == kept.size == megabytes * MB
    await store.remove(kept.key)
    print(_peak() - before, flush=True)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    opened = open_file_store(sys.argv[1])
    match sys.argv[2:]:
        case ["keep-on"]:
            asyncio.run(keep_on(opened))
        case ["full"]:
            asyncio.run(full(opened))
        case ["stream", number]:
            asyncio.run(stream(opened, int(number)))
