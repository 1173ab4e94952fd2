"""What staff send into a thread is filed byte by byte; pages, stubs and files kept elsewhere are seen through."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bots.app.filer import Filer
from bots.slack.attachments import files_of
from core.chats import Audience, Platform
from core.files import ItemState, UploadItem
from core.orders import Order
from storage.images import PictureRoom
from tests.integration.slack.conftest import StaffRoom, actions_of
from tests.support.fake_files import FakeFileStore
from tests.support.pictures import photo

SHARED = Audience.WITH_CUSTOMER


@pytest.fixture
async def files(room: StaffRoom) -> AsyncIterator[FakeFileStore]:
    """The room with the true filer, which fetches from the strange Slack."""
    kept, pictures = FakeFileStore(), PictureRoom(children=1)
    senders = room.worker.attempts.senders
    assert isinstance(senders, dict)
    senders[Platform.FILES] = Filer(kept, pictures, {Platform.SLACK: room.account.stream})
    yield kept
    await pictures.close()


async def come_in(room: StaffRoom) -> None:
    for _ in range(3):
        await room.settle()
        room.clock.advance(timedelta(seconds=3))
    await room.settle()


def root(room: StaffRoom, order: Order) -> str:
    return str(room.thread(order, SHARED)[0]["ts"])


def shown(room: StaffRoom, order: Order) -> str:
    """Everything in the thread but its root."""
    return json.dumps(room.thread(order, SHARED)[1:], ensure_ascii=False)


def items(room: StaffRoom) -> list[UploadItem]:
    return room.desk.store.upload_items.find()


async def test_a_photo_is_asked_about_and_filed_byte_by_byte(room: StaffRoom, files: FakeFileStore) -> None:
    order, _, _ = await room.assigned()
    await room.slack.upload_as("anna", "orders", "door.jpg", photo(), thread_ts=root(room, order))
    await come_in(room)
    card = next(m for m in room.thread(order, SHARED) if any("file_as" in a for a in actions_of({"blocks": [], **m})))
    verb = next(a for a in actions_of(card) if a.endswith("|finished_photo"))
    await room.slack.click("anna", room.channel, card["ts"], verb)
    await come_in(room)
    (item,) = items(room)
    assert (item.state, files.held[item.blob or ""]) == (ItemState.FILED, photo())
    assert b"SECRET" not in files.held[item.copy or ""]


async def test_a_login_page_is_no_photo(room: StaffRoom, files: FakeFileStore) -> None:
    """A token that may not read files gets status 200 and a page (platforms.md 1.10)."""
    order, _, _ = await room.assigned()
    await room.slack.configure_app(scopes=room.slack.settings.scopes - {"files:read"})
    await room.slack.upload_as("anna", "orders", "door.jpg", photo(), thread_ts=root(room, order), text="packed")
    await come_in(room)
    (item,) = items(room)
    assert (item.state, item.trouble) == (ItemState.LOST, "file_is_a_login_page")
    assert files.held == {}
    assert "door.jpg could not be fetched" in shown(room, order)


async def test_a_stub_is_asked_about_before_it_is_fetched(room: StaffRoom, files: FakeFileStore) -> None:
    file_id = await room.slack.store_file("anna", "door.jpg", photo())
    stub = {"id": file_id, "mode": "file_access", "file_access": "check_file_info", "user": "U1", "created": 1}
    (attachment,), named = await files_of(room.account, [stub])
    assert (attachment.name, attachment.size, named) == ("door.jpg", len(photo()), [])
    assert b"".join([chunk async for chunk in room.account.stream(attachment)]) == photo()


async def test_a_file_kept_elsewhere_is_named_and_never_fetched(room: StaffRoom, files: FakeFileStore) -> None:
    order, _, _ = await room.assigned()
    outside = "https://drive.example/plan"
    file_id = await room.slack.store_file("anna", "plan.pdf", b"", external_url=outside)
    await room.slack.post_as("anna", "orders", "the plan", root(room, order), [file_id])
    await come_in(room)
    assert (items(room), files.held) == ([], {})
    (told,) = [words for words in room.telegram.words() if "the plan" in words]
    assert "plan.pdf is kept outside Slack" in told
    assert outside in told


async def test_file_this_on_a_file_kept_elsewhere_says_so(room: StaffRoom, files: FakeFileStore) -> None:
    order, _, _ = await room.assigned()
    file_id = await room.slack.store_file("anna", "plan.pdf", b"", external_url="https://drive.example/plan")
    ts = await room.slack.post_as("anna", "orders", "the plan", root(room, order), [file_id])
    await come_in(room)
    answer: Any = await room.slack.message_shortcut("anna", "file_this", room.channel, ts)
    await come_in(room)
    assert answer.status == 200
    assert items(room) == []
    assert room.slack.ephemerals("anna"), "the asker hears that there is nothing to file"
