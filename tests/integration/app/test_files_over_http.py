"""Files over HTTP: the upload page, REST's list, bytes and upload, the packing slip; names and kinds as attacks."""

import asyncio
import hashlib
import json
import random
import re
import tracemalloc
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bots.app.attempts import Attempts
from bots.app.filer import Filer
from bots.app.worker import Worker
from core.chats import Audience, Platform
from core.commands import MakeUploadLink
from core.file_views import files_of
from core.files import FOLDERS, FileKind
from core.people import PLATFORM, Actor, Role
from storage.images import PictureRoom
from tests.integration.app.conftest import Web
from tests.integration.app.pieces import announced, begun, brings
from tests.support.pictures import photo

PDF = b"%PDF-1.7 a plan"
FORM = "multipart/form-data; boundary=b"
STAFF = Actor(Role.STAFF, "slack:U1", "Eva")


@pytest.fixture
async def worker(web: Web) -> AsyncIterator[Worker]:
    room = PictureRoom(children=1)
    senders = {Platform.FILES: Filer(web.parts.files, room, {})}
    attempts = Attempts(senders, web.clock, lambda: 0.5)
    yield Worker(web.parts.database, web.parts.dispatcher, attempts, web.clock, "w", rest_seconds=0)
    await room.close()


async def link_for(web: Web, actor: Actor = PLATFORM, kind: FileKind | None = None) -> str:
    """The path of a fresh upload page for order CU-1."""
    (order,) = await web.parts.database.read(lambda store: store.orders.find(reference="CU-1"))
    return f"/u/{await web.parts.dispatcher.dispatch(MakeUploadLink(order.id, kind), actor)}"


def form_of(*files: tuple[str, bytes], kind: str = "packed_photo") -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("kind", kind)
    for name, content in files:
        form.add_field("files", content, filename=name, content_type="image/jpeg")
    return form


async def kept_files(web: Web) -> list[str]:
    """Every key in the store."""
    return [key async for key, _ in web.parts.files.keys()]  # noqa: SIM118 - no dict


async def listed(web: Web) -> list[dict[str, Any]]:
    status, files = await web.call("GET", "/orders/CU-1/files")
    assert status == 200
    return list(files)


async def test_the_platform_uploads_lists_and_downloads(web: Web, worker: Worker) -> None:
    await web.running()
    form = form_of(("IMG_1.jpg", photo()), ("plan.jpg", PDF), ("empty.jpg", b""))
    status, _, body = await web.raw("POST", "/api/v1/orders/CU-1/files", data=form, headers=web.headers)
    made = json.loads(body)
    assert (status, [one["name"] for one in made["received"]]) == (201, ["IMG_1.jpg", "plan.jpg"])
    await worker.drain()
    plan, picture = sorted(await listed(web), key=lambda file: file["mime"])
    assert (picture["kind"], picture["folder"], picture["review"], picture["revision"]) == (
        "packed_photo", "Production Files/Packed products", "pending", 1,
    )  # fmt: skip
    assert picture["sha256"] == hashlib.sha256(photo()).hexdigest()
    assert (picture["customer_sees"], picture["uploaded_by"]["id"], plan["mime"]) == (True, "rest", "application/pdf")
    for file, content in ((picture, photo()), (plan, PDF)):
        path = f"/api/v1/orders/CU-1/files/{file['id']}/content"
        status, headers, got = await web.raw("GET", path, headers=web.headers)
        assert (status, got) == (200, content)
        assert headers["content-disposition"].startswith(f'attachment; filename="{file["name"]}"')
        assert headers["x-content-type-options"] == "nosniff"
        assert (await web.raw("GET", path))[0] == 401


async def test_pages_are_never_given_out_as_pages(web: Web, worker: Worker) -> None:
    await web.running()
    evil = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    form = form_of(("a.svg", evil), ("b.html", b"<html><script>alert(1)</script>"), kind="other")
    await web.raw("POST", "/api/v1/orders/CU-1/files", data=form, headers=web.headers)
    await worker.drain()
    files = await listed(web)
    assert {file["mime"] for file in files} == {"image/svg+xml", "text/html"}
    for file in files:
        _, headers, _ = await web.raw("GET", f"/api/v1/orders/CU-1/files/{file['id']}/content", headers=web.headers)
        assert headers["content-type"] == "application/octet-stream"
        assert "sandbox" in headers["content-security-policy"]


async def test_damaged_and_foreign_files_are_problems(web: Web, worker: Worker) -> None:
    await web.running()
    await web.raw("POST", "/api/v1/orders/CU-1/files", data=form_of(("p.pdf", PDF)), headers=web.headers)
    await worker.drain()
    (file,) = await listed(web)
    await web.order("CU-2")
    status, _ = await web.call("GET", f"/orders/CU-2/files/{file['id']}/content")
    assert status == 404
    (revision,) = await web.parts.database.read(lambda store: store.revisions.find())
    await web.parts.files.remove(revision.blob)
    status, problem = await web.call("GET", f"/orders/CU-1/files/{file['id']}/content")
    assert (status, problem["type"]) == (500, "urn:cutr:problem:file-damaged")


