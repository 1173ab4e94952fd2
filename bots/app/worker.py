"""The worker: takes strands that may go, sends, settles, and takes the next. It keeps no state that matters.

One transaction settles a send and claims what follows it (product decision 9). What left-overs of a killed worker
mean is decided by the store (`Claimed.uncertain`), what an answer means by `bots.app.attempts`.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bots.app import metrics
from bots.app.attempts import Attempts, Outcome, is_aside
from bots.app.logging import new_reference
from core.dispatch import Dispatcher
from core.outbox import PostingState
from core.parcels import Parcel, parcel_for
from core.people import Actor, Role
from core.ports import Database, StorageAway, Store
from core.roads import Claimed

log = structlog.get_logger("cutr.worker")
WORKER = Actor(Role.CLOCK, "worker", "Cutr")
LEASE_SECONDS = 60.0
"""How long the store keeps a strand for us after a claim or a `go_on`; a send must end well before."""
UNREADABLE = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What reading one posting may end in when it was written by another version, or by a bug."""


@dataclass(frozen=True, slots=True)
class Load:
    """A claimed posting with its parcel and the monotonic instant at which the lease is no longer trusted.

    `bug` is why there is not more in the parcel than the posting and its place.
    """

    claimed: Claimed
    parcel: Parcel
    trusted_until: float
    bug: Exception | None = None


