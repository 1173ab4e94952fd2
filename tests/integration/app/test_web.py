"""The customer's page, health, and the limits of the webhooks."""

import json
from collections.abc import Mapping

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bots.app.webhooks import webhook
from core.ports import StorageAway
from tests.integration.app.conftest import Web


async def test_the_customers_page(web: Web) -> None:
    order = await web.order(title="<script>alert(1)</script> Kitchen")
    link = order["customer_url"]
    assert link.startswith("https://orders.example/c/")
    path = link.removeprefix("https://orders.example")
    status, headers, body = await web.raw("GET", path, headers={"Host": "evil.example", "X-Forwarded-Host": "evil"})
    assert status == 200
    assert b"&lt;script&gt;" in body
    assert b"<script>" not in body
    assert b"evil" not in body
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "noindex" in headers["x-robots-tag"]


@pytest.mark.parametrize("token", ["x", "AAAA", "%00", "a" * 5000, "..%2f..", "é"])
async def test_other_links_open_nothing(web: Web, token: str) -> None:
    await web.order()
    status, _, _ = await web.raw("GET", f"/c/{token}")
    assert status == 404


async def test_a_changed_token_opens_nothing(web: Web) -> None:
    token = (await web.order())["customer_url"].rpartition("/")[2]
    for at in range(0, 43, 7):
        other = "A" if token[at] != "A" else "B"
        status, _, _ = await web.raw("GET", f"/c/{token[:at]}{other}{token[at + 1 :]}")
        assert status == 404


async def test_a_newer_link_ends_the_older(web: Web) -> None:
    made = await web.order()
    order = await web.parts.database.read(lambda store: store.orders.find(reference="CU-1"))
    order[0].customer_link_version += 1
    await web.parts.database.run(lambda store: store.orders.save(order[0]))
    status, _, _ = await web.raw("GET", "/c/" + made["customer_url"].rpartition("/")[2])
    assert status == 404


async def test_health_tells_readiness_and_counts(web: Web) -> None:
    assert (await web.raw("GET", "/healthz"))[0] == 200
    status, _, body = await web.raw("GET", "/readyz")
    told = json.loads(body)
    assert (status, told["status"], told["database"], told["files"]) == (200, "ok", "ok", "ok")
    _, _, metrics = await web.raw("GET", "/metrics")
    assert b'cutr_queue{what="outbox_waiting"}' in metrics


async def test_an_unusable_file_store_is_not_ready(web: Web) -> None:
    folder = web.parts.settings.cutr_files_url.removeprefix("file://")
    with open(folder, "w", encoding="utf-8"):  # noqa: ASYNC230, PTH123 - a file where the folder should be
        pass
    status, headers, body = await web.raw("GET", "/readyz")
    assert (status, json.loads(body)["files"]) == (503, "away")
    assert "retry-after" in headers


async def test_unknown_addresses_and_methods(web: Web) -> None:
    assert (await web.raw("GET", "/nothing"))[0] == 404
    assert (await web.raw("POST", "/healthz"))[0] == 405
    assert (await web.raw("POST", "/slack/events", data=b"{}"))[0] == 404


class Door:
    """Takes what a webhook hands on."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    async def handle(self, headers: Mapping[str, str], body: bytes) -> tuple[int, dict[str, str], bytes]:
        if body == b"away":
            raise StorageAway
        self.bodies.append(body)
        return 200, {"content-type": "text/plain", "x-seen": headers.get("x-signature", "")}, b"ok"


def test_a_webhook_hands_on_the_raw_body() -> None:
    door = Door()
    client = TestClient(Starlette(routes=[webhook("/hook", door.handle)]))
    answer = client.post("/hook", content=b'{"a":  1}', headers={"X-Signature": "s"})
    assert (answer.status_code, answer.text, answer.headers["x-seen"]) == (200, "ok", "s")
    assert door.bodies == [b'{"a":  1}']


def test_a_webhook_takes_no_more_than_a_megabyte() -> None:
    door = Door()
    client = TestClient(Starlette(routes=[webhook("/hook", door.handle)]))
    assert client.post("/hook", content=b"x" * 1_000_001).status_code == 413
    assert client.post("/hook", content=(b"x" * 300_000 for _ in range(4))).status_code == 413
    assert door.bodies == []


def test_a_webhook_does_not_confirm_what_was_not_kept() -> None:
    client = TestClient(Starlette(routes=[webhook("/hook", Door().handle)]))
    answer = client.post("/hook", content=b"away")
    assert (answer.status_code, "retry-after" in answer.headers) == (503, True)


def test_only_post_reaches_a_webhook() -> None:
    client = TestClient(Starlette(routes=[webhook("/hook", Door().handle)]))
    assert client.get("/hook").status_code == 405
