"""What stands in a topic that was opened anew: the chat's last words, one line each. Pure."""

from __future__ import annotations

from bots.telegram.labels import moment
from bots.telegram.layout import author_line
from bots.telegram.screen import Screen, bold
from bots.texts import say
from core.chats import Message
from core.parcels import Parcel

LINE = 200


def recap_screen(parcel: Parcel) -> Screen:
    """Title and lines; whose words each line is, as in the chat itself."""
    text = bold(say("telegram-recap", parcel.language))
    for message in parcel.recap:
        text = text.followed_by("\n\n").followed_by(bold(_head(parcel, message))).followed_by(f"\n{_said(message)}")
    return Screen(text)


def _head(parcel: Parcel, message: Message) -> str:
    return f"{author_line(parcel, message)} · {moment(message.sent_at, parcel.zone, parcel.language)}"


def _said(message: Message) -> str:
    words = " ".join(message.body.plain().split())
    files = f"📎 {len(message.attachments)}" if message.attachments else ""
    told = " ".join(part for part in (words, files) if part) or "…"
    return told if len(told) <= LINE else told[: LINE - 1] + "…"
