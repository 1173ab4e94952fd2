"""REST over a real port, on both databases, with orders in every state for strangers to try themselves on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bots.app.settings import Settings
from tests.integration.app.conftest import KEY, TOKEN, Web, clock, parts, web

__all__ = ["clock", "parts", "web"]
STATUSES = {
    "CU-DRAFT": (),
    "CU-RUN": (),
    "CU-READY": ("ready",),
    "CU-DONE": ("ready", "delivered"),
    "CU-CLOSED": ("ready", "delivered", "approved"),
    "CU-GONE": ("cancelled",),
}


@pytest.fixture(params=["sqlite", "postgres"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """As for the other tests of the web application, with webhooks on."""
    sqlite = f"sqlite:///{tmp_path}/cutr.db"
    return Settings(
        _env_file=None,
        cutr_database_url=sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_database"),
        cutr_files_url=(tmp_path / "files").as_uri(),
        cutr_public_url="https://orders.example",
        cutr_secret_key=KEY,
        cutr_api_token=TOKEN,
        slack_orders_channel="C1",
        cutr_webhook_url="https://platform.example/events",
        cutr_webhook_secret="whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    )


@pytest.fixture
async def town(web: Web) -> Web:
    """Orders in every state, at one partner."""
    partner = await web.partner()
    for reference, steps in STATUSES.items():
        await web.order(reference)
        if reference != "CU-DRAFT":
            await web.call("POST", f"/orders/{reference}/assignment", {"partner_id": partner})
        for step in steps:
            web.clock.move(minutes=1)
            body = {"status": step, "reason": "As agreed"} | ({"override": True} if step == "ready" else {})
            status, told = await web.call("POST", f"/orders/{reference}/status", body)
            assert status == 200, told
    return web
