"""Downloads files from Slack, with the bearer going to Slack's own hosts only (platforms.md 1.10, reliability.md T23).

What happens with the file afterwards is not decided here.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import aiohttp

from bots.outgoing import SendLater, SendRefused, SendUnknown
from bots.slack.troubles import as_troubles
from core.chats import Attachment

if TYPE_CHECKING:
    from bots.slack.account import SlackAccount

HOSTS = frozenset({"files.slack.com", "slack.com", "slack-files.com", "files.slack-gov.com"})
MAX_BYTES = 1024 * 1024 * 1024
_BUFFER = 1 << 20
_REDIRECTS = 3
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})


async def fetch_file(account: SlackAccount, attachment: Attachment, to: Path) -> Path:
    """Write the file to `to`. Raises as `stream_file` does."""
    with to.open("wb") as file:
        async with aclosing(stream_file(account, attachment)) as chunks:
            async for chunk in chunks:
                file.write(chunk)
    return to


async def stream_file(account: SlackAccount, attachment: Attachment) -> AsyncGenerator[bytes, None]:
    """The file's bytes. Raises `SendLater` when Slack is away, `SendRefused` when there is no such file."""
    try:
        with as_troubles():
            url = attachment.url or await _address(account, attachment.file_id)
            async with aclosing(_following(account, url, attachment)) as chunks:
                async for chunk in chunks:
                    yield chunk
    except SendUnknown as trouble:
        # Reading twice harms nobody.
        raise SendLater(5.0, trouble.error) from trouble


async def _following(account: SlackAccount, url: str, attachment: Attachment) -> AsyncGenerator[bytes, None]:
    """The bytes at the end of up to `_REDIRECTS` addresses, each of which must be one that the bearer may go to."""
    headers = {"Authorization": f"Bearer {account.bot_token}"}
    for _ in range(_REDIRECTS):
        if not may_have_token(url, account.api_url):
            raise SendRefused("foreign_file_address")
        async with account.session.get(
            url, headers=headers, allow_redirects=False, timeout=_patient(), read_bufsize=_BUFFER
        ) as answer:
            if answer.status in _ELSEWHERE:
                url = urljoin(url, answer.headers.get("Location", ""))
                continue
            _demand_file(answer, attachment)
            async for chunk in _body(answer, attachment):
                yield chunk
            return
    raise SendRefused("too_many_redirects")


async def _address(account: SlackAccount, file_id: str) -> str:
    with as_troubles():
        answer = await account.client.files_info(file=file_id)
    file = answer.get("file") or {}
    return str(file.get("url_private_download") or file.get("url_private") or "")


def may_have_token(url: str, api_url: str) -> bool:
    """Whether the bearer may be sent there: https to a host of Slack's, or the host the API itself lives on."""
    target, api = urlsplit(url), urlsplit(api_url)
    if target.username or target.password or not target.hostname:
        return False
    if target.hostname == api.hostname:
        return target.scheme == api.scheme
    return target.scheme == "https" and target.hostname in HOSTS and target.port in {None, 443}


def _demand_file(answer: aiohttp.ClientResponse, attachment: Attachment) -> None:
    """Raises unless the answer brings the file itself."""
    if answer.status == 429 or answer.status >= 500:
        raise SendLater(5.0, f"http_{answer.status}")
    if answer.status != 200:
        raise SendRefused(f"file_http_{answer.status}")
    if answer.content_type == "text/html" and attachment.mime != "text/html":
        # A bad token or a missing scope gives 200 and a login page.
        raise SendRefused("file_is_a_login_page")


def _patient() -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=300, connect=5, sock_read=30)


async def _body(answer: aiohttp.ClientResponse, attachment: Attachment) -> AsyncGenerator[bytes, None]:
    size = 0
    async for chunk in answer.content.iter_chunked(_BUFFER):
        size += len(chunk)
        if size > MAX_BYTES:
            raise SendRefused("file_too_big")
        yield chunk
    if attachment.size and size != attachment.size:
        raise SendLater(5.0, "file_incomplete")
