"""What Telegram's errors mean for a send (platforms.md 2.4), in the worker's words. Compared in small letters.

BadRequest, TimedOut and ChatMigrated are siblings under TelegramError or subclasses of NetworkError in the
library: the order of the cases below matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bots.outgoing import ChatMoved, SendLater, SendRefused, SendTrouble, SendUnknown
from bots.telegram.transport import NotConnected

_GONE = (
    "message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid", "chat not found",
    "chat_id is empty", "peer_id_invalid", "the chat is not a forum", "not enough rights", "have no rights",
    "need administrator rights", "chat_write_forbidden", "group chat was deactivated", "chat_admin_required",
    "user is deactivated",
)  # fmt: skip
UNREACHED_SECONDS = 5.0
REVOKED_SECONDS = 60.0


class Effect(Enum):
    """Whether doing a call a second time shows: a send does (`ONCE`), an edit or a deletion does not (`AGAIN`)."""

    ONCE = "once"
    AGAIN = "again"


@contextmanager
def translated(effect: Effect = Effect.ONCE) -> Iterator[None]:
    """Turn Telegram's errors inside the block into `SendTrouble`."""
    try:
        yield
    except TelegramError as error:
        raise trouble_of(error, effect) from None


def trouble_of(error: TelegramError, effect: Effect = Effect.ONCE) -> SendTrouble:
    """What the worker must know of this error."""
    match error:
        case RetryAfter():
            return SendLater(seconds_of(error), "rate_limited", lane_wide=True)
        case ChatMigrated():
            return ChatMoved(str(error.new_chat_id))
        case Forbidden():
            return SendRefused(error.message, breaks_place=True)
        case InvalidToken() | Conflict():
            return SendLater(REVOKED_SECONDS, "telegram_refuses_the_token", lane_wide=True)
        case BadRequest():
            return SendRefused(error.message, breaks_place=says(error, *_GONE))
        case NotConnected():
            return SendLater(UNREACHED_SECONDS, "not_connected")
        case _ if effect is Effect.AGAIN:
            return SendLater(UNREACHED_SECONDS, type(error).__name__)
        case TimedOut():
            return SendUnknown("timed_out")
        case NetworkError() if "Too Many Requests" in error.message:  # a 429 without its number
            return SendLater(UNREACHED_SECONDS, "rate_limited", lane_wide=True)
        case _:
            return SendUnknown(error.message[:200])


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants silence, in seconds."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, (int, float)) else wait.total_seconds()


def says(error: TelegramError, *texts: str) -> bool:
    """Whether the error's text holds one of these (lower case)."""
    message = error.message.lower()
    return any(text in message for text in texts)


def is_not_modified(error: TelegramError) -> bool:
    """The edit wanted what is there already: as good as done (platforms.md 2.4)."""
    return says(error, "is not modified", "not_modified")
