"""REST v1 over a real port and a real database."""

import asyncio
import io
import json
from typing import Any

import pytest

from core.commands import RecordFeedback
from core.orders import FeedbackCategory
from core.people import PLATFORM
from tests.integration.app.conftest import Web


async def test_a_whole_life(web: Web) -> None:
    made = await web.running()
    assert (made["status"], len(made["chats"])) == ("in_production", 2)
    assert {task["key"] for task in made["tasks"]} >= {"material_date", "completion_date", "delivery_schedule"}
    due = {task["due_at"] for task in made["tasks"] if task["due_at"]}
    assert due == {"2030-01-10T09:00:00+00:00"}
    await web.call("PUT", "/orders/CU-1/tasks/material_date", {"value": "2030-02-01"})
    await web.call("PUT", "/orders/CU-1/tasks/completion_date", {"value": "2030-02-08"})
    plan = {"method": "pick_up", "date": "2030-02-15"}
    status, task = await web.call("PUT", "/orders/CU-1/tasks/delivery_schedule", {"value": plan})
    assert (status, task["state"], task["value"]["date"]) == (200, "done", "2030-02-15")
    for step in ("ready", "delivered", "approved"):
        web.clock.move(hours=1)
        more = {"override": True, "reason": "Seen at the workshop"} if step == "ready" else {}
        status, order = await web.call("POST", "/orders/CU-1/status", {"status": step, **more})
        assert (status, order["status"]) == (200, step)
    _, timeline = await web.call("GET", "/orders/CU-1/timeline")
    assert timeline[0]["event"] == "order_created"
    assert {"at", "effective_at", "actor", "event", "old", "new", "reason"} <= set(timeline[0])


async def test_the_same_key_gives_the_same_answer_byte_for_byte(web: Web) -> None:
    headers = {**web.headers, "Idempotency-Key": "k-1"}
    first = await web.raw("POST", "/api/v1/partners", json={"name": "Hout", "language": "en"}, headers=headers)
    headers["Content-Type"] = "application/json"
    again = await web.raw("POST", "/api/v1/partners", data=b'{"language": "en",  "name": "Hout"}', headers=headers)
    assert (first[0], first[2]) == (again[0], again[2])
    status, problem = await web.call("POST", "/partners", {"name": "Other"}, **{"Idempotency-Key": "k-1"})
    assert (status, problem["type"]) == (422, "urn:cutr:problem:key-reused")
    found = await web.parts.database.read(lambda store: store.partners.find(name="Hout"))
    assert len(found) == 1


async def test_twins_at_the_same_moment_have_one_effect(web: Web) -> None:
    _, customer = await web.call("POST", "/customers", {"name": "Ann", "email": "a@example.org", "language": "en"})
    body = {"reference": "CU-7", "title": "Kitchen", "customer_id": customer["id"]}
    calls = [web.call("POST", "/orders", body, **{"Idempotency-Key": "twin"}) for _ in range(8)]
    answers = await asyncio.gather(*calls)
    assert {status for status, _ in answers} == {201}
    assert len({json.dumps(answer) for _, answer in answers}) == 1


async def test_an_invite_is_told_again_and_kept_nowhere(web: Web) -> None:
    partner_id = await web.partner()
    body, key = {"name": "Jan", "role": "admin"}, {"Idempotency-Key": "invite-1"}
    status, first = await web.call("POST", f"/partners/{partner_id}/members", body, **key)
    _, again = await web.call("POST", f"/partners/{partner_id}/members", body, **key)
    assert status == 201
    assert first["invite_url"].startswith("https://t.me/cutr_bot?start=")
    assert first == again
    code = first["invite_url"].partition("=")[2]
    kept = await web.parts.database.read(lambda store: store.idempotency.get("invite-1"))  # type: ignore[attr-defined]
    assert code not in kept.body
    invites = await web.parts.database.read(lambda store: store.invites.find())
    assert [invite.code_hash for invite in invites] == [web.parts.house.hash_code(code)]


