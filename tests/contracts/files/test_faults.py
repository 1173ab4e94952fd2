"""Kills, full disks, dead and distrustful servers, large files: what each real store does then."""

import json
import os
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.ports import StorageAway
from core.shelf import Damaged, Kept
from storage.files import UnusableFileStore, open_file_store, sweep
from tests.contracts.files.conftest import in_bucket, in_folder
from tests.contracts.files.test_promises import everything, listed, stream
from tests.support.buckets import BUCKET, Bucket
from tests.support.lying_bucket import lying

ROOT = Path(__file__).parents[3]


def keeper(url: str, *words: str, environment: dict[str, str] | None = None) -> "subprocess.Popen[str]":
    """A process of its own that keeps a file: see keeper.py."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.contracts.files.keeper", url, *words], text=True, stdout=subprocess.PIPE,
        env={**os.environ, **(environment or {})}, cwd=ROOT,
    )  # fmt: skip


async def test_after_a_kill_every_told_key_is_whole(tmp_path: Path) -> None:
    cupboard = in_folder(tmp_path / "files")
    told: list[Kept] = []
    for seed in range(6):
        process = keeper((tmp_path / "files").as_uri(), "keep-on")
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(random.Random(seed).randrange(1, 6))]
        process.kill()
        rest, _ = process.communicate()
        told += [Kept(**json.loads(line)) for line in [*lines, *rest.splitlines()] if line.endswith(("}", "}\n"))]
    assert told
    for kept in told:
        assert len(await everything(cupboard.store, kept)) == kept.size
    found = await listed(cupboard.store)
    assert {each.key for each in told} <= found

    async def known(keys: list[str]) -> frozenset[str]:
        return frozenset(keys) & {each.key for each in told}

    await sweep(cupboard.store, known, datetime.now(UTC) + timedelta(days=2))
    assert await listed(cupboard.store) == {each.key for each in told}


def test_a_full_disk_keeps_nothing_and_is_no_bug(tmp_path: Path) -> None:
    done = keeper(tmp_path.as_uri(), "full")
    output, _ = done.communicate(timeout=30)
    assert output == "StorageAway []\n"


@pytest.mark.parametrize("megabytes", [40, pytest.param(200, marks=pytest.mark.campaign)])
@pytest.mark.parametrize("where", ["folder", "rclone"])
def test_a_large_file_passes_through_little_memory(
    where: str, megabytes: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    bucket: Bucket | None = request.getfixturevalue("rclone_server") if where == "rclone" else None
    url = f"s3://{BUCKET}/large" if bucket else tmp_path.as_uri()
    process = keeper(url, "stream", str(megabytes), environment=bucket.environment() if bucket else None)
    output, _ = process.communicate(timeout=60)
    assert float(output) <= 40.0


async def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    cupboard = in_folder(tmp_path / "files")
    kept = await cupboard.store.keep(stream(b"photo"))
    path = tmp_path / "files" / kept.key
    path.unlink()
    path.symlink_to(secret)
    with pytest.raises((Damaged, StorageAway)):
        await everything(cupboard.store, kept)
    await cupboard.store.remove(kept.key)
    assert secret.read_bytes() == b"secret"
    assert not path.is_symlink()


async def test_a_dead_server_is_away_not_broken() -> None:
    store = in_bucket(Bucket("http://127.0.0.1:9")).store
    with pytest.raises(StorageAway):
        await store.keep(stream(b"photo"))
    with pytest.raises(StorageAway):
        await store.size("ab/" + "0" * 30)
    with pytest.raises(StorageAway):
        await listed(store)


async def test_a_wrong_secret_is_away_and_is_not_told(rclone_server: Bucket) -> None:
    store = open_file_store(f"s3://{BUCKET}/p", rclone_server.environment(secret="not-the-secret"))
    with pytest.raises(StorageAway) as caught:
        await store.keep(stream(b"photo"))
    assert "not-the-secret" not in str(caught.value)


async def test_a_server_that_kept_less_is_not_believed(rclone_server: Bucket) -> None:
    async with lying(rclone_server, "short") as (bucket, _):
        with pytest.raises(StorageAway, match="another size"):
            await in_bucket(bucket).store.keep(stream(b"photo" * 1000))


async def test_a_server_that_gives_other_bytes_is_damage(rclone_server: Bucket) -> None:
    async with lying(rclone_server, "changed") as (bucket, _):
        store = in_bucket(bucket).store
        kept = await store.keep(stream(b"photo" * 1000))
        with pytest.raises(Damaged):
            await everything(store, kept)


async def test_a_busy_server_is_asked_again(rclone_server: Bucket) -> None:
    async with lying(rclone_server, "busy once") as (bucket, liar):
        store = in_bucket(bucket).store
        kept = await store.keep(stream(b"photo"))
        assert await everything(store, kept) == b"photo"
        assert liar.asked > 3


async def test_a_server_that_stays_busy_is_away(rclone_server: Bucket) -> None:
    async with lying(rclone_server, "always busy") as (bucket, liar):
        with pytest.raises(StorageAway):
            await in_bucket(bucket).store.keep(stream(b"photo"))
        assert 2 <= liar.asked <= 5


@pytest.mark.parametrize("url", ["", "files", "ftp://x/y", "file://elsewhere/x", "file:///", "s3://", "s3:///x"])
def test_an_unusable_url_is_refused_with_advice(url: str) -> None:
    with pytest.raises(UnusableFileStore, match="CUTR_FILES_URL must be"):
        open_file_store(url)
