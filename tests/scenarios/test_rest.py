"""REST v1 as product.md lists it: names, statuses and fields, keys, problems, pages, and the same guards as in chat."""

from __future__ import annotations

from datetime import datetime, timedelta

import aiohttp

from tests.scenarios.cases import a_draft, a_partner, an_assigned_order
from tests.scenarios.doing import MONDAY, monday_morning
from tests.scenarios.people import CUTR_ONLY
from tests.scenarios.world import API_TOKEN, World

ORDER = {"status", "partner_id", "tasks", "deadlines", "milestones", "chats", "customer_url", "reference", "title"}
TASK = {"key", "state", "value", "due_at", "done_at"}
ENTRY = {"at", "effective_at", "actor", "event", "old", "new", "reason"}
TASK_KEYS = {"material_date", "completion_date", "delivery_schedule", "invoice_reference"}


async def test_a_life_with_the_fields_that_are_promised(world: World) -> None:
    case = await an_assigned_order(world)
    shown = await case.shown()
    assert set(shown) >= ORDER
    assert shown["status"] == "in_production"
    assert {task["key"] for task in shown["tasks"]} >= TASK_KEYS
    assert all(set(task) >= TASK and task["state"] in {"open", "done", "hidden"} for task in shown["tasks"])
    assert {chat["audience"] for chat in shown["chats"]} == {"cutr_only", "with_customer"}
    assert shown["customer_url"].startswith(f"{world.parts.links.public_url}/c/")

    for key, value in (("material_date", "2035-01-31"), ("completion_date", "2035-02-07"),
                       ("delivery_schedule", {"method": "installation", "date": "2035-02-14"}),
                       ("invoice_reference", {"no_reference": True})):  # fmt: skip
        task = await world.rest("PUT", f"/orders/K-100/tasks/{key}", 200, value=value)
        assert task["state"] == "done"
    milestone = await world.rest("PUT", "/orders/K-100/milestones/frame", 200, label="Frame", date="2035-01-20")
    assert (milestone["key"], milestone["label"], milestone["date"]) == ("frame", "Frame", "2035-01-20")

    for status in ("ready", "delivered", "in_production", "ready", "delivered", "approved"):
        past_photos = {"override": True} if status == "ready" else {}
        told = await world.rest("POST", "/orders/K-100/status", 200, status=status, reason="As agreed", **past_photos)
        assert told["status"] == status
    entries = await world.rest("GET", "/orders/K-100/timeline")
    assert all(set(entry) >= ENTRY for entry in entries)
    assert await world.rest("GET", "/orders/K-100/files") == []


async def test_the_same_guards_as_in_chat(world: World) -> None:
    case = await an_assigned_order(world)
    problem = await world.rest("POST", "/orders/K-100/status", 409, status="ready")
    assert problem["type"] == "urn:cutr:problem:uploads-missing"
    assert "finished product pictures and packed product pictures" in problem["detail"]
    for status in ("delivered", "approved"):
        problem = await world.rest("POST", "/orders/K-100/status", 409, status=status)
        assert problem["type"] == "urn:cutr:problem:wrong-status"
        assert "K-100" in problem["detail"]
    problem = await world.rest("POST", "/orders/K-100/status", 422, status="cancelled")
    assert problem["type"] == "urn:cutr:problem:reason-needed"
    assert (await world.rest("POST", "/orders/K-100/status", 422, status="ready", override=True))["status"] == 422
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", value={"method": "delivery", "date": "2035-02-14"})
    moved = {"method": "delivery", "date": "2035-02-21"}
    problem = await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", 422, value=moved)
    assert "reason" in problem["detail"]
    await world.rest("PUT", "/orders/K-100/tasks/delivery_schedule", 200, value=moved, reason="The oak is late")
    await case.jan.says(case.order, CUTR_ONLY, "Heard")
    await world.settled()
    told = await world.rest("GET", "/orders/K-100/messages?chat=cutr_only")
    assert [(one["text"], one["author"]["name"]) for one in told] == [("Heard", "Jan")]
    assert await world.rest("GET", "/orders/K-100/messages?chat=with_customer") == []


async def test_a_running_order_is_brought_in_with_its_past(world: World) -> None:
    await monday_morning(world)
    partner = await a_partner(world)
    await a_draft(world)
    past = MONDAY - timedelta(days=2)
    order = await world.rest("POST", "/orders/K-100/assignment", 201, partner_id=partner, assigned_at=past.isoformat())
    due = {task["due_at"] for task in order["tasks"] if task["due_at"]}
    assert {datetime.fromisoformat(at) for at in due} == {past + timedelta(hours=72)}
    future = (world.clock.now() + timedelta(days=1)).isoformat()
    await a_draft(world, "K-200")
    await world.rest("POST", "/orders/K-200/assignment", 422, partner_id=partner, assigned_at=future)
    assert (await world.rest("GET", "/orders/K-200"))["status"] == "draft"


async def test_offers_pages_and_filters(world: World) -> None:
    partner = await a_partner(world)
    customer, _ = await a_draft(world)
    for number in range(7):
        await world.rest("POST", "/orders", 201, reference=f"T-{number}", title="Table", customer_id=customer)
    offered = await world.rest("POST", "/orders/K-100/offers", 201, partner_ids=[partner], answer_within_hours=5)
    assert offered["offers"][0]["state"] == "open"
    seen: list[str] = []
    cursor = ""
    while True:
        page = await world.rest("GET", f"/orders?limit=3{cursor}")
        seen += [order["reference"] for order in page["orders"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [*(f"T-{number}" for number in reversed(range(7))), "K-100"]
    for query, count in (("status=offered", 1), ("status=draft", 7), (f"partner_id={partner}", 0), ("q=tABLE", 7),
                         ("q=carla", 8), ("q=nobody", 0)):  # fmt: skip
        assert (await world.rest("GET", f"/orders?{query}"))["total"] == count, query


async def test_a_key_means_one_effect_and_no_token_means_none(world: World) -> None:
    customer, _ = await a_draft(world)
    body = {"reference": "N-1", "title": "Bench", "customer_id": customer}
    url = f"{world.address}/api/v1/orders"
    async with aiohttp.ClientSession() as session:
        headers = {"Authorization": f"Bearer {API_TOKEN}", "Idempotency-Key": "once"}
        answers = []
        for _ in range(3):
            async with session.post(url, json=body, headers=headers) as answer:
                answers.append((answer.status, await answer.text()))
        assert len(set(answers)) == 1
        assert answers[0][0] == 201
        async with session.post(url, json=body | {"title": "Other"}, headers=headers) as answer:
            assert (answer.status, answer.content_type) == (422, "application/problem+json")
        for token in ("", "Bearer", f"Basic {API_TOKEN}", f"Bearer {API_TOKEN}x", f"Bearer {API_TOKEN[:-1]}"):
            async with session.get(url, headers={"Authorization": token}) as answer:
                assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
        async with session.get(f"{world.address}/api/docs") as answer:
            page = await answer.text()
            assert answer.status == 200
            assert "Idempotency-Key" in page
    assert (await world.rest("GET", "/orders?q=bench"))["total"] == 1
