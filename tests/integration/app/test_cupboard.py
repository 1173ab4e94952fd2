"""The file store is tried itself: with its own keys, at its own endpoint, and nothing is left of the try."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bots.app.cupboard import try_files, try_store
from bots.app.doctor_house import check
from bots.app.settings import Settings
from core.shelf import FileStore
from storage.files import open_file_store
from tests.support.buckets import BUCKET, Bucket, rclone
from tests.support.fake_files import FakeFileStore

ADDRESS = f"s3://{BUCKET}/shop"


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bucket]:
    with rclone(tmp_path_factory.mktemp("rclone")) as running:
        yield running


@pytest.fixture(params=["fake", "folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    if request.param == "fake":
        return FakeFileStore()
    if request.param == "folder":
        return open_file_store(tmp_path.as_uri())
    return open_file_store(ADDRESS, request.getfixturevalue("bucket").environment())


async def test_a_store_that_works_is_left_as_it_was(store: FileStore) -> None:
    assert await try_store(store) is None
    assert [key async for key, _ in store.keys()] == []  # noqa: SIM118 - no dict


async def test_the_endpoint_and_the_keys_of_the_environment_are_tried(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in bucket.environment().items():
        monkeypatch.setenv(name, value)
    assert await try_files(ADDRESS) is None
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "another")
    assert "the bucket" in (await try_files(ADDRESS) or "")
    assert await try_files("ftp://somewhere") == "CUTR_FILES_URL must be file:///path or s3://bucket/prefix"


async def test_a_bucket_that_does_not_answer_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = open_file_store(ADDRESS, Bucket("http://127.0.0.1:9").environment())
    assert await try_store(nobody, seconds=0.3) is not None


async def test_the_doctor_names_keys_and_the_rule_that_clears_unfinished_uploads(
    settings: Settings, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_bucket = settings.model_copy(update={"cutr_files_url": ADDRESS})
    for name, value in bucket.environment(secret="another").items():
        monkeypatch.setenv(name, value)
    told = {finding.what: finding async for finding in check(in_bucket)}
    assert "AWS_ENDPOINT_URL" in told["File store"].fix
    assert "AbortIncompleteMultipartUpload" in told["Unfinished uploads in the bucket"].told
    assert told["Pictures' child process"].fine
    told = {finding.what: finding async for finding in check(settings)}
    assert told["File store"].fine
    assert "Unfinished uploads in the bucket" not in told
