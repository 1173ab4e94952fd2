from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bots.outgoing import SendRefused
from bots.slack.fetching import may_have_token
from bots.slack.sender import SlackSender
from core.chats import Attachment, Audience, MediaKind, Platform
from core.commands import PlatformMessage, RelayMessage
from core.richtext import RichText
from tests.integration.slack.conftest import StaffRoom

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@dataclass
class OneFile:
    content: bytes

    async def fetch(self, attachment: Attachment, to: Path) -> Path:
        to.write_bytes(self.content)  # noqa: ASYNC240 - a hundred bytes
        return to


async def test_a_file_of_staff_travels_and_can_be_fetched(room: StaffRoom, tmp_path: Path) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, Audience.CUTR_ONLY)[0]["ts"]
    await room.slack.upload_as("anna", "orders", "plan.png", PICTURE, thread_ts=root, text="the plan")
    await room.settle()
    message = next(p.message for p in room.telegram.parcels if p.posting.kind == "DeliverMessage")
    assert message is not None
    (file,) = message.attachments
    assert (file.kind, file.name, message.body.plain()) == (MediaKind.PHOTO, "plan.png", "the plan")
    fetched = await room.account.fetch(file, tmp_path / "plan")
    assert fetched.read_bytes() == PICTURE


async def test_a_partners_album_is_one_share(room: StaffRoom) -> None:
    order, _, jan = await room.assigned()
    sender = room.worker.attempts.senders[Platform.SLACK]
    assert isinstance(sender, SlackSender)
    sender.fetchers = {Platform.TELEGRAM: OneFile(PICTURE).fetch}
    place = room.place(order, Audience.CUTR_ONLY, Platform.TELEGRAM)
    files = tuple(
        Attachment(MediaKind.PHOTO, Platform.TELEGRAM, f"f{n}", f"u{n}", f"{n}.png", "image/png") for n in (1, 2)
    )
    where = (Attachment(MediaKind.LOCATION, Platform.TELEGRAM, detail="52.37, 4.89"),)
    relay = RelayMessage(PlatformMessage(place.platform, place.channel, "9", place.thread), RichText.of("Look"),
                         room.clock.now(), (*files, *where))  # fmt: skip
    await room.door.room.dispatcher.dispatch(relay, jan)
    await room.settle()
    thread: list[Any] = await room.slack.wait_for(lambda: _with_files(room, order))
    assert [f["name"] for f in thread[-1]["files"]] == ["1.png", "2.png"]
    said = next(m for m in room.thread(order, Audience.CUTR_ONLY) if m.get("username"))
    assert "52.37, 4.89" in said["text"]


def _with_files(room: StaffRoom, order: Any) -> list[Any]:
    return [m for m in room.thread(order, Audience.CUTR_ONLY) if m.get("files")]


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://files.slack.com/files-pri/T1-F1/a.png", True),
        ("http://files.slack.com/files-pri/T1-F1/a.png", False),
        ("https://files.slack.com@evil.example/a.png", False),
        ("https://files.slack.com.evil.example/a.png", False),
        ("https://evil.example/files.slack.com", False),
        ("https://files.slack.com:8443/a.png", False),
        ("//files.slack.com/a", False),
        ("", False),
    ],
)
def test_the_token_goes_to_slack_only(url: str, may: bool) -> None:  # noqa: FBT001 - a table
    assert may_have_token(url, "https://slack.com/api/") is may


async def test_a_file_elsewhere_is_not_fetched(room: StaffRoom, tmp_path: Path) -> None:
    file = Attachment(MediaKind.PHOTO, Platform.SLACK, "F1", url="https://evil.example/x")
    with pytest.raises(SendRefused):
        await room.account.fetch(file, tmp_path / "x")
