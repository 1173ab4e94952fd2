"""Sets in Slack's threads: the question, the review with its contact sheet, verdicts, and what a workshop then gets."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bots.outgoing import Sent
from bots.slack.papers import Papers
from bots.slack.sender import SlackSender
from core.chats import Audience, Platform
from core.commands import PlatformMessage, RelayMessage
from core.file_views import UploadView
from core.files import File, Review
from core.orders import Order, Status
from core.parcels import Parcel
from core.people import Actor
from core.richtext import RichText
from tests.integration.slack.conftest import StaffRoom, actions_of
from tests.unit.core.scenes import photo

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 500
CUTR_ONLY, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


@dataclass
class Shelf:
    """A file store that takes everything: the same name stands for the same bytes."""

    taken: list[str] = field(default_factory=list)

    async def send(self, parcel: Parcel) -> Sent:
        assert parcel.item is not None
        name = parcel.item.source.unique_id
        self.taken.append(name)
        told = {"blob": f"b-{name}", "sha256": f"s-{name}", "size": 9, "mime": "image/jpeg", "warnings": ["blurred"]}
        return Sent((), words=json.dumps(told))

    async def look_up(self, parcel: Parcel) -> Sent | None:
        return None


@dataclass
class Draughtsman:
    """Draws the same sheet for every set."""

    drawn: list[int] = field(default_factory=list)

    async def __call__(self, shown: UploadView, to: Path) -> Path | None:
        self.drawn.append(len(shown.files))
        to.write_bytes(JPEG)  # noqa: ASYNC240 - some bytes
        return to


@pytest.fixture
def sheets(room: StaffRoom) -> Draughtsman:
    """The room with a file store and somebody who draws contact sheets."""
    drawn = Draughtsman()
    senders = room.worker.attempts.senders
    assert isinstance(senders, dict)
    senders[Platform.SLACK] = SlackSender(room.account, room.clock.now, contact_sheet=drawn)
    senders[Platform.FILES] = Shelf()
    return drawn


async def sends(room: StaffRoom, order: Order, jan: Actor, number: str, *names: str, caption: str = "") -> None:
    """Photos of the workshop in the topic that the customer reads."""
    place = room.place(order, SHARED, Platform.TELEGRAM)
    origin = PlatformMessage(place.platform, place.channel, number, place.thread)
    photos = tuple(photo(Platform.TELEGRAM, number, name) for name in names)
    relay = RelayMessage(origin, RichText.of(caption), room.clock.now(), photos)
    await room.door.room.dispatcher.dispatch(relay, jan)
    for _ in range(3):
        await room.settle()
        room.clock.advance(timedelta(seconds=3))
    await room.settle()


def cards(room: StaffRoom, order: Order, verb: str) -> list[dict[str, Any]]:
    """The messages of the thread with such a button."""
    found = [m for m in room.thread(order, SHARED)[1:] if "blocks" in m]
    return [m for m in found if any(a.split("|")[0] == verb for a in actions_of(m))]


def words(message: dict[str, Any]) -> str:
    return json.dumps(message["blocks"], ensure_ascii=False)


def filed(room: StaffRoom, order: Order) -> list[File]:
    return room.desk.store.files.find(order_id=order.id, withdrawn_at=None)


async def test_a_set_comes_with_names_warnings_and_its_pictures(room: StaffRoom, sheets: Draughtsman) -> None:
    order, _, jan = await room.assigned()
    await sends(room, order, jan, "501", "door.jpg", "side.jpg", caption="packed")
    (card,) = cards(room, order, "file_approve")
    assert "REF-1_packed-photo_001_door.jpg" in words(card)
    assert "blurred" in words(card)
    assert sheets.drawn == [2]
    shared = [m for m in room.thread(order, SHARED) if m.get("files")]
    assert [f["name"] for m in shared for f in m["files"]] == ["contact-sheet.jpg"]


async def test_approve_is_one_press_and_the_card_says_who(room: StaffRoom, sheets: Draughtsman) -> None:
    order, _, jan = await room.assigned()
    await sends(room, order, jan, "501", "door.jpg", caption="packed")
    (card,) = cards(room, order, "file_approve")
    await room.press("anna", card, "file_approve")
    await room.settle()
    assert [file.review for file in filed(room, order)] == [Review.APPROVED]
    assert cards(room, order, "file_approve") == []
    assert "approved by Anna" in words(cards(room, order, "files")[-1])
    assert sheets.drawn == [1]


async def test_reject_demands_a_note_that_reaches_the_workshop(room: StaffRoom, sheets: Draughtsman) -> None:
    order, _, jan = await room.assigned()
    await sends(room, order, jan, "501", "door.jpg", caption="packed")
    (card,) = cards(room, order, "file_approve")
    await room.press("anna", card, "file_reject")
    form = await room.form("anna")
    empty = await room.slack.submit_view("anna", form["id"], {"note": {"value": "  "}})
    assert [file.review for file in filed(room, order)] == [Review.PENDING]
    assert empty.status == 200
    await room.slack.submit_view("anna", form["id"], {"note": {"value": "the corner is dark"}})
    await room.settle()
    assert [file.review for file in filed(room, order)] == [Review.REJECTED]
    told = [p.notice for p in room.telegram.parcels if p.posting.kind == "FileRejected"]
    assert [getattr(notice, "note", "") for notice in told] == ["the corner is dark"]
    assert "the corner is dark" in words(cards(room, order, "files")[-1])


async def test_what_staff_post_is_asked_about_and_filed_by_a_press(room: StaffRoom, sheets: Draughtsman) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, SHARED)[0]["ts"]
    await room.slack.upload_as("anna", "orders", "plan.pdf", b"%PDF-1.7 " + b"0" * 90, thread_ts=root)
    await room.settle()
    room.clock.advance(timedelta(seconds=3))
    await room.settle()
    (card,) = cards(room, order, "file_as")
    assert "Production drawings" in words(card)
    verb = next(a for a in actions_of(card) if a.endswith("|production_drawing"))
    await room.slack.click("anna", room.channel, card["ts"], verb)
    await room.settle()
    assert [file.kind for file in filed(room, order)] == ["production_drawing"]
    (answer,) = cards(room, order, "file_undo")
    await room.press("anna", answer, "file_undo")
    await room.settle()
    assert filed(room, order) == []
    assert sheets.drawn == []


async def test_ready_says_what_is_missing_and_takes_a_reason(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, CUTR_ONLY)[0]
    assert "packed product pictures missing" in words(root)
    await room.press("anna", root, "ready")
    form = await room.form("anna")
    assert "Still missing" in json.dumps(form["blocks"])
    await room.slack.submit_view("anna", form["id"], {"reason": {"value": ""}})
    assert room.desk.store.orders.get(order.id).status is Status.IN_PRODUCTION  # type: ignore[union-attr]
    await room.slack.submit_view("anna", form["id"], {"reason": {"value": "seen on the phone"}})
    await room.settle()
    assert room.desk.store.orders.get(order.id).status is Status.READY  # type: ignore[union-attr]


async def test_the_slip_comes_into_the_cutr_only_thread(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()

    async def paper(order_id: str) -> bytes | None:
        return b"%PDF-1.7 " + order_id.encode()

    room.door.room.papers = Papers(paper)
    await room.press("anna", room.thread(order, CUTR_ONLY)[0], "slip")
    form = await room.form("anna")
    values = {"boxes": {"value": "3"}, "pallets": {"value": "1"}}
    await room.slack.submit_view("anna", form["id"], values)
    await room.settle()
    shared = await room.slack.wait_for(lambda: [m for m in room.thread(order, CUTR_ONLY) if m.get("files")])
    assert [f["name"] for f in shared[-1]["files"]] == ["REF-1-packing-slip-v1.pdf"]
    assert [slip.packages for slip in room.desk.store.slips.find(order_id=order.id)] == [4]


async def test_file_this_asks_anew_about_what_was_taken_back(room: StaffRoom, sheets: Draughtsman) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, SHARED)[0]["ts"]
    await room.slack.upload_as("anna", "orders", "a.png", JPEG, thread_ts=root, text="packed")
    await room.settle()
    room.clock.advance(timedelta(seconds=3))
    await room.settle()
    await room.press("anna", cards(room, order, "file_undo")[0], "file_undo")
    await room.settle()
    ts = next(m["ts"] for m in room.thread(order, SHARED) if m.get("files"))
    await room.slack.message_shortcut("anna", "file_this", room.channel, ts)
    await room.settle()
    (card,) = cards(room, order, "file_as")
    assert "Where does this file go?" in words(card)
    assert sheets.drawn == []


async def test_every_file_can_be_judged_in_the_list(room: StaffRoom, sheets: Draughtsman) -> None:
    order, _, jan = await room.assigned()
    await sends(room, order, jan, "501", "a.jpg", "b.jpg", caption="packed")
    await room.slack.slash("anna", "orders", "/order", "REF-1 files")
    form = await room.form("anna")
    verdict = next(a for a in actions_of(form) if a.startswith("file_approve_one"))
    await room.slack.click_in_view("anna", form["id"], verdict)
    await room.settle()
    assert sorted(file.review for file in filed(room, order)) == [Review.APPROVED, Review.PENDING]
    assert sheets.drawn == [2]
