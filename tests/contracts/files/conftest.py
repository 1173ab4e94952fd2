"""Every file store there is, and how to spoil what it holds behind its back."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.shelf import FileStore
from storage.files import open_file_store
from tests.support.buckets import BUCKET, Bucket, moto, overwrite, rclone
from tests.support.fake_files import FakeFileStore


@dataclass(frozen=True)
class Cupboard:
    """A store and a hand that reaches behind it."""

    store: FileStore
    spoil: Callable[[str, bytes], None]


@pytest.fixture(scope="session")
def rclone_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bucket]:
    with rclone(tmp_path_factory.mktemp("rclone")) as bucket:
        yield bucket


@pytest.fixture(scope="session")
def moto_server() -> Iterator[Bucket]:
    with moto() as bucket:
        yield bucket


def in_bucket(bucket: Bucket) -> Cupboard:
    prefix = f"shop/{secrets.token_hex(4)}"
    store = open_file_store(f"s3://{BUCKET}/{prefix}", bucket.environment())
    return Cupboard(store, lambda key, content: overwrite(bucket, prefix, key, content))


def in_folder(folder: Path) -> Cupboard:
    return Cupboard(open_file_store(folder.as_uri()), lambda key, content: _write(folder / key, content))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


@pytest.fixture(params=["fake", "folder", "rclone", "moto"])
def cupboard(request: pytest.FixtureRequest, tmp_path: Path) -> Cupboard:
    match request.param:
        case "fake":
            fake = FakeFileStore()
            return Cupboard(fake, fake.held.__setitem__)
        case "folder":
            return in_folder(tmp_path / "files")
        case name:
            return in_bucket(request.getfixturevalue(f"{name}_server"))


@pytest.fixture
def store(cupboard: Cupboard) -> FileStore:
    return cupboard.store
