"""How Slack rewrites typed text: escaping, bare links, and the expansion of names in slash commands.

Reading mrkdwn is left to whoever receives it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_TEXT = 40_000
_TOKEN = re.compile(r"<(?:[@#!][^<>\n]*|(?:https?|mailto|tel):[^<>\s|]+(?:\|[^<>\n]*)?)>")
_BARE_URL = re.compile(r"(?<![<|])https?://[^\s<>|]+")
_STRAY_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt);)")


def _escaped(plain: str) -> str:
    plain = _STRAY_AMPERSAND.sub("&amp;", plain).replace("<", "&lt;").replace(">", "&gt;")
    return _BARE_URL.sub(lambda match: f"<{match.group()}>", plain)


def as_stored(text: str) -> str:
    """Return text as Slack keeps and delivers it: control characters escaped, bare links wrapped, cut at 40,000.

    Mentions and links already in ``<...>`` are kept (platforms.md 1.7 and 1.11).
    """
    parts: list[str] = []
    position = 0
    for token in _TOKEN.finditer(text):
        parts += (_escaped(text[position : token.start()]), token.group())
        position = token.end()
    parts.append(_escaped(text[position:]))
    return "".join(parts)[:MAX_TEXT]


def as_command_text(text: str, users: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """Return a command's text under ``should_escape``: names become ``<@U1|name>`` and ``<#C1|name>`` (1.3).

    users and channels map names to ids; unknown names stay as typed.
    """

    def expanded(match: re.Match[str]) -> str:
        sign, name = match.group(1), match.group(2)
        known = users if sign == "@" else channels
        return f"<{sign}{known[name]}|{name}>" if name in known else match.group()

    text = re.sub(r"(?<!\S)([@#])([\w.-]+)", expanded, text)
    return _BARE_URL.sub(lambda match: f"<{match.group()}>", text)
