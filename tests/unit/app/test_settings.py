"""Settings: everything wrong at once, nothing shown."""

from pathlib import Path

import pytest

from bots.app.settings import BadSettings, Process, Settings, load

FULL = {
    "CUTR_SECRET_KEY": "key-of-the-house",
    "CUTR_API_TOKEN": "token-of-the-platform",
    "SLACK_BOT_TOKEN": "xoxb-1-secret",
    "SLACK_SIGNING_SECRET": "signing-1",
    "SLACK_ORDERS_CHANNEL": "C1",
    "TELEGRAM_BOT_TOKEN": "1:telegram-secret",
    "TELEGRAM_WEBHOOK_SECRET": "hook-1",
}


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **changes: str | None) -> None:
    for name, value in {**FULL, **changes}.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)


def refused(process: Process) -> list[str]:
    with pytest.raises(BadSettings) as bad:
        load(process, env_file=None)
    return bad.value.lines


def test_defaults_are_the_documented_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch)
    settings = load(Process.WEB, env_file=None)
    assert settings.cutr_database_url.get_secret_value() == "sqlite:///var/cutr.db"
    assert settings.cutr_files_url.startswith("file:///")
    assert settings.cutr_files_url.endswith("/var/files")
    assert (settings.slack_api_url, settings.telegram_api_url) == ("https://slack.com/api/", "https://api.telegram.org")
    paces = (
        settings.cutr_slack_channel_per_minute,
        settings.cutr_telegram_group_per_minute,
        settings.cutr_telegram_chat_per_minute,
        settings.cutr_telegram_total_per_second,
    )
    assert paces == (60, 20, 60, 30)


def test_all_that_is_missing_is_named_at_once() -> None:
    told = "\n".join(refused(Process.WEB))
    assert [name for name in FULL if name not in told] == []


def test_malformed_and_missing_are_named_together_and_without_values(monkeypatch: pytest.MonkeyPatch) -> None:
    given(
        monkeypatch,
        CUTR_API_TOKEN=None,
        TELEGRAM_BOT_TOKEN="not-a-token-7391",
        CUTR_DATABASE_URL="mysql://u:pass7391@h/d",
        CUTR_TELEGRAM_GROUP_PER_MINUTE="many",
    )
    told = "\n".join(refused(Process.WEB))
    wanted = {"CUTR_API_TOKEN", "TELEGRAM_BOT_TOKEN", "CUTR_DATABASE_URL", "CUTR_TELEGRAM_GROUP_PER_MINUTE"}
    assert {name for name in wanted if name in told} == wanted
    assert "7391" not in told


@pytest.mark.parametrize("name", sorted(n for n in FULL if n != "SLACK_ORDERS_CHANNEL"))
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_secret_refuses_to_start(monkeypatch: pytest.MonkeyPatch, name: str, empty: str) -> None:
    given(monkeypatch, **{name: empty})
    for process in (Process.WEB, Process.WORKER, Process.CLOCK, Process.MIGRATE):
        assert [line for line in refused(process) if line.startswith(name)] != []


@pytest.mark.parametrize(
    ("process", "without"),
    [
        (Process.CLOCK, [*(set(FULL) - {"SLACK_ORDERS_CHANNEL"})]),
        (Process.MIGRATE, [*FULL]),
        (Process.WORKER, ["CUTR_API_TOKEN", "SLACK_SIGNING_SECRET", "TELEGRAM_WEBHOOK_SECRET"]),
        (Process.RUN, ["TELEGRAM_WEBHOOK_SECRET"]),
    ],
)
def test_a_process_asks_only_for_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, process: Process, without: list[str]
) -> None:
    given(monkeypatch, **dict.fromkeys(without))
    assert isinstance(load(process, env_file=None), Settings)


def test_socket_mode_needs_no_signing_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, SLACK_SIGNING_SECRET=None)
    assert [line.partition(":")[0] for line in refused(Process.RUN)] == ["SLACK_SIGNING_SECRET"]
    given(monkeypatch, SLACK_SIGNING_SECRET=None, SLACK_APP_TOKEN="xapp-1")
    assert load(Process.RUN, env_file=None).slack_app_token is not None


def test_mail_needs_its_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, SMTP_URL="smtps://u:p@mail.example")
    assert [line.partition(":")[0] for line in refused(Process.WORKER)] == ["CUTR_MAIL_FROM"]


def test_no_secret_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    given(
        monkeypatch, CUTR_DATABASE_URL="postgresql://u:p4ssw0rd@h/d", SMTP_URL="smtp://u:m41lpw@h", CUTR_MAIL_FROM="a@b"
    )
    settings = load(Process.WEB, env_file=None)
    shown = f"{settings!r} {settings} {settings.model_dump()}"
    hidden = [*(FULL[name] for name in FULL if name != "SLACK_ORDERS_CHANNEL"), "p4ssw0rd", "m41lpw"]
    assert [secret for secret in hidden if secret in shown] == []
    assert set(hidden) <= set(settings.secrets())


def test_a_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("".join(f"{name}={value}\n" for name, value in FULL.items()), "utf-8")
    monkeypatch.setenv("SLACK_ORDERS_CHANNEL", "C2")
    settings = load(Process.WEB, env_file=file)
    assert settings.slack_orders_channel == "C2"
    assert settings.slack_bot_token is not None


WEBHOOK = {"CUTR_WEBHOOK_URL": "https://platform.example/events", "CUTR_WEBHOOK_SECRET": f"whsec_{'A' * 32}"}


def test_a_webhook_needs_its_secret_and_takes_two(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **{**WEBHOOK, "CUTR_WEBHOOK_SECRET": None})
    for process in (Process.WEB, Process.WORKER, Process.CLOCK, Process.IMPORT):
        assert [line for line in refused(process) if line.startswith("CUTR_WEBHOOK_SECRET: is missing")] != []
    two = f"{WEBHOOK['CUTR_WEBHOOK_SECRET']} whsec_{'B' * 40}"
    given(monkeypatch, **{**WEBHOOK, "CUTR_WEBHOOK_SECRET": two})
    settings = load(Process.WORKER, env_file=None)
    assert set(two.split()) <= set(settings.secrets())
    assert "B" * 40 not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CUTR_WEBHOOK_URL", "http://platform.example/events"),
        ("CUTR_WEBHOOK_URL", "ftp://platform.example/events"),
        ("CUTR_WEBHOOK_URL", "https://user:word7391@platform.example/events"),
        ("CUTR_WEBHOOK_URL", "platform.example"),
        ("CUTR_WEBHOOK_SECRET", "word7391word7391word7391word7391"),
        ("CUTR_WEBHOOK_SECRET", "whsec_word7391"),
        ("CUTR_WEBHOOK_SECRET", "whsec_not base64 7391!"),
    ],
)
def test_a_doubtful_webhook_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    given(monkeypatch, **{**WEBHOOK, name: value})
    told = refused(Process.WORKER)
    assert [line for line in told if line.startswith(name)] != []
    assert "7391" not in "".join(told)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_a_webhook_on_this_machine_needs_no_encryption(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    given(monkeypatch, **{**WEBHOOK, "CUTR_WEBHOOK_URL": f"http://{host}:9000/events"})
    assert load(Process.WORKER, env_file=None).cutr_webhook_url == f"http://{host}:9000/events"