@pytest.mark.parametrize(
    ("content_type", "data", "status"),
    [
        ("application/json", b"{}", 415),
        ("multipart/form-data", b"x", 400),
        (FORM, b"--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\nhal", 400),
        (FORM, b"nonsense", 400),
        (FORM, b'--b\r\nX: y\r\nContent-Disposition: form-data; name="kind"\r\n\r\nno\r\n--b--', 422),
        (FORM, b"--b\r\n" + b"X-Y: " + b"z" * 9000 + b"\r\n\r\n\r\n--b--", 400),
    ],
)  # fmt: skip
async def test_broken_forms_are_problems(web: Web, content_type: str, data: bytes, status: int) -> None:
    await web.running()
    headers = {**web.headers, "Content-Type": content_type}
    told, answered, _ = await web.raw("POST", "/api/v1/orders/CU-1/files", data=data, headers=headers)
    assert (told, answered["content-type"]) == (status, "application/problem+json")
    assert await listed(web) == []


async def test_the_page_takes_files_with_and_without_its_script(web: Web, worker: Worker) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    status, headers, body = await web.raw("GET", page)
    assert (status, headers["referrer-policy"]) == (200, "no-referrer")
    assert "script-src 'self'" in headers["content-security-policy"]
    assert b"unsafe-inline" not in headers["content-security-policy"].split("script-src")[1].split(";")[0].encode()
    assert b"Upload for CU-1" in body
    status, headers, script = await web.raw("GET", "/u/-/upload.js")
    assert (status, headers["content-type"].partition(";")[0]) == (200, "text/javascript")
    assert b"innerHTML" not in script
    status, _, body = await web.raw("POST", page, data=form_of(("a.jpg", PDF), ("b.jpg", PDF + b"2")))
    assert (status, "2 files received" in body.decode()) == (200, True)
    address = await begun(web, page, PDF + b"3", "big plan.pdf", kind="production_drawing")
    assert await brings(web, address, 0, PDF + b"3") == (204, len(PDF) + 1)
    await worker.drain()
    files = await listed(web)
    assert sorted(file["kind"] for file in files) == ["packed_photo", "packed_photo", "production_drawing"]
    assert {file["uploaded_by"]["id"] for file in files} == {"slack:U1"}


async def test_a_link_is_good_for_who_got_it_and_for_a_while(web: Web) -> None:
    await web.running()
    (order,) = await web.parts.database.read(lambda store: store.orders.find())
    _, made = await web.call("POST", f"/partners/{order.partner_id}/members",
                             {"name": "Jan", "role": "collaborator", "telegram_user_id": 4711})  # fmt: skip
    jan = Actor(Role.COLLABORATOR, "telegram:4711", "Jan", order.partner_id, made["id"])
    page, other = await link_for(web, jan), await link_for(web, STAFF)
    assert (await web.raw("GET", page))[0] == 200

    def remove(store: Any) -> None:
        member = store.members.get(made["id"])
        member.removed_at = web.clock()
        store.members.save(member)

    await web.parts.database.run(remove)
    assert (await web.raw("GET", page))[0] == 404
    assert (await web.raw("POST", f"{page}/files", headers=announced(PDF, "a")))[0] == 404
    web.clock.now += timedelta(days=1)
    for path, wanted, words in (
        (other, 410, b"worked for 24 hours"), ("/u/nonsense", 404, b"does not work"),
        ("/u/" + "x" * 500, 404, b"does not work"), ("/u/%00", 404, b"does not work"),
    ):  # fmt: skip
        status, headers, body = await web.raw("GET", path)
        assert (status, words in body, b"Upload link" in body) == (wanted, True, True)
        assert headers["cache-control"] == "private, no-store"
    assert await kept_files(web) == []


async def test_looking_changes_nothing(web: Web) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    before = await web.parts.database.read(lambda store: (store.upload_links.find(), store.upload_sets.find()))
    for method in ("GET", "HEAD"):
        assert (await web.raw(method, page))[0] == 200
    after = await web.parts.database.read(lambda store: (store.upload_links.find(), store.upload_sets.find()))
    assert before == after


async def test_sixty_megabytes_flow_through(web: Web, worker: Worker) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    piece = random.Random(1).randbytes(1 << 20)
    size = 60 * ((1 << 20) + 2)

    async def sixty() -> AsyncIterator[bytes]:
        for number in range(60):
            yield number.to_bytes(2, "big") + piece
            await asyncio.sleep(0)

    tracemalloc.start()
    headers = {**announced(b"", "film.mp4"), "Upload-Length": str(size)}
    _, made, _ = await web.raw("POST", f"{page}/files", headers=headers)
    assert await brings(web, made["location"], 0, sixty()) == (204, size)
    await worker.drain()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 << 20
    (file,) = await listed(web)
    seen = hashlib.sha256()
    async with web.client.get(
        f"{web.address}/api/v1/orders/CU-1/files/{file['id']}/content", headers=web.headers
    ) as answer:
        async for chunk in answer.content.iter_chunked(1 << 20):
            seen.update(chunk)
    assert seen.hexdigest() == file["sha256"]


