"""The doctor against the sandbox platforms: what is right is said, what is wrong comes with its fix."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bots.app.doctor import examine
from bots.app.doctor_telegram import webhook
from bots.app.findings import Finding, clock_skew
from bots.app.settings import Settings
from sandbox.clock import SandboxClock
from sandbox.faults import FaultPlan
from sandbox.ledger import Ledger
from sandbox.serve import Served
from sandbox.slack import SlackSandbox
from sandbox.telegram import TelegramSandbox
from storage.migrating import migrate

BOT = "4242:AAsandboxtoken"


@pytest.fixture
async def slack() -> AsyncIterator[SlackSandbox]:
    clock = SandboxClock()
    sandbox = SlackSandbox(clock, Ledger(clock), FaultPlan())
    async with Served(sandbox.app) as served:
        sandbox.world.public_url = served.url
        yield sandbox


@pytest.fixture
async def telegram_url() -> AsyncIterator[str]:
    clock = SandboxClock()
    sandbox = TelegramSandbox(clock, Ledger(clock), FaultPlan())
    sandbox.add_bot(BOT, "cutr_bot", name="Cutr")
    async with Served(sandbox.app) as served:
        yield served.url
        await sandbox.stop()


@pytest.fixture
def connected(settings: Settings, slack: SlackSandbox, telegram_url: str) -> Settings:
    migrate(settings.cutr_database_url.get_secret_value())
    changes = {
        "slack_api_url": f"{slack.world.public_url}/api/",
        "slack_bot_token": slack.settings.bot_token,
        "slack_orders_channel": slack.world.channel("orders").id,
        "telegram_api_url": telegram_url,
        "telegram_bot_token": BOT,
        "cutr_public_url": None,
    }
    return Settings(_env_file=None, **{**settings.model_dump(), **changes})


def about(findings: list[Finding], word: str) -> list[Finding]:
    return [finding for finding in findings if word in finding.what]


async def test_what_is_right_needs_no_fix(connected: Settings) -> None:
    findings = await examine(connected)
    wanted = ("Database", "File store", "Slack token", "Slack scopes", "Telegram token", "Telegram updates")
    assert {word: [f.line() for f in about(findings, word) if not f.fine] for word in wanted} == {w: [] for w in wanted}


async def test_scopes_that_are_missing_are_named(connected: Settings, slack: SlackSandbox) -> None:
    await slack.configure_app(scopes={"chat:write", "channels:read"})
    (finding,) = about(await examine(connected), "Slack scopes")
    assert "reactions:write" in finding.told
    assert "slack-manifest" in finding.fix


async def test_a_channel_shared_outside_is_told(connected: Settings, slack: SlackSandbox) -> None:
    await slack.change_channel(connected.slack_orders_channel or "", is_ext_shared=True)
    (finding,) = about(await examine(connected), "Slack channel")
    assert (finding.fine, "shared" in finding.told) == (False, True)


async def test_wrong_tokens_are_told_and_not_shown(connected: Settings) -> None:
    changes = {"slack_bot_token": "xoxb-wrong-7391", "telegram_bot_token": "77:wrong-7391"}
    wrong = Settings(_env_file=None, **{**connected.model_dump(), **changes})
    findings = await examine(wrong)
    assert [about(findings, word)[0].fine for word in ("Slack token", "Telegram token")] == [False, False]
    assert "7391" not in "".join(finding.line() for finding in findings)


async def test_nobody_answering_is_told(connected: Settings) -> None:
    changes = {
        "slack_api_url": "http://127.0.0.1:9/",
        "telegram_api_url": "http://127.0.0.1:9",
        "smtp_url": "smtp://127.0.0.1:9",
    }
    findings = await examine(Settings(_env_file=None, **{**connected.model_dump(), **changes}))
    assert [about(findings, word)[0].fine for word in ("Slack token", "Telegram token", "Mail")] == [False] * 3


def test_a_clock_that_is_off_is_told() -> None:
    now = datetime(2030, 1, 7, 9, 0, tzinfo=UTC)
    assert clock_skew("x", "Mon, 07 Jan 2030 09:00:20 GMT", now).fine
    assert not clock_skew("x", "Mon, 07 Jan 2030 09:05:00 GMT", now).fine
    assert clock_skew("x", None, now).fine


def test_webhooks() -> None:
    right = {"url": "https://a.b/telegram/webhook", "pending_update_count": 3}
    assert all(finding.fine for finding in webhook("https://a.b", right, now=1000.0))
    failing = {**right, "last_error_date": 900, "last_error_message": "certificate verify failed"}
    wrong = [f for f in webhook("https://a.b", failing, now=1000.0) if not f.fine]
    assert ["certificate verify failed" in f.told for f in wrong] == [True]
    assert not webhook("https://other.b", right, now=1000.0)[0].fine
    assert not webhook(None, right, now=1000.0)[0].fine
