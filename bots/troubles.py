"""What staff and senders read when a platform refused something: from the platforms' own error texts to ours.

What follows from an error (again, later, never) is decided by the senders and the worker, not here.
"""

from __future__ import annotations

from typing import Final

from bots.texts import DEFAULT, knows
from bots.wording import compose

# Part of the platform's text (platforms.md 1.2 and 2.9), lower case, and the key of our words `error-…`.
NEEDLES: Final[tuple[tuple[str, str], ...]] = (
    ("bot was blocked", "blocked"),
    ("user is deactivated", "blocked"),
    ("initiate conversation", "blocked"),
    ("bot was kicked", "kicked"),
    ("bot is not a member", "kicked"),
    ("chat not found", "chat_not_found"),
    ("thread not found", "topic_gone"),
    ("topic_deleted", "topic_gone"),
    ("topic_id_invalid", "topic_gone"),
    ("topic_closed", "topic_closed"),
    ("not enough rights", "no_rights"),
    ("have no rights", "no_rights"),
    ("admin_required", "no_rights"),
    ("administrator rights", "no_rights"),
    ("chat_write_forbidden", "no_rights"),
    ("not a forum", "no_forum"),
    ("no_topics", "no_forum"),
    ("chat was deactivated", "chat_not_found"),
    ("restricted_action", "restricted"),
    ("no_permission", "restricted"),
    ("token_expired", "not_signed_in"),
    ("cannot_reply_to_message", "thread_gone"),
    ("not_connected", "no_answer"),
    ("too big", "too_big"),
    ("too_large", "too_big"),
    ("entity too large", "too_big"),
    ("wrong file", "file_gone"),
    ("file_not_found", "file_gone"),
    ("temporarily unavailable", "file_gone"),
    ("not_in_channel", "not_in_channel"),
    ("is_archived", "archived"),
    ("channel_not_found", "channel_not_found"),
    ("thread_not_found", "thread_gone"),
    ("message_not_found", "thread_gone"),
    ("channel_shared_outside", "shared_outside"),
    ("invalid_auth", "not_signed_in"),
    ("not_authed", "not_signed_in"),
    ("token_revoked", "not_signed_in"),
    ("account_inactive", "not_signed_in"),
    ("unauthorized", "not_signed_in"),
    ("missing_scope", "missing_scope"),
    ("msg_too_long", "too_long"),
    ("is too long", "too_long"),
    ("telegram_refuses_the_token", "not_signed_in"),
    ("ratelimited", "rate_limited"),
    ("file_http", "file_not_fetched"),
    ("upload_http", "file_not_fetched"),
    ("file_is_a_login_page", "file_not_fetched"),
    ("foreign_file_address", "file_not_fetched"),
    ("too_many_redirects", "file_not_fetched"),
    ("no_way_to_fetch", "file_not_fetched"),
    ("timed out", "no_answer"),
    ("timed_out", "no_answer"),
    ("timeout", "no_answer"),
)


def error_key(error: str) -> str:
    """The key of our words for a platform's error text or a stable key of ours in it; `other` for any else."""
    ours = next((piece for piece in error.replace(":", " ").split() if knows(f"error-{piece}")), None)
    if ours is not None:
        return ours
    low = error.lower()
    return next((key for needle, key in NEEDLES if needle in low), "other")


def error_words(error: str, language: str = DEFAULT) -> str:
    """What went wrong and what mends it, without a full stop at the end."""
    return compose(f"error-{error_key(error)}", {"detail": error}, language).plain()