async def test_a_member_with_an_id_needs_no_link(web: Web) -> None:
    partner_id = await web.partner()
    body = {"name": "Piet", "role": "collaborator", "telegram_user_id": 4711}
    status, made = await web.call("POST", f"/partners/{partner_id}/members", body)
    assert (status, made["telegram_user_id"], "invite_url" in made) == (201, 4711, False)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/partners", {}, 422),
        ("POST", "/partners", {"name": "  "}, 422),
        ("POST", "/partners", {"name": "a\u0000b"}, 422),
        ("POST", "/partners", {"name": "x", "time_zone": "../../etc/passwd"}, 422),
        ("POST", "/partners", {"name": "x" * 10_000}, 422),
        ("POST", "/partners/none/members", {"name": "x", "role": "admin"}, 404),
        ("POST", "/customers", {"name": "x", "email": "nobody"}, 422),
        ("POST", "/orders", {"reference": "R", "title": "t", "customer_id": "none"}, 422),
        ("POST", "/orders/NONE/offers", {"partner_ids": ["p"]}, 404),
        ("POST", "/orders/CU-1/offers", {"partner_ids": []}, 422),
        ("POST", "/orders/CU-1/assignment", {"partner_id": "none"}, 422),
        ("POST", "/orders/CU-1/assignment", {"partner_id": "p", "assigned_at": "2030-01-01T00:00:00"}, 422),
        ("POST", "/orders/CU-1/status", {"status": "ready"}, 409),
        ("POST", "/orders/CU-1/status", {"status": "draft"}, 422),
        ("POST", "/orders/CU-1/status", {"status": "cancelled"}, 422),
        ("PUT", "/orders/CU-1/tasks/nothing", {"value": 1}, 404),
        ("PUT", "/orders/CU-1/tasks/material_date", {"value": 7}, 422),
        ("PUT", "/orders/CU-1/tasks/material_date", {"value": "2030-W01-1"}, 422),
        ("PUT", "/orders/CU-1/tasks/delivery_schedule", {"value": {"method": "rocket", "date": "2030-01-31"}}, 422),
        ("PUT", "/orders/CU-1/tasks/invoice_reference", {"value": {}}, 422),
        ("PUT", "/orders/CU-1/milestones/m1", {"label": "x", "date": "31-01-2030"}, 422),
        ("GET", "/orders/NONE", None, 404),
        ("GET", "/orders/%00", None, 404),
        ("GET", "/orders/%ff%fe", None, 404),
        ("GET", "/orders?cursor=nonsense", None, 422),
        ("GET", "/orders?status=nonsense", None, 422),
        ("GET", "/orders?q=%00", None, 422),
        ("GET", "/orders?limit=100000", None, 422),
        ("GET", "/orders/CU-1/messages", None, 422),
        ("GET", "/nowhere", None, 404),
        ("DELETE", "/orders", None, 405),
    ],
)
async def test_bad_requests_are_problems(web: Web, method: str, path: str, body: Any, status: int) -> None:
    await web.order()
    told, problem = await web.call(method, path, body)
    assert (told, problem["status"]) == (status, status)
    assert {"type", "title", "detail"} <= set(problem)


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b'{"name": 1e999999}', b"\xff\xfe", b'{"name":"\\ud800"}'])
async def test_bodies_that_nobody_can_read_are_problems(web: Web, data: bytes) -> None:
    headers = {**web.headers, "Content-Type": "application/json", "Idempotency-Key": "x"}
    status, answered, _ = await web.raw("POST", "/api/v1/partners", data=data, headers=headers)
    assert status in {400, 422}
    assert answered["content-type"] == "application/problem+json"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer wrong", "Basic token-of-the-platform", "Bearer é"])
async def test_without_the_token_nothing_is_told(web: Web, header: str) -> None:
    headers = {"Authorization": header} if header else {}
    for path in ("/orders", "/orders/CU-1", "/nowhere"):
        status, answered, _ = await web.raw("GET", f"/api/v1{path}", headers=headers)
        assert (status, answered["content-type"]) == (401, "application/problem+json")
    status, _, _ = await web.raw("POST", "/api/v1/partners", json={"name": "x"}, headers=headers)
    assert status == 401
    assert await web.parts.database.read(lambda store: store.partners.find()) == []


async def test_a_body_too_large_is_refused(web: Web) -> None:
    status, _, _ = await web.raw("POST", "/api/v1/partners", data=io.BytesIO(b" " * 1_100_000), headers=web.headers)
    assert status == 413


async def test_pages_and_filters(web: Web) -> None:
    for number in range(5):
        await web.order(f"CU-{number}", title=f"Kitchen {number}")
    seen: list[str] = []
    cursor = ""
    while cursor is not None:
        _, page = await web.call("GET", "/orders?limit=2" + (f"&cursor={cursor}" if cursor else ""))
        seen += [order["reference"] for order in page["orders"]]
        cursor = page["next_cursor"]
    assert sorted(seen) == [f"CU-{number}" for number in range(5)]
    _, found = await web.call("GET", "/orders?q=Kitchen 3&status=draft")
    assert [order["reference"] for order in found["orders"]] == ["CU-3"]


