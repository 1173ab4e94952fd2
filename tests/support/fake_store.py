"""A working stand-in for the database: the same promises as storage/, kept in dictionaries.

It passes the same contract tests. Items are copied on their way in and out, so that a change that nobody saved is lost
here as it is there. Transactions are one after another, and a raising job is undone.
"""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from core.chats import Ask, Chat, Copy, Message, Place
from core.check_ins import CheckIn
from core.concerns import Concern
from core.files import CustomerPhoto, File, Revision, SlipVersion, UploadItem, UploadLink, UploadSet
from core.inbound import InboundMark
from core.orders import Feedback, KickOff, Milestone, Offer, Order, Task
from core.outbox import UNFINISHED, Posting, PostingState
from core.people import Customer, Invite, Member, Partner, StaffTask
from core.ports import Receipt, Store, Taken
from core.timeline import Deadline, Entry
from storage.idempotency import Answer
from storage.paces import Paces
from tests.support.fake_overview import FakeOverview
from tests.support.fake_road import FakeRoad, Lane, Strand
from tests.support.fake_search import FakeSearch
from tests.support.fake_shared import (
    FakeView,
    shared_changes,
    shared_files,
    shared_items,
    shared_messages,
    shared_revisions,
    shared_verdicts,
)

T = TypeVar("T")
R = TypeVar("R")
Unique = Callable[[Any], tuple[object, ...] | None]
"""What of an item must be its own, or None when this item need not be unique."""

UNIQUE: dict[type, list[Unique]] = {
    Order: [lambda o: (o.reference,)],
    Offer: [lambda o: (o.order_id,) if o.state == "awarded" else None],
    Task: [lambda t: (t.order_id, t.epoch, t.key)],
    Milestone: [lambda m: (m.order_id, m.key)],
    Partner: [lambda p: (p.telegram_chat_id,) if p.telegram_chat_id is not None else None],
    Member: [lambda m: (m.partner_id, m.telegram_user_id) if m.telegram_user_id and not m.removed_at else None],
    Invite: [lambda i: (i.code_hash,)],
    Chat: [lambda c: (c.order_id, c.epoch, c.audience)],
    Place: [lambda p: (p.platform, p.channel, p.thread) if p.thread is not None and p.state != "closed" else None],
    Copy: [lambda c: (c.platform, c.channel, c.external_id)],
    CheckIn: [lambda one: (one.order_id, one.epoch, one.key)],
    Deadline: [lambda d: (d.kind, d.subject, d.epoch)],
    Concern: [lambda c: (c.order_id, c.why)],
    File: [lambda f: (f.order_id, f.name)],
    Revision: [lambda r: (r.file_id, r.number)],
    UploadItem: [lambda i: (i.origin,)],
    SlipVersion: [lambda s: (s.order_id, s.version)],
    UploadLink: [lambda u: (u.code_hash,)],
}


class FakeRows(Generic[T]):
    """`core.ports.Collection` in a dictionary."""

    def __init__(self, kind: type[T], rows: dict[str, T] | None = None) -> None:
        self.kind = kind
        self.rows: dict[str, T] = rows or {}

    def get(self, item_id: str) -> T | None:
        found = self.rows.get(item_id)
        return None if found is None else twin(found)

    lock = get

    def find(self, **equals: object) -> list[T]:
        return [twin(item) for item in self.rows.values() if _matches(item, equals)]

    def add(self, item: T) -> T:
        if _id(item) in self.rows:
            raise Taken
        self._refuse_taken(item)
        self.rows[_id(item)] = twin(item)
        return item

    def save(self, item: T) -> None:
        if _id(item) in self.rows:
            self._refuse_taken(item)
            self.rows[_id(item)] = twin(item)

    def remove(self, item_id: str) -> None:
        self.rows.pop(item_id, None)

    def _refuse_taken(self, item: T) -> None:
        others = [row for key, row in self.rows.items() if key != _id(item)]
        for unique in UNIQUE.get(self.kind, []):
            own = unique(item)
            if own is not None and any(unique(other) == own for other in others):
                raise Taken


class FakeEntries(FakeRows[Entry]):
    """Numbers and chains the entries of each order."""

    def add(self, item: Entry) -> Entry:
        before = [entry for entry in self.rows.values() if entry.order_id == item.order_id]
        item.seq = len(before) + 1
        item.chain = item.chained_to(before[-1].chain if before else "")
        return super().add(item)

    def save(self, item: Entry) -> None:
        raise TypeError(f"entry {item.seq} of {item.order_id}: entries are only ever added")

    def remove(self, item_id: str) -> None:
        raise TypeError(f"entry {item_id}: entries are only ever added")


