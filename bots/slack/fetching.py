"""Downloads files from Slack, with the bearer going to Slack's own hosts only (platforms.md 1.10, reliability.md T23).

What happens with the file afterwards is not decided here.
"""

from __future__ import annotations

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
_CHUNK = 64 * 1024
_REDIRECTS = 3


async def fetch_file(account: SlackAccount, attachment: Attachment, to: Path) -> Path:
    """Write the file to `to`. Raises `SendLater` when Slack is away, `SendRefused` when there is no such file."""
    url = attachment.url or await _address(account, attachment.file_id)
    try:
        with as_troubles():
            for _ in range(_REDIRECTS):
                found = await _download(account, url, attachment, to)
                if found is None:
                    return to
                url = found
    except SendUnknown as trouble:
        # Reading twice harms nobody.
        raise SendLater(5.0, trouble.error) from trouble
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


async def _download(account: SlackAccount, url: str, attachment: Attachment, to: Path) -> str | None:
    """None when the file is there, else the address to go on to."""
    if not may_have_token(url, account.api_url):
        raise SendRefused("foreign_file_address")
    headers = {"Authorization": f"Bearer {account.bot_token}"}
    async with account.session.get(url, headers=headers, allow_redirects=False, timeout=_patient()) as answer:
        if answer.status in {301, 302, 303, 307, 308}:
            return urljoin(url, answer.headers.get("Location", ""))
        if answer.status == 429 or answer.status >= 500:
            raise SendLater(5.0, f"http_{answer.status}")
        if answer.status != 200:
            raise SendRefused(f"file_http_{answer.status}")
        if answer.content_type == "text/html" and attachment.mime != "text/html":
            # A bad token or a missing scope gives 200 and a login page.
            raise SendRefused("file_is_a_login_page")
        await _write(answer, attachment, to)
        return None


def _patient() -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=300, connect=5, sock_read=30)


async def _write(answer: aiohttp.ClientResponse, attachment: Attachment, to: Path) -> None:
    written = 0
    with to.open("wb") as file:
        async for chunk in answer.content.iter_chunked(_CHUNK):
            written += len(chunk)
            if written > MAX_BYTES:
                raise SendRefused("file_too_big")
            file.write(chunk)
    if attachment.size and written != attachment.size:
        raise SendLater(5.0, "file_incomplete")
