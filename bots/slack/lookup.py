"""What Slack has of a posting whose outcome is unknown: found by the posting's id in the message's metadata.

No duplicate ever on Slack (product.md decision 2, platforms.md 1.7).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bots.slack.troubles import as_troubles

if TYPE_CHECKING:
    from bots.slack.account import SlackAccount

EVENT_TYPE = "cutr_posting"
PAGES_OF_A_CHANNEL = 3
PAGES_OF_A_THREAD = 50
PAGE = 200


def metadata(posting_id: str, part: int, of: int) -> dict[str, Any]:
    """What a message carries so that it can be found again."""
    return {"event_type": EVENT_TYPE, "event_payload": {"posting_id": posting_id, "part": part, "parts": of}}


@dataclass(slots=True)
class Found:
    """The parts of a posting that are there, by number, how many there should be, and files shared after them."""

    parts: dict[int, str] = field(default_factory=dict)
    of: int = 0
    files: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all parts with text are there."""
        return self.of > 0 and len(self.parts) == self.of


async def find(account: SlackAccount, channel: str, thread: str | None, posting_id: str) -> Found:
    """Look through the thread, or through the channel's newest messages. Raises `SendTrouble`."""
    found, messages = Found(), list[dict[str, Any]]()
    with as_troubles():
        me = await account.me()
    cursor: str | None = None
    for _ in range(PAGES_OF_A_THREAD if thread else PAGES_OF_A_CHANNEL):
        with as_troubles():
            if thread:
                answer = await account.client.conversations_replies(
                    channel=channel, ts=thread, include_all_metadata=True, limit=PAGE, cursor=cursor
                )
            else:
                answer = await account.client.conversations_history(
                    channel=channel, include_all_metadata=True, limit=PAGE, cursor=cursor
                )
        messages += answer.get("messages") or ()
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or None
        if cursor is None:
            break
    # A thread comes oldest first, a channel newest first.
    for message in sorted(messages, key=lambda one: str(one["ts"])):
        _note(found, message, posting_id, {me.user_id, me.bot_id})
    return found


def _note(found: Found, message: dict[str, Any], posting_id: str, ours: set[str]) -> None:
    data = message.get("metadata") or {}
    payload = data.get("event_payload") or {}
    if data.get("event_type") == EVENT_TYPE:
        if payload.get("posting_id") == posting_id:
            found.parts[int(payload.get("part") or 0)] = str(message["ts"])
            found.of = int(payload.get("parts") or 1)
        return
    # A place's postings go one after another, so a share of ours behind our last part belongs to this posting.
    if found.is_whole and message.get("files") and ours & {message.get("user"), message.get("bot_id")}:
        found.files += [str(file["id"]) for file in message["files"] if file.get("id")]
