"""200 MB through the file store, in and out again: by how much the process grows, in a folder and in a bucket."""

from __future__ import annotations

import asyncio
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.report import Line
from storage.files import open_file_store

MEGABYTES = 200
KEYS = {
    "AWS_ACCESS_KEY_ID": "benchkey0123456789",
    "AWS_SECRET_ACCESS_KEY": "benchsecret0123456789",
    "AWS_REGION": "us-east-1",
}
MB = 1 << 20


async def _zeros(megabytes: int) -> AsyncIterator[bytes]:
    for _ in range(megabytes * 16):
        yield bytes(MB // 16)


async def _pass(url: str, megabytes: int) -> None:
    store = open_file_store(url)
    kept = await store.keep(_zeros(megabytes))
    size = 0
    async for chunk in store.read(kept.key, kept.sha256):
        size += len(chunk)
    assert size == kept.size == megabytes * MB
    await store.remove(kept.key)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _child(url: str) -> None:
    """A small file first, so that libraries and buffers are there; then the large one."""
    asyncio.run(_pass(url, 1))
    before, begun = _peak_mb(), time.perf_counter()
    asyncio.run(_pass(url, MEGABYTES))
    print(_peak_mb() - before, time.perf_counter() - begun)


def _measured(url: str, more: dict[str, str]) -> tuple[float, float]:
    """Megabytes of growth and seconds, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.files", url], env={**os.environ, **more}, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    grown, seconds = done.stdout.split()
    return float(grown), float(seconds)


@contextmanager
def _bucket(folder: Path) -> Iterator[str]:
    """`rclone serve s3` with one bucket; its address."""
    (folder / "bucket").mkdir()
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    keys = f"{KEYS['AWS_ACCESS_KEY_ID']},{KEYS['AWS_SECRET_ACCESS_KEY']}"
    server = subprocess.Popen(
        [Path(sys.executable).with_name("rclone"), "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", keys,
         "--config", folder / "none.conf", "--quiet", folder]
    )  # fmt: skip
    try:
        for _ in range(200):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def run(told: Callable[[Line], None]) -> None:
    """One line for the folder, one for the bucket: megabytes."""

    def line(where: str, grown: float, seconds: float) -> Line:
        what = f"growth while {MEGABYTES} MB stream in and out of a {where}, MB"
        return Line(what, grown, "at most", 40.0, f"{seconds:.1f} s")

    with tempfile.TemporaryDirectory() as name:
        told(line("folder", *_measured(Path(name, "files").as_uri(), {})))
        with _bucket(Path(name)) as endpoint:
            told(line("bucket", *_measured("s3://bucket/orders", {**KEYS, "AWS_ENDPOINT_URL": endpoint})))


if __name__ == "__main__":
    _child(sys.argv[1])
