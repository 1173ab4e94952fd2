"""`cutr replay`: an update that was kept aside is handled again, as if the platform had sent it once more."""

from __future__ import annotations

from bots.app.parts import WEB, Parts, assemble
from bots.app.settings import Settings
from core.chats import Platform


async def replay_update(settings: Settings, reference: str) -> bool:
    """Whether something was kept aside under this reference."""
    parts = assemble(settings, frozenset({WEB}))
    try:
        return await replay_with(parts, reference)
    finally:
        await parts.close()


async def replay_with(parts: Parts, reference: str) -> bool:
    """The same over parts that are there. The receipt is forgotten first, so a second failure is kept aside anew."""
    found = await parts.database.run(lambda store: store.receipts.release(reference))
    if found is None:
        return False
    receipt, payload = found
    door = parts.slack_door if receipt.platform == Platform.SLACK else parts.telegram_door
    assert door is not None, "the web role has both doors"
    await door.replay(payload)
    return True
