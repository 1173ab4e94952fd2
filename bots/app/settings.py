"""Settings from the environment or a `.env` file, with what each process needs of them (product.md "Settings").

Everything wrong is named at once, with what to do and never with the value. Nothing is built here.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class BadSettings(Exception):
    """Settings that nothing can start with: `lines` name each of them and what to do."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines


class Process(StrEnum):
    """What is about to start; each needs other settings."""

    WEB = "web"
    WORKER = "worker"
    CLOCK = "clock"
    RUN = "run"
    MIGRATE = "migrate"
    IMPORT = "import"
    DOCTOR = "doctor"


def _filled(value: SecretStr) -> SecretStr:
    # A secret that is there but empty would switch a check off silently (reliability.md I37).
    if not value.get_secret_value().strip():
        raise ValueError("is empty: fill it in or remove the line")
    return value


def _matching(pattern: str, what: str) -> AfterValidator:
    def check(value: SecretStr) -> SecretStr:
        if not re.fullmatch(pattern, value.get_secret_value()):
            raise ValueError(f"does not look like {what}")
        return value

    return AfterValidator(check)


def _addressed(*schemes: str) -> AfterValidator:
    def check(value: SecretStr | str | None) -> SecretStr | str | None:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value or ""
        if text and not _is_address(text, schemes):
            raise ValueError(f"must be an address that starts with {' or '.join(f'{s}://' for s in schemes)}")
        return value

    return AfterValidator(check)


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    # PostgreSQL may be reached over a socket: then the host is in the query, or nowhere.
    local = parts.scheme in {"sqlite", "file", "postgresql", "postgres"}
    return parts.scheme in schemes and bool(parts.path.strip("/") if local else parts.hostname) and port != 0


def _with_slash(value: str) -> str:
    # slack_sdk joins names to it as they are (stack.md 5).
    return value if value.endswith("/") else value + "/"


def _without_slash(value: str | None) -> str | None:
    return value.rstrip("/") if value else None


def _guarded_way(value: str | None) -> str | None:
    parts = urlsplit(value or "")
    if parts.username or parts.password:
        raise ValueError("must hold no user and no password: the signature is the proof")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ValueError("must start with https:// (http:// only on loopback)")
    return value


def _signing_secrets(value: SecretStr) -> SecretStr:
    for one in value.get_secret_value().split():
        try:
            size = len(base64.b64decode(one.removeprefix("whsec_"), validate=True)) if one.startswith("whsec_") else 0
        except ValueError:
            size = 0
        # 24 to 64 bytes, as the Standard Webhooks specification asks.
        if not 24 <= size <= 64:
            raise ValueError("must be whsec_ and 24 to 64 random bytes in base64")
    return value


Secret = Annotated[SecretStr, AfterValidator(_filled)]
Blankable = Annotated[str | None, BeforeValidator(lambda value: None if value is None else str(value).strip() or None)]
PerMinute = Annotated[int, Field(ge=1, le=100_000)]
_SQL = ("sqlite", "postgresql", "postgres")


