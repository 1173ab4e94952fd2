"""Notices about who could not be reached: the digest mail to a partner, and a mail address that takes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from core.notices.families import CutrOnlyNotice


@dataclass(frozen=True, slots=True)
class MissedMail(CutrOnlyNotice):
    """Mail: what could not be brought to a partner on Telegram, collected.

    `messages` are ids, read when the mail is written, so that what was taken back meanwhile is not in it; `lines` are
    notices as JSON, `{"kind": …, "data": {…}}`, and `more` is how many did not fit.
    """

    partner: str
    messages: tuple[str, ...]
    lines: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class MailBounced(CutrOnlyNotice):
    """To staff: an address takes no mail. `place_id` is the mailbox, for *Change address*."""

    place_id: str
    who: str
    address: str
    error: str