@dataclass(slots=True)
class Admitted:
    """A receipt as it is kept."""

    receipt: Receipt
    at: datetime
    reference: str | None = None
    payload: dict[str, Any] = field(default_factory=dict)
    error: str = ""


class FakeReceipts:
    """`core.ports.Receipts` in a dictionary."""

    def __init__(self) -> None:
        self.rows: dict[str, Admitted] = {}
        self.taken_up: set[str] = set()

    def admit(self, receipt: Receipt, at: datetime) -> bool:
        known = self.rows.get(receipt.key)
        if known is not None and known.reference in self.taken_up:
            self._forget(known)
            return True
        return self._keep(Admitted(receipt, at))

    def set_aside(self, receipt: Receipt, at: datetime, reference: str, payload: dict[str, Any], error: str) -> str:
        new = Admitted(receipt, at, reference, as_json(payload), error)
        if self._keep(new):
            return reference
        after = Receipt(f"{receipt.key}:after", receipt.platform)
        for kept in self.rows.values():
            natural = receipt.natural_key is not None and kept.receipt.natural_key == receipt.natural_key
            if kept.reference is not None and (natural or kept.receipt.key in {receipt.key, after.key}):
                self.taken_up.discard(kept.reference)
                return kept.reference
        self._keep(replace(new, receipt=after))
        return reference

    def take_up(self, reference: str) -> tuple[Receipt, dict[str, Any]] | None:
        for kept in self.rows.values():
            if kept.reference == reference:
                self.taken_up.add(reference)
                return kept.receipt, dict(kept.payload)
        return None

    def finish(self, reference: str) -> bool:
        kept = next((kept for kept in self.rows.values() if kept.reference == reference), None)
        if kept is not None and reference in self.taken_up:
            self._forget(kept)
        return kept is None or kept.reference is None

    def _forget(self, kept: Admitted) -> None:
        if kept.reference is not None:
            self.taken_up.discard(kept.reference)
        kept.reference, kept.payload = None, {}

    def _keep(self, new: Admitted) -> bool:
        natural = (new.receipt.platform, new.receipt.natural_key)
        known = natural[1] is not None and any(
            (kept.receipt.platform, kept.receipt.natural_key) == natural for kept in self.rows.values()
        )
        if known or new.receipt.key in self.rows:
            return False
        self.rows[new.receipt.key] = new
        return True


class FakeOutbox:
    """`core.roads.Outbox`, with the strands that the road leases."""

    def __init__(self) -> None:
        self.rows: dict[str, Posting] = {}
        self.strands: dict[str, Strand] = {}
        self.lanes: dict[str, Lane] = {}

    def post(self, posting: Posting) -> None:
        if posting.id in self.rows:
            raise Taken
        for other in self.rows.values() if posting.only_newest is not None else ():
            if other.only_newest == posting.only_newest and other.state is PostingState.QUEUED:
                self.rows[other.id] = replace(other, state=PostingState.SUPERSEDED)
        posting.seq = len(self.rows) + 1
        self.rows[posting.id] = twin(posting)
        self._wake(posting)

    def get(self, posting_id: str) -> Posting | None:
        found = self.rows.get(posting_id)
        return None if found is None else twin(found)

    def save(self, posting: Posting) -> None:
        if posting.id in self.rows:
            self.rows[posting.id] = twin(posting)
            if posting.state in UNFINISHED:
                self._wake(posting)

    def find(self, **equals: object) -> list[Posting]:
        return [twin(posting) for posting in self.rows.values() if _matches(posting, equals)]

    def readdress(self, place_ids: frozenset[str], lane: str) -> None:
        for posting in list(self.rows.values()):
            if posting.place_id in place_ids and posting.state in UNFINISHED:
                self.rows[posting.id] = replace(posting, lane=lane)
                self.strands[posting.strand] = replace(self.strands[posting.strand], lane=lane)

    def _wake(self, posting: Posting) -> None:
        known = self.strands.get(posting.strand) or Strand(posting.strand, posting.lane)
        self.strands[posting.strand] = known.woken(posting)


class FakeIdempotency:
    """Answers given to REST requests, by their key."""

    def __init__(self) -> None:
        self.rows: dict[str, Answer] = {}

    def get(self, key: str) -> Answer | None:
        return self.rows.get(key)

    def put(self, key: str, fingerprint: str, status: int, body: str, at: datetime) -> bool:
        new = Answer(fingerprint, status, body)
        return self.rows.setdefault(key, new) is new


class FakeMeta:
    """Facts of the installation that must outlive a process."""

    def __init__(self) -> None:
        self.rows: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.rows.get(key)

    def put(self, key: str, value: str) -> None:
        self.rows[key] = value


