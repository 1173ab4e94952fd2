"""What Slack's errors mean for a send: later, refused, or nobody knows (platforms.md 1.7, 1.8; part 6 rule 3).

Only translation; what follows from it is the worker's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from slack_sdk.errors import SlackApiError

from bots.outgoing import SendLater, SendRefused, SendTrouble, SendUnknown

BREAKS_PLACE = frozenset({
    "not_in_channel", "channel_not_found", "is_archived", "account_inactive", "invalid_auth", "not_authed",
    "token_revoked", "token_expired", "missing_scope", "no_permission", "thread_not_found", "cannot_reply_to_message",
    "restricted_action", "restricted_action_thread_only_channel", "restricted_action_non_threadable_channel",
    "restricted_action_read_only_channel", "team_access_not_granted", "ekm_access_denied", "user_not_found",
    "channel_shared_outside",
})  # fmt: skip
"""Nothing at all can be sent to that place until somebody mends it."""

WAIT = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded", "team_added_to_org"})
UNSURE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
_DEFAULT_WAIT_SECONDS = 5.0
_RECONNECT_SECONDS = 3.0


class SlackAway(Exception):
    """Slack could not be asked a question that must be answered before going on; nobody is staff meanwhile."""


def error_of(error: SlackApiError) -> str:
    """Slack's error word, or blank when the answer was no answer of Slack's."""
    answer = error.response
    data = getattr(answer, "data", answer)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def status_of(error: SlackApiError) -> int:
    """The HTTP status of the answer; 0 when there is none."""
    answer = error.response
    return int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0) or 0)


def trouble_of(error: SlackApiError) -> SendTrouble:
    """The fate of a call that Slack did not answer with ok."""
    word, status = error_of(error), status_of(error)
    if status == 429 or word in WAIT:
        return SendLater(_retry_after(error), "ratelimited", lane_wide=True)
    if status >= 500 or word in UNSURE or (not word and status == 200):
        return SendUnknown(word or f"http_{status}")
    return SendRefused(word or f"http_{status}", breaks_place=word in BREAKS_PLACE or status in {401, 403})


def _retry_after(error: SlackApiError) -> float:
    headers = getattr(error.response, "headers", None) or {}
    raw = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    try:
        return max(float(raw), 1.0)
    except (TypeError, ValueError):
        return _DEFAULT_WAIT_SECONDS


@contextmanager
def as_troubles() -> Iterator[None]:
    """Whatever a call to Slack raises leaves this block as a `SendTrouble`."""
    try:
        yield
    except SlackApiError as error:
        raise trouble_of(error) from error
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        # Nothing was written: Slack can't have taken it.
        raise SendLater(_RECONNECT_SECONDS, "no_connection") from error
    except (TimeoutError, aiohttp.ClientError, ConnectionError) as error:
        raise SendUnknown(type(error).__name__) from error


@contextmanager
def as_away() -> Iterator[None]:
    """Whatever keeps Slack from answering a question leaves this block as `SlackAway`; its refusals pass through."""
    try:
        yield
    except SlackApiError as error:
        if isinstance(trouble_of(error), SendRefused):
            raise
        raise SlackAway(error_of(error) or f"http_{status_of(error)}") from error
    except (TimeoutError, aiohttp.ClientError, ConnectionError) as error:
        raise SlackAway(type(error).__name__) from error
