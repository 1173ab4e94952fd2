"""The one door: a command and its receipt go in, one transaction happens, a result or a refusal comes out.

What the commands do is in `core.handlers`; what is told afterwards in `core.journal` and `core.announce`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.announce import announce
from core.commands import Command
from core.handlers import handle
from core.handlers.concerns import keep_concerns
from core.journal import write
from core.people import Actor
from core.ports import Database, House, Receipt, Store
from core.refusals import Refusal, UnclearTarget
from core.work import Work


class Duplicate:
    """The result for an update that has had its effect before."""


DUPLICATE = Duplicate()


@dataclass(slots=True)
class Dispatcher:
    """`clock` gives the instant (UTC), `nudge` wakes the worker after a commit: speed, not a guarantee."""

    database: Database
    house: House
    clock: Callable[[], datetime]
    nudge: Callable[[], None] = lambda: None

    async def dispatch(self, command: Command, actor: Actor, receipt: Receipt | None = None) -> object:
        """Do it once and return the handler's result, or `DUPLICATE`.

        Raises `Refusal` (nothing changed; the receipt counts as handled, but for `UnclearTarget`) and `StorageAway`.
        """
        now = self.clock()
        try:
            result = await self.database.run(lambda store: self._once(store, command, actor, receipt, now))
        except UnclearTarget:
            # Not the last word: the question that follows takes the receipt with it.
            raise
        except Refusal:
            if receipt is not None:
                await self.database.run(lambda store: store.receipts.admit(receipt, now))
            raise
        self.nudge()
        return result

    def apply(self, store: Store, command: Command, actor: Actor) -> object:
        """The same inside a transaction that somebody else has opened, for who must do more in it. Raises `Refusal`."""
        return self._once(store, command, actor, None, self.clock())

    def _once(self, store: Store, command: Command, actor: Actor, receipt: Receipt | None, now: datetime) -> object:
        if receipt is not None and not store.receipts.admit(receipt, now):
            return DUPLICATE
        work = Work(store, self.house, actor, now, receipt.key if receipt else None)
        result = handle(command, work)
        for event in work.events:
            write(work, event)
            announce(work, event)
        keep_concerns(work)
        return result
