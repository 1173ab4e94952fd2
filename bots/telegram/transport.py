"""python-telegram-bot's requests over one shared aiohttp session: five times the speed of its default (stack.md 6).

Only bytes travel here. Addresses hold the bot's token, so no log line and no error made here names one.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import urlencode

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's own switch: durations as timedelta, without a warning

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 120.0
_BUFFER = 1 << 20
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class NotConnected(NetworkError):
    """Nothing was written: the request has certainly had no effect and may be made again."""


class BrokenDownload(NetworkError):
    """A file's bytes did not all come; nothing has changed, so it may be fetched again."""


class AiohttpRequest(BaseRequest):
    """One session for every call of one account. `post` of the base class maps answers to telegram.error."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer when a call does not say."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the session."""
        self._open()

    async def shutdown(self) -> None:
        """Close the session; a later call opens a new one."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            # Idle connections are given up before the other side does, so that few requests meet a closed one.
            connector = aiohttp.TCPConnector(limit=64, keepalive_timeout=15)
            # No cookie is kept or looked for: Telegram sets none.
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Return status and body. Raises `NotConnected`, `TimedOut`, `NetworkError`."""
        has_files = request_data is not None and request_data.contains_files
        seconds = UPLOAD_SECONDS if has_files else READ_SECONDS
        if not isinstance(read_timeout, DefaultValue) and read_timeout is not None:
            seconds = max(float(read_timeout), UPLOAD_SECONDS if has_files else 0.0)
        timeout = aiohttp.ClientTimeout(total=seconds + CONNECT_SECONDS, sock_connect=CONNECT_SECONDS)
        data, headers = _body(request_data) if request_data is not None else (None, None)
        try:
            async with self._open().request(method, url, data=data, headers=headers, timeout=timeout) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotConnected(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from None

    async def stream(self, url: str, most: int) -> AsyncGenerator[bytes, None]:
        """The bytes found there as they come. Raises `BrokenDownload`, also above `most` bytes."""
        timeout = aiohttp.ClientTimeout(total=UPLOAD_SECONDS, sock_connect=CONNECT_SECONDS)
        try:
            # The reader also writes and hashes: a large buffer keeps the bytes coming meanwhile.
            async with self._open().get(url, timeout=timeout, read_bufsize=_BUFFER) as answer:
                if answer.status != 200:
                    raise BrokenDownload(f"status {answer.status}")
                size = 0
                async for chunk in answer.content.iter_chunked(_BUFFER):
                    size += len(chunk)
                    if size > most:
                        raise BrokenDownload("more bytes than announced")
                    yield chunk
        except (TimeoutError, aiohttp.ClientError) as error:
            raise BrokenDownload(type(error).__name__) from None


def _body(request_data: RequestData) -> tuple[bytes | aiohttp.FormData, dict[str, str] | None]:
    """The body and its headers. aiohttp's form would give the same for words alone, in four times as long."""
    if not request_data.contains_files:
        return urlencode(request_data.json_parameters).encode(), _FORM
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None
