"""Files of a Slack message as the relay knows them; what can't be downloaded is named in words (platforms.md 1.10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bots.slack.account import SlackAccount
from bots.slack.blocks import one_line
from bots.slack.troubles import as_away
from bots.texts import say
from core.chats import Attachment, MediaKind, Platform

File = Mapping[str, Any]
NOTHING_THERE = frozenset({"external", "tombstone", "hidden_by_limit"})


async def files_of(account: SlackAccount, files: Iterable[File]) -> tuple[list[Attachment], list[str]]:
    """The files that can be carried over, and a line of words for each that can't. Raises `SlackAway`."""
    carried: list[Attachment] = []
    named: list[str] = []
    for stub in files:
        file = await _whole(account, stub)
        if file.get("mode") in NOTHING_THERE or file.get("is_external") or not _address(file):
            named.append(say("slack-file-not-here", name=_name(file), address=_shown_address(file)))
        else:
            carried.append(as_attachment(file))
    return carried, named


async def _whole(account: SlackAccount, file: File) -> File:
    if file.get("file_access") != "check_file_info" and file.get("mode") != "file_access":
        return file
    with as_away():
        answer = await account.client.files_info(file=str(file.get("id")))
    found = answer.get("file")
    return found if isinstance(found, Mapping) else file


def _address(file: File) -> str:
    return str(file.get("url_private_download") or file.get("url_private") or "")


def _shown_address(file: File) -> str:
    shown = str(file.get("url_private") or "") if file.get("is_external") or file.get("mode") == "external" else ""
    return f"({shown})" if shown.startswith("https://") else ""


def _name(file: File) -> str:
    return one_line(str(file.get("name") or file.get("title") or file.get("id") or ""))[:200] or "file"


def as_attachment(file: File) -> Attachment:
    """A file object of Slack's as an attachment; its mimetype is a hint only."""
    mime = str(file.get("mimetype") or "application/octet-stream")
    return Attachment(
        kind=_kind(mime, str(file.get("subtype") or "")),
        platform=Platform.SLACK,
        file_id=str(file.get("id") or ""),
        unique_id=str(file.get("id") or ""),
        name=_name(file),
        mime=mime,
        size=int(file.get("size") or 0),
        url=_address(file),
    )


def _kind(mime: str, subtype: str) -> MediaKind:
    if subtype == "slack_audio":
        return MediaKind.VOICE
    if mime in {"image/jpeg", "image/png", "image/webp"}:
        return MediaKind.PHOTO
    if mime == "image/gif":
        return MediaKind.ANIMATION
    family = mime.partition("/")[0]
    return {"video": MediaKind.VIDEO, "audio": MediaKind.AUDIO}.get(family, MediaKind.DOCUMENT)
