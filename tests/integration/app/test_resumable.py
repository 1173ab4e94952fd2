"""Uploads that are gone on with after a broken line or after closing the page; and a link's one session."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from bots.app.housekeeping import Housekeeping
from bots.app.worker import Worker
from core.chats import Audience
from core.files import ItemState
from tests.integration.app.conftest import Web
from tests.integration.app.pieces import OFFSET_TYPE, announced, begun, brings, offset
from tests.integration.app.test_files_over_http import STAFF, form_of, kept_files, link_for, listed, worker
from tests.support.pictures import photo

__all__ = ["worker"]
FILM = random.Random(5).randbytes(300_000)


async def breaks_off(web: Web, address: str, start: int, content: bytes) -> None:
    """Announce the whole rest, send only some of it, and hang up."""
    told = urlsplit(web.address)
    reader, writer = await asyncio.open_connection(told.hostname, told.port)
    head = (
        f"PATCH {address} HTTP/1.1\r\nHost: x\r\nUpload-Offset: {start}\r\nContent-Type: {OFFSET_TYPE}\r\n"
        f"Content-Length: {len(FILM) - start}\r\n\r\n"
    )
    writer.write(head.encode() + content)
    await writer.drain()
    # What was written is given time to arrive before the line is dead.
    await asyncio.sleep(0.1)
    writer.transport.abort()
    del reader


async def comes_to(web: Web, address: str, wanted: int) -> None:
    """Wait until the server has written down so much."""
    async with asyncio.timeout(10):
        while await offset(web, address) != wanted:  # noqa: ASYNC110 - looks through HTTP
            await asyncio.sleep(0.02)


async def test_what_came_before_the_line_broke_needs_not_come_again(web: Web, worker: Worker) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    address = await begun(web, page, FILM, "film.mp4")
    await breaks_off(web, address, 0, FILM[:100_000])
    await comes_to(web, address, 100_000)
    await breaks_off(web, address, 100_000, FILM[100_000:180_000])
    await comes_to(web, address, 180_000)
    assert await brings(web, address, 0, FILM) == (409, 180_000)
    assert await brings(web, address, 180_000, FILM[180_000:]) == (204, len(FILM))
    assert await offset(web, address) == len(FILM)
    await worker.drain()
    (file,) = await listed(web)
    assert (file["sha256"], file["size"]) == (hashlib.sha256(FILM).hexdigest(), len(FILM))


async def test_choosing_the_same_file_again_goes_on(web: Web, worker: Worker) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    address = await begun(web, page, FILM, "film.mp4", key="film.mp4|1")
    await brings(web, address, 0, FILM[:1000])
    assert await begun(web, page, FILM, "film.mp4", key="film.mp4|1") == address
    assert await begun(web, page, FILM, "film.mp4", key="film.mp4|2") != address
    await brings(web, address, 1000, FILM[1000:])
    status, told, _ = await web.raw("POST", f"{page}/files", headers=announced(FILM, "film.mp4", key="film.mp4|1"))
    assert (status, told["upload-offset"]) == (201, str(len(FILM)))
    await worker.drain()
    assert len(await listed(web)) == 1


async def test_a_picture_in_pieces_is_one_picture(web: Web, worker: Worker) -> None:
    await web.running()
    page, content = await link_for(web, STAFF), photo()
    address = await begun(web, page, content, "door.jpg", kind="finished_photo")
    third = len(content) // 3
    for start in (0, third, 2 * third):
        end = start + third if start < 2 * third else len(content)
        assert await brings(web, address, start, content[start:end]) == (204, end)
    await worker.drain()
    (file,) = await listed(web)
    assert (file["mime"], file["sha256"]) == ("image/jpeg", hashlib.sha256(content).hexdigest())
    assert len(await kept_files(web)) == 6, "three pieces, the whole, its preview and its copy"


async def test_pieces_are_swept_once_they_are_one_file_and_not_before(web: Web, worker: Worker) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    address = await begun(web, page, FILM, "film.mp4")
    await brings(web, address, 0, FILM[:1000])
    await brings(web, address, 1000, FILM[1000:])
    house = Housekeeping(web.parts.database, web.parts.dispatcher, web.parts.files, later)
    assert await house.tidy() == (0, 0), "nobody has made one file of them yet"
    await worker.drain()
    assert await house.tidy() == (2, 0)
    assert [file["sha256"] for file in await listed(web)] == [hashlib.sha256(FILM).hexdigest()]


def later() -> datetime:
    """Two days after the files were written, which the machine's own clock tells."""
    return datetime.now(UTC) + timedelta(days=2)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Upload-Offset": "0"}, 415),
        ({"Content-Type": OFFSET_TYPE}, 400),
        ({"Content-Type": OFFSET_TYPE, "Upload-Offset": "-1"}, 400),
        ({"Content-Type": OFFSET_TYPE, "Upload-Offset": "٣"}, 400),
        ({"Content-Type": OFFSET_TYPE, "Upload-Offset": "9" * 40}, 400),
        ({"Content-Type": OFFSET_TYPE, "Upload-Offset": "7"}, 409),
    ],
)
async def test_odd_requests_change_nothing(web: Web, headers: dict[str, str], status: int) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    address = await begun(web, page, FILM, "film.mp4")
    assert (await web.raw("PATCH", address, data=b"x", headers={"Content-Type": "text/plain", **headers}))[0] == status
    assert await offset(web, address) == 0
    other = await link_for(web, STAFF)
    foreign = f"{other}/files/{address.rsplit('/', 1)[1]}"
    assert (await web.raw("HEAD", foreign))[0] == 404
    assert (await brings(web, foreign, 0, FILM))[0] == 404
    for odd in ({"Upload-Length": "x"}, {"Upload-Length": "0"}, {"Upload-Metadata": "filename ???"}):
        assert (await web.raw("POST", f"{page}/files", headers={**announced(FILM, "a"), **odd}))[0] in {400, 403}
    assert await kept_files(web) == []


