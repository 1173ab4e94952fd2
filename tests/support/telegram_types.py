"""Telegram JSON judged by two independent readers: aiogram's generated models and python-telegram-bot.

Apply `check_ledger` to a whole sandbox ledger: every request and result must be known to the Bot API, field by field.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import aiogram.methods
import aiogram.types
import telegram
from pydantic import BaseModel, TypeAdapter

from sandbox.ledger import Entry

# Bot API 10.3 requires these; python-telegram-bot 22.8 knows 10.0.
NEWER_THAN_PTB = frozenset({"can_send_welcome_messages"})


def _method(name: str) -> Any:
    found = getattr(aiogram.methods, name[0].upper() + name[1:], None)
    assert found is not None, f"{name} is no Bot API method"
    return found


def assert_no_extra(value: Any, path: str = "") -> None:
    """Fail on a field that no Bot API type declares, at any depth."""
    if isinstance(value, BaseModel):
        assert not value.model_extra, f"{path or type(value).__name__} has unknown fields {value.model_extra}"
        for name in value.model_fields_set:
            assert_no_extra(getattr(value, name, None), f"{path}.{name}")
    elif isinstance(value, Mapping):
        for name, item in value.items():
            assert_no_extra(item, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for item in value:
            assert_no_extra(item, f"{path}[]")


def check_request(method: str, args: Mapping[str, Any]) -> None:
    """Fail unless the arguments are those of the method: all required ones, right types, no unknown ones."""
    assert_no_extra(_method(method).model_validate(dict(args)), method)


def check_result(method: str, result: Any) -> None:
    """Fail unless the result has the type the method returns, without unknown fields."""
    assert_no_extra(TypeAdapter(_method(method).__returning__).validate_python(result), method)


def check_ledger(entries: Iterable[Entry]) -> None:
    """Apply both checks to every Telegram entry; results only where the call was answered with one."""
    for entry in entries:
        if entry.platform != "telegram":
            continue
        check_request(entry.method, entry.args)
        if entry.accepted and entry.result.get("ok"):
            check_result(entry.method, entry.result["result"])


def check_update(update: Mapping[str, Any]) -> None:
    """Fail unless both readers know every field of the update."""
    assert_no_extra(aiogram.types.Update.model_validate(dict(update)), "Update")
    assert_known(telegram.Update.de_json(dict(update), None), "Update")


def assert_known(value: Any, path: str = "") -> None:
    """Fail when python-telegram-bot kept something aside as unknown, at any depth."""
    if isinstance(value, telegram.TelegramObject):
        unknown = set(value.api_kwargs) - NEWER_THAN_PTB
        assert not unknown, f"{path}: {unknown}"
        for name in value.__slots__:
            if not name.startswith("_"):
                assert_known(getattr(value, name, None), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for item in value:
            assert_known(item, f"{path}[]")
