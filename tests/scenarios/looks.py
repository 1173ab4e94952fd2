"""What a message looks like to who reads it: styled words, links, files and marks, on either platform.

Only reading; who looks at which message is in `people.py`.
"""

from __future__ import annotations

from typing import Any

from sandbox.slack.state import Json
from sandbox.telegram.model import Message
from tests.scenarios.people import Staff, pieces
from tests.scenarios.world import GROUP, World

SLACK_MARKS = {"hourglass_flowing_sand": "on its way", "white_check_mark": "delivered", "warning": "failed"}
TELEGRAM_MARKS = {"👀": "on its way", "👌": "delivered", "💔": "failed"}


def slack_looks(message: Json) -> dict[str, set[str]]:
    """The words of a Slack message by look: `bold`, `italic`, `strike`, `code`, `pre`, `quote`, `link to …`."""
    looks: dict[str, set[str]] = {}
    for kind, look in (("rich_text_preformatted", "pre"), ("rich_text_quote", "quote")):
        for box in pieces(message.get("blocks"), kind):
            words = "".join(str(part.get("text", "")) for part in box["elements"])
            looks.setdefault(look, set()).add(words)
    for kind in ("text", "link"):
        for piece in pieces(message.get("blocks"), kind):
            for look in [name for name, on in (piece.get("style") or {}).items() if on]:
                looks.setdefault(look, set()).add(piece["text"])
            if kind == "link":
                looks.setdefault(f"link to {piece['url']}", set()).add(piece.get("text", ""))
    return looks


def telegram_looks(message: Message) -> dict[str, set[str]]:
    """The words of a Telegram message by look: `bold`, `italic`, `strikethrough`, `code`, `pre`, `link to …`."""
    looks: dict[str, set[str]] = {}
    units = message.text.encode("utf-16-le")
    for entity in message.content.get("entities") or message.content.get("caption_entities") or ():
        start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
        look = f"link to {entity['url']}" if entity["type"] == "text_link" else entity["type"]
        looks.setdefault(look, set()).add(units[start:end].decode("utf-16-le"))
    return looks


def slack_marks(staff: Staff, ts: str) -> list[str]:
    """The delivery marks on a staff member's own message."""
    message = staff.world.slack.world.channels[staff.channel].messages[ts]
    return [SLACK_MARKS.get(one["name"], one["name"]) for one in message.get("reactions", []) if one["users"]]


def telegram_marks(world: World, message_id: int, chat: int = GROUP) -> list[str]:
    """The delivery marks on a partner's own message."""
    shown = world.telegram.reactions(chat, message_id)
    return [TELEGRAM_MARKS.get(emoji, emoji) for emojis in shown.values() for emoji in emojis]


async def sees_files(staff: Staff, reference: str, chat: str, count: int) -> list[tuple[str, bytes]]:
    """Wait until the thread shows so many files of the bot's; their names and contents in order."""
    root = await staff.root(reference, chat)
    own = staff.world.slack.settings.bot_user_id

    def found() -> list[Any]:
        thread = staff.world.slack.thread(staff.channel, root)
        shown = [f for m in thread for f in m.get("files", ()) if m.get("user") == own and f.get("mode") != "tombstone"]
        return shown if len(shown) >= count else []

    shown: list[Json] = await staff.world.until(found) if count else found()
    assert len(shown) == count
    stored = staff.world.slack.world.files
    return [(stored[file["id"]].name, stored[file["id"]].content or b"") for file in shown]


def media(world: World, chat: int, thread: int | None, kind: str) -> list[Message]:
    """The bot's messages that carry this kind of medium."""
    shown = world.telegram.messages(chat, thread)
    return [one for one in shown if kind in one.content and one.sender.is_bot]