class Settings(BaseSettings):
    """The installation's settings; names are the environment's in small letters. Secrets never show in its repr."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", hide_input_in_errors=True
    )

    cutr_database_url: Annotated[SecretStr, _addressed(*_SQL)] = SecretStr("sqlite:///var/cutr.db")
    cutr_files_url: Annotated[str, _addressed("file", "s3")] = Field(
        default_factory=lambda: Path("var/files").absolute().as_uri()
    )
    cutr_public_url: Annotated[Blankable, _addressed("http", "https"), AfterValidator(_without_slash)] = None
    cutr_secret_key: Secret | None = None
    cutr_api_token: Secret | None = None
    cutr_webhook_url: Annotated[Blankable, _addressed("http", "https"), AfterValidator(_guarded_way)] = None
    cutr_webhook_secret: Annotated[Secret, AfterValidator(_signing_secrets)] | None = None
    cutr_mail_from: Blankable = None
    smtp_url: Annotated[Secret, _addressed("smtp", "smtps")] | None = None
    slack_bot_token: Annotated[Secret, _matching(r"xox\S+", "a bot token (xoxb-…)")] | None = None
    slack_signing_secret: Annotated[Secret, _matching(r"\S+", "a signing secret")] | None = None
    slack_app_token: Annotated[Secret, _matching(r"xapp-\S+", "an app-level token (xapp-…)")] | None = None
    slack_staff_usergroup: Blankable = None
    slack_api_url: Annotated[str, _addressed("http", "https"), AfterValidator(_with_slash)] = "https://slack.com/api/"
    slack_orders_channel: Blankable = None
    telegram_bot_token: Annotated[Secret, _matching(r"\d+:\S+", "a bot token (123456:ABC…)")] | None = None
    telegram_webhook_secret: (
        Annotated[Secret, _matching(r"[A-Za-z0-9_-]{1,256}", "1 to 256 letters, digits, _ and -")] | None
    ) = None
    telegram_api_url: Annotated[str, _addressed("http", "https"), AfterValidator(_without_slash)] = (
        "https://api.telegram.org"
    )
    cutr_slack_channel_per_minute: PerMinute = 60
    cutr_telegram_group_per_minute: PerMinute = 20
    cutr_telegram_chat_per_minute: PerMinute = 60
    cutr_telegram_total_per_second: PerMinute = 30

    def secrets(self) -> list[str]:
        """Everything that must never be shown: secret values and the passwords inside addresses."""
        found = [value.get_secret_value() for _, value in self if isinstance(value, SecretStr)]
        found += shown(self.cutr_webhook_secret).split()
        hidden = [secret for secret in found if not secret.startswith("sqlite:")]
        return hidden + [password for secret in hidden if "://" in secret and (password := urlsplit(secret).password)]


ADVICE: Final = {
    "cutr_secret_key": "a long random text that signs customers' links",
    "cutr_api_token": "the bearer token of Cutr's platform for /api/v1",
    "cutr_webhook_secret": "whsec_ and 32 random bytes in base64; it signs what is sent to CUTR_WEBHOOK_URL",
    "cutr_mail_from": "the sender's mail address (needed with SMTP_URL)",
    "slack_bot_token": "the bot token (xoxb-…) from the app's page 'OAuth & Permissions'",
    "slack_signing_secret": "the signing secret from the app's page 'Basic Information'",
    "slack_orders_channel": "the id (C…) of the channel for order threads",
    "telegram_bot_token": "the token that @BotFather gave",
    "telegram_webhook_secret": "a random text of letters and digits; it is handed to Telegram with the webhook",
}
_SLACK_OUT = ("slack_bot_token", "slack_orders_channel")
NEEDS: Final[dict[Process, tuple[str, ...]]] = {
    Process.WEB: (
        *("cutr_secret_key", "cutr_api_token", "slack_bot_token", "slack_signing_secret"),
        *("slack_orders_channel", "telegram_bot_token", "telegram_webhook_secret"),
    ),
    Process.WORKER: ("cutr_secret_key", *_SLACK_OUT, "telegram_bot_token"),
    Process.CLOCK: ("slack_orders_channel",),
    Process.RUN: ("cutr_secret_key", "cutr_api_token", *_SLACK_OUT, "telegram_bot_token"),
    Process.MIGRATE: (),
    Process.IMPORT: ("slack_orders_channel",),
    Process.DOCTOR: ("cutr_secret_key", "cutr_api_token", *_SLACK_OUT, "telegram_bot_token"),
}


def load(process: Process, env_file: Path | None = Path(".env")) -> Settings:
    """The settings for this process. Raises `BadSettings` that names everything missing or malformed."""
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        wrong = {str(item["loc"][0]): str(item["msg"]).removeprefix("Value error, ") for item in error.errors()}
        lines = [f"{name.upper()}: {message}" for name, message in wrong.items()]
        rest = _well_formed(wrong, env_file)
        raise BadSettings(lines + [line for name, line in _missing(rest, process) if name not in wrong]) from None
    if lines := [line for _, line in _missing(settings, process)]:
        raise BadSettings(lines)
    return settings


def _well_formed(wrong: dict[str, str], env_file: Path | None) -> Settings:
    """What could be read, so that what is missing can be told in the same breath as what is malformed."""
    raw = {**DotEnvSettingsSource(Settings, env_file=env_file)(), **EnvSettingsSource(Settings)()}
    values: dict[str, Any] = {name: value or None for name, value in raw.items() if name not in wrong}
    return Settings.model_construct(None, **values)


def _missing(settings: Settings, process: Process) -> Iterator[tuple[str, str]]:
    for name in _wanted(settings, process):
        if not getattr(settings, name):
            yield name, f"{name.upper()}: is missing: set it to {ADVICE[name]}"


def _wanted(settings: Settings, process: Process) -> Iterator[str]:
    yield from NEEDS[process]
    if process is Process.RUN and settings.slack_app_token is None:
        yield "slack_signing_secret"
    if process is Process.RUN and settings.cutr_public_url is not None:
        yield "telegram_webhook_secret"
    if settings.smtp_url is not None and process is not Process.MIGRATE:
        yield "cutr_mail_from"
    if settings.cutr_webhook_url is not None and process is not Process.MIGRATE:
        yield "cutr_webhook_secret"


def shown(secret: SecretStr | None) -> str:
    """A secret's value for the one who needs it; empty when it is not set."""
    return secret.get_secret_value() if secret is not None else ""
