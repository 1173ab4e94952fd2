"""Cutr's platform hears of every event: signed, once each, in its order, whatever its receiver does in between."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from core.outbox import UNFINISHED
from core.outbox_kinds import HOOK
from sandbox.hooks import HookFault, HookSandbox, ReceivedHook
from sandbox.serve import Served
from tests.scenarios.cases import Case, a_draft, a_partner, an_assigned_order
from tests.scenarios.people import CUTR_ONLY, flat
from tests.scenarios.world import World

KEY = bytes(range(32))
OLD_KEY = bytes(range(50, 80))
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"
OLD_SECRET = f"whsec_{base64.b64encode(OLD_KEY).decode()}"
DAY_SECONDS = 24 * 3600


@dataclass
class Ear:
    """The receiver at Cutr's platform, and the world that talks to it."""

    world: World
    box: HookSandbox

    def of(self, reference: str, requests: list[ReceivedHook] | None = None) -> list[ReceivedHook]:
        """What was taken about an order, in order of arrival."""
        taken = self.box.taken if requests is None else requests
        return [one for one in taken if one.told["order"]["reference"] == reference]

    def lines(self, reference: str) -> list[tuple[int, str]]:
        """Number and name of the timeline's entries that were taken, in order of arrival."""
        return [(told["seq"], told["type"]) for one in self.of(reference) if (told := one.told)["seq"] is not None]

    async def all_of(self, case: Case) -> list[tuple[int, str]]:
        """The same from the timeline itself."""
        return [(entry["seq"], entry["event"]) for entry in await case.entries()]

    async def waiting(self) -> int:
        """How many are not through yet."""
        return len(await self.world.parts.database.read(lambda store: store.outbox.find(kind=HOOK, state=UNFINISHED)))


@pytest.fixture
async def ear(world: World) -> AsyncIterator[Ear]:
    """The product, started anew with a webhook."""
    box = HookSandbox(world.clock)
    async with Served(box.app) as served:
        world.environment |= {
            "cutr_webhook_url": f"{served.url}/cutr/events",
            "cutr_webhook_secret": f"{SECRET} {OLD_SECRET}",
        }
        await world.restart()
        yield Ear(world, box)
        box.release()
        await world.stop()


def signature(key: bytes, hook: ReceivedHook) -> str:
    """By the specification's text, with nothing of the sender's code."""
    signed = hook.headers["webhook-id"] + "." + hook.headers["webhook-timestamp"] + "." + hook.body.decode()
    return "v1," + base64.b64encode(hmac.new(key, signed.encode(), hashlib.sha256).digest()).decode()


async def status(world: World, reference: str, to: str, **more: Any) -> None:
    await world.rest("POST", f"/orders/{reference}/status", status=to, reason="As agreed", override=True, **more)


async def test_every_event_is_told_once_in_its_order_and_signed(ear: Ear) -> None:
    world = ear.world
    case = await an_assigned_order(world)
    await world.rest("PUT", "/orders/K-100/tasks/material_date", value="2035-01-31")
    for step in ("ready", "delivered"):
        await status(world, "K-100", step)
    await world.settled()
    assert ear.lines("K-100") == await ear.all_of(case)
    assert {"order_created", "order_assigned", "task_material_date", "mark_ready", "mark_delivered"} <= {
        name for _, name in ear.lines("K-100")
    }
    hooks = ear.of("K-100")
    assert len({one.headers["webhook-id"] for one in hooks}) == len(hooks)
    entries = {entry["seq"]: entry for entry in await case.entries()}
    for hook in hooks:
        told, entry = hook.told, entries[hook.told["seq"]]
        assert hook.headers["webhook-signature"].split() == [signature(KEY, hook), signature(OLD_KEY, hook)]
        assert 0 <= hook.at.timestamp() - int(hook.headers["webhook-timestamp"]) < 10
        assert hook.headers["content-type"] == "application/json"
        assert told["id"] == hook.headers["webhook-id"]
        assert (told["at"], told["effective_at"]) == (entry["at"], entry["effective_at"])
        assert told["actor"] == {"kind": entry["actor"]["role"]}
        assert told["data"] == {"old": entry["old"], "new": entry["new"], "reason": entry["reason"]}
    assert [one.told["order"]["status"] for one in hooks][0 :: len(hooks) - 1] == ["draft", "delivered"]
    everything = b"".join(one.body for one in hooks).decode()
    for secret in (SECRET, world.environment["cutr_secret_key"], world.environment["telegram_bot_token"], "/c/"):
        assert secret not in everything


