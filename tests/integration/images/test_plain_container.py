"""Where the container allows neither namespaces nor Landlock, pictures are opened all the same, and it is said."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from pathlib import Path

from storage.images.cage import WALLS, missing
from tests.house.tree import ROOT
from tests.support.pictures import photo

# A seccomp filter as container engines set it: unshare and Landlock's calls end with EPERM, all else goes.
FORBID = """
import asyncio, ctypes, json, struct, sys
from pathlib import Path
LOAD, EQUAL, ALLOW, REFUSE = (0x20, 0, 0, 0), 0x15, (6, 0, 0, 0x7FFF0000), (6, 0, 0, 0x00050001)
def forbid(numbers):
    code = [LOAD] + [(EQUAL, len(numbers) - at, 0, number) for at, number in enumerate(numbers)] + [ALLOW, REFUSE]
    packed = b"".join(struct.pack("=HBBI", *one) for one in code)
    held = ctypes.create_string_buffer(packed, len(packed))
    program = struct.pack("@HxxxxxxP", len(code), ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(22, 2, ctypes.create_string_buffer(program, len(program)), 0, 0) == 0
forbid([int(number) for number in sys.argv[2].split(",")])
from storage.images import PictureRoom
async def main():
    room = PictureRoom(children=1)
    facts = await room.look(Path(sys.argv[1]))
    await room.preview(Path(sys.argv[1]), Path(sys.argv[1] + ".small"), 200)
    print(json.dumps({"width": facts.width, "walls": room.children()[0].walls}))
    await room.close()
asyncio.run(main())
"""
UNSHARE = {"x86_64": 272, "aarch64": 97}


def looked_at(path: Path, *forbidden: int) -> tuple[dict[str, object], str]:
    """What a process finds that may not make these calls, and what it logs."""
    numbers = ",".join(str(number) for number in (*forbidden, 600))
    done = subprocess.run(
        [sys.executable, "-c", FORBID, path, numbers], cwd=ROOT, capture_output=True, text=True, timeout=50, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    return json.loads(lines[-1]), "\n".join(lines[:-1]) + done.stderr


def test_without_namespaces_and_landlock_the_limits_stand_and_it_is_logged(tmp_path: Path) -> None:
    path = tmp_path / "door.jpg"
    path.write_bytes(photo())
    told, logged = looked_at(path, UNSHARE[platform.machine()], 444, 446)
    assert told == {"width": 1600, "walls": ["limits"]}
    assert "pictures.cage_incomplete" in logged
    assert (tmp_path / "door.jpg.small").stat().st_size > 500


def test_with_everything_allowed_nothing_is_said_that_is_not_so(tmp_path: Path) -> None:
    path = tmp_path / "door.jpg"
    path.write_bytes(photo())
    told, logged = looked_at(path)
    walls = told["walls"]
    assert isinstance(walls, list)
    assert ("cage_incomplete" in logged) == bool(missing(walls))


def test_what_is_missing_is_named() -> None:
    assert missing(["limits"]) == ["no network", "no files"]
    assert missing(list(WALLS)) == []
