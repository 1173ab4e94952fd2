"""Two webs, two workers and three clocks on PostgreSQL, hurt while they are busy.

Faults F1, F3 to F8, F14 to F16 and F19 of docs/faults.md. A small version of each runs in CI, `make faults` runs many
rounds.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from sandbox.clock import tuesday_morning
from sandbox.faults import Fault
from sandbox.slack.settings import AppSettings
from sandbox.slack.signing import signed_headers
from tests.campaigns.talk import Spot, Talk, orders_in
from tests.campaigns.town import LEASE_SECONDS, Hand, Town, a_town
from tests.scenarios.people import flat
from tests.scenarios.world import HOOK_SECRET, JAN
from tests.support.postgres import PostgresHome, fresh_database

ORDERS = 9
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(180)]
ROUNDS = pytest.mark.parametrize(
    "rounds", [1, pytest.param(25, marks=[pytest.mark.campaign, pytest.mark.timeout(1800)])]
)
HOOK = {"X-Telegram-Bot-Api-Secret-Token": HOOK_SECRET}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Office:
    """The running product, its database server and the orders that everybody talks about."""

    def __init__(self, town: Town, server: PostgresHome, spots: list[Spot]) -> None:
        self.town, self.server, self.spots = town, server, spots
        self._talks = 0

    def talk(self) -> Talk:
        """A talk whose messages nobody has seen before."""
        self._talks += 1
        name = "".join(LETTERS[int(digit)] for digit in str(self._talks))
        return Talk(self.town, self.spots, name)


@pytest.fixture(scope="module")
def server() -> Any:
    """A PostgreSQL of our own: it is going to crash."""
    home = PostgresHome.made()
    yield home
    home.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(server: PostgresHome, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    url = fresh_database(await asyncio.to_thread(server.url))
    async with a_town(tmp_path_factory.mktemp("town"), url) as town:
        await town.opened("web", "web", "worker", "worker", "clock", "clock", "clock")
        yield Office(town, server, await orders_in(town, ORDERS))


def strike(town: Town, chance: random.Random) -> None:
    """Troubles on the platforms for calls to come: taken but told otherwise, told to wait, refused for the moment."""
    for method in ("chat.postMessage", "sendMessage"):
        for kind, more in (
            ("accepted_then_failed", {"status": 500}), ("accepted_then_failed", {"status": 0}),
            ("rate_limited", {"retry_after": 1}), ("server_error", {"status": 502}), ("slow", {"after": 0.5}),
        ):  # fmt: skip
            town.faults.add(Fault(kind, method=method, skip=chance.randrange(60), **more))  # type: ignore[arg-type]


@ROUNDS
async def test_a_burst_while_a_web_and_a_worker_are_killed(office: Office, chance: random.Random, rounds: int) -> None:
    town = office.town
    for _ in range(rounds):
        talk = office.talk()
        strike(town, chance)
        talking = asyncio.gather(talk.in_telegram(300), talk.in_slack(100))
        victims = [chance.choice(town.of("web")), chance.choice(town.of("worker"))]
        for victim in victims:
            await asyncio.sleep(chance.uniform(0.1, 1.2))
            victim.kill()
        await asyncio.sleep(chance.uniform(0.0, 1.0))
        for victim in victims:
            victim.start()
        await talking
        await town.arrived(talk.is_complete)
        talk.judge(workers_hurt=1)


@ROUNDS
async def test_a_worker_frozen_past_its_lease_does_no_harm(office: Office, chance: random.Random, rounds: int) -> None:
    town = office.town
    for _ in range(rounds):
        talk = office.talk()
        town.faults.add(Fault("slow", method="chat.postMessage", times=8, after=0.3))
        talking = asyncio.gather(talk.in_telegram(90), talk.in_slack(36))
        await asyncio.sleep(chance.uniform(0.1, 0.8))
        victim = chance.choice(town.of("worker"))
        victim.freeze()
        await talking
        await town.quiet()
        town.advance(LEASE_SECONDS)
        await town.arrived(talk.is_complete)
        victim.thaw()
        await town.arrived(talk.is_complete)
        talk.judge(workers_hurt=1)


@ROUNDS
async def test_workers_that_are_asked_to_end_finish_what_they_send(
    office: Office, chance: random.Random, rounds: int
) -> None:
    town = office.town
    for _ in range(rounds):
        talk = office.talk()
        for method in ("chat.postMessage", "sendMessage"):
            town.faults.add(Fault("slow", method=method, times=6, after=0.6))
        talking = asyncio.gather(talk.in_telegram(45), talk.in_slack(18))
        await asyncio.sleep(chance.uniform(0.1, 0.6))
        assert await asyncio.gather(*[worker.stop() for worker in town.of("worker")]) == [0, 0]
        for worker in town.of("worker"):
            worker.start()
        await talking
        await town.arrived(talk.is_complete)
        talk.judge(workers_hurt=0)


@ROUNDS
async def test_the_database_crashes_in_a_burst(office: Office, chance: random.Random, rounds: int) -> None:
    town = office.town
    for _ in range(rounds):
        talk = office.talk()
        talking = asyncio.gather(talk.in_telegram(150), talk.in_slack(45))
        await asyncio.sleep(chance.uniform(0.1, 1.0))
        await asyncio.to_thread(office.server.crash)
        try:
            answers = await asyncio.gather(*[knock(office, web, at) for at, web in enumerate(town.of("web"))])
        finally:
            await asyncio.to_thread(office.server.recover)
        assert answers == [(503, 503), (503, 503)]
        await talking
        await town.arrived(talk.is_complete)
        talk.judge(workers_hurt=0)


async def knock(office: Office, web: Hand, at: int) -> tuple[int, int]:
    """What a web answers to Telegram and to Slack."""
    town, spot = office.town, office.spots[0]
    update = {"update_id": 900_000_000 + at, "message": {
        "message_id": 900_000 + at, "date": int(town.clock.time()), "message_thread_id": spot.topic,
        "chat": {"id": spot.group, "type": "supergroup", "title": "W", "is_forum": True}, "is_topic_message": True,
        "from": {"id": JAN, "is_bot": False, "first_name": "Jan"}, "text": "anybody there?",
    }}  # fmt: skip
    event = {"type": "message", "channel": town.orders_channel, "channel_type": "channel", "text": "anybody there?",
             "user": town.slack.world.user("anna").id, "thread_ts": spot.root,
             "ts": f"{town.clock.time():.6f}"}  # fmt: skip
    async with aiohttp.ClientSession() as session:
        return await hook(session, web, update), await tell(town, session, web, event, f"Ev0KNOCK{at}")


async def hook(session: aiohttp.ClientSession, web: Hand, update: dict[str, Any]) -> int:
    """Deliver an update to this web as Telegram does."""
    url = f"http://127.0.0.1:{web.port}/telegram/webhook"
    async with session.post(url, json=update, headers=HOOK) as answer:
        return answer.status


async def tell(town: Town, session: aiohttp.ClientSession, web: Hand, event: dict[str, Any], event_id: str) -> int:
    """Deliver a signed event to this web as Slack does."""
    envelope = {"type": "event_callback", "team_id": town.slack.world.team_id, "api_app_id": AppSettings().app_id,
                "event_id": event_id, "event": event}  # fmt: skip
    body = json.dumps(envelope).encode()
    headers = {**signed_headers(AppSettings().signing_secret, town.clock.time(), body),
               "Content-Type": "application/json"}  # fmt: skip
    async with session.post(f"http://127.0.0.1:{web.port}/slack/events", data=body, headers=headers) as answer:
        return answer.status


@ROUNDS
async def test_every_update_comes_twice_to_twenty_times_at_once(
    office: Office, chance: random.Random, rounds: int
) -> None:
    town, webs = office.town, office.town.of("web")
    for _ in range(rounds):
        talk = office.talk()
        updates, events = await said_but_not_delivered(town, talk)
        async with aiohttp.ClientSession() as session:
            posts = [hook(session, webs[at % 2], update) for update in updates for at in range(chance.randint(2, 20))]
            posts += [
                tell(town, session, webs[at % 2], event, f"Ev{talk.name}{number}")
                for number, event in enumerate(events) for at in range(chance.randint(2, 20))
            ]  # fmt: skip
            chance.shuffle(posts)
            assert set(await asyncio.gather(*posts)) == {200}
        await town.arrived(talk.is_complete)
        talk.judge(workers_hurt=0)


async def said_but_not_delivered(town: Town, talk: Talk) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """One message in every topic and thread that its platform keeps to itself: what the platforms would deliver."""
    updates, events = [], []
    for spot in talk.spots:
        town.faults.add(Fault("drop", method="message"))
        mark = f"[{talk.name}t{spot.number}-0]"
        number = await town.telegram.say(JAN, spot.group, f"{mark} good morning", spot.topic)
        talk.from_telegram[spot.number] = [mark]
        shown = town.telegram.shown(spot.group, number)
        updates.append({"update_id": 910_000_000 + number + spot.group % 1000 * 100_000, "message": shown})
        town.faults.add(Fault("drop", method="message"))
        mark = f"[{talk.name}s{spot.number}-0]"
        ts = await town.slack.post_as("anna", town.orders_channel, f"{mark} good morning", spot.root)
        talk.from_slack[spot.number] = [mark]
        stored = town.slack.world.channel(town.orders_channel).messages[ts]
        events.append({**stored, "channel": town.orders_channel, "channel_type": "channel"})
    return updates, events


async def test_a_poison_update_is_kept_aside_and_does_not_block_its_chat(office: Office) -> None:
    town, spot, talk = office.town, office.spots[0], office.talk()
    bot = next(iter(town.telegram.world.bots.values()))
    good = town.telegram.shown(spot.group, await town.telegram.say(JAN, spot.group, "before", spot.topic))
    poison = {**good, "message_id": 800_000, "date": "yesterday"}
    alerts = len(aside(town))
    bot.inbox.add("message", poison, f"chat:{spot.group}", town.clock.time() + 3600)
    await talk.in_telegram(ORDERS)
    await town.until(talk.is_complete)
    await town.until(lambda: len(aside(town)) == alerts + 1)
    await town.arrived(talk.is_complete)
    talk.judge(workers_hurt=0)
    assert len(aside(town)) == alerts + 1


def aside(town: Town) -> list[str]:
    """What staff were told of updates that were kept aside."""
    return [flat(m) for m in town.slack.channel_messages(town.orders_channel) if "could not be handled" in flat(m)]


@pytest.mark.parametrize(
    "orders", [48, pytest.param(200, marks=[pytest.mark.campaign, pytest.mark.timeout(900)])]
)  # fmt: skip
async def test_three_clocks_remind_once_while_one_dies_and_one_stands_still(
    office: Office, chance: random.Random, orders: int
) -> None:
    town, clocks = office.town, office.town.of("clock")
    if not "Tue 10" <= town.clock.now().strftime("%a %H") <= "Tue 14":
        town.advance((tuesday_morning(town.clock.now()) - town.clock.now()).total_seconds())
    due_at = town.clock.now() + timedelta(hours=2)
    prefix = f"C{orders}"
    spots = await orders_in(town, orders, assigned_at=due_at - timedelta(hours=72), prefix=prefix)
    await town.arrived(lambda: reminded(town, spots, "There is time until").total() >= orders)
    town.advance((due_at - town.clock.now()).total_seconds() + 1)
    await asyncio.sleep(chance.uniform(0.0, 1.3))
    clocks[0].kill()
    clocks[1].freeze()
    await asyncio.sleep(chance.uniform(0.0, 1.0))
    clocks[0].start()
    clocks[1].thaw()
    await town.arrived(lambda: reminded(town, spots, "was due").total() >= orders)
    assert reminded(town, spots, "There is time until") == Counter(dict.fromkeys((s.reference for s in spots), 1))
    assert reminded(town, spots, "was due") == Counter(dict.fromkeys((s.reference for s in spots), 1))


def reminded(town: Town, spots: list[Spot], words: str) -> Counter[str]:
    """How often each order's topic shows a reminder with these words."""
    shown = {spot: town.telegram.messages(spot.group, spot.topic) for spot in spots}
    return Counter(spot.reference for spot, found in shown.items() for m in found if words in m.text)