async def test_an_odd_date_is_taken_with_a_warning(web: Web) -> None:
    await web.running()
    status, task = await web.call("PUT", "/orders/CU-1/tasks/material_date", {"value": "2029-01-01"})
    assert (status, task["value"]) == (200, "2029-01-01")
    assert task["warnings"] != []


async def test_milestones_are_set_moved_and_removed(web: Web) -> None:
    await web.order()
    for day in ("2030-02-01", "2030-02-02"):
        status, made = await web.call("PUT", "/orders/CU-1/milestones/frame", {"label": "Frame", "date": day})
        assert (status, made["date"]) == (200, day)
    _, order = await web.call("GET", "/orders/CU-1")
    assert [(m["key"], m["label"], m["date"]) for m in order["milestones"]] == [("frame", "Frame", "2030-02-02")]


async def test_a_running_order_counts_from_its_own_past(web: Web) -> None:
    partner_id = await web.partner()
    await web.order()
    body = {"partner_id": partner_id, "assigned_at": "2030-01-01T12:00:00+01:00"}
    _, made = await web.call("POST", "/orders/CU-1/assignment", body)
    assert made["assigned_at"] == "2030-01-01T11:00:00+00:00"
    assert {task["due_at"] for task in made["tasks"] if task["due_at"]} == {"2030-01-04T11:00:00+00:00"}


async def test_the_document_and_its_page_stand_alone(web: Web) -> None:
    status, _, body = await web.raw("GET", "/api/openapi.json")
    document = json.loads(body)
    assert status == 200
    assert "/v1/orders/{reference}/status" in document["paths"]
    status, _, page = await web.raw("GET", "/api/docs")
    assert status == 200
    assert b"/api/v1/orders/{reference}/tasks/{key}" in page
    assert b"http" not in page.replace(b"https://www.w3.org", b"")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("DELETE", "/orders", "GET, POST"), ("PATCH", "/orders/CU-1", "GET"), ("PUT", "/orders/CU-1/files", "GET, POST"),
     ("GET", "/orders/CU-1/tasks/material_date", "PUT")],
)  # fmt: skip
async def test_all_methods_of_an_address_are_named(web: Web, method: str, path: str, allowed: str) -> None:
    status, headers, _ = await web.raw(method, f"/api/v1{path}", headers=web.headers)
    assert (status, headers["allow"]) == (405, allowed)


async def test_feedback_can_be_set_aside_again(web: Web) -> None:
    await web.running()
    for step in ({"status": "ready", "override": True, "reason": "Seen"}, {"status": "delivered"}):
        await web.call("POST", "/orders/CU-1/status", step)
    order = await web.parts.database.read(lambda store: store.orders.find(reference="CU-1")[0])
    command = RecordFeedback(order.id, FeedbackCategory.FINISH, "A scratch")
    await web.parts.dispatcher.dispatch(command, PLATFORM)
    assert (await web.call("GET", "/orders/CU-1"))[1]["status"] == "feedback_received"
    assert (await web.call("POST", "/orders/CU-1/status", {"status": "delivered"}))[0] == 422
    status, made = await web.call("POST", "/orders/CU-1/status", {"status": "delivered", "reason": "A mistake"})
    assert (status, made["status"]) == (200, "delivered")


async def test_a_renewed_link_replaces_the_earlier_one(web: Web) -> None:
    first = (await web.order())["customer_url"]
    status, made = await web.call("POST", "/orders/CU-1/customer-link")
    assert (status, made["reference"]) == (200, "CU-1")
    assert made["customer_url"] != first
    assert (await web.call("GET", "/orders/CU-1"))[1]["customer_url"] == made["customer_url"]
    for url, wanted in ((first, 404), (made["customer_url"], 200)):
        status, _, _ = await web.raw("GET", url.removeprefix("https://orders.example"))
        assert status == wanted
    _, revoked = await web.call("POST", "/orders/CU-1/customer-link", {"action": "revoke"})
    assert revoked["customer_url"] != made["customer_url"]


@pytest.mark.parametrize(
    "body",
    [{"telegram_chat_id": False}, {"telegram_chat_id": 1.0}, {"self_billing": "yes"}, {"self_billing": 1}],
)
async def test_nothing_is_read_as_something_else(web: Web, body: dict[str, Any]) -> None:
    assert (await web.call("POST", "/partners", {"name": "Hout", **body}))[0] == 422


@pytest.mark.parametrize("day", [0, True, "2030-01-31T00:00:00", "20300131"])
async def test_a_day_is_written_as_one(web: Web, day: object) -> None:
    await web.order()
    assert (await web.call("PUT", "/orders/CU-1/milestones/m1", {"label": "x", "date": day}))[0] == 422