async def test_words_are_told_where_the_event_is_a_message(ear: Ear) -> None:
    case = await an_assigned_order(ear.world)
    await case.jan.says(case.order, CUTR_ONLY, "The oak is in")
    await case.anna.sees(case.order, CUTR_ONLY, "The oak is in")
    await ear.world.settled()
    told = [one.told for one in ear.of("K-100") if one.told["type"] == "message_posted"]
    assert [(one["data"]["text"], one["data"]["chat"], one["actor"]["kind"]) for one in told] == [
        ("The oak is in", "cutr_only", "admin")
    ]
    assert "The oak is in" not in "".join(
        one.body.decode() for one in ear.of("K-100") if one.told["type"] != "message_posted"
    )


async def test_one_orders_trouble_delays_no_other_and_keeps_its_own_order(ear: Ear) -> None:
    world = ear.world
    case = await an_assigned_order(world)
    await a_draft(world, "K-200")
    await world.settled()
    ear.box.add_fault(HookFault(500, "K-100", times=3))
    ear.box.add_fault(HookFault(302, "K-100", location=f"{world.address}/healthz"))
    await status(world, "K-100", "ready")
    await status(world, "K-100", "delivered")
    await status(world, "K-200", "cancelled")
    await world.settled()
    assert ear.lines("K-200")[-1][1] == "cancel"
    assert "mark_ready" not in [name for _, name in ear.lines("K-100")]
    for _ in range(6):
        await world.wait(seconds=60)
    assert ear.lines("K-100") == await ear.all_of(case)
    tries = [one for one in ear.of("K-100", ear.box.requests) if one.told["type"] == "mark_ready"]
    assert [one.status for one in tries] == [500, 500, 500, 302, 204]
    assert len({one.body for one in tries}) == len({one.headers["webhook-id"] for one in tries}) == 1


async def test_who_asks_for_rest_gets_it_also_over_a_restart(ear: Ear) -> None:
    world = ear.world
    case = await an_assigned_order(world)
    await a_draft(world, "K-200")
    await world.settled()
    ear.box.add_fault(HookFault(429, retry_after="600"))
    await status(world, "K-100", "ready")
    await world.settled()
    asked = len(ear.box.requests)
    await status(world, "K-200", "cancelled")
    await world.wait(seconds=300)
    await world.restart()
    await world.wait(seconds=200)
    assert len(ear.box.requests) == asked
    await world.wait(seconds=101)
    assert ear.lines("K-100") == await ear.all_of(case)
    assert ear.lines("K-200")[-1][1] == "cancel"
    assert await ear.waiting() == 0


async def test_a_receiver_that_is_down_gets_everything_when_it_is_back(ear: Ear) -> None:
    world = ear.world
    right = world.environment["cutr_webhook_url"]
    async with Served(ear.box.app) as gone:
        url = gone.url
    world.environment["cutr_webhook_url"] = url
    await world.restart()
    case = await an_assigned_order(world)
    await case.jan.says(case.order, CUTR_ONLY, "Words go on")
    await case.anna.sees(case.order, CUTR_ONLY, "Words go on")
    assert ear.box.requests == []
    world.environment["cutr_webhook_url"] = right
    await world.restart()
    await world.wait(minutes=20)
    assert ear.lines("K-100") == await ear.all_of(case)