@dataclass(slots=True)
class Worker:
    """`nudged` is set after a commit in this process; the poll every `poll_seconds` is the guarantee."""

    database: Database
    dispatcher: Dispatcher
    attempts: Attempts
    clock: Callable[[], datetime]
    name: str
    nudged: asyncio.Event = field(default_factory=asyncio.Event)
    strands: int = 32
    poll_seconds: float = 0.25
    lease_seconds: float = LEASE_SECONDS
    rest_seconds: float = 1.0
    monotonic: Callable[[], float] = time.monotonic
    _running: set[asyncio.Task[None]] = field(default_factory=set)
    _slow: int = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set, then finish the sends under way and give the strands back."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                self.nudged.clear()
                if not await self._take(stop):
                    await self._rest(stopping)
        finally:
            stopping.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    async def drain(self) -> int:
        """Send all that may go now and return once nothing may; the number of strands walked. For tests and demos."""
        walked = 0
        while taken := await self._take(asyncio.Event()):
            walked += taken
            await asyncio.gather(*self._running)
        return walked

    async def _take(self, stop: asyncio.Event) -> int:
        """Claim what may go and start walking; the number of strands taken."""
        # Files and webhooks on their way hold nobody's words up.
        free = self.strands - (len(self._running) - self._slow)
        if free <= 0:
            return 0
        try:
            loads = await self._claim(free)
        except StorageAway:
            log.warning("worker.storage_away")
            await asyncio.sleep(self.rest_seconds)
            return 0
        except Exception as bug:  # noqa: BLE001 - the edge: one bad row must not end the worker
            self._trouble(bug, "claim")
            await asyncio.sleep(self.rest_seconds)
            return 0
        for load in loads:
            task = asyncio.create_task(self._walk_safely(load, stop))
            self._running.add(task)
            task.add_done_callback(self._walked)
        return len(loads)

    def _walked(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self.nudged.set()

    async def _rest(self, stopping: asyncio.Task[bool]) -> None:
        nudge = asyncio.create_task(self.nudged.wait())
        await asyncio.wait({nudge, stopping}, timeout=self.poll_seconds, return_when=asyncio.FIRST_COMPLETED)
        nudge.cancel()

    async def _claim(self, limit: int) -> list[Load]:
        now, trusted_until = self.clock(), self._trusted_until()

        def job(store: Store) -> list[Load]:
            return [self._load(store, one, trusted_until) for one in store.road.claim(now, self.name, limit)]

        return await self.database.run(job)

    def _load(self, store: Store, claimed: Claimed, trusted_until: float) -> Load:
        """One posting that can't be read fails alone: it must undo neither its neighbours' claims nor a settling."""
        zone = self.dispatcher.house.staff_zone
        try:
            parcel = parcel_for(store, claimed.posting, uncertain=claimed.uncertain, staff_zone=zone)
        except UNREADABLE as bug:
            place = store.places.get(claimed.posting.place_id)
            assert place is not None, "the schema keeps a posting's place"
            return Load(claimed, Parcel(claimed.posting, place), trusted_until, bug)
        return Load(claimed, parcel, trusted_until)

    def _trusted_until(self) -> float:
        """Taken before the lease is: a send that starts by then ends before another worker may take the strand."""
        return self.monotonic() + self.lease_seconds - self.attempts.send_seconds

    async def _walk_safely(self, load: Load, stop: asyncio.Event) -> None:
        try:
            await self._walk(load, stop)
        except StorageAway:
            log.warning("worker.storage_away", strand=load.claimed.strand)
        except Exception as bug:  # noqa: BLE001 - the edge: the strand's lease runs out and it is taken up again
            self._trouble(bug, "walk", strand=load.claimed.strand)

    async def _walk(self, load: Load | None, stop: asyncio.Event) -> None:
        """Send a strand's postings one after another until none may go."""
        while load is not None:
            if self.monotonic() > load.trusted_until:
                log.warning("worker.lease_over", strand=load.claimed.strand)
                return
            outcome = await (self._attempt_slowly(load) if is_aside(load.parcel) else self._attempt(load))
            load = await self._settle_surely(load, outcome, stop)

    async def _attempt_slowly(self, load: Load) -> Outcome:
        """The same for what holds nobody up, and may take longer than a lease lasts: it is kept meanwhile."""
        self._slow += 1
        keeping = asyncio.create_task(self._keep_lease(load.claimed))
        try:
            return await self._attempt(load)
        finally:
            self._slow -= 1
            keeping.cancel()

    async def _keep_lease(self, claimed: Claimed) -> None:
        while True:
            await asyncio.sleep(self.lease_seconds / 3)
            # When the database is away, the next try still comes before the lease is over.
            with contextlib.suppress(StorageAway):
                await self.database.run(lambda store: store.road.extend(claimed.strand, claimed.fence, self.clock()))

    async def _attempt(self, load: Load) -> Outcome:
        parcel = load.parcel
        try:
            if load.bug is not None:
                raise load.bug
            return await self.attempts.make(parcel)
        except Exception as bug:  # noqa: BLE001 - the edge: a bug in rendering fails one posting, not the strand
            reference = self._trouble(bug, "send", posting=parcel.posting.id, kind=parcel.posting.kind)
            return self.attempts.broken_off(parcel, reference)

    async def _settle_surely(self, load: Load, outcome: Outcome, stop: asyncio.Event) -> Load | None:
        """Settle, also when the database is away for a moment: what was sent must not be forgotten.

        Nor when what follows from it ends in a bug: else it would be sent again with every lease, for ever.
        """
        settle = self._settle
        while True:
            try:
                return await settle(load.claimed, outcome, stop)
            except StorageAway:
                if self.monotonic() > load.trusted_until + self.attempts.send_seconds:
                    raise
                await asyncio.sleep(self.rest_seconds)
            except Exception as bug:
                if settle == self._settle_alone:
                    raise
                self._trouble(bug, "settle", posting=load.claimed.posting.id, kind=load.claimed.posting.kind)
                settle = self._settle_alone

    async def _settle_alone(self, claimed: Claimed, outcome: Outcome, stop: asyncio.Event) -> Load | None:  # noqa: ARG002 - as `_settle`
        """Write down what became of the posting, and nothing that would follow from it; give the strand back."""
        now, settled = self.clock(), outcome.settled

        def job(store: Store) -> None:
            posting = store.outbox.get(claimed.posting.id)
            if posting is not None and posting.fence == claimed.fence and posting.state is PostingState.SENDING:
                posting.state = PostingState.SENT if settled.outcome == "sent" else PostingState.FAILED
                posting.external_ids, posting.sent_at = list(settled.external_ids), now
                posting.error = settled.error or "not settled"
                store.outbox.save(posting)
            store.road.release(claimed.strand, claimed.fence)

        await self.database.run(job)
        return None

    async def _settle(self, claimed: Claimed, outcome: Outcome, stop: asyncio.Event) -> Load | None:
        now, trusted_until = self.clock(), self._trusted_until()
        lane = claimed.posting.lane

        def job(store: Store) -> Load | None:
            # A stale fence changes nothing: another worker has the strand, and what we know came too late to count.
            self.dispatcher.apply(store, outcome.settled, WORKER)
            if outcome.pause_until is not None:
                store.road.pause(outcome.pause_all or lane, outcome.pause_until)
            if stop.is_set():
                store.road.release(claimed.strand, claimed.fence)
                return None
            following = store.road.go_on(claimed.strand, claimed.fence, now)
            return self._load(store, following, trusted_until) if following else None

        load = await self.database.run(job)
        # What went well is counted (metrics), not told: a line for each would cost a tenth of the sending.
        if outcome.settled.outcome != "sent":
            log.info(
                "worker.settled", posting=claimed.posting.id, kind=claimed.posting.kind,
                outcome=outcome.settled.outcome, error=outcome.settled.error,
            )  # fmt: skip
        return load

    def _trouble(self, bug: Exception, where: str, **about: str) -> str:
        """Log the error under a new reference and return that."""
        reference = new_reference()
        metrics.TROUBLES.labels(f"worker.{where}").inc()
        log.error("worker.trouble", exc_info=bug, where=where, reference=reference, **about)
        return reference
