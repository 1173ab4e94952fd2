"""A notice as a Telegram message: the shared words and buttons, under the label of its chat where a spot is shared."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bots.speech import words
from bots.taps import buttons
from bots.telegram.cards import placed
from bots.telegram.labels import key
from bots.telegram.screen import Screen, fitting
from core.chats import PlaceKind
from core.notices import Notice
from core.parcels import Parcel
from core.people import Party


def notice_screen(parcel: Parcel, notice: Notice) -> Screen:
    """Everything the partner's people see of a notice."""
    language = parcel.language
    text = words(notice, language, ZoneInfo(parcel.zone))
    if parcel.place.kind is PlaceKind.PRIVATE and parcel.place.thread is None and notice.reference:
        text = placed(text, notice.reference, parcel.place.audience, language)
    rows = tuple(
        tuple(key(button.verb, button.about, language, button.arg, parcel.zone) for button in row)
        for row in buttons(notice, Party.PARTNER)
    )
    return Screen(fitting(text), rows)
