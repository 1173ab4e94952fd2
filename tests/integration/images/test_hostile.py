"""Bombs, half files, two-faced files and mutants: the child may suffer, the main process never does (T25, T26)."""

import asyncio
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from storage.images import NoPreview, PictureRoom
from storage.images.facts import Why
from storage.images.hand import Hand
from tests.integration.images.conftest import File
from tests.support.pictures import (
    bomb_png,
    encoded,
    many_frames_gif,
    mutated,
    photo,
    scene,
    text_bomb_png,
)

ROOT = Path(__file__).parents[3]
MB = 1 << 20

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n"
OTHERS = [b"", b"\0", SVG, EPS, b"%PDF-1.7\n", b"PK\x03\x04" + bytes(100), b"<html><script>", b"BM" + bytes(100)]
OTHERS += [b"II*\0" + bytes(200), b"P6 9 9 255\n" + bytes(300), b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP"]


async def why_not(room: PictureRoom, path: Path) -> Why | None:
    try:
        await room.look(path)
    except NoPreview as told:
        return told.why
    return None


@pytest.mark.parametrize("content", OTHERS, ids=lambda content: repr(content[:8]))
async def test_what_is_no_photo_has_no_preview(room: PictureRoom, file: File, content: bytes) -> None:
    assert await why_not(room, file(content)) in {Why.UNKNOWN_KIND, Why.DAMAGED}


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "PPM", "ICO", "EPS"])
async def test_other_formats_are_not_even_tried(room: PictureRoom, file: File, kind: str) -> None:
    assert await why_not(room, file(encoded(scene(200, 200), kind))) is Why.UNKNOWN_KIND


async def test_a_pixel_bomb_is_too_large(room: PictureRoom, file: File) -> None:
    assert await why_not(room, file(bomb_png())) is Why.TOO_LARGE
    assert await why_not(room, file(photo())) is None


async def test_a_bomb_below_the_limit_of_pixels_stays_below_the_limit_of_memory(room: PictureRoom, file: File) -> None:
    large = encoded(Image.new("RGBA", (8000, 7900)), "PNG", compress_level=9)
    assert len(large) < MB
    assert await why_not(room, file(large)) in {None, Why.TOO_LARGE}
    assert await why_not(room, file(photo())) is None


async def test_a_text_bomb_beside_the_pixels(room: PictureRoom, file: File) -> None:
    assert await why_not(room, file(text_bomb_png())) is not None
    assert await why_not(room, file(photo())) is None


async def test_only_the_first_of_many_frames_counts(room: PictureRoom, file: File) -> None:
    assert (await room.look(file(many_frames_gif()))).kind == "gif"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.95])
async def test_half_a_photo_is_damaged(room: PictureRoom, file: File, kind: str, part: float) -> None:
    whole = photo(kind)
    assert await why_not(room, file(whole[: int(len(whole) * part)])) in {Why.DAMAGED, Why.UNKNOWN_KIND}


@pytest.mark.parametrize(
    "tail", [b"<script>alert(1)</script>", b"PK\x03\x04evil", b"%PDF-1.7 evil", b"\xff\xd8\xff\xe1evil"]
)
async def test_the_copy_of_a_two_faced_file_has_one_face(
    room: PictureRoom, file: File, tmp_path: Path, tail: bytes
) -> None:
    await room.customer_copy(file(photo() + tail * 10), tmp_path / "copy.jpg")
    assert tail not in (tmp_path / "copy.jpg").read_bytes()


async def test_a_link_is_not_followed(room: PictureRoom, file: File, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file(photo()))
    with pytest.raises(OSError, match="symbolic links"):
        await room.look(link)


async def test_a_job_that_takes_too_long_is_ended_and_the_next_one_done(file: File) -> None:
    hasty = PictureRoom(children=1, seconds=0.001)
    path = file(photo(size=(4000, 3000)))
    pids = set()
    for _ in range(3):
        with pytest.raises(NoPreview, match="too_slow"):
            await hasty.look(path)
        pids |= {hand.pid for hand in hasty.children()}
    assert pids == set()
    await hasty.close()


async def test_a_killed_child_is_replaced(room: PictureRoom, file: File) -> None:
    path = file(photo())
    await room.look(path)
    victim = room.children()[0]
    os.kill(victim.pid, 9)
    with pytest.raises(NoPreview, match="crashed"):
        await room.look(path)
    assert (await room.look(path)).kind == "jpeg"
    assert room.children()[0].pid != victim.pid


async def test_a_child_retires_after_its_jobs(file: File) -> None:
    room = PictureRoom(children=1, jobs_each=3)
    path = file(photo(size=(320, 240)))
    pids = []
    for _ in range(7):
        await room.look(path)
        pids += [hand.pid for hand in room.children()]
    assert len(set(pids)) == 3
    await room.close()


async def test_many_at_once_share_the_children(file: File) -> None:
    room = PictureRoom(children=2)
    paths = [file(photo(size=(320 + number, 240))) for number in range(12)]
    facts = await asyncio.gather(*(room.look(path) for path in paths))
    assert [each.width for each in facts] == [320 + number for number in range(12)]
    assert len(room.children()) == 2
    await room.close()


async def test_mutants_leave_the_main_process_untouched(room: PictureRoom, file: File) -> None:
    await mutants(room, file, 300, seed=7)


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(20))
async def test_thousands_of_mutants(room: PictureRoom, file: File, seed: int) -> None:
    await mutants(room, file, 1000, seed)


async def mutants(room: PictureRoom, file: File, number: int, seed: int) -> None:
    seeds = [photo(kind, size=(160, 120)) for kind in ("JPEG", "PNG", "WEBP", "HEIF", "GIF")]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcomes = set()
    path = file(b"")
    for content in mutated(seeds, number, seed):
        path.write_bytes(content)
        outcomes.add(await why_not(room, path))
        assert all(hand.resident_bytes() < 1024 * MB for hand in room.children())
    assert {None, Why.DAMAGED, Why.UNKNOWN_KIND} <= outcomes
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 50
    path.write_bytes(photo())
    assert await why_not(room, path) is None


def test_the_main_process_loads_no_decoder() -> None:
    program = (
        "import sys, storage.images; sys.exit(any(name.startswith(('PIL', 'pillow_heif')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_a_child_has_no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUTR_SECRET_KEY", "very-secret")
    hand = Hand()
    try:
        seen = Path(f"/proc/{hand.pid}/environ").read_bytes()
    except PermissionError:
        seen = b""  # Then nobody else can read it either.
    finally:
        hand.end()
    assert b"very-secret" not in seen


PROBE = """
import encodings.idna, os, socket, subprocess, sys
from storage.images import cage
walls = cage.enter()
def refused(work):
    try:
        work()
    except OSError:
        return True
    return False
tried = {
    "no files": [lambda: open("/etc/passwd"), lambda: open("/tmp/cage-probe", "w"), lambda: os.listdir("/"),
                 lambda: subprocess.run(["/bin/true"])],
    "no network": [lambda: socket.create_connection(("127.0.0.1", int(sys.argv[1])), 2)],
}
print(walls, [name for name, works in tried.items() if name in walls and not all(refused(work) for work in works)])
try:
    bytearray(2 << 30)
    print("much memory")
except MemoryError:
    print("little memory")
"""


def test_in_the_cage_nothing_opens_connects_or_starts() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", PROBE, port], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
        )
    walls, memory = done.stdout.splitlines()
    assert walls.endswith("] []")
    assert "limits" in walls
    assert memory == "little memory"