async def test_an_answer_without_end_is_an_answer(ear: Ear) -> None:
    ear.box.add_fault(HookFault(200, endless=True))
    await a_draft(ear.world)
    await ear.world.settled()
    assert ear.lines("K-100") == [(1, "order_created")]


async def test_gone_for_good_stops_everything_until_staff_replay(ear: Ear) -> None:
    world = ear.world
    case = await an_assigned_order(world)
    await world.settled()
    ear.box.add_fault(HookFault(410))
    await status(world, "K-100", "ready")
    await world.settled()
    asked = len(ear.box.requests)
    alert = await case.anna.sees_in_channel("gone for good")
    assert "cutr webhooks --replay" in flat(alert)
    await status(world, "K-100", "delivered")
    await world.wait(minutes=30)
    assert len(ear.box.requests) == asked
    shown = world.slack.channel_messages(case.anna.channel)
    assert len([one for one in shown if "gone for good" in flat(one)]) == 1
    page = await world.rest("GET", "/webhooks?limit=1")
    assert (page["total"] >= 2, len(page["webhooks"])) == (True, 1)
    rest = await world.rest("GET", f"/webhooks?cursor={page['next_cursor']}")
    listed = [one["type"] for one in [*page["webhooks"], *rest["webhooks"]]]
    assert listed[0] == "mark_ready"
    assert "mark_delivered" in listed
    assert (await world.rest("POST", "/webhooks/replay", 200))["replayed"] == page["total"]
    await world.settled()
    assert ear.lines("K-100") == await ear.all_of(case)
    assert (await world.rest("GET", "/webhooks"))["total"] == 0


async def test_what_nobody_took_for_a_day_is_set_aside_and_told_once(ear: Ear) -> None:
    world = ear.world
    case = await an_assigned_order(world)
    await world.settled()
    ear.box.add_fault(HookFault(500, times=100_000))
    await status(world, "K-100", "ready")
    await status(world, "K-100", "delivered")
    for _ in range(3):
        await world.wait(seconds=DAY_SECONDS / 2)
        await world.wait(minutes=16)
    alert = await case.anna.sees_in_channel("Cutr's platform for a day")
    assert "HTTP 500" in flat(alert)
    await world.wait(minutes=16)
    shown = world.slack.channel_messages(case.anna.channel)
    assert len([one for one in shown if "Cutr's platform for a day" in flat(one)]) == 1
    ear.box.clear_faults()
    assert (await world.rest("POST", "/webhooks/replay", 200, reference="K-100"))["replayed"] >= 1
    for _ in range(2):
        await world.wait(minutes=16)
    assert sorted(ear.lines("K-100")) == await ear.all_of(case)


async def test_replay_repeats_under_the_same_ids(ear: Ear) -> None:
    world = ear.world
    await an_assigned_order(world)
    await world.settled()
    first = {one.headers["webhook-id"]: json.loads(one.body) for one in ear.of("K-100")}
    one_id = next(iter(first))
    assert (await world.rest("POST", "/webhooks/replay", 200, ids=[one_id]))["replayed"] == 1
    await world.settled()
    again = ear.box.taken[-1]
    assert (again.headers["webhook-id"], json.loads(again.body)) == (one_id, first[one_id])
    before = len(ear.box.taken)
    since = first[one_id]["at"]
    assert (await world.rest("POST", "/webhooks/replay", 200, since=since, reference="K-100"))["replayed"] == len(first)
    await world.settled()
    repeated = ear.box.taken[before:]
    assert [one.headers["webhook-id"] for one in repeated] == list(first)
    await world.rest("POST", "/webhooks/replay", 422, ids=["nothing"])
    await world.rest("POST", "/webhooks/replay", 404, reference="NONE")


async def test_without_an_address_nothing_is_written(world: World) -> None:
    await a_partner(world)
    await a_draft(world)
    await world.settled()
    assert await world.parts.database.read(lambda store: store.outbox.find(kind=HOOK)) == []
    assert await world.parts.database.read(lambda store: store.places.get("webhook")) is None
    assert (await world.rest("GET", "/webhooks"))["webhooks"] == []
