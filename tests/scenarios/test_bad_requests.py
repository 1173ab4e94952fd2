"""Bad requests at the webhooks and REST: a clear answer, nothing changed, and never a 5xx over all of them."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from sandbox.slack.settings import AppSettings
from sandbox.slack.signing import signed_headers
from tests.scenarios.cases import an_assigned_order
from tests.scenarios.conftest import EVERY_SETTING, SETTINGS
from tests.scenarios.knocking import FORM, JSON, Doors, command, event, kept
from tests.scenarios.people import CUTR_ONLY
from tests.scenarios.world import GROUP, HOOK_SECRET, JAN, World

BY_HTTP = pytest.mark.parametrize("setting", [SETTINGS[0], EVERY_SETTING[3]], ids=str, indirect=True)
NO_DATES: tuple[Any, ...] = (
    "2035-02-30",
    "31-12-2035",
    "soon",
    7,
    [],
    {},
    True,
    "2035-1-1T00:00",
    "9999999-01-01",
    "x" * 5_000,
)
NO_PLANS: tuple[Any, ...] = (
    "2035-02-01",
    {"method": "drone", "date": "2035-02-01"},
    {"method": "delivery"},
    None,
)


@pytest.fixture
async def doors(world: World) -> AsyncIterator[Doors]:
    """The doors; at the end no answer may have been a 5xx."""
    async with aiohttp.ClientSession() as session:
        made = Doors(world, session)
        yield made
    assert not [status for status in made.statuses if status >= 500]


@BY_HTTP
async def test_unsigned_forged_and_stale_slack_requests(world: World, doors: Doors) -> None:
    case = await an_assigned_order(world)
    before = await kept(world)
    root = await case.anna.root(case.order, CUTR_ONLY)
    body = event(world, root, "Forged words")
    good = signed_headers(AppSettings().signing_secret, world.clock.time(), body)
    stamp, sign = good["X-Slack-Request-Timestamp"], good["X-Slack-Signature"]
    spoilt = [
        {},
        {"X-Slack-Signature": sign},
        {"X-Slack-Request-Timestamp": stamp},
        {**good, "X-Slack-Signature": ""},
        {**good, "X-Slack-Signature": sign[:-1]},
        {**good, "X-Slack-Signature": sign[3:]},
        {**good, "X-Slack-Signature": sign.upper()},
        {**good, "X-Slack-Signature": f"v1{sign[2:]}"},
        {**good, "X-Slack-Request-Timestamp": "-1"},
        {**good, "X-Slack-Request-Timestamp": "nan"},
        {**good, "X-Slack-Request-Timestamp": f"{stamp}.0"},
        {**good, "X-Slack-Request-Timestamp": "9" * 400},
        {**good, "X-Slack-Signature": "v0=\u00e9"},
        signed_headers("", world.clock.time(), body),
        signed_headers("wrong", world.clock.time(), body),
        signed_headers(AppSettings().signing_secret, world.clock.time() - 301, body),
        signed_headers(AppSettings().signing_secret, world.clock.time() + 400, body),
        signed_headers(AppSettings().signing_secret, world.clock.time(), body + b" "),
    ]
    for headers in spoilt:
        status, text = await doors.knock("/slack/events", body, {**headers, "Content-Type": JSON})
        assert (status, text) == (401, "invalid request"), headers
    # The door for Slack's certificate checks is no way round the signature.
    forged = command(world, "K-100 cancel", ssl_check="1")
    assert (await doors.knock("/slack/events", forged, {"Content-Type": FORM}))[0] == 401
    assert await kept(world) == before


@BY_HTTP
async def test_replayed_and_foreign_slack_requests(world: World, doors: Doors) -> None:
    case = await an_assigned_order(world)
    root = await case.anna.root(case.order, CUTR_ONLY)
    body = event(world, root, "Said once")
    assert (await doors.slack(body))[0] == 200
    await case.jan.sees(case.order, CUTR_ONLY, "Said once")
    before = await kept(world)
    same = json.loads(body)
    for again in (body, json.dumps(same | {"event_id": "Ev-other"}).encode(), json.dumps(same, indent=1).encode()):
        assert (await doors.slack(again))[0] == 200
    for foreign in ({"team_id": "T0PARTNER01"}, {"team_id": "T0PARTNER01", "user_id": "U0EVE"}):
        assert (await doors.slack(event(world, root, "From elsewhere", **foreign)))[0] == 200
        told = await doors.slack(command(world, "K-100", **foreign), FORM)
        assert told == (200, "")
    assert await kept(world) == before


@BY_HTTP
async def test_slack_bodies_that_nobody_can_read(world: World, doors: Doors) -> None:
    await an_assigned_order(world)
    before = await kept(world)
    chance = random.Random(7)
    deep = b'{"type":"event_callback","event":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    bodies = [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"{}",
        deep,
        b"payload=%7B",
        b"payload=[]",
        b"\xff\xfe\x00",
        b'{"type":"event_callback"}',
        b'{"type":"event_callback","event":null}',
        b"a=1&" * 2_000,
        b'{"type":"block_actions","user":[],"actions":7,"team":"x"}',
        b'{"type":"view_submission","view":3}',
        b'{"type":"event_callback","event":{"type":"message","ts":[],"channel":{},"user":5}}',
        *(chance.randbytes(chance.randrange(1, 2_000)) for _ in range(40)),
    ]
    for body in bodies:
        for kind in (JSON, FORM, "multipart/form-data; boundary=x", "text/plain"):
            status, _ = await doors.slack(body, kind)
            assert status in {200, 400, 401}, body[:60]
    assert (await doors.slack(b"x" * 1_000_001))[0] == 413
    assert (await doors.knock("/slack/events", b"", {}, "GET"))[0] == 405
    assert await kept(world) == before


@BY_HTTP
async def test_telegram_updates_that_are_forged_or_no_updates(world: World, doors: Doors) -> None:
    case = await an_assigned_order(world)
    topic = await case.jan.topic(case.order, CUTR_ONLY)
    before = await kept(world)
    chat = {"id": GROUP, "type": "supergroup", "title": "x", "is_forum": True}
    sender = {"id": JAN, "is_bot": False, "first_name": "Jan"}
    message = {
        "message_id": 9_001,
        "date": 1,
        "chat": chat,
        "from": sender,
        "text": "Forged",
        "message_thread_id": topic,
        "is_topic_message": True,
    }
    update = json.dumps({"update_id": 900_001, "message": message}).encode()
    for secret in ("", "wrong", HOOK_SECRET[:-1], HOOK_SECRET + "x", HOOK_SECRET.upper(), "\u00e9"):
        assert (await doors.telegram(update, secret))[0] == 401
    assert (await doors.knock("/telegram/webhook", update, {}))[0] == 401
    chance = random.Random(8)
    noise = [chance.randbytes(chance.randrange(1, 2_000)) for _ in range(40)]
    for body in (b"", b"{", b"[]", b"null", b'{"update_id":"x"}', b'{"message":{}}', b"[" * 100_000, *noise):
        assert (await doors.telegram(body))[0] == 400, body[:60]
    assert (await doors.telegram(b"x" * 1_100_000))[0] == 413
    assert await kept(world) == before


@BY_HTTP
async def test_rest_refuses_with_problems(world: World, doors: Doors) -> None:
    case = await an_assigned_order(world)
    before = await kept(world)
    task, delivery = "/orders/K-100/tasks/material_date", "/orders/K-100/tasks/delivery_schedule"
    order = {"reference": "N-1", "title": "x", "customer_id": case.customer}
    requests: tuple[tuple[str, str, Any, int], ...] = (
        *[("PUT", task, {"value": value}, 422) for value in NO_DATES],
        *[("PUT", delivery, {"value": value}, 422) for value in NO_PLANS],
        ("PUT", "/orders/K-100/tasks/invoice_reference", {"value": {"reference": "x", "no_reference": True}}, 422),
        ("PUT", "/orders/K-100/tasks/nonsense", {"value": "x"}, 404),
        ("PUT", task, {}, 422),
        ("GET", "/orders/NOPE", None, 404),
        ("GET", "/orders/%00", None, 404),
        ("GET", "/orders/%F0%9F", None, 404),
        ("GET", "/orders?cursor=nonsense", None, 422),
        ("GET", "/orders?limit=0", None, 422),
        ("GET", "/orders?status=lost", None, 422),
        ("GET", "/orders/K-100/messages?chat=everybody", None, 422),
        ("POST", "/orders", {}, 422),
        ("POST", "/orders", [], 422),
        ("POST", "/orders", order | {"title": "\x00"}, 422),
        ("POST", "/orders", order | {"reference": "a b\n"}, 422),
        ("POST", "/orders", order | {"price": "1e99"}, 422),
        ("POST", "/orders", order | {"price": "-1", "currency": "EUR"}, 422),
        ("POST", "/orders", order | {"x": 1}, 422),
        ("POST", "/orders", order | {"title": "t" * 5_000}, 422),
        ("POST", "/orders", order | {"title": "  "}, 422),
        ("POST", "/orders", order | {"customer_id": "nobody"}, 422),
        ("POST", "/orders", order | {"reference": "K-100"}, 409),
        ("POST", "/orders/K-100/status", {"status": "delivered"}, 409),
        ("POST", "/orders/K-100/status", {"status": "cancelled"}, 422),
        ("POST", "/orders/K-100/status", {"status": "ready", "at": "2035-01-01"}, 422),
        ("POST", "/orders/K-100/status", {"status": "draft"}, 422),
        ("POST", "/orders/K-100/assignment", {"partner_id": "nobody"}, 422),
        ("POST", "/orders/K-100/offers", {"partner_ids": []}, 422),
        ("DELETE", "/orders/K-100", None, 405),
        ("POST", "/customers", {"name": "x", "email": "no address"}, 422),
        ("GET", "/nothing/here", None, 404),
        ("POST", "/partners", {"name": "x", "time_zone": "Mars/Base"}, 422),
        ("POST", f"/partners/{case.partner}/members", {"name": "x", "role": "boss"}, 422),
    )
    for method, path, body, wanted in requests:
        status, told = await doors.rest(method, path, body)
        assert status == wanted, (method, path, str(body)[:80], told)
        assert told["type"].startswith("urn:cutr:problem:"), told
        assert told["detail"]
        assert "Traceback" not in str(told)
    chance = random.Random(9)
    for raw in (b"", b"{", b"\xff", b"[" * 50_000, b'{"a":NaN}', *(chance.randbytes(300) for _ in range(20))):
        status, told = await doors.rest("POST", "/orders", raw=raw)
        assert status in {400, 422}, raw[:60]
    assert (await doors.rest("POST", "/orders", raw=b" " * 1_000_001))[0] == 413
    assert await kept(world) == before