async def test_two_at_once_write_nothing_twice(web: Web, worker: Worker) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    address = await begun(web, page, FILM, "film.mp4")
    answers = await asyncio.gather(*[brings(web, address, 0, FILM) for _ in range(4)])
    assert sorted(status for status, _ in answers) == [204, 409, 409, 409]
    await worker.drain()
    assert [file["sha256"] for file in await listed(web)] == [hashlib.sha256(FILM).hexdigest()]
    assert len(await kept_files(web)) == 1


async def test_done_ends_the_link_and_says_how_to_get_another(web: Web, worker: Worker) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    assert (await web.raw("POST", page, data=form_of(("a.jpg", photo()))))[0] == 200
    address = await begun(web, page, FILM, "film.mp4")
    assert b"/done" in (await web.raw("GET", page))[2]
    status, _, body = await web.raw("POST", f"{page}/done")
    assert (status, b"one file was received" in body, b"Upload link" in body) == (410, True, True)
    (link,) = await web.parts.database.read(lambda store: store.upload_links.find())
    assert link.used_at == web.clock.now
    for method, path in (("GET", page), ("POST", page), ("PATCH", address), ("POST", f"{page}/files")):
        assert (await web.raw(method, path))[0] == 410
    await worker.drain()
    assert len(await listed(web)) == 1


async def test_done_in_the_middle_refuses_what_comes_after(web: Web) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    address = await begun(web, page, FILM, "film.mp4")
    finished = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield FILM[:1000]
        await finished.wait()
        yield FILM[1000:]

    sending = asyncio.create_task(brings(web, address, 0, slowly()))
    await asyncio.sleep(0)
    assert (await web.raw("POST", f"{page}/done"))[0] == 410
    finished.set()
    assert (await sending)[0] == 410
    assert await kept_files(web) == []


async def test_without_a_customers_chat_nothing_is_uploaded_for_the_customer(web: Web, worker: Worker) -> None:
    partner_id = await web.partner()
    await web.order("CU-1", customer_chat=False)
    assert (await web.call("POST", "/orders/CU-1/assignment", {"partner_id": partner_id}))[0] == 201
    page = await link_for(web, STAFF)
    await web.raw("POST", page, data=form_of(("a.jpg", photo())))
    address = await begun(web, page, FILM, "film.mp4", kind="packed_photo")
    await brings(web, address, 0, FILM)
    await worker.drain()
    sets, items = await web.parts.database.read(lambda store: (store.upload_sets.find(), store.upload_items.find()))
    assert {upload.audience for upload in sets} == {Audience.CUTR_ONLY}
    assert {item.state for item in items} == {ItemState.FILED}
    assert [file["customer_sees"] for file in await listed(web)] == [False, False]
