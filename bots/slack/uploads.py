"""Files into a thread: fetched from where they came, uploaded one by one, shared together (platforms.md 1.10)."""

from __future__ import annotations

import asyncio
import mimetypes
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

from bots.outgoing import SendLater, SendRefused, SendTrouble, SendUnknown
from bots.slack.blocks import one_line
from bots.slack.troubles import as_troubles
from bots.slack.words import escaped
from core.chats import Attachment, Place, Platform

if TYPE_CHECKING:
    from bots.slack.account import SlackAccount

Fetch = Callable[[Attachment, Path], Awaitable[Path]]
Fetchers = Mapping[Platform, Fetch]
_NAME_LIMIT = 120
_SHOWN_AFTER_SECONDS = (0.2, 0.5, 1.0, 2.0, 4.0)
PATIENT = aiohttp.ClientTimeout(total=300, connect=5)


async def upload_all(
    account: SlackAccount, fetchers: Fetchers, files: Sequence[Attachment]
) -> tuple[list[dict[str, str]], list[Attachment]]:
    """(`{id, title}` of what was uploaded, what cannot be had any more). Raises `SendLater`.

    Nothing is visible yet: an upload that is not shared is litter, so every doubt here may simply be tried again.
    """
    uploaded: list[dict[str, str]] = []
    lost: list[Attachment] = []
    if not files:
        # Most messages are words alone: a folder made and removed for each would cost more than sending it.
        return uploaded, lost
    with tempfile.TemporaryDirectory(prefix="cutr-slack-") as folder:
        for number, file in enumerate(files):
            try:
                uploaded.append(await _upload(account, fetchers, file, Path(folder) / str(number)))
            except SendRefused:
                lost.append(file)
            except SendUnknown as doubt:
                raise SendLater(5.0, doubt.error) from doubt
    return uploaded, lost


async def _upload(account: SlackAccount, fetchers: Fetchers, file: Attachment, to: Path) -> dict[str, str]:
    fetch = fetchers.get(file.platform) or (account.fetch if file.platform is Platform.SLACK else None)
    if fetch is None:
        raise SendRefused("no_way_to_fetch")
    return await upload_path(account, await fetch(file, to), file_name(file))


async def upload_path(account: SlackAccount, path: Path, name: str, *, alt: str | None = None) -> dict[str, str]:
    """`{id, title}` of a file that is Slack's now but seen by nobody yet. Raises `SendTrouble`.

    `alt` says what a picture shows, for who can't see it.
    """
    with as_troubles():
        size = path.stat().st_size  # noqa: ASYNC240 - a look into a folder of ours
        answer = await account.client.files_getUploadURLExternal(filename=name, length=size, alt_txt=alt)
        with path.open("rb") as content:
            async with account.session.post(str(answer["upload_url"]), data=content, timeout=PATIENT) as taken:
                if taken.status >= 500 or taken.status == 429:
                    raise SendLater(5.0, f"upload_http_{taken.status}")
                if taken.status != 200:
                    raise SendRefused(f"upload_http_{taken.status}")
                await taken.read()
    return {"id": str(answer["file_id"]), "title": name}


def file_name(file: Attachment) -> str:
    """A name with an ending, in one line and without a path."""
    name = one_line(file.name).replace("/", "_").replace("\\", "_").strip(". ")[-_NAME_LIMIT:]
    ending = mimetypes.guess_extension(file.mime or "") or ""
    return name or f"{file.kind}{ending}"


async def share(account: SlackAccount, place: Place, uploaded: list[dict[str, str]], name: str) -> None:
    """Show uploaded files in the thread as one message under the author's name. Raises `SendTrouble`."""
    more: dict[str, Any] = {"thread_ts": place.thread} if place.thread else {}
    try:
        with as_troubles():
            await account.client.files_completeUploadExternal(
                files=[dict(file) for file in uploaded], channel_id=place.channel, initial_comment=escaped(name), **more
            )
    except SendUnknown:
        if not await _was_shared(account, place, uploaded[0]["id"]):
            raise


async def _was_shared(account: SlackAccount, place: Place, file_id: str) -> bool:
    """Whether a call without an answer took effect: Slack shares a moment after it (platforms.md 1.10)."""
    for pause in _SHOWN_AFTER_SECONDS:
        await asyncio.sleep(pause)
        try:
            with as_troubles():
                answer = await account.client.files_info(file=file_id)
        except SendTrouble:
            continue
        shares = (answer.get("file") or {}).get("shares") or {}
        if any(place.channel in channels for channels in shares.values()):
            return True
    return False


async def unshare(account: SlackAccount, file_id: str) -> None:
    """Take a file of ours away, with the message that shows it. Raises `SendTrouble`; gone already is fine."""
    try:
        with as_troubles():
            await account.client.files_delete(file=file_id)
    except SendRefused as refused:
        if refused.error not in {"file_not_found", "file_deleted"}:
            raise
