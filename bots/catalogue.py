"""Everything people can type, as rows: help, Slack's manifest, Telegram's menu and the README table come from here.

What a command does is in the front ends; its description is in the message catalogue under `text_key`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bots.texts import say
from core.chats import Platform
from core.people import PARTNER_ROLES, Actor, Role

STAFF: Final = frozenset({Role.STAFF})
MEMBERS: Final = PARTNER_ROLES
ADMINS: Final = frozenset({Role.ADMIN})
TELEGRAM_PEOPLE: Final = PARTNER_ROLES | {Role.GUEST}
TABLE_START: Final = "<!-- commands"
TABLE_END: Final = "<!-- end of commands"
TITLES: Final = ((Platform.SLACK, "Slack"), (Platform.TELEGRAM, "Telegram"))


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One command or one of its subcommands, whose `name` then has both words (`order offer`).

    `usage` is what follows the name; `roles` may use it; rows that are not `listed` work but stand in no menu or help.
    """

    platform: Platform
    name: str
    usage: str
    roles: frozenset[Role]
    subcommands: tuple[CommandRow, ...] = ()
    listed: bool = True

    @property
    def text_key(self) -> str:
        """The catalogue's key of the description."""
        return f"command-{self.platform}-{self.name.replace(' ', '-')}"

    @property
    def verb(self) -> str:
        """The last word of the name: what is typed after the command for a subcommand."""
        return self.name.rpartition(" ")[2]

    @property
    def typed(self) -> str:
        """What a person types, with placeholders in capitals."""
        name, _, verb = self.name.partition(" ")
        if verb and "REF" in self.usage.split():
            rest = self.usage.replace("REF", "", 1).strip()
            return " ".join(part for part in (f"/{name} REF {verb}", rest) if part)
        return " ".join(part for part in (f"/{self.name}", self.usage) if part)

    def says(self, language: str = "en") -> str:
        """The description."""
        return say(self.text_key, language)


@dataclass(frozen=True, slots=True)
class ShortcutRow:
    """A shortcut in Slack's message menu; `name` is its callback id. Labels have at most 24 signs (platforms.md 1)."""

    name: str
    roles: frozenset[Role] = STAFF

    @property
    def label_key(self) -> str:
        """The catalogue's key of the label in the menu."""
        return f"shortcut-{self.name}"

    @property
    def text_key(self) -> str:
        """The catalogue's key of the description."""
        return f"shortcut-{self.name}-description"


def _slack(name: str, usage: str, *subcommands: CommandRow) -> CommandRow:
    return CommandRow(Platform.SLACK, name, usage, STAFF, subcommands)


def _telegram(name: str, usage: str = "", roles: frozenset[Role] = MEMBERS) -> CommandRow:
    return CommandRow(Platform.TELEGRAM, name, usage, roles)


def _unlisted(name: str, usage: str, roles: frozenset[Role]) -> CommandRow:
    return CommandRow(Platform.TELEGRAM, name, usage, roles, listed=False)


CATALOGUE: Final[tuple[CommandRow, ...]] = (
    _slack(
        "orders", "[filter or text]",
        _slack("orders needs attention", "[reason]"),
        _slack("orders export", "[filter or text]"),
    ),
    _slack(
        "order", "REF [verb]",
        _slack("order new", ""),
        _slack("order offer", "REF"),
        _slack("order assign", "REF"),
        _slack("order milestones", "REF"),
        _slack("order delay", "REF"),
        _slack("order kickoff", "REF"),
        _slack("order reopen", "REF"),
        _slack("order cancel", "REF"),
        _slack("order snooze", "REF"),
        _slack("order approve", "REF"),
        _slack("order files", "REF"),
        _slack("order slip", "REF"),
        _slack("order dossier", "REF"),
        _slack("order renewlink", "REF"),
        _slack("order revokelink", "REF"),
        _slack("order history", "REF"),
        _slack("order upcoming", "REF"),
    ),
    _slack(
        "partner", "list|add|invite",
        _slack("partner list", ""),
        _slack("partner add", ""),
        _slack("partner invite", "NAME"),
    ),
    _slack(
        "cutr", "help|report|doctor",
        _slack("cutr help", ""),
        _slack("cutr report", ""),
        _slack("cutr doctor", ""),
    ),
    _telegram("orders"),
    _telegram("order", "REF"),
    _telegram("todo"),
    _telegram("files"),
    _telegram("slip"),
    _telegram("ready"),
    _telegram("delivered"),
    _telegram("delay"),
    _telegram("undo"),
    _telegram("language"),
    _telegram("help", "", TELEGRAM_PEOPLE),
    _unlisted("start", "", TELEGRAM_PEOPLE),
    _unlisted("link", "CODE", ADMINS),
)  # fmt: skip

SHORTCUTS: Final[tuple[ShortcutRow, ...]] = (
    ShortcutRow("move_to"), ShortcutRow("retry"), ShortcutRow("file_this"),
)  # fmt: skip


def rows(platform: str) -> tuple[CommandRow, ...]:
    """The commands of one platform, unlisted ones too, without their subcommands."""
    return tuple(row for row in CATALOGUE if row.platform == platform)


def commands_for(platform: str, actor: Actor) -> list[CommandRow]:
    """The listed commands that this person can use there; subcommands hang on their rows."""
    return [row for row in rows(platform) if row.listed and actor.role in row.roles]


def row_of(platform: str, name: str) -> CommandRow | None:
    """The row of a command (`order`) or subcommand (`order offer`); None when there is none."""
    return next((row for row in every_row() if row.platform == platform and row.name == name), None)


def every_row() -> Iterator[CommandRow]:
    """All rows with their subcommands, each after its command."""
    for row in CATALOGUE:
        yield row
        yield from row.subcommands


def as_table(platform: str, language: str = "en") -> str:
    """The listed commands of one platform as a Markdown table for the README."""
    lines = ["| command | does |", "| --- | --- |"]
    lines += [
        f"| `{row.typed.replace('|', chr(92) + '|')}` | {row.says(language)} |"
        for row in every_row()
        if row.platform == platform and row.listed
    ]
    return "\n".join(lines) + "\n"


def in_document(text: str) -> str:
    """The document with today's commands between its two markers. Raises ValueError when it has none."""
    start, end = text.index(TABLE_START), text.index(TABLE_END)
    start = text.index("-->", start) + len("-->")
    tables = "".join(f"\n**{title}**\n\n{as_table(platform)}" for platform, title in TITLES)
    return f"{text[:start]}\n{tables}\n{text[end:]}"


def main(arguments: list[str]) -> None:
    """Write the tables into the documents whose paths are given."""
    for path in map(Path, arguments):
        path.write_text(in_document(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
