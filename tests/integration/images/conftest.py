"""A room with one child for each test, so that a file which harms its child is seen to harm nothing else."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from storage.images import PictureRoom

File = Callable[[bytes], Path]


@pytest.fixture
async def room() -> AsyncIterator[PictureRoom]:
    opened = PictureRoom(children=1)
    yield opened
    await opened.close()


@pytest.fixture
def file(tmp_path: Path) -> File:
    """Puts bytes into a file under a name that says nothing."""
    made: list[Path] = []

    def write(content: bytes) -> Path:
        path = tmp_path / f"upload-{len(made)}"
        path.write_bytes(content)
        made.append(path)
        return path

    return write
