"""The zip: opens everywhere, stays inside its folder, keeps memory flat, tells what is damaged."""

import io
import random
import resource
import zipfile
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

import pytest

from core.shelf import Damaged
from storage.documents import Item, bundle, safe_segment

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
MB = 1 << 20


async def stream(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 1000):
        yield content[start : start + 1000]


def item(name: str, content: bytes = b"x", folders: Sequence[str] = ("Kitchen",)) -> Item:
    return Item(folders, name, AT, stream(content))


async def packed(*items: Item) -> zipfile.ZipFile:
    async def each() -> AsyncIterator[Item]:
        for one in items:
            yield one

    return zipfile.ZipFile(io.BytesIO(b"".join([chunk async for chunk in bundle(each())])))


async def test_the_tree_and_the_bytes_come_back() -> None:
    contents = {f"Kitchen/photo {number}.jpg": random.Random(number).randbytes(5000) for number in range(5)}
    found = await packed(*(item(path.split("/")[1], content) for path, content in contents.items()))
    assert found.testzip() is None
    assert {name: found.read(name) for name in found.namelist()} == contents
    assert found.infolist()[0].date_time == (2026, 11, 23, 12, 0, 0)


async def test_nothing_is_a_zip_too() -> None:
    assert (await packed()).namelist() == []


async def test_the_same_name_twice_is_two_files_also_without_capitals() -> None:
    found = await packed(item("a.jpg"), item("A.jpg"), item("a.jpg"), item("a.jpg", folders=("Other",)))
    assert found.namelist() == ["Kitchen/a.jpg", "Kitchen/A (2).jpg", "Kitchen/a (3).jpg", "Other/a.jpg"]


async def test_a_damaged_file_is_named_and_the_rest_is_whole() -> None:
    async def breaking() -> AsyncIterator[bytes]:
        yield b"half"
        raise Damaged("gone")

    found = await packed(item("good.jpg"), Item(["Kitchen"], "bad.jpg", AT, breaking()), item("last.jpg"))
    assert found.read("DAMAGED.txt") == b"Kitchen/bad.jpg"
    assert found.read("Kitchen/last.jpg") == b"x"


async def test_a_name_from_before_zips_is_dated_as_zips_can() -> None:
    found = await packed(Item([], "old", datetime(1970, 1, 1, tzinfo=UTC), stream(b"x")))
    assert found.infolist()[0].date_time[0] == 1980


@pytest.mark.parametrize("folders", [("..", ".."), ("/etc",), ("C:\\",), ("a/b",), ("",), (".",)])
async def test_no_name_leads_out(folders: tuple[str, ...]) -> None:
    (name,) = (await packed(item("../../passwd", folders=folders))).namelist()
    assert not name.startswith("/")
    assert ".." not in name.split("/")
    assert len(name.split("/")) == len(folders) + 1


def test_ten_thousand_names_are_each_one_visible_portable_segment() -> None:
    chance = random.Random(3)
    alphabet = ["..", "/", "\\", "\0", ".", " ", "a", "CON", "nul", ".jpg", "é", "e\u0301", "漢", "😀"]
    alphabet += ["\u202e", ":", "x" * 90, "\ud800", "\n", "%2f", "~"]
    for _ in range(10_000):
        name = safe_segment("".join(chance.choices(alphabet, k=chance.randrange(8))))
        assert name
        assert len(name.encode()) <= 122
        assert not set(name) & set('/\\:*?"<>|\0\n')
        assert name[0] != "." or name == "_."
        assert name[-1] not in ". "
        assert name.split(".")[0].upper() not in {"CON", "NUL", "PRN", "AUX"}


async def test_a_large_bundle_passes_through_little_memory() -> None:
    async def large() -> AsyncIterator[bytes]:
        for _ in range(60):
            yield bytes(MB)

    async def items() -> AsyncIterator[Item]:
        for number in range(2):
            yield Item(["Kitchen"], f"{number}.bin", AT, large())

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = 0
    async for chunk in bundle(items()):
        size += len(chunk)
    assert size > 120 * MB
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 40
