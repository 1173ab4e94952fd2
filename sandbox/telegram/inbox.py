"""The updates waiting for one bot: numbered, filtered by allowed_updates, expiring on the sandbox clock.

How they reach the bot is in `polling.py` and `delivery.py`.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.clock import SandboxClock
from sandbox.telegram.people import Json

DAY_SECONDS = 24 * 3600
CALLBACK_SECONDS = 150
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass
class PendingUpdate:
    """One update; `copies` above one is a delivery that the server will repeat; `queue` is its FIFO queue."""

    id: int
    kind: str
    payload: Json
    queue: str
    expires_at: float
    copies: int = 1

    def as_json(self) -> Json:
        """Return the Bot API `Update`."""
        return {"update_id": self.id, self.kind: self.payload}


@dataclass
class Inbox:
    """Updates of one bot in the order they will be offered."""

    clock: SandboxClock
    next_id: int
    allowed: list[str] | None = None
    pending: list[PendingUpdate] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    on_change: Callable[[], None] = lambda: None
    _held: PendingUpdate | None = None

    def wants(self, kind: str) -> bool:
        """Return whether the bot receives this kind (`platforms.md 2.2`)."""
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def add(self, kind: str, payload: Json, queue: str, expires_at: float, trouble: str = "") -> None:
        """Number the update and queue it; `trouble` is a delivery fault: duplicate, reorder, drop or nothing."""
        update = PendingUpdate(self.next_id, kind, payload, queue, expires_at)
        self.next_id += 1
        if trouble == "drop":
            return
        if trouble == "reorder" and self._held is None:
            self._held = update
            return
        update.copies = 2 if trouble == "duplicate" else 1
        self.pending.append(update)
        if self._held is not None:
            self.pending.append(self._held)
            self._held = None
        self.wake()

    def wake(self) -> None:
        """Let pollers and the deliverer look again."""
        self.changed.set()
        self.changed = asyncio.Event()
        self.on_change()

    def live(self) -> list[PendingUpdate]:
        """Return what is waiting; what has expired is forgotten."""
        now = self.clock.time()
        self.pending = [update for update in self.pending if update.expires_at > now]
        return list(self.pending)

    def confirm_before(self, offset: int) -> None:
        """Forget updates with a smaller id, as `getUpdates` does; duplicates stay once more."""
        waiting = self.live()
        for update in waiting:
            update.copies -= update.id < offset
        self.pending = [update for update in waiting if update.copies > 0]

    def done(self, update: PendingUpdate) -> None:
        """Count one delivery; the last one removes the update."""
        update.copies -= 1
        if update.copies <= 0:
            self.discard(update)

    def discard(self, update: PendingUpdate) -> None:
        """Forget the update without another delivery."""
        self.pending = [kept for kept in self.pending if kept is not update]
