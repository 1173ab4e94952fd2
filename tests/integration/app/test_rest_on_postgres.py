"""Requests at the same moment on PostgreSQL, where transactions really run beside each other."""

import asyncio
import json
from pathlib import Path

import pytest

from bots.app.settings import Settings
from tests.integration.app.conftest import KEY, TOKEN, Web

READY = {"status": "ready", "override": True, "reason": "Seen at the workshop"}


@pytest.fixture
def settings(postgres_database: str, tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        cutr_database_url=postgres_database,
        cutr_files_url=(tmp_path / "files").as_uri(),
        cutr_secret_key=KEY,
        cutr_api_token=TOKEN,
        slack_orders_channel="C1",
    )


async def test_twins_have_one_effect_and_one_answer(web: Web) -> None:
    _, customer = await web.call("POST", "/customers", {"name": "Ann", "email": "a@example.org", "language": "en"})
    body = {"reference": "CU-7", "title": "Kitchen", "customer_id": customer["id"]}
    answers = await asyncio.gather(
        *(web.call("POST", "/orders", body, **{"Idempotency-Key": "twin"}) for _ in range(8)),
        *(web.call("POST", "/partners", {"name": "Hout"}, **{"Idempotency-Key": "twins"}) for _ in range(8)),
    )
    assert {status for status, _ in answers} == {201}
    assert len({json.dumps(answer) for _, answer in answers}) == 2
    partners = await web.parts.database.read(lambda store: store.partners.find(name="Hout"))
    assert len(partners) == 1


async def test_without_a_key_a_reference_is_given_once(web: Web) -> None:
    _, customer = await web.call("POST", "/customers", {"name": "Ann", "email": "a@example.org", "language": "en"})
    body = {"reference": "CU-7", "title": "Kitchen", "customer_id": customer["id"]}
    answers = await asyncio.gather(*(web.call("POST", "/orders", body) for _ in range(6)))
    assert sorted(status for status, _ in answers) == [201, *[409] * 5]


async def test_a_step_is_made_once(web: Web) -> None:
    await web.running()
    answers = await asyncio.gather(*(web.call("POST", "/orders/CU-1/status", READY) for _ in range(6)))
    assert sorted(status for status, _ in answers) == [200, *[409] * 5]
    _, timeline = await web.call("GET", "/orders/CU-1/timeline")
    assert [entry["event"] for entry in timeline].count("mark_ready") == 1
