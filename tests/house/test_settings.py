"""Every setting is documented in the README, and the names that others rely on are there."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from pydantic import AliasChoices
from pydantic_settings import BaseSettings

from tests.house.tree import ROOT

PROMISED: Final = frozenset(
    {
        *("CUTR_API_TOKEN", "CUTR_DATABASE_URL", "CUTR_FILES_URL", "CUTR_MAIL_FROM", "CUTR_PUBLIC_URL"),
        *("CUTR_SECRET_KEY", "CUTR_SLACK_CHANNEL_PER_MINUTE", "CUTR_TELEGRAM_CHAT_PER_MINUTE"),
        *("CUTR_TELEGRAM_GROUP_PER_MINUTE", "CUTR_TELEGRAM_TOTAL_PER_SECOND", "SMTP_URL"),
        *("SLACK_API_URL", "SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "SLACK_ORDERS_CHANNEL", "SLACK_SIGNING_SECRET"),
        *("SLACK_STAFF_USERGROUP", "TELEGRAM_API_URL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"),
    }
)


def test_every_setting_is_documented() -> None:
    assert sorted(set(_settings()) - _documented()) == []


def test_every_documented_setting_exists() -> None:
    assert sorted(_documented() - set(_settings())) == []


def test_the_promised_names_are_read() -> None:
    assert sorted(PROMISED - set(_settings())) == []


def _documented() -> set[str]:
    readme = (ROOT / "README.md").read_text("utf-8")
    return set(re.findall(r"`((?:CUTR|SLACK|TELEGRAM|SMTP)_[A-Z_]+)\b", readme))


def _settings() -> Iterator[str]:
    """The environment's names that the settings class reads, in capitals."""
    settings: type[BaseSettings] = import_module("bots.app.settings").Settings
    prefix = settings.model_config.get("env_prefix", "")
    for name, field in settings.model_fields.items():
        match field.validation_alias:
            case AliasChoices(choices=choices):
                yield from (str(choice).upper() for choice in choices)
            case str(alias):
                yield alias.upper()
            case _:
                yield f"{prefix}{name}".upper()
