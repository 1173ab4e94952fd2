"""One child process seen from its parent: starts it, hands it a job with open files, ends it at the deadline."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from storage.images.facts import NoPreview, Why
from storage.images.wire import hear, tell

START_SECONDS: Final = 30.0
_ROOT: Final = Path(__file__).resolve().parents[2]


class Hand:
    """Not for several threads at once. `jobs` counts what it has done; `walls` are those of `cage.enter`."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, nothing of a stranger's in the words
                [sys.executable, "-s", "-m", "storage.images.child", str(theirs.fileno())],
                cwd=_ROOT, env={}, pass_fds=[theirs.fileno()], start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        self._link = ours
        self.jobs = 0
        self.alive = True
        self.walls: list[str] = self._heard(START_SECONDS)["walls"]

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def ask(self, job: dict[str, Any], files: list[int], seconds: float) -> dict[str, Any]:
        """The child's answer. Raises `NoPreview`; after `TOO_SLOW` and `CRASHED` the child is gone."""
        self.jobs += 1
        try:
            self._link.settimeout(seconds)
            tell(self._link, job, files)
        except OSError:
            self.end()
            raise NoPreview(Why.CRASHED) from None
        answer = self._heard(seconds)
        if "why" in answer:
            raise NoPreview(Why(answer["why"]))
        done: dict[str, Any] = answer["done"]
        return done

    def _heard(self, seconds: float) -> dict[str, Any]:
        self._link.settimeout(seconds)
        try:
            heard, _ = hear(self._link)
        except TimeoutError:
            self.end()
            raise NoPreview(Why.TOO_SLOW) from None
        except (OSError, ValueError, EOFError):
            # The kernel ended it, for memory or time, or a decoder did.
            self.end()
            raise NoPreview(Why.CRASHED) from None
        return heard

    def end(self) -> None:
        """Kills it, if it still lives, and waits until it is gone."""
        self.alive = False
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        self._link.close()

    def resident_bytes(self) -> int:
        """Its resident memory; 0 where the system does not tell."""
        try:
            return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
        except (OSError, IndexError, ValueError):
            return 0
