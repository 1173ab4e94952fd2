"""The child process: `python -m storage.images.child FD`. Takes a job and open files over a socket, answers in JSON.

It has no environment, opens nothing by name after it entered its cage, and dies with its parent's end of the socket.
"""

from __future__ import annotations

import fcntl
import os
import socket
import sys
from contextlib import ExitStack
from typing import Any, BinaryIO

import fontpkg_fira_sans
from PIL import Image, UnidentifiedImageError

from storage.images import cage, jobs, plans
from storage.images.bars import bars
from storage.images.wire import hear, tell


def main(number: int) -> None:
    """Does jobs until nobody asks any more."""
    jobs.prepare()
    fonts = [(fontpkg_fira_sans.ROOT / "files" / f"FiraSans-{name}.ttf").read_bytes() for name in ("Regular", "Bold")]
    link = socket.socket(fileno=number)
    tell(link, {"walls": cage.enter()})
    while True:
        try:
            asked, files = hear(link)
        except EOFError:
            return
        cage.another_job()
        with ExitStack() as stack:
            opened = [stack.enter_context(os.fdopen(file, "r+b" if _writable(file) else "rb")) for file in files]
            answer = _answered(asked, opened, fonts)
        tell(link, answer)


def _answered(asked: dict[str, Any], files: list[Any], fonts: list[bytes]) -> dict[str, Any]:
    """The job's answer, or why there is none, in the words of `storage.images.facts.Why`."""
    try:
        return {"done": _done(asked, files, fonts)}
    except (jobs.TooLarge, Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return {"why": "too_large"}
    except UnidentifiedImageError:
        return {"why": "unknown_kind"}
    except (OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError, RuntimeError, EOFError):
        # Decoders fail in all these ways on bytes that are none.
        return {"why": "damaged"}


def _done(asked: dict[str, Any], files: list[BinaryIO], fonts: list[bytes]) -> dict[str, Any]:
    match asked["job"]:
        case "look":
            return jobs.look(files[0])
        case "preview":
            return jobs.preview(files[0], files[1], asked["side"])
        case "customer_copy":
            return jobs.customer_copy(files[0], files[1])
        case "clean_pdf":
            return plans.clean_pdf(files[0], files[1])
        case "pdf_preview":
            return plans.pdf_preview(files[0], files[1], asked["side"])
        case "bars":
            return bars(files[0], asked["chart"], *fonts)
        case _:
            there = iter(files[:-1])
            shown = [next(there) if present else None for present in asked["present"]]
            return jobs.sheet(shown, files[-1], asked["titles"], asked["cell"], fonts[0])


def _writable(file: int) -> bool:
    return fcntl.fcntl(file, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY


if __name__ == "__main__":
    main(int(sys.argv[1]))
