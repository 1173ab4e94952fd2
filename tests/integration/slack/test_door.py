from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

import pytest

from core.chats import Audience
from core.ports import StorageAway, Store
from tests.integration.slack.conftest import StaffRoom

FORM = "application/x-www-form-urlencoded"
R = TypeVar("R")


def signed(room: StaffRoom, body: bytes, kind: str = FORM, *, at: float | None = None) -> dict[str, str]:
    stamp = str(int(at or room.clock.time()))
    secret = room.slack.settings.signing_secret.encode()
    digest = hmac.new(secret, b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}", "Content-Type": kind}


def command(room: StaffRoom, text: str = "", **more: str) -> bytes:
    facts = {"command": "/orders", "text": text, "user_id": room.slack.world.user("anna").id, "trigger_id": "1.2.3",
             "team_id": room.slack.world.team_id, "channel_id": room.channel}  # fmt: skip
    return urlencode(facts | more).encode()


def event(room: StaffRoom, **more: Any) -> bytes:
    inner = {"type": "message", "channel": room.channel, "user": room.slack.world.user("anna").id, "text": "x",
             "ts": "1700000001.000200", "thread_ts": "1700000000.000100"}  # fmt: skip
    body = {"type": "event_callback", "team_id": room.slack.world.team_id, "event_id": "Ev1", "event": inner | more}
    return json.dumps(body).encode()


@pytest.mark.parametrize(
    "spoilt",
    [
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "v0=é"},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "١٢٣"},
    ],
)
async def test_what_is_not_signed_is_not_read(room: StaffRoom, spoilt: dict[str, str]) -> None:
    for body in (command(room), command(room, ssl_check="1"), b'{"type":"url_verification","challenge":"c"}'):
        status, _, answer = await room.door.handle_http(signed(room, body) | spoilt, body)
        assert status == 401
        assert b"REF" not in answer


async def test_an_old_or_changed_request_is_refused(room: StaffRoom) -> None:
    body = command(room)
    assert (await room.door.handle_http(signed(room, body, at=room.clock.time() - 301), body))[0] == 401
    assert (await room.door.handle_http(signed(room, body), body + b"&x=1"))[0] == 401
    assert (await room.door.handle_http(signed(room, body), body))[0] == 200
    big = b"a=" + b"b" * 1024 * 1024
    assert (await room.door.handle_http(signed(room, big), big))[0] == 413


async def test_the_request_url_is_verified(room: StaffRoom) -> None:
    assert await room.slack.verify_request_url()


async def test_other_workspaces_and_unknown_events_change_nothing(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, Audience.CUTR_ONLY)[0]["ts"]
    for body in (event(room, thread_ts=root).replace(room.slack.world.team_id.encode(), b"T0EVIL"),
                 event(room, type="emoji_changed"), event(room, thread_ts=root, subtype="channel_join")):  # fmt: skip
        status, _, _ = await room.door.handle_http(signed(room, body, "application/json"), body)
        assert status == 200
    assert room.desk.store.messages.find() == []


async def test_the_same_event_twice_is_one_message(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    body = event(room, thread_ts=room.thread(order, Audience.CUTR_ONLY)[0]["ts"])
    again = body.replace(b'"Ev1"', b'"Ev2"')
    for raw in (body, body, again):
        assert (await room.door.handle_http(signed(room, raw, "application/json"), raw))[0] == 200
    assert len(room.desk.store.messages.find()) == 1


async def test_without_storage_slack_is_asked_to_come_again(room: StaffRoom) -> None:
    order, _, _ = await room.assigned()
    body = event(room, thread_ts=room.thread(order, Audience.CUTR_ONLY)[0]["ts"])
    room.door.room.database = Away()
    for raw, kind in ((body, "application/json"), (command(room), FORM)):
        assert (await room.door.handle_http(signed(room, raw, kind), raw))[0] == 503
    room.door.room.database = room.desk.database
    assert (await room.door.handle_http(signed(room, body, "application/json"), body))[0] == 200
    assert len(room.desk.store.messages.find()) == 1


async def test_a_bug_is_kept_aside_and_can_be_handled_again(room: StaffRoom) -> None:
    room.desk.order("REF-7")
    room.door.room.database = Broken()
    body = command(room, "REF-7")
    status, _, answer = await room.door.handle_http(signed(room, body), body)
    reference, _, _, error = room.desk.store.search.set_aside()[0]
    assert status == 200
    assert reference in json.loads(answer)["text"]
    assert "broken on purpose" in error
    room.door.room.database = room.desk.database
    found = room.desk.store.receipts.take_up(reference)
    assert found is not None
    _, _, again = await room.door.replay(found[1])
    assert "REF-7" in again.decode()


async def test_when_slack_does_not_say_who_somebody_is_nobody_is_staff(room: StaffRoom) -> None:
    from sandbox.faults import Fault

    await room.account.me()
    room.faults.add(Fault("server_error", "users.info"))
    _, body = await room.slack.slash("anna", "orders", "/orders")
    assert "does not say who you are" in body["text"]


async def test_a_signed_list_is_answered_within_milliseconds(room: StaffRoom) -> None:
    room.desk.order("REF-7")
    spent = []
    for number in range(20):
        body = command(room, trigger_id=f"t{number}")
        headers, begun = signed(room, body), time.perf_counter()
        await room.door.handle_http(headers, body)
        spent.append(time.perf_counter() - begun)
    assert sorted(spent)[10] < 0.05


async def test_socket_mode_takes_the_same_updates_and_comes_back(room: StaffRoom) -> None:
    room.desk.order("REF-7")
    await room.slack.configure_app(request_url="")
    stop = asyncio.Event()
    task = asyncio.create_task(room.door.run_socket_mode(stop))
    try:
        for _ in range(2):
            await room.slack.wait_for(lambda: room.slack.sockets.count == 1)
            _, body = await room.slack.slash("anna", "orders", "/orders")
            assert "REF-7" in str(body)
            await room.slack.disconnect_sockets()
            await room.slack.wait_for(lambda: room.slack.sockets.count == 0)
    finally:
        stop.set()
        await task


class Away:
    async def run(self, job: Callable[[Store], R]) -> R:
        raise StorageAway

    async def read(self, job: Callable[[Store], R]) -> R:
        raise StorageAway

    async def glance(self, job: Callable[[Store], R]) -> R:
        raise StorageAway


class Broken:
    async def run(self, job: Callable[[Store], R]) -> R:
        raise RuntimeError("broken on purpose")

    async def read(self, job: Callable[[Store], R]) -> R:
        raise RuntimeError("broken on purpose")

    async def glance(self, job: Callable[[Store], R]) -> R:
        raise RuntimeError("broken on purpose")
