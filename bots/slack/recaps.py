"""What stands in a thread that was opened anew: the chat's last words, one line each. Pure."""

from __future__ import annotations

from typing import Any

from bots.slack import blocks
from bots.slack.relayed import author, whole
from bots.slack.when import moment_words
from bots.texts import say
from core.parcels import Parcel

Json = dict[str, Any]
LINE = 200


def recap_message(parcel: Parcel) -> tuple[str, list[Json]]:
    """The fallback text and the blocks."""
    lines = [_line(parcel, number) for number in range(len(parcel.recap))]
    title = say("slack-recap")
    return title, [blocks.words(title), *blocks.paragraphs("\n".join(lines))]


def _line(parcel: Parcel, number: int) -> str:
    message = parcel.recap[number]
    said = blocks.cut(blocks.one_line(whole(message).plain()), LINE)
    name = author(parcel, message)[0]
    return say("slack-recap-line", moment=moment_words(message.sent_at, parcel.zone), name=name, words=said)
