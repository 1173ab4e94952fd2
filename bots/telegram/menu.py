"""The commands as Telegram's menu and as help: rendered from the one catalogue, never listed a second time."""

from __future__ import annotations

from bots.catalogue import CommandRow, rows
from bots.texts import say
from core.chats import Platform
from core.people import Actor

_ONLY_PRIVATE = frozenset({"language"})


def menu_rows(scope: str, language: str) -> list[tuple[str, str]]:
    """Names and descriptions for one of Telegram's menus, `private` or `group`; at most 256 characters each."""
    listed = [row for row in rows(Platform.TELEGRAM) if row.listed]
    if scope == "group":
        listed = [row for row in listed if row.name not in _ONLY_PRIVATE]
    return [(row.name, row.says(language)[:256]) for row in listed]


def help_text(actor: Actor, language: str) -> str:
    """What this person can type, one line each."""
    usable: list[CommandRow] = [r for r in rows(Platform.TELEGRAM) if r.listed and actor.role in r.roles]
    lines = [say("telegram-help-line", language, command=row.typed, words=row.says(language)) for row in usable]
    return "\n".join(lines)


def is_command(name: str) -> bool:
    """Whether people may type this."""
    return any(row.name == name for row in rows(Platform.TELEGRAM))
