"""`cutr replay`: an update that was kept aside is handled again, as if the platform had sent it once more.

It stays kept until its effect is committed: a process that ends in between loses nothing.
"""

from __future__ import annotations

from enum import StrEnum

from bots.app.parts import WEB, Parts, assemble
from bots.app.settings import Settings
from core.chats import Platform


class Replay(StrEnum):
    """What came of it."""

    DONE = "done"
    UNKNOWN = "unknown"
    FAILED_AGAIN = "failed_again"


async def replay_update(settings: Settings, reference: str) -> Replay:
    """Handle again what is kept under this reference. Raises `StorageAway`; then it is still kept."""
    parts = assemble(settings, frozenset({WEB}))
    try:
        return await replay_with(parts, reference)
    finally:
        await parts.close()


async def replay_with(parts: Parts, reference: str) -> Replay:
    """The same over parts that are there; what raises once more is kept under its old reference."""
    found = await parts.database.run(lambda store: store.receipts.take_up(reference))
    if found is None:
        return Replay.UNKNOWN
    receipt, payload = found
    door = parts.slack_door if receipt.platform == Platform.SLACK else parts.telegram_door
    assert door is not None, "the web role has both doors"
    await door.replay(payload)
    is_done = await parts.database.run(lambda store: store.receipts.finish(reference))
    return Replay.DONE if is_done else Replay.FAILED_AGAIN