class FakeCounts:
    """Orders are counted when asked: there is nothing to keep in order."""

    def fold(self) -> None:
        return


class FakeStore:
    """Implements `core.ports.Store`; tests may also read the collections' `rows`."""

    def __init__(self, paces: Paces | None = None) -> None:
        self.orders = FakeRows(Order)
        self.offers = FakeRows(Offer)
        self.tasks = FakeRows(Task)
        self.milestones = FakeRows(Milestone)
        self.kick_offs = FakeRows(KickOff)
        self.feedback = FakeRows(Feedback)
        self.staff_tasks = FakeRows(StaffTask)
        self.check_ins = FakeRows(CheckIn)
        self.partners = FakeRows(Partner)
        self.members = FakeRows(Member)
        self.invites = FakeRows(Invite)
        self.customers = FakeRows(Customer)
        self.chats = FakeRows(Chat)
        self.places = FakeRows(Place)
        self.messages = FakeRows(Message)
        self.copies = FakeRows(Copy)
        self.asks = FakeRows(Ask)
        self.deadlines = FakeRows(Deadline)
        self.entries = FakeEntries(Entry)
        self.upload_sets = FakeRows(UploadSet)
        self.upload_items = FakeRows(UploadItem)
        self.files = FakeRows(File)
        self.revisions = FakeRows(Revision)
        self.slips = FakeRows(SlipVersion)
        self.upload_links = FakeRows(UploadLink)
        self.customer_photos = FakeRows(CustomerPhoto)
        self.inbound_marks = FakeRows(InboundMark)
        self.receipts = FakeReceipts()
        self.outbox = FakeOutbox()
        self.idempotency = FakeIdempotency()
        self.meta = FakeMeta()
        self.counts = FakeCounts()
        self.road = FakeRoad(self.outbox, paces or Paces())
        self.search = FakeSearch(self)
        self.concerns = FakeRows(Concern)
        self.overview = FakeOverview(self)
        self.shared_messages = FakeView(lambda: shared_messages(self))
        self.shared_files = FakeView(lambda: shared_files(self))
        self.shared_revisions = FakeView(lambda: shared_revisions(self))
        self.shared_items = FakeView(lambda: shared_items(self))
        self.shared_changes = FakeView(lambda: shared_changes(self))
        self.shared_verdicts = FakeView(lambda: shared_verdicts(self))

    def tables(self) -> list[dict[str, Any]]:
        """Every dictionary that a transaction may change."""
        kept = [part.rows for part in vars(self).values() if hasattr(part, "rows")]
        return [*kept, self.outbox.strands, self.outbox.lanes]


class FakeDatabase:
    """Implements `core.ports.Database` over one `FakeStore`."""

    def __init__(self, store: FakeStore | None = None) -> None:
        self.store = store or FakeStore()
        self._alone = threading.Lock()

    async def run(self, job: Callable[[Store], R]) -> R:
        with self._alone:
            before = [dict(table) for table in self.store.tables()]
            try:
                return job(self.store)
            except BaseException:
                for table, rows in zip(self.store.tables(), before, strict=True):
                    table.clear()
                    table.update(rows)
                raise

    async def read(self, job: Callable[[Store], R]) -> R:
        with self._alone:
            return job(self.store)

    async def glance(self, job: Callable[[Store], R]) -> R:
        return await self.read(job)

    async def ping(self) -> None:
        """Always answers."""

    async def close(self) -> None:
        """Nothing to close."""


def twin(item: T) -> T:
    """A copy that shares nothing changeable; lists and mappings come back as JSON would give them."""
    new = copy.copy(item)
    for name in (f.name for f in fields(new) if is_dataclass(new)):  # type: ignore[arg-type]
        value = getattr(new, name)
        if isinstance(value, list) and value and is_dataclass(value[0]):
            setattr(new, name, list(value))
        elif isinstance(value, list | dict | tuple):
            setattr(new, name, as_json(value))
    return new


def as_json(value: Any) -> Any:
    """The value after a journey through JSON; dates become text, anything else unknown raises TypeError."""
    return json.loads(json.dumps(value, default=_date_text))


def _date_text(value: object) -> str:
    if isinstance(value, date):
        return str(value)
    raise TypeError(f"{type(value).__name__} can't be kept as JSON")


def _id(item: object) -> str:
    found: str = item.id  # type: ignore[attr-defined]
    return found


def _matches(item: object, equals: dict[str, object]) -> bool:
    return all(
        getattr(item, name) in wanted if isinstance(wanted, frozenset) else getattr(item, name) == wanted
        for name, wanted in equals.items()
    )
