"""Orders with both chats open, many messages in them, and the judge who compares what was said with what is shown.

The judge reads the sandboxes alone: what people wrote, what stands in each thread and topic, and what was accepted.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from tests.campaigns.town import PATIENCE, Town
from tests.scenarios.people import flat
from tests.scenarios.world import BOT, JAN

GROUPS = (-1001000000001, -1001000000002, -1001000000003)
BOT_ID = int(BOT.partition(":")[0])


@dataclass(frozen=True, slots=True)
class Spot:
    """One order's chat between Cutr and the partner: a topic and a thread."""

    number: int
    reference: str
    group: int
    topic: int
    root: str


@dataclass(slots=True)
class Talk:
    """What people say, in order, per spot. `name` (letters) tells the messages of several talks apart."""

    town: Town
    spots: list[Spot]
    name: str
    unknown_before: int = 0
    from_telegram: dict[int, list[str]] = field(default_factory=dict)
    from_slack: dict[int, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.unknown_before = unknown_outcomes(self.town)

    # -- people talk

    async def in_telegram(self, messages: int, pause: float = 0.0) -> None:
        """So many messages by Jan, spread over all topics."""
        for at in range(messages):
            spot = self.spots[at % len(self.spots)]
            said = self.from_telegram.setdefault(spot.number, [])
            said.append(f"[{self.name}t{spot.number}-{len(said)}]")
            await self.town.telegram.say(JAN, spot.group, f"{said[-1]} good morning", spot.topic)
            await asyncio.sleep(pause)

    async def in_slack(self, messages: int) -> None:
        """So many by Anna; in each thread the next one only after Slack was told that the last has arrived.

        Slack promises no order of events by itself: what was acknowledged first must be shown first.
        """
        each, left = divmod(messages, len(self.spots))
        await asyncio.gather(*[self._write(spot, each + (spot.number < left)) for spot in self.spots])

    async def _write(self, spot: Spot, messages: int) -> None:
        town = self.town
        said = self.from_slack.setdefault(spot.number, [])
        for _ in range(messages):
            said.append(f"[{self.name}s{spot.number}-{len(said)}]")
            ts = await town.slack.post_as("anna", town.orders_channel, f"{said[-1]} good morning", spot.root)
            await town.until(partial(self._is_acknowledged, ts))

    def _is_acknowledged(self, ts: str) -> bool:
        return any(attempt.ts == ts and not attempt.reason for attempt in reversed(self.town.slack.deliveries))

    # -- what is shown

    def in_thread(self, spot: Spot) -> list[str]:
        """The marks of Telegram's messages in the order's thread, as shown."""
        thread = self.town.slack.thread(self.town.orders_channel, spot.root)
        return [mark for message in thread if "bot_id" in message for mark in self._marks(message)]

    def in_topic(self, spot: Spot) -> list[str]:
        """The marks of Slack's messages in the order's topic, as shown."""
        shown = self.town.telegram.messages(spot.group, spot.topic)
        return [mark for message in shown if message.sender.id == BOT_ID for mark in self._found("s", message.text)]

    def is_complete(self) -> bool:
        """Whether everything said is shown at least once."""
        return all(
            set(self.from_telegram.get(spot.number, ())) <= set(self.in_thread(spot))
            and set(self.from_slack.get(spot.number, ())) <= set(self.in_topic(spot))
            for spot in self.spots
        )

    def _marks(self, message: dict[str, Any]) -> list[str]:
        """Telegram's marks in a Slack message, once each: its text and its blocks repeat one another."""
        return list(dict.fromkeys(self._found("t", flat(message))))

    def _found(self, side: str, text: str) -> list[str]:
        return re.findall(rf"\[{self.name}{side}\d+-\d+\]", text)

    # -- the verdict

    def judge(self, workers_hurt: int) -> None:
        """Nothing lost, nothing elsewhere, in order; in Slack once, in Telegram doubled at most as often as unknown.

        An outcome is unknown when a worker said so, or was hurt: then it had at most one message per topic under way.
        """
        telegram_doubles = unknown_outcomes(self.town) - self.unknown_before + workers_hurt * len(self.spots)
        doubled = 0
        for spot in self.spots:
            in_thread, said = self.in_thread(spot), self.from_telegram.get(spot.number, [])
            assert in_thread == said, spot
            shown, said = self.in_topic(spot), self.from_slack.get(spot.number, [])
            assert list(dict.fromkeys(shown)) == said, spot
            doubled += len(shown) - len(set(shown))
        assert doubled <= telegram_doubles, (doubled, telegram_doubles)
        self._judge_places()

    def _judge_places(self) -> None:
        """Whatever went out anywhere stands where it belongs: counted over all channels and groups."""
        slack, telegram = self.town.slack.world.channels.values(), self.town.telegram
        posts = Counter(m for c in slack for p in c.messages.values() if "bot_id" in p for m in self._marks(p))
        texts = Counter(
            mark for group in GROUPS for message in telegram.messages(group) if message.sender.id == BOT_ID
            for mark in self._found("s", message.text)
        )  # fmt: skip
        assert posts == Counter(mark for spot in self.spots for mark in self.in_thread(spot))
        assert texts == Counter(mark for spot in self.spots for mark in self.in_topic(spot))


def unknown_outcomes(town: Town) -> int:
    """How often a worker wrote into its log that it never heard what became of a send."""
    said = [line for hand in town.of("worker") + town.of("run") for line in hand.said("worker.settled")]
    return sum(line.get("outcome") == "unknown" for line in said)


async def orders_in(town: Town, number: int, *, assigned_at: datetime | None = None, prefix: str = "B") -> list[Spot]:
    """So many assigned orders at three partners with groups, their threads and topics open."""
    customer = await town.rest("POST", "/customers", name="Carla", email="carla@customer.example", language="en")
    if not town.partners:
        town.partners.extend([await _partner(town, group) for group in GROUPS])
    gate = asyncio.Semaphore(4)

    async def made(at: int) -> None:
        facts: dict[str, Any] = {"customer_id": customer["id"], "customer_chat": False, "title": "Oak kitchen"}
        body: dict[str, Any] = {"partner_id": town.partners[at % len(GROUPS)]}
        if assigned_at is not None:
            body["assigned_at"] = assigned_at.isoformat()
        async with gate:
            await town.rest("POST", "/orders", reference=f"{prefix}-{at}", **facts)
            await town.rest("POST", f"/orders/{prefix}-{at}/assignment", **body)

    await asyncio.gather(*[made(at) for at in range(number)])
    return [await _spot(town, at, f"{prefix}-{at}") for at in range(number)]


async def _partner(town: Town, group: int) -> str:
    town.telegram.add_group(group, f"Workshop {group}", forum=True, admins=(JAN, BOT_ID))
    made = await town.rest(
        "POST", "/partners", name=f"Workshop {group}", language="en", time_zone="UTC", self_billing=False,
        email="w@workshop.example", telegram_chat_id=group,
    )  # fmt: skip
    await town.rest(
        "POST", f"/partners/{made['id']}/members", name="Jan", role="collaborator", telegram_user_id=JAN
    )  # fmt: skip
    return str(made["id"])


async def _spot(town: Town, number: int, reference: str) -> Spot:
    end = asyncio.get_running_loop().time() + PATIENCE
    while asyncio.get_running_loop().time() < end:
        order = await town.rest("GET", f"/orders/{reference}")
        places = {place["platform"]: place for chat in order["chats"] for place in chat["places"]}
        if len(places) == 2 and all(place["state"] == "open" and place["thread"] for place in places.values()):
            telegram, slack = places["telegram"], places["slack"]
            return Spot(number, reference, int(telegram["channel"]), int(telegram["thread"]), slack["thread"])
        await asyncio.sleep(0.05)
    raise TimeoutError(order["chats"])
