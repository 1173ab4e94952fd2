"""The two ways in: the webhook's answers, poison, a database that is away, and long polling."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from bots.telegram.door import MOST_BYTES, TelegramDoor
from core.chats import Audience
from core.ports import StorageAway, Store
from tests.integration.telegram.conftest import GROUP, JAN, SECRET, Workshop

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


class AwayDatabase:
    """A database that can be taken away and given back."""

    def __init__(self, real: Any) -> None:
        self.real = real
        self.is_away = True
        self.refused = asyncio.Event()

    async def run(self, job: Callable[[Store], Any]) -> Any:
        return await self._through(self.real.run, job)

    async def read(self, job: Callable[[Store], Any]) -> Any:
        return await self._through(self.real.read, job)

    async def glance(self, job: Callable[[Store], Any]) -> Any:
        return await self._through(self.real.glance, job)

    async def _through(self, way: Any, job: Callable[[Store], Any]) -> Any:
        if self.is_away:
            self.refused.set()
            raise StorageAway
        return await way(job)


def update(number: int = 1, **message: object) -> dict[str, Any]:
    """A private text of Jan's."""
    person = {"id": JAN, "is_bot": False, "first_name": "Jan"}
    chat = {"id": JAN, "type": "private", "first_name": "Jan"}
    text = {"message_id": number, "date": 1_800_000_000, "chat": chat, "from": person, "text": "Hello"}
    return {"update_id": number, "message": text | message}


@pytest.mark.parametrize("secret", [None, "", SECRET[:-1], SECRET.upper(), SECRET + "x", "ſecret"])
async def test_a_wrong_secret_changes_nothing(shop: Workshop, secret: str | None) -> None:
    shop.desk.member(shop.desk.partner(group=None), "Jan", "admin", JAN)
    headers = {} if secret is None else {"x-telegram-bot-api-secret-token": secret}
    status, _, _ = await shop.door.handle_http(headers, json.dumps(update()).encode())
    assert status == 401
    assert shop.desk.store.asks.rows == {}


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"[]", 400), (b'{"update_id": "x"}', 400), (b"x" * (MOST_BYTES + 1), 413)],
)
async def test_what_is_no_update_is_refused(shop: Workshop, body: bytes, status: int) -> None:
    assert (await shop.door.handle_http(HEADERS, body))[0] == status


@pytest.mark.parametrize("extra", [{}, {"poll": {"x": 1}}, {"brand_new": {"a": [1]}}])
async def test_updates_of_unknown_kinds_are_taken_in_silence(shop: Workshop, extra: dict[str, object]) -> None:
    status, _, _ = await shop.door.handle_http(HEADERS, json.dumps({"update_id": 5} | extra).encode())
    assert status == 200


async def test_a_poison_update_is_kept_aside_and_its_writer_gets_the_reference(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    broken = update(7, chat={"id": GROUP, "type": "supergroup", "title": "x"}, date="not a date")
    assert (await shop.door.handle_http(HEADERS, json.dumps(broken).encode()))[0] == 200
    kept = [row for row in shop.desk.store.receipts.rows.values() if row.reference]
    assert [row.payload["update_id"] for row in kept] == [7]
    del order


async def test_when_the_database_is_away_telegram_is_asked_to_come_again(shop: Workshop) -> None:
    shop.desk.member(shop.desk.partner(group=None), "Jan", "admin", JAN)
    away = AwayDatabase(shop.desk.database)
    shop.desk.dispatcher.database = away
    door = TelegramDoor(shop.desk.dispatcher, away, shop.account, shop.clock.now)
    body = json.dumps(update()).encode()
    assert (await door.handle_http(HEADERS, body))[0] == 503
    away.is_away = False
    assert (await door.handle_http(HEADERS, body))[0] == 200
    await door.settled()
    assert len(shop.desk.store.asks.find(kind="route")) == 1


async def test_polling_takes_the_same_way_and_confirms_after_the_commit(shop: Workshop) -> None:
    order, _ = await shop.assigned()
    await shop.account.bot.delete_webhook()
    stop = asyncio.Event()
    away = AwayDatabase(shop.desk.database)
    shop.desk.dispatcher.database = away
    door = TelegramDoor(shop.desk.dispatcher, away, shop.account, shop.clock.now)
    await shop.telegram.say(JAN, GROUP, "By polling", shop.topic(order))
    polling = asyncio.create_task(door.run_polling(stop))
    await away.refused.wait()
    assert len(shop.telegram.pending()) == 1
    away.is_away = False
    await shop.telegram.wait_for(lambda: shop.desk.store.messages.find(order_id=order.id), 5)
    stop.set()
    await polling
    assert shop.telegram.pending() == []
    await shop.worker.drain()
    assert shop.slack.words(Audience.CUTR_ONLY) == ["By polling"]


async def test_menu_and_webhook_are_set_for_each_scope(shop: Workshop) -> None:
    await shop.account.set_menu()
    await shop.account.set_webhook(shop.url.removesuffix("/telegram/webhook"))
    private = [row["command"] for row in shop.telegram.commands({"type": "all_private_chats"})]
    group = [row["command"] for row in shop.telegram.commands({"type": "all_group_chats"})]
    assert {"orders", "todo", "slip", "ready", "help"} <= set(private)
    assert "ready" in group
    hook = shop.ledger.entries("setWebhook")[-1].args
    assert hook["secret_token"] == SECRET
    assert "message_reaction" not in str(hook["allowed_updates"])
