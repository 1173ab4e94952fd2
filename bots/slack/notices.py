"""A notice as Slack shows it: its words as rich text, its buttons below. What is said is in bots/speech.py. Pure."""

from __future__ import annotations

import re
from typing import Any
from zoneinfo import ZoneInfo

from bots.slack import blocks
from bots.slack.words import as_blocks, as_fallback
from bots.speech import words
from bots.taps import buttons
from core.notices import Notice, TodosEscalated
from core.parcels import Parcel

Json = dict[str, Any]
_USER = re.compile(r"[UW][A-Z0-9]{2,20}")


def notice_message(parcel: Parcel, notice: Notice) -> tuple[str, list[Json]]:
    """The fallback text and the blocks, in the place's language and zone."""
    said = words(notice, parcel.language, ZoneInfo(parcel.zone))
    shown = [*_calling(notice), *as_blocks(said)[:20]]
    for row in buttons(notice, parcel.place.party):
        shown += blocks.rows(blocks.button(press) for press in row)
    return as_fallback(said), shown[: blocks.MESSAGE_BLOCKS]


def _calling(notice: Notice) -> list[Json]:
    """The responsible person is called by a real mention: an id of ours, never foreign words."""
    if not isinstance(notice, TodosEscalated) or not _USER.fullmatch(notice.responsible):
        return []
    section = {"type": "rich_text_section", "elements": [{"type": "user", "user_id": notice.responsible}]}
    return [{"type": "rich_text", "elements": [section]}]
