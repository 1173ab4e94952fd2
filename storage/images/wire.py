"""How parent and child speak: one line of JSON at a time over a socket pair, open files beside it. No decoder here."""

from __future__ import annotations

import json
import socket
from typing import Any, Final

MOST_FILES: Final = 100
_LONGEST: Final = 1 << 18
_PIECE: Final = 1 << 16


def tell(link: socket.socket, message: dict[str, Any], files: list[int] | None = None) -> None:
    """Sends one message. Raises `OSError`."""
    line = json.dumps(message).encode() + b"\n"
    sent = socket.send_fds(link, [line], files) if files else 0
    link.sendall(line[sent:])


def hear(link: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """The next message and its files. Raises `OSError` (of which `TimeoutError`), `ValueError`, `EOFError`."""
    line, files, _, _ = socket.recv_fds(link, _PIECE, MOST_FILES)
    while not line.endswith(b"\n"):
        more = link.recv(_PIECE)
        if not more:
            raise EOFError
        line += more
        if len(line) > _LONGEST:
            raise ValueError("the other side does not stop")
    message: dict[str, Any] = json.loads(line)
    return message, list(files)
