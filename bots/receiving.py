"""Files that come in over HTTP: forms read as a stream, bodies put into the file store with flat memory.

Who may send what is decided by the doors (`bots.api`, `bots.customer`); what happens with a file by the core.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from bots.sniffing import HEAD, mime_of
from core.characters import one_line
from core.shelf import FileStore, Kept

MOST_BYTES: Final = 2 << 30
"""2 GB for one file (issue: "up to 2 GB")."""
MOST_PARTS: Final = 200
HEADER_BYTES: Final = 8192
FIELD_BYTES: Final = 1000
NAME_SIGNS: Final = 200


class TooBig(Exception):
    """More bytes than one file may have, or more parts than a form may have."""


class BadForm(Exception):
    """The body is no form as its header says, or ends too early."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a form. Its `chunks` must be read before the next part is asked for; `filename` None: no file."""

    name: str
    filename: str | None
    chunks: AsyncIterator[bytes]

    async def text(self, most: int = FIELD_BYTES) -> str:
        """A short field's value, of at most so many bytes. Raises `TooBig`."""
        value = b""
        async for chunk in self.chunks:
            value += chunk
            if len(value) > most:
                raise TooBig
        return value.decode("utf-8", "replace").strip()


def is_form(content_type: str) -> bool:
    """Whether this header announces a form with files."""
    return content_type.lower().startswith("multipart/form-data")


async def form(content_type: str, body: AsyncIterator[bytes]) -> AsyncIterator[Part]:
    """The parts of a multipart body as they come in. Raises `BadForm`, `TooBig`."""
    boundary = parse_options_header(content_type.encode("latin-1", "replace"))[1].get(b"boundary")
    if not boundary or len(boundary) > 200:
        raise BadForm
    reader = _Reader(boundary, body)
    count = 0
    while (headers := await reader.next_part()) is not None:
        count += 1
        if count > MOST_PARTS:
            raise TooBig
        told = parse_options_header(headers.get(b"content-disposition", b""))[1]
        given = told.get(b"filename")
        name = told.get(b"name", b"").decode("utf-8", "replace")
        yield Part(name, given.decode("utf-8", "replace") if given is not None else None, reader.chunks())


class _Reader:
    """Turns the parser's callbacks into what can be waited for."""

    def __init__(self, boundary: bytes, body: AsyncIterator[bytes]) -> None:
        self._body = body
        self._events: deque[tuple[str, bytes]] = deque()
        seen: Callable[[str, bytes, int, int], None] = self._seen
        self._parser = MultipartParser(
            boundary,
            {
                "on_header_field": partial(seen, "field"),
                "on_header_value": partial(seen, "value"),
                "on_part_data": partial(seen, "data"),
                "on_header_end": lambda: self._events.append(("header", b"")),
                "on_headers_finished": lambda: self._events.append(("begun", b"")),
                "on_part_end": lambda: self._events.append(("part", b"")),
                "on_end": lambda: self._events.append(("end", b"")),
            },
        )

    def _seen(self, what: str, data: bytes, start: int, end: int) -> None:
        self._events.append((what, data[start:end]))

    async def next_part(self) -> dict[bytes, bytes] | None:
        """The next part's headers; None at the end."""
        headers: dict[bytes, bytes] = {}
        field = value = b""
        while True:
            what, data = await self._event()
            match what:
                case "field":
                    field += data
                case "value":
                    value += data
                case "header":
                    headers[field.lower()] = value
                    field = value = b""
                case "begun":
                    return headers
                case "end":
                    return None
                case _:
                    continue
            if len(field) + len(value) + sum(map(len, headers.values())) > HEADER_BYTES:
                raise BadForm

    async def chunks(self) -> AsyncIterator[bytes]:
        """The present part's bytes."""
        while True:
            what, data = await self._event()
            if what == "part":
                return
            if what == "data" and data:
                yield data

    async def _event(self) -> tuple[str, bytes]:
        while not self._events:
            chunk = await anext(self._body, None)
            if chunk is None:
                raise BadForm
            try:
                self._parser.write(chunk)
            except MultipartParseError:
                raise BadForm from None
        return self._events.popleft()


@dataclass(slots=True)
class Received:
    """A file that is in the store now. `mime` is what its bytes say."""

    kept: Kept
    mime: str


async def receive(files: FileStore, chunks: AsyncIterator[bytes], most: int = MOST_BYTES) -> Received | None:
    """Put a stream into the store; None (and nothing kept) when it was empty. Raises `TooBig`, `StorageAway`."""
    head = b""
    size = 0

    async def watched() -> AsyncIterator[bytes]:
        nonlocal head, size
        async for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise TooBig
            if len(head) < HEAD:
                head += chunk[: HEAD - len(head)]
            yield chunk

    kept = await files.keep(watched())
    if kept.size == 0:
        await files.remove(kept.key)
        return None
    return Received(kept, mime_of(head))


def told_name(name: str) -> str:
    """The sender's name for a file as data: one line, without folders, never blank. It becomes no path anywhere."""
    line = one_line(name.replace("\\", "/").rsplit("/", 1)[-1].encode("utf-8", "replace").decode())
    return line[:NAME_SIGNS].strip() or "file"