async def test_what_is_larger_than_allowed_leaves_nothing(web: Web) -> None:
    await web.running()
    page = await link_for(web, STAFF)
    headers = {**announced(b"", "a"), "Upload-Length": str((2 << 30) + 1)}
    assert (await web.raw("POST", f"{page}/files", headers=headers))[0] == 413
    address = await begun(web, page, PDF, "a")
    assert (await brings(web, address, 0, PDF + b"more than announced"))[0] == 413
    assert await kept_files(web) == []


NASTY = [
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "C:\\x.jpg", "CON", "nul.txt", "a\0b.jpg", "x\r\ny.jpg",
    ".htaccess", "...", " ", "", "ż" * 300, "\u202egpj.exe", "<img src=x onerror=alert(1)>.jpg", "a;b.jpg",
    "\ud800.jpg", "COM1.dwg", "𝓯𝓪𝓷𝓬𝔂.png", "é.jpg", "e\u0301.jpg", "%2e%2e%2f", "a'\"`$(id).jpg", "-rf", "~root",
]  # fmt: skip


def nasty_names(count: int) -> list[str]:
    """The classics, and many made of the same pieces by chance."""
    chance = random.Random(27)
    pieces = [*NASTY, "/", "\\", ".", "..", "\t", "aux", ".jpg", ".svg", "🙂", "a" * 120]
    made = ["".join(chance.choice(pieces) for _ in range(chance.randrange(1, 6)))[:900] for _ in range(count)]
    return [*NASTY, *made]


def _part(number: int, name: str) -> bytes:
    """As a browser would write it, but with every other control sign left in."""
    told = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A").encode("utf-8", "replace")
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="' + told + b'"\r\n\r\n'
    return head + f"%PDF-1.7 {number}\r\n".encode()


async def test_no_name_leads_out_of_the_orders_folders(web: Web, worker: Worker) -> None:
    await web.running()
    (order,) = await web.parts.database.read(lambda store: store.orders.find())
    link = (await link_for(web, STAFF)).removeprefix("/u/")
    names = nasty_names(400)
    headers = {"Content-Type": FORM}
    for start in range(0, len(names), 100):
        body = b"".join(_part(number, name) for number, name in enumerate(names[start : start + 100], start))
        status, _, _ = await web.raw("POST", f"/u/{link}", data=body + b"--b--\r\n", headers=headers)
        assert status == 200
    await worker.drain()
    found = await web.parts.database.read(lambda store: files_of(store, order.id))
    assert len(found) == len(names)
    safe = re.compile(r"CU-1_[a-z-]+_\d{3,}(_[a-z0-9-]{1,40})?\.[a-z0-9]{1,5}")
    assert [view.file.name for view in found if not safe.fullmatch(view.file.name)] == []
    assert len({view.file.name.casefold() for view in found}) == len(names)
    assert {view.file.folder for view in found} <= set(FOLDERS.values())
    assert {view.file.audience for view in found} == {Audience.WITH_CUSTOMER}


async def test_the_slip_is_made_and_made_anew(web: Web) -> None:
    await web.running()
    assert (await web.call("GET", "/orders/CU-1/packing-slip.pdf"))[0] == 422
    for query, version, pages in (("packages=2", 1, 3), ("packages=2", 1, 3), ("boxes=1&pallets=2", 2, 4), ("", 2, 4)):
        status, headers, body = await web.raw(
            "GET", f"/api/v1/orders/CU-1/packing-slip.pdf?{query}", headers=web.headers
        )
        assert (status, headers["content-type"]) == (200, "application/pdf")
        assert f"v{version}.pdf" in headers["content-disposition"]
        assert len(re.findall(rb"/Type /Page\b", body)) == pages
    for query in ("packages=0", "packages=201", "packages=-1", "packages=x"):
        assert (await web.call("GET", f"/orders/CU-1/packing-slip.pdf?{query}"))[0] == 422


async def test_ready_wants_its_photos_or_a_reason(web: Web, worker: Worker) -> None:
    await web.running()
    await web.call("PUT", "/orders/CU-1/tasks/material_date", {"value": "2030-02-01"})
    await web.call("PUT", "/orders/CU-1/tasks/completion_date", {"value": "2030-02-08"})
    plan = {"method": "pick_up", "date": "2030-02-15"}
    await web.call("PUT", "/orders/CU-1/tasks/delivery_schedule", {"value": plan})
    status, problem = await web.call("POST", "/orders/CU-1/status", {"status": "ready"})
    assert (status, problem["type"]) == (409, "urn:cutr:problem:uploads-missing")
    assert [(one["field"], one["problem"]) for one in problem["errors"]] == [
        ("finished_photo", "missing"), ("packed_photo", "missing"),
    ]  # fmt: skip
    assert (await web.call("POST", "/orders/CU-1/status", {"status": "ready", "override": True}))[0] == 422
    body = {"status": "ready", "override": True, "reason": "Seen at the workshop"}
    status, order = await web.call("POST", "/orders/CU-1/status", body)
    assert (status, order["status"]) == (200, "ready")
