"""What the child gives up before it looks at a stranger's bytes: memory, time, files, network, new programs.

Limits hold everywhere; Landlock and an empty network namespace where kernel and container allow them (reliability.md
T25, T26). Where one is refused the child works without it, and says so: the room logs it once, `cutr doctor` tells it.
Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import resource
import struct
from contextlib import suppress
from typing import Final

MEMORY: Final = 896 << 20
CPU_SECONDS: Final = 10
FILE_SIZE: Final = 64 << 20
OPEN_FILES: Final = 128

_CLONE_NEWUSER: Final = 0x10000000
_CLONE_NEWNET: Final = 0x40000000
_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_DUMPABLE: Final = 4
_LANDLOCK_CREATE: Final = 444
_LANDLOCK_RESTRICT: Final = 446
# Execute, read, write, list, remove, make of every kind: the 13 rights of the first version (landlock(7)).
_EVERY_RIGHT: Final = (1 << 13) - 1


WALLS: Final = ("limits", "no network", "no files")


def missing(stands: list[str]) -> list[str]:
    """The walls that the system did not allow."""
    return [wall for wall in WALLS if wall not in stands]


def enter() -> list[str]:
    """Gives everything up; returns the names of the walls that stand."""
    stands = ["limits"]
    _limit()
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        stands.append("no network")
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 and _landlock(libc):
        stands.append("no files")
    return stands


def _limit() -> None:
    for what, most in {
        "RLIMIT_AS": MEMORY, "RLIMIT_FSIZE": FILE_SIZE, "RLIMIT_NOFILE": OPEN_FILES, "RLIMIT_CORE": 0,
    }.items():  # fmt: skip
        with suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, what), (most, most))


def another_job() -> None:
    """From now on `CPU_SECONDS` more of processor time; then the kernel ends the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + CPU_SECONDS, most))


def _landlock(libc: ctypes.CDLL) -> bool:
    """A ruleset that handles every right and grants none: nothing can be opened by name any more."""
    handled = struct.pack("=Q", _EVERY_RIGHT)
    ruleset = libc.syscall(_LANDLOCK_CREATE, handled, ctypes.c_size_t(len(handled)), 0)
    if ruleset < 0:
        return False
    try:
        return bool(libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0) == 0)
    finally:
        os.close(ruleset)
